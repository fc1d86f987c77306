private import CSQLite

/// What SQLite answered when it could not do what was asked.
package struct SQLiteError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of a failure: SQLite's primary result codes, to which SQLite may add.
  package struct Code: Hashable, Sendable {
    package let number: Int32

    package init(number: Int32) { self.number = number }

    package static let busy = Code(number: SQLITE_BUSY)
    package static let locked = Code(number: SQLITE_LOCKED)
    package static let constraint = Code(number: SQLITE_CONSTRAINT)
    package static let full = Code(number: SQLITE_FULL)
    package static let readOnly = Code(number: SQLITE_READONLY)
    package static let inputOutput = Code(number: SQLITE_IOERR)
    package static let cannotOpen = Code(number: SQLITE_CANTOPEN)
    package static let corrupt = Code(number: SQLITE_CORRUPT)
    package static let notADatabase = Code(number: SQLITE_NOTADB)
    package static let interrupted = Code(number: SQLITE_INTERRUPT)
    package static let permission = Code(number: SQLITE_PERM)
    package static let tooBig = Code(number: SQLITE_TOOBIG)
    package static let misuse = Code(number: SQLITE_MISUSE)
  }

  /// The kind of failure.
  package let code: Code
  /// SQLite's extended result code, which tells the reason more closely.
  package let extendedCode: Int32
  /// SQLite's own words.
  package let message: String
  /// The statement that failed, without the values bound to it; `nil` while opening.
  package let sql: String?

  package init(extendedCode: Int32, message: String, sql: String? = nil) {
    self.code = Code(number: extendedCode & 0xff)
    self.extendedCode = extendedCode
    self.message = message
    self.sql = sql
  }

  /// The message and the statement; values are left out, since they may be the text of reports.
  package var description: String {
    let place = sql.map { " in: \($0)" } ?? ""
    return "SQLite error \(extendedCode): \(message)\(place)"
  }
}
