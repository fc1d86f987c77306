import HearsayIntake
import HearsayLedger
import HearsayRecords

/// A report on one line: id, date, outlet, headline, and how much was found in it.
enum BriefLine {
  static func line(of kept: Kept) -> StyledText {
    let reading = kept.reading
    let report = reading.report
    var line = StyledText(report.id, .speaker)
    let date = report.published.map { String($0.prefix(10)) } ?? "no date"
    line.append("  " + date.safeLine + String(repeating: " ", count: max(0, 10 - date.count)))
    line.append("  ")
    if let outlet = report.outlet?.safeLine { line.append("\(outlet): ", .faint) }
    line.append((report.title ?? report.url ?? "").safeLine)
    if report.access == .stub { line.append(" (only the beginning)", .said) }
    if let version = kept.stored?.version, version > 1 {
      line.append(" (version \(version))", .said)
    }
    if let original = kept.stored?.original {
      line.append(" (near copy of \(original.id), \(StoredNote.percent(original.shared)))", .said)
    }
    let settled = reading.happenings.count
    let counts = [
      (reading.claims.count, "claim"),
      settled == 0 ? (reading.events.count, "event") : (settled, "happening"),
      (reading.figures.count, "figure"),
    ]
    let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    line.append(" · " + (words.isEmpty ? "nothing found" : words.joined(separator: ", ")), .faint)
    return line
  }
}
