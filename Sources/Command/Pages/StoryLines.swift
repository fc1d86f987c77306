import HearsayLedger
import HearsayRecords
import HearsayStories

/// Stories as people read them.
enum StoryLines {
  /// One story of a list.
  static func entry(_ row: DrawnFile.StoryRow, width: Int) -> [StyledText] {
    var head = StyledText(row.first, .speaker)
    let days = [row.since, row.until].compactMap { $0.map { String($0.prefix(10)) } }
    let span = Set(days).count > 1 ? days.joined(separator: " to ") : days.first ?? "no date"
    head.append("  \(span)  ", .faint)
    head.append((row.title ?? "without a title").safeLine, .heading)
    var lines = head.wrapped(width: width, rest: "  ")
    var count = Counted.words(row.reports, "report")
    if row.sources > 0 { count += ", \(Counted.words(row.sources, "source"))" }
    if row.outlets > 1 { count += ", \(row.outlets) outlets" }
    let countries = row.countries.split(separator: "\n")
    if !countries.isEmpty {
      count += ", names \(countries.prefix(5).joined(separator: " "))"
      if countries.count > 5 { count += " and \(countries.count - 5) more" }
    }
    lines.append(StyledText("  \(count)", .faint))
    if let question = row.question {
      lines += StyledText("contested: \(question.safeLine)", .alleged)
        .wrapped(width: width, first: "  ", rest: "    ")
    }
    return lines
  }

  /// A whole story: its incidents, what is contested, and its reports.
  static func page(_ story: Story, width: Int) -> [StyledText] {
    var lines = StyledText((story.title ?? "without a title").safeLine, .heading)
      .wrapped(width: width, rest: "  ")
    let days = [story.since, story.until].compactMap { $0.map { String($0.prefix(10)) } }
    lines.append(
      StyledText(
        "  \(Counted.words(story.reports.count, "report")), \(Counted.words(story.sources, "source")), \(Counted.words(story.outlets.count, "outlet")), "
          + (days.first.map { "\($0) to \(days.last ?? $0)" } ?? "no dates"), .faint))
    for question in story.contested { lines += QuestionLines.lines(question, story, width: width) }
    let told = story.incidents.filter { $0.records.count > 1 }
    if !told.isEmpty { lines.append(StyledText("Incidents told by several reports", .heading)) }
    for incident in told { lines += IncidentLines.brief(incident, width: width) }
    lines.append(StyledText("Reports", .heading))
    for report in story.reports {
      var line = StyledText("  \(report.id)", .speaker)
      line.append("  \(report.published.map { String($0.prefix(10)) } ?? "no date")  ")
      if let outlet = report.outlet { line.append("\(outlet.safeLine): ", .faint) }
      line.append((report.title ?? "").safeLine)
      if let copied = report.copyOf { line.append(" (near copy of \(copied))", .said) }
      lines += line.wrapped(width: width, rest: "    ")
    }
    return lines
  }
}

/// Contested points as people read them: each answer with who gives it since when.
enum QuestionLines {
  /// So many answers are shown; JSON has them all.
  private static let most = 8

  static func lines(_ question: Question, _ story: Story, width: Int) -> [StyledText] {
    let incident = story.incidents.first { $0.event == question.incident }
    var head = question.kind.words.prefix(1).uppercased() + question.kind.words.dropFirst()
    if let of = question.of { head += " \(of.safeLine)" }
    if let incident { head += ": \(incident.label.safeLine)" }
    var lines = StyledText(head, .heading).wrapped(width: width, rest: "  ")
    for answer in question.answers.prefix(most) {
      let outlets = Set(answer.by.compactMap(\.outlet)).count
      var line = StyledText(answer.label.safeLine, .alleged)
      let by = Set(
        answer.by.map {
          ($0.speaker ?? $0.outlet ?? $0.report) + ($0.anonymous ? " (unnamed)" : "")
        }
      ).sorted()
      line.append(" by \(ReadingIndex.list(by.prefix(5).map(\.safeLine)))")
      if by.count > 5 { line.append(" and \(by.count - 5) more") }
      var note = "\(Counted.words(answer.roots, "source"))"
      if outlets > 1 { note = "\(outlets) outlets, \(note)" }
      if let since = answer.since { note += ", since \(since.prefix(10))" }
      if let dropped = answer.dropped { note += ", dropped \(dropped.prefix(10))" }
      if let review = answer.review { note += ", \(review)" }
      line.append(" (\(note))", .faint)
      lines += line.wrapped(width: width, first: "  ", rest: "    ")
    }
    if question.answers.count > most {
      lines.append(StyledText("  and \(question.answers.count - most) more answers", .faint))
    }
    return lines
  }
}

