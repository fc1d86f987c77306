/// How cells become a line of CSV.
package enum CSVStyle: Hashable, Sendable {
  /// Every cell holds exactly the words, as RFC 4180 has it.
  case exact
  /// As `exact`, but a cell that a spreadsheet would run as a formula begins with an apostrophe. Words of a
  /// report can be written by anyone, so a cell may be an attack on whoever opens the file.
  case spreadsheet

  /// One line with its end, CR LF.
  package func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  private func cell(_ text: String) -> String {
    var text = text
    if self == .spreadsheet, let first = text.unicodeScalars.first,
      "=+-@\t\r".unicodeScalars.contains(first), Double(text) == nil
    {
      text = "'" + text
    }
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2c || $0 == 0x0a || $0 == 0x0d })
    else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
