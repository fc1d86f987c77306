import HearsayLedger
import HearsayRecords
import HearsayStories

/// One thing to decide at a time: the record, its words, what others decided (unless blind), and the keys.
///
/// The queue is drawn from the newest reports on which this person has decided least: what is contested there first, then what
/// was read least surely.
struct ReviewPage {
  let visit: Visit
  /// Reports that one page may look into.
  static let window = 12

  struct Item {
    let line: ReportLine
    let index: ReadingIndex
    let card: Card
    let state: ReviewState
    let isContested: Bool
    let confidence: Double
  }

  func content() throws -> Content {
    let queue = try queue()
    let from = max(0, min(visit.request.asked("from").flatMap { Int($0) } ?? 0, queue.count))
    guard from < queue.count else {
      return Content(
        "Review",
        .tag("p", [], queue.isEmpty ? "Nothing waits for you." : "That was all for now. ")
          + (queue.isEmpty
            ? .none : .tag("a", [.href(visit.link(["review"]))], "Back to what was skipped")),
        json: { "[]" })
    }
    let item = queue[from]
    let isBlind = visit.request.asked("blind") != nil
    let state = isBlind ? ReviewState([]) : item.state
    let cards = Cards(index: item.index, line: item.line, visit: visit)
    let around = item.card.words.map { item.index.surroundings(of: $0, characters: 220) }
    let main: HTML = [
      .tag(
        "p", [.class("progress")],
        "\("\(from + 1)") / \("\(queue.count)") · " + Parts.report(item.line, visit)),
      .tag(
        "blockquote", [.class("text")],
        .tag(
          "p", [],
          [
            .text(around?.before ?? ""),
            .tag("mark", [], .text(item.card.words.map(item.index.words) ?? "")),
            .text(around?.after ?? ""),
          ])),
      item.isContested
        ? .tag("p", [.class("open")], "The voices of this report differ on it.") : .none,
      cards.html(item.card, state),
      .tag(
        "p", [],
        [
          .tag(
            "a", [.href(visit.again([("from", "\(from + 1)")])), .data("data-key", "s")], "skip "),
          .tag("kbd", [], "s"), " · ",
          isBlind
            ? .tag("a", [.href(visit.again([("blind", "")]))], "show what others decided")
            : .tag("a", [.href(visit.again([("blind", "1")]))], "hide what others decided"),
        ]),
    ]
    return Content(
      "Review", main,
      json: {
        struct Line: Encodable {
          let report, kind, record: String
          let contested: Bool
          let confidence: Double
        }
        return try ContractWriter(positions: PositionMap("")).json(
          queue.map {
            Line(
              report: $0.line.id, kind: $0.card.kind.rawValue, record: $0.card.id,
              contested: $0.isContested, confidence: $0.confidence)
          })
      },
      sheet: {
        .init(
          ["report", "kind", "record", "contested", "confidence"],
          queue.map {
            [
              $0.line.id, $0.card.kind.rawValue, $0.card.id, "\($0.isContested)",
              "\($0.confidence)",
            ]
          })
      })
  }

  /// What waits, in the order in which it is asked for.
  func queue() throws -> [Item] {
    var items: [Item] = []
    var looked = 0
    for line in try visit.snapshot.reports(try visit.scope(limit: 200)) {
      let key = line.report.key ?? line.id
      let decisions = try visit.snapshot.decisions(report: key, asOf: visit.asOf)
      let reviews = Reviews(decisions, of: key)
      let reading = try visit.snapshot.reading(of: line)
      let index = ReadingIndex(reading)
      let contested = Set(OpenPoints.points(in: reading).map(\.happening))
      let cards = Cards(index: index, line: line, visit: visit)
      func item(_ card: Card, _ confidence: Double) -> Item? {
        let state = reviews.state(of: card.id)
        guard !state.decisions.contains(where: { $0.person == visit.person && $0.verdict != .note })
        else { return nil }
        return Item(
          line: line, index: index, card: card, state: state,
          isContested: contested.contains(card.id), confidence: confidence)
      }
      let found =
        reading.happenings.compactMap { item(cards.card($0), $0.confidence) }
        + reading.claims.compactMap { item(cards.card($0), $0.confidence) }
      items += found
      looked += found.isEmpty ? 0 : 1
      if looked == Self.window { break }
    }
    return items.enumerated().sorted { one, other in
      (one.element.isContested ? 0 : 1, one.element.confidence, one.offset)
        < (other.element.isContested ? 0 : 1, other.element.confidence, other.offset)
    }.map(\.element)
  }
}
