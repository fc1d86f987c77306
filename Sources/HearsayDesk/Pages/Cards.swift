import HearsayLedger
import HearsayRecords
import HearsayStories

/// One record beside its words: what it says in a line, its parts, what people decided, and what can be decided.
struct Card {
  let kind: RecordKind
  let id: String
  /// CLAIM, EVENT, FIGURE.
  let word: String
  let head: HTML
  /// Parts with their names.
  var parts: [(name: String, value: HTML)] = []
  /// The first words it rests on.
  let words: TextSpan?
  let record: any Record
}

/// Makes the cards of a reading.
struct Cards {
  let index: ReadingIndex
  let line: ReportLine
  let visit: Visit
  /// Where decisions go on to; the page itself if `nil`.
  var next: Link?
  /// Whether what others decided is hidden.
  var isBlind = false

  private func words(_ span: TextSpan) -> HTML {
    Parts.words(index.words(span), at: span, in: line.id, index.positions, visit)
  }

  private func words(_ spans: [TextSpan]) -> HTML {
    .all(spans.enumerated().map { $0.offset == 0 ? words($0.element) : " … " + words($0.element) })
  }

  /// An entity or place by its id, as a link to what is known of it.
  private func name(_ id: String) -> HTML {
    guard index.entities[id] != nil else { return .text(index.name(id)) }
    return .tag("a", [.href(visit.link(["entity", "\(line.id):\(id)"]))], .text(index.name(id)))
  }

  private func sayer(_ claim: String?) -> HTML {
    guard let claim else { return .none }
    return .tag("span", [.class("faint")], .text(" – says " + index.voiceName(of: claim)))
  }

  /// The way to what is known of somebody whose name stands there already.
  private func more(_ id: String) -> HTML {
    " "
      + .tag(
        "a",
        [
          .href(visit.link(["entity", "\(line.id):\(id)"])),
          .data("aria-label", "more on \(index.name(id))"),
        ], "›")
  }

  private func slot(_ slot: Slot) -> HTML {
    // Words that are the name itself are not said twice.
    let isName =
      slot.kind == .entity && slot.id.map { index.name($0) } == index.words(slot.span).safeLine
    return [
      slot.kind == .entity && !isName ? slot.id.map { name($0) + " " } ?? .none : .none,
      .tag("span", [.class("quote")], words(slot.span)),
      isName ? slot.id.map(more) ?? .none : .none,
      slot.lent ? .tag("span", [.class("faint")], " (told elsewhere in the report)") : .none,
      sayer(slot.saidBy),
    ]
  }

  private func slots(_ slots: [Slot]) -> HTML {
    .tag("ul", [.class("plain")], .all(slots.map { .tag("li", [], slot($0)) }))
  }

  /// The words that a happening is told in first.
  static func words(of happening: Happening, _ index: ReadingIndex) -> TextSpan? {
    happening.events.lazy.compactMap { index.events[$0]?.trigger }.first
  }

  /// The words that a claim rests on first.
  static func words(of claim: Claim) -> TextSpan? {
    claim.content.first ?? claim.cue ?? claim.source
  }

  /// The card of a record of any kind that has one.
  func card(any record: any Record) -> Card? {
    switch record {
    case let happening as Happening: card(happening)
    case let claim as Claim: card(claim)
    case let figure as Figure: card(figure)
    case let time as TimeSpan: card(time)
    case let place as Place: card(place)
    default: nil
    }
  }

  func card(_ happening: Happening) -> Card {
    var parts: [(String, HTML)] = []
    for (name, slots) in [
      ("by", happening.actors), ("blamed", happening.blamed), ("to", happening.recipients),
      ("with", happening.instruments), ("where", happening.places), ("when", happening.times),
    ] where !slots.isEmpty {
      parts.append((name, self.slots(slots)))
    }
    for id in happening.figures {
      guard let figure = index.figures[id] else { continue }
      parts.append(
        ((figure.counts ?? "number").safeLine, words(figure.evidence) + sayer(figure.saidBy)))
    }
    if happening.statuses.count > 1 {
      // Each status once, with all who give it.
      for status in happening.statuses.map(\.status).distinct {
        let who = happening.statuses.filter { $0.status == status }
          .map { index.voiceName(of: $0.saidBy) }.distinct
        parts.append(("told as", .text(status.rawValue + " by " + ReadingIndex.list(who))))
      }
    }
    let triggers = happening.events.compactMap { index.events[$0]?.trigger }
    parts.append(
      ("told in", .tag("span", [.class("quote")], words(Array(triggers.prefix(8))))))
    let kind = [happening.type.rawValue, happening.mode].compactMap(\.self).joined(separator: " ")
    return Card(
      kind: .happenings, id: happening.id, word: kind,
      head: .text(happening.label.safeLine) + " " + Parts.standing(Standing(happening, index))
        + (happening.background ? " (background)" : ""), parts: parts,
      words: Self.words(of: happening, index),
      record: happening)
  }

