import HearsayLanguage
package import HearsayPlaces
import HearsayRecords

/// Reads the places named in a report, resolved in the gazetteer by what else the report names.
///
/// A country is told in the text, or it is the gazetteer's, or there is none.
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
    let resolver = PlaceResolver(text: text, gazetteer: gazetteer)
    var findings: [PlaceFinding] = []
    var byName: [String: Int] = [:]
    for name in names {
      let tokens = trimmed(name.tokens, text)
      guard !tokens.isEmpty else { continue }
      let string = text.oneLine(tokens)
      let countries = gazetteer.countries
      let key =
        countries.part(string) ?? countries.named(string)?.iso3 ?? Gazetteer.fold(string)
      if let index = byName[key] {
        findings[index].mentions.append(tokens)
        findings[index].record.mentions.append(text.span(tokens))
        continue
      }
      let place = resolver.place(
        named: string, name.type, tokens, id: "p\(findings.count + 1)")
      byName[key] = findings.count
      findings.append(PlaceFinding(record: place, mentions: [tokens]))
    }
    return PlaceNesting(text: text, countries: gazetteer.countries).nested(findings)
  }

  private static func trimmed(_ range: Range<Int>, _ text: AnnotatedText) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, text.isForm(low, .apartFromPlace) { low += 1 }
    while high > low, ["'s", "'", ",", "."].contains(text.tokens[high - 1].lower) { high -= 1 }
    return low..<high
  }

  /// An organisation's name after "in" or "near" that the gazetteer knows is a place there; so is any "Zone", "Square" or "Bridge".
  private static func isPlaceByUse(
    _ name: NameMention, _ text: AnnotatedText, _ gazetteer: Gazetteer
  ) -> Bool {
    guard name.type == .organization || name.type == .other else { return false }
    let head = text.head(of: name.tokens)
    guard let mark = text.child(of: head, "case"), text.isForm(mark, .locates) else { return false }
    if text.isForm(head, .site) { return true }
    return mark < name.tokens.lowerBound && text.isForm(mark, .locatesTowns)
      && gazetteer.candidates(for: text.oneLine(name.tokens)).first.map {
        $0.population >= wellKnown
      } ?? false
  }
}
