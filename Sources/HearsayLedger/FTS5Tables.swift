import HearsayDatabase
import HearsaySQLite

/// Full-text tables as SQLite's FTS5 keeps them.
struct FTS5Tables: WordTables {
  /// So many readings together have the tables merged, each so many pages at most.
  private static let many = 16
  private static let mergedPages = 8

  private let connection: any Database

  init(_ connection: any Database) { self.connection = connection }

  /// Several readings in the order of their rows make one piece of the tables, not one each.
  func add(_ readings: [Findable]) throws(DatabaseError) {
    let sorted = readings.sorted { $0.place < $1.place }
    for one in sorted {
      try connection.run(
        "INSERT INTO readings_index(rowid, title, text) VALUES (?, ?, ?)",
        [Value(one.place), Value(one.title), .text(one.text)])
    }
    for one in sorted {
      for found in one.found {
        try connection.run(
          Self.words.sql, Self.row(found, place: one.place, outlet: one.outlet))
      }
    }
    guard readings.count >= Self.many else { return }
    for index in Schema.indexes {
      try connection.run(
        "INSERT INTO \(index)(\(index), rank) VALUES ('merge', ?)",
        [Value(readings.count * Self.mergedPages)])
    }
  }

  /// How a record is added to the table of records.
  static let words = insertion("words_index")

  /// The same for one of the same columns.
  static func insertion(_ table: String) -> Insertion {
    Insertion(table, ["rowid"] + FoundBy.Column.allCases.map(\.rawValue))
  }

  /// The values of a record, in the order of the columns.
  static func row(_ found: FoundBy, place: Int, outlet: Int?) -> [Value] {
    [Value(ShelfOrder.key(place: place, found.kind, ordinal: found.ordinal))]
      + found.columns(outlet: outlet).map { .text($0) }
  }

  func forEachKey(
    _ clauses: [Wanted.Clause], in keys: ClosedRange<Int>, _ body: (Int) throws -> Bool
  ) throws {
    try connection.stream(
      """
      SELECT rowid FROM words_index
      WHERE words_index MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid
      """,
      [
        .text(clauses.map(Self.expression).joined(separator: " AND ")), Value(keys.lowerBound),
        Value(keys.upperBound),
      ]
    ) { try body($0.int(0)) }
  }

  private static func expression(_ clause: Wanted.Clause) -> String {
    switch clause {
    case .words(let column, let words): "\(column.rawValue) : (\(words.expression))"
    case .name(let column, let name): "\(column.rawValue) : (\(name.nearExpression))"
    case .tags(let tags): "tags : (\(tags.map { "\"\($0)\"" }.joined(separator: " OR ")))"
    }
  }

  func forEachPlace(
    ofAny queries: [FullTextQuery], in places: ClosedRange<Int>, isNewestFirst: Bool,
    _ body: (Int) throws -> Bool
  ) throws {
    try connection.stream(
      """
      SELECT rowid FROM readings_index
      WHERE readings_index MATCH ? AND rowid BETWEEN ? AND ?
      ORDER BY rowid \(isNewestFirst ? "DESC" : "ASC")
      """,
      [
        .text(queries.map(\.expression).joined(separator: " OR ")), Value(places.lowerBound),
        Value(places.upperBound),
      ]
    ) { try body($0.int(0)) }
  }

  func forEachRanked(
    _ query: FullTextQuery, in places: ClosedRange<Int>, _ body: (Int, Double) throws -> Bool
  ) throws {
    try connection.stream(
      """
      SELECT rowid, bm25(readings_index, 5.0, 1.0) FROM readings_index
      WHERE readings_index MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC
      """,
      [.text(query.expression), Value(places.lowerBound), Value(places.upperBound)]
    ) { try body($0.int(0), $0.double(1) ?? 0) }
  }

  /// So many reports are marked in one look-up.
  private static let mostMarked = 100

  /// Many in one look-up, since finding all words that begin so takes longest; where very many do, in the texts themselves.
  func marked(_ places: [Int], _ query: FullTextQuery) throws -> [Int: MarkedText] {
    guard !query.hasShortBeginning else { return try markedByThemselves(places, query) }
    let places = places.sorted()
    var marked: [Int: MarkedText] = [:]
    for start in stride(from: 0, to: places.count, by: Self.mostMarked) {
      let some = places[start..<min(start + Self.mostMarked, places.count)]
      let wanted = some.map { ",\($0)," }.joined()
      try connection.forEach(
        """
        SELECT rowid,
          CASE WHEN instr(?1, ',' || rowid || ',')
            THEN highlight(readings_index, 0, char(2), char(3)) END,
          CASE WHEN instr(?1, ',' || rowid || ',')
            THEN snippet(readings_index, 1, char(2), char(3), '…', 32) END
        FROM readings_index WHERE readings_index MATCH ?2 AND rowid BETWEEN ?3 AND ?4 ORDER BY rowid
        """,
        [
          .text(wanted), .text(query.expression), Value(some.first ?? 0), Value(some.last ?? 0),
        ]
      ) { row in
        if let snippet = row.text(2) {
          marked[row.int(0)] = MarkedText(title: row.string(1), snippet: snippet)
        }
        return true
      }
    }
    return marked
  }

  private func markedByThemselves(
    _ places: [Int], _ query: FullTextQuery
  ) throws -> [Int: MarkedText] {
    let tokenizer = try Tokenizer()
    let phrases = query.wanted.compactMap { Phrase($0, tokenizer) }
    var marked: [Int: MarkedText] = [:]
    for place in places {
      marked[place] = try connection.first(
        "SELECT title, text FROM shelved WHERE place = ?", [Value(place)]
      ) { row in
        let (title, text) = (row.string(0), row.string(1))
        return MarkedText(
          title: Marking(title, tokenizer.tokens(title), phrases).whole,
          snippet: Marking(text, tokenizer.tokens(text), phrases).snippet)
      }
    }
    return marked
  }
}
