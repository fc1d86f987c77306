import HearsayLedger

/// How a record stands with the people who looked at it: the same as `review` beside a record of a report.
package struct Reviewed: Codable, Hashable, Sendable {
  /// `report:record`.
  package var record: String
  /// `coded`, `reviewed` or `disputed`.
  package var state: String
  package var by: [String]
  /// When the last of them decided.
  package var made: String

  /// `nil` of machine work.
  init?(_ record: String, _ standing: ReviewState) {
    guard standing.word != .machine, let last = standing.last else { return nil }
    self.record = record
    state = standing.word.rawValue
    by = standing.people
    made = last.made
  }

  /// "reviewed by ana, ben".
  package var words: String { "\(state) by \(by.joined(separator: ", "))" }
}

extension Question.Answer {
  /// How the records stand that it rests on, the most looked at first: "reviewed", "coded", "disputed"; `nil` of machine work.
  package var review: String? {
    let states = Set(by.compactMap(\.review?.state))
    return [ReviewState.Word.disputed, .reviewed, .coded].first {
      states.contains($0.rawValue)
    }?.rawValue
  }
}

extension StoryKeeper {
  /// A story with what people decided beside the records that its answers rest on.
  func marked(_ story: Story) throws -> Story {
    let snapshot = eyes ?? snapshot
    let decided = try decided()
    var reviews: [String: Reviews] = [:]
    for member in story.reports where decided.contains(String(member.id.prefix(12))) {
      let line = try snapshot.report(member.id, asOf: asOf)
      reviews[member.id] = try snapshot.reviews(of: line, asOf: asOf)
    }
    guard !reviews.isEmpty else { return story }
    func reviewed(_ report: String, _ record: String) -> Reviewed? {
      reviews[report].flatMap { Reviewed("\(report):\(record)", $0.state(of: record)) }
    }
    var story = story
    for incident in story.incidents.indices {
      story.incidents[incident].reviewed = story.incidents[incident].records.compactMap { id in
        RecordName(id).flatMap { reviewed($0.report, $0.record) }
      }
    }
    for question in story.contested.indices {
      for answer in story.contested[question].answers.indices {
        for by in story.contested[question].answers[answer].by.indices {
          let one = story.contested[question].answers[answer].by[by]
          // The record that is nearest to the answer: the figure, the claim, then the happening.
          story.contested[question].answers[answer].by[by].review =
            one.records.reversed().lazy.compactMap { reviewed(one.report, $0) }.first
        }
      }
    }
    for series in story.series.indices {
      for point in story.series[series].points.indices {
        let one = story.series[series].points[point]
        story.series[series].points[point].review = reviewed(one.report, one.record)
      }
    }
    return story
  }
}
