import HearsayExchange

/// What a page says, in each of the forms in which it can be had.
package struct Content {
  /// What the page is called.
  package var title: String
  /// What stands in it for people.
  package var main: HTML
  /// The same for programs: JSON.
  package var json: () throws -> String
  /// The same as a table, where it is a list.
  package var sheet: (() throws -> Sheet)?
  /// What is new of it, to be subscribed to.
  var feed: (() throws -> AtomFeed)?
  /// Its reports as a bibliography, the earliest first.
  var bibliography: (() throws -> Bibliography)?
  /// Lines of the answer's head that this page needs.
  var head: [DeskRequest.Pair] = []
  /// After so many seconds the page is to be asked for again.
  var refreshes: Int?

  /// Rows of cells under a header.
  package struct Sheet {
    package var header: [String]
    package var rows: [[String]]

    package init(_ header: [String], _ rows: [[String]]) {
      self.header = header
      self.rows = rows
    }

    /// The same with the address on the desk at `base` of what each row is about.
    func addressed(_ base: String) -> Sheet {
      let pages: Set = ["report", "story", "incident"]
      guard let column = header.firstIndex(where: pages.contains) else { return self }
      return Sheet(
        header + ["hearsay_url"],
        rows.map { $0 + [base + Link.page([header[column], $0[column]]).text] })
    }

    /// The table as CSV in which no spreadsheet runs a cell as a formula.
    var csv: [UInt8] {
      ([header] + rows).flatMap { Array(CSVStyle.spreadsheet.line($0).utf8) }
    }
  }

  package init(
    _ title: String, _ main: HTML, json: @escaping () throws -> String,
    sheet: (() throws -> Sheet)? = nil
  ) {
    self.title = title
    self.main = main
    self.json = json
    self.sheet = sheet
  }
}
