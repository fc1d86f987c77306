import Hearsay
import HearsayExchange
import HearsayLedger
import HearsayRecords
import HearsayWeb

/// `hearsay read`.
enum ReadCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let list = InputList(invocation.operands)
    for error in list.errors { console.tell(error.message) }
    var outcome: Outcome = list.errors.isEmpty ? .done : .failed
    guard !list.inputs.isEmpty else {
      if list.errors.isEmpty { console.tell("no reports in \(invocation.operands[0])") }
      return outcome.and(.nothingFound)
    }
    let jobs = invocation.number("jobs") ?? Environment.processors
    let desk = Desk<ReadRun.Result>(count: list.inputs.count, lead: jobs * 4)
    // Before anything is made, so that no moment is left at which Ctrl-C would just end the program.
    let interruption = Interruption {
      Task { await desk.stop() }
    }
    let run = try prepared(invocation, console, jobs: jobs)
    let printer = ReadingPrinter(invocation, console, isOne: list.inputs.count == 1)
    let clock = ContinuousClock()
    var progress = Progress(of: list.inputs.count, at: clock.now)
    var done = 0
    try printer.begin()
    try await run.run(list.inputs, desk: desk) { result in
      done += 1
      do {
        let kept = try await keep(result, run, console, invocation)
        try printer.print(kept.reading, note: kept.note)
      } catch let error as InputError {
        console.tell(error.message)
        outcome = .failed
      }
      if !invocation.has("quiet"), let line = progress.line(done: done, at: clock.now) {
        console.showProgress(line)
      }
      // Without a ledger nobody gets anything from a run whose output is closed.
      return !console.isClosed || run.ledger != nil
    }
    try printer.end()
    console.clearProgress()
    try await run.ledger?.settle()
    guard interruption.isAsked, done < list.inputs.count else { return outcome }
    let kept = run.ledger == nil ? "" : " and kept; the same command again reads the rest"
    console.tell("stopped: \(done) of \(list.inputs.count) reports read\(kept)")
    return .interrupted
  }

  private static func prepared(
    _ invocation: Invocation, _ console: Console, jobs: Int
  ) throws -> ReadRun {
    // The ledger first: it takes no time, and a path that cannot be used should be told at once.
    let ledger = invocation.has("no-store") ? nil : try LedgerDoor.open(invocation, console)
    let reader = try Hearsay.Reader(
      Resources(
        model: invocation["model"], environment: console.environment, program: console.program))
    return ReadRun(
      reader: reader, ledger: ledger, published: invocation["published"],
      fetcher: WebFetcher(webPolicy(invocation)), jobs: jobs)
  }

  static func webPolicy(_ invocation: Invocation) -> WebPolicy {
    var policy = WebPolicy(
      userAgent:
        "Hearsay/\(Hearsay.Reader.version) (reads news reports; fetches only what its user asks for)"
    )
    policy.allowsPrivate = invocation.has("allow-private")
    policy.proxy = invocation["proxy"]
    return policy
  }

  private struct Kept {
    let reading: Reading
    let note: String?
  }

  /// Puts a reading into the ledger, if there is one, and gives it the ledger's id.
  private static func keep(
    _ result: ReadRun.Result, _ run: ReadRun, _ console: Console, _ invocation: Invocation
  ) async throws -> Kept {
    var reading = try result.outcome.get()
    guard let ledger = run.ledger else { return Kept(reading: reading, note: nil) }
    let stored: Stored
    if let known = result.known {
      stored = known
    } else {
      do {
        let address =
          result.address ?? ReportID.address(given: nil, sha256: reading.report.sha256)
        stored = try await ledger.append(reading, address: address, again: true)
      } catch {
        throw InputError(name: result.input.name, reason: error.message)
      }
    }
    reading.report.id = stored.id
    var note = "report \(stored.id)"
    switch stored.outcome {
    case .added: break
    case .newVersion: note += ", version \(stored.version) of this address"
    case .readAgain: note += ", read again with another reader"
    case .unchanged: note += ", as known before"
    }
    return Kept(reading: reading, note: note)
  }
}
