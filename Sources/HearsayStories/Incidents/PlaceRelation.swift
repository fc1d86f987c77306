import HearsayRecords

/// What two places have to do with each other, the nearer the higher.
enum PlaceRelation {
  case far, apart, country, near, within, same

  var level: Evidence.Level {
    switch self {
    case .far: .far
    case .apart: .apart
    case .country: .country
    case .near: .near
    case .within: .within
    case .same: .same
    }
  }

  /// So many kilometres apart, two named places are different places.
  static let farKilometres = 100.0

  var rank: Int {
    switch self {
    case .far: 0
    case .apart: 1
    case .country: 2
    case .near: 3
    case .within: 4
    case .same: 5
    }
  }

  init(_ one: Spot, _ other: Spot) {
    let (mine, theirs) = (one.name.lowercased(), other.name.lowercased())
    if mine == theirs || one.geonameid != nil && one.geonameid == other.geonameid {
      self = .same
      return
    }
    if Self.holds(one, other) || Self.holds(other, one) {
      self = .within
      return
    }
    if let distance = Self.kilometres(one, other) {
      if distance <= Self.reach(one) + Self.reach(other) {
        self = .near
        return
      }
      if Self.isSettled(one), Self.isSettled(other) {
        self = distance > Self.farKilometres ? .far : .apart
        return
      }
    }
    let isOneCountry = one.country != nil && one.country == other.country
    self = isOneCountry ? .country : one.country == nil || other.country == nil ? .country : .far
  }

  /// Whether one is a country or division that the other lies in.
  private static func holds(_ outer: Spot, _ inner: Spot) -> Bool {
    switch outer.precision {
    case .country: outer.country != nil && outer.country == inner.country
    case .admin1:
      outer.country == inner.country
        && (inner.admin1?.lowercased() == outer.name.lowercased()
          || outer.admin1 != nil && inner.admin1 == outer.admin1 && inner.precision != .country)
    default: false
    }
  }

  /// How far what happened may lie from the point that stands for a place, in kilometres.
  private static func reach(_ spot: Spot) -> Double {
    switch spot.precision {
    case .exact: 5
    case .named: 10
    case .admin2: 30
    case .admin1, .country: 30
    }
  }

  private static func isSettled(_ spot: Spot) -> Bool {
    spot.precision == .exact || spot.precision == .named || spot.precision == .admin2
  }

  private static func kilometres(_ one: Spot, _ other: Spot) -> Double? {
    GroundPoint(one.lat, one.lon).flatMap { point in
      GroundPoint(other.lat, other.lon).map(point.kilometres)
    }
  }
}
