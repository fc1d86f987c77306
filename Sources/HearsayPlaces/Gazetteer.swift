import FoundationEssentials

/// Names of the world's places and countries, looked up in files that stay mapped, not parsed.
package struct Gazetteer: Sendable {
  package let countries: Countries
  private let places: PlaceTable
  /// What each first-order division is called, by its country and GeoNames' code: "SYR.01".
  private let divisions: [String: String]

  /// Why the gazetteer's files cannot be used.
  package struct LoadError: Error, CustomStringConvertible {
    package let description: String
  }

  /// Opens `countries.tsv`, `divisions.tsv` and `places.tsv` (or `places.parts`, which a wheel has) in a folder.
  package init(folder: String) throws(LoadError) {
    do {
      let base = URL(filePath: folder)
      let table = try Data(contentsOf: base.appending(path: "countries.tsv"))
      countries = Countries(tsv: String(decoding: table, as: UTF8.self))
      // Always: asked to map where it is safe, Foundation reads the whole file into memory on Linux.
      let parts = base.appending(path: "places.parts")
      let file =
        FileManager.default.fileExists(atPath: parts.path)
        ? parts : base.appending(path: "places.tsv")
      places = try PlaceTable(try Data(contentsOf: file, options: .alwaysMapped))
      let names = try Data(contentsOf: base.appending(path: "divisions.tsv"))
      divisions = Dictionary(
        String(decoding: names, as: UTF8.self).split(separator: "\n").compactMap { line in
          let fields = line.split(separator: "\t")
          return fields.count == 2 ? (String(fields[0]), String(fields[1])) : nil
        }, uniquingKeysWith: { first, _ in first })
    } catch {
      throw LoadError(description: "\(folder): the gazetteer cannot be read: \(error)")
    }
  }

  /// The form that names are compared in: lower case, without accents, hyphens as spaces.
  package static func fold(_ name: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in name.lowercased().unicodeScalars {
      switch scalar {
      case "-", "‑": folded.append(" ")
      case "’", "ʼ", "`": folded.append("'")
      default: folded.append(contentsOf: plain(scalar))
      }
    }
    return String(folded).trimmingCharacters(" ")
  }

  /// All places of a name, the most populous first; those that only sound like it last.
  package func candidates(for name: String) -> [PlaceCandidate] {
    let key = Self.fold(name)
    let named = places.records(key).compactMap(candidate)
    let heard = NameSound.of(key).map { places.records("~" + $0).compactMap(candidate) } ?? []
    var seen = Set(named.map(\.geonameid))
    // Where somebody bears the very name, what only sounds like it counts if it is no smaller.
    let largest = named.filter(\.kind.isTown).map(\.population).max() ?? -1
    var others = heard.filter { $0.population > largest && seen.insert($0.geonameid).inserted }
    for index in others.indices { others[index].isHeard = true }
    return named.sorted { $0.population > $1.population }
      + others.sorted { $0.population > $1.population }
  }

  private func candidate(_ fields: PlaceTable.Fields) -> PlaceCandidate? {
    guard fields.count >= 10 else { return nil }
    let country = fields[3].isEmpty ? nil : String(fields[3])
    let admin1 = fields[4].isEmpty ? nil : String(fields[4])
    let number = Int(fields[9]) ?? 0
    return PlaceCandidate(
      name: fields[1].isEmpty ? Self.capitalized(fields[0]) : String(fields[1]),
      kind: PlaceCandidate.Kind(letter: fields[2]), country: country, admin1Code: admin1,
      admin2Code: fields[5].isEmpty ? nil : String(fields[5]),
      admin1: country.flatMap { country in admin1.flatMap { divisions["\(country).\($0)"] } },
      latitude: Double(fields[6]), longitude: Double(fields[7]), population: Int(fields[8]) ?? 0,
      geonameid: number > 0 ? number : nil)
  }

  /// "khan yunis" → "Khan Yunis", as the table leaves out names that are their key so written.
  private static func capitalized(_ key: Substring) -> String {
    var result = ""
    var isInside = false
    for character in key {
      result += isInside ? String(character) : character.uppercased()
      isInside = character.isLetter
    }
    return result
  }

  /// A letter without its accents, for the letters that names in Latin script use.
  private static func plain(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if scalar.isASCII { return [scalar] }
    return letters[scalar].map { [$0] } ?? [scalar]
  }

  private static let letters: [Unicode.Scalar: Unicode.Scalar] = {
    let groups: [(Unicode.Scalar, String)] = [
      ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"), ("c", "çćĉċč"), ("d", "ďḍ"), ("e", "èéêëēĕėęěẹẻẽếềểễệ"),
      ("g", "ĝğġģǧ"), ("h", "ĥḥḩẖ"), ("i", "ìíîïĩīĭįǐỉị"), ("j", "ĵ"), ("k", "ķḵ"), ("l", "ĺļľ"),
      ("n", "ñńņňṅṇ"), ("o", "òóôõöōŏőǒọỏốồổỗộớờởỡợơ"), ("r", "ŕŗřṛ"), ("s", "śŝşšșṣ"),
      ("t", "ţťțṭ"),
      ("u", "ùúûüũūŭůűųǔụủứừửữựư"), ("w", "ŵ"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źżžẓẕ"),
    ]
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (plain, accented) in groups {
      for scalar in accented.unicodeScalars { table[scalar] = plain }
    }
    return table
  }()
}

extension String {
  /// Without the given character at its ends.
  fileprivate func trimmingCharacters(_ character: Character) -> String {
    var view = self[...]
    while view.first == character { view.removeFirst() }
    while view.last == character { view.removeLast() }
    return String(view)
  }
}
