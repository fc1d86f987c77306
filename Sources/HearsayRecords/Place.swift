/// A place named in the report.
public struct Place: Hashable, Sendable {
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
  /// Where it is named.
  public var mentions: [TextSpan]
  /// The rules or heads that made it.
  public var by: Credit

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
    by: Credit = Credit(),
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
    self.mentions = mentions
    self.by = by
  }
}

extension Place: Record {
  /// The kind of record.
  public static var kind: RecordKind { .places }

  /// Its fields.
  public static let fields: [Field<Self>] = [
    Field("id", .id, "", asked: true) { .text($0.id) },
    Field("name", .text, "the fullest name found", asked: true) { .text($0.name) },
    Field("kind", .text, "country, region, city, facility …", asked: true) { .text($0.kind) },
    Field("country", .text, "ISO 3166-1 alpha-3", asked: true) { .text($0.country) },
    Field("admin1", .text, "name of the first-order division", asked: true) { .text($0.admin1) },
    Field("lat", .number(unit: "degrees north, WGS 84"), "", asked: true) { .number($0.lat) },
    Field("lon", .number(unit: "degrees east, WGS 84"), "", asked: true) { .number($0.lon) },
    Field("geonameid", .number(unit: "GeoNames number"), "", asked: true) {
      .integer($0.geonameid)
    },
    Field("precision", PlacePrecision.words, "how closely it is known", asked: true) {
      .text($0.precision.rawValue)
    },
    Field("within", .referenceOrText([.places]), "the place that holds it", cells: .plain) {
      .text($0.within)
    },
    Field("mentions", .spans, "where it is named") { .spans($0.mentions) },
    .by { $0.by },
  ]
}
