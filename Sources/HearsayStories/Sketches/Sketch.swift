package import HearsayRecords

/// What comparing one report with others needs of its reading, and nothing else.
///
/// A function of the reading alone, so it is made once and kept beside the ledger; stories, incidents and contested points are drawn from
/// sketches only.
package struct Sketch: Hashable, Sendable {
  /// What is told of the report itself.
  package struct Card: Hashable, Sendable {
    package var id: String
    package var outlet: String?
    package var title: String?
    package var published: String?
    /// The day it was published, counted from 1970.
    package var day: Int?
    package var address: String
    package var version: Int
  }

  package var card: Card
  package var signature: Signature
  /// Everybody who tells something; the first is the report itself.
  package var voices: [Voice]
  /// One for each happening, in the order of the reading.
  package var tellings: [Telling]
}

/// Words of a report at their place, counted in code points as the contract counts them.
package struct Excerpt: Hashable, Sendable, Comparable {
  package var start: Int
  package var end: Int
  package var exact: String

  package static func < (left: Excerpt, right: Excerpt) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

/// Somebody in whose mouth something of a report stands.
package struct Voice: Hashable, Sendable {
  /// Id of the claim; `nil` for the report itself.
  package var claim: String?
  /// The name of whoever says it, else the words for the source; `nil` if nobody is told.
  package var speaker: String?
  /// Whoever says it, made ready to be compared with others; `nil` if nobody is named.
  package var party: Party?
  /// The names of the chain through which it came.
  package var via: [String] = []
  package var act: ClaimAct = .state
  package var certainty: Certainty = .asserted
  package var isNegative = false
  /// The words for the source and what is said.
  package var spans: [Excerpt] = []
  /// Whom it blames, as parties.
  package var blames: [Role] = []
}

/// A party, thing or instrument in a part of a happening.
package struct Role: Hashable, Sendable {
  /// Id of the entity; `nil` if none was made of the words.
  package var entity: String?
  package var name: String
  package var words: Excerpt
  package var party: Party
  package var code: String?
  /// Which voice gives it this part, by its place in ``Sketch/voices``; 0 for the report's own.
  package var voice: Int
  package var isLent: Bool
}

/// A place of a happening.
package struct Spot: Hashable, Sendable {
  package var name: String
  package var words: Excerpt
  package var geonameid: Int?
  package var country: String?
  package var admin1: String?
  package var lat: Double?
  package var lon: Double?
  package var precision: PlacePrecision
  package var voice: Int
  package var isLent: Bool
}

/// A time of a happening.
package struct When: Hashable, Sendable {
  package var earliest: String?
  package var latest: String?
  package var granularity: TimeGranularity?
  /// The days it covers, counted from 1970.
  package var days: ClosedRange<Int>?
  package var words: Excerpt
  package var voice: Int
  package var isLent: Bool
}

/// A number of a happening.
package struct Count: Hashable, Sendable {
  package var id: String
  package var value: Double?
  package var low: Double?
  package var high: Double?
  package var isApproximate: Bool
  package var unit: String?
  package var counts: String
  /// The words that say what is counted, as stems in order.
  package var key: [String]
  package var of: String?
  package var isCumulative: Bool
  package var voice: Int
  package var words: Excerpt

  /// The numbers it may mean.
  package var range: ClosedRange<Double>? {
    let least = low ?? (high == nil ? value : nil) ?? -.infinity
    let most = high ?? (low == nil ? value : nil) ?? .infinity
    return least <= most && (least.isFinite || most.isFinite) ? least...most : nil
  }
}

/// What one report tells of one happening.
package struct Telling: Hashable, Sendable {
  /// What somebody makes of whether it happened.
  package struct Status: Hashable, Sendable {
    package var status: EventStatus
    package var voice: Int
    package var words: [Excerpt]
  }

  /// A reason or a verdict that somebody gives.
  package struct Remark: Hashable, Sendable {
    package var voice: Int
    package var words: Excerpt
  }

  /// Id of the happening in its report.
  package var id: String
  package var type: EventType
  package var mode: String?
  package var label: String
  package var isMain: Bool
  package var isBackground: Bool
  package var status: EventStatus
  package var certainty: Certainty
  package var statuses: [Status]
  /// The words that tell it, one for each mention.
  package var triggers: [Excerpt]
  package var actors: [Role]
  package var recipients: [Role]
  package var instruments: [Role]
  package var blamed: [Role]
  package var spots: [Spot]
  package var times: [When]
  package var counts: [Count]
  /// The voices that speak about it.
  package var about: [Int]
  /// Why it was done, as somebody tells.
  package var reasons: [Remark]
  /// Whether it was right, as somebody judges.
  package var verdicts: [Remark]
  /// Stems of the triggers, as numbers.
  package var triggerStems: [UInt32]
  /// The most telling words of the sentences it is told in.
  package var features: [Signature.Feature]
  /// The most telling names of those sentences.
  package var names: [Signature.Feature]
}
