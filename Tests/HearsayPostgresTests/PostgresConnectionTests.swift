import HearsayDatabase
import HearsayPostgres
import TestSupport
import Testing

/// A connection to an empty schema.
private func connection(lockTimeoutMilliseconds: Int32 = 5_000) throws -> PostgresConnection? {
  guard let server = PostgresServer.shared else { return nil }
  let address = try #require(ServerAddress(try server.newLedger()))
  return try PostgresConnection(address, lockTimeoutMilliseconds: lockTimeoutMilliseconds)
}

@Test func `a server is there where it must be`() {
  #expect(PostgresServer.shared != nil || !PostgresServer.isRequired)
}

private let values: [(type: String, value: Value)] = [
  ("bigint", .null), ("bigint", .integer(.min)), ("bigint", .integer(.max)),
  ("bigint", .integer(-1)),
  ("double precision", .real(0.1)), ("double precision", .real(-1e300)),
  ("double precision", .real(1_700_000_000.125)), ("text", .text("")),
  ("text", .text("a'b\\ 💥 e\u{301}")), ("bytea", .blob([])), ("bytea", .blob([0, 255, 0])),
]

@Test(.enabled(if: PostgresServer.shared != nil), arguments: values)
func `a value comes back as it went in, alone and with others`(type: String, value: Value) throws {
  guard let connection = try connection() else { return }
  try connection.execute("CREATE TABLE t(v \(type))")
  try connection.run("INSERT INTO t VALUES (?)", [value])
  try connection.transaction {
    for _ in 0..<3 { try connection.add([value], Insertion("t", ["v"])) }
  }
  #expect(try connection.rows("SELECT v FROM t") { $0[0] } == Array(repeating: value, count: 4))
}

@Test(.enabled(if: PostgresServer.shared != nil))
func `a text that no database of the server can hold is told, and nothing is kept`() throws {
  guard let connection = try connection() else { return }
  try connection.execute("CREATE TABLE t(v text)")
  for add in [
    { try connection.add([.text("a\u{0}b")], Insertion("t", ["v"])) },
    { _ = try connection.run("INSERT INTO t VALUES (?)", [.text("a\u{0}b")]) },
  ] {
    let error = #expect(throws: DatabaseError.self) {
      try connection.transaction {
        try connection.run("INSERT INTO t VALUES ('x')")
        try add()
      }
    }
    #expect(error?.code == .tooBig)
  }
  #expect(try connection.first("SELECT count(*) FROM t") { $0.int(0) } == 0)
}

@Test(.enabled(if: PostgresServer.shared != nil))
func `very many rows are read while others are asked for between`() throws {
  guard let connection = try connection() else { return }
  try connection.execute("CREATE TABLE t(n bigint); INSERT INTO t SELECT generate_series(1, 9000)")
  try connection.standStill()
  var sum = 0
  try connection.stream("SELECT n FROM t WHERE n > ? ORDER BY n", [10]) { row in
    sum += try connection.first("SELECT ?::bigint + 1", [row[0]]) { $0.int(0) } ?? 0
    return row.int(0) < 8_000
  }
  #expect(sum == (12...8_001).reduce(0, +))
}

@Test(.enabled(if: PostgresServer.shared != nil))
func `writers wait for each other, and one that waits too long is told`() throws {
  guard let server = PostgresServer.shared else { return }
  let address = try #require(ServerAddress(try server.newLedger()))
  let one = try PostgresConnection(address)
  let two = try PostgresConnection(address, lockTimeoutMilliseconds: 50)
  try one.transaction {
    let error = #expect(throws: DatabaseError.self) { try two.transaction {} }
    #expect(error?.code == .busy)
  }
  try two.transaction {}
}

@Test(.enabled(if: PostgresServer.shared != nil))
func `a transaction goes on over a connection that the server ended between`() throws {
  guard let server = PostgresServer.shared, let connection = try connection() else { return }
  try connection.execute("CREATE TABLE t(n bigint)")
  func end() throws {
    let process = try connection.first("SELECT pg_backend_pid()") { $0.int(0) } ?? 0
    try server.psql("SELECT pg_terminate_backend(\(process))")
  }
  try end()
  try connection.transaction { try connection.run("INSERT INTO t VALUES (1)") }
  try end()
  #expect(try connection.first("SELECT count(*) FROM t") { $0.int(0) } == 1)
  let error = #expect(throws: DatabaseError.self) {
    try connection.transaction {
      try connection.run("INSERT INTO t VALUES (2)")
      try end()
      try connection.run("INSERT INTO t VALUES (3)")
    }
  }
  #expect(error?.code == .lost)
  #expect(try connection.first("SELECT count(*) FROM t") { $0.int(0) } == 1)
}

private let shown: [(address: String, shown: String)] = [
  ("postgres://ada:secret@db.example:5433/news", "postgres://ada@db.example:5433/news"),
  ("postgresql://ada:se@cr:et@db.example/news", "postgresql://ada@db.example/news"),
  ("postgres://db.example/news?user=ada&password=secret", "postgres://db.example/news?user=ada"),
  ("postgres://db.example/news?p%61ssword=secret", "postgres://db.example/news"),
  ("postgres:///news?sslmode=require", "postgres:///news?sslmode=require"),
  ("postgres://ada:secret@", "postgres://ada@"),
]

@Test(arguments: shown) func `nobody is shown a password`(address: String, shown: String) throws {
  #expect(try #require(ServerAddress(address)).shown == shown)
}

@Test func `a path is no address of a server`() {
  for path in ["/tmp/postgres", "l.sqlite", "postgres", "http://db.example/news"] {
    #expect(ServerAddress(path) == nil)
  }
}

@Test func `one who is not let in is told why, without a password`() throws {
  let addresses = [
    "postgres://ada:secret@127.0.0.1:1/news", "postgres://ada:secret@127.0.0.1:news/x?a",
    "postgres://ada:secret@%2Fnowhere%2Fat%2Fall/news",
  ]
  for text in addresses {
    let address = try #require(ServerAddress(text))
    let error = #expect(throws: DatabaseError.self) { try PostgresConnection(address) }
    #expect(error.map { [.cannotOpen, .misuse].contains($0.code) } == true)
    #expect(error?.description.contains("secret") == false)
    #expect(error?.message.contains("\n") == false)
  }
}
