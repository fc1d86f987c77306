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
  Damage(table: "words", sql: "UPDATE words SET words = 'Somebody' WHERE number = 1"),
  Damage(table: "parts", sql: "UPDATE parts SET party = 'e1'"),
  Damage(table: "claims", sql: "INSERT INTO words_index(words_index) VALUES ('delete-all')"),
  Damage(table: "reports", sql: "UPDATE reports SET version = 2"),
]

@Test(arguments: damages) private func `damage is found`(_ damage: Damage) async throws {
  let folder = try TemporaryFolder()
  let path = folder("l.sqlite")
  do { _ = try await Ledger(path: path).append(sampleReading()) }
  #expect(try Snapshot(path: path).verify() == [])
  do {
    let connection = try Connection(path: path)
    try connection.execute(
      "DROP TRIGGER \(damage.table)_stay; DROP TRIGGER \(damage.table)_remain")
    try connection.execute(damage.sql)
  }
  let problems = try Snapshot(path: path).verify()
  #expect(problems != [])
  #expect(!problems.contains { $0.description.contains("rebels") })
}

@Test func `verifying tells how far it is and can be ended`() async throws {
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder("l.sqlite"))
  for number in 0..<3 { _ = try await ledger.append(sampleReading(url: "\(number)")) }
  var steps: [String] = []
  _ = try Snapshot(path: folder("l.sqlite")).verify { done, all in
    steps.append("\(done)/\(all)")
    return done < 2
  }
  #expect(steps == ["1/3", "2/3"])
}
