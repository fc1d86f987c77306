import HearsayLedger
import HearsayRecords
import HearsayStories

/// One happening as several reports tell it: why they are taken for one, on what they differ, and the say of whoever looks.
struct IncidentPage {
  let visit: Visit

  func content(_ address: String) throws -> Content {
    guard let named = RecordName(address) else {
      throw DeskFault(404, "no happening \(address): write REPORT:RECORD")
    }
    let told = try ToldStory(visit, named.report, record: named.record)
    let (line, story) = (told.line, told.story)
    let record = told.record ?? named.record
    guard
      let incident = story.incidents.first(where: { $0.records.contains("\(line.id):\(record)") })
    else { throw DeskFault(404, "report \(line.id) has no happening \(named.record)") }
    let quotes = Quotes(visit)
    let questions = story.contested.filter { $0.incident == incident.event }
    let decided = try PairsDecided(visit, story)
    let main: HTML = [
      about(incident, story), try told.stood(), told.note,
      try contested(questions, story, quotes),
      try records(incident, story),
      try links("why", "Why these are one", incident.links, decided, quotes),
      try links(
        "unsure", "Perhaps the same: nobody has said so yet",
        story.unsure.filter {
          incident.records.contains($0.from) || incident.records.contains($0.to)
        },
        decided, quotes),
      apart(decided, incident),
      try others(incident, story), DecisionForm.suggestions,
    ]
    return Content(
      incident.label.safeLine, main,
      json: {
        let writer = ContractWriter.spanless
        let asked = try questions.map { try writer.json($0) }.joined(separator: ",")
        return
          #"{"story":"\#(story.report)","incident":\#(try writer.json(incident)),"contested":[\#(asked)]}"#
      },
      sheet: { Self.sheet(incident) })
  }

  private static func sheet(_ incident: Incident) -> Content.Sheet {
    var rows: [[String]] = []
    for link in incident.links {
      for (side, reasons) in [("for", link.reasons), ("against", link.against)] {
        for reason in reasons {
          rows.append([
            link.from, link.to, "\(link.score)", side, reason.kind, "\(reason.weight)",
            reason.words, reason.spans.map(\.exact).joined(separator: " | "),
          ])
        }
      }
    }
    return .init(["from", "to", "score", "side", "kind", "weight", "words", "spans"], rows)
  }

  private func about(_ incident: Incident, _ story: Story) -> HTML {
    var facts: [String] = [Self.words(incident.status)]
    if let when = incident.when {
      facts.append(Dates.range(when.earliest, when.latest))
    }
    if let place = incident.where { facts.append(place.place.safeLine) }
    facts.append(
      Words.count(incident.sources, "independent source", "independent sources") + " in "
        + Words.count(incident.records.count, "report", "reports"))
    func names(_ parties: [Incident.Party]) -> HTML {
      .all(
        parties.enumerated().map { offset, party -> HTML in
          let comma: HTML = offset == 0 ? .none : ", "
          guard let member = party.members.first(where: { $0.contains(":e") }) else {
            return comma + .text(party.name.safeLine)
          }
          return comma
            + .tag("a", [.href(visit.link(["entity", member]))], .text(party.name.safeLine))
        })
    }
    var parts: [(String, HTML)] = [
      (
        "kind",
        .text(
          [incident.type, incident.mode].compactMap(\.self).joined(separator: ", ").lowercased())
      )
    ]
    if !incident.actors.isEmpty { parts.append(("said to be by", names(incident.actors))) }
    if !incident.recipients.isEmpty { parts.append(("done to", names(incident.recipients))) }
    parts.append(
      (
        "in the story",
        .tag(
          "a", [.href(visit.link(["story", story.report]))],
          .text((story.title ?? "without a headline").safeLine))
      ))
    let list = parts.map { HTML.tag("dt", [], .text($0.0)) + .tag("dd", [], $0.1) }
    return [
      .tag("p", [.class("origin")], .text(facts.joined(separator: " · "))),
      .tag("dl", [.class("facts")], .all(list)),
    ]
  }

