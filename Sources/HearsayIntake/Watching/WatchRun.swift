package import HearsayFeeds
import HearsayLedger
package import HearsayWeb
import Synchronization

/// Watches feeds: asks them, takes in what is new, remembers what it did.
package struct WatchRun: Sendable {
  /// What was asked for.
  package struct Settings: Sendable {
    package var schedule: PollSchedule
    /// Only reports from then on: seconds since 1970.
    package var since: Double?
    /// For how many seconds reports are looked at again; `nil` for never.
    package var revisitSeconds: Double?
    /// Whether to end when everything that is there now has been read.
    package var isOnce: Bool

    package init(
      schedule: PollSchedule, since: Double? = nil, revisitSeconds: Double? = nil, isOnce: Bool
    ) {
      self.schedule = schedule
      self.since = since
      self.revisitSeconds = revisitSeconds
      self.isOnce = isOnce
    }
  }

  /// What was done, for the last line and the exit code.
  package struct Tally: Sendable {
    package var asked = 0
    package var added = 0
    package var versions = 0
    package var refused = 0
    package var failures = 0
  }

  /// Feeds that are asked at a time: most of them wait for their hosts' pauses, so that only those bound how many are asked in
  /// a second.
  static let mostPolls = 2_000
  /// More feeds are not followed: lists may name lists.
  static let mostFeeds = 5_000
  /// Pages that are taken up at a time.
  static let batch = 4_000

  let settings: Settings
  let state: WatchState
  let fetcher: CourteousFetcher
  let intake: Intake
  let time: Timekeeper
  private let listener: Listener

  /// Told of what happens, from any thread; ends the watch by returning `false`.
  package typealias Listener = @Sendable (WatchEvent) throws -> Bool

  /// - Parameters:
  ///   - settings: What was asked for.
  ///   - state: What is remembered of feeds and pages.
  ///   - fetcher: What asks for feeds and pages.
  ///   - intake: What takes pages in.
  ///   - time: The clock.
  ///   - listener: Told of what happens.
  package init(
    settings: Settings, state: WatchState, fetcher: CourteousFetcher, intake: Intake,
    time: Timekeeper, listener: @escaping Listener
  ) {
    self.settings = settings
    self.state = state
    self.fetcher = fetcher
    self.intake = intake
    self.time = time
    self.listener = listener
  }

  private let ended = Ended()

  /// Whether nobody listens any more.
  var isClosed: Bool { ended.isEnded.withLock { $0 } }

  /// Tells of something.
  func tell(_ event: WatchEvent) throws {
    if try !listener(event) { ended.isEnded.withLock { $0 = true } }
  }

  private final class Ended: Sendable {
    let isEnded = Mutex(false)
  }

  /// Watches until the task is cancelled, or once.
  package func run(_ named: [String]) async throws -> Tally {
    var tally = Tally()
    while !Task.isCancelled, !isClosed {
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
    try await intake.ledger?.settle()
  }

  private func sleep(_ named: [String], _ feeds: Set<String>) async throws {
    let polls = try await followed(named).map(\.next)
    let page = try await state.nextPage(of: feeds, revisits: settings.revisitSeconds != nil)
    guard let next = (polls + [page].compactMap { $0 }).min() else { return }
    let seconds = max(1, next - time.now())
    try tell(.waiting(seconds: seconds, feeds: feeds.count))
    // Cancelled: the loop ends.
    try? await time.wait(seconds)
  }
}
