import HearsayDatabase
import HearsayRecords
import HearsaySQLite

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Full-text tables as PostgreSQL keeps them: vectors of words that are cut as SQLite cuts them, with an index of words for each month
/// of publication.
///
/// So both find the same. The words of a record stand in one vector, each with the number of its column before it.
final class VectorTables: WordTables {
  private let connection: any Database
  private let tokenizer: Tokenizer
  /// Months whose parts are there.
  private var months: Set<Month> = []

  init(_ connection: any Database) throws(DatabaseError) {
    self.connection = connection
    tokenizer = try Tokenizer()
  }

  // MARK: What stands in them

  private static let readings = Insertion("readings_index", ["place", "words", "size"])
  private static let words = Insertion("words_index", ["key", "words"])
  /// Words between a title and its text, so that nothing is found in the end of one and the beginning of the other.
  private static let gap = 16

  func add(_ readings: [Findable]) throws(DatabaseError) {
    guard !readings.isEmpty else { return }
    let wanted = Set(readings.map { Month(place: $0.place) }).subtracting(months)
    for month in wanted.sorted(by: { $0.name < $1.name }) {
      try connection.run(
        "SELECT hearsay_month(?, ?, ?)",
        [.text(month.name), Value(month.places.lowerBound), Value(month.places.upperBound + 1)])
    }
    months.formUnion(wanted)
    // The server takes in the records while words are cut here.
    try connection.sendHeld()
    var size = 0
    for one in readings.sorted(by: { $0.place < $1.place }) {
      let text = text(one.title, one.text)
      size += text.size
      try connection.add(
        [Value(one.place), .blob(text.words), Value(text.size)], Self.readings)
      for found in one.found {
        try connection.add(
          [
            Value(ShelfOrder.key(place: one.place, found.kind, ordinal: found.ordinal)),
            .blob(record(found, outlet: one.outlet)),
          ], Self.words)
      }
    }
    try Counts(connection).add([Counts.words: size])
  }

  /// The vector of a report, and how many words it has.
  func text(_ title: String?, _ text: String) -> (words: [UInt8], size: Int) {
    var vector = TextVector()
    let title = tokenizer.tokens(title ?? "")
    let text = tokenizer.tokens(text)
    vector.add(title, part: .title)
    vector.add(text, after: title.count + Self.gap)
    return (vector.bytes, title.count + text.count)
  }

  /// The vector of a record.
  func record(_ found: FoundBy, outlet: Int?) -> [UInt8] {
    var vector = TextVector()
    for (number, words) in found.columns(outlet: outlet).enumerated() where !words.isEmpty {
      vector.add(tokenizer.tokens(words), prefix: "\(number)", leavingOut: FoundBy.filler)
    }
    return vector.bytes
  }

  private static func prefix(_ column: FoundBy.Column) -> String {
    "\(FoundBy.Column.allCases.firstIndex(of: column) ?? 0)"
  }

  // MARK: Looking up

  /// Of more tags than these any of which will do, PostgreSQL expects far too many rows: those that no row has count, too.
  private static let few = 8

  func forEachKey(
    _ clauses: [Wanted.Clause], in keys: ClosedRange<Int>, _ body: (Int) throws -> Bool
  ) throws {
    let near = clauses.compactMap { clause -> (phrases: [Phrase], prefix: String)? in
      guard case .name(let column, let name) = clause, name.wanted.count > 1 else { return nil }
      return (phrases(name.wanted), Self.prefix(column))
    }
    let words = near.isEmpty ? "" : ", words"
    let hasMany = clauses.contains { clause in
      if case .tags(let tags) = clause { tags.count > Self.few } else { false }
    }
    let wanted = clauses.map(query).joined(separator: " & ")
    let windows = try MonthWindows(
      of: "words_index", size: ShelfOrder.keys, in: keys, connection)
    try windows.forEach { range, limit in
      let sql = """
        SELECT key\(words) FROM words_index WHERE words @@ ?::tsquery AND key BETWEEN ? AND ?
        ORDER BY key LIMIT ?
        """
      let values = [
        .text(wanted), Value(range.lowerBound), Value(range.upperBound), Value(limit),
      ]
      let hit = { (row: Row) in
        Hit(number: row.int(0), words: near.isEmpty ? [] : row.bytes(1) ?? [])
      }
      return hasMany
        ? try connection.gatheredRows(sql, values, hit)
        : try connection.plannedRows(sql, values, hit)
    } number: {
      $0.number
    } _: { hit in
      if !near.isEmpty {
        let vector = StoredVector(hit.words)
        let isNear = near.allSatisfy { one in
          Phrase.areNear(
            one.phrases, vector.places(of: one.phrases, prefix: one.prefix),
            within: FullTextQuery.nearness)
        }
        guard isNear else { return true }
      }
      return try body(hit.number)
    }
  }

