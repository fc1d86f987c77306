import HearsayDatabase
import HearsaySQLite
import TestSupport
import Testing

private let values: [Value] = [
  .null, .integer(.min), .integer(.max), .real(0.1), .real(-1e300), .text(""),
  .text("a\u{0}b 💥 e\u{301}"),
  .blob([]), .blob([0, 255, 0]),
]

@Test(arguments: values) func `a value comes back as it went in`(value: Value) throws {
  let connection = try Connection(path: ":memory:")
  try connection.execute("CREATE TABLE t(v)")
  try connection.run("INSERT INTO t VALUES (?)", [value])
  #expect(try connection.first("SELECT v FROM t") { $0[0] } == value)
}

@Test func `a statement that is being read can be run again inside`() throws {
  let connection = try Connection(path: ":memory:")
  try connection.execute("CREATE TABLE t(n); INSERT INTO t VALUES (1), (2), (3)")
  var pairs = 0
  try connection.forEach("SELECT n FROM t WHERE n > ?", [0]) { _ in
    try connection.forEach("SELECT n FROM t WHERE n > ?", [1]) { _ in
      pairs += 1
      return true
    }
    return true
  }
  #expect(pairs == 6)
  #expect(try connection.rows("SELECT n FROM t WHERE n > ?", [2]) { $0.int(0) } == [3])
}

@Test func `a transaction that fails leaves nothing`() throws {
  let connection = try Connection(path: ":memory:")
  try connection.execute("CREATE TABLE t(n UNIQUE)")
  let error = #expect(throws: DatabaseError.self) {
    try connection.transaction {
      try connection.run("INSERT INTO t VALUES (1)")
      try connection.run("INSERT INTO t VALUES (1)")
    }
  }
  #expect(error?.code == .constraint)
  #expect(error?.sql == "INSERT INTO t VALUES (1)")
  #expect(try connection.first("SELECT count(*) FROM t") { $0.int(0) } == 0)
  try connection.transaction { try connection.run("INSERT INTO t VALUES (1)") }
  #expect(try connection.first("SELECT count(*) FROM t") { $0.int(0) } == 1)
}

@Test func `values bound to a statement are not in its error`() throws {
  let connection = try Connection(path: ":memory:")
  try connection.execute("CREATE TABLE t(n CHECK(length(n) < 3))")
  let error = #expect(throws: DatabaseError.self) {
    try connection.run("INSERT INTO t VALUES (?)", ["secret words"])
  }
  #expect(error?.description.contains("secret words") == false)
}

@Test func `wrong SQL and missing files are told apart`() throws {
  let folder = try TemporaryFolder()
  #expect(throws: DatabaseError.self) { try Connection(path: ":memory:").run("SELEC") }
  #expect(throws: DatabaseError.self) { try Connection(path: ":memory:").run("  ") }
  let error = #expect(throws: DatabaseError.self) {
    try Connection(path: folder("none.sqlite"), access: .readWrite)
  }
  #expect(error?.code == .cannotOpen)
}

@Test func `a second writer is told that the file is busy`() throws {
  let folder = try TemporaryFolder()
  let first = try Connection(path: folder("a"), busyTimeoutMilliseconds: 10)
  let second = try Connection(path: folder("a"), busyTimeoutMilliseconds: 10)
  try first.execute("CREATE TABLE t(n)")
  try first.transaction {
    let error = #expect(throws: DatabaseError.self) { try second.transaction {} }
    #expect(error?.code == .busy)
  }
  try second.transaction { try second.run("INSERT INTO t VALUES (1)") }
}

@Test func `an immutable file with a strange name is read`() throws {
  let folder = try TemporaryFolder()
  let path = folder("a b?c#d%20é.sqlite")
  do {
    let writer = try Connection(path: path)
    try writer.execute("CREATE TABLE t(n); INSERT INTO t VALUES (7)")
  }
  let reader = try Connection(path: path, access: .immutable)
  #expect(try reader.first("SELECT n FROM t") { $0.int(0) } == 7)
  #expect(throws: DatabaseError.self) { try reader.run("INSERT INTO t VALUES (8)") }
}
