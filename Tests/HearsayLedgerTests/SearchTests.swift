import HearsayLedger
import HearsayRecords
import TestSupport
import Testing

@Test func `of many reports each has its own words marked`() async throws {
  let folder = try TemporaryFolder()
  let path = folder.ledger
  let ledger = try Ledger(path: path)
  // Every third has no word that begins as asked for.
  let readings = (0..<330).map { number in
    let word = number % 3 == 0 ? "quiet" : "shelled\(number)"
    let text = "Town \(number) was \(word) on Monday."
    return Reading(
      report: Report(
        id: "", url: "https://news.example/\(number)", title: "Report \(number) \(word)",
        text: text, sha256: SHA256.hex("\(number)".utf8), reader: Reader(version: "1")))
  }
  _ = try await ledger.append(readings.map { Delivered($0) })

  let hits = try Snapshot(path: path).search("shel*")
  #expect(hits.count == 220)
  for hit in hits {
    let number = hit.report.report.title?.split(separator: " ")[1] ?? ""
    #expect(hit.title.filter(\.isHit).map(\.text) == ["shelled\(number)"])
    #expect(hit.snippet.map(\.text).joined() == "Town \(number) was shelled\(number) on Monday.")
    #expect(hit.snippet.filter(\.isHit).map(\.text) == ["shelled\(number)"])
  }
}
