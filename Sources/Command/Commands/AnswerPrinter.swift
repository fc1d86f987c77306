import HearsayExchange
import HearsayLedger
import HearsayRecords
import HearsayStories

/// Prints what the ledger answers: records grouped by report for people, or one JSON object for each.
struct AnswerPrinter {
  private let console: Console
  private let format: String
  private let colors: Bool
  private let isQuiet: Bool
  private let snapshot: Snapshot

  init(_ snapshot: Snapshot, _ invocation: Invocation, _ console: Console) {
    self.console = console
    self.snapshot = snapshot
    format = invocation["format"] ?? "text"
    colors = console.usesColors(invocation)
    isQuiet = invocation.has("quiet")
  }

  /// Columns of a page.
  var width: Int { console.width }

  /// A record that answers, with what is printed of it.
  struct Line {
    let report: ReportLine
    /// The record under the name of its kind, as JSON.
    let json: String
    /// What people read, on the page of its report.
    let lines: (ReadingIndex) -> [StyledText]

    init<Kind: Record>(
      _ found: Found<Kind>, key: String, lines: @escaping (Kind, ReadingIndex) -> [StyledText]
    ) {
      report = found.report
      json = #""\#(key)":\#(found.json)"#
      let mark = found.review?.words.map { StyledText("  (\($0))", .faint) }
      self.lines = { lines(found.record, $0) + [mark].compactMap(\.self) }
    }
  }

  /// Prints records of one kind as they are found, each as `key` in JSON and as `lines` on the page of its report.
  func print<Kind: Record>(
    key: String, lines: @escaping (Found<Kind>, ReadingIndex) -> [StyledText],
    _ find: (@escaping (Found<Kind>) throws -> Bool) throws -> Void
  ) throws -> Outcome {
    try printLines { take in
      try find { found in
        try take(Line(found, key: key) { _, index in lines(found, index) })
      }
    }
  }

  /// Prints records of any kinds as they are found, so that the first stand there before the last are looked for.
  func printLines(_ find: (@escaping (Line) throws -> Bool) throws -> Void) throws -> Outcome {
    guard format == "text" else {
      return try printJSON { take in
        try find { try take(#"{"report":\#(try $0.report.json()),\#($0.json)}"#) }
      }
    }
    var index: ReadingIndex?
    var isEmpty = true
    try find { record in
      isEmpty = false
      guard !isQuiet else { return false }
      if index?.reading.report.id != record.report.id {
        let isFirst = index == nil
        let reading = try snapshot.reviewed(record.report)
        index = ReadingIndex(reading)
        try print((isFirst ? [] : [""]) + Self.heading(of: record.report, width: width))
      }
      if let index { try print(record.lines(index)) }
      return !console.isClosed
    }
    return isEmpty ? try nothingFound() : .done
  }

  /// Says that there is nothing, and in how much it was looked for.
  private func nothingFound() throws -> Outcome {
    if !isQuiet {
      let reports = try snapshot.counts().reports
      console.tell(
        "nothing found; the ledger \(LedgerLocation.shown(snapshot.path)) holds \(Counted.words(reports, "report"))"
      )
    }
    return .nothingFound
  }

  /// Prints lines for people, or one JSON object for each thing.
  func print<Thing>(
    _ things: [Thing], json: @escaping (Thing) throws -> String,
    lines: @escaping (Thing) -> [StyledText]
  ) throws -> Outcome {
    try print(json: json, lines: lines) { take in
      for thing in things {
        guard try take(thing) else { return }
      }
    }
  }

  /// Prints lines for people, or one JSON object, for each thing as it is found.
  func print<Thing>(
    json: @escaping (Thing) throws -> String, lines: @escaping (Thing) -> [StyledText],
    _ find: (@escaping (Thing) throws -> Bool) throws -> Void
  ) throws -> Outcome {
    guard format == "text" else {
      return try printJSON { take in try find { try take(try json($0)) } }
    }
    var isEmpty = true
    try find { thing in
      isEmpty = false
      guard !isQuiet else { return false }
      try print(lines(thing))
      return !console.isClosed
    }
    return isEmpty ? try nothingFound() : .done
  }

  private func print(_ lines: [StyledText]) throws { try console.print(lines, colors: colors) }

  private func printJSON(_ find: (@escaping (String) throws -> Bool) throws -> Void) throws
    -> Outcome
  {
    let isArray = format == "json"
    var isEmpty = true
    try find { object in
      try console.print(isArray ? (isEmpty ? "[\n" : ",\n") + object : object + "\n")
      isEmpty = false
      return !console.isClosed
    }
    if isArray { try console.print(isEmpty ? "[]\n" : "\n]\n") }
    return isEmpty ? try nothingFound() : .done
  }

  /// Which report a record stands in.
  static func heading(of line: ReportLine, width: Int) -> [StyledText] {
    let report = line.report
    var text = StyledText((report.title ?? report.url ?? line.address).safeLine, .heading)
    let parts = [report.outlet, report.published, line.id].compactMap { $0?.safeLine }
    text.append("  " + parts.joined(separator: " · "), .faint)
    return text.wrapped(width: width, rest: "  ")
  }
}
