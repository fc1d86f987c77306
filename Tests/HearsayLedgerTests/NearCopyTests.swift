import FoundationEssentials
import HearsayLedger
import HearsayRecords
import TestSupport
import Testing

/// Sixty invented sentences; taking different ones makes texts that share a known part.
private func text(_ sentences: some Sequence<Int>) -> String {
  let who = ["The mayor", "A spokesman", "The union", "One resident", "The ministry"]
  let does = ["praised", "rejected", "described", "questioned", "welcomed", "delayed"]
  let what = [
    "the harbour plan", "a new curfew", "the water tariff", "two arrests", "an old treaty",
  ]
  return sampleText
    + sentences.map { number in
      " \(who[number % 5]) \(does[number % 6]) \(what[number / 7 % 5]) on day \(number) of week \(number * 7)."
    }.joined()
}

private func bare(_ url: String, _ text: String, published: String) -> Reading {
  Reading(
    report: Report(
      id: "", url: url, published: published, text: text, sha256: SHA256.hex(text.utf8),
      reader: Reader(version: "1")))
}

private func snapshot(
  _ folder: TemporaryFolder, _ readings: [Reading]
) async throws -> Snapshot {
  let ledger = try Ledger(path: folder.ledger)
  for reading in readings { _ = try await ledger.append(reading) }
  return try Snapshot(path: folder.ledger)
}

private let readings = [
  bare("site", text(0..<60), published: "2024-01-02"),
  bare("agency", text(0..<58).uppercased(), published: "2024-01-01"),
  bare("shortened", text(0..<28), published: "2024-01-03"),
  bare("other", text(60..<120), published: "2024-01-01"),
  bare("tiny", "Page not found.", published: "2024-01-01"),
  bare("tiny too", "Page not found.", published: "2024-01-01"),
]

private func line(_ address: String, in snapshot: Snapshot) throws -> ReportLine {
  try #require(try snapshot.reports().first { $0.address == address })
}

@Test func `nearly the same words elsewhere are found, the earliest first`() async throws {
  let folder = try TemporaryFolder()
  let snapshot = try await snapshot(folder, readings)
  let copies = try snapshot.nearCopies(of: line("site", in: snapshot))
  #expect(copies.map(\.report.address) == ["agency", "shortened"])
  #expect(try #require(copies.first).likeness > 0.9)
  let of = try snapshot.nearCopies(of: line("shortened", in: snapshot))
  #expect(of.map(\.report.address) == ["agency", "site"])
  #expect(of.allSatisfy { $0.shared == 1 && $0.likeness < 0.7 })
}

@Test func `other words and short texts have no near copies`() async throws {
  let folder = try TemporaryFolder()
  let snapshot = try await snapshot(folder, readings)
  for address in ["other", "tiny"] {
    #expect(try snapshot.nearCopies(of: line(address, in: snapshot)) == [])
    #expect(try snapshot.original(of: line(address, in: snapshot)) == nil)
  }
}

@Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0], [0, 2, 1]])
func `each copy is tied to the one published first, in whatever order they were read`(
  _ order: [Int]
) async throws {
  let folder = try TemporaryFolder()
  let snapshot = try await snapshot(folder, order.map { readings[$0] })
  #expect(try snapshot.original(of: line("agency", in: snapshot)) == nil)
  for copy in ["site", "shortened"] {
    let original = try #require(try snapshot.original(of: line(copy, in: snapshot)))
    #expect(original.report.address == "agency")
    #expect(original.shared > 0.9)
  }
  #expect(try snapshot.verify() == [])
}

@Test func `without dates of publication the one that stood there first is the earliest`()
  async throws
{
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  for (address, stood) in [("b", "2024-01-02T00:00Z"), ("a", "2024-01-01T00:00Z"), ("c", nil)] {
    var reading = bare(address, text(0..<40) + address, published: "")
    reading.report.published = nil
    var delivery = Delivery()
    delivery.stood = stood.flatMap(Moment.init)
    delivery.provenance.fetched = stood
    _ = try await ledger.append(reading, delivery: delivery)
  }
  let snapshot = try Snapshot(path: folder.ledger)
  #expect(try snapshot.original(of: line("a", in: snapshot)) == nil)
  for copy in ["b", "c"] {
    #expect(try snapshot.original(of: line(copy, in: snapshot))?.report.address == "a")
  }
}

@Test func `which of two copies is the original does not depend on which came here first`()
  async throws
{
  // Of one day, and not known to have stood anywhere: what they are decides, however often they are shuffled.
  let copies = (0..<6).map { bare("copy \($0)", text(0..<40), published: "2024-01-02") }
  let first = try #require(
    copies.min { one, other in
      ReportID.key(address: one.report.url ?? "", sha256: one.report.sha256)
        < ReportID.key(address: other.report.url ?? "", sha256: other.report.sha256)
    })
  for order in [copies, copies.reversed(), Array(copies[3...] + copies[..<3])] {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(path: folder.ledger)
    for reading in order {
      var delivery = Delivery()
      // When a file was read says nothing of when it was written.
      delivery.stood = Moment("2024-02-01T00:00:0\(order.firstIndex(of: reading) ?? 0)Z")
      _ = try await ledger.append(reading, delivery: delivery)
    }
    let snapshot = try Snapshot(path: folder.ledger)
    for report in try snapshot.reports() where report.address != first.report.url {
      #expect(try snapshot.original(of: report)?.report.address == first.report.url)
    }
    #expect(try snapshot.original(of: line(first.report.url ?? "", in: snapshot)) == nil)
  }
}

@Test func `appending tells of the original, and versions of one address are no copies of it`()
  async throws
{
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  let first = try await ledger.append(readings[1])
  #expect(first.original == nil)
  #expect(
    try await ledger.append(bare("agency", text(0..<59), published: "2024-01-02")).original == nil)
  let copy = try await ledger.append(readings[2])
  #expect(copy.original?.id == first.id)
  #expect(copy.original?.shared == 1)
  // Told again when it is known already.
  #expect(try await ledger.append(readings[2]).original?.id == first.id)
}

@Test func `as of a day before the original was read there is none`() async throws {
  let folder = try TemporaryFolder()
  for (number, day) in [(0, "2031-01-01"), (1, "2031-01-03")] {
    let ledger = try Ledger(path: folder.ledger) {
      Date(timeIntervalSince1970: Moment(day)?.first ?? 0)
    }
    _ = try await ledger.append(readings[number])
  }
  let snapshot = try Snapshot(path: folder.ledger)
  let site = try line("site", in: snapshot)
  #expect(try snapshot.original(of: site, asOf: Moment("2031-01-02")) == nil)
  #expect(try snapshot.original(of: site)?.report.address == "agency")
}
