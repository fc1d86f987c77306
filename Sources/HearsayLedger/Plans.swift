import HearsayDatabase

/// How a statement is answered, in SQLite's own words.
package struct Plan: Hashable, Sendable {
  /// The statement.
  package let sql: String
  /// Its steps.
  package let steps: [String]

  /// The steps that look at every row of a table, or sort what they found.
  ///
  /// SQLite calls every look-up in a full-text table a scan; one that is given words is none. The names of outlets are few, and
  /// are looked for anywhere in a name.
  package var slowSteps: [String] {
    steps.filter { step in
      if step.contains("TEMP B-TREE") || step.contains("AUTOMATIC") { return true }
      guard step.hasPrefix("SCAN"), step != "SCAN CONSTANT ROW", step != "SCAN outlets" else {
        return false
      }
      let hasWords = step.split(separator: ":").last?.contains("M") ?? false
      return !(step.contains("VIRTUAL TABLE INDEX") && hasWords)
    }
  }
}

extension Snapshot {
  /// The plans of all statements that are run by `body`; none of a ledger on a server, which tells them otherwise.
  ///
  /// - Throws: ``LedgerError``; what `body` throws.
  package func plans(of body: () throws -> Void) throws -> [Plan] {
    var statements: Set<String> = []
    connection.onStatement = { statements.insert($0) }
    defer { connection.onStatement = nil }
    try body()
    connection.onStatement = nil
    guard connection.dialect == .sqlite else { return [] }
    return try statements.sorted().map { sql in
      Plan(sql: sql, steps: try connection.rows("EXPLAIN QUERY PLAN \(sql)") { $0.string(3) })
    }
  }
}
