/// A number told in the report, with what it counts.
public struct Figure: Codable, Hashable, Sendable {
  /// Unique in the report.
  public var id: String
  /// The number, if one is told.
  public var value: Double?
  /// The least it may be.
  public var low: Double?
  /// The most it may be.
  public var high: Double?
  /// Whether the words say that it is not exact.
  public var approximate: Bool
  /// The unit: percent, USD, km, years and others.
  public var unit: String?
  /// What is counted, in the report's words.
  public var counts: String?
  /// Id or words of whose count it is.
  public var of: String?
  /// Id of the event it belongs to.
  public var about: String?
  /// Id of the time it holds for.
  public var at: String?
  /// Whether it is a running total.
  public var cumulative: Bool?
  /// Id of the claim that tells it.
  public var saidBy: String?
  /// The words it was read from.
  public var evidence: [TextSpan]

  /// Creates the record from its values.
  public init(
    id: String,
    value: Double? = nil,
    low: Double? = nil,
    high: Double? = nil,
    approximate: Bool = false,
    unit: String? = nil,
    counts: String? = nil,
    of: String? = nil,
    about: String? = nil,
    at: String? = nil,
    cumulative: Bool? = nil,
    saidBy: String? = nil,
    evidence: [TextSpan]
  ) {
    self.id = id
    self.value = value
    self.low = low
    self.high = high
    self.approximate = approximate
    self.unit = unit
    self.counts = counts
    self.of = of
    self.about = about
    self.at = at
    self.cumulative = cumulative
    self.saidBy = saidBy
    self.evidence = evidence
  }

  /// Writes every field, absent ones as `null`, as the contract asks.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(value, forKey: .value)
    try container.encode(low, forKey: .low)
    try container.encode(high, forKey: .high)
    try container.encode(approximate, forKey: .approximate)
    try container.encode(unit, forKey: .unit)
    try container.encode(counts, forKey: .counts)
    try container.encode(of, forKey: .of)
    try container.encode(about, forKey: .about)
    try container.encode(at, forKey: .at)
    try container.encode(cumulative, forKey: .cumulative)
    try container.encode(saidBy, forKey: .saidBy)
    try container.encode(evidence, forKey: .evidence)
  }
}
