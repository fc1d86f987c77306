/// A question on which the records of one incident differ.
package struct Question: Codable, Hashable, Sendable {
  /// What is asked.
  package enum Kind: String, Codable, CaseIterable, Hashable, Sendable {
    case happened, who, howMany, `where`, when, withWhat, why, fair

    /// The question in words: "did it happen?".
    package var words: String {
      switch self {
      case .happened: "did it happen?"
      case .who: "who did it?"
      case .howMany: "how many?"
      case .where: "where?"
      case .when: "when?"
      case .withWhat: "with what?"
      case .why: "why?"
      case .fair: "was it right?"
      }
    }
  }

  /// Who gives an answer, and where.
  package struct By: Codable, Hashable, Sendable {
    @OrNull package var speaker: String?
    /// Whether whoever says it is not named: "officials", "a source", or nobody at all; never of a report's own voice.
    package var anonymous: Bool
    package var report: String
    @OrNull package var outlet: String?
    package var via: [String]
    package var act: String
    package var certainty: String
    @OrNull package var at: String?
    package var spans: [Quoted]
    @OrNull package var copyOf: String?
    /// What tells independent sources apart: those with one root count once.
    package var root: String
    /// Ids of the records of the report that it rests on: the happening, the claim, the figure.
    package var records: [String]
    /// How those stand with the people who looked at them; `nil` of machine work.
    @OrNull package var review: Reviewed?
  }

  /// One answer with all who give it.
  package struct Answer: Codable, Hashable, Sendable {
    package var value: String
    package var label: String
    package var by: [By]
    /// How many independent roots give it.
    package var roots: Int
    @OrNull package var since: String?
    @OrNull package var latest: String?
    /// When all who gave it had given another; `nil` while somebody stands by it.
    @OrNull package var dropped: String?
  }

  package var kind: Kind
  /// The earliest record of the incident.
  package var incident: String
  /// What is counted, of a question how many.
  @OrNull package var of: String?
  package var answers: [Answer]
  /// How evenly the independent roots are divided: 0 if they agree, near 1 if each says something else.
  package var contest: Double
}

/// How one count grew, or was corrected.
package struct Series: Codable, Hashable, Sendable {
  /// One value at one time.
  package struct Point: Codable, Hashable, Sendable {
    @OrNull package var at: String?
    @OrNull package var low: Double?
    @OrNull package var value: Double?
    @OrNull package var high: Double?
    package var approximate: Bool
    package var by: String
    package var root: String
    package var report: String
    package var spans: [Quoted]
    @OrNull package var copyOf: String?
    /// The id of the figure in the report.
    package var record: String
    @OrNull package var review: Reviewed?
  }

  package var incident: String
  package var counts: String
  @OrNull package var of: String?
  package var points: [Point]
}

/// That something was told otherwise later, by the same source.
package struct Revision: Codable, Hashable, Sendable {
  /// What changed.
  package enum Kind: String, Codable, CaseIterable, Hashable, Sendable {
    case figure, wording, claim, headline, attribution
  }

  package var kind: Kind
  package var from: String
  package var to: String
  @OrNull package var at: String?
  /// The report that has the later one.
  package var report: String
  /// The report that had the earlier one.
  package var before: String
  /// Whose word it is.
  @OrNull package var by: String?
  /// What is counted, of a figure.
  @OrNull package var counts: String?
}
