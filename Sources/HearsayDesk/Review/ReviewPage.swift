import HearsayLedger
import HearsayRecords
import HearsayStories

/// One thing to decide at a time: the record, its words, what others decided (unless blind), and the keys.
struct ReviewPage {
  let visit: Visit

  func content() throws -> Content {
    let asked = try ReviewQueue(visit)
    let all = try asked.items()
    visit.inHand?.note(all.count, waitingFor: visit.person)
    // What was assigned is everybody's own; of the rest, what another looks at just now is left to them.
    let taken = all.filter { !$0.isAssigned && holder($0) != nil }
    let queue = all.filter { $0.isAssigned || holder($0) == nil }
    let from = max(0, min(visit.request.asked("from").flatMap { Int($0) } ?? 0, queue.count))
    let others: HTML =
      taken.isEmpty
      ? .none
      : .tag(
        "p", [.class("quiet")],
        .text(
          "\(Words.count(taken.count, "thing", "things")) left out: \(ReadingIndex.list(taken.compactMap(holder).distinct)) looks at it just now."
        ))
    let main =
      orders(asked.order)
      + (from < queue.count ? try page(queue, from) : try end(queue.isEmpty)) + others
    if visit.request.suffix == nil, visit.role >= .code, from < queue.count {
      visit.inHand?.take(queue[from].name, visit.person, now: visit.now)
    }
    return Content(
      "Review", main,
      json: {
        struct Line: Encodable {
          let report, kind, record: String
          let contested, assigned: Bool
          let confidence, contest: Double
          let sources: Int
          let other: String?
        }
        return try ContractWriter.spanless.json(
          queue.map {
            Line(
              report: $0.line.id, kind: $0.kind.rawValue, record: $0.record,
              contested: $0.isContested, assigned: $0.isAssigned, confidence: $0.confidence,
              contest: $0.contest, sources: $0.sources, other: $0.pair.map { $0.link.from })
          })
      },
      sheet: {
        .init(
          [
            "report", "kind", "record", "contested", "assigned", "confidence", "contest", "sources",
            "other",
          ],
          queue.map {
            [
              $0.line.id, $0.kind.rawValue, $0.record, "\($0.isContested)", "\($0.isAssigned)",
              "\($0.confidence)", "\($0.contest)", "\($0.sources)", $0.pair?.link.from ?? "",
            ]
          })
      })
  }

  /// Who else looks at a thing just now.
  private func holder(_ item: ReviewQueue.Item) -> String? {
    visit.inHand?.other(item.name, than: visit.person, now: visit.now)
  }

  private func end(_ isEmpty: Bool) throws -> HTML {
    [
      try progress(),
      .tag(
        "div", [.class("empty")],
        isEmpty
          ? .tag("p", [], "Nothing waits for you: every record of the newest reports is decided.")
          : .tag("p", [], "That was all for now. ")
            + .tag(
              "p", [],
              .tag("a", [.href(visit.again([("from", "")]))], "Back to what was skipped"))),
    ]
  }

  /// What this person did today, and the last of it to be taken back.
  private func progress() throws -> HTML {
    let today = String(visit.now.ledgerText.prefix(10))
    let mine = try visit.snapshot.decisions(person: visit.person, asOf: visit.asOf)
    let held = ReviewState.holding(mine)
    let count = held.count { $0.made.hasPrefix(today) }
    guard let last = held.last else { return .none }
    return .tag(
      "div", [.class("decide")],
      .tag(
        "span", [.class("faint")],
        .text(
          "\(Words.count(count, "decision", "decisions")) today. Last: \(last.verdict.rawValue) of \(last.target.kind?.rawValue ?? "report") \(last.target.record)."
        ))
        + UndoForm(visit: visit, decision: last, next: visit.again([])).html)
  }

  /// The orders in which things are asked for; the address has the one that is chosen.
  private func orders(_ chosen: ReviewQueue.Order) -> HTML {
    let links = ReviewQueue.Order.allCases.map { order in
      HTML.tag(
        "a",
        [.href(visit.again([("order", order == .worth ? "" : order.rawValue), ("from", "")]))]
          + (order == chosen ? [.data("aria-current", "true")] : []), .text(order.words))
    }
    return .tag(
      "nav", [.class("within"), .data("aria-label", "What is asked for first")],
      .tag("span", [.class("faint")], "first:") + .all(links))
  }

  private static func why(_ item: ReviewQueue.Item) -> String {
    var why =
      item.pair != nil
      ? "same happening?"
      : item.isAssigned
        ? "assigned to you"
        : item.contest > 0
          ? "reports differ on it"
          : item.isContested ? "contested in this report" : "as it was read"
    if item.sources > 1, item.pair == nil { why += " · \(item.sources) sources" }
    return why
  }

