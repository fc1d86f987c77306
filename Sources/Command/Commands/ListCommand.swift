import HearsayExchange
import HearsayLedger
import HearsayRecords

/// `hearsay list`.
enum ListCommand {
  private struct Entry {
    let line: ReportLine
    let original: NearCopy?
  }

  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    let moment = invocation.moment("as-of")
    let printer = AnswerPrinter(snapshot, invocation, console)
    let lines: (Entry) -> [StyledText] = { entry in
      Self.lines(of: entry.line, original: entry.original, width: printer.width)
    }
    return try printer.print(json: json, lines: lines) { take in
      try snapshot.forEachReport(LedgerDoor.scope(invocation)) { line in
        try take(Entry(line: line, original: try snapshot.original(of: line, asOf: moment)))
      }
    }
  }

  /// What JSON says of a report, with the earlier one that it is a near copy of.
  private static func json(of entry: Entry) throws -> String {
    struct Original: Encodable {
      let report: String
      let shared: Double
      let likeness: Double
    }
    let original = entry.original.map {
      Original(report: $0.report.id, shared: $0.shared, likeness: $0.likeness)
    }
    let json = try ContractWriter.spanless.json(original)
    return try entry.line.json().dropLast() + #","copyOf":\#(json)}"#
  }

  /// One report on a line, its title cut where the page ends.
  static func lines(
    of line: ReportLine, original: NearCopy? = nil, width: Int
  ) -> [StyledText] {
    let report = line.report
    var text = StyledText(line.id, .speaker)
    let date = report.published.map { String($0.prefix(10)) } ?? "no date"
    text.append("  " + date + String(repeating: " ", count: max(0, 10 - date.count)))
    var title = StyledText("  ")
    if let outlet = report.outlet?.safeLine { title.append("\(outlet): ", .faint) }
    title.append((report.title ?? report.url ?? line.address).safeLine)
    if line.version > 1 { title.append(" (version \(line.version))", .said) }
    if let original {
      title.append(
        " (near copy of \(original.report.id), \(StoredNote.percent(original.shared)))", .said)
    }
    return title.wrapped(width: width - text.width).enumerated().map { offset, line in
      offset == 0
        ? text + "  " + line : StyledText(String(repeating: " ", count: text.width + 4)) + line
    }
  }
}
