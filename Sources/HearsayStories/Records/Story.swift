/// Reports on one unfolding matter, with what they tell of it and where they differ: `hearsay.story/1`.
///
/// Drawn from readings; its address is that of any of its reports.
package struct Story: Codable, Hashable, Sendable {
  /// The name and version of the JSON contract.
  package static let schema = "hearsay.story/1"

  /// A report of a story.
  package struct Member: Codable, Hashable, Sendable {
    package var id: String
    @OrNull package var outlet: String?
    @OrNull package var title: String?
    @OrNull package var published: String?
    /// The earlier report that it is a near copy of.
    @OrNull package var copyOf: String?
    /// How like it is to the others on average, 0 to 1; `nil` of one that stands alone, and of copies.
    @OrNull package var likeness: Double?
  }

  package var schema = Self.schema
  /// Its first report.
  package var report: String
  @OrNull package var title: String?
  @OrNull package var since: String?
  @OrNull package var until: String?
  package var reports: [Member]
  package var outlets: [String]
  /// How many independent roots speak of what its reports are about.
  package var sources: Int
  /// The countries of its places and parties (ISO 3166-1 alpha-3), those first that most of its reports name; near copies name none.
  package var countries: [String]
  package var incidents: [Incident]
  package var contested: [Question]
  package var series: [Series]
  package var revisions: [Revision]
  package var accusations: [Accusation]
  /// Pairs of records that may be one happening, the likeliest first: nobody decided, and they are kept apart till then.
  package var unsure: [Incident.Link]
  /// Ids of reports of earlier stories that it follows upon.
  package var follows: [String]
  /// Which version of the program and of its tables drew it.
  package var drawnBy: String
}

/// Words of a report at their place.
package struct Quoted: Codable, Hashable, Sendable {
  package var report: String
  package var start: Int
  package var end: Int
  package var exact: String

  package init(_ report: String, _ excerpt: Excerpt) {
    self.report = report
    start = excerpt.start
    end = excerpt.end
    exact = excerpt.exact
  }
}

/// One happening as several reports tell it.
package struct Incident: Codable, Hashable, Sendable {
  /// A party of an incident, joined over reports.
  package struct Party: Codable, Hashable, Sendable {
    package var name: String
    /// `report:entity`, or the words in the report.
    package var members: [String]
    @OrNull package var country: String?
    @OrNull package var code: String?
  }

  /// When it was, as its records tell.
  package struct When: Codable, Hashable, Sendable {
    @OrNull package var earliest: String?
    @OrNull package var latest: String?
    @OrNull package var granularity: String?
  }

  /// Where it was, as closely as its records tell.
  package struct Where: Codable, Hashable, Sendable {
    package var place: String
    package var precision: String
    @OrNull package var country: String?
    @OrNull package var lat: Double?
    @OrNull package var lon: Double?
  }

  /// Why two records were joined.
  package struct Link: Codable, Hashable, Sendable {
    /// `report:record`.
    package var from: String
    package var to: String
    /// The probability that both tell of one happening, by the table of weights.
    package var score: Double
    /// The reasons in one sentence.
    package var words: String
    package var reasons: [Reason]
    package var against: [Reason]

    /// How far its score is from a half: the less, the harder it is to tell whether both are one.
    package var doubt: Double { abs(score - 0.5) }
  }

  /// One thing that speaks for or against a link.
  package struct Reason: Codable, Hashable, Sendable {
    package var kind: String
    package var words: String
    package var weight: Double
    package var spans: [Quoted]
  }

  /// What a person decided about two records.
  package struct Decided: Codable, Hashable, Sendable {
    /// `same` or `not-same`.
    package var verdict: String
    /// `report:record`.
    package var one: String
    package var other: String
    package var person: String
    package var made: String
    package var reason: String
  }

  /// The earliest record.
  package var event: String
  package var type: String
  @OrNull package var mode: String?
  package var label: String
  /// `report:record` of each happening that tells it.
  package var records: [String]
  /// How many records tell it as having happened.
  package var told: Int
  /// How many deny it.
  package var denied: Int
  /// How many independent roots speak of it.
  package var sources: Int
  /// `told`, `said`, `denied`, `open`, or the status most records give what is still to come.
  package var status: String
  @OrNull package var when: When?
  @OrNull package var `where`: Where?
  package var actors: [Party]
  package var recipients: [Party]
  package var links: [Link]
  /// Records of what is planned or expected, that this is the doing of.
  package var expected: [String]
  /// What people decided about whether its records are one with others.
  package var decisions: [Decided]
  /// Those of its records that people looked at.
  package var reviewed: [Reviewed] = []
}
