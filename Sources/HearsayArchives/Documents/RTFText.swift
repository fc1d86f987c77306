import HearsayText

/// The text of a document in Rich Text Format (Microsoft, version 1.9.1).
enum RTFText {
  static func document(_ bytes: [UInt8]) -> DocumentText {
    var reader = RTFReader(bytes[...])
    reader.run()
    return reader.document
  }
}

/// Goes through RTF word by word.
private struct RTFReader {
  /// Groups that hold nothing a reader sees in the text.
  private static let unseen: Set<String> = [
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "header", "headerl", "headerr", "headerf",
    "footer", "footerl", "footerr", "footerf", "footnote", "object", "themedata",
    "colorschememapping", "datastore", "latentstyles", "listtable", "listoverridetable", "rsidtbl",
    "generator", "fldinst", "annotation", "xe", "tc", "bkmkstart", "bkmkend", "deleted",
    "mmathPr", "xmlnstbl", "template", "comment", "pgptbl", "revtbl", "filetbl", "do",
  ]
  /// Characters that words stand for.
  private static let characters: [String: String] = [
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "tab": " ", "line": "\n",
  ]
  /// What fonts' charsets are called (`\fcharset`).
  private static let charsets: [Int: String] = [
    0: "windows-1252", 128: "shift_jis", 129: "euc-kr", 134: "gbk", 136: "big5",
    161: "windows-1253", 162: "windows-1254", 163: "windows-1258", 177: "windows-1255",
    178: "windows-1256", 186: "windows-1257", 204: "windows-1251", 222: "windows-874",
    238: "windows-1250",
  ]
  /// Deeper groups are none that a program writes.
  private static let deepest = 500

  private struct Group {
    var isUnseen = false
    /// Characters that stand in for one of Unicode behind it.
    var fallbacks = 1
    var font = 0
  }

  private(set) var document = DocumentText()
  private var rest: ArraySlice<UInt8>
  private var group = Group()
  private var groups: [Group] = []
  private var tooDeep = 0
  private var fonts: [Int: String] = [:]
  private var isInFonts = false
  private var charset = "windows-1252"
  /// Bytes of the charset at hand that are not decoded yet.
  private var pending: [UInt8] = []
  private var toSkip = 0
  private var surrogate: UInt32?
  private var isInTable = false
  private var isInCell = false

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  mutating func run() {
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "{"):
        flush()
        if groups.count < Self.deepest { groups.append(group) } else { tooDeep += 1 }
      case UInt8(ascii: "}"):
        flush()
        toSkip = 0
        if tooDeep > 0 { tooDeep -= 1 } else if let outer = groups.popLast() { group = outer }
        if groups.count < 2 { isInFonts = false }
      case UInt8(ascii: "\\"): control()
      case 0x0A, 0x0D, 0: break
      default: put(byte)
      }
    }
    flush()
    if isInTable { endTable() }
    document.endParagraph()
  }

  private mutating func control() {
    guard let first = rest.first else { return }
    guard isLetter(first) else {
      rest = rest.dropFirst()
      symbol(first)
      return
    }
    let word = rest.prefix(32).prefix { isLetter($0) }.text
    rest = rest.dropFirst(word.utf8.count)
    let digits = rest.prefix(12).prefix { ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: "-") }
    rest = rest.dropFirst(digits.count)
    if rest.first == 0x20 { rest = rest.dropFirst() }
    take(word, Int(digits.text))
  }

  private mutating func symbol(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "'"):
      if let value = UInt8(rest.prefix(2).text, radix: 16) {
        rest = rest.dropFirst(2)
        put(value)
      }
    case UInt8(ascii: "*"): group.isUnseen = true
    case UInt8(ascii: "~"): add(" ")
    case UInt8(ascii: "_"): add("-")
    case 0x0A, 0x0D: endParagraph()
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): put(byte)
    default: break
    }
  }

  private mutating func take(_ word: String, _ number: Int?) {
    if Self.unseen.contains(word) {
      group.isUnseen = true
      isInFonts = word == "fonttbl"
    }
    switch word {
    case "par", "sect", "page": endParagraph()
    case "pard":
      flush()
      if isInTable, !isInCell { endTable() }
    case "trowd": beginRow()
    case "intbl": break
    case "cell": endCell()
    case "row": endRow()
    case "u": unicode(number ?? 0)
    case "uc": group.fallbacks = min(max(number ?? 1, 0), 16)
    case "ansicpg": if let number { charset = number == 65001 ? "utf-8" : "windows-\(number)" }
    case "mac": charset = "macintosh"
    case "f":
      flush()
      group.font = number ?? 0
    case "fcharset": if isInFonts, let number { fonts[group.font] = Self.charsets[number] }
    case "v": group.isUnseen = group.isUnseen || number != 0
    case "bin": rest = rest.dropFirst(max(0, number ?? 0))
    case "fldrslt": group.isUnseen = false
    default: if let text = Self.characters[word] { add(text) }
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  // MARK: - Characters

  private mutating func put(_ byte: UInt8) {
    if toSkip > 0 { toSkip -= 1 } else if !group.isUnseen { pending.append(byte) }
  }

  private mutating func add(_ text: String) {
    flush()
    if toSkip > 0 { toSkip -= 1 } else if !group.isUnseen { document.add(text) }
  }

  /// `\u` has a signed number of 16 bits; of two surrogates the character that they make.
  private mutating func unicode(_ number: Int) {
    flush()
    let unit = UInt32(truncatingIfNeeded: number & 0xFFFF)
    if let high = surrogate, (0xDC00..<0xE000).contains(unit) {
      surrogate = nil
      let value = 0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00)
      if let scalar = Unicode.Scalar(value) { add(String(Character(scalar))) }
    } else if (0xD800..<0xDC00).contains(unit) {
      surrogate = unit
    } else if let scalar = Unicode.Scalar(unit) {
      add(String(Character(scalar)))
    }
    toSkip = group.fallbacks
  }

  /// Decodes the bytes that wait: characters of several bytes come one byte after the other.
  private mutating func flush() {
    guard !pending.isEmpty else { return }
    let name = fonts[group.font] ?? charset
    document.add(Charset.decode(pending[...], declared: name).text)
    pending = []
  }

  // MARK: - Paragraphs and tables

  private mutating func endParagraph() {
    flush()
    if !group.isUnseen { document.endParagraph() }
  }

  private mutating func beginRow() {
    flush()
    if !isInTable {
      document.endParagraph()
      document.beginTable()
    }
    isInTable = true
    if !isInCell { document.beginCell() }
    isInCell = true
  }

  private mutating func endCell() {
    flush()
    guard isInTable else {
      document.endParagraph()
      return
    }
    document.endCell()
    document.beginCell()
    isInCell = true
  }

  private mutating func endRow() {
    flush()
    guard isInTable else { return }
    // The cell that was begun behind the last one is none.
    document.endCell()
    isInCell = false
    document.endRow()
  }

  private mutating func endTable() {
    if isInCell { document.endCell() }
    document.endTable()
    isInTable = false
    isInCell = false
  }
}
