/// What a database answered when it could not do what was asked.
package struct DatabaseError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure that a caller may want to tell apart.
  package enum Code: Hashable, Sendable {
    /// Somebody else keeps a lock.
    case busy
    /// Somebody on the same connection keeps a lock.
    case locked
    /// A rule of the tables would be broken.
    case constraint
    /// There is no room on the disk.
    case full
    /// It may only be read.
    case readOnly
    /// The disk, or what stands for it, failed.
    case inputOutput
    /// The file, or the server, cannot be opened.
    case cannotOpen
    /// The database is damaged.
    case corrupt
    /// The file is something else.
    case notADatabase
    /// Somebody asked it to stop.
    case interrupted
    /// This person may not.
    case permission
    /// A value is larger than any may be, or one that no value may be.
    case tooBig
    /// Something was asked that makes no sense.
    case misuse
    /// The server is gone, or has ended the connection: what was under way may be done or not.
    case lost
    /// Anything else: the message tells.
    case other
  }

  /// The kind of failure.
  package let code: Code
  /// What the database calls it: a number, or five letters and digits.
  package let name: String
  /// The database's own words.
  package let message: String
  /// The statement that failed, without the values bound to it; `nil` while opening.
  package let sql: String?
  /// Whose words they are.
  package let dialect: Dialect

  package init(
    _ code: Code, name: String, message: String, sql: String? = nil, dialect: Dialect
  ) {
    self.code = code
    self.name = name
    self.message = message
    self.sql = sql
    self.dialect = dialect
  }

  /// The message and the statement; values are left out, since they may be the text of reports.
  package var description: String {
    let place = sql.map { " in: \($0)" } ?? ""
    return "\(dialect.name) error \(name): \(message)\(place)"
  }
}
