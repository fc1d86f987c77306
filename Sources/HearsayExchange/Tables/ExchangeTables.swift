package import HearsayRecords

/// What other people's files call countries, types and people: `Data/exchange`.
package struct ExchangeTables: Sendable {
  /// A country by the names and codes of other files.
  package struct Country: Hashable, Sendable {
    package let iso3: String
    /// As ACLED writes it.
    package let name: String
    /// As UCDP writes it.
    package let ucdpName: String
    /// ISO 3166 numeric.
    package let isoNumeric: Int?
    package let iso2: String
    /// FIPS 10-4, which GDELT uses.
    package let fips: String?
    /// Correlates of War.
    package let cow: Int?
    /// Gleditsch–Ward.
    package let gleditschWard: Int?
    /// ACLED's region.
    package let region: String

    /// UCDP's region, which follows the numbers of Gleditsch and Ward.
    package var ucdpRegion: String? {
      switch gleditschWard ?? cow {
      case .some(..<200): "Americas"
      case .some(200..<400): "Europe"
      case .some(400..<627): "Africa"
      case .some(627..<700): "Middle East"
      case .some(700...): "Asia"
      default: nil
      }
    }
  }

  /// What PLOVER has for a type and mode of ours.
  package struct Plover: Hashable, Sendable {
    package let type: String
    package let mode: String?
    package let score: Double
    package let quad: String
  }

  /// What a word tells an export.
  package enum Term: String, Sendable {
    case civil, state, armed, suicide, drone, crowd
  }

  /// A line that is none.
  package struct Flaw: Error, Hashable, Sendable, CustomStringConvertible {
    package let file: String
    package let line: Int
    package var description: String { "\(file):\(line) has too few columns" }
  }

  /// By ISO 3166 alpha-3.
  package let countries: [String: Country]
  private let byName: [String: String]
  private let plover: [String: Plover]
  private let goldstein: [String: Double]
  private let terms: [String: Term]
  /// Words for kinds of incidents with their types and modes, the longest first.
  private let kinds: [(words: String, type: EventType, mode: String?)]

  /// Reads the five files.
  ///
  /// - Throws: ``Flaw``.
  package init(
    countries: String, plover: String, goldstein: String, terms: String, kinds: String
  ) throws(Flaw) {
    func absent(_ cell: String) -> String? { cell.isEmpty ? nil : cell }
    let rows = try Self.rows(countries, "countries.tsv", 9)
    self.countries = Dictionary(
      rows.map { row in
        (
          row[0],
          Country(
            iso3: row[0], name: row[1], ucdpName: row[2], isoNumeric: Int(row[3]), iso2: row[4],
            fips: absent(row[5]), cow: Int(row[6]), gleditschWard: Int(row[7]), region: row[8])
        )
      }, uniquingKeysWith: { first, _ in first })
    byName = Dictionary(
      rows.flatMap { [($0[1].lowercased(), $0[0]), ($0[2].lowercased(), $0[0])] },
      uniquingKeysWith: { first, _ in first })
    self.plover = Dictionary(
      try Self.rows(plover, "plover.tsv", 5).map {
        ($0[0], Plover(type: $0[1], mode: absent($0[2]), score: Double($0[3]) ?? 0, quad: $0[4]))
      }, uniquingKeysWith: { first, _ in first })
    self.goldstein = Dictionary(
      try Self.rows(goldstein, "goldstein.tsv", 2).map { ($0[0], Double($0[1]) ?? 0) },
      uniquingKeysWith: { first, _ in first })
    self.kinds = try Self.rows(kinds, "kinds.tsv", 3).compactMap { row in
      EventType(rawValue: row[1]).map { (row[0], $0, absent(row[2])) }
    }.sorted { $0.words.count > $1.words.count }
    self.terms = Dictionary(
      try Self.rows(terms, "terms.tsv", 2).compactMap { row in
        Term(rawValue: row[1]).map { (row[0], $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func rows(
    _ text: String, _ file: String, _ width: Int
  ) throws(Flaw) -> [[String]] {
    var rows: [[String]] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= width else { throw Flaw(file: file, line: number + 1) }
      rows.append(cells)
    }
    return rows
  }

  /// What PLOVER has for a type and a mode; `nil` for what is no PLOVER event.
  package func plover(_ type: String, _ mode: String?) -> Plover? {
    mode.flatMap { plover["\(type)/\($0)"] } ?? plover[type]
  }

  /// The type and mode here that PLOVER's are: those of the same type first; `nil` if it is none of PLOVER's types.
  package func own(plover type: String, mode: String?) -> (type: String, mode: String?)? {
    let found = plover.filter { $0.value.type == type && (mode == nil || $0.value.mode == mode) }
      .keys.min {
        ($0.hasPrefix(type) ? 0 : 1, $0.count, $0) < ($1.hasPrefix(type) ? 0 : 1, $1.count, $1)
      }
    guard let found else { return plover[type] == nil ? nil : (type, nil) }
    let parts = found.split(separator: "/", maxSplits: 1).map(String.init)
    return (parts[0], mode == nil || parts.count < 2 ? nil : parts[1])
  }

  /// Goldstein's score of a CAMEO code, or of the longest beginning of it that has one.
  package func goldstein(_ code: String) -> Double? {
    var code = code[...]
    while !code.isEmpty {
      if let score = goldstein[String(code)] { return score }
      code.removeLast()
    }
    return nil
  }

  /// The ISO 3166 code of a country by one of its names.
  package func country(named name: String) -> Country? {
    byName[name.lowercased()].flatMap { countries[$0] }
  }

  /// The type and mode of a kind of incident, as people call kinds; of several that are named the one in the longest words.
  package func kind(named words: String) -> (type: EventType, mode: String?)? {
    let plain = words.lowercased().split { !$0.isLetter }.joined(separator: " ")
    let whole = " \(plain) "
    return kinds.first { whole.contains(" \($0.words) ") || whole.contains(" \($0.words)s ") }
      .map { ($0.type, $0.mode) }
  }

  /// The first thing of these that the words tell.
  package func term(in words: String, of wanted: Set<Term>) -> Term? {
    let words = words.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
    for (index, word) in words.enumerated() {
      let pair = index + 1 < words.count ? word + " " + words[index + 1] : word
      for form in [pair, word] {
        let singular = form.hasSuffix("s") ? String(form.dropLast()) : form
        if let term = terms[form] ?? terms[singular], wanted.contains(term) { return term }
      }
    }
    return nil
  }
}
