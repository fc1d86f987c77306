import HearsayLanguage
import HearsayPlaces
import HearsayRecords

/// Writes down what a name of the report was found to mean.
struct PlaceRecords {
  let text: AnnotatedText
  let gazetteer: Gazetteer

  func record(_ group: PlaceResolver.Group, _ choice: PlaceResolver.Choice) -> Place {
    let spans = group.mentions.map { text.span($0.tokens) }
    switch choice.option {
    case .part(let part, let country)?:
      let known = gazetteer.candidates(for: part).first {
        $0.kind == .division(1) && $0.country == country.iso3
      }
      return Place(
        id: "", name: part, kind: "region", country: country.iso3, admin1: part,
        lat: known?.latitude, lon: known?.longitude, geonameid: known?.geonameid,
        precision: .admin1, by: "gazetteer", mentions: spans)
    case .country(let country)?:
      return Place(
        id: "", name: country.name, kind: "country", country: country.iso3,
        lat: country.latitude, lon: country.longitude, geonameid: country.geonameid,
        precision: .country, by: "gazetteer", mentions: spans)
    case .place(let place)?:
      let isOnlyNear = group.mentions.allSatisfy(\.isOnlyNear)
      return Place(
        id: "", name: place.name, kind: place.kind.word, country: place.country,
        admin1: place.admin1, lat: place.latitude, lon: place.longitude,
        geonameid: place.geonameid, precision: precision(place, isOnlyNear), by: Credit(choice.by),
        mentions: spans)
    case nil: return unresolved(group, spans)
    }
  }

  private func precision(_ place: PlaceCandidate, _ isOnlyNear: Bool) -> PlacePrecision {
    switch place.kind {
    case .capital, .town: isOnlyNear ? .named : .exact
    case .division(1): .admin1
    case .division: .admin2
    case .feature: .named
    }
  }

  /// A place that the gazetteer does not know, or knows too many of: what the words tell, and no more.
  private func unresolved(_ group: PlaceResolver.Group, _ spans: [TextSpan]) -> Place {
    let isFacility = group.mentions[0].type == .facility
    let world = text.language.value(of: group.name.lowercased(), for: .worldRegion)
    let kind: String? =
      isFacility
      ? "facility"
      : world
        ?? (group.division == .first ? "region" : group.division == .second ? "district" : nil)
    return Place(
      id: "", name: group.name, kind: kind, country: world == nil ? group.holder?.country : nil,
      precision: .named, by: group.holder == nil ? "report-words" : "the place named with it",
      mentions: spans)
  }
}
