import HearsayFeeds
import HearsayLedger
import HearsayRecords
import HearsayWeb

/// One run of `hearsay watch`: asks feeds, reads what is new as `hearsay read` does, remembers what it did.
struct WatchRun: Sendable {
  /// What was asked for.
  struct Settings: Sendable {
    var schedule: PollSchedule
    /// Only reports from then on: seconds since 1970.
    var since: Double?
    /// For how many seconds reports are looked at again; `nil` for never.
    var revisitSeconds: Double?
    /// Whether to end when everything that is there now has been read.
    var isOnce: Bool
  }

  /// What was done, for the last line and the exit code.
  struct Tally: Sendable {
    var asked = 0
    var added = 0
    var versions = 0
    var refused = 0
    var failures = 0
  }

  /// Feeds that are asked at a time.
  private static let mostPolls = 8
  /// More feeds are not followed: lists may name lists.
  private static let mostFeeds = 5_000
  /// Pages that are taken up at a time.
  private static let batch = 400

  let settings: Settings
  let state: WatchState
  let fetcher: CourteousFetcher
  let reading: ReadRun
  let time: Timekeeper
  let teller: WatchTeller

  /// Watches until the task is cancelled, or once.
  func run(_ named: [String]) async throws -> Tally {
    var tally = Tally()
    while !Task.isCancelled, !teller.isClosed {
      let feeds = try await followed(named)
      let now = time.now()
      try await poll(settings.isOnce ? feeds : feeds.filter { $0.next <= now }, &tally)
      // The round may have found feeds that were not known before.
      let all = Set(try await followed(named).map(\.address))
      try await read(all, &tally)
      try await rest()
      guard !settings.isOnce else { break }
      try await sleep(named, all)
    }
    return tally
  }

  /// Puts away what was learned of sites, and what was written, onto the disk.
  private func rest() async throws {
    try await state.keep(await fetcher.notes, now: time.now())
    try await reading.ledger?.settle()
  }

  private func sleep(_ named: [String], _ feeds: Set<String>) async throws {
    let polls = try await followed(named).map(\.next)
    let page = try await state.nextPage(of: feeds, revisits: settings.revisitSeconds != nil)
    guard let next = (polls + [page].compactMap { $0 }).min() else { return }
    let seconds = max(1, next - time.now())
    teller.showWaiting(seconds: seconds, feeds: feeds.count)
    // Cancelled: the loop ends.
    try? await time.wait(seconds)
  }
}

// Feeds.
extension WatchRun {
  /// The feeds and lists that are followed, with what is known of them, each once.
  private func followed(_ named: [String]) async throws -> [FollowedFeed] {
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

  private func poll(_ due: [FollowedFeed], _ tally: inout Tally) async throws {
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
        teller.showPolling(done: tally.asked, all: asked.count)
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
      teller.tell(feed, failure)
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
        teller.tellMove(feed, to: movedTo)
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
    if known.polled == nil { teller.tell(feed, list, following: references) }
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
    teller.tell(feed, entries: read.entries.count, new: count)
  }
}

// Pages.
extension WatchRun {
  private func read(_ feeds: Set<String>, _ tally: inout Tally) async throws {
    while !Task.isCancelled, !teller.isClosed {
      let pages = try await state.pending(
        of: feeds, revisits: settings.revisitSeconds != nil, now: time.now(), limit: Self.batch)
      guard !pages.isEmpty else { return }
      try await read(pages, &tally)
    }
  }

  private func read(_ pages: [FollowedPage], _ tally: inout Tally) async throws {
    let known = Dictionary(pages.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
    let queue = FetchQueue(pages, fetcher, time) { page, miss in await take(page, miss) }
    let desk = Desk<ReadRun.Result>(lead: reading.jobs * 4, heaviest: ReadRun.heaviest)
    async let fetching: Void = queue.fetchAll()
    do {
      var done = 0
      try await reading.run(queue, desk: desk) { result in
        done += 1
        if let page = known[result.name] {
          try await take(result, of: page, await queue.validators(of: page.address), &tally)
        }
        teller.showReading(done: done, all: pages.count)
        return !teller.isClosed
      }
    } catch {
      await queue.stop()
      throw error
    }
    await queue.stop()
    await fetching
    let missed = await teller.takeMissed()
    tally.refused += missed.refused
    tally.failures += missed.failures
  }

  /// Keeps a reading, then remembers that it is kept.
  private func take(
    _ result: ReadRun.Result, of known: FollowedPage, _ validators: Validators,
    _ tally: inout Tally
  ) async throws {
    var page = known
    page.validators = validators
    do {
      guard let kept = try await ReadCommand.keep(result, reading) else { return }
      page.markRead(at: time.now(), revisitingFor: settings.revisitSeconds)
      try await state.keep(page)
      switch kept.stored?.outcome {
      case .added, nil: tally.added += 1
      case .newVersion: tally.versions += 1
      case .readAgain: break
      case .unchanged: return
      }
      try teller.print(kept)
    } catch let error as InputError {
      if error.isWithoutReport {
        page.state = .refused
        tally.refused += 1
      } else {
        postpone(&page, retryAfter: nil)
        tally.failures += 1
      }
      try await state.keep(page)
      teller.tell(error.message)
    }
  }

  /// Remembers that there is nothing to read of a page.
  private func take(_ known: FollowedPage, _ miss: FetchQueue.Miss) async {
    var page = known
    switch miss {
    case .unchanged:
      page.markRead(at: time.now(), revisitingFor: settings.revisitSeconds)
    case .failure(let error):
      switch error.code {
      case .stopped: return
      case .paused:
        // The site's wish, not the page's fault: it costs no try.
        page.next = time.now() + max(PollSchedule.shortest, error.retryAfter ?? 0)
      case .robots, .privateAddress, .scheme, .malformed, .tooLarge, .redirects,
        .status(401...404), .status(410), .status(451):
        page.state = .refused
      case .status, .timeout, .unreachable:
        postpone(&page, retryAfter: error.retryAfter)
      }
      await teller.missed(
        page, error, isRefusal: error.code == .robots || error.code == .paused)
    }
    do {
      try await state.keep(page)
    } catch {
      // Not remembered, it is fetched once more by the next run.
      teller.tell(error.description)
    }
  }

  /// Tries a page again later, ever less often, and not for ever.
  private func postpone(_ page: inout FollowedPage, retryAfter: Double?) {
    page.tries += 1
    page.next =
      time.now() + settings.schedule.delay(afterFailures: page.tries, retryAfter: retryAfter)
    if page.tries >= PollSchedule.mostTries { page.state = .refused }
  }
}
