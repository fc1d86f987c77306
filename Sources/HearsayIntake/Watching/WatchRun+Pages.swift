import HearsayFeeds
import HearsayLedger
import HearsayWeb
import Synchronization

// Pages.
extension WatchRun {
  func read(_ feeds: Set<String>, _ tally: inout Tally) async throws {
    while !Task.isCancelled, !isClosed {
      let pages = try await state.pending(
        of: feeds, revisits: settings.revisitSeconds != nil, now: time.now(), limit: Self.batch)
      guard !pages.isEmpty else { return }
      try await read(pages, &tally)
    }
  }

  private func read(_ pages: [FollowedPage], _ tally: inout Tally) async throws {
    let known = Dictionary(pages.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
    let misses = Mutex(Misses())
    let queue = FetchQueue(pages, fetcher, time) { page, miss in
      await take(page, miss) { change in misses.withLock { change(&$0) } }
    }
    let desk = intake.makeDesk()
    async let fetching: Void = queue.fetchAll()
    do {
      var done = 0
      try await intake.run(queue, desk: desk) { result, kept in
        done += 1
        if let page = known[result.name] {
          try await take(kept, of: page, await queue.validators(of: page.address), &tally)
        }
        try tell(.reading(done: done, all: pages.count))
        return !isClosed
      }
    } catch {
      await queue.stop()
      throw error
    }
    await queue.stop()
    await fetching
    let missed = misses.withLock { $0 }
    tally.refused += missed.refused
    tally.failures += missed.failures
    if let problem = missed.problem { throw problem }
  }

  /// Pages that came to nothing.
  private struct Misses: Sendable {
    var refused = 0
    var failures = 0
    /// Why it could not be told.
    var problem: (any Error)?
  }

  /// Remembers that a reading is kept.
  private func take(
    _ kept: Intake.Keeping, of known: FollowedPage, _ validators: Validators,
    _ tally: inout Tally
  ) async throws {
    var page = known
    page.validators = validators
    do {
      guard let kept = try kept.get() else { return }
      page.markRead(at: time.now(), revisitingFor: settings.revisitSeconds)
      try await state.keep(page)
      switch kept.stored?.outcome {
      case .added, nil: tally.added += 1
      case .newVersion: tally.versions += 1
      case .readAgain: break
      case .unchanged: return
      }
      try tell(.kept(kept))
    } catch let error as InputError {
      if error.isWithoutReport {
        page.state = .refused
        tally.refused += 1
      } else {
        postpone(&page, retryAfter: nil)
        tally.failures += 1
      }
      try await state.keep(page)
      try tell(.failed(error))
    }
  }

  /// Remembers that there is nothing to read of a page.
  private func take(
    _ known: FollowedPage, _ miss: FetchQueue.Miss,
    count: @Sendable ((inout Misses) -> Void) -> Void
  ) async {
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
      let isRefusal = error.code == .robots || error.code == .paused
      count { if isRefusal { $0.refused += 1 } else { $0.failures += 1 } }
      say(.missed(page, error, isRefusal: isRefusal), count)
    }
    do {
      try await state.keep(page)
    } catch {
      // Not remembered, it is fetched once more by the next run.
      say(.notRemembered(error), count)
    }
  }

  /// Tells from where nothing may be thrown; what cannot be told ends the round.
  private func say(_ event: WatchEvent, _ count: @Sendable ((inout Misses) -> Void) -> Void) {
    do {
      try tell(event)
    } catch {
      count { $0.problem = error }
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
