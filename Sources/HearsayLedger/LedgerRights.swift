import HearsayDatabase
import HearsayPostgres

/// Who may do what in a ledger on a server, by the rights of its tables.
package enum LedgerRights: Sendable {
  /// To ask.
  case reading
  /// To ask, to add, and to keep the notes of those who add; to change or remove nothing of what was read.
  case adding

  /// Gives a role of the server these rights.
  ///
  /// Rights that it has already stay, so that who may add does not lose that by being let read.
  ///
  /// - Returns: The statements that gave them.
  /// - Throws: ``LedgerError`` if there is no ledger, no such role, or this person may not give rights.
  @discardableResult
  package func give(to role: String, at path: String) throws(LedgerError) -> [String] {
    let (connection, schema) = try Self.open(path)
    let statements = statements(to: role, in: schema)
    do {
      try connection.transaction {
        for statement in statements { try connection.execute(statement) }
      }
    } catch {
      throw LedgerError(error, path: path)
    }
    return statements
  }

  /// What would give a role these rights in the ledger of an address, for whoever may.
  package func statements(to role: String, at path: String) throws(LedgerError) -> [String] {
    statements(to: role, in: try Self.open(path).schema)
  }

  private static func open(
    _ path: String
  ) throws(LedgerError) -> (connection: any Database, schema: String) {
    guard ServerAddress(path) != nil else {
      throw LedgerError(
        .other, "\(path) is a file: who may use it is a matter of the file's own rights")
    }
    let connection = try LedgerStore.openForReading(path, busyTimeoutMilliseconds: 30_000)
    do {
      let schema = try connection.first("SELECT current_schema()") { $0.string(0) }
      return (connection, schema ?? "public")
    } catch {
      throw LedgerError(error, path: path)
    }
  }

  /// Names of roles and schemas stand in quotation marks, as people may call them anything.
  func statements(to role: String, in schema: String) -> [String] {
    func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }
    let (name, place) = (quoted(role), quoted(schema))
    let asking = [
      "GRANT USAGE ON SCHEMA \(place) TO \(name)",
      "GRANT SELECT ON ALL TABLES IN SCHEMA \(place) TO \(name)",
    ]
    guard self == .adding else { return asking }
    return asking + [
      "GRANT INSERT ON ALL TABLES IN SCHEMA \(place) TO \(name)",
      // Which version is the newest; how many rows there are; where a page was met; how far an archive was read.
      "GRANT UPDATE (newest) ON \(place).shelf TO \(name)",
      "GRANT UPDATE (count) ON \(place).counts TO \(name)",
      "GRANT UPDATE (address, seal) ON \(place).addresses TO \(name)",
      "GRANT DELETE ON \(place).bookmarks TO \(name)",
      "REVOKE INSERT ON \(place).\(PostgresTables.format), \(place).counts FROM \(name)",
    ]
  }
}
