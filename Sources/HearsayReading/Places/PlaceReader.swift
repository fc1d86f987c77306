import HearsayLanguage
package import HearsayPlaces
import HearsayRecords

/// Reads the places named in a report, resolved in the gazetteer by what else the report names.
///
/// Pure.
package enum PlaceReader {
  /// Names that fewer people live at than this are taken for a place of that name only with a country's support.
  private static let wellKnown = 100_000

  /// The places of a report in the order in which they are first named.
  package static func read(_ draft: Draft, gazetteer: Gazetteer) -> [PlaceFinding] {
    let text = draft.text
    let names = text.names.filter {
      [.politicalPlace, .location, .facility].contains($0.type) || isPlaceByUse($0, text, gazetteer)
    }
    let weights = countryWeights(text, gazetteer)
    var findings: [PlaceFinding] = []
    var byName: [String: Int] = [:]
    for name in names {
      let tokens = trimmed(name.tokens, text)
      guard !tokens.isEmpty else { continue }
      let string = text.oneLine(tokens)
      let key = gazetteer.countries.named(string)?.iso3 ?? Gazetteer.fold(string)
      if let index = byName[key] {
        findings[index].mentions.append(tokens)
        findings[index].record.mentions.append(text.span(tokens))
        continue
      }
      guard
        let place = resolved(
          string, name.type, tokens, text, gazetteer, weights, id: "p\(findings.count + 1)")
      else { continue }
      byName[key] = findings.count
      findings.append(PlaceFinding(record: place, mentions: [tokens]))
    }
    return nested(findings, text)
  }

  // MARK: - Names

  private static func trimmed(_ range: Range<Int>, _ text: AnnotatedText) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, ["the", "a", "in", "'s"].contains(text.tokens[low].lower) { low += 1 }
    while high > low, ["'s", "'", ",", "."].contains(text.tokens[high - 1].lower) { high -= 1 }
    return low..<high
  }

  /// An organisation's name after "in" or "near" that the gazetteer knows is a place there; so is any "Zone", "Square" or "Bridge".
  private static func isPlaceByUse(
    _ name: NameMention, _ text: AnnotatedText, _ gazetteer: Gazetteer
  ) -> Bool {
    guard name.type == .organization || name.type == .other else { return false }
    let head = text.head(of: name.tokens)
    guard let mark = text.child(of: head, "case"),
      ["in", "near", "at", "outside", "inside", "around", "toward", "towards", "on"].contains(
        text.tokens[mark].lower)
    else { return false }
    if [
      "zone", "square", "street", "bridge", "embassy", "airport", "base", "palace", "district",
      "valley", "strait", "sea", "river",
    ].contains(text.tokens[head].lower) {
      return true
    }
    return mark < name.tokens.lowerBound && ["in", "near"].contains(text.tokens[mark].lower)
      && gazetteer.candidates(for: text.oneLine(name.tokens)).first.map {
        $0.population >= wellKnown
      } ?? false
  }

  /// How often each country is named, by its name, its people or its capital.
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

  // MARK: - Resolving

  private static func resolved(
    _ name: String, _ type: NameType, _ tokens: Range<Int>, _ text: AnnotatedText,
    _ gazetteer: Gazetteer, _ weights: [String: Double], id: String
  ) -> Place? {
    let span = [text.span(tokens)]
    if let country = gazetteer.countries.named(name) {
      return Place(
        id: id, name: country.name, kind: "country", country: country.iso3,
        geonameid: country.geonameid, precision: .country, by: "gazetteer", mentions: span)
    }
    if type == .facility {
      return Place(id: id, name: name, kind: "facility", precision: .named, mentions: span)
    }
    let following = qualifier(after: tokens, text, gazetteer)
    let candidates = gazetteer.candidates(for: name)
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
    guard let best = candidates.max(by: { (score($0), $0.population) < (score($1), $1.population) })
    else {
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
        geonameid: best.geonameid, precision: .admin1, by: by, mentions: span)
    }
    return Place(
      id: id, name: best.name, kind: best.kind, country: best.country, admin1: best.admin1,
      lat: best.latitude, lon: best.longitude,
      geonameid: best.geonameid, precision: .exact, by: by, mentions: span)
  }

  /// "Paris, Texas": the country or state named right after.
  private static func qualifier(
    after tokens: Range<Int>, _ text: AnnotatedText, _ gazetteer: Gazetteer
  ) -> String? {
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

  // MARK: - What lies in what

  /// A city lies in its country; a district or building named with a city ("the Green Zone in Baghdad", "Baghdad's airport") in that.
  private static func nested(_ findings: [PlaceFinding], _ text: AnnotatedText) -> [PlaceFinding] {
    var findings = findings
    for index in findings.indices where findings[index].record.within == nil {
      if findings[index].record.precision == .exact || findings[index].record.precision == .admin1 {
        findings[index].record.within =
          findings.first {
            $0.record.kind == "country" && $0.record.country == findings[index].record.country
          }?.record.id
      } else if findings[index].record.precision == .named,
        let holder = holder(of: findings[index], in: findings, text)
      {
        findings[index].record.within = holder.record.name
        findings[index].record.country = holder.record.country
        findings[index].record.admin1 = holder.record.admin1
      }
    }
    return findings
  }

  /// The city that is named nearest to an unresolved place, in the same sentence or one beside it.
  private static func holder(
    of finding: PlaceFinding, in all: [PlaceFinding], _ text: AnnotatedText
  ) -> PlaceFinding? {
    var best: (finding: PlaceFinding, distance: Int)?
    for mention in finding.mentions {
      for other in all
      where other.record.id != finding.record.id && other.record.precision == .exact {
        for place in other.mentions {
          let sentences = abs(
            text.sentenceOfToken[mention.lowerBound] - text.sentenceOfToken[place.lowerBound])
          let distance = sentences * 100 + abs(mention.lowerBound - place.lowerBound)
          if sentences <= 2, best.map({ distance < $0.distance }) ?? true {
            best = (other, distance)
          }
        }
      }
    }
    return best?.finding
  }
}
