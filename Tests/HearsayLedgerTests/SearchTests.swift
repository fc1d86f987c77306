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

@Test
func `all reports that have the words are counted by outlet and month, or the newest of too many`()
  async throws
{
  let folder = try TemporaryFolder()
  let path = folder.ledger
  let ledger = try Ledger(path: path)
  let readings = (0..<60).map { number in
    Reading(
      report: Report(
        id: "", url: "https://news.example/\(number)",
        outlet: number % 3 == 0 ? "The Quay" : "Ledra Post", title: "Report \(number)",
        published: number == 0 ? nil : number < 40 ? "2031-03-10" : "2031-04-30T23:30:00-05:00",
        text: number % 2 == 0 ? "The pier sank." : "Nothing happened.",
        sha256: SHA256.hex("\(number)".utf8), reader: Reader(version: "1")))
  }
  _ = try await ledger.append(readings.map { Delivered($0) })
  let snapshot = try Snapshot(path: path)

  let all = try snapshot.facets("pier")
  #expect(all.counted == 30 && all.isAll)
  #expect(all.outlets.map(\.name) == ["Ledra Post", "The Quay"])
  #expect(all.outlets.map(\.count) == [20, 10])
  // As the filter by month counts them, in the time of Greenwich; without a date in no month.
  #expect(all.months.map(\.name) == ["2031-03", "2031-05"])
  #expect(all.months.map(\.count) == [19, 10])
  var scope = Scope()
  scope.publishedSince = Moment("2031-05")
  scope.outlet = "quay"
  let narrowed = try snapshot.facets("pier", scope)
  #expect(try narrowed.counted == snapshot.search("pier", scope).count)
  let some = try snapshot.facets("pier", most: 7)
  #expect(some.counted == 7 && !some.isAll)
}

/// Reports of which every third has a word that begins with *sh*, those before the last 320 another that begins with *zo*.
private func manyReports(_ folder: TemporaryFolder) async throws -> Snapshot {
  let ledger = try Ledger(path: folder.ledger)
  let readings = (0..<400).map { number in
    let word = number % 3 == 0 ? "shelled\(number)" : "quiet"
    let old = number < 80 && number % 2 == 0 ? "Zoo\(number) keepers fled." : "Nobody fled."
    return Reading(
      report: Report(
        id: "", url: "https://news.example/\(number)", outlet: "Outlet \(number % 4)",
        title: "Report \(number) \(word)",
        published: "2031-0\(1 + number / 100)-\(10 + number % 18)",
        text: "Report \(number) \(word)\n\nTown \(number) was \(word) on Monday. \(old)",
        sha256: SHA256.hex("\(number)".utf8), reader: Reader(version: "1")))
  }
  _ = try await ledger.append(readings.map { Delivered($0) })
  return try Snapshot(path: folder.ledger)
}

@Test(arguments: [
  "sh*", "zo*", "s*", "sh* zo*", "sh* -zoo0", "\"was sh\"*", "town zo*", "qx*", "sh* nobody",
  "-sh* zo*",
])
func `of words of which two or three letters are told the newest reports come first`(
  _ words: String
) async throws {
  let folder = try TemporaryFolder()
  let snapshot = try await manyReports(folder)
  // Without a limit all are looked up; with one the newest are looked into first.
  let all = try snapshot.search(words)
  let dates = all.map { $0.report.report.published ?? "" }
  #expect(dates == dates.sorted(by: >))
  for limit in [1, 20, 90, 1_000] {
    var scope = Scope()
    scope.limit = limit
    let some = try snapshot.search(words, scope)
    #expect(some == Array(all.prefix(limit)), "\(limit)")
  }
  for hit in all.prefix(40) {
    let hits = (hit.title + hit.snippet).filter(\.isHit).map { $0.text.lowercased() }
    #expect(!hits.isEmpty)
    #expect(hits.allSatisfy { !$0.hasPrefix("qui") })
  }
  var narrow = Scope()
  narrow.outlet = "Outlet 2"
  narrow.publishedUntil = Moment("2031-02")
  let expected = all.filter {
    $0.report.report.outlet == "Outlet 2" && ($0.report.report.published ?? "") < "2031-03"
  }
  #expect(try snapshot.search(words, narrow) == expected)
  narrow.limit = 7
  #expect(try snapshot.search(words, narrow) == Array(expected.prefix(7)))
}
