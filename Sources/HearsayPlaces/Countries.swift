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
  /// Its parts that have names of their own, told apart from it and from each other: Scotland, the West Bank.
  package let parts: [String]
  /// ISO 3166 alpha-3 of the countries that border on it.
  package fileprivate(set) var neighbours: [String] = []
  /// WGS 84 degrees of its middle.
  package fileprivate(set) var latitude: Double?
  package fileprivate(set) var longitude: Double?

  /// The CAMEO code, which is ISO's but for a few.
  package var cameo: String { iso3 == "XKX" ? "KSV" : iso3 }
}

/// The world's countries by name, demonym and capital.
///
/// Source: Data/countries.tsv.
package struct Countries: Sendable {
  package let all: [Country]
  private let byName: [String: [Int]]
  private let byDemonym: [String: Int]
  private let byCapital: [String: Int]
  /// The full name of a part by each of its names.
  private let partByName: [String: String]

  /// Reads the table, a country a line; the last column, its parts, may be missing.
  package init(tsv: String) {
    var all: [Country] = []
    var byName: [String: [Int]] = [:]
    var iso2: [String: String] = [:]
    var borders: [[String]] = []
    var byDemonym: [String: Int] = [:]
    var byCapital: [String: Int] = [:]
    var partByName: [String: String] = [:]
    for line in tsv.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 7 else { continue }
      func list(_ field: String) -> [String] { field.split(separator: "|").map(String.init) }
      // "Gaza Strip=Gaza": the name, then what else it is called.
      let parts = fields.count > 7 ? list(fields[7]).map { $0.split(separator: "=") } : []
      var country = Country(
        iso3: fields[0], name: fields[2], aliases: list(fields[3]), capital: fields[4],
        demonyms: list(fields[5]), geonameid: Int(fields[6]),
        parts: parts.compactMap { $0.first.map(String.init) })
      iso2[fields[1]] = fields[0]
      borders.append(fields.count > 8 ? list(fields[8]) : [])
      country.latitude = fields.count > 10 ? Double(fields[9]) : nil
      country.longitude = fields.count > 10 ? Double(fields[10]) : nil
      for names in parts {
        for name in names {
          partByName[Gazetteer.fold(String(name))] = String(names[0])
          byName[Gazetteer.fold(String(name)), default: []].append(all.count)
        }
      }
      for name in Set(([country.name] + country.aliases).map(Gazetteer.fold)) {
        byName[name, default: []].append(all.count)
      }
      for demonym in country.demonyms {
        byDemonym[Gazetteer.fold(demonym)] = all.count
        byDemonym[Gazetteer.fold(demonym + "s")] = all.count
      }
      if !country.capital.isEmpty { byCapital[Gazetteer.fold(country.capital)] = all.count }
      all.append(country)
    }
    for index in all.indices { all[index].neighbours = borders[index].compactMap { iso2[$0] } }
    self.all = all
    self.byName = byName
    self.byDemonym = byDemonym
    self.byCapital = byCapital
    self.partByName = partByName
  }

  /// "Iraq", "the United States", "U.S." → the country; of a part, the country that it is a part of.
  ///
  /// "us" in lower case is no country.
  package func named(_ name: String) -> Country? {
    guard name.first?.isUppercase ?? false else { return nil }
    return byName[Self.key(name)]?.first.map { all[$0] }
  }

  /// All countries of a name, the one that is meant more often first: two are called "Congo".
  package func allNamed(_ name: String) -> [Country] {
    guard name.first?.isUppercase ?? false else { return [] }
    return byName[Self.key(name)]?.map { all[$0] } ?? []
  }

  /// "Gaza", "the West Bank", "Scotland" → the part's full name: not its country, and no other part of it.
  package func part(_ name: String) -> String? {
    guard name.first?.isUppercase ?? false else { return nil }
    return partByName[Self.key(name)]
  }

  /// What a country, or a part of one, is called; `nil` for what is neither.
  package func canonicalName(_ name: String) -> String? { part(name) ?? named(name)?.name }

  private static func key(_ name: String) -> String {
    Gazetteer.fold(
      name.hasPrefix("the ") || name.hasPrefix("The ") ? String(name.dropFirst(4)) : name)
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

  /// "Moscow" → Russia: a capital that stands for its country's government where it acts.
  ///
  /// One that bears its country's name (Mexico City, Panama City) does not: the country's own name is shorter.
  package func government(_ name: String) -> Country? {
    guard let country = capital(name) else { return nil }
    let own = Gazetteer.fold(country.name)
    return Gazetteer.fold(name).hasPrefix(own + " ") ? nil : country
  }

  /// The country of an ISO 3166 alpha-3 code.
  package func code(_ iso3: String) -> Country? { all.first { $0.iso3 == iso3 } }
}
