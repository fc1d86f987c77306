/// All records read from one report: what `hearsay read --format json` prints.
public struct Reading: Hashable, Sendable {
  /// The name and version of the JSON contract.
  public static let schema = "hearsay.ledger/1"

  /// The report itself.
  public var report: Report
  /// Who.
  public var entities: [Entity]
  /// Where.
  public var places: [Place]
  /// When.
  public var times: [TimeSpan]
  /// What happened, or did not.
  public var events: [Event]
  /// Who says what.
  public var claims: [Claim]
  /// How many.
  public var figures: [Figure]
  /// What the events tell of, each thing once.
  public var happenings: [Happening]
  /// Who belongs to whom.
  public var relations: [Relation]
  /// In which words.
  public var wording: [Wording]

  /// Gathers the records of one report.
  public init(
    report: Report, entities: [Entity] = [], places: [Place] = [], times: [TimeSpan] = [],
    events: [Event] = [], claims: [Claim] = [], figures: [Figure] = [],
    happenings: [Happening] = [],
    relations: [Relation] = [], wording: [Wording] = []
  ) {
    self.report = report
    self.entities = entities
    self.places = places
    self.times = times
    self.events = events
    self.claims = claims
    self.figures = figures
    self.happenings = happenings
    self.relations = relations
    self.wording = wording
  }
}

extension Reading: Codable {
  private enum CodingKeys: String, CodingKey {
    case schema, report, entities, places, times, events, claims, figures, happenings
    case relations, wording
  }

  /// Writes the contract's object; the encoder must carry the ``PositionMap`` of `report.text`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.schema, forKey: .schema)
    try container.encode(report, forKey: .report)
    try container.encode(entities, forKey: .entities)
    try container.encode(places, forKey: .places)
    try container.encode(times, forKey: .times)
    try container.encode(events, forKey: .events)
    try container.encode(claims, forKey: .claims)
    try container.encode(figures, forKey: .figures)
    try container.encode(happenings, forKey: .happenings)
    try container.encode(relations, forKey: .relations)
    try container.encode(wording, forKey: .wording)
  }

  /// Reads the contract's object; the decoder must carry the ``PositionMap`` of its `report.text`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      report: try container.decode(Report.self, forKey: .report),
      entities: try container.decode([Entity].self, forKey: .entities),
      places: try container.decode([Place].self, forKey: .places),
      times: try container.decode([TimeSpan].self, forKey: .times),
      events: try container.decode([Event].self, forKey: .events),
      claims: try container.decode([Claim].self, forKey: .claims),
      figures: try container.decode([Figure].self, forKey: .figures),
      // What older versions wrote has none.
      happenings: try container.decodeIfPresent([Happening].self, forKey: .happenings) ?? [],
      relations: try container.decode([Relation].self, forKey: .relations),
      wording: try container.decode([Wording].self, forKey: .wording))
  }
}
