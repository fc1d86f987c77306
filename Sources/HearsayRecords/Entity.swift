/// Somebody or something that acts, speaks or is acted upon.
public struct Entity: Hashable, Sendable {
  /// Unique in the report.
  public var id: String
  /// The fullest name found.
  public var name: String
  /// What it is.
  public var kind: EntityKind
  /// Other names used for it.
  public var aliases: [String]
  /// The office or function as the report words it.
  public var role: String?
  /// ISO 3166 alpha-3 code of the country it belongs to.
  public var country: String?
  /// CAMEO actor code with roles appended.
  public var code: String?
  /// Where it is named, described or referred to.
  public var mentions: [TextSpan]
  /// The rules or heads that made it.
  public var by: Credit

  /// Creates the record from its values.
  public init(
    id: String,
    name: String,
    kind: EntityKind,
    aliases: [String] = [],
    role: String? = nil,
    country: String? = nil,
    code: String? = nil,
    mentions: [TextSpan] = [],
    by: Credit = Credit()
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.aliases = aliases
    self.role = role
    self.country = country
    self.code = code
    self.mentions = mentions
    self.by = by
  }
}

extension Entity: Record {
  /// The kind of record.
  public static var kind: RecordKind { .entities }

  /// Its fields.
  public static let fields: [Field<Self>] = [
    Field("id", .id, "", asked: true) { .text($0.id) },
    Field("name", .text, "the fullest name found", asked: true) { .text($0.name) },
    Field(
      "kind", EntityKind.words,
      "what it is; `civil` are crowds, residents, unions, victims", asked: true
    ) { .text($0.kind.rawValue) },
    Field("aliases", .texts, "other names used for it") { .texts($0.aliases) },
    Field("role", .text, "office or function as worded") { .text($0.role) },
    Field("country", .text, "ISO 3166-1 alpha-3", asked: true) { .text($0.country) },
    Field(
      "code", .text, "CAMEO actor code with roles appended (`IRQGOV`)", asked: true
    ) { .text($0.code) },
    Field("mentions", .spans, "where it is named, described or referred to") {
      .spans($0.mentions)
    },
    .by { $0.by },
  ]
}
