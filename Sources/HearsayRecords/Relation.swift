/// A lasting tie between two entities as the report tells it.
public struct Relation: Codable, Hashable, Sendable {
  /// memberOf, holdsOffice, speaksFor, partOf, alliedWith and others.
  public var kind: String
  /// Id of the entity that has it.
  public var from: String
  /// Id or words of the other end.
  public var to: String
  /// ISO 8601, as coarse as told.
  public var since: String?
  /// ISO 8601, as coarse as told.
  public var until: String?
  /// Id of the claim that tells it.
  public var saidBy: String?
  /// The words it was read from.
  public var evidence: [TextSpan]

  /// Creates the record from its values.
  public init(
    kind: String,
    from: String,
    to: String,
    since: String? = nil,
    until: String? = nil,
    saidBy: String? = nil,
    evidence: [TextSpan] = []
  ) {
    self.kind = kind
    self.from = from
    self.to = to
    self.since = since
    self.until = until
    self.saidBy = saidBy
    self.evidence = evidence
  }

  /// Writes every field, absent ones as `null`, as the contract asks.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(from, forKey: .from)
    try container.encode(to, forKey: .to)
    try container.encode(since, forKey: .since)
    try container.encode(until, forKey: .until)
    try container.encode(saidBy, forKey: .saidBy)
    try container.encode(evidence, forKey: .evidence)
  }
}
