/// Somebody in a role: an entity of the report, or words that no entity was made of.
public enum Participant: Codable, Hashable, Sendable {
  /// The id of an entity.
  case entity(String)
  /// The words themselves.
  case mention(TextSpan)

  /// Reads an id or a span.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let id = try? container.decode(String.self) {
      self = .entity(id)
    } else {
      self = .mention(try container.decode(TextSpan.self))
    }
  }

  /// Writes the id as a string, or the span.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .entity(let id): try container.encode(id)
    case .mention(let span): try container.encode(span)
    }
  }
}

/// Something told as happening, planned, feared, denied …; never more than the words say.
public struct Event: Hashable, Sendable {
  /// Unique in the report.
  public var id: String
  /// The PLOVER type.
  public var type: EventType
  /// The PLOVER mode.
  public var mode: String?
  /// The CAMEO code.
  public var cameo: String?
  /// The words that tell it.
  public var trigger: TextSpan
  /// Who does it.
  public var actors: [Participant]
  /// Whom it is done to.
  public var recipients: [Participant]
  /// With what.
  public var instruments: [TextSpan]
  /// Id of the place.
  public var place: String?
  /// Id of the time.
  public var time: String?
  /// Whether it is told as having happened.
  public var status: EventStatus
  /// How surely it is told.
  public var certainty: Certainty
  /// Id of the claim that tells it; `nil` in the reporter's own voice.
  public var saidBy: String?
  /// How sure the reading is, 0 … 1.
  public var confidence: Double
  /// The words it was read from.
  public var evidence: [TextSpan]
  /// The rules or heads that made it.
  public var by: Credit

  /// Creates the record from its values.
  public init(
    id: String,
    type: EventType,
    mode: String? = nil,
    cameo: String? = nil,
    trigger: TextSpan,
    actors: [Participant] = [],
    recipients: [Participant] = [],
    instruments: [TextSpan] = [],
    place: String? = nil,
    time: String? = nil,
    status: EventStatus,
    certainty: Certainty = .asserted,
    saidBy: String? = nil,
    confidence: Double,
    evidence: [TextSpan] = [],
    by: Credit = Credit()
  ) {
    self.id = id
    self.type = type
    self.mode = mode
    self.cameo = cameo
    self.trigger = trigger
    self.actors = actors
    self.recipients = recipients
    self.instruments = instruments
    self.place = place
    self.time = time
    self.status = status
    self.certainty = certainty
    self.saidBy = saidBy
    self.confidence = confidence
    self.evidence = evidence
    self.by = by
  }
}

extension Event: Record {
  /// The kind of record.
  public static var kind: RecordKind { .events }

  /// Its fields.
  public static let fields: [Field<Self>] = [
    Field("id", .id, "", asked: true) { .text($0.id) },
    Field(
      "type", EventType.words,
      "PLOVER, and `ELECTION`, `ACCIDENT`, `CRIME`, `DISASTER`", asked: true
    ) { .text($0.type.rawValue) },
    Field("mode", .text, "PLOVER mode (`riot`, `aerial`, `assassination` …)", asked: true) {
      .text($0.mode)
    },
    Field("cameo", .text, "CAMEO code where one fits", asked: true) { .text($0.cameo) },
    Field("trigger", .span, "the words that tell it") { .span($0.trigger) },
    Field("actors", .parties, "who does it") { .parties($0.actors) },
    Field("recipients", .parties, "whom it is done to") { .parties($0.recipients) },
    Field("instruments", .spans, "with what") { .spans($0.instruments) },
    Field("place", .reference([.places]), "where", asked: true) { .text($0.place) },
    Field("time", .reference([.times]), "when", asked: true) { .text($0.time) },
    Field("status", EventStatus.words, "whether it is told as having happened", asked: true) {
      .text($0.status.rawValue)
    },
    Field("certainty", Certainty.words, "how surely it is told", asked: true) {
      .text($0.certainty.rawValue)
    },
    Field("saidBy", .saidBy, "who tells it", asked: true) { .text($0.saidBy) },
    Field("confidence", .number(unit: "0 to 1"), "how sure the reading is", asked: true) {
      .number($0.confidence)
    },
    Field("evidence", .spans, "the words it was read from") { .spans($0.evidence) },
    .by { $0.by },
  ]
}
