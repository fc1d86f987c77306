import HearsayLedger
import HearsayRecords
import HearsayStories

/// Small pieces that several pages show.
enum Parts {
  /// A table with a caption for those who do not see it.
  static func table(_ caption: String, _ header: [String], _ rows: [[HTML]]) -> HTML {
    let head = HTML.all(header.map { .tag("th", [.data("scope", "col")], .text($0)) })
    let body = HTML.all(rows.map { row in .tag("tr", [], .all(row.map { .tag("td", [], $0) })) })
    let table: HTML = [
      .tag("caption", [.class("hidden")], .text(caption)),
      .tag("thead", [], .tag("tr", [], head)), .tag("tbody", [], body),
    ]
    return scrolled(caption, .tag("table", [], table))
  }

  /// What may be wider than the page: it scrolls by itself, by keyboard too.
  static func scrolled(_ label: String, _ content: HTML) -> HTML {
    .tag(
      "div",
      [
        .class("scroll"), .data("tabindex", "0"), .data("role", "region"),
        .data("aria-label", label),
      ], content)
  }

  /// A report on a line: its headline, and who published it when.
  static func report(_ line: ReportLine, _ visit: Visit) -> HTML {
    [
      .tag("a", [.href(visit.link(["report", line.id]))], .text(title(line))),
      .tag("span", [.class("faint")], .text(" " + origin(line))),
    ]
  }

  static func title(_ line: ReportLine) -> String {
    (line.report.title ?? line.report.url ?? line.address).safeLine
  }

  /// Outlet, day and version of a report.
  static func origin(_ line: ReportLine) -> String {
    var parts = [line.report.outlet?.safeLine, line.report.published.map(Dates.moment)].compactMap(
      \.self)
    if line.version > 1 { parts.append("version \(line.version)") }
    return parts.joined(separator: " · ")
  }

  /// Words of a report that open where they stand.
  static func words(
    _ words: String, at span: TextSpan, in report: String, _ positions: PositionMap, _ visit: Visit
  ) -> HTML {
    let place = Place(span, positions)
    return .tag(
      "a",
      [
        .class("words"),
        .href(visit.link(["report", report], [("at", place.text)], fragment: place.anchor)),
      ],
      .text(words))
  }

  /// A stretch of a text as addresses name it: code points, as in JSON.
  struct Place {
    let text: String
    var anchor: String { "s" + text }

    init(_ span: TextSpan, _ positions: PositionMap) {
      text =
        "\(positions.scalarOffset(ofUTF8: span.start))-\(positions.scalarOffset(ofUTF8: span.end))"
    }

    /// The bytes that an address names, if the text has them.
    static func span(_ text: String, _ positions: PositionMap) -> TextSpan? {
      let ends = text.split(separator: "-").compactMap { Int($0) }
      guard ends.count == 2, ends[0] <= ends[1],
        let start = positions.utf8Offset(ofScalar: ends[0]),
        let end = positions.utf8Offset(ofScalar: ends[1])
      else { return nil }
      return TextSpan(start: start, end: end)
    }
  }

  /// A mark with its word: told apart by shape and word, not by colour alone.
  static func standing(_ standing: Standing) -> HTML {
    .tag(
      "span", [.class("standing \(name(of: standing.manner))")],
      .tag("span", [.data("aria-hidden", "true")], .text(standing.mark)) + " "
        + .text(standing.word))
  }

  private static func name(of manner: Standing.Manner) -> String {
    switch manner {
    case .happened: "happened"
    case .said: "said"
    case .alleged: "alleged"
    case .planned: "planned"
    case .denied: "denied"
    }
  }
}
