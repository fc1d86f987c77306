private import CSQLite
package import HearsayDatabase

/// An open SQLite database: owns the handle, keeps compiled statements, closes when it goes.
///
/// Not `Sendable`: one connection belongs to one actor or one thread at a time.
///
///     let connection = try Connection(path: "/tmp/x.sqlite")
///     try connection.execute("CREATE TABLE t(a TEXT)")
///     try connection.run("INSERT INTO t VALUES (?)", ["a"])
///     let all = try connection.rows("SELECT a FROM t") { $0.string(0) }
// Safe: the handle never leaves the object, which frees it once.
@safe package final class Connection: Database {
  /// What may be done with the file.
  package enum Access: Sendable {
    /// Reads, writes, and makes the file where there is none.
    case create
    /// Reads and writes a file that is there.
    case readWrite
    /// Reads only; writers elsewhere are allowed.
    case readOnly
    /// Reads a file that nobody changes: needs no lock and no write access to the folder.
    case immutable
  }

  private let handle: OpaquePointer
  private var statements: [String: Statement] = [:]
  package let dialect = Dialect.sqlite
  package var onStatement: ((String) -> Void)?

  /// Opens the database at `path`.
  ///
  /// - Throws: ``DatabaseError`` if there is no such file, or no permission. That the file is no
  ///   database shows only at the first statement.
  package init(
    path: String, access: Access = .create, busyTimeoutMilliseconds: Int32 = 5_000
  ) throws(DatabaseError) {
    var handle: OpaquePointer?
    var flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    switch access {
    case .create: flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    case .readWrite: flags |= SQLITE_OPEN_READWRITE
    case .readOnly: flags |= SQLITE_OPEN_READONLY
    case .immutable: flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
    }
    let name = access == .immutable ? Self.immutableAddress(of: path) : path
    let code = unsafe sqlite3_open_v2(name, &handle, flags, nil)
    guard let handle = unsafe handle else {
      throw ResultCode.error(code, message: "out of memory")
    }
    guard code == SQLITE_OK else {
      let error = unsafe failure(on: handle, sql: nil)
      unsafe sqlite3_close_v2(handle)
      throw error
    }
    unsafe sqlite3_busy_timeout(handle, busyTimeoutMilliseconds)
    unsafe self.handle = handle
  }

  deinit {
    statements = [:]
    unsafe sqlite3_close_v2(handle)
  }

  /// A file address with everything but plain characters escaped, since SQLite reads `?`, `#` and `%`.
  private static func immutableAddress(of path: String) -> String {
    var address = path.hasPrefix("/") ? "file://" : "file:"
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        address += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return address + "?immutable=1"
  }

  /// Runs every statement of `sql`, none of which has parameters; rows are thrown away.
  ///
  /// - Throws: ``DatabaseError`` of the first that fails; those before it have run.
  package func execute(_ sql: String) throws(DatabaseError) {
    guard unsafe sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
      throw unsafe failure(on: handle, sql: sql)
    }
  }

  /// Runs one statement to its end.
  ///
  /// - Throws: ``DatabaseError`` if it fails.
  @discardableResult
  package func run(_ sql: String, _ values: [Value]) throws(DatabaseError) -> Int {
    let statement = try borrow(sql, values)
    defer { giveBack(statement) }
    while try statement.step() {}
    return Int(unsafe sqlite3_changes64(handle))
  }

  package func post(_ sql: String, _ values: [Value]) throws(DatabaseError) {
    try run(sql, values)
  }

  package func add(_ row: [Value], _ insertion: Insertion) throws(DatabaseError) {
    try run(insertion.sql, row)
  }

  /// Nothing is held back: a file is near.
  package func sendHeld() throws(DatabaseError) {}

  package func stream(
    _ sql: String, _ values: [Value], _ body: (Row) throws -> Bool
  ) throws { try forEach(sql, values, body) }

  /// Runs one statement and shows each row to `body` until it says `false`.
  ///
  /// - Throws: ``DatabaseError``, or what `body` throws.
  package func forEach(
    _ sql: String, _ values: [Value], _ body: (Row) throws -> Bool
  ) throws {
    let statement = try borrow(sql, values)
    defer { giveBack(statement) }
    while try statement.step() {
      guard try body(Row(of: statement)) else { return }
    }
  }

  /// What `make` makes of each row.
  ///
  /// - Throws: ``DatabaseError`` if the statement fails.
  package func rows<Result>(
    _ sql: String, _ values: [Value], _ make: (Row) -> Result
  ) throws(DatabaseError) -> [Result] {
    let statement = try borrow(sql, values)
    defer { giveBack(statement) }
    var results: [Result] = []
    while try statement.step() { results.append(make(Row(of: statement))) }
    return results
  }

  package func gatheredRows<Result>(
    _ sql: String, _ values: [Value], _ make: (Row) -> Result
  ) throws(DatabaseError) -> [Result] { try rows(sql, values, make) }

  package func plannedRows<Result>(
    _ sql: String, _ values: [Value], _ make: (Row) -> Result
  ) throws(DatabaseError) -> [Result] { try rows(sql, values, make) }

  /// What `make` makes of the first row; `nil` if there is none.
  ///
  /// - Throws: ``DatabaseError`` if the statement fails.
  package func first<Result>(
    _ sql: String, _ values: [Value], _ make: (Row) -> Result
  ) throws(DatabaseError) -> Result? {
    let statement = try borrow(sql, values)
    defer { giveBack(statement) }
    return try statement.step() ? make(Row(of: statement)) : nil
  }

  /// Runs `body` in one transaction that takes the write lock at once; an error undoes all of it.
  ///
  /// - Throws: ``DatabaseError`` with ``DatabaseError/Code/busy`` if another process keeps the lock; what `body` throws.
  @discardableResult
  package func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    try execute("BEGIN IMMEDIATE")
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // Some failures have already rolled back; rolling back again would hide the first error.
      if unsafe sqlite3_get_autocommit(handle) == 0 { try? execute("ROLLBACK") }
      throw error
    }
  }

  package func standStill() throws(DatabaseError) {
    if unsafe sqlite3_get_autocommit(handle) == 0 { try execute("COMMIT") }
    try execute("BEGIN")
    // A transaction begins to stand still only with its first read.
    try run("SELECT count(*) FROM sqlite_schema")
  }

  package func settle() throws(DatabaseError) { try run("PRAGMA wal_checkpoint(PASSIVE)") }

  /// Sleeps without burning time, for the few waits that SQLite's busy timeout does not cover.
  package static func pause(milliseconds: Int32) { sqlite3_sleep(milliseconds) }

  /// A compiled statement with its values; one that is being read is not lent twice.
  private func borrow(_ sql: String, _ values: [Value]) throws(DatabaseError) -> Statement {
    onStatement?(sql)
    let statement: Statement
    if let kept = statements[sql] {
      statement = kept.isLent ? unsafe try Statement(sql, on: handle, persistent: false) : kept
    } else {
      statement = unsafe try Statement(sql, on: handle, persistent: true)
      statements[sql] = statement
    }
    try statement.bind(values)
    statement.isLent = true
    return statement
  }

  private func giveBack(_ statement: Statement) {
    statement.reset()
    statement.isLent = false
  }
}