  func card(_ claim: Claim) -> Card {
    var parts: [(String, HTML)] = []
    if !claim.content.isEmpty {
      parts.append(("says", .tag("span", [.class("quote")], words(claim.content))))
    }
    if let source = claim.source { parts.append(("source", words(source))) }
    if let cue = claim.cue { parts.append(("cue", words(cue))) }
    if !claim.via.isEmpty {
      parts.append(("via", .text(claim.via.map(index.name).joined(separator: " ← "))))
    }
    if !claim.blames.isEmpty { parts.append(("blames", .all(claim.blames.map { name($0) + " " }))) }
    if let addressee = claim.addressee { parts.append(("to", name(addressee))) }
    var head: HTML =
      claim.speaker.map(name) ?? .text(index.speaker(of: claim) ?? "somebody unnamed")
    if claim.polarity == .negative { head += " did not say:" }
    head += .tag(
      "span", [.class("faint")], .text(" · \(claim.act.rawValue) · \(claim.certainty.rawValue)"))
    return Card(
      kind: .claims, id: claim.id, word: "CLAIM", head: head, parts: parts,
      words: Self.words(of: claim), record: claim)
  }

  func card(_ figure: Figure) -> Card {
    Card(
      kind: .figures, id: figure.id, word: "FIGURE",
      head: words(figure.evidence) + sayer(figure.saidBy), words: figure.evidence.first,
      record: figure)
  }

  func card(_ time: TimeSpan) -> Card {
    Card(
      kind: .times, id: time.id, word: "TIME",
      head: words(time.evidence) + .text(" " + (time.timex ?? "").safeLine), words: time.evidence,
      record: time)
  }

  func card(_ place: Place) -> Card {
    Card(
      kind: .places, id: place.id, word: "PLACE",
      head: .text(place.name.safeLine) + " " + words(Array(place.mentions.prefix(3))),
      words: place.mentions.first, record: place)
  }

  /// By which rules, heads or tables the record and its worked-out values came.
  private static func credit(_ record: some Record) -> HTML {
    let credits = record.values.compactMap { value -> Credit? in
      guard case .credit(let credit) = value.value, !credit.isEmpty else { return nil }
      return credit
    }
    guard let credit = credits.first else { return .none }
    let lines = [("the record", credit.record)] + credit.fields.sorted { $0.key < $1.key }
    let items = lines.filter { !$0.1.isEmpty }.map { what, names in
      HTML.tag("li", [], .text("\(what): \(names.joined(separator: ", "))"))
    }
    return .tag(
      "details", [.class("reasons quiet")],
      .tag("summary", [], "how it was read") + .tag("ul", [.class("plain")], .all(items)))
  }

  /// A card as it stands on a page, with what people decided about its record.
  func html(_ card: Card, _ standing: ReviewState) -> HTML {
    var form = DecisionForm(
      visit: visit,
      target: .init(report: line.key, kind: card.kind, record: card.id))
    form.next = next
    form.isBlind = isBlind
    form.record = card.record
    form.names = index.reading.entities.map { ($0.id, $0.name) }
    let parts = card.parts.map { HTML.tag("dt", [], .text($0.name)) + .tag("dd", [], $0.value) }
    let content: HTML = [
      .tag("h3", [], .tag("span", [.class("kind")], .text(card.word)) + " " + card.head),
      standing.badge, .tag("dl", [], .all(parts)), Self.credit(card.record), standing.notes,
      form.html,
    ]
    let gone = standing.isRejected ? " gone" : ""
    return .tag(
      "article",
      [
        .class("card \(card.kind.rawValue)\(gone)"), .data("id", "r-" + card.id),
        .data("tabindex", "0"), .data("data-record", card.id),
      ], content)
  }
}
