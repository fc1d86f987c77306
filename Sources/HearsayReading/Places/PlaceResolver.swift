import HearsayLanguage
import HearsayPlaces
import HearsayRecords

/// Finds which place of a name is meant.
struct PlaceResolver {
  let text: AnnotatedText
  let gazetteer: Gazetteer
  /// How often each country is named, by its name, its people or its capital.
  private let weights: [String: Double]

  init(text: AnnotatedText, gazetteer: Gazetteer) {
    self.text = text
    self.gazetteer = gazetteer
    weights = Self.countryWeights(text, gazetteer)
  }

  /// The place of a name; without a country if neither the gazetteer nor the name tells one.
  func place(named name: String, _ type: NameType, _ tokens: Range<Int>, id: String) -> Place {
    let span = [text.span(tokens)]
    if let part = gazetteer.countries.part(name), let country = gazetteer.countries.named(name) {
      return Place(
        id: id, name: part, kind: "region", country: country.iso3, admin1: part,
        precision: .admin1, by: "gazetteer", mentions: span)
    }
    if let country = gazetteer.countries.named(name) {
      return Place(
        id: id, name: country.name, kind: "country", country: country.iso3,
        geonameid: country.geonameid, precision: .country, by: "gazetteer", mentions: span)
    }
    if type == .facility {
      return Place(id: id, name: name, kind: "facility", precision: .named, mentions: span)
    }
    if let kind = text.language.value(of: name.lowercased(), for: .worldRegion) {
      return Place(id: id, name: name, kind: kind, precision: .named, mentions: span)
    }
    let following = qualifier(after: tokens)
    guard let best = best(of: candidates(name, type, tokens), following) else {
      return Place(id: id, name: name, kind: nil, precision: .named, mentions: span)
    }
    let supported = (weights[best.country] ?? 0) > 0 || following != nil
    let by =
      following != nil
      ? "gazetteer, by the place named with it"
      : supported ? "gazetteer, by the countries named in the report" : "gazetteer, by population"
    if best.kind == "region" {
      return Place(
        id: id, name: best.name, kind: "region", country: best.country, admin1: best.name,
        geonameid: best.geonameid, precision: .admin1, by: Credit(by), mentions: span)
    }
    return Place(
      id: id, name: best.name, kind: best.kind, country: best.country, admin1: best.admin1,
      lat: best.latitude, lon: best.longitude,
      geonameid: best.geonameid, precision: .exact, by: Credit(by), mentions: span)
  }

  /// What the gazetteer knows by a name: no towns, where the article shows that it is none ("the Thames").
  private func candidates(_ name: String, _ type: NameType, _ tokens: Range<Int>)
    -> [PlaceCandidate]
  {
    let all = gazetteer.candidates(for: name)
    let before = tokens.lowerBound - 1
    guard type == .location, before >= 0, text.isForm(before, .article) else { return all }
    return all.filter { $0.kind == "region" }
  }

  private func best(of candidates: [PlaceCandidate], _ following: String?) -> PlaceCandidate? {
    func score(_ candidate: PlaceCandidate) -> Double {
      var score = Double(candidate.population > 0 ? String(candidate.population).utf8.count : 0)
      score += min(weights[candidate.country] ?? 0, 4) * 1.2
      if candidate.kind == "capital" { score += 1.5 }
      if let following {
        if candidate.country == following || candidate.admin1.map(Gazetteer.fold) == following {
          score += 10
        }
      }
      return score
    }
    return candidates.max { (score($0), $0.population) < (score($1), $1.population) }
  }

  private static func countryWeights(_ text: AnnotatedText, _ gazetteer: Gazetteer) -> [String:
    Double]
  {
    var weights: [String: Double] = [:]
    for token in text.tokens where token.text.first?.isUppercase ?? false {
      if let country = gazetteer.countries.named(token.text)
        ?? gazetteer.countries.demonym(token.text)
      {
        weights[country.iso3, default: 0] += 1
      } else if let country = gazetteer.countries.capital(token.text) {
        weights[country.iso3, default: 0] += 0.7
      }
    }
    for name in text.names where name.type == .politicalPlace && name.tokens.count > 1 {
      if let country = gazetteer.countries.named(text.oneLine(name.tokens)) {
        weights[country.iso3, default: 0] += 1
      }
    }
    return weights
  }

  /// "Paris, Texas": the country or state named right after.
  private func qualifier(after tokens: Range<Int>) -> String? {
    let comma = tokens.upperBound
    guard comma + 1 < text.tokens.count, text.tokens[comma].text == "," else { return nil }
    for count in [3, 2, 1] where comma + 1 + count <= text.tokens.count {
      let name = text.oneLine((comma + 1)..<(comma + 1 + count))
      if let country = gazetteer.countries.named(name) { return country.iso3 }
      if let region = gazetteer.candidates(for: name).first(where: { $0.kind == "region" }) {
        return Gazetteer.fold(region.name)
      }
    }
    return nil
  }
}
