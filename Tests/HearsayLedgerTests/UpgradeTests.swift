import HearsayDatabase
import HearsayLedger
import HearsayRecords
import HearsaySQLite
import TestSupport
import Testing

/// A ledger as the first format had it, filled with what today's writer stores in those tables.
private func firstFormat(_ folder: TemporaryFolder) async throws -> String {
  let today = folder("today.sqlite")
  do {
    let ledger = try Ledger(path: today)
    _ = try await ledger.append(sampleReading())
    _ = try await ledger.append(
      sampleReading(url: "copy", text: sampleText + " Reuters contributed."))
    try await ledger.settle()
  }
  let path = folder("old.sqlite")
  let connection = try Connection(path: path)
  try connection.execute(Schema.sql(ofSteps: 1))
  try connection.execute(
    "PRAGMA application_id = \(0x4852_5359); PRAGMA user_version = 1; ATTACH '\(today)' AS today")
  // What was found by words and parts is worked out anew from the records.
  for table in Schema.tablesOfStep1 where table != "words" && table != "parts" {
    // Later formats have more columns.
    let names = try connection.rows("SELECT name FROM pragma_table_info('\(table)')") {
      $0.string(0)
    }
    let columns = names.joined(separator: ", ")
    try connection.execute(
      "INSERT INTO \(table)(\(columns)) SELECT \(columns) FROM today.\(table)")
  }
  for index in ["readings_index", "words_index"] {
    try connection.execute("INSERT INTO \(index)(\(index)) VALUES ('rebuild')")
  }
  return path
}

@Test func `a ledger of the first format is upgraded, by reading as by writing`() async throws {
  for opensToWrite in [false, true] {
    let folder = try TemporaryFolder()
    let path = try await firstFormat(folder)
    if opensToWrite { _ = try Ledger(path: path) }
    let snapshot = try Snapshot(path: path)
    #expect(try snapshot.verify() == [])
    #expect(try snapshot.happenings(EventQuestion()).isEmpty)
    let first = try #require(try snapshot.reports().last)
    #expect(try snapshot.nearCopies(of: first).map(\.report.address) == ["copy"])
    let copy = try #require(try snapshot.reports().first)
    #expect(try snapshot.original(of: copy)?.report.address == first.address)
    #expect(try snapshot.search("depot").count == 2)
    var question = ClaimQuestion()
    question.speaker = "Osei"
    question.blames = "rebels"
    #expect(try snapshot.claims(question).count == 2)
    #expect(try snapshot.counts().records[.claims] == 6)
    #expect(try snapshot.events(EventQuestion(), ofUnsettled: true).count == 2)
    let ledger = try Ledger(path: path)
    #expect(try await ledger.append(sampleReading()).outcome == .unchanged)
    #expect(try await ledger.append(sampleReading(url: "new")).outcome == .added)
  }
}

@Test func `what an older version kept under an address as it was written goes on there`()
  async throws
{
  let folder = try TemporaryFolder()
  let path = folder("old.sqlite")
  let written = "http://www.news.example/a/"
  do {
    let connection = try Connection(path: path)
    try connection.execute(Schema.sql(ofSteps: 4))
    try connection.execute("PRAGMA application_id = \(0x4852_5359); PRAGMA user_version = 4")
    let reading = sampleReading(url: written)
    try connection.run(
      """
      INSERT INTO reports(id, address, version, sha256, first_seen) VALUES ('aa', ?, 1, ?, '2024-01-01')
      """, [.text(written), .text(reading.report.sha256)])
  }
  let ledger = try Ledger(path: path)
  let again = try await ledger.append(
    sampleReading(url: "https://news.example/a", text: sampleText + " It rained."))
  #expect(again.version == 2)
  #expect(again.supersedes == "aa")
  let snapshot = try Snapshot(path: path)
  for address in [written, "https://news.example/a", "https://news.example/a?utm_source=b"] {
    #expect(try snapshot.versions(of: address).map(\.id) == [again.id])
  }
}

@Test func `an upgrade that fails leaves the ledger as it was`() async throws {
  let folder = try TemporaryFolder()
  let path = try await firstFormat(folder)
  // A table in the way of the second step.
  do { try Connection(path: path).execute("CREATE TABLE bands(n)") }
  #expect(throws: LedgerError.self) { try Ledger(path: path) }
  let connection = try Connection(path: path)
  #expect(try connection.first("PRAGMA user_version") { $0.int(0) } == 1)
  #expect(try connection.first("SELECT count(*) FROM claims") { $0.int(0) } == 6)
}
