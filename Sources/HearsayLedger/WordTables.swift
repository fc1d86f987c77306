import HearsayDatabase

/// The full-text tables of a ledger, as one database or another keeps them: one of texts, by the places of their readings, and one of
/// records, by their keys.
protocol WordTables {
  /// Takes in what readings are found by; to be called before the transaction that added them ends.
  func add(_ readings: [Findable]) throws(DatabaseError)

  /// Shows the keys of records that have the words and tags wanted, in order, until `body` says `false`.
  func forEachKey(
    _ clauses: [Wanted.Clause], in keys: ClosedRange<Int>, _ body: (Int) throws -> Bool) throws

  /// Shows the places of texts that have any of the words wanted, in order, until `body` says `false`.
  func forEachPlace(
    ofAny queries: [FullTextQuery], in places: ClosedRange<Int>, isNewestFirst: Bool,
    _ body: (Int) throws -> Bool) throws

  /// Shows the places of texts that have the words wanted, the last first, each with its rank, which is the lower the better it
  /// answers, until `body` says `false`.
  func forEachRanked(
    _ query: FullTextQuery, in places: ClosedRange<Int>, _ body: (Int, Double) throws -> Bool)
    throws

  /// The texts at places with the words wanted marked in them.
  func marked(_ places: [Int], _ query: FullTextQuery) throws -> [Int: MarkedText]
}

/// What a reading is found by.
struct Findable {
  let place: Int
  let title: String?
  let text: String
  let found: [FoundBy]
  let outlet: Int?
}

/// A title, and the most telling stretch of a text, with the control characters 2 and 3 around what was asked for.
struct MarkedText {
  let title: String
  let snippet: String
}

extension Database {
  /// Its full-text tables.
  ///
  /// - Throws: ``DatabaseError``.
  func makeWords() throws(DatabaseError) -> any WordTables {
    switch dialect {
    case .sqlite: FTS5Tables(self)
    case .postgres: try VectorTables(self)
    }
  }
}
