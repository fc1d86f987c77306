import FoundationEssentials
import HearsayDatabase
import HearsayLedger
import HearsayRecords
import HearsaySQLite
import TestSupport
import Testing

@Test func `a ledger is made with its folders and reopened`() async throws {
  let folder = try TemporaryFolder()
  let path = folder("a/b/l.sqlite")
  do { _ = try await Ledger(path: path).append(sampleReading()) }
  do { #expect(try await Ledger(path: path).append(sampleReading()).outcome == .unchanged) }
  #expect(try Snapshot(path: path).verify() == [])
}

@Test func `a ledger that is not there is not made by asking`() throws {
  let folder = try TemporaryFolder()
  let error = #expect(throws: LedgerError.self) { try Snapshot(path: folder("none")) }
  #expect(error?.code == .noLedger)
  #expect(!FileManager.default.fileExists(atPath: folder("none")))
}

@Test func `files that are no ledgers are refused and left alone`() throws {
  let folder = try TemporaryFolder()
  let text = Array(String(repeating: "This is a text, not a ledger. ", count: 100).utf8)
  try Data(text).write(to: URL(filePath: folder("text")))
  do { try Connection(path: folder("other.sqlite")).execute("CREATE TABLE t(n)") }
  let other = try Data(contentsOf: URL(filePath: folder("other.sqlite")))
  for name in ["text", "other.sqlite", "."] {
    let reading = #expect(throws: LedgerError.self) { try Snapshot(path: folder(name)) }
    #expect(reading?.code == .notALedger, "\(name)")
    let writing = #expect(throws: LedgerError.self) { try Ledger(path: folder(name)) }
    #expect(writing?.code == .notALedger, "\(name)")
  }
  #expect(try Data(contentsOf: URL(filePath: folder("text"))) == Data(text))
  #expect(try Data(contentsOf: URL(filePath: folder("other.sqlite"))) == other)
}

@Test func `a ledger of a newer version is refused and left alone`() async throws {
  let folder = try TemporaryFolder()
  let path = folder("l.sqlite")
  do { _ = try await Ledger(path: path).append(sampleReading()) }
  do { try Connection(path: path).execute("PRAGMA user_version = 9999") }
  for open in [{ _ = try Ledger(path: path) }, { _ = try Snapshot(path: path) }] {
    let error = #expect(throws: LedgerError.self) { try open() }
    #expect(error?.code == .newerLedger)
    #expect(error?.message.contains("9999") == true)
  }
}

@Test func `an empty file becomes a ledger`() async throws {
  let folder = try TemporaryFolder()
  try Data().write(to: URL(filePath: folder("l.sqlite")))
  #expect(try await Ledger(path: folder("l.sqlite")).append(sampleReading()).outcome == .added)
}

@Test func `a busy ledger says so instead of waiting for ever`() async throws {
  let folder = try TemporaryFolder()
  let path = folder("l.sqlite")
  let ledger = try Ledger(path: path, busyTimeoutMilliseconds: 20)
  let other = try Connection(path: path)
  try other.execute("BEGIN IMMEDIATE")
  let error = await #expect(throws: LedgerError.self) { try await ledger.append(sampleReading()) }
  #expect(error?.code == .busy)
  try other.execute("ROLLBACK")
  #expect(try await ledger.append(sampleReading()).outcome == .added)
}

@Test func `a full disk is named and leaves a sound ledger`() async throws {
  let folder = try TemporaryFolder()
  let path = folder("l.sqlite")
  do { _ = try Ledger(path: path) }
  let full = Array(repeating: sampleText, count: 400).joined(separator: "\n")
  let ledger = try Ledger(path: path)
  try await ledger.limitPages(to: 120)
  var error: LedgerError?
  for number in 0..<40 where error == nil {
    error = await captured { try await ledger.append(sampleReading(url: "\(number)", text: full)) }
  }
  #expect(error?.code == .full)
  let snapshot = try Snapshot(path: path)
  #expect(try snapshot.verify() == [])
  try await ledger.limitPages(to: 1_000_000)
  #expect(try await ledger.append(sampleReading(url: "more", text: full)).outcome == .added)
}

private func captured(_ body: () async throws -> some Sendable) async -> LedgerError? {
  do {
    _ = try await body()
    return nil
  } catch {
    return error as? LedgerError
  }
}

@Test func `rows cannot be changed or removed`() async throws {
  let folder = try TemporaryFolder()
  let path = folder("l.sqlite")
  do { _ = try await Ledger(path: path).append(sampleReading()) }
  let connection = try Connection(path: path)
  for sql in [
    "UPDATE reports SET sha256 = 'x'", "DELETE FROM claims",
    "UPDATE events SET status = 'happened'",
    "DELETE FROM readings",
  ] {
    #expect(throws: DatabaseError.self) { try connection.run(sql) }
  }
}

@Test func `an open snapshot stands still until it is refreshed`() async throws {
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  let snapshot = try Snapshot(path: folder.ledger)
  _ = try await ledger.append(sampleReading())
  #expect(try snapshot.counts().reports == 0)
  try snapshot.refresh()
  #expect(try snapshot.counts().reports == 1)
}

private let locations: [(option: String?, environment: [String: String], path: String?)] = [
  ("x.sqlite", ["HEARSAY_LEDGER": "/e"], "x.sqlite"),
  (nil, ["HEARSAY_LEDGER": "/e", "HOME": "/h"], "/e"),
  ("", ["HEARSAY_LEDGER": "", "XDG_DATA_HOME": "/d/", "HOME": "/h"], "/d/hearsay/ledger.sqlite"),
  (nil, ["XDG_DATA_HOME": "relative", "HOME": "/h"], "/h/.local/share/hearsay/ledger.sqlite"),
  (nil, ["HOME": "/h"], "/h/.local/share/hearsay/ledger.sqlite"),
  (nil, [:], nil),
]

@Test(arguments: locations) func `the place of the ledger is worked out`(
  option: String?, environment: [String: String], path: String?
) {
  #expect(LedgerLocation.resolve(option: option, environment: environment) == path)
}
