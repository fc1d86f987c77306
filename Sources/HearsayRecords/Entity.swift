/// Somebody or something that acts, speaks or is acted upon.
public struct Entity: Codable, Hashable, Sendable {
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

  /// Creates the record from its values.
  public init(
    id: String,
    name: String,
    kind: EntityKind,
    aliases: [String] = [],
    role: String? = nil,
    country: String? = nil,
    code: String? = nil,
    mentions: [TextSpan] = []
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.aliases = aliases
    self.role = role
    self.country = country
    self.code = code
    self.mentions = mentions
  }

  /// Writes every field, absent ones as `null`, as the contract asks.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(name, forKey: .name)
    try container.encode(kind, forKey: .kind)
    try container.encode(aliases, forKey: .aliases)
    try container.encode(role, forKey: .role)
    try container.encode(country, forKey: .country)
    try container.encode(code, forKey: .code)
    try container.encode(mentions, forKey: .mentions)
  }
}
