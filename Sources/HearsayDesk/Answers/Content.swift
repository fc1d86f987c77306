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
