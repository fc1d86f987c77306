import HearsayDatabase
import HearsayRecords

/// Checks the full-text tables against what they should hold, in tables of its own that go when it does.
///
/// FTS5's own check writes, so it is made on a copy: of the table of texts all that FTS5 keeps is copied into temporary tables and
/// compared by FTS5 with the texts. The table of records has no text of its own: it is made again from the records, and both are
/// compared word by word.
final class WordsCheck: FullTextCheck {
  var bands = 0
  private let connection: any Database
  private var readings = 0

  init(_ connection: any Database) throws {
    self.connection = connection
    try connection.execute("PRAGMA query_only = OFF")
    try drop()
    try connection.execute(Self.copy("words_index"))
  }

  deinit {
    // Temporary tables go with the connection at the latest.
    try? drop()
    try? connection.execute("PRAGMA query_only = ON")
  }

  private static let words = FTS5Tables.insertion("temp.words_index")

  private func drop() throws(DatabaseError) {
    for table in Schema.indexes { try connection.execute("DROP TABLE IF EXISTS temp.\(table)") }
    for name in ["stored_words", "expected_words", "words_copy"] {
      try connection.execute("DROP TABLE IF EXISTS temp.\(name)")
    }
    try connection.execute("DROP VIEW IF EXISTS temp.shelved")
  }

  /// The statement that makes a full-text table, for a temporary one.
  private static func copy(_ table: String) -> String {
    "CREATE VIRTUAL TABLE temp.\(table) USING \(Schema.fullText[table] ?? "")"
  }

  /// Takes in what a reading should be found by.
  func expect(_ found: [FoundBy], at row: ShelfRow) throws(DatabaseError) {
    for one in found {
      try connection.run(
        Self.words.sql, FTS5Tables.row(one, place: row.place, outlet: row.outlet))
    }
    readings += 1
  }

  /// What is wrong.
  func problems() throws -> [Problem] {
    func problem(_ reason: String) -> Problem { Problem(report: nil, reason: reason) }
    var problems = try bandProblems(in: connection)
    do {
      try compareTexts()
    } catch {
      problems.append(problem("readings_index is not what the texts say (\(error.message))"))
    }
    do {
      if try !wordsAgree() { problems.append(problem("words_index is not what the records say")) }
    } catch let error as DatabaseError {
      problems.append(problem("words_index cannot be read (\(error.message))"))
    }
    return problems
  }

  private func compareTexts() throws(DatabaseError) {
    try connection.execute(
      """
      CREATE TEMP VIEW shelved AS SELECT s.place, g.title, g.text
        FROM main.shelf s JOIN main.readings g ON g.number = s.reading;
      \(Self.copy("readings_index"));
      """)
    for part in ["data", "idx", "docsize", "config"] {
      try connection.execute(
        """
        DELETE FROM temp.readings_index_\(part);
        INSERT INTO temp.readings_index_\(part) SELECT * FROM main.readings_index_\(part);
        """)
    }
    try connection.execute(
      // The 1 asks for a comparison with the texts themselves.
      "INSERT INTO temp.readings_index(readings_index, rank) VALUES ('integrity-check', 1)")
  }

  /// Whether the table of records is sound in itself, and both have the same words at the same places.
  private func wordsAgree() throws -> Bool {
    try connection.execute(
      "CREATE VIRTUAL TABLE temp.words_copy USING \(Schema.fullText["words_index"] ?? "")")
    for part in ["data", "idx", "config"] {
      try connection.execute(
        """
        DELETE FROM temp.words_copy_\(part);
        INSERT INTO temp.words_copy_\(part) SELECT * FROM main.words_index_\(part);
        """)
    }
    try connection.execute("INSERT INTO temp.words_copy(words_copy) VALUES ('integrity-check')")
    try connection.execute(
      """
      CREATE VIRTUAL TABLE temp.stored_words USING fts5vocab(main, words_index, instance);
      CREATE VIRTUAL TABLE temp.expected_words USING fts5vocab(temp, words_index, instance);
      """)
    var sums: [SHA256] = []
    for table in ["stored_words", "expected_words"] {
      var sum = SHA256()
      // In the order of words, then of rows and places.
      try connection.forEach("SELECT term, doc, col, offset FROM temp.\(table)") { row in
        sum.update("\(row.string(0)) \(row.int(1)) \(row.string(2)) \(row.int(3))\n".utf8)
        return true
      }
      sums.append(sum)
    }
    guard sums[0].hex() == sums[1].hex() else { return false }
    // What it counts of rows and words.
    let counted = try ["main", "temp"].map { schema in
      try connection.first("SELECT block FROM \(schema).words_index_data WHERE id = 1") {
        $0.bytes(0) ?? []
      }
    }
    return counted[0] == counted[1]
  }
}
