import HearsayLedger
import HearsayRecords
import HearsayStories

/// One story: who says what, how figures grew, what happened when, its reports, and what was told otherwise later.
struct StoryPage {
  let visit: Visit
  /// So many incidents have their matrix open at once.
  private static let openMatrices = 1
  private static let matrices = 12
  private static let charts = 8
  private static let mostLines = 200

  func content(_ id: String) throws -> Content {
    let told = try ToldStory(visit, id)
    let story = told.story
    let quotes = Quotes(visit)
    let known = try ledgerLines(of: story)
    let own = Set(story.reports.filter { $0.copyOf == nil }.map(\.id))
    let main: HTML = [
      about(story),
      Coverage(
        known.filter { own.contains($0.id) }, visit.countries, visit.tables?.outlets ?? .none
      ).html,
      try told.stood(), told.note,
      try matrices(story, quotes),
      try figures(story, quotes),
      timeline(story),
      visit.map.map { MapPicture(base: $0, visit: visit).html(story) } ?? .none,
      reports(story, Dictionary(known.map { ($0.id, $0) }) { first, _ in first }),
      changes(story),
    ]
    let title = (story.title ?? "A story without a headline").safeLine
    var content = Content(
      title, main, json: { try ContractWriter.spanless.json(story) },
      sheet: { ClaimMatrix.sheet(story) })
    func lines() throws -> [ReportLine] {
      try story.reports.map { try visit.snapshot.report($0.id, asOf: visit.asOf) }
    }
    content.bibliography = { Bibliography(reports: try lines()) }
    content.feed = { AtomFeed(title, Array(try lines().reversed().prefix(100))) }
    return content
  }

  private func about(_ story: Story) -> HTML {
    let copies = story.reports.count { $0.copyOf != nil }
    var facts = [
      Dates.range(story.since, story.until),
      Words.count(story.reports.count, "report", "reports")
        + (copies > 0 ? " (\(copies) near \(copies == 1 ? "copy" : "copies"))" : ""),
      Words.count(story.sources, "source", "sources"),
      Words.count(story.outlets.count, "outlet", "outlets"),
    ]
    if let silence = Self.silence(story) { facts.append(silence) }
    let sections = [
      ("matrix", "who says what", !story.contested.isEmpty),
      ("figures", "figures", !story.series.isEmpty), ("timeline", "timeline", true),
      ("map", "map", visit.map != nil && story.incidents.contains { $0.where != nil }),
      ("reports", "reports", true), ("changes", "told otherwise", !story.revisions.isEmpty),
    ]
    return [
      .tag("p", [.class("origin")], .text(facts.joined(separator: " · "))),
      .tag(
        "nav", [.class("within"), .data("aria-label", "On this page")],
        .all(
          sections.filter(\.2).map { .tag("a", [.href(.here($0.0))], .text($0.1)) })),
    ]
  }

  /// The reports as the ledger has them, of a story that has not too many.
  private func ledgerLines(of story: Story) throws -> [ReportLine] {
    guard story.reports.count <= Self.mostLines else { return [] }
    return try story.reports.map { try visit.snapshot.report($0.id, asOf: visit.asOf) }
  }

  /// A long time in which nobody reported: "silent for 5 months, then 3 reports".
  static func silence(_ story: Story) -> String? {
    let dates = story.reports.filter { $0.copyOf == nil }.compactMap { Dates.seconds($0.published) }
      .sorted()
    let gaps = zip(dates, dates.dropFirst()).enumerated()
    guard let longest = gaps.max(by: { $0.element.1 - $0.element.0 < $1.element.1 - $1.element.0 })
    else { return nil }
    let days = (longest.element.1 - longest.element.0) / 86_400
    guard days >= 30 else { return nil }
    let long =
      days >= 60
      ? "\(Int((days / 30.4).rounded())) months" : "\(Int(days)) days"
    let after = dates.count - longest.offset - 1
    return "silent for \(long), then \(Words.count(after, "report", "reports"))"
  }

