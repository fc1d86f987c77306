/// One place that a name may mean.
package struct PlaceCandidate: Hashable, Sendable {
  package let name: String
  package let kind: Kind
  /// ISO 3166 alpha-3; `nil` for what lies in several countries, or whose country is disputed.
  package let country: String?
  /// GeoNames' codes of the first- and second-order division that holds it, or that it is.
  package let admin1Code: String?
  package let admin2Code: String?
  /// What the first-order division is called.
  package let admin1: String?
  /// WGS 84 degrees; of a division the middle of its towns.
  package let latitude: Double?
  package let longitude: Double?
  package let population: Int
  /// The GeoNames number; `nil` for what is none of GeoNames.
  package let geonameid: Int?
  /// Whether the name only sounds like one of its own.
  package var isHeard = false

  /// What a place is.
  package enum Kind: Hashable, Sendable {
    case capital, town
    /// A division of the first or second order.
    case division(Int)
    /// Seas, rivers, mountains, regions of no division: the word for it.
    case feature(String)

    /// As `Data/places.tsv` spells it.
    init(letter: some StringProtocol) {
      switch letter {
      case "C": self = .capital
      case "c": self = .town
      case "1": self = .division(1)
      case "2": self = .division(2)
      default: self = .feature(String(letter))
      }
    }

    /// The word in a record.
    package var word: String {
      switch self {
      case .capital: "capital"
      case .town: "city"
      case .division(1): "region"
      case .division: "district"
      case .feature(let word): word
      }
    }

    package var isTown: Bool { self == .town || self == .capital }
  }
}
