import HearsayDatabase
import HearsayRecords
import HearsaySQLite

/// Checks what concerns the whole file.
struct FileCheck {
  private let connection: any Database

  init(_ connection: any Database) { self.connection = connection }

  func problems() throws -> [Problem] {
    try ofDatabase() + counts() + seals()
  }

  /// What only the database itself can tell.
  private func ofDatabase() throws -> [Problem] {
    guard connection.dialect == .sqlite else { return try TablesCheck(connection).problems() }
    var problems = try connection.rows("PRAGMA integrity_check") { $0.string(0) }
      .filter { $0 != "ok" }
      .map { Problem(report: nil, reason: "the file is damaged: \($0)") }
    problems += try connection.rows("PRAGMA foreign_key_check") { row in
      Problem(
        report: nil,
        reason: "row \(row.int(1)) of \(row.string(0)) refers to nothing in \(row.string(2))")
    }
    return try problems + schema()
  }

  /// Tables, indexes and triggers as the steps make them.
  private func schema() throws -> [Problem] {
    let sql =
      "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'"
    func things(_ connection: any Database) throws -> [String: String] {
      Dictionary(
        try connection.rows(sql) { ($0.string(0), $0.string(1)) },
        uniquingKeysWith: { first, _ in first })
    }
    let fresh = try Connection(path: ":memory:")
    for step in Schema.steps { try fresh.execute(step.sql) }
    let wanted = try things(fresh)
    let found = try things(connection)
    let changed = Set(wanted.keys).union(found.keys).filter { wanted[$0] != found[$0] }
    let changedSettings = try Schema.indexes.filter {
      try settings(of: $0, connection) != settings(of: $0, fresh)
    }
    return (changed.sorted() + changedSettings.map { "way \($0) is kept" }).map {
      Problem(report: nil, reason: "the \($0) is not as it was made")
    }
  }

  /// What FTS5 was told of a table.
  private func settings(
    of index: String, _ connection: any Database
  ) throws(DatabaseError) -> [String] {
    try connection.rows("SELECT k, v FROM \(index)_config ORDER BY k") {
      "\($0.string(0)) \($0.string(1))"
    }
  }

  private func counts() throws -> [Problem] {
    let counts = Counts(connection)
    return try (Counts.counted + Counts.countedLater).compactMap { name, sql in
      let stored = try connection.first(sql) { $0.int(0) } ?? 0
      let counted = try counts.of(name)
      guard stored != counted else { return nil }
      return Problem(
        report: nil, reason: "\(stored) of \(name) are there, and \(counted) were stored")
    }
  }

  private func seals() throws -> [Problem] {
    var problems: [Problem] = []
    for table in Seal.tables + [Seal.decisions] {
      try connection.stream("SELECT \(table.columns), seal FROM \(table.name)") { row in
        let values = (0..<(row.count - 1)).map { row[$0] }
        if row.text(row.count - 1) != Seal.of(values) {
          problems.append(
            Problem(report: nil, reason: "a row of \(table.name) is not as it was stored"))
        }
        return true
      }
    }
    return problems
  }
}
