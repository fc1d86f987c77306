import HearsayFeeds
import HearsayWeb

// Feeds.
extension WatchRun {
  /// The feeds and lists that are followed, with what is known of them, each once.
  func followed(_ named: [String]) async throws -> [FollowedFeed] {
    var seen: Set<String> = []
    var feeds: [FollowedFeed] = []
    var open = named[...]
    while let address = open.popFirst(), feeds.count < Self.mostFeeds {
      guard seen.insert(address).inserted else { continue }
      let feed = try await state.feed(address) ?? FollowedFeed(address: address)
      feeds.append(feed)
      if feed.isList { open += try await state.feeds(in: address).map(\.address) }
    }
    return feeds
  }

  func poll(_ due: [FollowedFeed], _ tally: inout Tally) async throws {
    let poller = FeedPoller(fetcher: fetcher)
    var waiting = due[...]
    var asked = Set(due.map(\.address))
    try await withThrowingTaskGroup(of: Polled.self) { group in
      var running = 0
      while running > 0 || !waiting.isEmpty {
        while running < Self.mostPolls, !Task.isCancelled, let feed = waiting.popFirst() {
          group.addTask {
            do throws(FeedPoller.Failure) {
              return Polled(
                feed: feed,
                answer: .success(try await poller.poll(feed.target, unless: feed.validators)))
            } catch {
              return Polled(feed: feed, answer: .failure(error))
            }
          }
          running += 1
        }
        guard running > 0, let polled = try await group.next() else { break }
        running -= 1
        tally.asked += 1
        try tell(.polling(done: tally.asked, all: asked.count))
        let now = time.now()
        for feed in try await take(polled, &tally) where asked.count < Self.mostFeeds {
          guard settings.isOnce || feed.next <= now, asked.insert(feed.address).inserted else {
            continue
          }
          waiting.append(feed)
        }
      }
    }
  }

  private struct Polled: Sendable {
    let feed: FollowedFeed
    let answer: Result<FeedPoller.Answer, FeedPoller.Failure>
  }

  /// Remembers what a poll gave.
  ///
  /// - Returns: The feeds that it leads to.
  private func take(_ polled: Polled, _ tally: inout Tally) async throws -> [FollowedFeed] {
    var feed = polled.feed
    let now = time.now()
    switch polled.answer {
    case .failure(let failure):
      guard !failure.isStop else { return [] }
      tally.failures += 1
      try tell(.feedFailed(feed, failure))
      if !failure.isPause { feed.failures += 1 }
      feed.next =
        now
        + settings.schedule.delay(
          afterFailures: max(1, feed.failures), retryAfter: failure.retryAfter)
      try await state.keep(feed)
      // What a list named before is followed all the same.
      return feed.isList ? try await state.feeds(in: feed.address) : []
    case .success(.unchanged):
      settle(&feed, now: now, hadNews: false, asked: nil)
      feed.polled = now
      try await state.keep(feed)
      return feed.isList ? try await state.feeds(in: feed.address) : []
    case .success(.document(let document, let validators, let movedTo)):
      if let movedTo, movedTo != feed.target {
        try tell(.feedMoved(feed, to: movedTo))
        feed.target = movedTo
      }
      feed.validators = validators
      switch document {
      case .list(let list): return try await take(list, feed, now: now)
      case .feed(let read):
        try await take(read, feed, now: now)
        return []
      }
    }
  }

  private func settle(_ feed: inout FollowedFeed, now: Double, hadNews: Bool, asked: Int?) {
    feed.failures = 0
    feed.interval = settings.schedule.interval(
      after: feed.interval, hadNews: hadNews, asked: asked)
    feed.next = now + feed.interval
  }

  private func take(_ list: FeedList, _ known: FollowedFeed, now: Double) async throws
    -> [FollowedFeed]
  {
    var feed = known
    feed.isList = true
    feed.title = list.title ?? feed.title
    settle(&feed, now: now, hadNews: false, asked: nil)
    feed.polled = now
    let references: [FeedReference] =
      switch list.kind {
      case .subscriptions: list.references
      case .page: Array(list.references.prefix(1))
      case .sitemaps: Selection(now: now, since: settings.since).sitemaps(list.references)
      }
    if known.polled == nil { try tell(.listed(feed, list, following: references)) }
    return try await state.keep(feed, naming: references.map(\.address))
  }

  private func take(_ read: Feed, _ known: FollowedFeed, now: Double) async throws {
    var feed = known
    feed.isList = false
    feed.title = read.title ?? feed.title
    let count = try await state.keep(
      feed, naming: read, Selection(now: now, since: settings.since), now: now)
    settle(&feed, now: now, hadNews: count > 0, asked: read.minutes)
    feed.polled = now
    try await state.keep(feed)
    try tell(.named(feed, entries: read.entries.count, new: count))
  }
}
