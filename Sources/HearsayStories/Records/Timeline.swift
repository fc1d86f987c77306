/// What went on in a story, in order.
package enum Timeline {
  /// One thing at one time.
  package struct Entry: Codable, Hashable, Sendable {
    /// The day or moment; `nil` if nobody tells.
    @OrNull package var at: String?
    /// `incident`, `report`, `answer` or `figure`.
    package var kind: String
    package var words: String
    package var report: String
    @OrNull package var incident: String?
  }

  /// Incidents when they happened, reports when they were published, answers and figures when they were first given.
  package static func entries(of story: Story) -> [Entry] {
    var entries: [Entry] = story.reports.map {
      Entry(
        at: $0.published, kind: "report",
        words: [$0.outlet, $0.title].compactMap(\.self).joined(separator: ": "), report: $0.id,
        incident: nil)
    }
    for incident in story.incidents where incident.records.count > 1 {
      entries.append(
        Entry(
          at: incident.when?.earliest, kind: "incident",
          words: "\(incident.label) (\(incident.status))",
          report: String(incident.event.prefix { $0 != ":" }), incident: incident.event))
    }
    for question in story.contested {
      for answer in question.answers {
        guard let first = answer.by.first else { continue }
        entries.append(
          Entry(
            at: answer.since, kind: "answer",
            words:
              "\(question.kind.words) \(answer.label), by \(first.speaker ?? first.outlet ?? first.report)",
            report: first.report, incident: question.incident))
      }
    }
    for series in story.series {
      for point in series.points {
        entries.append(
          Entry(
            at: point.at, kind: "figure",
            words: "\(series.counts): \(point.spans.first?.exact ?? ""), by \(point.by)",
            report: point.report, incident: series.incident))
      }
    }
    return entries.sorted {
      ($0.at ?? "9999", $0.kind, $0.report, $0.words) < (
        $1.at ?? "9999", $1.kind, $1.report, $1.words
      )
    }
  }
}

/// Something that is told otherwise, or newly, since a moment.
package struct Change: Codable, Hashable, Sendable {
  @OrNull package var at: String?
  /// `figure`, `headline`, `attribution`, `wording`, `claim`, `answer` or `dropped`.
  package var kind: String
  package var words: String
  package var report: String
  /// The first report of the story.
  package var story: String
}
