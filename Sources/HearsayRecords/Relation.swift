/// A lasting tie between two entities as the report tells it.
public struct Relation: Hashable, Sendable {
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
  /// The rules or heads that made it.
  public var by: Credit

  /// Creates the record from its values.
  public init(
    kind: String,
    from: String,
    to: String,
    since: String? = nil,
    until: String? = nil,
    saidBy: String? = nil,
    evidence: [TextSpan] = [],
    by: Credit = Credit()
  ) {
    self.kind = kind
    self.from = from
    self.to = to
    self.since = since
    self.until = until
    self.saidBy = saidBy
    self.evidence = evidence
    self.by = by
  }
}

extension Relation: Record {
  /// The kind of record.
  public static var kind: RecordKind { .relations }

  /// Its fields.
  public static let fields: [Field<Self>] = [
    Field(
      "kind", .text, "`memberOf`, `holdsOffice`, `speaksFor`, `partOf`, `alliedWith` …",
      asked: true
    ) { .text($0.kind) },
    Field("from", .reference([.entities]), "who has it", asked: true) { .text($0.from) },
    Field("to", .referenceOrText([.entities, .places]), "the other end", asked: true) {
      .text($0.to)
    },
    Field("since", .date, "since when") { .text($0.since) },
    Field("until", .date, "until when") { .text($0.until) },
    Field("saidBy", .saidBy, "who tells it") { .text($0.saidBy) },
    Field("evidence", .spans, "the words it was read from") { .spans($0.evidence) },
    .by { $0.by },
  ]
}
