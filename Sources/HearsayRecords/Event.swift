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
public struct Event: Codable, Hashable, Sendable {
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
    evidence: [TextSpan] = []
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
  }

  /// Writes every field, absent ones as `null`, as the contract asks.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(type, forKey: .type)
    try container.encode(mode, forKey: .mode)
    try container.encode(cameo, forKey: .cameo)
    try container.encode(trigger, forKey: .trigger)
    try container.encode(actors, forKey: .actors)
    try container.encode(recipients, forKey: .recipients)
    try container.encode(instruments, forKey: .instruments)
    try container.encode(place, forKey: .place)
    try container.encode(time, forKey: .time)
    try container.encode(status, forKey: .status)
    try container.encode(certainty, forKey: .certainty)
    try container.encode(saidBy, forKey: .saidBy)
    try container.encode(confidence, forKey: .confidence)
    try container.encode(evidence, forKey: .evidence)
  }
}