/// Incidents as people read them.
enum IncidentLines {
  static func brief(_ incident: Incident, width: Int) -> [StyledText] {
    var line = StyledText(incident.event, .speaker)
    line.append("  \(incident.type)", .faint)
    line.append("  \(incident.label.safeLine)")
    var parts: [String] = [incident.status]
    if let when = incident.when?.earliest { parts.append(String(when.prefix(10))) }
    if let place = incident.where?.place { parts.append(place.safeLine) }
    parts.append(
      "\(Counted.words(incident.records.count, "record")), \(Counted.words(incident.sources, "source"))"
    )
    line.append("  (\(parts.joined(separator: ", ")))", .faint)
    return line.wrapped(width: width, first: "  ", rest: "    ")
  }

  /// A whole incident: its parties, why its records are taken for one, and what is contested of it.
  static func page(_ incident: Incident, _ story: Story, width: Int) -> [StyledText] {
    var lines = StyledText(incident.label.safeLine, .heading).wrapped(width: width, rest: "  ")
    lines += brief(incident, width: width)
    for (word, parties) in [("by", incident.actors), ("to", incident.recipients)]
    where !parties.isEmpty {
      lines += StyledText("\(word) \(ReadingIndex.list(parties.map { $0.name.safeLine }))")
        .wrapped(width: width, first: "  ", rest: "    ")
    }
    let titles = Dictionary(story.reports.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    for record in incident.records {
      let report = titles[String(record.prefix { $0 != ":" })]
      var line = StyledText(record, .speaker)
      line.append("  \(report?.published.map { String($0.prefix(10)) } ?? "no date")  ", .faint)
      line.append(
        [report?.outlet, report?.title].compactMap { $0?.safeLine }.joined(separator: ": "))
      if let looked = incident.reviewed.first(where: { $0.record == record }) {
        line.append(" [\(looked.words.safeLine)]", .faint)
      }
      lines += line.wrapped(width: width, first: "  ", rest: "    ")
    }
    for link in incident.links {
      var line = StyledText("\(link.from) and \(link.to): ", .faint)
      line.append(link.words.safeLine)
      lines += line.wrapped(width: width, first: "  ", rest: "    ")
    }
    for question in story.contested where question.incident == incident.event {
      lines += QuestionLines.lines(question, story, width: width)
    }
    for series in story.series where series.incident == incident.event {
      lines += SeriesLines.chart(series, width: width)
    }
    return lines
  }
}

/// How a count grew, as a chart in characters.
enum SeriesLines {
  private static let longest = 30

  static func chart(_ series: Series, width: Int) -> [StyledText] {
    var lines = [StyledText(series.counts.safeLine, .heading)]
    func number(_ point: Series.Point) -> Double? { point.value ?? point.low ?? point.high }
    let most = series.points.compactMap(number).max() ?? 0
    for point in series.points {
      guard let value = number(point) else { continue }
      let length = most > 0 ? max(1, Int((value / most * Double(longest)).rounded())) : 1
      var line = StyledText(point.at.map { String($0.prefix(10)) } ?? "no date   ", .faint)
      line.append(" " + String(repeating: "█", count: max(1, min(longest, length))) + " ", .said)
      line.append("\(point.spans.first?.exact.safeLine ?? "") by \(point.by.safeLine)")
      if let looked = point.review { line.append(" [\(looked.words.safeLine)]", .faint) }
      lines += line.wrapped(width: width, first: "  ", rest: "    ")
    }
    return lines
  }
}

/// Timelines as people read them.
enum TimelineLines {
  static func lines(_ entry: Timeline.Entry, width: Int) -> [StyledText] {
    var line = StyledText(entry.at.map { String($0.prefix(10)) } ?? "no date   ", .faint)
    let mark =
      switch entry.kind {
      case "incident": "●"
      case "answer": "?"
      case "figure": "#"
      default: "·"
      }
    line.append(" \(mark) ", entry.kind == "incident" ? .happened : .faint)
    line.append(entry.words.safeLine)
    line.append("  (\(entry.report))", .faint)
    return line.wrapped(width: width, rest: "             ")
  }
}

/// Accusations for Graphviz.
enum BlameGraph {
  static func dot(_ accusations: [Accusation]) -> String {
    func quoted(_ text: String) -> String {
      "\"" + text.safeLine.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
    var edges: [String: Int] = [:]
    for one in accusations {
      edges["\(quoted(one.by)) -> \(quoted(one.whom)) [label=\(quoted(one.label))]", default: 0] +=
        1
    }
    let lines = edges.sorted { $0.key < $1.key }.map { edge, count in
      count > 1 ? "  \(edge.dropLast()), penwidth=\(min(6, count))];" : "  \(edge);"
    }
    return "digraph blame {\n" + lines.map { $0 + "\n" }.joined() + "}\n"
  }
}
