import HearsayDatabase
import HearsayPostgres

/// Opens a ledger, wherever it is: in a file, or on a PostgreSQL server.
enum LedgerStore {
  /// Opens for writing; makes the ledger where there is none.
  static func openForWriting(
    _ path: String, busyTimeoutMilliseconds: Int32
  ) throws(LedgerError) -> any Database {
    if let server = ServerAddress(path) {
      return try PostgresLedger.openForWriting(
        server, busyTimeoutMilliseconds: busyTimeoutMilliseconds)
    }
    return try LedgerFile.openForWriting(path, busyTimeoutMilliseconds: busyTimeoutMilliseconds)
  }

  /// Opens for reading a ledger that is there.
  static func openForReading(
    _ path: String, busyTimeoutMilliseconds: Int32
  ) throws(LedgerError) -> any Database {
    if let server = ServerAddress(path) {
      return try PostgresLedger.openForReading(
        server, busyTimeoutMilliseconds: busyTimeoutMilliseconds)
    }
    return try LedgerFile.openForReading(path, busyTimeoutMilliseconds: busyTimeoutMilliseconds)
  }
}
