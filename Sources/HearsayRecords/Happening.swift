/// What a part of a happening refers to.
public enum SlotKind: String, Codable, Hashable, Sendable, CaseIterable {
  /// Somebody or something: an entity, if one was made of the words.
  case entity
  /// A place.
  case place
  /// A time.
  case time
}

/// One party, place, time or thing of a happening: the words that name it, and in whose mouth it has that part.
public struct Slot: Hashable, Sendable {
  /// What it refers to.
  public var kind: SlotKind
  /// The id of the entity, place or time; `nil` if no record was made of the words.
  public var id: String?
  /// The words that name it.
  public var span: TextSpan
  /// Id of the claim that gives it this part; `nil` in the reporter's own voice.
  public var saidBy: String?
  /// Whether the words stand outside the happening's own clauses: in the lead, in the dateline.
  public var lent: Bool
  /// How sure the reading is, 0 … 1.
  public var confidence: Double

  /// Creates the slot from its values.
  public init(
    _ kind: SlotKind = .entity, id: String? = nil, span: TextSpan, saidBy: String? = nil,
    lent: Bool = false, confidence: Double = 1
  ) {
    self.kind = kind
    self.id = id
    self.span = span
    self.saidBy = saidBy
    self.lent = lent
    self.confidence = confidence
  }
}

extension Slot: Codable {
  /// Reads the object; its kind is the name under which its id stands.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: FieldKey.self)
    guard let kind = SlotKind.allCases.first(where: { container.contains(FieldKey($0.rawValue)) })
    else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath, debugDescription: "a slot without entity, place or time"))
    }
    self.init(
      kind, id: try container.decodeIfPresent(String.self, forKey: FieldKey(kind.rawValue)),
      span: try container.decode(TextSpan.self, forKey: FieldKey("span")),
      saidBy: try container.decodeIfPresent(String.self, forKey: FieldKey("saidBy")),
      lent: try container.decode(Bool.self, forKey: FieldKey("lent")),
      confidence: try container.decode(Double.self, forKey: FieldKey("confidence")))
  }

  /// Writes `{"entity" | "place" | "time", "span", "saidBy", "lent", "confidence"}`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: FieldKey.self)
    try container.encode(id, forKey: FieldKey(kind.rawValue))
    try container.encode(span, forKey: FieldKey("span"))
    try container.encode(saidBy, forKey: FieldKey("saidBy"))
    try container.encode(lent, forKey: FieldKey("lent"))
    try container.encode(confidence, forKey: FieldKey("confidence"))
  }
}

/// What one voice of a report tells of a happening.
public struct ToldStatus: Codable, Hashable, Sendable {
  /// Whether it is told as having taken place.
  public var status: EventStatus
  /// Id of the claim that tells it so; `nil` in the reporter's own voice.
  public var saidBy: String?
  /// Ids of the events in which it is told so.
  public var events: [String]

  /// Creates it from its values.
  public init(status: EventStatus, saidBy: String? = nil, events: [String] = []) {
    self.status = status
    self.saidBy = saidBy
    self.events = events
  }

  private enum CodingKeys: String, CodingKey { case status, saidBy, events }

  /// Writes every field, absent ones as `null`, as the contract asks.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(status, forKey: .status)
    try container.encode(saidBy, forKey: .saidBy)
    try container.encode(events, forKey: .events)
  }
}

/// One thing that a report tells of, with all its mentions settled: who, whom, where, when, in whose mouth, and whether
/// it was real.
public struct Happening: Hashable, Sendable {
  /// Unique in the report.
  public var id: String
  /// The PLOVER type.
  public var type: EventType
  /// The PLOVER mode.
  public var mode: String?
  /// The CAMEO code.
  public var cameo: String?
  /// Two to eight words made from its own slots: "attack on the German consulate".
  public var label: String
  /// Ids of the events that tell it, in the order of the text.
  public var events: [String]
  /// Whether it is the matter of title and lead.
  public var main: Bool
  /// Whether it is dated before the news of the report.
  public var background: Bool
  /// The report's own overall view: the reporter's voice before anybody's.
  public var status: EventStatus
  /// How surely it is told.
  public var certainty: Certainty
  /// What each voice tells of it where they differ.
  public var statuses: [ToldStatus]
  /// Who does it.
  public var actors: [Slot]
  /// Whom it is done to.
  public var recipients: [Slot]
  /// With what.
  public var instruments: [Slot]
  /// Where.
  public var places: [Slot]
  /// When.
  public var times: [Slot]
  /// Who is only suspected or accused of it, or claims it.
  public var blamed: [Slot]
  /// Ids of its figures.
  public var figures: [String]
  /// Ids of the claims about it.
  public var claims: [String]
  /// How sure the reading is, 0 … 1.
  public var confidence: Double
  /// The rules or heads that made it.
  public var by: Credit

