/// A place named in the report.
public struct Place: Codable, Hashable, Sendable {
  /// Unique in the report, never equal to an entity's.
  public var id: String
  /// The fullest name found.
  public var name: String
  /// What it is: country, city, region, district, building, water and others.
  public var kind: String?
  /// ISO 3166 alpha-3 code.
  public var country: String?
  /// Name of the first-order division.
  public var admin1: String?
  /// WGS 84 degrees north.
  public var lat: Double?
  /// WGS 84 degrees east.
  public var lon: Double?
  /// The GeoNames number.
  public var geonameid: Int?
  /// How closely it is known.
  public var precision: PlacePrecision
  /// Id or name of the place that holds it.
  public var within: String?
  /// How the values were worked out.
  public var by: String?
  /// Where it is named.
  public var mentions: [TextSpan]

  /// Creates the record from its values.
  public init(
    id: String,
    name: String,
    kind: String? = nil,
    country: String? = nil,
    admin1: String? = nil,
    lat: Double? = nil,
    lon: Double? = nil,
    geonameid: Int? = nil,
    precision: PlacePrecision,
    within: String? = nil,
    by: String? = nil,
    mentions: [TextSpan] = []
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.country = country
    self.admin1 = admin1
    self.lat = lat
    self.lon = lon
    self.geonameid = geonameid
    self.precision = precision
    self.within = within
    self.by = by
    self.mentions = mentions
  }

  /// Writes every field, absent ones as `null`, as the contract asks.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(name, forKey: .name)
    try container.encode(kind, forKey: .kind)
    try container.encode(country, forKey: .country)
    try container.encode(admin1, forKey: .admin1)
    try container.encode(lat, forKey: .lat)
    try container.encode(lon, forKey: .lon)
    try container.encode(geonameid, forKey: .geonameid)
    try container.encode(precision, forKey: .precision)
    try container.encode(within, forKey: .within)
    try container.encode(by, forKey: .by)
    try container.encode(mentions, forKey: .mentions)
  }
}
