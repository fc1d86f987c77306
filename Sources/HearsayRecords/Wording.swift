/// A wording that a careful reader would note.
public struct Wording: Hashable, Sendable {
  /// What is remarkable.
  public var kind: WordingKind
  /// The words.
  public var evidence: TextSpan
  /// The rules or heads that made it.
  public var by: Credit

  /// Creates the record from its values.
  public init(
    kind: WordingKind,
    evidence: TextSpan,
    by: Credit = Credit()
  ) {
    self.kind = kind
    self.evidence = evidence
    self.by = by
  }
}

extension Wording: Record {
  /// The kind of record.
  public static var kind: RecordKind { .wording }

  /// Its fields.
  public static let fields: [Field<Self>] = [
    Field("kind", WordingKind.words, "what is remarkable", asked: true) {
      .text($0.kind.rawValue)
    },
    Field("evidence", .span, "the words", cells: .named("words")) { .span($0.evidence) },
    .by { $0.by },
  ]
}
