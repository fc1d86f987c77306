private import CSQLite
import HearsayDatabase

/// SQLite's result codes in the words of all databases.
enum ResultCode {
  /// The error of an extended result code, which tells the reason more closely than the primary one in its lowest byte.
  static func error(_ extended: Int32, message: String, sql: String? = nil) -> DatabaseError {
    DatabaseError(
      codes[extended & 0xff] ?? .other, name: "\(extended)", message: message, sql: sql,
      dialect: .sqlite)
  }

  private static let codes: [Int32: DatabaseError.Code] = [
    SQLITE_BUSY: .busy, SQLITE_LOCKED: .locked, SQLITE_CONSTRAINT: .constraint, SQLITE_FULL: .full,
    SQLITE_READONLY: .readOnly, SQLITE_IOERR: .inputOutput, SQLITE_CANTOPEN: .cannotOpen,
    SQLITE_CORRUPT: .corrupt, SQLITE_NOTADB: .notADatabase, SQLITE_INTERRUPT: .interrupted,
    SQLITE_PERM: .permission, SQLITE_TOOBIG: .tooBig, SQLITE_MISUSE: .misuse,
  ]
}