  // MARK: Who says what

  private func matrices(_ story: Story, _ quotes: Quotes) throws -> HTML {
    guard !story.contested.isEmpty else {
      return .tag(
        "section", [.data("id", "matrix")],
        .tag("h2", [], "Who says what")
          + .tag("p", [.class("empty")], "On nothing do these reports differ."))
    }
    var order: [String] = []
    for question in story.contested where !order.contains(question.incident) {
      order.append(question.incident)
    }
    var pieces: [HTML] = []
    for event in order.prefix(Self.matrices) {
      guard let incident = story.incidents.first(where: { $0.event == event }) else { continue }
      let matrix = ClaimMatrix(incident, story)
      let told =
        " \(Words.count(incident.sources, "source", "sources")) in \(Words.count(incident.reports.count, "report", "reports"))"
      let title: HTML = [
        .text(incident.label.safeLine), .tag("span", [.class("faint")], .text(told)),
      ]
      let why = HTML.tag(
        "p", [.class("quiet")],
        .tag("a", [.href(link(incident))], "Why these records are one, and who answers what"))
      let table = try matrix.html(quotes, visit)
      pieces.append(
        pieces.count < Self.openMatrices
          ? .tag("h3", [], title) + table + why
          : .tag("details", [.class("more-matrix")], .tag("summary", [], title) + table + why))
    }
    return .tag(
      "section", [.data("id", "matrix")],
      .tag("h2", [], "Who says what") + ClaimMatrix.legend + .all(pieces)
        + (order.count > Self.matrices
          ? .tag(
            "p", [.class("quiet")],
            .text("\(order.count - Self.matrices) more happenings on which answers differ: see "))
            + .tag("a", [.href(visit.again([], suffix: "csv"))], "all of them as CSV") : .none))
  }

  private func link(_ incident: Incident) -> Link { visit.link(["incident", incident.event]) }

  // MARK: Figures

  private func figures(_ story: Story, _ quotes: Quotes) throws -> HTML {
    let series = story.series.filter { $0.points.contains { $0.at != nil } }
      .sorted { $0.points.count > $1.points.count }
    guard !series.isEmpty else { return .none }
    let labels = Dictionary(story.incidents.map { ($0.event, $0.label) }) { first, _ in first }
    let shown = series.prefix(Self.charts).enumerated().map { number, series in
      let chart = FigureChart(series: series, story: story)
      let body: HTML = .tag("div", [.class("charted")], chart.picture + chart.table(quotes))
      let title: HTML = [
        .text(series.counts.safeLine),
        .tag("span", [.class("faint")], .text(" " + (labels[series.incident] ?? "").safeLine)),
      ]
      return number == 0
        ? HTML.tag("h3", [], title) + body
        : HTML.tag("details", [.class("more-matrix")], .tag("summary", [], title) + body)
    }
    return .tag(
      "section", [.data("id", "figures")],
      .tag("h2", [], "How figures were told") + .all(shown)
        + .tag(
          "p", [.class("legend")],
          "A full point is an exact number, an open one a bound or “about”. A line is one source that told it again."
        ))
  }

  // MARK: Time

  private func timeline(_ story: Story) -> HTML {
    let entries = Timeline.entries(of: story)
    let rows: [[HTML]] = entries.map { entry in
      let words: HTML =
        entry.incident.map {
          .tag("a", [.href(visit.link(["incident", $0]))], .text(entry.words.safeLine))
        }
        ?? .tag("a", [.href(visit.link(["report", entry.report]))], .text(entry.words.safeLine))
      return [Parts.when(entry.at, "no date"), .text(entry.kind), words]
    }
    return .tag(
      "section", [.data("id", "timeline")],
      [
        .tag("h2", [], "What happened when"),
        Parts.scrolled("Timeline", TimeStrip(story: story, visit: visit).picture),
        .tag(
          "p", [.class("legend")],
          "A bar is a happening, as wide as its time is told vaguely; outlined where it is denied or open. A triangle is a report. What lies far from the reports is in the table only."
        ),
        .tag(
          "details", [],
          .tag("summary", [], .text("All \(entries.count) as a table"))
            + Parts.table("Timeline", ["when", "what", "in words"], rows)),
      ])
  }

