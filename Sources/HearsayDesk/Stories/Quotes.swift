import HearsayLedger
import HearsayRecords
import HearsayStories

/// Shows words in their sentence at once, and leads to where they stand: each text is read once a page.
final class Quotes {
  private let visit: Visit
  private var texts: [String: PositionMap] = [:]
  /// Characters shown on each side.
  private static let around = 140

  init(_ visit: Visit) { self.visit = visit }

  /// A link to words in their report.
  func link(_ quoted: Quoted, _ words: String = "in the report") -> HTML {
    let place = "\(quoted.start)-\(quoted.end)"
    return .tag(
      "a",
      [
        .class("there"),
        .href(visit.link(["report", quoted.report], [("at", place)], fragment: "s" + place)),
      ], .text(words))
  }

  /// What speaks for or against two records being one, each reason with its words.
  func reasons(_ side: String, _ reasons: [Incident.Reason]) -> HTML {
    guard !reasons.isEmpty else { return .none }
    let items = reasons.map { reason -> HTML in
      let words = reason.spans.map {
        link($0, "“" + $0.exact.safeLine.cut(to: 60) + "”") + " "
      }
      return .tag("li", [], .text(reason.words.safeLine + " ") + .all(words))
    }
    let summary = "\(side): \(Words.count(reasons.count, "reason", "reasons"))"
    return .tag(
      "details", [.class("reasons")],
      .tag("summary", [], .text(summary)) + .tag("ul", [.class("plain")], .all(items)))
  }

  /// Words within their paragraph, the words themselves lit.
  func passage(_ quoted: Quoted) throws -> HTML {
    let positions = try positions(of: quoted.report)
    guard let positions, let start = positions.utf8Offset(ofScalar: quoted.start),
      let end = positions.utf8Offset(ofScalar: quoted.end), start < end
    else { return .tag("q", [], .text(quoted.exact.safeLine)) }
    let (before, after) = positions.surroundings(
      of: TextSpan(start: start, end: end), characters: Self.around)
    return .tag(
      "q", [],
      .text(before) + .tag("mark", [], .text(quoted.exact.safeLine)) + .text(after))
  }

  private func positions(of report: String) throws -> PositionMap? {
    if let known = texts[report] { return known }
    guard let line = try? visit.snapshot.report(report, asOf: visit.asOf) else { return nil }
    let made = PositionMap(try visit.snapshot.text(of: line))
    texts[report] = made
    return made
  }
}
