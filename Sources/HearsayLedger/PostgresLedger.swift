import HearsayDatabase
import HearsayPostgres
import HearsayRecords

/// Opens ledgers on PostgreSQL servers, and makes them.
///
/// A ledger lies in the first schema of the connection's search path (`public`, unless the address has another among its options).
enum PostgresLedger {
  /// Opens for writing; makes the ledger where there is none.
  static func openForWriting(
    _ address: ServerAddress, busyTimeoutMilliseconds: Int32
  ) throws(LedgerError) -> any Database {
    let path = address.shown
    do {
      let connection = try PostgresConnection(
        address, lockTimeoutMilliseconds: busyTimeoutMilliseconds)
      if try version(of: connection, path) == nil {
        try connection.transaction {
          // Another may have made it while this one waited.
          if try version(of: connection, path) == nil { try make(connection) }
        }
      }
      // Statements of writing are the same all the time, and all find a few rows by an index: planning them anew each time would take
      // longest, and a plan that was made while a table was small would go through all of it when it is large.
      try connection.execute("SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off")
      return connection
    } catch {
      throw LedgerError(error, path: path)
    }
  }

  /// Opens for reading a ledger that is there.
  static func openForReading(
    _ address: ServerAddress, busyTimeoutMilliseconds: Int32
  ) throws(LedgerError) -> any Database {
    let path = address.shown
    do {
      let connection = try PostgresConnection(
        address, lockTimeoutMilliseconds: busyTimeoutMilliseconds)
      guard try version(of: connection, path) != nil else {
        throw LedgerError(.noLedger, "there is no ledger at \(path)")
      }
      return connection
    } catch {
      throw LedgerError(error, path: path)
    }
  }

  /// The number of steps the ledger has taken; `nil` where there is none.
  private static func version(of connection: any Database, _ path: String) throws -> Int? {
    func isThere(_ table: String) throws(DatabaseError) -> Bool {
      try connection.first("SELECT to_regclass(?) IS NOT NULL", [.text(table)]) { $0.int(0) == 1 }
        ?? false
    }
    guard try isThere(PostgresTables.format) else {
      let schema = try connection.first("SELECT current_schema()") { $0.text(0) }
      guard schema != .some(nil) else {
        throw LedgerError(
          .notALedger, "\(path) has no schema for a ledger: make the one that its search path names"
        )
      }
      guard try !isThere("reports") else {
        throw LedgerError(.notALedger, "\(path) is a database, but not a ledger")
      }
      return nil
    }
    let version = try connection.first("SELECT version FROM \(PostgresTables.format)") { $0.int(0) }
    let steps = Schema.steps.count
    guard let version, version == steps else {
      let told = version ?? 0
      throw told > steps
        ? LedgerError(
          .newerLedger,
          "\(path) was made by a newer version of hearsay (format \(told), this one knows \(steps)); "
            + "update hearsay to use it")
        : LedgerError(
          .olderLedger,
          "\(path) was made by an older version of hearsay (format \(told), this one has \(steps)); "
            + "copy it with that version to a file, and with this one to a new database")
    }
    return version
  }

  private static func make(_ connection: any Database) throws {
    let encoding = try connection.first("SHOW server_encoding") { $0.string(0) }
    guard encoding == "UTF8" else {
      throw LedgerError(
        .other, "the database is in \(encoding ?? "no encoding"), and a ledger needs UTF8")
    }
    for statement in try PostgresTables().statements { try connection.execute(statement) }
    for name in Counts.names + [Counts.words] {
      try connection.run("INSERT INTO counts(name, count) VALUES (?, 0)", [.text(name)])
    }
  }
}
