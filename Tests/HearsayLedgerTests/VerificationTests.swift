import HearsayDatabase
import HearsayLedger
import HearsayRecords
import HearsaySQLite
import TestSupport
import Testing

private struct Damage: Sendable, CustomTestStringConvertible {
  let table: String
  let sql: String
  var testDescription: String { sql }
}

private let damages = [
  Damage(table: "readings", sql: "UPDATE readings SET text = replace(text, 'shelled', 'shielded')"),
  Damage(table: "readings", sql: "UPDATE readings SET text = text || ' more'"),
  Damage(
    table: "claims", sql: "UPDATE claims SET record = replace(record, '\"start\":', '\"start\":1')"),
  Damage(table: "claims", sql: "UPDATE claims SET record = replace(record, 'denied', 'agreed')"),
  Damage(table: "claims", sql: "UPDATE claims SET record = 'nonsense' WHERE ordinal = 2"),
  Damage(table: "claims", sql: "DELETE FROM claims WHERE ordinal = 2"),
  Damage(table: "events", sql: "UPDATE events SET status = 'denied'"),
  Damage(table: "events", sql: "UPDATE events SET reading = 99"),
  Damage(table: "happenings", sql: "UPDATE happenings SET main = 0"),
  Damage(
    table: "happenings",
    sql: "UPDATE happenings SET record = replace(record, '\"place\":\"p1\"', '\"place\":\"p2\"')"),
  // Changed together with its column, as only a digest can tell.
  Damage(
    table: "claims",
    sql: """
      UPDATE claims SET confidence = 0.4, record = replace(record, '"confidence":0.9', '"confidence":0.4')
      """),
  Damage(
    table: "claims",
    sql: "UPDATE claims SET record = replace(record, ',\"exact\":\"denied\"', '')"),
  Damage(table: "relations", sql: "DELETE FROM relations"),
  Damage(table: "readings", sql: "UPDATE readings SET read_at = '2020'"),
  Damage(table: "reports", sql: "UPDATE reports SET first_seen = '2020'"),
  Damage(table: "captures", sql: "UPDATE captures SET stood = '2020'"),
  Damage(table: "captures", sql: "DELETE FROM captures"),
  Damage(table: "addresses", sql: "UPDATE addresses SET met = 'elsewhere'"),
  Damage(table: "addresses", sql: "DELETE FROM addresses"),
  Damage(table: "bookmarks", sql: "UPDATE bookmarks SET place = '1'"),
  Damage(table: "shelf", sql: "UPDATE shelf SET newest = 1"),
  Damage(table: "shelf", sql: "UPDATE shelf SET at = at + 1"),
  Damage(table: "shelf", sql: "UPDATE shelf SET place = place + (1 << 30)"),
  Damage(table: "shelf", sql: "DELETE FROM shelf WHERE reading = 1"),
  Damage(table: "outlets", sql: "UPDATE outlets SET name = 'Somebody'"),
  Damage(table: "seals", sql: "UPDATE seals SET signature = zeroblob(256)"),
  Damage(table: "seals", sql: "UPDATE seals SET digest = 'x'"),
  Damage(table: "copies", sql: "UPDATE copies SET common = common - 1"),
  Damage(table: "copies", sql: "DELETE FROM copies"),
  Damage(table: "counts", sql: "UPDATE counts SET count = count + 1 WHERE name = 'claims'"),
  Damage(table: "bands", sql: "INSERT INTO bands(band, reading) VALUES (1, 1)"),
  Damage(table: "claims", sql: "CREATE INDEX more ON claims(act)"),
  Damage(table: "shelf", sql: "DROP INDEX shelf_of_newest"),
  Damage(table: "claims", sql: "DELETE FROM words_index_data WHERE id > 10"),
  Damage(
    table: "claims",
    sql: "INSERT INTO words_index(rowid, speaker) VALUES (1, 'Somebody')"),
  Damage(
    table: "readings",
    sql: """
      INSERT INTO readings_index(readings_index, rowid, title, text)
      SELECT 'delete', place, title, text FROM shelved LIMIT 1
      """),
  Damage(
    table: "readings",
    sql: "INSERT INTO readings_index(rowid, title, text) SELECT place, 'Somebody', '' FROM shelved"),
  Damage(table: "claims", sql: "INSERT INTO words_index(words_index) VALUES ('delete-all')"),
  Damage(table: "reports", sql: "UPDATE reports SET version = 2"),
  Damage(table: "claims", sql: "UPDATE words_index_config SET v = 4 WHERE k = 'automerge'"),
  Damage(table: "readings", sql: "DELETE FROM readings_index_config WHERE k = 'automerge'"),
  // What FTS5 counts of rows and words, which no word tells.
  Damage(table: "claims", sql: "UPDATE words_index_data SET block = x'0101' WHERE id = 1"),
]

@Test(arguments: damages) private func `damage is found`(_ damage: Damage) async throws {
  let folder = try TemporaryFolder()
  let path = folder("l.sqlite")
  do {
    let ledger = try Ledger(path: path)
    var delivery = Delivery()
    delivery.met = "https://news.example/met"
    _ = try await ledger.append(sampleReading(), delivery: delivery)
    _ = try await ledger.append(sampleReading(url: "copy", text: sampleText + " Again."))
    try await ledger.put(Bookmark(archive: "a", stamp: "s", place: "0", tally: "{}"))
  }
  #expect(try Snapshot(path: path).verify() == [])
  do {
    let connection = try Connection(path: path)
    let triggers = try connection.rows(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '\(damage.table)'"
    ) { (name: $0.string(0), sql: $0.string(1)) }
    for trigger in triggers { try connection.execute("DROP TRIGGER \(trigger.name)") }
    try connection.execute("PRAGMA ignore_check_constraints = ON")
    try connection.execute(damage.sql)
    // That they were gone would be found, too.
    for trigger in triggers { try connection.execute(trigger.sql) }
  }
  let problems = try Snapshot(path: path).verify()
  #expect(problems != [])
  #expect(!problems.contains { $0.description.contains("rebels") })
}

@Test func `a trigger that is gone is missed`() async throws {
  let folder = try TemporaryFolder()
  let path = folder("l.sqlite")
  do { _ = try await Ledger(path: path).append(sampleReading()) }
  do { try Connection(path: path).execute("DROP TRIGGER claims_stay") }
  #expect(
    try Snapshot(path: path).verify().map(\.reason) == [
      "the trigger claims_stay is not as it was made"
    ])
}

@Test func `verifying tells how far it is and can be ended`() async throws {
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  for number in 0..<3 { _ = try await ledger.append(sampleReading(url: "\(number)")) }
  var steps: [String] = []
  _ = try Snapshot(path: folder.ledger).verify { done, all in
    steps.append("\(done)/\(all)")
    return done < 2
  }
  #expect(steps == ["1/3", "2/3"])
}
