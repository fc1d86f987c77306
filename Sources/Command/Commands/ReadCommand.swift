import Hearsay
import HearsayExchange
import HearsayLedger
import HearsayRecords
import HearsayWeb

/// `hearsay read`.
enum ReadCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let list = InputList(invocation.operands, takesArchives: true)
    for error in list.errors { console.tell(error.message) }
    tell(list, invocation, console)
    var outcome: Outcome = list.errors.isEmpty ? .done : .failed
    guard !list.inputs.isEmpty else {
      if list.errors.isEmpty { console.tell("no reports in \(invocation.operands[0])") }
      return outcome.and(.nothingFound)
    }
    let jobs = invocation.number("jobs") ?? Environment.processors
    let desk = Desk<ReadRun.Result>(lead: jobs * 4, heaviest: ReadRun.heaviest)
    // Before anything is made, so that no moment is left at which Ctrl-C would just end the program.
    let isStored = !invocation.has("no-store")
    let interruption = Interruption(
      onFirst: { Task { await desk.stop() } },
      lastWords: {
        console.tell(
          "stopped: what was in hand was not finished"
            + (isStored ? "; the same command again reads it" : ""))
      })
    let run = try prepared(invocation, console, jobs: jobs)
    let hasArchives = list.inputs.contains(where: \.isArchive)
    let printer = ReadingPrinter(
      invocation, console, isOne: list.inputs.count == 1 && !hasArchives)
    var log = try await ArchiveLog(
      list.inputs, ledger: run.published == nil ? run.ledger : nil, reader: "\(run.reader.reader)",
      continues: !invocation.has("from-start"))
    if let continuation = log.continuation { console.tell(continuation) }
    let queue = InputQueue(list.inputs, starts: log.starts)
    let clock = ContinuousClock()
    var progress = Progress(
      of: list.inputs.count, allBytes: hasArchives ? queue.allBytes : nil, at: clock.now)
    var done = 0
    try printer.begin()
    try await run.run(queue, desk: desk) { result in
      do {
        if let kept = try await keep(result, run) {
          done += 1
          try printer.print(kept.reading, note: kept.note)
        }
      } catch let error as InputError {
        done += 1
        if let archive = result.archive { log.hold(archive) }
        console.tell(error.message)
        outcome = .failed
      }
      if let archive = result.archive {
        if result.isEndOfArchive {
          let summary = try await log.end(archive)
          if summary.hasDamage || !invocation.has("quiet") && !summary.isOneReport {
            console.tell(summary.line)
          }
        } else {
          try await log.count(hasReport: result.outcome != nil, archive, at: clock.now)
        }
      }
      if !invocation.has("quiet"),
        let line = progress.line(done: done, bytesDone: result.bytesDone, at: clock.now)
      {
        console.showProgress(line)
      }
      // Without a ledger nobody gets anything from a run whose output is closed.
      return !console.isClosed || run.ledger != nil
    }
    try printer.end()
    console.clearProgress()
    let isDone = await desk.isDone
    if isDone { try await log.finish() } else { try await log.pause() }
    try await run.ledger?.settle()
    guard interruption.isAsked, !isDone else {
      return hasArchives && done + log.reports == 0 ? outcome.and(.nothingFound) : outcome
    }
    let read =
      hasArchives ? ArchiveLog.number(done, "report") : "\(done) of \(list.inputs.count) reports"
    let kept = run.ledger == nil ? "" : " and kept; the same command again reads the rest"
    interruption.end()
    console.tell("stopped: \(read) read\(kept)")
    return .interrupted
  }

  /// Tells what was passed over in folders: how much, or each file where more words are wanted.
  static func tell(_ list: InputList, _ invocation: Invocation, _ console: Console) {
    if invocation.has("verbose") {
      for file in list.passedOver { console.tell("\(file.path): passed over (\(file.kind))") }
    } else if !invocation.has("quiet"), let line = list.passedOverLine {
      console.tell(line)
    }
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
      reader: reader, ledger: ledger, archive: ledger.flatMap { archive(invocation, of: $0) },
      published: invocation["published"],
      fetcher: WebFetcher(webPolicy(invocation)), jobs: jobs)
  }

  /// The archive beside a ledger, without what a killed process left there; `nil` if nothing is to be kept.
  static func archive(_ invocation: Invocation, of ledger: Ledger) -> Archive? {
    guard !invocation.has("no-archive") else { return nil }
    let archive = Archive(besideLedger: ledger.path)
    archive.removeAbandonedDrafts()
    return archive
  }

  static func webPolicy(
    _ invocation: Invocation,
    what: String = "reads news reports; fetches only what its user asks for"
  ) -> WebPolicy {
    var policy = WebPolicy(userAgent: "Hearsay/\(Hearsay.Reader.version) (\(what))")
    policy.allowsPrivate = invocation.has("allow-private")
    policy.proxy = invocation["proxy"]
    return policy
  }

  /// A reading as it went into the ledger.
  struct Kept {
    /// With the ledger's id.
    let reading: Reading
    /// What a person is told of it.
    let note: String?
    /// What the ledger did; `nil` without one.
    var stored: Stored?
  }

  /// Puts a reading, if there is one, into the ledger, if there is one, and gives it the ledger's id.
  static func keep(_ result: ReadRun.Result, _ run: ReadRun) async throws -> Kept? {
    guard var reading = try result.outcome?.get() else { return nil }
    guard let ledger = run.ledger else { return Kept(reading: reading, note: nil) }
    let stored: Stored
    if let known = result.known {
      stored = known
    } else {
      do {
        let address =
          result.address ?? ReportID.address(given: nil, sha256: reading.report.sha256)
        stored = try await ledger.append(
          reading, address: address, again: true, delivery: result.delivery)
      } catch {
        throw InputError(name: result.name, reason: error.message)
      }
    }
    reading.report.id = stored.id
    let note = StoredNote(stored, isDated: run.published != nil).words
    return Kept(reading: reading, note: note, stored: stored)
  }
}
