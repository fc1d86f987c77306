import HearsayLedger
import HearsayRecords
import HearsayStories

/// One report: its text with marks, and beside it a card for each thing read from it.
struct ReportPage {
  let visit: Visit

  func content(_ id: String) throws -> Content {
    let snapshot = visit.snapshot
    let line = try visit.line(id)
    let read = try snapshot.reading(of: line)
    let reviews = try visit.reviews(of: line)
    let left = Reviewing(reviews, PositionMap(read.report.text)).reading(read)
    // What was rejected stays to be seen, marked so.
    let reading = left.keeping(rejectedOf: read)
    let index = ReadingIndex(reading)
    var cards = Cards(index: index, line: line, visit: visit)
    cards.isBlind = visit.isBlind(to: line)
    let lit = visit.request.asked("at").flatMap { Parts.Place.span($0, index.positions) }
    let notes = NoteCards(
      visit: visit, line: line, positions: index.positions, notes: reviews.notes,
      lit: visit.request.asked("at"), isBlind: cards.isBlind)
    let text = MarkedText(
      positions: index.positions, marks: MarkedText.marks(of: reading) + notes.marks, lit: lit)

    let happenings = reading.happenings.sorted {
      ($0.main ? 0 : 1, $0.background ? 1 : 0) < ($1.main ? 0 : 1, $1.background ? 1 : 0)
    }
    let added = Set(reviews.added.map(\.target.record))
    let groups: [(String, [Card])] = [
      ("Happenings", happenings.map(cards.card)),
      ("Who says what", reading.claims.map(cards.card)),
      ("Figures", reading.figures.map(cards.card)),
      ("Times that were added", reading.times.filter { added.contains($0.id) }.map(cards.card)),
      ("Places that were added", reading.places.filter { added.contains($0.id) }.map(cards.card)),
    ]
    let aside = HTML.all(
      groups.filter { !$0.1.isEmpty }.map { name, group in
        .tag(
          "section", [],
          .tag("h2", [], .text("\(name) (\(group.count))"))
            + .all(group.map { cards.html($0, reviews.state(of: $0.id)) }))
      })
    let main: HTML = [
      try about(line),
      open(index),
      .tag(
        "div", [.class("beside")],
        [
          .tag(
            "section",
            [
              .class("text"), .data("aria-label", "Text of the report"),
              .data("lang", reading.report.language ?? "en"),
            ],
            text.html),
          .tag(
            "section", [.class("cards"), .data("aria-label", "Records")],
            notes.html + aside
              + AddRecordForm(
                visit: visit, line: line, reading: reading, lit: visit.request.asked("at")
              ).html),
        ]),
      DecisionForm.suggestions,
    ]
    return Content(
      Parts.title(line), main, json: { try snapshot.json(of: line, asOf: visit.asOf) })
  }

  /// Where it comes from, its versions and its copies.
  private func about(_ line: ReportLine) throws -> HTML {
    let versions = try visit.snapshot.versions(of: line.address)
    let copies = try visit.snapshot.copies(of: line).filter { $0.id != line.id }
    var parts: [HTML] = [.tag("p", [.class("origin")], .text(Parts.origin(line)))]
    if let url = line.report.url, let link = Link.web(url) {
      parts.append(
        .tag(
          "p", [],
          .tag(
            "a",
            [
              .href(link), .data("rel", "noreferrer noopener"), .data("target", "_blank"),
              .data("data-key", "o"),
            ], .text(url))
            + .tag("span", [.class("faint")], " (the page itself, elsewhere)")))
    } else {
      parts.append(.tag("p", [.class("origin")], .text(line.address.safeLine)))
    }
    if versions.count > 1 {
      parts.append(
        .tag(
          "p", [],
          "Versions: "
            + .all(
              versions.map { version in
                version.id == line.id
                  ? .tag("strong", [], "v\("\(version.version)") ")
                  : .tag(
                    "a", [.href(visit.link(["report", version.id]))], "v\("\(version.version)") ")
              })
            + .tag("a", [.href(visit.link(["compare", line.id]))], "what changed")))
    }
    if visit.tables != nil {
      parts.append(
        .tag(
          "p", [],
          .tag("a", [.href(visit.link(["story", line.id]))], "The story that it is part of")))
    }
    if !copies.isEmpty {
      parts.append(
        .tag(
          "details", [],
          .tag("summary", [], .text(Words.count(copies.count, "near copy", "near copies")))
            + .tag("ul", [], .all(copies.map { .tag("li", [], Parts.report($0, visit)) }))))
    }
    return .all(parts)
  }

  /// What the report leaves open, each answer one press from its words.
  private func open(_ index: ReadingIndex) -> HTML {
    let points = OpenPoints.points(in: index.reading)
    guard !points.isEmpty else { return .none }
    let labels = Dictionary(index.reading.happenings.map { ($0.id, $0.label) }) { first, _ in first
    }
    return .tag(
      "section", [.class("open")],
      .tag("h2", [], "Open or contested")
        + .tag(
          "ul", [],
          .all(
            points.map { point in
              .tag(
                "li", [],
                [
                  .tag(
                    "a", [.href(.here("r-" + point.happening))],
                    .text((labels[point.happening] ?? "").safeLine)),
                  ": ", .text(Words.question(point.question)), " ",
                  .text(point.answers.map { Words.answer($0, index) }.joined(separator: " · ")),
                ])
            })))
  }
}

extension Reading {
  /// Itself with the records of another that it lacks, each in its place.
  func keeping(rejectedOf read: Reading) -> Reading {
    func all<Kind: Record>(_ left: [Kind], _ read: [Kind]) -> [Kind] {
      let known = Dictionary(
        left.compactMap { record in record.recordID.map { ($0, record) } },
        uniquingKeysWith: { first, _ in first })
      let ids = Set(read.compactMap(\.recordID))
      return read.map { $0.recordID.flatMap { known[$0] } ?? $0 }
        + left.filter { $0.recordID.map { !ids.contains($0) } ?? false }
    }
    var whole = self
    whole.claims = all(claims, read.claims)
    whole.figures = all(figures, read.figures)
    whole.happenings = all(happenings, read.happenings)
    return whole
  }
}

/// How the desk words what is counted and asked.
enum Words {
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    number == 1 ? "1 \(one)" : "\(number) \(many)"
  }

  static func question(_ question: OpenPoint.Question) -> String {
    switch question {
    case .happened: "did it happen?"
    case .who: "who did it?"
    case .howMany(let counted): "how many \(counted.safeLine)?"
    }
  }

  static func answer(_ answer: OpenPoint.Answer, _ index: ReadingIndex) -> String {
    let what =
      switch answer.content {
      case .status(let status): status.rawValue
      case .party(let slot): slot.id.map(index.name) ?? index.words(slot.span)
      case .denial(let party): "not \(index.name(party))"
      case .nobody: "nobody has claimed it"
      case .figure(let figure): figure.evidence.first.map(index.words) ?? ""
      }
    return what + " (" + ReadingIndex.list(answer.voices.map(index.voiceName)) + ")"
  }
}
