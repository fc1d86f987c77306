import FoundationEssentials
import HearsayDatabase
package import HearsayLedger
import HearsaySQLite
import Synchronization

/// What the desk keeps for itself beside a ledger (`ledger.sqlite.desk`, readable by its owner only): people, who exported what, who is
/// to look at what, which feeds are followed.
///
/// Its tables only grow, as the ledger's do: of several lines about one thing the last holds.
package final class DeskFile: Sendable {
  package let path: String
  private let connection: Mutex<Connection>

  /// The path of what the desk keeps beside the ledger at `path`.
  package static func path(besideLedger path: String) -> String {
    LedgerLocation.beside(path) + ".desk"
  }

  /// Opens it, and makes it where there is none.
  ///
  /// - Throws: ``LedgerError``.
  package init(besideLedger ledger: String) throws(LedgerError) {
    path = Self.path(besideLedger: ledger)
    do {
      if !FileManager.default.fileExists(atPath: path) {
        // Made with its rights before anything stands in it: it will hold digests of passwords.
        _ = FileManager.default.createFile(
          atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
      }
      let opened = try Connection(path: path, access: .create, busyTimeoutMilliseconds: 10_000)
      try opened.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
      try opened.execute(Self.tables)
      connection = Mutex(opened)
    } catch {
      throw LedgerError(error, path: path)
    }
  }

  private static let tables = """
    CREATE TABLE IF NOT EXISTS people(
      number INTEGER PRIMARY KEY, made TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL,
      digest TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS exports(
      number INTEGER PRIMARY KEY, made TEXT NOT NULL, person TEXT NOT NULL, page TEXT NOT NULL,
      bytes INTEGER NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS assignments(
      number INTEGER PRIMARY KEY, made TEXT NOT NULL, by TEXT NOT NULL, person TEXT NOT NULL,
      report TEXT NOT NULL, blind INTEGER NOT NULL, holds INTEGER NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS follows(
      number INTEGER PRIMARY KEY, made TEXT NOT NULL, person TEXT NOT NULL, feed TEXT NOT NULL,
      holds INTEGER NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS choices(
      number INTEGER PRIMARY KEY, made TEXT NOT NULL, person TEXT NOT NULL, name TEXT NOT NULL,
      value TEXT NOT NULL) STRICT;

    """

  @discardableResult
  private func answering<Result: Sendable>(
    _ body: (Connection) throws(DatabaseError) -> sending Result
  ) throws(LedgerError) -> Result {
    do {
      return try connection.withLock { (connection) throws(DatabaseError) in try body(connection) }
    } catch {
      throw LedgerError(error, path: path)
    }
  }
}

// People.
extension DeskFile {
  /// Somebody who may sign in.
  package struct Person: Hashable, Sendable {
    package let name: String
    package let role: Visit.Role
    /// As libsodium writes it, with its salt and cost.
    let digest: String
  }

  /// Who may sign in, by name.
  package func people() throws(LedgerError) -> [Person] {
    let rows = try answering { connection throws(DatabaseError) in
      try connection.rows("SELECT name, role, digest FROM people ORDER BY number") {
        [$0.string(0), $0.string(1), $0.string(2)]
      }
    }
    var people: [String: Person] = [:]
    for row in rows {
      people[row[0]] = Visit.Role(rawValue: row[1]).map {
        Person(name: row[0], role: $0, digest: row[2])
      }
    }
    return people.values.sorted { $0.name < $1.name }
  }

  /// Lets somebody in, or changes role and password of somebody.
  package func add(
    _ name: String, _ role: Visit.Role, digest: String, made: String
  ) throws(LedgerError) {
    try put(
      "people(made, name, role, digest)",
      [.text(made), .text(name), .text(role.rawValue), .text(digest)])
  }

  /// Lets somebody in no more.
  package func remove(_ name: String, made: String) throws(LedgerError) {
    try put(
      "people(made, name, role, digest)", [.text(made), .text(name), .text("none"), .text("")])
  }

  private func put(_ columns: String, _ values: [Value]) throws(LedgerError) {
    let marks = values.map { _ in "?" }.joined(separator: ", ")
    try answering { connection throws(DatabaseError) in
      try connection.run("INSERT INTO \(columns) VALUES (\(marks))", values)
    }
  }
}

// Who took what away.
extension DeskFile {
  package struct Export: Hashable, Sendable, Encodable {
    package let made, person, page: String
    package let bytes: Int
  }

  package func keep(_ export: Export) throws(LedgerError) {
    try put(
      "exports(made, person, page, bytes)",
      [.text(export.made), .text(export.person), .text(export.page), Value(export.bytes)])
  }

  /// The newest first.
  package func exports(limit: Int) throws(LedgerError) -> [Export] {
    try answering { connection throws(DatabaseError) in
      try connection.rows(
        "SELECT made, person, page, bytes FROM exports ORDER BY number DESC LIMIT ?",
        [Value(limit)]
      ) {
        Export(made: $0.string(0), person: $0.string(1), page: $0.string(2), bytes: $0.int(3))
      }
    }
  }
}

// Who is to look at what.
extension DeskFile {
  package struct Assignment: Hashable, Sendable, Encodable {
    package let made, by, person: String
    /// The report's key.
    package let report: String
    /// Whether what others decided is hidden.
    package let blind: Bool
  }

  package func assign(_ assignment: Assignment, holds: Bool = true) throws(LedgerError) {
    try put(
      "assignments(made, by, person, report, blind, holds)",
      [
        .text(assignment.made), .text(assignment.by), .text(assignment.person),
        .text(assignment.report), Value(assignment.blind), Value(holds),
      ])
  }

  /// What holds, the earliest first.
  package func assignments(of person: String? = nil) throws(LedgerError) -> [Assignment] {
    let rows = try answering { connection throws(DatabaseError) in
      try connection.rows(
        "SELECT made, by, person, report, blind, holds FROM assignments ORDER BY number"
      ) { row in
        (
          Assignment(
            made: row.string(0), by: row.string(1), person: row.string(2), report: row.string(3),
            blind: row.int(4) == 1), row.int(5) == 1
        )
      }
    }
    var held: [[String]: Assignment] = [:]
    var order: [[String]] = []
    for (assignment, holds) in rows {
      let key = [assignment.person, assignment.report]
      order.removeAll { $0 == key }
      held[key] = holds ? assignment : nil
      if holds { order.append(key) }
    }
    return order.compactMap { held[$0] }.filter { person == nil || $0.person == person }
  }
}

// Feeds that are followed, and what each person chose.
extension DeskFile {
  package func follow(
    _ feed: String, person: String, made: String, holds: Bool = true
  ) throws(LedgerError) {
    try put(
      "follows(made, person, feed, holds)",
      [.text(made), .text(person), .text(feed), Value(holds)])
  }

  /// The feeds that are followed.
  package func follows() throws(LedgerError) -> [String] {
    let rows = try answering { connection throws(DatabaseError) in
      try connection.rows("SELECT feed, holds FROM follows ORDER BY number") {
        ($0.string(0), $0.int(1) == 1)
      }
    }
    var feeds: [String] = []
    for (feed, holds) in rows {
      feeds.removeAll { $0 == feed }
      if holds { feeds.append(feed) }
    }
    return feeds
  }

  package func choose(
    _ name: String, _ value: String, person: String, made: String
  ) throws(LedgerError) {
    try put(
      "choices(made, person, name, value)", [.text(made), .text(person), .text(name), .text(value)])
  }

  /// What a person chose, by name.
  package func choices(of person: String) throws(LedgerError) -> [String: String] {
    let rows = try answering { connection throws(DatabaseError) in
      try connection.rows(
        "SELECT name, value FROM choices WHERE person = ? ORDER BY number", [.text(person)]
      ) { ($0.string(0), $0.string(1)) }
    }
    return Dictionary(rows, uniquingKeysWith: { $1 })
  }
}
