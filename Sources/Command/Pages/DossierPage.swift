import HearsayRecords
import HearsayStories

/// The page that people read: one entry a happening with its parts and who says each, then what is open or contested,
/// who judged, what else was said, and the background.
///
/// About a screen and a half for an ordinary report; with evidence, everything that was read and the words of it. Pure.
struct DossierPage: Sendable {
  let index: ReadingIndex
  /// Columns of the page.
  let width: Int
  /// What the ledger says of the report, if it is in one: its id and version.
  let note: String?
  /// Whether everything is shown, and the words that it was read from.
  let showsEvidence: Bool

  init(_ reading: Reading, width: Int, note: String? = nil, showsEvidence: Bool = false) {
    index = ReadingIndex(reading)
    self.width = width
    self.note = note
    self.showsEvidence = showsEvidence
  }

  /// So many entries of the sections after the happenings are shown, the rest is counted.
  private static let mostShown = 6
  /// So many happenings are shown whole: those of the matter, then those that the report tells most about.
  private static let mostHappenings = 13

  private static let open = "open"
  /// Columns of the names of sections.
  private static let sectionWidth = 11

  /// The lines of the page.
  func lines() -> [StyledText] {
    let ordered = ordered()
    let news = ordered.filter { !$0.background }
    let shown = shown(of: news)
    // Those that are shown have the first numbers, so that none is missing on the page.
    let numbered =
      ordered.filter { shown.contains($0.id) } + ordered.filter { !shown.contains($0.id) }
    let numbers = Dictionary(
      numbered.enumerated().map { ($1.id, String($0 + 1)) },
      uniquingKeysWith: { first, _ in first })
    var entries = HappeningLines(index: index, width: width)
    entries.showsEvidence = showsEvidence
    var lines = header()
    for happening in news where shown.contains(happening.id) {
      let number = numbers[happening.id] ?? ""
      lines +=
        happening.main
        ? entries.lines(of: happening, number: number)
        : entries.briefLines(of: happening, number: number)
    }
    if shown.count < news.count {
      lines.append(StyledText("   and \(news.count - shown.count) more (--evidence)", .faint))
    }
    let asides = DossierAsides(index: index, numbers: numbers)
    lines += section(Self.open, asides.open())
    lines += section("judged", asides.judged())
    if !showsEvidence { lines += section("said", asides.said()) }
    lines += background(ordered.filter(\.background), numbers, entries)
    return showsEvidence ? lines + everything() : lines
  }

  /// The ids of the happenings that the page has room for.
  private func shown(of happenings: [Happening]) -> Set<String> {
    guard !showsEvidence, happenings.count > Self.mostHappenings + 1 else {
      return Set(happenings.map(\.id))
    }
    let ranked = happenings.enumerated().sorted { one, other in
      func weight(_ happening: Happening) -> (Int, Int, Double) {
        (happening.main ? 1 : 0, happening.events.count, happening.confidence)
      }
      let (a, b) = (weight(one.element), weight(other.element))
      return a == b ? one.offset < other.offset : a > b
    }
    return Set(ranked.prefix(Self.mostHappenings).map(\.element.id))
  }

  /// The main happenings first, then the others in the order of the text, the background last.
  private func ordered() -> [Happening] {
    func place(_ happening: Happening) -> (Int, Int) {
      let first = happening.events.compactMap { index.events[$0]?.trigger.start }.min()
      return (happening.background ? 2 : happening.main ? 0 : 1, first ?? .max)
    }
    return index.reading.happenings.sorted { place($0) < place($1) }
  }

  private func header() -> [StyledText] {
    let report = index.reading.report
    let title =
      report.title.map { StyledText($0.safeLine, .heading) }
      ?? StyledText(report.firstLine.safeLine, .heading).shortened(to: width)
    let date = report.published.map { String($0.prefix(10)).safeLine } ?? "no date found"
    let origin = StyledText(
      [report.outlet?.safeLine, date].compactMap(\.self).joined(separator: " · "), .faint)
    var lines = title.wrapped(width: width)
    let last = lines.count - 1
    if lines[last].width + origin.width + 2 > width { lines.append("") }
    let end = lines.count - 1
    lines[end].append(
      String(repeating: " ", count: max(0, width - origin.width - lines[end].width)))
    lines[end] += origin
    if report.access == .stub { lines += ReportPage.stub.wrapped(width: width) }
    let notes = [report.url, note].compactMap { $0?.safeLine }.joined(separator: " · ")
    if !notes.isEmpty { lines += StyledText(notes, .faint).wrapped(width: width) }
    return lines
  }

  /// A section whose name stands before its first line; what is open is told whole, the rest in a line each.
  private func section(_ name: String, _ items: [StyledText]) -> [StyledText] {
    let shown = showsEvidence ? items.count : Self.mostShown
    var items = items
    if items.count > shown + 1 {
      let left = items.count - shown
      items = items.prefix(shown) + [StyledText("and \(left) more (--evidence)", .faint)]
    }
    let rest = StyledText(String(repeating: " ", count: Self.sectionWidth))
    let wide = showsEvidence || name == Self.open ? Int.max : width
    return items.enumerated().flatMap { offset, item in
      let first =
        offset == 0
        ? StyledText(name.uppercased().paddedToColumns(Self.sectionWidth), .heading) : rest
      return item.shortened(to: wide - Self.sectionWidth).wrapped(
        width: width, first: first, rest: rest)
    }
  }

  private func background(
    _ happenings: [Happening], _ numbers: [String: String], _ entries: HappeningLines
  ) -> [StyledText] {
    guard !happenings.isEmpty else { return [] }
    var lines = [StyledText("BACKGROUND", .heading)]
    let shown = showsEvidence ? happenings.count : Self.mostShown
    for happening in happenings.prefix(shown) {
      let number = numbers[happening.id] ?? ""
      lines +=
        showsEvidence
        ? entries.lines(of: happening, number: number)
        : entries.head(of: happening, number: number)
    }
    if happenings.count > shown {
      lines.append(StyledText("   and \(happenings.count - shown) more (--evidence)", .faint))
    }
    return lines
  }

  /// Every claim and every figure, each with where it stands.
  private func everything() -> [StyledText] {
    func section(_ name: String, _ lines: [StyledText]) -> [StyledText] {
      lines.isEmpty ? [] : ["", StyledText(name.uppercased(), .heading)] + lines
    }
    return section("who says what", ClaimLines(index: index, width: width).lines())
      + section("figures", FigureLines(index: index, width: width).lines())
  }
}

extension StyledText {
  /// Cut to so many columns between words, with "…" where something is left out.
  func shortened(to columns: Int) -> StyledText {
    guard width > columns else { return self }
    var short = wrapped(width: max(1, columns - 1))[0]
    short.append("…")
    return short
  }
}
