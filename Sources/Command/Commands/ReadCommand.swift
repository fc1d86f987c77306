import Hearsay
import HearsayArchives
import HearsayIntake
import HearsayLedger
import HearsayRecords
import HearsayWeb

/// `hearsay read`.
enum ReadCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let columns = try columns(invocation)
    let standardInput = StandardInput()
    var list = InputList(
      invocation.operands, takesArchives: true,
      takesTables: columns != nil || invocation.has("addresses"),
      as: invocation["as"].flatMap(ArchiveFile.Kind.init(word:)), standardInput: standardInput)
    if let column = invocation["addresses"] {
      guard columns == nil else {
        throw UsageError(
          message: "--column reads texts in a table, --addresses the pages that it names",
          command: "read")
      }
      list.follow(column)
    }
    let range = try range(invocation, list)
    if invocation.has("with-bands"), invocation["format"] != "jsonl" {
      throw UsageError(
        message: "--with-bands adds to the lines of --format jsonl", command: "read")
    }
    for error in list.errors { console.tell(error.message) }
    tell(list, invocation, console)
    var outcome: Outcome = list.errors.isEmpty ? .done : .failed
    guard !list.inputs.isEmpty else {
      if list.errors.isEmpty { console.tell("no reports in \(invocation.operands[0])") }
      if let path = invocation["tally"] {
        try FileSystem.write(try IntakeTally(list).json(), to: path)
      }
      return outcome.and(.nothingFound)
    }
    let halt = Halt()
    let isStored = !invocation.has("no-store")
    // Before anything is made, so that no moment is left at which Ctrl-C would just end the program.
    let interruption = Interruption(
      onFirst: halt.ask,
      lastWords: {
        console.tell(
          "stopped: what was in hand was not finished"
            + (isStored ? "; the same command again reads it" : ""))
      })
    var inputs = list.inputs
    if isStored, try LedgerDoor.isMissing(invocation, console),
      inputs.allSatisfy({ if case .page = $0 { true } else { false } })
    {
      for error in await WebFetcher(webPolicy(invocation)).dropUnreachable(from: &inputs) {
        console.tell(error.message)
        outcome = .failed
      }
      guard !inputs.isEmpty else { return outcome }
    }
    var intake = try intake(invocation, console)
    intake.columns = columns
    intake.standardInput = standardInput
    let hasArchives = list.inputs.contains(where: \.isArchive)
    let printer = ReadingPrinter(
      invocation, console, isOne: list.inputs.count == 1 && !hasArchives)
    var tally = IntakeTally(list, reader: intake.reader.reader)
    let clock = ContinuousClock()
    var foreign = 0
    var progress = Progress(of: list.inputs.count, at: clock.now)
    try printer.begin()
    let summary = try await intake.read(
      inputs, range: range, continues: !invocation.has("from-start"), halt: halt
    ) { event in
      tally.take(event)
      switch event {
      case .continues(let reports):
        console.tell(
          "going on after \(Counted.words(reports, "report")) read in an earlier run; "
            + "--from-start reads everything again")
      case .kept(let kept):
        if kept.reading.report.reader.model == nil { foreign += 1 }
        try printer.print(
          kept.reading, note: kept.note(isDated: intake.published != nil),
          delivered: kept.delivered)
      case .repeated(let name, let id):
        if invocation.has("verbose") { console.tell("\(name): passed over (report \(id) again)") }
      case .failed(let error):
        console.tell(error.message)
        outcome = .failed
      case .endOfArchive(let archive):
        if archive.hasDamage || !invocation.has("quiet") && !archive.isOneReport {
          console.tell(archive.line)
        }
      case .progress(let done):
        if !invocation.has("quiet"),
          let line = progress.line(done, hasArchives: hasArchives, at: clock.now)
        {
          console.showProgress(line)
        }
      }
      // Without a ledger nobody gets anything from a run whose output is closed.
      return !console.isClosed || intake.ledger != nil
    }
    try printer.end()
    console.clearProgress()
    if foreign > 0, !invocation.has("quiet") { console.tell(unread(foreign)) }
    tally.take(summary)
    if let ledger = intake.ledger { StoryDoor.keepUp(ledger, invocation, console) }
    if let path = invocation["tally"] { try FileSystem.write(try tally.json(), to: path) }
    if invocation.has("strict"), tally.hasLoss { outcome = .failed }
    guard summary.isStopped else {
      return hasArchives && summary.done + summary.inArchives == 0
        ? outcome.and(.nothingFound) : outcome
    }
    let read =
      hasArchives
      ? Counted.words(summary.done, "report") : "\(summary.done) of \(list.inputs.count) reports"
    let kept = isStored ? " and kept; the same command again reads the rest" : ""
    interruption.end()
    console.tell("stopped: \(read) read\(kept)")
    return .interrupted
  }

  /// What is said of reports in other languages.
  private static func unread(_ count: Int) -> String {
    "\(Counted.words(count, "report")) not in English: the text is kept, nothing is told of it; "
      + "--any-language reads \(count == 1 ? "it" : "them") all the same"
  }

  /// The part of an archive that is read.
  private static func range(_ invocation: Invocation, _ list: InputList) throws(UsageError)
    -> Range<Int>?
  {
    guard let given = invocation["range"] else { return nil }
    let ends = given.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let start = Int(ends[0]), start >= 0,
      let end = ends[1].isEmpty ? Int.max : Int(ends[1]), end >= start
    else {
      throw UsageError(
        message: "--range takes two numbers of bytes, as in 0-1000000, or the first alone, as in "
          + "1000000-; not \(given)", command: "read")
    }
    guard list.inputs.count == 1, case .archive(let name, let kind)? = list.inputs.first,
      name != "-", kind == .warc || kind == .jsonLines
    else {
      throw UsageError(
        message: "--range reads a part of one WARC or JSON Lines file", command: "read")
    }
    return start..<end
  }

  /// Where in tables reports stand; `nil` if no column is named.
  private static func columns(_ invocation: Invocation) throws(UsageError) -> TableColumns? {
    let beside = ["title-column", "date-column", "url-column", "outlet-column", "byline-column"]
    guard let text = invocation["column"] else {
      if let flag = beside.first(where: { invocation[$0] != nil }) {
        throw UsageError(
          message: "--\(flag) needs --column, which names the column that holds the reports' text",
          command: "read")
      }
      return nil
    }
    var columns = TableColumns(text: text)
    columns.title = invocation["title-column"]
    columns.date = invocation["date-column"]
    columns.address = invocation["url-column"]
    columns.outlet = invocation["outlet-column"]
    columns.byline = invocation["byline-column"]
    return columns
  }

  /// Tells what was passed over in folders: how much, or each file where more words are wanted.
  static func tell(_ list: InputList, _ invocation: Invocation, _ console: Console) {
    if invocation.has("verbose") {
      for file in list.passedOver { console.tell("\(file.path): passed over (\(file.kind))") }
    } else if !invocation.has("quiet"), let line = list.passedOverLine {
      console.tell(line)
    }
  }

  private static func intake(_ invocation: Invocation, _ console: Console) throws -> Intake {
    // The ledger first: it takes no time, and a path that cannot be used should be told at once.
    let ledger = invocation.has("no-store") ? nil : try LedgerDoor.open(invocation, console)
    return try intake(
      invocation, console, ledger: ledger, fetcher: WebFetcher(webPolicy(invocation)))
  }

  /// What takes reports in, as the flags say.
  static func intake(
    _ invocation: Invocation, _ console: Console, ledger: Ledger?, fetcher: WebFetcher
  ) throws -> Intake {
    let reader = try Hearsay.Reader(
      Resources(
        model: invocation["model"], environment: console.environment, program: console.program),
      anyLanguage: invocation.has("any-language"))
    return Intake(
      reader: reader, ledger: ledger, archive: ledger.flatMap { archive(invocation, of: $0) },
      fetcher: fetcher, published: invocation["published"], base: invocation["base"],
      jobs: invocation.number("jobs") ?? Environment.processors)
  }

  /// The archive beside a ledger, without what a killed process left there; `nil` if nothing is to be kept.
  private static func archive(_ invocation: Invocation, of ledger: Ledger) -> Archive? {
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
    policy.named = Set(
      invocation.operands.filter { $0.contains("://") }.compactMap { WebAddress($0).host })
    policy.proxy = invocation["proxy"]
    return policy
  }
}

extension Kept {
  /// What a person is told of it; `nil` if it is in no ledger.
  func note(isDated: Bool) -> String? { stored.map { StoredNote($0, isDated: isDated).words } }
}