  // MARK: Reports

  private func reports(_ story: Story, _ lines: [String: ReportLine]) -> HTML {
    let copies = Dictionary(grouping: story.reports.filter { $0.copyOf != nil }) {
      $0.copyOf ?? ""
    }
    func item(_ report: Story.Member) -> HTML {
      let facts = [report.outlet?.safeLine, report.published.map(Dates.moment)].compactMap(\.self)
      return [
        .tag(
          "a", [.href(visit.link(["report", report.id]))],
          .text((report.title ?? "without a headline").safeLine)),
        .tag("span", [.class("faint")], .text(" " + facts.joined(separator: " · "))),
        edited(lines[report.id]),
      ]
    }
    func folded(_ copies: [Story.Member]) -> HTML {
      guard !copies.isEmpty else { return .none }
      let summary = Words.count(copies.count, "near copy", "near copies")
      let list = HTML.all(copies.map { .tag("li", [], item($0)) })
      return .tag(
        "details", [.class("copies"), .data("data-copies", "")],
        .tag("summary", [], .text(summary)) + .tag("ul", [], list))
    }
    let items = story.reports.filter { $0.copyOf == nil }.map {
      HTML.tag("li", [], item($0) + folded(copies[$0.id] ?? []))
    }
    return .tag(
      "section", [.data("id", "reports")],
      .tag("h2", [], "Reports, the earliest first")
        + .tag("ol", [.class("reports")], .all(items)))
  }

  /// That a report was edited after it was first read, and the way to what changed.
  private func edited(_ line: ReportLine?) -> HTML {
    guard let line, line.version > 1 else { return .none }
    return " "
      + .tag(
        "a", [.href(visit.link(["compare", line.id]))],
        .text("version \(line.version): what changed"))
  }

  // MARK: Told otherwise

  private func changes(_ story: Story) -> HTML {
    let dropped = story.contested.flatMap { question in
      question.answers.compactMap { answer in
        answer.dropped.map { (at: $0, question: question, answer: answer) }
      }
    }
    guard !story.revisions.isEmpty || !dropped.isEmpty else { return .none }
    func revised(_ revision: Revision) -> HTML {
      let whose = [revision.by?.safeLine, revision.counts?.safeLine].compactMap(\.self)
      let old = HTML.tag("del", [], .text(revision.from.safeLine))
      let new = HTML.tag("ins", [], .text(revision.to.safeLine))
      return [
        .tag("span", [.class("faint")], .text((revision.at.map(Dates.moment) ?? "") + " ")),
        .text(whose.joined(separator: ", ") + ": "),
        .tag("a", [.href(visit.link(["report", revision.before]))], old), " → ",
        .tag("a", [.href(visit.link(["report", revision.report]))], new),
      ]
    }
    let left: [HTML] = dropped.map { item in
      let words =
        "\(Voices.words(item.question)) nobody stands by “\(item.answer.label.safeLine)” any more"
      return [
        .tag("span", [.class("faint")], .text(Dates.moment(item.at) + " ")), .text(words),
      ]
    }
    let items = (story.revisions.map(revised) + left).map { HTML.tag("li", [], $0) }
    return .tag(
      "section", [.data("id", "changes")],
      .tag("h2", [], "Told otherwise later")
        + .tag("ul", [.class("plain spaced")], .all(items)))
  }
}

extension Visit {
  /// The report that an address names, by its key or the beginning of its id.
  func line(_ id: String) throws(LedgerError) -> ReportLine {
    if let line = try snapshot.report(key: id, asOf: asOf) { return line }
    return try snapshot.report(id, asOf: asOf)
  }
}
