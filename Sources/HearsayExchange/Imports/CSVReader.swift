/// A table as RFC 4180 has it, or with tabs, row by row with the line that each began on.
struct CSVReader {
  /// What is no table.
  struct Flaw: Error, Hashable {
    let line: Int
    let column: Int
    let words: String
  }

  /// A row with the line of the file that it began on.
  struct Row: Hashable {
    let line: Int
    let cells: [String]
  }

  private let bytes: [UInt8]
  private let separator: UInt8
  private let isQuoted: Bool
  private var at: Int
  private var line = 1

  /// `separator` is a comma, with which cells may be quoted, or a tab, with which they are not.
  init(_ bytes: [UInt8], separator: Character) {
    self.bytes = bytes
    self.separator = separator.asciiValue ?? 0x2C
    isQuoted = separator != "\t"
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next row; `nil` at the end.
  ///
  /// Empty lines are passed over.
  mutating func next() throws(Flaw) -> Row? {
    while at < bytes.count, bytes[at] == 0x0A || bytes[at] == 0x0D {
      if bytes[at] == 0x0A { line += 1 }
      at += 1
    }
    guard at < bytes.count else { return nil }
    let start = line
    var cells: [String] = []
    while true {
      cells.append(try cell(number: cells.count + 1))
      guard at < bytes.count else { break }
      let byte = bytes[at]
      at += 1
      if byte == separator { continue }
      if byte == 0x0D, at < bytes.count, bytes[at] == 0x0A { at += 1 }
      line += 1
      break
    }
    return Row(line: start, cells: cells)
  }

  private mutating func cell(number: Int) throws(Flaw) -> String {
    guard isQuoted, at < bytes.count, bytes[at] == 0x22 else {
      let start = at
      while at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A, bytes[at] != 0x0D {
        at += 1
      }
      return try text(bytes[start..<at], number)
    }
    let opened = line
    at += 1
    var cell: [UInt8] = []
    while true {
      guard at < bytes.count else {
        throw Flaw(line: opened, column: number, words: "a quotation mark that is never closed")
      }
      let byte = bytes[at]
      at += 1
      if byte == 0x22 {
        guard at < bytes.count, bytes[at] == 0x22 else { break }
        at += 1
      } else if byte == 0x0A {
        line += 1
      }
      cell.append(byte)
    }
    guard at == bytes.count || bytes[at] == separator || bytes[at] == 0x0A || bytes[at] == 0x0D
    else {
      throw Flaw(line: line, column: number, words: "something follows the closing quotation mark")
    }
    return try text(cell[...], number)
  }

  private func text(_ bytes: ArraySlice<UInt8>, _ number: Int) throws(Flaw) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Flaw(line: line, column: number, words: "not UTF-8")
    }
    return text
  }
}
