import Hearsay
import HearsayFeeds
import HearsayIntake
import HearsayLedger
import HearsayRecords
import HearsayWeb

/// `hearsay watch`.
enum WatchCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let settings = try settings(invocation)
    let teller = WatchTeller(invocation, console)
    let named = try sources(invocation.operands)
    let fetching = try fetching(invocation)
    guard !invocation.has("list") else {
      return try await FeedListing(invocation, console).run(
        named, CourteousFetcher(fetching.web, fetching.courtesy))
    }
    let ledger = try LedgerDoor.open(invocation, console)
    let state = try WatchState(besideLedger: LedgerLocation.beside(ledger.path))
    let run = WatchRun(
      settings: settings, state: state,
      fetcher: CourteousFetcher(
        fetching.web, fetching.courtesy, notes: try await state.sites()),
      intake: try ReadCommand.intake(
        invocation, console, ledger: ledger, fetcher: WebFetcher(fetching.web)),
      time: .machine, listener: teller.take)
    let work = Task { try await run.run(named) }
    let interruption = Interruption(
      onFirst: { work.cancel() },
      lastWords: { console.tell("stopped: what was in hand is read by the next watch") })
    let tally = try await work.value
    interruption.end()
    console.clearProgress()
    StoryDoor.keepUp(ledger, invocation, console)
    teller.tell(tally)
    if interruption.isAsked { return .interrupted }
    if tally.failures > 0 { return .failed }
    return tally.added + tally.versions > 0 ? .done : .nothingFound
  }

  /// Addresses as they are; files by their whole path, so that the folder a command runs in does not matter.
  private static func sources(_ operands: [String]) throws -> [String] {
    try operands.map { operand in
      if operand.contains("://") { return WebAddress(operand).withoutFragment.text }
      let path = FileSystem.absolute(operand)
      // Fails now rather than after the model is loaded.
      _ = try FileSystem.bytes(of: path)
      return path
    }
  }

  private static func settings(_ invocation: Invocation) throws(UsageError) -> WatchRun.Settings {
    let minutes = invocation.number("every") ?? 15
    guard Double(minutes) * 60 >= PollSchedule.shortest else {
      throw UsageError(
        message: "--every takes at least \(Int(PollSchedule.shortest / 60)) minutes",
        command: "watch")
    }
    return WatchRun.Settings(
      schedule: PollSchedule(every: Double(minutes) * 60),
      since: invocation.moment("since")?.first,
      revisitSeconds: invocation.number("revisit").map { Double($0) * 86_400 },
      isOnce: invocation.has("once"))
  }

  private struct Fetching {
    let web: WebPolicy
    var courtesy: CourtesyPolicy
  }

  private static func fetching(_ invocation: Invocation) throws(UsageError) -> Fetching {
    var fetching = Fetching(
      web: ReadCommand.webPolicy(
        invocation, what: "reads news feeds; robots.txt is obeyed under the name Hearsay"),
      courtesy: CourtesyPolicy(product: "Hearsay"))
    guard let given = invocation["delay"] else { return fetching }
    // Sites of others are given a second; on one's own machine there is nobody to be polite to.
    let least = invocation.has("allow-private") ? 0.0 : 1.0
    guard let delay = Double(given), delay >= least, delay <= 3_600 else {
      throw UsageError(message: "--delay takes 1 to 3600 seconds; not \(given)", command: "watch")
    }
    fetching.courtesy.delay = delay
    return fetching
  }
}
