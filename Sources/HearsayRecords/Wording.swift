/// A wording that a careful reader would note.
public struct Wording: Codable, Hashable, Sendable {
  /// What is remarkable.
  public var kind: WordingKind
  /// The words.
  public var evidence: TextSpan

  /// Creates the record from its values.
  public init(
    kind: WordingKind,
    evidence: TextSpan
  ) {
    self.kind = kind
    self.evidence = evidence
  }

  /// Writes every field, absent ones as `null`, as the contract asks.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(evidence, forKey: .evidence)
  }
}
