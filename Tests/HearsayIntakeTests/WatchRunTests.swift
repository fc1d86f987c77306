import Foundation
import Hearsay
import HearsayFeeds
import HearsayLedger
import HearsayWeb
import Synchronization
import TestSupport
import Testing

@testable import HearsayIntake

/// Hours of watching in a moment: the clock jumps wherever the watch waits.
@Suite(.enabled(if: Weights.areThere, "no weights in Models"))
struct WatchRunTests {
  /// Stops a watch after some waits between rounds, and tells when each began.
  private final class Stopwatch: Sendable {
    private struct State {
      var rounds: [Double] = []
      var cancel: (@Sendable () -> Void)?
    }

    let time = FakeTime()
    private let state = Mutex(State())
    private let most: Int
    private let between: @Sendable (Int) -> Void

    init(rounds most: Int, between: @escaping @Sendable (Int) -> Void) {
      self.most = most
      self.between = between
    }

    /// How long was waited between rounds, in minutes.
    var minutes: [Double] { state.withLock { $0.rounds.map { $0 / 60 } } }

    func start(_ cancel: @escaping @Sendable () -> Void) { state.withLock { $0.cancel = cancel } }

    var keeper: Timekeeper {
      Timekeeper(
        now: { self.time.now },
        wait: { seconds in
          self.time.wait(seconds)
          // Between two requests to a host it is seconds, between rounds minutes.
          guard seconds > 60 else { return }
          let count = self.state.withLock {
            $0.rounds.append(seconds)
            return $0.rounds.count
          }
          self.between(count)
          if count >= self.most { self.state.withLock { $0.cancel }?() }
        })
    }
  }

  private func watch(
    _ address: String, ledger path: String, _ stopwatch: Stopwatch, revisitSeconds: Double? = nil
  ) async throws -> WatchRun.Tally {
    var web = WebPolicy(userAgent: "Hearsay/test")
    web.allowsPrivate = true
    let ledger = try Ledger(path: path)
    let state = try WatchState(besideLedger: path)
    let reader = try Hearsay.Reader(Weights.resources)
    let run = WatchRun(
      settings: WatchRun.Settings(
        schedule: PollSchedule(every: 900), revisitSeconds: revisitSeconds, isOnce: false),
      state: state,
      fetcher: CourteousFetcher(
        web, CourtesyPolicy(product: "Hearsay"), time: stopwatch.keeper,
        notes: try await state.sites()),
      intake: Intake(
        reader: reader, ledger: ledger, archive: nil, fetcher: WebFetcher(web), jobs: 1),
      time: stopwatch.keeper
    ) { _ in true }
    let work = Task { try await run.run([address]) }
    stopwatch.start { work.cancel() }
    return try await work.value
  }

  private func page(_ number: Int) -> String {
    "<html><body><article><h1>Bridge \(number)</h1><p>\(ShortReports.text(number))</p></article></body></html>"
  }

  @Test func `a quiet feed is asked ever less often, one with news more often again`() async throws
  {
    let folder = try TemporaryFolder()
    let site = try NewsSite()
    let monday = "Mon, 03 Mar 2031 08:00:00 GMT"
    site["/1"] = page(1)
    site["/2"] = page(2)
    site["/feed"] = NewsSite.feed([("/1", monday)])
    let stopwatch = Stopwatch(rounds: 6) { round in
      if round == 4 { site["/feed"] = NewsSite.feed([("/1", monday), ("/2", monday)]) }
    }
    let tally = try await watch(site.address("/feed"), ledger: folder("l.sqlite"), stopwatch)
    #expect(tally.added == 2)
    #expect(tally.failures == 0)
    // Half of it after news, no less than asked for.
    #expect(stopwatch.minutes.map { ($0 * 10).rounded() / 10 } == [15, 22.5, 33.8, 50.6, 25.3, 38])
    #expect(site.paths.filter { $0 == "/feed" }.count == 6)
    #expect(site.paths.filter { $0 == "/1" }.count == 1)
  }

  @Test func `a change that the feed does not tell is found by looking again`() async throws {
    let folder = try TemporaryFolder()
    let site = try NewsSite()
    site["/1"] = page(1)
    site["/feed"] = NewsSite.feed([("/1", "Mon, 03 Mar 2031 08:00:00 GMT")])
    let changed = page(1).replacing("Ida Brandt", with: "Ada Brandt")
    let stopwatch = Stopwatch(rounds: 6) { round in
      if round == 1 { site["/1"] = changed }
    }
    let tally = try await watch(
      site.address("/feed"), ledger: folder("l.sqlite"), stopwatch, revisitSeconds: 86_400)
    #expect(tally.added == 1)
    #expect(tally.versions == 1)
    let lines = try Snapshot(path: folder("l.sqlite")).reports()
    #expect(lines.map(\.version) == [2])
  }

  @Test func `what cannot be had is tried again later, and given up in the end`() async throws {
    let folder = try TemporaryFolder()
    let site = try NewsSite()
    let monday = "Mon, 03 Mar 2031 08:00:00 GMT"
    site["/2"] = page(2)
    site.put(NewsSite.Page(status: "500 Oh no", body: []), at: "/1")
    site.put(NewsSite.Page(status: "500 Oh no", body: []), at: "/2")
    site["/feed"] = NewsSite.feed([("/1", monday), ("/2", monday)])
    let text = page(2)
    let stopwatch = Stopwatch(rounds: 24) { round in
      if round == 2 { site["/2"] = text }
    }
    let tally = try await watch(site.address("/feed"), ledger: folder("l.sqlite"), stopwatch)
    #expect(tally.added == 1)
    #expect(site.paths.filter { $0 == "/1" }.count == PollSchedule.mostTries)
    #expect(tally.failures == PollSchedule.mostTries + site.paths.filter { $0 == "/2" }.count - 1)
  }
}