  /// A row of a full-text table, with its vector if that is looked into.
  private struct Hit {
    let number: Int
    let words: [UInt8]
  }

  private func phrases(_ terms: [FullTextQuery.Term]) -> [Phrase] {
    terms.compactMap { Phrase($0, tokenizer) }
  }

  private func query(_ clause: Wanted.Clause) -> String {
    switch clause {
    case .words(let column, let words), .name(let column, let words):
      query(words, prefix: Self.prefix(column))
    case .tags(let tags):
      "(" + tags.map { "'\(Self.prefix(.tags))\($0)'" }.joined(separator: " | ") + ")"
    }
  }

  private func query(_ words: FullTextQuery, prefix: String = "") -> String {
    let wanted = phrases(words.wanted).map { $0.query(prefix: prefix) }
    let unwanted = phrases(words.unwanted).map { $0.query(prefix: prefix) }
    // Nothing is found by no words: no word is a mark.
    guard !wanted.isEmpty else { return "'!'" }
    return "(" + wanted.joined(separator: " & ")
      + (unwanted.isEmpty ? "" : " & !(" + unwanted.joined(separator: " | ") + ")") + ")"
  }

  func forEachPlace(
    ofAny queries: [FullTextQuery], in places: ClosedRange<Int>, isNewestFirst: Bool,
    _ body: (Int) throws -> Bool
  ) throws {
    let wanted = queries.map { query($0) }.joined(separator: " | ")
    let windows = try MonthWindows(
      of: "readings_index", size: 1, in: places, isDescending: isNewestFirst, connection)
    try windows.forEach(isDescending: isNewestFirst) { range, limit in
      try connection.plannedRows(
        """
        SELECT place FROM readings_index WHERE words @@ ?::tsquery AND place BETWEEN ? AND ?
        ORDER BY place \(isNewestFirst ? "DESC" : "ASC") LIMIT ?
        """,
        [.text(wanted), Value(range.lowerBound), Value(range.upperBound), Value(limit)]
      ) { $0.int(0) }
    } number: {
      $0
    } _: { place in
      try body(place)
    }
  }

  // MARK: Rank

  /// As FTS5 ranks (Okapi BM25, Robertson and others 1994): with its constants, and words of the title counted five times.
  private static let saturation = 1.2
  private static let lengthShare = 0.75
  private static let ofTitle = 5.0
  private static let leastRarity = 1e-6

  func forEachRanked(
    _ query: FullTextQuery, in places: ClosedRange<Int>, _ body: (Int, Double) throws -> Bool
  ) throws {
    let phrases = phrases(query.wanted)
    guard !phrases.isEmpty else { return }
    let all = Double(try Counts(connection).of("shelf"))
    let average = Double(try Counts(connection).of(Counts.words)) / max(1, all)
    // Of one word or phrase it is the same in all that have it, and orders nothing; to count them takes longest.
    var rarities: [Double] = phrases.count == 1 ? [1] : []
    for phrase in phrases where phrases.count > 1 {
      let having = try connection.first(
        "SELECT count(*) FROM readings_index WHERE words @@ ?::tsquery", [.text(phrase.query())]
      ) { Double($0.int(0)) }
      let hits = having ?? 0
      rarities.append(max(Self.leastRarity, log((all - hits + 0.5) / (hits + 0.5))))
    }
    try connection.stream(
      """
      SELECT place, size, words FROM readings_index
      WHERE words @@ ?::tsquery AND place BETWEEN ? AND ? ORDER BY place DESC
      """,
      [.text(self.query(query)), Value(places.lowerBound), Value(places.upperBound)]
    ) { row in
      let found = StoredVector(row.bytes(2) ?? []).places(of: phrases)
      let length =
        Self.saturation
        * (1 - Self.lengthShare + Self.lengthShare * Double(row.int(1)) / max(1, average))
      var rank = 0.0
      for (rarity, places) in zip(rarities, found) {
        let count = places.reduce(0) { $0 + ($1.part == .title ? Self.ofTitle : 1) }
        rank -= rarity * count * (Self.saturation + 1) / (count + length)
      }
      return try body(row.int(0), rank)
    }
  }

  // MARK: Marking

  func marked(_ places: [Int], _ query: FullTextQuery) throws -> [Int: MarkedText] {
    let phrases = phrases(query.wanted)
    var marked: [Int: MarkedText] = [:]
    try connection.forEach(
      """
      SELECT s.place, g.title, g.text FROM shelf s JOIN readings g ON g.number = s.reading
      WHERE s.place = ANY(?::bigint[])
      """, [Value(list: places)]
    ) { row in
      let title = row.string(1)
      let text = row.string(2)
      marked[row.int(0)] = MarkedText(
        title: Marking(title, tokenizer.tokens(title), phrases).whole,
        snippet: Marking(text, tokenizer.tokens(text), phrases).snippet)
      return true
    }
    return marked
  }
}
