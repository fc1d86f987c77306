import HearsayLedger
import HearsayRecords
import HearsayStories

/// Who says what about one incident: a row for each source, a column for each question, in each cell the answers with the words they
/// are given in.
struct ClaimMatrix {
  /// One answer of one source to one question.
  struct Given {
    let answer: Question.Answer
    let by: Question.By
    let manner: Voices.Manner
  }

  /// A source with its answers, by question.
  struct Row {
    let name: String
    let since: String?
    let outlets: [String]
    var cells: [[Given]]
  }

  let incident: Incident
  let questions: [Question]
  let rows: [Row]
  /// More columns make a table that nobody reads.
  static let widest = 6

  init(_ incident: Incident, _ story: Story) {
    self.incident = incident
    questions = Array(
      story.contested.filter { $0.incident == incident.event }.prefix(Self.widest))
    var order: [String] = []
    var cells: [String: [[Given]]] = [:]
    for (column, question) in questions.enumerated() {
      for answer in question.answers {
        for by in answer.by {
          let name = Voices.name(by, story)
          if cells[name] == nil {
            order.append(name)
            cells[name] = questions.map { _ in [] }
          }
          let given = Given(
            answer: answer, by: by, manner: Voices.manner(by, answer, question.kind))
          // The same words in another outlet add nothing to the cell.
          if cells[name]?[column].contains(where: { $0.answer.value == answer.value }) == false {
            cells[name]?[column].append(given)
          }
        }
      }
    }
    rows = order.map { name in
      let given = (cells[name] ?? []).flatMap(\.self)
      let outlets = given.compactMap(\.by.outlet).reduce(into: [String]()) {
        if !$0.contains($1), $1 != name { $0.append($1) }
      }
      return Row(
        name: name, since: given.compactMap(\.by.at).min(), outlets: outlets,
        cells: cells[name] ?? [])
    }.sorted { ($0.since ?? "9", $0.name) < ($1.since ?? "9", $1.name) }
  }

  // MARK: As a page

  func html(_ quotes: Quotes, _ visit: Visit) throws -> HTML {
    guard !rows.isEmpty else { return .none }
    var head: [HTML] = [.tag("th", [.data("scope", "col")], "who")]
    for question in questions {
      let there = visit.link(["incident", incident.event], fragment: "q-" + Anchors.of(question))
      head.append(
        .tag(
          "th", [.data("scope", "col")],
          .tag("a", [.href(there)], .text(Voices.words(question)))))
    }
    head.append(.tag("th", [.data("scope", "col")], "since"))
    let body = try rows.map { try line($0, quotes) }
    let caption = "Who says what of: " + incident.label.safeLine
    let table: HTML = [
      .tag("caption", [.class("hidden")], .text(caption)),
      .tag("thead", [], .tag("tr", [], .all(head))),
      .tag("tbody", [], .all(body)),
    ]
    return Parts.scrolled(caption, .tag("table", [.class("matrix")], table))
  }

  private func line(_ row: Row, _ quotes: Quotes) throws -> HTML {
    var name: HTML = .text(row.name) + Voices.signs(row.cells.flatMap(\.self).map(\.by))
    if !row.outlets.isEmpty {
      name += .tag("span", [.class("via")], .text("in " + Self.few(row.outlets)))
    }
    var cells: HTML = .tag("th", [.data("scope", "row")], name)
    for given in row.cells {
      let content: HTML =
        given.isEmpty
        ? .tag("span", [.class("nothing")], "–") : .all(try given.map { try cell($0, quotes) })
      cells += .tag("td", [], content)
    }
    cells += .tag("td", [.class("when")], .text(row.since.map(Dates.moment) ?? ""))
    return .tag("tr", [], cells)
  }

  private func cell(_ given: Given, _ quotes: Quotes) throws -> HTML {
    let mark: HTML = [
      .tag("span", [.data("aria-hidden", "true")], .text(given.manner.mark)),
      .tag("span", [.class("hidden")], .text(given.manner.word + " ")),
    ]
    var body: HTML = .tag(
      "summary", [],
      [
        .tag("span", [.class("mark-of")], mark), .text(given.answer.label.safeLine.cut(to: 60)),
        Parts.looked(given.by.review),
      ])
    let by = given.by
    let facts = [by.outlet?.safeLine, by.at.map(Dates.moment), by.act].compactMap(\.self)
    var origin = facts.joined(separator: " · ") + " "
    if !by.via.isEmpty {
      origin += "via " + by.via.map(\.safeLine).joined(separator: " ← ") + " "
    }
    if let first = Voices.words(by, given.answer) {
      body += try quotes.passage(first)
      body += .tag("p", [.class("origin")], .text(origin) + quotes.link(first))
    } else {
      body += .tag("p", [.class("origin")], .text(origin))
    }
    return .tag("details", [.class("cell \(given.manner.rawValue)")], body)
  }

  private static func few(_ names: [String]) -> String {
    let shown = names.prefix(2).map(\.safeLine).joined(separator: ", ")
    return names.count > 2 ? "\(shown) and \(names.count - 2) more" : shown
  }

  /// What the marks mean.
  static var legend: HTML {
    .tag(
      "p", [.class("legend")],
      .all(
        Voices.Manner.allCases.map { manner in
          .tag("span", [], .text("\(manner.mark) \(manner.word)"))
        }) + "An answer opens at its words.")
  }

  // MARK: As a table

  static let header = [
    "incident", "question", "of", "answer", "manner", "speaker", "anonymous", "outlet", "published",
    "act",
    "certainty", "root", "report", "start", "end", "exact", "review", "reviewed_by",
  ]

  /// Every answer of every voice of a story, one a line.
  static func sheet(_ story: Story) -> Content.Sheet {
    var rows: [[String]] = []
    for question in story.contested {
      for answer in question.answers {
        for by in answer.by {
          let span = Voices.words(by, answer)
          rows.append([
            question.incident, question.kind.rawValue, question.of ?? "", answer.label,
            Voices.manner(by, answer, question.kind).rawValue, by.speaker ?? "",
            "\(by.anonymous)", by.outlet ?? "",
            by.at ?? "", by.act, by.certainty, by.root, by.report,
            span.map { "\($0.start)" } ?? "", span.map { "\($0.end)" } ?? "", span?.exact ?? "",
            by.review?.state ?? "", by.review?.by.joined(separator: " | ") ?? "",
          ])
        }
      }
    }
    return .init(header, rows)
  }
}
