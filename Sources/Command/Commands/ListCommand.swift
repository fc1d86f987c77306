import HearsayLedger
import HearsayRecords

/// `hearsay list`.
enum ListCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    let reports = try snapshot.reports(LedgerDoor.scope(invocation))
    let printer = AnswerPrinter(invocation, console)
    return try printer.print(reports, json: AnswerPrinter.json) { line in
      lines(of: line, width: printer.width)
    }
  }

  /// One report on a line, its title cut where the page ends.
  static func lines(of line: ReportLine, width: Int) -> [StyledText] {
    let report = line.report
    var text = StyledText(line.id, .speaker)
    let date = report.published.map { String($0.prefix(10)) } ?? "no date"
    text.append("  " + date + String(repeating: " ", count: max(0, 10 - date.count)))
    var title = StyledText("  ")
    if let outlet = report.outlet?.safeLine { title.append("\(outlet): ", .faint) }
    title.append((report.title ?? report.url ?? line.address).safeLine)
    if line.version > 1 { title.append(" (version \(line.version))", .said) }
    return title.wrapped(width: width - text.width).enumerated().map { offset, line in
      offset == 0
        ? text + "  " + line : StyledText(String(repeating: " ", count: text.width + 4)) + line
    }
  }
}
