package import HearsayDatabase

/// An open connection to a database on a PostgreSQL server.
///
/// Not `Sendable`: one connection belongs to one actor or one thread at a time.
package final class PostgresConnection: Database {
  package let dialect = Dialect.postgres
  package var onStatement: ((String) -> Void)?
  private let server: Server
  private var statements: [String: Statement] = [:]
  private var held = HeldRows()
  private var cursors = 0
  private var prepared = 0

  /// A statement as the server has it.
  private struct Statement {
    /// With the placeholders of PostgreSQL.
    let text: String
    /// Its name once it is prepared, which it is when it is run again.
    var name: String?
  }

  /// Connects.
  ///
  /// - Throws: ``DatabaseError`` with code `cannotOpen` if no server answers or it has no such database, `permission` if it does not let
  ///   this person in.
  package init(
    _ address: ServerAddress, lockTimeoutMilliseconds: Int32 = 5_000
  ) throws(DatabaseError) {
    server = try Server(
      address,
      setting: """
        SET lock_timeout = \(lockTimeoutMilliseconds); SET synchronous_commit = on;
        SET extra_float_digits = 1; SET standard_conforming_strings = on
        """)
  }

  // MARK: Statements

  package func execute(_ sql: String) throws(DatabaseError) {
    onStatement?(sql)
    _ = try server.execute(sql)
  }

  @discardableResult
  package func run(_ sql: String, _ values: [Value]) throws(DatabaseError) -> Int {
    try answer(sql, values).changes
  }

  package func post(_ sql: String, _ values: [Value]) throws(DatabaseError) {
    // Outside of a transaction each stands alone, and is asked again where the connection was lost.
    guard server.isInTransaction else {
      _ = try answer(sql, values)
      return
    }
    onStatement?(sql)
    try server.post(prepared: try prepare(sql), sql, values)
  }

  package func rows<Result>(
    _ sql: String, _ values: [Value], _ make: (Row) -> Result
  ) throws(DatabaseError) -> [Result] {
    Self.all(try answer(sql, values), make)
  }

  private static func all<Result>(_ answer: Answer, _ make: (Row) -> Result) -> [Result] {
    var results: [Result] = []
    results.reserveCapacity(answer.count)
    while answer.next() { results.append(make(Row(of: answer))) }
    return results
  }

  /// Never prepared: what is prepared is soon planned once for all values.
  package func plannedRows<Result>(
    _ sql: String, _ values: [Value], _ make: (Row) -> Result
  ) throws(DatabaseError) -> [Result] {
    Self.all(try answer(sql, values, isPlanned: true), make)
  }

  package func gatheredRows<Result>(
    _ sql: String, _ values: [Value], _ make: (Row) -> Result
  ) throws(DatabaseError) -> [Result] {
    guard server.isInTransaction else { return try plannedRows(sql, values, make) }
    _ = try server.execute("SET LOCAL enable_indexscan = off; SET LOCAL enable_seqscan = off")
    // After a mistake the transaction is over, and with it what was set.
    let found = try plannedRows(sql, values, make)
    _ = try server.execute("SET LOCAL enable_indexscan = on; SET LOCAL enable_seqscan = on")
    return found
  }

  package func first<Result>(
    _ sql: String, _ values: [Value], _ make: (Row) -> Result
  ) throws(DatabaseError) -> Result? {
    let answer = try answer(sql, values)
    return answer.next() ? make(Row(of: answer)) : nil
  }

  package func forEach(
    _ sql: String, _ values: [Value], _ body: (Row) throws -> Bool
  ) throws {
    let answer = try answer(sql, values)
    while answer.next() {
      guard try body(Row(of: answer)) else { return }
    }
  }

  /// So many rows are fetched first, and at most so many later.
  private static let fewest = 64
  private static let most = 4_096

  /// By a cursor, so that the server need not find what nobody asks for, and other statements can be run between.
  package func stream(
    _ sql: String, _ values: [Value], _ body: (Row) throws -> Bool
  ) throws {
    guard server.isInTransaction else { return try forEach(sql, values, body) }
    onStatement?(sql)
    cursors += 1
    let name = "c\(cursors)"
    _ = try server.answer(
      "DECLARE \(name) NO SCROLL CURSOR FOR \(Placeholders.numbered(sql))", values)
    defer { if server.isInTransaction { _ = try? server.execute("CLOSE \(name)") } }
    var wanted = Self.fewest
    while true {
      let answer = try server.answer("FETCH \(wanted) FROM \(name)", [])
      while answer.next() {
        guard try body(Row(of: answer)) else { return }
      }
      guard answer.count == wanted else { return }
      wanted = min(wanted * 4, Self.most)
    }
  }

  private func answer(
    _ sql: String, _ values: [Value], isPlanned: Bool = false
  ) throws(DatabaseError) -> Answer {
    onStatement?(sql)
    let isFree = !server.isInTransaction
    do {
      if isPlanned { return try server.answer(Placeholders.numbered(sql), values) }
      return try send(sql, values)
    } catch {
      // What stands alone can be asked again.
      guard error.code == .lost, isFree else { throw error }
      statements = [:]
      try server.reconnect()
      return try send(sql, values)
    }
  }

  private func send(_ sql: String, _ values: [Value]) throws(DatabaseError) -> Answer {
    guard statements[sql] != nil else {
      let text = Placeholders.numbered(sql)
      statements[sql] = Statement(text: text)
      return try server.answer(text, values)
    }
    return try server.answer(prepared: try prepare(sql), sql, values)
  }

  /// The name of a statement that the server has prepared.
  private func prepare(_ sql: String) throws(DatabaseError) -> String {
    var statement = statements[sql] ?? Statement(text: Placeholders.numbered(sql))
    if let name = statement.name { return name }
    prepared += 1
    let name = "h\(prepared)"
    try server.prepare(statement.text, as: name)
    statement.name = name
    statements[sql] = statement
    return name
  }

  // MARK: Rows that are held back

  package func add(_ row: [Value], _ insertion: Insertion) throws(DatabaseError) {
    try held.add(row, insertion)
    if held.isHeavy { try sendHeld() }
  }

  /// Sends what is held while the caller goes on.
  package func sendHeld() throws(DatabaseError) {
    let rows = held.taken()
    guard !rows.isEmpty else { return }
    for table in rows { onStatement?(table.sql) }
    try server.copyMeanwhile(rows)
  }

  // MARK: Transactions

  /// Whoever writes to a ledger waits here for those who came before: places in the order of publication, ties between near copies and
  /// numbers must not depend on who is done first.
  private static let begin = """
    BEGIN;
    SELECT pg_advisory_xact_lock(hashtext('hearsay'), hashtext(current_schema()))
    """

  @discardableResult
  package func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      try afterReconnecting { () throws(DatabaseError) in _ = try server.execute(Self.begin) }
      let result = try body()
      try sendHeld()
      try server.settle()
      try server.commit()
      return result
    } catch {
      _ = held.taken()
      try? server.settle()
      // A server that is gone has undone it by itself.
      if server.isInTransaction { _ = try? server.execute("ROLLBACK") }
      throw error
    }
  }

  package func standStill() throws(DatabaseError) {
    if server.isInTransaction { _ = try server.execute("COMMIT") }
    try afterReconnecting { () throws(DatabaseError) in
      _ = try server.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1")
    }
  }

  /// The server keeps what was committed; nothing has to be moved.
  package func settle() throws(DatabaseError) {}

  /// Begins; if the server has ended the connection since it was used last, begins on a new one.
  private func afterReconnecting(
    _ begin: () throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    do {
      try begin()
    } catch {
      guard error.code == .lost else { throw error }
      statements = [:]
      try server.reconnect()
      try begin()
    }
  }
}
