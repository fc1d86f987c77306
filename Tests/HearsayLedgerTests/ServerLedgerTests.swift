import FoundationEssentials
import HearsayDatabase
import HearsayPostgres
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayLedger

/// What a ledger on a server has that one in a file has not.
///
/// What both have is tested by the other tests, which are run once for each
/// (see `scripts/test`).
@Suite(.enabled(if: PostgresServer.shared != nil), .serialized) struct ServerLedgerTests {
  private let server: PostgresServer
  private let folder: TemporaryFolder

  init() throws {
    server = try #require(PostgresServer.shared)
    folder = try TemporaryFolder()
  }

  private static func readings(_ count: Int) -> [Reading] {
    (0..<count).map { number in
      sampleReading(
        url: "https://news.example/\(number)", text: sampleText + " Day \(number) was quiet.",
        published: "2024-\(number % 12 < 9 ? "0" : "")\(number % 12 + 1)-04T08:00Z")
    }
  }

  @Test func `three writers of the same batches wait for each other, and none is refused`()
    async throws
  {
    let path = try server.newLedger()
    let ledgers = try (0..<3).map { _ in try Ledger(path: path) }
    let readings = Self.readings(40)
    try await withThrowingTaskGroup(of: [Result<Stored, LedgerError>].self) { group in
      for (number, ledger) in ledgers.enumerated() {
        for start in stride(from: 0, to: readings.count, by: 10) {
          var batch = readings[start..<start + 10].map { Delivered($0) }
          if number == 1 { batch.reverse() }
          let mine = batch
          group.addTask { try await ledger.append(mine) }
        }
      }
      for try await results in group { for result in results { _ = try result.get() } }
    }
    let snapshot = try Snapshot(path: path)
    #expect(try snapshot.counts().reports == 40)
    #expect(try snapshot.verify() == [])
  }

  @Test func `three writers of new wordings of one address give it versions without gaps`()
    async throws
  {
    let path = try server.newLedger()
    let ledgers = try (0..<3).map { _ in try Ledger(path: path) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<30 {
        group.addTask {
          _ = try await ledgers[number % 3].append(
            sampleReading(text: sampleText + "\nUpdate \(number)."))
        }
      }
      try await group.waitForAll()
    }
    let snapshot = try Snapshot(path: path)
    let versions = try snapshot.versions(of: "https://news.example/depot").map(\.version)
    #expect(versions.sorted() == Array(1...30))
    #expect(try snapshot.verify() == [])
  }

  @Test func `whoever may only add cannot change or remove, and can add all that reading brings`()
    async throws
  {
    let path = try server.newLedger()
    let schema = server.schema(of: path)
    _ = try await Ledger(path: path).append(sampleReading())
    let role = "writer_\(schema)"
    try server.psql("CREATE ROLE \(role) LOGIN")
    try LedgerRights.adding.give(to: role, at: path)
    let narrow = server.address(of: schema, person: role)
    do {
      let ledger = try Ledger(path: narrow)
      #expect(
        try await ledger.append(sampleReading(url: "b", published: "2031-05-01")).outcome == .added)
      let changed = sampleReading(text: sampleText + "\nMore.")
      #expect(try await ledger.append(changed).outcome == .newVersion)
      try await ledger.put(Bookmark(archive: "a", stamp: "s", place: "0", tally: "{}"))
      try await ledger.removeBookmark(in: "a")
    }
    let address = try #require(ServerAddress(narrow))
    for sql in [
      "UPDATE reports SET sha256 = 'x'", "DELETE FROM claims", "TRUNCATE copies",
      "UPDATE words_index SET words = ''", "UPDATE shelf SET place = 1", "DELETE FROM counts",
      "DROP TABLE seals", "INSERT INTO \(PostgresTables.format) VALUES (99)",
    ] {
      let error = #expect(throws: DatabaseError.self) {
        try PostgresConnection(address).execute(sql)
      }
      #expect(error?.code == .permission || error?.message.contains("owner") == true, "\(sql)")
    }
    #expect(try Snapshot(path: path).verify() == [])
  }

  @Test func `whoever may only read asks everything and adds nothing`() async throws {
    let path = try server.newLedger()
    let role = "reader \"of\" \(server.schema(of: path))"
    try server.psql("CREATE ROLE \"\(role.replacing("\"", with: "\"\""))\" LOGIN")
    #expect(throws: LedgerError.self) { try LedgerRights.reading.give(to: role, at: path) }
    _ = try await Ledger(path: path).append(sampleReading())
    try LedgerRights.reading.give(to: role, at: path)
    let person = role.replacing(" ", with: "%20").replacing("\"", with: "%22")
    let narrow = server.address(of: server.schema(of: path), person: person)
    let snapshot = try Snapshot(path: narrow)
    #expect(try snapshot.counts().reports == 1)
    // Parts of a month that come later are seen as well.
    _ = try await Ledger(path: path).append(sampleReading(url: "b", published: "2031-05-01"))
    #expect(try Snapshot(path: narrow).verify() == [])
    let error = await #expect(throws: LedgerError.self) {
      _ = try await Ledger(path: narrow).append(sampleReading(url: "c"))
    }
    #expect(error?.message.contains("permission") == true, "\(String(describing: error))")
  }

  @Test func `rights are given to roles that are there, in ledgers that are on a server`()
    async throws
  {
    let path = try server.newLedger()
    _ = try await Ledger(path: path).append(sampleReading())
    let missing = #expect(throws: LedgerError.self) {
      try LedgerRights.adding.give(to: "nobody_of_this_name", at: path)
    }
    #expect(missing?.message.contains("does not exist") == true)
    let file = #expect(throws: LedgerError.self) {
      try LedgerRights.reading.give(to: "x", at: "/tmp/ledger.sqlite")
    }
    #expect(file?.message.contains("is a file") == true)
  }

  @Test func `not even the one who made it changes or removes rows`() async throws {
    let path = try server.newLedger()
    _ = try await Ledger(path: path).append(sampleReading())
    let connection = try PostgresConnection(try #require(ServerAddress(path)))
    for sql in ["UPDATE reports SET sha256 = 'x'", "DELETE FROM claims", "TRUNCATE decisions"] {
      let error = #expect(throws: DatabaseError.self) { try connection.execute(sql) }
      #expect(error?.code == .constraint)
    }
  }

  private static let damages = [
    "UPDATE readings SET text = replace(text, 'shelled', 'shielded')",
    "UPDATE claims SET record = replace(record, 'denied', 'agreed')",
    "DELETE FROM claims WHERE ordinal = 2", "UPDATE events SET reading = 99",
    "UPDATE captures SET stood = '2020'", "UPDATE shelf SET newest = 1",
    "UPDATE seals SET digest = 'x'", "DELETE FROM copies",
    "UPDATE counts SET count = count + 1 WHERE name = 'claims'",
    "UPDATE words_index SET words = '' WHERE key = (SELECT max(key) FROM words_index)",
    "DELETE FROM words_index WHERE key = (SELECT max(key) FROM words_index)",
    "UPDATE readings_index SET words = 'somebody'", "UPDATE readings_index SET size = size + 1",
    "DROP INDEX readings_index_words", "ALTER TABLE claims DISABLE TRIGGER claims_stay",
    "ALTER TABLE claims ALTER confidence DROP NOT NULL",
  ]

  @Test(arguments: damages) func `damage is found`(_ damage: String) async throws {
    let path = try server.newLedger()
    let ledger = try Ledger(path: path)
    _ = try await ledger.append(sampleReading())
    _ = try await ledger.append(sampleReading(url: "copy", text: sampleText + " Again."))
    #expect(try Snapshot(path: path).verify() == [])
    let schema = server.schema(of: path)
    // Whoever may do everything can also change what only grows.
    try server.psql(
      "SET search_path = \(schema); SET session_replication_role = replica; \(damage)")
    let problems = try Snapshot(path: path).verify()
    #expect(problems != [])
    #expect(!problems.contains { $0.description.contains("rebels") })
  }

  @Test func `a ledger of another version is refused and left alone`() async throws {
    let path = try server.newLedger()
    _ = try await Ledger(path: path).append(sampleReading())
    let schema = server.schema(of: path)
    for (version, code) in [(9_999, LedgerError.Code.newerLedger), (1, .olderLedger)] {
      try server.psql("UPDATE \(schema).\(PostgresTables.format) SET version = \(version)")
      for open in [{ _ = try Ledger(path: path) }, { _ = try Snapshot(path: path) }] {
        let error = #expect(throws: LedgerError.self) { try open() }
        #expect(error?.code == code)
        #expect(error?.message.contains("\(version)") == true)
      }
    }
  }

  @Test func `a schema of other tables, and one without a ledger, are told apart`() throws {
    let path = try server.newLedger()
    let missing = #expect(throws: LedgerError.self) { try Snapshot(path: path) }
    #expect(missing?.code == .noLedger)
    try server.psql("CREATE TABLE \(server.schema(of: path)).reports(n int)")
    let other = #expect(throws: LedgerError.self) { try Ledger(path: path) }
    #expect(other?.code == .notALedger)
  }

  @Test func `what cannot be reached is told in one line without a password`() throws {
    let here = server.socket.replacing("/", with: "%2F")
    for address in [
      "postgres://hearsay:secret@127.0.0.1:1/news", "postgres://hearsay:secret@127.0.0.1:x/news",
      "postgres://hearsay:secret@\(here)/nowhere", "postgres://nobody:secret@\(here)/postgres",
    ] {
      for open in [{ _ = try Ledger(path: address) }, { _ = try Snapshot(path: address) }] {
        let error = #expect(throws: LedgerError.self) { try open() }
        #expect(error?.code == .unreachable, "\(address)")
        #expect(error?.message.contains("secret") == false)
        #expect(error?.message.contains("\n") == false)
      }
    }
  }

  @Test func `a ledger goes to a server and back and is the same, byte for byte`() async throws {
    let path = folder("a.sqlite")
    do {
      let ledger = try Ledger(path: path)
      for reading in Self.readings(12) { _ = try await ledger.append(reading) }
      _ = try await ledger.append(sampleReading())
      _ = try await ledger.append(sampleReading(text: sampleText + "\nMore."))
      var better = sampleReading(text: sampleText + "\nMore.", reader: Reader(version: "2"))
      better.claims.removeLast()
      _ = try await ledger.append(better, again: true)
      try await ledger.put(Bookmark(archive: "a", stamp: "s", place: "0", tally: "{}"))
      let key = try Snapshot(path: path).reports()[0].key
      try DecisionBook(path: path).keep(
        Decision(
          made: "2031-03-04T09:00:00.000Z", person: "ana", verdict: .note,
          target: .init(report: key), reason: "seen"))
    }
    let there = try server.newLedger()
    try LedgerCopy.copy(from: path, to: there)
    try LedgerCopy.copy(from: there, to: folder("b.sqlite"))
    func all(_ path: String) throws -> [String] {
      let snapshot = try Snapshot(path: path)
      #expect(try snapshot.verify() == [])
      var lines: [String] = []
      var scope = Scope()
      scope.versions = .all
      try snapshot.forEachJSON(scope) { line, json in
        lines.append("\(line.version) \(line.firstSeen) \(line.readAt) \(json)")
        return true
      }
      lines += try snapshot.decisions().map { "\($0)" }
      lines += try snapshot.search("depot").map { "\($0)" }
      return lines
    }
    let first = try all(path)
    #expect(first.count > 20)
    #expect(try all(there) == first)
    #expect(try all(folder("b.sqlite")) == first)
    let error = #expect(throws: LedgerError.self) { try LedgerCopy.copy(from: path, to: there) }
    #expect(error?.message.contains("holds something already") == true)
  }

  @Test func `a server that is killed has kept all that it said it kept, and the writer goes on`()
    async throws
  {
    let own = try PostgresServer.another()
    let path = try own.newLedger()
    let ledger = try Ledger(path: path)
    var kept: [String] = []
    for (number, reading) in Self.readings(12).enumerated() {
      if number == 4 || number == 9 { try own.crash() }
      kept.append(try await ledger.append(reading).id)
    }
    let snapshot = try Snapshot(path: path)
    #expect(Set(try snapshot.reports().map(\.id)) == Set(kept))
    #expect(try snapshot.verify() == [])
  }
}
