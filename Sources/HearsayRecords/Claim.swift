/// Something that somebody is said to say, think or intend.
public struct Claim: Codable, Hashable, Sendable {
  /// Unique in the report.
  public var id: String
  /// Id of the entity that says it.
  public var speaker: String?
  /// Ids of all entities that say it together; the first is `speaker`.
  public var speakers: [String]
  /// The words naming the source.
  public var source: TextSpan?
  /// The chain it came through, nearest to the report first: entity ids or names.
  public var via: [String]
  /// The words that tell that it is said.
  public var cue: TextSpan?
  /// What is said.
  public var content: [TextSpan]
  /// What of it stands in quotation marks.
  public var quoted: [TextSpan]
  /// What is done by saying it.
  public var act: ClaimAct
  /// Whether it is said, or said not to be said.
  public var polarity: Polarity
  /// How surely.
  public var certainty: Certainty
  /// Id of the entity it is said to.
  public var addressee: String?
  /// Ids of the events it is about.
  public var about: [String]
  /// Ids of the entities it blames.
  public var blames: [String]
  /// Id of the claim it is said in.
  public var parent: String?
  /// How sure the reading is, 0 … 1.
  public var confidence: Double

  /// Creates the record from its values.
  public init(
    id: String,
    speaker: String? = nil,
    speakers: [String] = [],
    source: TextSpan? = nil,
    via: [String] = [],
    cue: TextSpan? = nil,
    content: [TextSpan] = [],
    quoted: [TextSpan] = [],
    act: ClaimAct = .state,
    polarity: Polarity = .positive,
    certainty: Certainty = .asserted,
    addressee: String? = nil,
    about: [String] = [],
    blames: [String] = [],
    parent: String? = nil,
    confidence: Double
  ) {
    self.id = id
    self.speaker = speaker
    self.speakers = speakers
    self.source = source
    self.via = via
    self.cue = cue
    self.content = content
    self.quoted = quoted
    self.act = act
    self.polarity = polarity
    self.certainty = certainty
    self.addressee = addressee
    self.about = about
    self.blames = blames
    self.parent = parent
    self.confidence = confidence
  }

  /// Writes every field, absent ones as `null`, as the contract asks.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(speaker, forKey: .speaker)
    try container.encode(speakers, forKey: .speakers)
    try container.encode(source, forKey: .source)
    try container.encode(via, forKey: .via)
    try container.encode(cue, forKey: .cue)
    try container.encode(content, forKey: .content)
    try container.encode(quoted, forKey: .quoted)
    try container.encode(act, forKey: .act)
    try container.encode(polarity, forKey: .polarity)
    try container.encode(certainty, forKey: .certainty)
    try container.encode(addressee, forKey: .addressee)
    try container.encode(about, forKey: .about)
    try container.encode(blames, forKey: .blames)
    try container.encode(parent, forKey: .parent)
    try container.encode(confidence, forKey: .confidence)
  }
}
