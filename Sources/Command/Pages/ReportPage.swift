import HearsayRecords
import HearsayStories

/// The page of a report that was read before there were happenings, or of which none were read: what it says, who says it,
/// and what is contested in it.
///
/// Pure.
struct ReportPage: Sendable {
  let index: ReadingIndex
  /// Columns of the page.
  let width: Int
  /// What the ledger says of the report, if it is in one: its id and version.
  let note: String?

  init(_ reading: Reading, width: Int, note: String? = nil) {
    index = ReadingIndex(reading)
    self.width = width
    self.note = note
  }

  /// The lines of the page.
  func lines() -> [StyledText] {
    var lines = header()
    lines += section("who says what", ClaimLines(index: index, width: width).lines())
    lines += section("events", EventLines(index: index, width: width).lines())
    lines += section("figures", FigureLines(index: index, width: width).lines())
    lines += section(
      "contested in this report", ContestedLines(index: index, width: width).lines())
    if index.reading.claims.isEmpty, index.reading.events.isEmpty, index.reading.figures.isEmpty {
      lines += ["", StyledText("  Nothing was found in it to record.", .faint)]
    }
    return lines
  }

  private func header() -> [StyledText] {
    let report = index.reading.report
    let title = report.title ?? report.firstLine
    var lines = [StyledText(String(repeating: "─", count: width), .faint)]
    lines += StyledText(title.safeLine, .heading).wrapped(width: width)
    var published: String?
    if let date = report.published {
      published = date.safeLine + " (\(report.publishedFrom.words))"
    }
    let parts = [report.outlet, report.byline, published ?? "no date found", report.language]
    lines += StyledText(parts.compactMap { $0?.safeLine }.joined(separator: " · "))
      .wrapped(width: width)
    if report.access == .stub { lines += Self.stub.wrapped(width: width) }
    let origin = [report.url, note].compactMap { $0?.safeLine }.joined(separator: " · ")
    if !origin.isEmpty { lines += StyledText(origin, .faint).wrapped(width: width) }
    return lines
  }

  /// What is told of a report that its page shows only the beginning of.
  static let stub = StyledText(
    "Only the beginning: the page says that the rest is for subscribers.", .said)

  private func section(_ name: String, _ lines: [StyledText]) -> [StyledText] {
    lines.isEmpty ? [] : ["", StyledText(name.uppercased(), .heading)] + lines
  }
}

extension Report {
  /// What stands for a title where there is none.
  var firstLine: String {
    let line = text.split(whereSeparator: \.isNewline).first { !$0.allSatisfy(\.isWhitespace) }
    return line.map { $0.count > 100 ? $0.prefix(99) + "…" : String($0) } ?? "(no text)"
  }
}

extension PublishedFrom {
  /// Where a date was found, for people.
  fileprivate var words: String {
    switch self {
    case .option: "as given"
    case .feed: "from the feed"
    case .meta, .jsonld: "from the page's data"
    case .text: "from the text"
    case .url: "from the address"
    case .status: "from the post's number"
    case .none: "origin unknown"
    }
  }
}
