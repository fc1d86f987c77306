import FoundationEssentials
import HearsayLedger
import HearsayRecords
import TestSupport
import Testing

private let first = sampleText
private let second = sampleText + "\nUpdated."

private func delivery(_ day: Int?) -> Delivery {
  var delivery = Delivery()
  delivery.stood = day.flatMap { Moment("2021-03-0\($0)T12:00Z") }
  return delivery
}

@Test func `an earlier wording that comes back is a new version, and the earlier ones stay`()
  async throws
{
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  let one = try await ledger.append(sampleReading(), delivery: delivery(1))
  let two = try await ledger.append(sampleReading(text: second), delivery: delivery(2))
  let three = try await ledger.append(sampleReading(), delivery: delivery(3))
  #expect(three.outcome == .newVersion)
  #expect(three.version == 3)
  #expect(three.supersedes == two.id)
  #expect(three.firstVersion == 1)
  #expect(!three.id.hasPrefix(one.id))
  let snapshot = try Snapshot(path: folder.ledger)
  let address = "https://news.example/depot"
  #expect(try snapshot.versions(of: address).map(\.id) == [one.id, two.id, three.id])
  #expect(try snapshot.reports().map(\.id) == [three.id])
  #expect(try snapshot.reading(of: snapshot.report(three.id)).report.text == first)
  #expect(try snapshot.verify() == [])
}

@Test func `an archive of several wordings that is read twice changes nothing`() async throws {
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  let captures = [(first, 1), (second, 2), (first, 3), (first, 4)]
  var outcomes: [Stored.Outcome] = []
  for _ in 0..<2 {
    for (text, day) in captures {
      outcomes.append(
        try await ledger.append(sampleReading(text: text), again: true, delivery: delivery(day))
          .outcome)
    }
  }
  #expect(outcomes.prefix(4) == [.added, .newVersion, .newVersion, .unchanged])
  #expect(outcomes.suffix(4).allSatisfy { $0 == .unchanged })
}

@Test func `bytes of an old version without a time are only seen again`() async throws {
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  _ = try await ledger.append(sampleReading(), delivery: delivery(1))
  let two = try await ledger.append(sampleReading(text: second), delivery: delivery(2))
  for day in [nil, 1] {
    #expect(
      try await ledger.append(sampleReading(), delivery: delivery(day)).outcome == .unchanged)
  }
  #expect(try Snapshot(path: folder.ledger).reports().map(\.id) == [two.id])
}

@Test func `an old wording in other bytes comes back as its own does`() async throws {
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  _ = try await ledger.append(sampleReading(), delivery: delivery(1))
  _ = try await ledger.append(sampleReading(text: second), delivery: delivery(2))
  var otherBytes = sampleReading()
  otherBytes.report.sha256 = SHA256.hex("other markup".utf8)
  #expect(try await ledger.append(otherBytes, delivery: delivery(1)).outcome == .unchanged)
  otherBytes.report.sha256 = SHA256.hex("yet other markup".utf8)
  #expect(try await ledger.append(otherBytes, delivery: delivery(3)).version == 3)
  // The first bytes say what the newest version says.
  let again = try await ledger.append(sampleReading(), delivery: delivery(4))
  #expect(again.outcome == .unchanged)
  #expect(again.version == 3)
  #expect(try Snapshot(path: folder.ledger).verify() == [])
}

@Test func `bytes that have come back must be read, others need not be`() async throws {
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  let one = sampleReading()
  _ = try await ledger.append(one, delivery: delivery(1))
  _ = try await ledger.append(sampleReading(text: second), delivery: delivery(2))
  func known(_ day: Int?) async throws -> Stored? {
    try await ledger.known(
      address: one.report.url, sha256: one.report.sha256, stood: delivery(day).stood)
  }
  #expect(try await known(nil)?.version == 1)
  #expect(try await known(1)?.version == 1)
  #expect(try await known(3) == nil)
}

@Test func `another date of publication that is given is another reading`() async throws {
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  _ = try await ledger.append(sampleReading())
  var dated = sampleReading(published: "2024-05-01")
  #expect(try await ledger.append(dated, again: true).outcome == .unchanged)
  dated.report.publishedFrom = .option
  #expect(try await ledger.append(dated, again: true).outcome == .readAgain)
  #expect(try await ledger.append(dated, again: true).outcome == .unchanged)
  let snapshot = try Snapshot(path: folder.ledger)
  #expect(try snapshot.reports().map(\.report.published) == ["2024-05-01"])
  #expect(try snapshot.counts().readings == 2)
  #expect(try snapshot.verify() == [])
}

@Test func `an old version that turns up late is added, but is not the newest`() async throws {
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  let texts = [sampleText + "\nOne.", sampleText + "\nTwo.", sampleText + "\nThree."]
  var stored: [Stored] = []
  for (text, day) in [(texts[1], 5), (texts[2], 7), (texts[0], 3)] {
    stored.append(try await ledger.append(sampleReading(text: text), delivery: delivery(day)))
  }
  #expect(stored.map(\.version) == [1, 2, 3])
  #expect(stored.map(\.isNewest) == [true, true, false])
  #expect(stored.map(\.supersedes) == [nil, stored[0].id, nil])
  let snapshot = try Snapshot(path: folder.ledger)
  #expect(try snapshot.reports().map(\.id) == [stored[1].id])
  let address = "https://news.example/depot"
  #expect(try snapshot.versions(of: address).map(\.version) == [3, 1, 2])
  #expect(try snapshot.verify() == [])
  // Between two that are known.
  let between = try await ledger.append(
    sampleReading(text: sampleText + "\nBetween."), delivery: delivery(6))
  #expect(between.version == 4)
  #expect(between.supersedes == stored[0].id)
  try snapshot.refresh()
  #expect(try snapshot.reports().map(\.id) == [stored[1].id])
  #expect(try snapshot.verify() == [])
}

@Test func `an archive that tells of the future does not stay the newest`() async throws {
  let folder = try TemporaryFolder()
  let clock = Moment("2021-03-02T00:00Z")?.first ?? 0
  let ledger = try Ledger(path: folder.ledger) { Date(timeIntervalSince1970: clock) }
  var future = Delivery()
  future.stood = Moment("2999-01-01")
  _ = try await ledger.append(sampleReading(), delivery: future)
  let later = try Ledger(path: folder.ledger) { Date(timeIntervalSince1970: clock + 60) }
  var now = Delivery()
  now.stood = Moment("2021-03-02T00:01Z")
  let second = try await later.append(sampleReading(text: second), delivery: now)
  #expect(second.version == 2)
  #expect(second.isNewest)
}
