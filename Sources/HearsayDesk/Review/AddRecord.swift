import HearsayLedger
import HearsayRecords

/// A record that the reading lacks, made from words that somebody picked.
struct AddRecord {
  /// What can be added.
  enum Kind: String, CaseIterable {
    case claim, event, figure, time, place

    var key: String {
      switch self {
      case .claim: "c"
      case .event: "v"
      case .figure: "f"
      case .time: "t"
      case .place: "p"
      }
    }
  }

  let positions: PositionMap
  let form: DeskRequest
  /// Ids that the report has already.
  let taken: Set<String>

  /// The records to keep, with their kinds.
  func records() throws -> [(kind: RecordKind, id: String, json: String)] {
    guard let kind = form.field("add").flatMap(Kind.init) else {
      throw DeskFault(
        400, "what is to be added? one of \(Kind.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    let span = try PickedWords(positions: positions, form: form).span()
    let id = freeID(1)
    switch kind {
    case .claim:
      let speaker = form.field("speaker").flatMap { $0.isEmpty ? nil : $0 }
      return [
        try record(
          Claim(
            id: id, speaker: speaker, content: [span], act: try word("act") ?? .state,
            confidence: 1), id)
      ]
    case .event:
      let type: EventType = try word("type") ?? .assault
      let status: EventStatus = try word("status") ?? .happened
      let event = Event(
        id: id, type: type, trigger: span, status: status, confidence: 1, evidence: [span])
      let second = freeID(2)
      let happening = Happening(
        id: second, type: type, label: String(positions.exact(span).safeLine.prefix(80)),
        events: [id], status: status, statuses: [ToldStatus(status: status, events: [id])],
        confidence: 1)
      return [try record(event, id), try record(happening, second)]
    case .figure:
      let typed = (form.field("value") ?? "").replacing(",", with: "")
      guard let value = Double(typed), value.isFinite else {
        throw DeskFault(
          400, "a figure needs its number: \(typed.isEmpty ? "none was given" : typed)")
      }
      return [
        try record(
          Figure(
            id: id, value: value, low: value, high: value, counts: form.field("counts"),
            evidence: [span]), id)
      ]
    case .time:
      guard let date = form.field("date"), Moment(date) != nil else {
        throw DeskFault(400, "a time needs its date, as in 2031-03-04")
      }
      return [
        try record(
          TimeSpan(
            id: id, earliest: date, latest: date, granularity: date.count > 7 ? .day : .month,
            timex: date, evidence: span), id)
      ]
    case .place:
      return [
        try record(
          Place(
            id: id, name: positions.exact(span).safeLine, precision: .named, mentions: [span]), id)
      ]
    }
  }

  private func word<Word: RawRepresentable>(_ name: String) throws(DeskFault) -> Word?
  where Word.RawValue == String {
    guard let typed = form.field(name), !typed.isEmpty else { return nil }
    guard let word = Word(rawValue: typed) else { throw DeskFault(400, "\(name): no \(typed)") }
    return word
  }

  private func freeID(_ number: Int) -> String {
    var free = 0
    var next = 1
    while true {
      if !taken.contains("a\(next)") {
        free += 1
        if free == number { return "a\(next)" }
      }
      next += 1
    }
  }

  private func record<Kind: Record>(
    _ record: Kind, _ id: String
  ) throws -> (kind: RecordKind, id: String, json: String) {
    (Kind.kind, id, try ContractWriter(positions: positions).json(record))
  }
}

/// The form by which records are added: without a script the words are typed, with it they are picked in the text.
struct AddRecordForm {
  let visit: Visit
  let line: ReportLine
  let reading: Reading
  let lit: String?

  var html: HTML {
    guard visit.role >= .code, visit.asOf == nil else { return .none }
    func choice(_ name: String, _ words: [(String, String)]) -> HTML {
      .tag(
        "label", [],
        .text(name)
          + .tag(
            "select", [.data("name", name)],
            .all(words.map { .tag("option", [.data("value", $0.0)], .text($0.1)) })))
    }
    func field(_ name: String, _ hint: String) -> HTML {
      .tag(
        "label", [],
        .text(name)
          + .void(
            "input", [.data("name", name), .data("placeholder", hint), .data("maxlength", "500")]))
    }
    let people = reading.entities.map { ($0.id, $0.name.safeLine) }
    let buttons = AddRecord.Kind.allCases.map { kind in
      HTML.tag(
        "button",
        [.data("name", "add"), .data("value", kind.rawValue), .data("data-key", kind.key)],
        .text(kind.rawValue) + .tag("kbd", [], .text(kind.key)))
    }
    let fields: HTML = [
      field("words", "as they stand in the text"),
      choice("speaker", [("", "nobody named")] + people),
      choice("act", ClaimAct.allCases.map { ($0.rawValue, $0.rawValue) }),
      choice("type", EventType.allCases.map { ($0.rawValue, $0.rawValue) }),
      choice("status", EventStatus.allCases.map { ($0.rawValue, $0.rawValue) }),
      field("value", "a number"), field("counts", "people killed"), field("date", "2031-03-04"),
    ]
    let form: HTML = [
      visit.hiddenToken, Parts.hidden("verdict", "add"), Parts.hidden("report", line.key),
      Parts.hidden("next", visit.again([]).text), Parts.hidden("at", lit ?? ""),
      .tag("div", [.class("edit")], fields),
      .tag(
        "label", [],
        "why "
          + .void("input", [.data("name", "reason"), .data("maxlength", "2000")])),
      .tag("div", [.class("decide")], .all(buttons)),
    ]
    return .tag(
      "details",
      [.class("card picking"), .data("id", "add")] + (lit == nil ? [] : [.flag("open")]),
      .tag("summary", [], "Add a record that is missing")
        + .tag(
          "p", [.class("quiet")],
          "Pick words in the text with the mouse or with h l w b, or write them below; then say what they are."
        )
        + .tag("form", [.data("method", "post"), .action(.page(["decide"]))], form))
  }
}
