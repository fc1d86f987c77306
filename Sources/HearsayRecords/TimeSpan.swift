/// A time told in the report, resolved to the calendar.
public struct TimeSpan: Hashable, Sendable {
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
  /// The words.
  public var evidence: TextSpan
  /// The rules or heads that made it.
  public var by: Credit

  /// Creates the record from its values.
  public init(
    id: String,
    earliest: String? = nil,
    latest: String? = nil,
    granularity: TimeGranularity? = nil,
    timex: String? = nil,
    by: Credit = Credit(),
    evidence: TextSpan
  ) {
    self.id = id
    self.earliest = earliest
    self.latest = latest
    self.granularity = granularity
    self.timex = timex
    self.evidence = evidence
    self.by = by
  }
}

extension TimeSpan: Record {
  /// The kind of record.
  public static var kind: RecordKind { .times }

  /// Its fields.
  public static let fields: [Field<Self>] = [
    Field("id", .id, "", asked: true) { .text($0.id) },
    Field("earliest", .date, "the first moment it may mean", asked: true) { .text($0.earliest) },
    Field("latest", .date, "the last moment it may mean", asked: true) { .text($0.latest) },
    Field("granularity", TimeGranularity.words, "the unit it is told in", asked: true) {
      .text($0.granularity?.rawValue)
    },
    Field("timex", .text, "TimeML TIMEX3 value") { .text($0.timex) },
    Field("evidence", .span, "the words", cells: .named("words")) { .span($0.evidence) },
    .by { $0.by },
  ]
}
