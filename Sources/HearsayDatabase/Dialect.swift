/// What databases say differently.
///
/// Everything else in the ledger's statements is said the same way to all of them.
package enum Dialect: Hashable, Sendable {
  case sqlite, postgres

  /// What people call it.
  package var name: String {
    switch self {
    case .sqlite: "SQLite"
    case .postgres: "PostgreSQL"
    }
  }

  /// Joins tables in the order in which they are written, where a database would otherwise guess.
  package var then: String {
    switch self {
    case .sqlite: "CROSS JOIN"
    case .postgres: "JOIN"
    }
  }

  /// A time of the ledger as seconds since 1970.
  package func seconds(_ time: String) -> String {
    switch self {
    case .sqlite: "unixepoch(\(time))"
    // Whole seconds, as SQLite has them.
    case .postgres: "floor(extract(epoch FROM (\(time))::timestamptz))::double precision"
    }
  }

  /// A field of a column that holds a JSON object; NULL where it is not there.
  package func field(_ name: String, of json: String) -> String {
    switch self {
    case .sqlite: "json_extract(\(json), '$.\(name)')"
    case .postgres: "((\(json))::json ->> '\(name)')"
    }
  }

  /// The texts of a list that is given as JSON, as a table with the one column `value`.
  package func texts(of json: String) -> String {
    switch self {
    case .sqlite: "(SELECT value FROM json_each(\(json)))"
    case .postgres: "json_array_elements_text((\(json))::json) AS listed(value)"
    }
  }

  /// Makes every transaction wait until the disk has it, so that a power failure takes back nothing that was told.
  package var waitForTheDisk: String {
    switch self {
    case .sqlite: "PRAGMA synchronous = FULL"
    case .postgres: "SET synchronous_commit = on"
    }
  }

  /// Compares text without telling capital letters of English from small ones.
  package var like: String {
    switch self {
    case .sqlite: "LIKE"
    case .postgres: "ILIKE"
    }
  }
}
