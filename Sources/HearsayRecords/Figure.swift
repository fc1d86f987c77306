/// A number told in the report, with what it counts.
public struct Figure: Hashable, Sendable {
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
  /// The rules or heads that made it.
  public var by: Credit

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
    evidence: [TextSpan],
    by: Credit = Credit()
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
    self.by = by
  }
}

extension Figure: Record {
  /// The kind of record.
  public static var kind: RecordKind { .figures }

  /// Its fields.
  public static let fields: [Field<Self>] = [
    Field("id", .id, "", asked: true) { .text($0.id) },
    Field("value", .number(unit: "`unit`"), "the number, if one is told", asked: true) {
      .number($0.value)
    },
    Field("low", .number(unit: "`unit`"), "the least it may be", asked: true) { .number($0.low) },
    Field("high", .number(unit: "`unit`"), "the most it may be", asked: true) {
      .number($0.high)
    },
    Field("approximate", .flag, "whether the words say that it is not exact") {
      .flag($0.approximate)
    },
    Field(
      "unit", .text, "`percent`, ISO 4217 currency, unit of measure; `null` for a count",
      asked: true
    ) { .text($0.unit) },
    Field("counts", .text, "what is counted, in the report's words") { .text($0.counts) },
    Field("of", .referenceOrText([.entities, .places]), "whose count it is", cells: .names) {
      .text($0.of)
    },
    Field("about", .reference([.events]), "the event it belongs to", asked: true) {
      .text($0.about)
    },
    Field("at", .reference([.times]), "the time it holds for", cells: .plain) { .text($0.at) },
    Field("cumulative", .flag, "whether it is a running total") { .flag($0.cumulative) },
    Field("saidBy", .saidBy, "who tells it", asked: true) { .text($0.saidBy) },
    Field("evidence", .spans, "the words it was read from") { .spans($0.evidence) },
    .by { $0.by },
  ]
}