  /// How an incident stands, in words.
  static func words(_ status: String) -> String {
    switch status {
    case "told": "told as having happened"
    case "said": "only said, by those named below"
    case "denied": "only denied"
    case "open": "some say so, some deny it"
    default: status
    }
  }

  // MARK: What is contested

  private func contested(
    _ questions: [Question], _ story: Story, _ quotes: Quotes
  ) throws -> HTML {
    guard !questions.isEmpty else {
      return .tag("p", [.class("empty")], "On this, no two of its sources differ.")
    }
    let sections = try questions.map { question -> HTML in
      let order = Voices.sorted(question)
      let shares = Picture.shares(order.map { Voices.roots($0, question.kind) })
      let answers = try order.map { try answer($0, question, story, quotes) }
      return .tag(
        "section", [.class("question"), .data("id", "q-" + Anchors.of(question))],
        .tag("h3", [], shares + .text(Voices.words(question))) + .all(answers))
    }
    return .tag(
      "section", [.data("id", "contested")],
      .tag("h2", [], "On what they differ") + .all(sections))
  }

  private func answer(
    _ answer: Question.Answer, _ question: Question, _ story: Story, _ quotes: Quotes
  ) throws -> HTML {
    let roots = Voices.roots(answer, question.kind)
    let outlets = Set(answer.by.compactMap(\.outlet)).count
    var note = roots == 0 ? "only denied" : Words.count(roots, "source", "sources")
    if outlets > 1 { note = "\(outlets) outlets, " + note }
    if let since = answer.since { note += ", since " + Dates.day(since) }
    if let dropped = answer.dropped { note += ", nobody stands by it since " + Dates.day(dropped) }
    let head: HTML = [
      .tag("strong", [], .text(answer.label.safeLine)),
      .tag("span", [.class("faint")], .text(" " + note)),
    ]
    let voices = try answer.by.map {
      HTML.tag(
        "li", [],
        try voice(
          $0, Voices.name($0, story), Voices.words($0, answer),
          Voices.manner($0, answer, question.kind), quotes))
    }
    return .tag(
      "div", [.class("answer")],
      .tag("p", [], head) + .tag("ul", [.class("plain")], .all(voices)))
  }

  /// One voice that gives an answer, with its words.
  private func voice(
    _ by: Question.By, _ name: String, _ words: Quoted?, _ manner: Voices.Manner, _ quotes: Quotes
  ) throws -> HTML {
    var facts = [by.outlet?.safeLine, by.at.map(Dates.moment)].compactMap(\.self)
    if by.copyOf != nil { facts.append("near copy") }
    let via = by.via.isEmpty ? "" : "via " + by.via.map(\.safeLine).joined(separator: " ← ") + " "
    let summary: HTML = [
      .tag(
        "span", [.class("mark-of")],
        .tag("span", [.data("aria-hidden", "true")], .text(manner.mark))),
      .text("\(name) \(Voices.did(manner))"), Voices.signs([by]),
      .tag("span", [.class("faint")], .text(" " + facts.joined(separator: " · "))),
      Parts.looked(by.review),
    ]
    var body: HTML = .tag("summary", [], summary)
    if let first = words {
      body += try quotes.passage(first)
      body += .tag("p", [.class("origin")], .text(via) + quotes.link(first))
    }
    return .tag("details", [.class("cell \(manner.rawValue)")], body)
  }

  // MARK: Why these are one

