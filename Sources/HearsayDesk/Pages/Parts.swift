import HearsayLedger
import HearsayRecords
import HearsayStories

/// Small pieces that several pages show.
enum Parts {
  /// A table with a caption for those who do not see it.
  static func table(_ caption: String, _ header: [String], _ rows: [[HTML]]) -> HTML {
    let head = HTML.all(header.map { .tag("th", [.data("scope", "col")], .text($0)) })
    // On a phone each row is a block with the names of its columns beside the cells; the roles keep it a table for who listens.
    let body = HTML.all(
      rows.map { row in
        .tag(
          "tr", [.data("role", "row")],
          .all(
            zip(header, row).map { name, cell in
              .tag("td", [.data("role", "cell"), .data("data-of", name)], cell)
            }))
      })
    let table: HTML = [
      .tag("caption", [.class("hidden")], .text(caption)),
      .tag("thead", [], .tag("tr", [], head)), .tag("tbody", [], body),
    ]
    return scrolled(caption, .tag("table", [.class("rows"), .data("role", "table")], table))
  }

  /// Something that a form sends without being asked.
  static func hidden(_ name: String, _ value: String, id: String? = nil) -> HTML {
    .void(
      "input",
      [.data("type", "hidden"), .data("name", name), .data("value", value)]
        + (id.map { [.data("id", $0)] } ?? []))
  }

  /// What may be chosen of a list.
  static func option(_ value: String, _ words: String, isChosen: Bool) -> HTML {
    .tag(
      "option", [.data("value", value)] + (isChosen ? [.flag("selected")] : []), .text(words))
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

  /// When something was, on one line.
  static func when(_ date: String?, _ otherwise: String = "") -> HTML {
    .tag("span", [.class("when")], .text(date.map(Dates.moment) ?? otherwise))
  }

  /// That people looked at what stands before it; nothing of machine work.
  static func looked(_ reviewed: Reviewed?) -> HTML {
    guard let reviewed else { return .none }
    let sign = reviewed.state == "disputed" ? "≠ " : "✓ "
    return .tag(
      "span",
      [
        .class("looked \(reviewed.state)"),
        .data("title", "\(reviewed.words), \(Dates.moment(reviewed.made))"),
      ],
      .tag("span", [.data("aria-hidden", "true")], .text(sign)) + .text(reviewed.state))
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
