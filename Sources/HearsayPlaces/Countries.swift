/// A country as the gazetteer knows it.
package struct Country: Hashable, Sendable {
  /// ISO 3166 alpha-3.
  package let iso3: String
  package let name: String
  package let aliases: [String]
  package let capital: String
  /// "Iraqi": adjectives and nouns for its people.
  package let demonyms: [String]
  package let geonameid: Int?

  /// The CAMEO code, which is ISO's but for a few.
  package var cameo: String { iso3 == "XKX" ? "KSV" : iso3 }
}

/// The world's countries by name, demonym and capital.
///
/// Source: Data/countries.tsv.
package struct Countries: Sendable {
  package let all: [Country]
  private let byName: [String: Int]
  private let byDemonym: [String: Int]
  private let byCapital: [String: Int]

  /// Capitals that name their government so often that they mean it when they act; the rest are as good.
  package init(tsv: String) {
    var all: [Country] = []
    var byName: [String: Int] = [:]
    var byDemonym: [String: Int] = [:]
    var byCapital: [String: Int] = [:]
    for line in tsv.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 7 else { continue }
      func list(_ field: String) -> [String] { field.split(separator: "|").map(String.init) }
      let country = Country(
        iso3: fields[0], name: fields[2], aliases: list(fields[3]), capital: fields[4],
        demonyms: list(fields[5]), geonameid: Int(fields[6]))
      for name in [country.name] + country.aliases { byName[Gazetteer.fold(name)] = all.count }
      for demonym in country.demonyms {
        byDemonym[Gazetteer.fold(demonym)] = all.count
        byDemonym[Gazetteer.fold(demonym + "s")] = all.count
      }
      if !country.capital.isEmpty { byCapital[Gazetteer.fold(country.capital)] = all.count }
      all.append(country)
    }
    self.all = all
    self.byName = byName
    self.byDemonym = byDemonym
    self.byCapital = byCapital
  }

  /// "Iraq", "the United States", "U.S." → the country.
  ///
  /// "us" in lower case is no country.
  package func named(_ name: String) -> Country? {
    guard name.first?.isUppercase ?? false else { return nil }
    let key = Gazetteer.fold(
      name.hasPrefix("the ") || name.hasPrefix("The ") ? String(name.dropFirst(4)) : name)
    return byName[key].map { all[$0] }
  }

  /// "Iraqi", "Iraqis" → Iraq.
  package func demonym(_ word: String) -> Country? {
    guard word.first?.isUppercase ?? false else { return nil }
    return byDemonym[Gazetteer.fold(word)].map { all[$0] }
  }

  /// "Baghdad" → Iraq.
  package func capital(_ name: String) -> Country? {
    byCapital[Gazetteer.fold(name)].map { all[$0] }
  }

  /// The country of an ISO 3166 alpha-3 code.
  package func code(_ iso3: String) -> Country? { all.first { $0.iso3 == iso3 } }
}
