/// Tells tables (CSV, tab-separated) from texts: read as prose, a table's cells become events that nobody told.
package struct TableText: Hashable, Sendable {
  /// What stands between cells.
  package let separator: UInt8
  /// The cells of the first row.
  package let header: [String]
  /// Whether the first row names the columns.
  package let isNamed: Bool

  /// So much of a text is looked at.
  package static let head = 1 << 15
  /// Rows that are compared with the first.
  private static let most = 30
  /// Fewer columns are believed only where the first row names them as tables of reports do.
  private static let plainly = 4
  /// A name of a column is no longer, in bytes.
  private static let longestName = 60

  /// The table that a text begins; `nil` if it is none.
  ///
  /// - Parameter bytes: The first bytes of the text, in UTF-8.
  package init?(_ bytes: ArraySlice<UInt8>) {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    let head = bytes.prefix(Self.head)
    guard let line = head.split(separator: 0x0A, maxSplits: 1).first else { return nil }
    // Most texts are told from tables by their first line.
    let separators = [UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|")]
    let likely = separators.filter { separator in line.contains(separator) }
    for separator in likely {
      guard let table = Self.table(head, separator, isWhole: bytes.count <= Self.head) else {
        continue
      }
      self = table
      return
    }
    return nil
  }

  private init(separator: UInt8, header: [String], isNamed: Bool) {
    self.separator = separator
    self.header = header
    self.isNamed = isNamed
  }

  private static func table(
    _ head: ArraySlice<UInt8>, _ separator: UInt8, isWhole: Bool
  ) -> TableText? {
    var rows: [[ArraySlice<UInt8>]] = []
    var rest = head
    while rows.count < most, !rest.isEmpty {
      guard let row = TableRow(rest, separator, isEnd: isWhole) else { break }
      rest = rest.dropFirst(row.length)
      if !row.isBlank { rows.append(row.cells) }
    }
    guard rows.count >= 2, let first = rows.first, first.count >= 2 else { return nil }
    let alike = rows.dropFirst().count { $0.count == first.count }
    guard alike * 10 >= (rows.count - 1) * 9 else { return nil }
    let header = first.map { TableRow.text($0) }
    let isNamed = header.allSatisfy(isName) && Set(header).count == header.count
    let known = header.count { names.contains($0.lowercased()) }
    // Behind the commas of prose stand blanks.
    let isProse = separator != UInt8(ascii: "\t") && first.contains { $0.first == 0x20 }
    if isNamed, first.count >= plainly && !isProse || known >= 2 {
      return TableText(separator: separator, header: header, isNamed: true)
    }
    // Without names: so many tabs in each line, as GDELT's events have them, stand in no text.
    guard separator == UInt8(ascii: "\t"), first.count >= 2 * plainly else { return nil }
    return TableText(separator: separator, header: header, isNamed: false)
  }

  /// Whether a cell may be the name of a column: short, no sentence, no number.
  private static func isName(_ cell: String) -> Bool {
    guard let first = cell.unicodeScalars.first, let last = cell.last,
      cell.utf8.count <= longestName,
      !".!?:,".contains(last)
    else { return false }
    return (first.properties.isAlphabetic || first == "_" || first == "#" || first == "@")
      && cell.split(separator: " ").count <= 5
  }

  /// What columns of tables of reports are called.
  private static let names: Set<String> = [
    "text", "body", "content", "article", "notes", "note", "description", "summary", "title",
    "headline", "date", "event_date", "published", "publish_date", "pubdate", "created_at", "time",
    "timestamp", "url", "link", "source", "outlet", "publisher", "author", "id", "event_id",
    "country", "location", "language", "lang", "fatalities", "tweet", "message", "full_text",
  ]

  /// What a person is told who gives a table where a report was asked for.
  package var advice: String {
    let named =
      isNamed
      ? " (\(header.prefix(12).joined(separator: ", "))\(header.count > 12 ? ", …" : ""))" : ""
    let text = isNamed ? Self.likely(header, Self.textNames) ?? "NAME" : "NUMBER"
    let date = isNamed ? Self.likely(header, Self.dateNames) : nil
    let flags = "--column \(text)" + (date.map { " --date-column \($0)" } ?? "")
    return
      "a table of \(header.count) columns\(named), no report; if one of them holds reports, name it: \(flags)"
  }

  private static let textNames = [
    "text", "body", "content", "full_text", "maintext", "notes", "article", "message", "tweet",
    "description", "summary",
  ]
  private static let dateNames = [
    "event_date", "date", "published", "publish_date", "date_publish", "published_at", "pubdate",
    "created_at", "timestamp",
  ]

  private static func likely(_ header: [String], _ names: [String]) -> String? {
    for name in names {
      if let found = header.first(where: { $0.lowercased() == name }) {
        return found.contains(" ") ? "\"\(found)\"" : found
      }
    }
    return nil
  }
}

/// One row of a table (RFC 4180): cells in quotation marks may hold separators and line ends.
package struct TableRow: Sendable {
  /// The cells as they are written, with their quotation marks.
  package private(set) var cells: [ArraySlice<UInt8>] = []
  /// How many bytes it takes with the line end behind it.
  package private(set) var length = 0

  /// The row that bytes begin with; `nil` if it does not end in them and they are not the last.
  package init?(_ bytes: ArraySlice<UInt8>, _ separator: UInt8, isEnd: Bool) {
    var index = bytes.startIndex
    var start = index
    let quote = UInt8(ascii: "\"")
    while index < bytes.endIndex {
      let byte = bytes[index]
      // In tab-separated files quotation marks are marks like others.
      if byte == quote, index == start, separator != UInt8(ascii: "\t") {
        index += 1
        while index < bytes.endIndex {
          if bytes[index] == quote {
            guard index + 1 < bytes.endIndex, bytes[index + 1] == quote else { break }
            index += 1
          }
          index += 1
        }
        guard index < bytes.endIndex else { break }
        index += 1
      } else if byte == separator {
        cells.append(bytes[start..<index])
        index += 1
        start = index
      } else if byte == 0x0A || byte == 0x0D {
        let end = index
        index += 1
        if byte == 0x0D, index < bytes.endIndex, bytes[index] == 0x0A { index += 1 }
        cells.append(bytes[start..<end])
        length = index - bytes.startIndex
        return
      } else {
        index += 1
      }
    }
    guard isEnd, !bytes.isEmpty else { return nil }
    cells.append(bytes[start..<min(index, bytes.endIndex)])
    length = bytes.count
  }

  /// Whether it is an empty line.
  package var isBlank: Bool { cells.count == 1 && cells[0].allSatisfy { $0 <= 0x20 } }

  /// What a cell says: without the quotation marks around it.
  package static func text(_ cell: ArraySlice<UInt8>) -> String {
    var cell = cell
    let quote = UInt8(ascii: "\"")
    guard cell.first == quote else {
      return Charset.decode(cell, declared: nil).text.collapsed
    }
    cell = cell.dropFirst()
    if let last = cell.lastIndex(of: quote) { cell = cell[..<last] }
    return Charset.decode(cell, declared: nil).text.replacing("\"\"", with: "\"")
  }
}