  private func records(_ incident: Incident, _ story: Story) throws -> HTML {
    let reports = Dictionary(story.reports.map { ($0.id, $0) }) { first, _ in first }
    let items = incident.records.map { record -> HTML in
      let named = RecordName(record)
      let report = named.flatMap { reports[$0.report] }
      let there = visit.link(
        ["report", named?.report ?? record], fragment: named.map { "r-" + $0.record })
      let facts = [report?.outlet?.safeLine, report?.published.map(Dates.moment)]
        .compactMap(\.self).joined(separator: " · ")
      return .tag(
        "li", [],
        .tag("a", [.href(there)], .text((report?.title ?? record).safeLine))
          + .tag("span", [.class("faint")], .text(" " + facts))
          + Parts.looked(incident.reviewed.first { $0.record == record }))
    }
    let title = "Told in " + Words.count(incident.records.count, "record", "records")
    return .tag(
      "section", [.data("id", "records")],
      .tag("h2", [], .text(title)) + .tag("ul", [.class("plain spaced")], .all(items)))
  }

  private func links(
    _ id: String, _ title: String, _ links: [Incident.Link], _ decided: PairsDecided,
    _ quotes: Quotes
  ) throws -> HTML {
    guard !links.isEmpty else { return .none }
    let cards = try links.map { link -> HTML in
      let content: HTML = [
        .tag("p", [], .text(link.words.safeLine)),
        quotes.reasons("For", link.reasons),
        quotes.reasons("Against", link.against),
        decided.words(link.from, link.to),
        try form(link.from, link.to),
      ]
      return .tag("article", [.class("card link"), .data("tabindex", "0")], content)
    }
    return .tag(
      "section", [.data("id", id)],
      .tag("h2", [], .text(title))
        + (visit.role >= .code && visit.asOf == nil ? DecisionForm.consequence : .none)
        + .all(cards))
  }

  /// *Same* and *not the same*, each with what follows from it.
  private func form(_ one: String, _ other: String) throws -> HTML {
    guard let target = try visit.target(one), let second = try visit.target(other) else {
      return .none
    }
    return DecisionForm(visit: visit, target: target, other: second).html
  }

  /// Pairs of this story's records that somebody said are not the same, one of them in this incident.
  private func apart(_ decided: PairsDecided, _ incident: Incident) -> HTML {
    let pairs = decided.apart(from: Set(incident.records))
    guard !pairs.isEmpty else { return .none }
    let items = pairs.map { pair in
      HTML.tag(
        "li", [],
        .tag(
          "a", [.href(visit.link(["incident", pair.other]))], .text("the record \(pair.other)"))
          + decided.words(pair.mine, pair.other))
    }
    return .tag(
      "section", [.data("id", "apart")],
      .tag("h2", [], "Kept apart by decision") + .tag("ul", [.class("plain spaced")], .all(items)))
  }

  /// Other happenings of the story of which somebody may say that they are this one.
  private func others(_ incident: Incident, _ story: Story) throws -> HTML {
    guard visit.role >= .code, visit.asOf == nil else { return .none }
    let mine = incident.reports
    let likely = story.incidents.filter { other in
      other.event != incident.event && !other.reports.isSubset(of: mine)
    }.sorted {
      (($0.type == incident.type ? 0 : 1), -$0.records.count, $0.event)
        < (($1.type == incident.type ? 0 : 1), -$1.records.count, $1.event)
    }.prefix(8)
    guard !likely.isEmpty else { return .none }
    let cards = try likely.map { other -> HTML in
      let facts = [
        other.status, other.when.map { Dates.range($0.earliest, $0.latest) },
        other.where?.place.safeLine,
      ].compactMap(\.self).joined(separator: " · ")
      let name = HTML.tag(
        "a", [.href(visit.link(["incident", other.event]))], .text(other.label.safeLine))
      return .tag(
        "article", [.class("card link"), .data("tabindex", "0")],
        .tag("p", [], name + .tag("span", [.class("faint")], .text(" " + facts)))
          + (try form(incident.event, other.event)))
    }
    return .tag(
      "details", [.data("id", "same-as")],
      .tag("summary", [.data("data-key", "m")], "Same as another happening of this story…")
        + DecisionForm.consequence + .all(cards))
  }
}
