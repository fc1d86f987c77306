import FoundationEssentials

/// One place that a name may mean.
package struct PlaceCandidate: Hashable, Sendable {
  package let name: String
  /// capital, city, region.
  package let kind: String
  /// ISO 3166 alpha-3.
  package let country: String
  package let admin1: String?
  /// WGS 84 degrees; `nil` for regions.
  package let latitude: Double?
  package let longitude: Double?
  package let population: Int
  package let geonameid: Int
}

/// Names of the world's places and countries, looked up in files that stay mapped, not parsed.
package struct Gazetteer: Sendable {
  package let countries: Countries
  /// Lines `key TAB name TAB …`, sorted by the bytes of the key.
  private let places: Data

  /// Why the gazetteer's files cannot be used.
  package struct LoadError: Error, CustomStringConvertible {
    package let description: String
  }

  /// Opens `countries.tsv` and `places.tsv` in a folder.
  package init(folder: String) throws(LoadError) {
    do {
      let base = URL(filePath: folder)
      let table = try Data(contentsOf: base.appending(path: "countries.tsv"))
      countries = Countries(tsv: String(decoding: table, as: UTF8.self))
      places = try Data(contentsOf: base.appending(path: "places.tsv"), options: .mappedIfSafe)
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

  /// All places of a name, the most populous first.
  package func candidates(for name: String) -> [PlaceCandidate] {
    let key = Array(Self.fold(name).utf8)
    guard !key.isEmpty else { return [] }
    return unsafe places.withUnsafeBytes { raw -> [PlaceCandidate] in
      let bytes = unsafe raw
      var low = 0
      var high = bytes.count
      // The first line whose key is not below the name's.
      while low < high {
        let start = unsafe Self.lineStart(bytes, (low + high) / 2, floor: low)
        let end = unsafe Self.lineEnd(bytes, start)
        if unsafe Self.isBelow(bytes, start, end, key) { low = end + 1 } else { high = start }
      }
      var found: [PlaceCandidate] = []
      var start = low
      while start < bytes.count {
        let end = unsafe Self.lineEnd(bytes, start)
        let line = unsafe String(decoding: bytes[start..<end], as: UTF8.self)
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count >= 9, Array(fields[0].utf8) == key else { break }
        found.append(
          PlaceCandidate(
            name: String(fields[1]), kind: String(fields[2]), country: String(fields[3]),
            admin1: fields[4].isEmpty ? nil : String(fields[4]), latitude: Double(fields[5]),
            longitude: Double(fields[6]), population: Int(fields[7]) ?? 0,
            geonameid: Int(fields[8]) ?? 0))
        start = end + 1
      }
      return found.sorted { $0.population > $1.population }
    }
  }

  private static func lineStart(_ bytes: UnsafeRawBufferPointer, _ index: Int, floor: Int) -> Int {
    var start = index
    while unsafe start > floor && bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  private static func lineEnd(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int {
    var end = index
    while unsafe end < bytes.count && bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }

  /// Whether a line's key sorts before `key`.
  private static func isBelow(
    _ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int, _ key: [UInt8]
  ) -> Bool {
    var i = 0
    while true {
      let here = unsafe start + i < end ? bytes[start + i] : UInt8(ascii: "\t")
      if here == UInt8(ascii: "\t") { return i < key.count }
      if i == key.count { return false }
      if here != key[i] { return here < key[i] }
      i += 1
    }
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
