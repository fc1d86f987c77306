import FoundationEssentials
import HearsayDatabase
import HearsayLedger
import HearsayRecords
import HearsaySQLite
import TestSupport
import Testing

@Test func `a stored reading comes back whole`() async throws {
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  let stored = try await ledger.append(sampleReading())
  #expect(stored.outcome == .added)
  #expect(stored.id.utf8.count == 12)
  let snapshot = try Snapshot(path: folder.ledger)
  var expected = sampleReading()
  expected.report.id = stored.id
  expected.report.key = stored.key
  #expect(try snapshot.reading(of: snapshot.report(stored.id)) == expected)
  #expect(try snapshot.verify() == [])
}

@Test func `the same bytes of the same address change nothing`() async throws {
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  let first = try await ledger.append(sampleReading())
  let again = try await ledger.append(sampleReading(reader: Reader(version: "2")))
  #expect(again.outcome == .unchanged)
  #expect(again.id == first.id)
  #expect(try Snapshot(path: folder.ledger).counts().readings == 1)
}

@Test func `a newer reader adds a reading only when asked, and the newest answers`() async throws {
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  _ = try await ledger.append(sampleReading())
  let same = try await ledger.append(sampleReading(), again: true)
  #expect(same.outcome == .unchanged)
  var better = sampleReading(reader: Reader(version: "2", model: "m2"))
  better.claims.removeLast()
  #expect(try await ledger.append(better, again: true).outcome == .readAgain)
  let snapshot = try Snapshot(path: folder.ledger)
  #expect(try snapshot.counts().readings == 2)
  #expect(try snapshot.claims(ClaimQuestion()).count == 2)
  #expect(try snapshot.reports().map(\.report.reader.version) == ["2"])
  #expect(try snapshot.verify() == [])
}

@Test func `changed text at one address is a new version and the old stays`() async throws {
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  let first = try await ledger.append(sampleReading())
  let second = try await ledger.append(sampleReading(text: sampleText + "\nUpdated."))
  #expect(second.outcome == .newVersion)
  #expect(second.version == 2)
  #expect(second.supersedes == first.id)
  let snapshot = try Snapshot(path: folder.ledger)
  #expect(try snapshot.reports().map(\.id) == [second.id])
  #expect(
    try snapshot.versions(of: "https://news.example/depot").map(\.id) == [first.id, second.id])
  #expect(try snapshot.reading(of: snapshot.report(first.id)).report.text == sampleText)
  #expect(try snapshot.claims(ClaimQuestion()).count == 3)
  var all = ClaimQuestion()
  all.scope.versions = .all
  #expect(try snapshot.claims(all).count == 6)
  #expect(try snapshot.verify() == [])
}

@Test func `other bytes with the same text are no new version`() async throws {
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  let first = try await ledger.append(sampleReading())
  var refetched = sampleReading()
  refetched.report.sha256 = SHA256.hex("other markup".utf8)
  let second = try await ledger.append(refetched)
  #expect(second.outcome == .unchanged)
  #expect(second.id == first.id)
  let known = try await ledger.known(
    address: refetched.report.url, sha256: refetched.report.sha256)
  #expect(known?.id == first.id)
}

@Test func `the same bytes at another address are another report tied to the first`() async throws {
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  let first = try await ledger.append(sampleReading())
  let copy = try await ledger.append(sampleReading(url: "https://mirror.example/depot"))
  #expect(copy.outcome == .added)
  #expect(copy.id != first.id)
  let snapshot = try Snapshot(path: folder.ledger)
  #expect(try snapshot.copies(of: snapshot.report(copy.id)).map(\.id) == [first.id])
}

@Test func `known bytes are found before they are read`() async throws {
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  let reading = sampleReading()
  let sha256 = reading.report.sha256
  #expect(try await ledger.known(address: reading.report.url, sha256: sha256) == nil)
  let stored = try await ledger.append(reading)
  #expect(try await ledger.known(address: reading.report.url, sha256: sha256)?.id == stored.id)
  #expect(try await ledger.known(address: "elsewhere", sha256: sha256) == nil)
  let newer = Reader(version: "2", model: "m1")
  #expect(
    try await ledger.known(address: reading.report.url, sha256: sha256, reader: newer) == nil)
}

@Test func `reports without an address are kept apart by their bytes`() async throws {
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  #expect(try await ledger.append(sampleReading(url: nil)).outcome == .added)
  #expect(try await ledger.append(sampleReading(url: nil)).outcome == .unchanged)
  #expect(
    try await ledger.append(sampleReading(url: nil, text: sampleText + "!")).outcome == .added)
}

@Test func `a reading whose spans are not in the text is refused and leaves nothing`() async throws
{
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  var reading = sampleReading()
  reading.claims[0].content = [TextSpan(start: 10, end: 9_999)]
  let error = await #expect(throws: LedgerError.self) { try await ledger.append(reading) }
  #expect(error?.code == .unsound)
  reading = sampleReading()
  reading.claims[0].confidence = .nan
  await #expect(throws: LedgerError.self) { try await ledger.append(reading) }
  #expect(try Snapshot(path: folder.ledger).counts().reports == 0)
}

@Test func `an id is the same on every machine`() {
  // The first digits of the SHA-256 of "a", a line end and "b".
  let key = ReportID.key(address: "a", sha256: "b")
  #expect(key.count == 64)
  #expect(ReportID.make(key: key) == "7e18f737311b")
}

@Test func `many tasks may append at once`() async throws {
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  try await withThrowingTaskGroup(of: Void.self) { group in
    for number in 0..<20 {
      group.addTask {
        _ = try await ledger.append(sampleReading(url: "u\(number % 10)", text: sampleText))
      }
    }
    try await group.waitForAll()
  }
  let snapshot = try Snapshot(path: folder.ledger)
  #expect(try snapshot.counts().reports == 10)
  #expect(try snapshot.verify() == [])
}

@Test func `two ledgers open on one file write in turn`() async throws {
  let folder = try TemporaryFolder()
  let one = try Ledger(path: folder.ledger)
  let two = try Ledger(path: folder.ledger)
  try await withThrowingTaskGroup(of: Void.self) { group in
    for number in 0..<20 {
      group.addTask {
        _ = try await (number % 2 == 0 ? one : two).append(sampleReading(url: "u\(number % 10)"))
      }
    }
    try await group.waitForAll()
  }
  let snapshot = try Snapshot(path: folder.ledger)
  #expect(try snapshot.counts().reports == 10)
  #expect(try snapshot.verify() == [])
}
