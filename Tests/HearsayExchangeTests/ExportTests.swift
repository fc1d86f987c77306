import HearsayExchange
import HearsayLedger
import HearsayRecords
import TestSupport
import Testing

private func ledgerOfTwo(_ folder: TemporaryFolder) async throws -> Snapshot {
  let ledger = try Ledger(path: folder.ledger)
  _ = try await ledger.append(sampleReading())
  _ = try await ledger.append(sampleReading(url: "b", text: "x, \"y\"\n" + sampleText))
  return try Snapshot(path: folder.ledger)
}

@Test func `JSON Lines hold every reading, one a line`() async throws {
  let folder = try TemporaryFolder()
  let snapshot = try await ledgerOfTwo(folder)
  var lines: [String] = []
  #expect(try Export(snapshot).jsonLines { lines.append($0) } == 2)
  for (line, url) in zip(lines, ["https://news.example/depot", "b"]) {
    #expect(line.filter(\.isNewline).count == 1)
    let back = try reading(json: line)
    #expect(try json(of: back) + "\n" == line)
    #expect(back.report.url == url)
    #expect(back.flaws() == [])
  }
}

/// A strict reader of RFC 4180, so that quoting is tested against the rules and not against the writer.
private func parse(_ csv: String) -> [[String]] {
  var rows: [[String]] = []
  var row: [String] = []
  var cell = ""
  var isQuoted = false
  var rest = Substring(csv).unicodeScalars
  while let next = rest.popFirst() {
    if isQuoted {
      if next == "\"", rest.first == "\"" {
        cell.unicodeScalars.append(next)
        rest.removeFirst()
      } else if next == "\"" {
        isQuoted = false
      } else {
        cell.unicodeScalars.append(next)
      }
    } else if next == "\"" {
      isQuoted = true
    } else if next == "," {
      row.append(cell)
      cell = ""
    } else if next == "\r" {
      rest.removeFirst()
      rows.append(row + [cell])
      row = []
      cell = ""
    } else {
      cell.unicodeScalars.append(next)
    }
  }
  return rows
}

@Test(arguments: RecordKind.allCases) func `every row of CSV has the columns of its header`(
  kind: RecordKind
) async throws {
  let folder = try TemporaryFolder()
  let snapshot = try await ledgerOfTwo(folder)
  var csv = ""
  let count = try Export(snapshot).csv(kind) { csv += $0 }
  let rows = parse(csv)
  #expect(count > 0)
  #expect(rows.count == count + 1)
  #expect(Set(rows.map(\.count)).count == 1)
  #expect(Set(rows[0]).count == rows[0].count)
}

@Test func `offsets in CSV cut the exact words from the text`() async throws {
  let folder = try TemporaryFolder()
  let snapshot = try await ledgerOfTwo(folder)
  var csv = ""
  _ = try Export(snapshot).csv(.claims) { csv += $0 }
  let rows = parse(csv)
  let column = Dictionary(uniqueKeysWithValues: rows[0].enumerated().map { ($1, $0) })
  let texts = Dictionary(
    uniqueKeysWithValues: try snapshot.reports().map {
      ($0.id, Array(try snapshot.reading(of: $0).report.text.unicodeScalars))
    })
  var checked = 0
  for row in rows.dropFirst() {
    func cell(_ name: String) throws -> String { row[try #require(column[name])] }
    guard let start = Int(try cell("content_start")), let end = Int(try cell("content_end")) else {
      continue
    }
    let text = try #require(texts[try cell("report")])
    var words = String.UnicodeScalarView()
    words.append(contentsOf: text[start..<end])
    #expect(String(words) == (try cell("content")))
    checked += 1
  }
  #expect(checked == 6)
}

@Test func `cells are quoted as RFC 4180 asks, and formulas disarmed only when wanted`() {
  let cells = ["a,b", "say \"x\"", "two\nlines", "", "=1+1", "-5"]
  #expect(CSVStyle.exact.line(cells) == "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",,=1+1,-5\r\n")
  #expect(CSVStyle.spreadsheet.line(["=1+1", "-5", "@x", "plain"]) == "'=1+1,-5,'@x,plain\r\n")
}
