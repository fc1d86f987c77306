import HearsayDatabase

/// Makes the vectors of PostgreSQL's full-text tables again and compares them with those that are there.
final class VectorCheck: FullTextCheck {
  var bands = 0
  private let connection: any Database
  private let tables: VectorTables
  private var records = 0
  private var areWordsSound = true

  init(_ connection: any Database) throws(DatabaseError) {
    self.connection = connection
    tables = try VectorTables(connection)
  }

  func expect(_ found: [FoundBy], at row: ShelfRow) throws(DatabaseError) {
    records += found.count
    let keys = ShelfOrder.keys(of: row.place...(row.place + row.room - 1))
    let stored = Dictionary(
      try connection.rows(
        "SELECT key, words FROM words_index WHERE key BETWEEN ? AND ?",
        [Value(keys.lowerBound), Value(keys.upperBound)]
      ) { ($0.int(0), $0.bytes(1) ?? []) }, uniquingKeysWith: { first, _ in first })
    for one in found {
      let key = ShelfOrder.key(place: row.place, one.kind, ordinal: one.ordinal)
      if stored[key] != tables.record(one, outlet: row.outlet) { areWordsSound = false }
    }
  }

  func problems() throws -> [Problem] {
    func problem(_ reason: String) -> Problem { Problem(report: nil, reason: reason) }
    func count(_ table: String) throws -> Int {
      try connection.first("SELECT count(*) FROM \(table)") { $0.int(0) } ?? 0
    }
    var problems = try bandProblems(in: connection)
    if try !areWordsSound || count("words_index") != records {
      problems.append(problem("words_index is not what the records say"))
    }
    var size = 0
    var areTextsSound = try count("readings_index") == count("shelf")
    try connection.stream(
      """
      SELECT g.title, g.text, i.words, i.size FROM shelf s JOIN readings g ON g.number = s.reading
        LEFT JOIN readings_index i ON i.place = s.place
      """
    ) { row in
      let text = tables.text(row.text(0), row.string(1))
      size += text.size
      if row.bytes(2) != text.words || row.int(3) != text.size { areTextsSound = false }
      return true
    }
    if try !areTextsSound || Counts(connection).of(Counts.words) != size {
      problems.append(problem("readings_index is not what the texts say"))
    }
    return problems
  }
}
