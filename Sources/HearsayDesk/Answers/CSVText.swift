/// A table as RFC 4180 has it.
///
/// A cell that a spreadsheet would run as a formula begins with an apostrophe.
enum CSVText {
  static func bytes(_ sheet: Content.Sheet) -> [UInt8] {
    var text = ""
    for row in [sheet.header] + sheet.rows { text += row.map(cell).joined(separator: ",") + "\r\n" }
    return Array(text.utf8)
  }

  private static func cell(_ words: String) -> String {
    var words = words
    if let first = words.first, "=+@\t\r".contains(first) || (first == "-" && Double(words) == nil)
    {
      words = "'" + words
    }
    guard words.contains(where: { ",\"\r\n".contains($0) || $0 == "\r\n" }) else { return words }
    return "\"" + words.replacing("\"", with: "\"\"") + "\""
  }
}
