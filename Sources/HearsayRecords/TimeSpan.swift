/// A time told in the report, resolved to the calendar.
public struct TimeSpan: Codable, Hashable, Sendable {
  /// Unique in the report.
  public var id: String
  /// The first moment it may mean: ISO 8601.
  public var earliest: String?
  /// The last moment it may mean: ISO 8601.
  public var latest: String?
  /// The unit it is told in.
  public var granularity: TimeGranularity?
  /// The TimeML TIMEX3 value.
  public var timex: String?
  /// How it was worked out, with the anchor used.
  public var by: String?
  /// The words.
  public var evidence: TextSpan

  /// Creates the record from its values.
  public init(
    id: String,
    earliest: String? = nil,
    latest: String? = nil,
    granularity: TimeGranularity? = nil,
    timex: String? = nil,
    by: String? = nil,
    evidence: TextSpan
  ) {
    self.id = id
    self.earliest = earliest
    self.latest = latest
    self.granularity = granularity
    self.timex = timex
    self.by = by
    self.evidence = evidence
  }

  /// Writes every field, absent ones as `null`, as the contract asks.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(earliest, forKey: .earliest)
    try container.encode(latest, forKey: .latest)
    try container.encode(granularity, forKey: .granularity)
    try container.encode(timex, forKey: .timex)
    try container.encode(by, forKey: .by)
    try container.encode(evidence, forKey: .evidence)
  }
}