  private func page(_ queue: [ReviewQueue.Item], _ from: Int) throws -> HTML {
    let item = queue[from]
    let back: HTML =
      from > 0
      ? .tag(
        "a",
        [
          .href(visit.again([("from", from > 1 ? "\(from - 1)" : "")])), .data("data-key", "k"),
        ], "back" + .tag("kbd", [], "k")) + " · " : .none
    let skip = HTML.tag(
      "a", [.href(visit.again([("from", "\(from + 1)")])), .data("data-key", "s")], "skip")
    let isBlind = visit.isBlind || item.isBlind
    let toggle: HTML =
      item.isBlind
      ? .tag("span", [.class("faint")], "what others decided is hidden")
      : isBlind
        ? .tag("a", [.href(visit.again([("blind", "")]))], "show what others decided")
        : .tag("a", [.href(visit.again([("blind", "1")]))], "hide what others decided")
    return .tag(
      "div", [.class("review")],
      [
        .tag(
          "p", [.class("progress")],
          .text("\(from + 1) of \(queue.count) · \(Self.why(item)) · ")
            + Parts.report(item.line, visit)),
        item.pair == nil ? try one(item, isBlind) : try pair(item),
        .tag("p", [], [back, skip, .tag("kbd", [], "s"), " · ", toggle]),
        try progress(), DecisionForm.suggestions,
      ])
  }

  private func one(_ item: ReviewQueue.Item, _ isBlind: Bool) throws -> HTML {
    let state = isBlind ? ReviewState([]) : item.state
    var cards = Cards(index: item.index, line: item.line, visit: visit)
    // What was decided about is gone from the queue: the next stands in its place.
    cards.next = visit.again([])
    cards.isBlind = isBlind
    return passage(item) + notes(item, isBlind)
      + .tag("h2", [.class("hidden")], "What is to be decided")
      + (cards.card(any: item.shown).map { cards.html($0, state) } ?? .none)
  }

  /// What people noted about words of the report.
  private func notes(_ item: ReviewQueue.Item, _ isBlind: Bool) -> HTML {
    let notes = item.notes.filter { !isBlind || $0.person == visit.person }
    guard !notes.isEmpty else { return .none }
    let items = notes.map { note in
      let about = note.words.map { "“\($0.exact.safeLine.cut(to: 60))”" } ?? "the report"
      let words = "\(note.person), \(Dates.short(note.made)), on \(about): \(note.reason)"
      return HTML.tag("li", [], .text(words))
    }
    return .tag("ul", [.class("notes")], .all(items))
  }

  private func passage(_ item: ReviewQueue.Item) -> HTML {
    let around = item.words.map { item.index.surroundings(of: $0, characters: 260) }
    let words = HTML.tag("mark", [], .text(item.words.map(item.index.words) ?? ""))
    return .tag(
      "blockquote", [.class("text")],
      .tag("p", [], [.text(around?.before ?? ""), words, .text(around?.after ?? "")]))
  }

  /// Two records that were taken for one, with each one's words.
  private func pair(_ item: ReviewQueue.Item) throws -> HTML {
    guard let pair = item.pair else { return .none }
    let quotes = Quotes(visit)
    let spans = (pair.link.reasons + pair.link.against).flatMap(\.spans)
    let sides = [pair.link.from, pair.link.to].map { record in
      spans.first { $0.report == RecordName(record)?.report }
    }
    let passages = try sides.compactMap(\.self).map { span in
      HTML.tag(
        "blockquote", [.class("text")],
        .tag("p", [], try quotes.passage(span)) + .tag("p", [.class("origin")], quotes.link(span)))
    }
    var form = DecisionForm(visit: visit, target: pair.target, other: pair.other)
    form.next = visit.again([])
    return .all(passages) + DecisionForm.consequence
      + .tag(
        "article", [.class("card link"), .data("tabindex", "0")],
        [
          .tag(
            "p", [],
            .text(pair.link.words.safeLine)
              + .tag("span", [.class("faint")], .text(" score \(pair.link.score)"))),
          quotes.reasons("For", pair.link.reasons), quotes.reasons("Against", pair.link.against),
          form.html,
        ])
  }
}

/// Takes a decision back, which is a decision too.
struct UndoForm {
  let visit: Visit
  let decision: Decision
  let next: Link

  var html: HTML {
    guard visit.role >= .code, visit.asOf == nil,
      decision.person == visit.person || visit.role >= .review
    else { return .none }
    let button = HTML.tag(
      "button", [.data("name", "verdict"), .data("value", "undo"), .data("data-key", "u")],
      "undo" + .tag("kbd", [], "u"))
    return .tag(
      "form", [.class("undo"), .data("method", "post"), .action(.page(["decide"]))],
      [
        visit.hiddenToken, Parts.hidden("undoes", "\(decision.number)"),
        Parts.hidden("next", next.text), button,
      ])
  }
}