  /// Creates the record from its values.
  public init(
    id: String, type: EventType, mode: String? = nil, cameo: String? = nil, label: String = "",
    events: [String] = [], main: Bool = false, background: Bool = false, status: EventStatus,
    certainty: Certainty = .asserted, statuses: [ToldStatus] = [], actors: [Slot] = [],
    recipients: [Slot] = [], instruments: [Slot] = [], places: [Slot] = [], times: [Slot] = [],
    blamed: [Slot] = [], figures: [String] = [], claims: [String] = [], confidence: Double,
    by: Credit = Credit()
  ) {
    self.id = id
    self.type = type
    self.mode = mode
    self.cameo = cameo
    self.label = label
    self.events = events
    self.main = main
    self.background = background
    self.status = status
    self.certainty = certainty
    self.statuses = statuses
    self.actors = actors
    self.recipients = recipients
    self.instruments = instruments
    self.places = places
    self.times = times
    self.blamed = blamed
    self.figures = figures
    self.claims = claims
    self.confidence = confidence
    self.by = by
  }
}

extension Happening: Record {
  /// The kind of record.
  public static var kind: RecordKind { .happenings }

  /// Its fields.
  public static let fields: [Field<Self>] = [
    Field("id", .id, "", since: "0.2.0", asked: true) { .text($0.id) },
    Field("type", EventType.words, "as for events", since: "0.2.0", asked: true) {
      .text($0.type.rawValue)
    },
    Field("mode", .text, "PLOVER mode", since: "0.2.0", asked: true) { .text($0.mode) },
    Field("cameo", .text, "CAMEO code where one fits", since: "0.2.0", asked: true) {
      .text($0.cameo)
    },
    Field(
      "label", .text,
      "two to eight words made from its own slots (*attack on the German consulate*), never a sentence of the report",
      since: "0.2.0"
    ) { .text($0.label) },
    Field(
      "events", .references([.events]), "the mentions that tell it, in the order of the text",
      since: "0.2.0"
    ) { .texts($0.events) },
    Field(
      "main", .flag, "whether it is the matter of title and lead", since: "0.2.0", asked: true
    ) { .flag($0.main) },
    Field(
      "background", .flag, "whether it is dated before the news of the report", since: "0.2.0",
      asked: true
    ) { .flag($0.background) },
    Field(
      "status", EventStatus.words,
      "the report's own overall view: the reporter's voice before anybody's", since: "0.2.0",
      asked: true
    ) { .text($0.status.rawValue) },
    Field("certainty", Certainty.words, "how surely it is told", since: "0.2.0", asked: true) {
      .text($0.certainty.rawValue)
    },
    Field(
      "statuses", .statuses, "what each voice tells of it, where they differ", since: "0.2.0"
    ) { .statuses($0.statuses) },
    Field("actors", .slots(.entity), "who does it", since: "0.2.0") { .slots($0.actors) },
    Field("recipients", .slots(.entity), "whom it is done to", since: "0.2.0") {
      .slots($0.recipients)
    },
    Field("instruments", .slots(.entity), "with what", since: "0.2.0") { .slots($0.instruments) },
    Field("places", .slots(.place), "where", since: "0.2.0") { .slots($0.places) },
    Field("times", .slots(.time), "when", since: "0.2.0") { .slots($0.times) },
    Field(
      "blamed", .slots(.entity),
      "who is only suspected or accused of it, or claims it; never among the `actors` for that",
      since: "0.2.0"
    ) { .slots($0.blamed) },
    Field("figures", .references([.figures]), "what is counted of it", since: "0.2.0") {
      .texts($0.figures)
    },
    Field("claims", .references([.claims]), "what is said about it", since: "0.2.0") {
      .texts($0.claims)
    },
    Field(
      "confidence", .number(unit: "0 to 1"), "how sure the reading is", since: "0.2.0", asked: true
    ) { .number($0.confidence) },
    .by { $0.by },
  ]
}
