import Testing

@testable import HearsayArchives

struct TableTests {
  private func read(_ text: String, _ columns: TableColumns) throws -> Everything {
    try ArchiveOnDisk(Array(text.utf8), name: "a.bin").read(columns)
  }

  private let table =
    "\u{FEFF}event_id,event_date,source,notes,url,title\r\n"
    + "X1,\"12 March 2031\",\"The \"\"Courier\"\" Ltd\",\"A bridge, they say, fell.\nNobody was hurt.\",https://courier.example/a,\r\n"
    + "X2,2031-03-13,Herald,,https://herald.example/b,Gone\r\n"
    + "X3,03/14/31,Herald,\"Another one fell.\",,A second bridge\r\n"

  @Test func `each row of a column is a report, with what other columns tell of it`() throws {
    var columns = TableColumns(text: "Notes")
    columns.date = "event_date"
    columns.outlet = "source"
    columns.address = "5"
    columns.title = "title"
    let all = try read(table, columns)
    #expect(
      all.pages.map(\.text) == [
        "A bridge, they say, fell.\nNobody was hurt.", "A second bridge\n\nAnother one fell.",
      ])
    #expect(all.pages.map(\.published) == ["2031-03-12", nil])
    #expect(all.pages.map(\.outlet) == ["The \"Courier\" Ltd", "Herald"])
    #expect(all.pages.map(\.address) == ["https://courier.example/a", nil])
    #expect(all.tally.withoutText == 1)
  }

  @Test func `a column that is not there is told with those that are`() {
    #expect {
      try read(table, TableColumns(text: "text"))
    } throws: { error in
      (error as? ArchiveError)?.reason
        == "no column text; there are: event_id, event_date, source, notes, url, title"
    }
  }

  @Test func `columns without names are told by their numbers`() throws {
    let row = (1...9).map { "\($0) of 9" }.joined(separator: "\t") + "\n"
    let all = try read(row + row + row, TableColumns(text: "3"))
    #expect(all.pages.map(\.text) == Array(repeating: "3 of 9", count: 3))
  }

  @Test func `reading on from any row gives the rest`() throws {
    let rows = (0..<30).map { "\($0),2031-03-04,Text \($0).\n" }.joined()
    let archive = try ArchiveOnDisk(Array(("id,date,text\n" + rows).utf8), name: "a.bin")
    let first = try archive.reader(TableColumns(text: "text"))
    for taken in 0...30 {
      let rest = try archive.reader(TableColumns(text: "text"))
      try rest.go(to: first.place)
      var found: [String] = []
      while let page = try rest.next() { found.append(page.text) }
      #expect(found == (taken..<30).map { "Text \($0)." })
      _ = try first.next()
    }
  }

  @Test func `a quotation mark that is never closed does not take all rows with it`() throws {
    let all = try read("id,date,text\n1,2,\"Never closed\n2,3,Two.\n", TableColumns(text: "text"))
    #expect(all.pages.map(\.text) == ["Never closed\n2,3,Two.\n"])
  }
}
