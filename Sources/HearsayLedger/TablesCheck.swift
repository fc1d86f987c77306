import HearsayDatabase
import HearsayRecords

/// Checks that the tables of a ledger on a PostgreSQL server are as they were made, and that rows refer to what is there.
struct TablesCheck {
  private let connection: any Database

  init(_ connection: any Database) { self.connection = connection }

  func problems() throws -> [Problem] {
    let tables = try PostgresTables()
    return try (columns(tables) + indexes(tables) + triggers(tables)).map {
      Problem(report: nil, reason: "the \($0) is not as it was made")
    } + references(tables)
  }

  private func columns(_ tables: PostgresTables) throws -> [String] {
    let stored = try connection.rows(
      """
      SELECT table_name::text, column_name::text, data_type::text, is_nullable::text
      FROM information_schema.columns WHERE table_schema = current_schema()
      """
    ) { "\($0.string(0)).\($0.string(1)) \($0.string(2)) \($0.string(3))" }
    let found = Set(stored)
    return tables.tables.filter { table in
      !table.columns.allSatisfy { column in
        let type = column.type.hasPrefix("text") ? "text" : column.type
        return found.contains(
          "\(table.name).\(column.name) \(type) \(column.isRequired ? "NO" : "YES")")
      }
    }.map { "table \($0.name)" }
  }

  private func indexes(_ tables: PostgresTables) throws -> [String] {
    let found = Set(
      try connection.rows(
        "SELECT indexname::text FROM pg_indexes WHERE schemaname = current_schema()"
      ) { $0.string(0) })
    return (Array(tables.indexes.keys) + ["readings_index_words", "words_index_words"]).filter {
      !found.contains($0)
    }.sorted().map { "index \($0)" }
  }

  private func triggers(_ tables: PostgresTables) throws -> [String] {
    let found = Set(
      try connection.rows(
        """
        SELECT t.tgname::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
          JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_proc p ON p.oid = t.tgfoid
        WHERE n.nspname = current_schema() AND t.tgenabled = 'O' AND p.proname = 'hearsay_grows'
        """
      ) { $0.string(0) })
    return tables.growing.map { "\($0)_stay" }.filter { !found.contains($0) }.map {
      "trigger \($0)"
    }
  }

  /// What the server itself looks after is not looked at again.
  private func references(_ tables: PostgresTables) throws -> [Problem] {
    try tables.tables.flatMap { table in
      try table.references.flatMap { reference in
        let gone = try connection.first(
          """
          SELECT count(*) FROM \(table.name) t WHERE t."\(reference.column)" IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM \(reference.table) o WHERE o.number = t."\(reference.column)")
          """
        ) { $0.int(0) }
        return gone ?? 0 == 0
          ? []
          : [
            Problem(
              report: nil,
              reason: "\(gone ?? 0) rows of \(table.name) refer to nothing in \(reference.table)")
          ]
      }
    }
  }
}
