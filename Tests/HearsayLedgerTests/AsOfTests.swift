import FoundationEssentials
import HearsayLedger
import HearsayRecords
import Synchronization
import TestSupport
import Testing

/// A clock that a test turns.
private final class TestClock: Sendable {
  private let time: Mutex<Date>
  init(_ moment: String) { time = Mutex(Self.date(moment)) }
  func turn(to moment: String) { time.withLock { $0 = Self.date(moment) } }
  var now: Date { time.withLock { $0 } }

  private static func date(_ moment: String) -> Date {
    Date(timeIntervalSince1970: Moment(moment)?.first ?? 0)
  }
}

@Test func `the ledger answers as it would have answered then`() async throws {
  let folder = try TemporaryFolder()
  let clock = TestClock("2024-05-04")
  let ledger = try Ledger(path: folder.ledger, now: { clock.now })
  let first = try await ledger.append(sampleReading())
  clock.turn(to: "2024-05-05T12:00")
  let second = try await ledger.append(sampleReading(text: sampleText + " Later."))
  clock.turn(to: "2024-05-06")
  var better = sampleReading(text: sampleText + " Later.", reader: Reader(version: "2"))
  better.claims.removeLast()
  _ = try await ledger.append(better, again: true)

  let snapshot = try Snapshot(path: folder.ledger)
  func claims(_ moment: String?) throws -> [String] {
    var question = ClaimQuestion()
    question.scope.asOf = moment.flatMap(Moment.init)
    return try snapshot.claims(question).map {
      "\($0.report.id) \($0.report.reading) \($0.record.id)"
    }
  }
  #expect(try claims("2024-05-03") == [])
  #expect(try claims("2024-05-04") == ["c1", "c2", "c3"].map { "\(first.id) 1 \($0)" })
  #expect(try claims("2024-05-05T11:59") == ["c1", "c2", "c3"].map { "\(first.id) 1 \($0)" })
  #expect(try claims("2024-05-05") == ["c1", "c2", "c3"].map { "\(second.id) 1 \($0)" })
  #expect(try claims(nil) == ["c1", "c2"].map { "\(second.id) 2 \($0)" })
  #expect(try snapshot.report(second.id).firstSeen == "2024-05-05T12:00:00.000Z")
}
