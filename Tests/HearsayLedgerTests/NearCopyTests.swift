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

private func snapshot(_ folder: TemporaryFolder) async throws -> Snapshot {
  let ledger = try Ledger(path: folder("l.sqlite"))
  let readings = [
    bare("site", text(0..<60), published: "2024-01-02"),
    bare("agency", text(0..<58).uppercased(), published: "2024-01-01"),
    bare("shortened", text(0..<28), published: "2024-01-03"),
    bare("other", text(60..<120), published: "2024-01-01"),
    bare("tiny", "Page not found.", published: "2024-01-01"),
    bare("tiny too", "Page not found.", published: "2024-01-01"),
  ]
  for reading in readings { _ = try await ledger.append(reading) }
  return try Snapshot(path: folder("l.sqlite"))
}

private func line(_ address: String, in snapshot: Snapshot) throws -> ReportLine {
  try #require(try snapshot.reports().first { $0.address == address })
}

@Test func `nearly the same words elsewhere are found, the earliest first`() async throws {
  let folder = try TemporaryFolder()
  let snapshot = try await snapshot(folder)
  let copies = try snapshot.nearCopies(of: line("site", in: snapshot), likeness: 0.8)
  #expect(copies.map(\.report.address) == ["agency"])
  #expect(try #require(copies.first).likeness > 0.9)
  let loose = try snapshot.nearCopies(of: line("shortened", in: snapshot), likeness: 0.3)
  #expect(loose.map(\.report.address) == ["agency", "site"])
  #expect(loose.allSatisfy { $0.shared == 1 && $0.likeness < 0.7 })
}

@Test func `other words and short texts have no near copies`() async throws {
  let folder = try TemporaryFolder()
  let snapshot = try await snapshot(folder)
  for address in ["other", "tiny"] {
    #expect(try snapshot.nearCopies(of: line(address, in: snapshot)) == [])
  }
}
