import Foundation
import HearsayDatabase
import HearsayRecords
import HearsaySQLite
import TestSupport
import Testing

@testable import HearsayLedger

@Suite struct DecisionTests {
  private static func path() -> String {
    FileManager.default.temporaryDirectory.appending(path: "decisions-\(UUID()).ledger").path
  }

  @Test func `a decision is kept with who, when and why, and comes back as it was`() throws {
    let path = try TemporaryFolder().ledger
    let book = try DecisionBook(path: path)
    var first = Decision(
      made: "2031-03-04T09:00:00.000Z", person: "ana", verdict: .reject,
      target: .init(report: "aa", kind: .claims, record: "c1"), seen: #"{"id":"c1"}"#,
      reason: "nobody says it")
    first.number = try book.keep(first)
    var second = Decision(
      made: "2031-03-05T09:00:00.000Z", person: "ben", verdict: .notSame,
      target: .init(report: "bb", kind: .happenings, record: "h1"),
      other: .init(report: "aa", kind: .happenings, record: "h2"), blind: true)
    second.number = try book.keep(second)
    let snapshot = try Snapshot(path: path)
    #expect(try snapshot.decisions() == [first, second])
    #expect(try snapshot.decisions(report: "aa") == [first, second])
    #expect(try snapshot.decisions(report: "bb") == [second])
    #expect(try snapshot.decisions(verdicts: [.reject]) == [first])
    #expect(try snapshot.decisions(person: "ben") == [second])
    #expect(try snapshot.decisions(after: first.number) == [second])
    #expect(try snapshot.decisions(asOf: Moment("2031-03-04")) == [first])
  }

  @Test(arguments: [
    "UPDATE decisions SET reason = 'another'", "UPDATE decisions SET undoes = 1 WHERE number = 2",
    "DELETE FROM decisions WHERE number = 2", "UPDATE decisions SET number = 3 WHERE number = 2",
  ])
  func `a decision that is changed or gone is missed`(_ damage: String) throws {
    let path = Self.path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      let book = try DecisionBook(path: path)
      for day in ["04", "05"] {
        try book.keep(
          Decision(
            made: "2031-03-\(day)T09:00:00.000Z", person: "ana", verdict: .accept,
            target: .init(report: "aa", kind: .claims, record: "c1"), reason: "so it says"))
      }
    }
    #expect(try Snapshot(path: path).verify() == [])
    do {
      let connection = try Connection(path: path)
      for kind in ["stay", "remain"] { try connection.run("DROP TRIGGER decisions_\(kind)") }
      try connection.run(damage)
      try connection.execute(Schema.growsOnly(["decisions"]))
    }
    #expect(try Snapshot(path: path).verify() != [])
  }

  @Test func `decisions only grow`() throws {
    let path = Self.path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let book = try DecisionBook(path: path)
    try book.keep(
      Decision(
        made: "2031-03-04T09:00:00.000Z", person: "ana", verdict: .accept,
        target: .init(report: "aa", kind: .claims, record: "c1")))
    let connection = try Connection(path: path)
    for change in ["UPDATE decisions SET person = 'x'", "DELETE FROM decisions"] {
      #expect(throws: (any Error).self) { try connection.run(change) }
    }
  }
}
