import HearsayExchange
import HearsayFeeds
import HearsayIntake
import HearsayWeb

/// What a watch says: a line for each report on standard output, all else on standard error.
final class WatchTeller: Sendable {
  private let console: Console
  private let format: String
  private let colors: Bool
  private let isQuiet: Bool

  init(_ invocation: Invocation, _ console: Console) {
    self.console = console
    format = invocation["format"] ?? "text"
    colors = console.usesColors(invocation)
    isQuiet = invocation.has("quiet")
  }

  /// Tells of what happens.
  ///
  /// - Returns: Whether anybody reads the output still.
  @Sendable func take(_ event: WatchEvent) throws -> Bool {
    switch event {
    case .kept(let kept): try print(kept)
    case .failed(let error): console.tell(error.message)
    case .missed(let page, let error, let isRefusal):
      let isLast = page.state == .refused && !isRefusal && page.tries > 0
      console.tell("\(page.address): \(error.reason)\(isLast ? "; given up" : "")")
    case .notRemembered(let error): console.tell(error.description)
    case .feedFailed(let feed, let failure): console.tell("\(feed.address): \(failure.reason)")
    case .feedMoved(let feed, let address):
      note("\(feed.address) has moved to \(address); it is asked for there from now on")
    case .named(let feed, let entries, let new):
      if new > 0 { note("\(feed.title ?? feed.address): \(new) of \(entries) to read") }
    case .listed(let feed, let list, let following): tell(feed, list, following: following)
    case .polling(let done, let all): progress("\(done) of \(all) feeds asked")
    case .reading(let done, let all): progress("\(done) of \(all) pages read")
    case .waiting(let seconds, let feeds):
      let minutes = max(1, Int((seconds / 60).rounded()))
      progress("watching \(Counted.words(feeds, "feed")) · next in \(minutes) min · Ctrl-C ends")
    }
    return !console.isClosed
  }

  private func print(_ kept: Kept) throws {
    if format == "jsonl" {
      try console.print(try json(of: kept.reading) + "\n")
    } else if !isQuiet {
      try console.print([BriefLine.line(of: kept)], colors: colors)
    }
  }

  /// Which feeds are followed for a list or page.
  private func tell(_ feed: FollowedFeed, _ list: FeedList, following: [FeedReference]) {
    switch list.kind {
    case .subscriptions: note("\(list.title ?? feed.address): \(following.count) feeds")
    case .sitemaps:
      note("\(feed.address): \(following.count) of \(list.references.count) sitemaps are recent")
    case .page:
      guard let first = following.first else { return }
      note("\(feed.address): following \(first.title.map { $0 + ", " } ?? "")\(first.address)")
      for other in list.references.dropFirst() {
        note("it also names \(other.title.map { $0 + ", " } ?? "")\(other.address)")
      }
    }
  }

  /// Tells what a run did.
  func tell(_ tally: WatchRun.Tally) {
    var parts = [
      Counted.words(tally.asked, "feed") + " asked", Counted.words(tally.added, "new report"),
    ]
    if tally.versions > 0 { parts.append(Counted.words(tally.versions, "new version")) }
    if tally.refused > 0 { parts.append(Counted.words(tally.refused, "page") + " without report") }
    if tally.failures > 0 { parts.append(Counted.words(tally.failures, "failure")) }
    note(parts.joined(separator: ", "))
  }

  private func progress(_ text: String) {
    if !isQuiet { console.showProgress(text) }
  }

  private func note(_ text: String) {
    if !isQuiet { console.tell(text) }
  }
}
