import HearsayExchange
import HearsayFeeds
import HearsayWeb
import Synchronization

/// What a watch says: a line for each report on standard output, all else on standard error.
final class WatchTeller: Sendable {
  /// Pages that came to nothing.
  struct Missed: Sendable {
    var refused = 0
    var failures = 0
  }

  private let console: Console
  private let format: String
  private let colors: Bool
  private let isQuiet: Bool
  private let missedPages = Mutex(Missed())

  init(_ invocation: Invocation, _ console: Console) {
    self.console = console
    format = invocation["format"] ?? "text"
    colors = console.usesColors(invocation)
    isQuiet = invocation.has("quiet")
  }

  /// Whether nobody reads the output any more.
  var isClosed: Bool { console.isClosed }

  /// Prints a report that was kept.
  func print(_ kept: ReadCommand.Kept) throws {
    if format == "jsonl" {
      try console.print(try json(of: kept.reading) + "\n")
    } else if !isQuiet {
      try console.print([BriefLine.line(of: kept)], colors: colors)
    }
  }

  /// Tells what went wrong.
  func tell(_ message: String) { console.tell(message) }

  /// Tells why a feed cannot be had.
  func tell(_ feed: FollowedFeed, _ failure: FeedPoller.Failure) {
    console.tell("\(feed.address): \(failure.reason)")
  }

  /// Tells where a feed has gone.
  func tellMove(_ feed: FollowedFeed, to address: String) {
    note("\(feed.address) has moved to \(address); it is asked for there from now on")
  }

  /// Tells what a feed named, if that is anything new.
  func tell(_ feed: FollowedFeed, entries: Int, new: Int) {
    guard new > 0 else { return }
    note("\(feed.title ?? feed.address): \(new) of \(entries) to read")
  }

  /// Tells which feeds are followed for a list or page.
  func tell(_ feed: FollowedFeed, _ list: FeedList, following: [FeedReference]) {
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

  /// Tells why a page cannot be had, and counts it: as a refusal, or as a failure.
  func missed(_ page: FollowedPage, _ error: WebError, isRefusal: Bool) async {
    missedPages.withLock {
      if isRefusal { $0.refused += 1 } else { $0.failures += 1 }
    }
    let isLast = page.state == .refused && !isRefusal && page.tries > 0
    console.tell("\(page.address): \(error.reason)\(isLast ? "; given up" : "")")
  }

  /// The pages missed since it was asked last.
  func takeMissed() async -> Missed {
    missedPages.withLock { missed in
      defer { missed = Missed() }
      return missed
    }
  }

  /// Tells what a run did.
  func tell(_ tally: WatchRun.Tally) {
    var parts = [
      Self.number(tally.asked, "feed") + " asked", Self.number(tally.added, "new report"),
    ]
    if tally.versions > 0 { parts.append(Self.number(tally.versions, "new version")) }
    if tally.refused > 0 { parts.append(Self.number(tally.refused, "page") + " without report") }
    if tally.failures > 0 { parts.append(Self.number(tally.failures, "failure")) }
    note(parts.joined(separator: ", "))
  }

  private static func number(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }

  func showPolling(done: Int, all: Int) { progress("\(done) of \(all) feeds asked") }

  func showReading(done: Int, all: Int) { progress("\(done) of \(all) pages read") }

  func showWaiting(seconds: Double, feeds: Int) {
    let minutes = max(1, Int((seconds / 60).rounded()))
    progress("watching \(Self.number(feeds, "feed")) · next in \(minutes) min · Ctrl-C ends")
  }

  private func progress(_ text: String) {
    if !isQuiet { console.showProgress(text) }
  }

  private func note(_ text: String) {
    if !isQuiet { console.tell(text) }
  }
}
