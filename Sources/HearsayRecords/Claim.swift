/// Something that somebody is said to say, think or intend.
public struct Claim: Hashable, Sendable {
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
  /// The rules or heads that made it.
  public var by: Credit

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
    confidence: Double,
    by: Credit = Credit()
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
    self.by = by
  }
}

extension Claim: Record {
  /// The kind of record.
  public static var kind: RecordKind { .claims }

  /// Its fields.
  public static let fields: [Field<Self>] = [
    Field("id", .id, "", asked: true) { .text($0.id) },
    Field("speaker", .reference([.entities]), "who says it", asked: true) { .text($0.speaker) },
    Field(
      "speakers", .references([.entities]),
      "all that say it together, each apart (*supporters of X, as well as Western officials*); `speaker` is the first of them",
      cells: .names
    ) { .texts($0.speakers) },
    Field("source", .span, "the words naming the source") { .span($0.source) },
    Field(
      "via", .referencesOrTexts([.entities]),
      "the chain it came through, nearest to the report first", cells: .names
    ) { .texts($0.via) },
    Field("cue", .span, "the words that tell that it is said") { .span($0.cue) },
    Field("content", .spans, "what is said") { .spans($0.content) },
    Field("quoted", .spans, "what of it stands in quotation marks") { .spans($0.quoted) },
    Field("act", ClaimAct.words, "what is done by saying it", asked: true) {
      .text($0.act.rawValue)
    },
    Field(
      "polarity", Polarity.words,
      "`negative` if it is said not to be said (*no group has claimed responsibility*)",
      asked: true
    ) { .text($0.polarity.rawValue) },
    Field("certainty", Certainty.words, "how surely it is said", asked: true) {
      .text($0.certainty.rawValue)
    },
    Field("addressee", .reference([.entities]), "whom it is said to", cells: .names) {
      .text($0.addressee)
    },
    Field("about", .references([.events]), "what it is about") { .texts($0.about) },
    Field("blames", .references([.entities]), "whom it blames", cells: .names) {
      .texts($0.blames)
    },
    Field(
      "parent", .reference([.claims]),
      "the claim it is said in: in *A said that B denied it*, the denial's parent is A's statement",
      asked: true
    ) { .text($0.parent) },
    Field("confidence", .number(unit: "0 to 1"), "how sure the reading is", asked: true) {
      .number($0.confidence)
    },
    .by { $0.by },
  ]
}
