/// Goes through XML or HTML tag by tag and never fails: what cannot be a tag is text.
///
/// Document types are passed over with everything in them, so no entity can be declared and none grows. Positions are
/// bytes of UTF-8.
struct MarkupScanner {
  /// What comes next.
  enum Token {
    /// A tag that opens an element, or is all of it.
    case open(Tag)
    /// A tag that closes an element.
    case close(name: String, start: Int)
    /// Characters with references in them.
    case text(Range<Int>)
    /// Characters to be taken as they are.
    case verbatim(Range<Int>)
  }

  /// A tag that opens an element.
  struct Tag {
    /// Its name as written, in lower case.
    let name: String
    /// Names in lower case, references in values replaced.
    let attributes: [Attribute]
    /// Whether the tag is the whole element.
    let isWhole: Bool
  }

  struct Attribute: Hashable {
    let name: String
    let value: String
  }

  private let bytes: [UInt8]
  /// Where it stands.
  private(set) var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next token; `nil` at the end.
  mutating func next() -> Token? {
    while position < bytes.count {
      let start = position
      guard bytes[start] == UInt8(ascii: "<"), start + 1 < bytes.count else {
        return .text(textToNextTag(from: start))
      }
      switch bytes[start + 1] {
      case UInt8(ascii: "/"):
        guard start + 2 < bytes.count, Self.beginsName(bytes[start + 2]) else {
          return .text(textToNextTag(from: start))
        }
        position = start + 2
        let name = name()
        skip(past: ">")
        return .close(name: name, start: start)
      case UInt8(ascii: "!"):
        if has("<![CDATA[", at: start) {
          let content = (start + 9)..<(find("]]>", from: start + 9) ?? bytes.count)
          position = min(content.upperBound + 3, bytes.count)
          return .verbatim(content)
        }
        skipDeclaration(start)
      case UInt8(ascii: "?"):
        skip(past: ">")
      case let byte where Self.beginsName(byte):
        position = start + 1
        return .open(tag())
      default:
        return .text(textToNextTag(from: start))
      }
    }
    return nil
  }

  /// Characters up to the next `<` that may begin a tag, after the one they begin with.
  private mutating func textToNextTag(from start: Int) -> Range<Int> {
    position = start + 1
    while let mark = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = mark
      guard mark + 1 < bytes.count else { break }
      let next = bytes[mark + 1]
      if Self.beginsName(next) || "/!?".utf8.contains(next) { return start..<mark }
      position += 1
    }
    position = bytes.count
    return start..<bytes.count
  }

  private mutating func skipDeclaration(_ start: Int) {
    if has("<!--", at: start) {
      position = find("-->", from: start + 4).map { $0 + 3 } ?? bytes.count
      return
    }
    // A document type may hold declarations in brackets, each with its own `>`.
    var index = start + 2
    var isInBrackets = false
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "["): isInBrackets = true
      case UInt8(ascii: "]"): isInBrackets = false
      case UInt8(ascii: ">") where !isInBrackets:
        position = index + 1
        return
      default: break
      }
      index += 1
    }
    // Brackets that never close: only the first tag is passed over.
    position = start
    skip(past: ">")
  }

  private mutating func tag() -> Tag {
    let name = name()
    var attributes: [Attribute] = []
    var isWhole = false
    scan: while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: ">"):
        position += 1
        break scan
      case UInt8(ascii: "<"):
        // The tag was never closed; the next one begins.
        break scan
      case UInt8(ascii: "/"):
        position += 1
        isWhole = position < bytes.count && bytes[position] == UInt8(ascii: ">")
      case let byte where Self.isBlank(byte) || byte == UInt8(ascii: "="):
        position += 1
      default:
        attributes.append(attribute())
      }
    }
    return Tag(name: name, attributes: attributes, isWhole: isWhole)
  }

  private mutating func attribute() -> Attribute {
    let start = position
    while position < bytes.count, !Self.endsAttributeName(bytes[position]) { position += 1 }
    // A quotation mark or the like where no name can be.
    if position == start { position += 1 }
    let name = lowercased(start..<position)
    skipBlanks()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
      return Attribute(name: name, value: "")
    }
    position += 1
    skipBlanks()
    guard position < bytes.count else { return Attribute(name: name, value: "") }
    let quote = bytes[position]
    let value: Range<Int>
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let first = position + 1
      let end = bytes[first...].firstIndex(of: quote) ?? bytes.count
      value = first..<end
      position = min(end + 1, bytes.count)
    } else {
      let first = position
      while position < bytes.count, !Self.isBlank(bytes[position]),
        bytes[position] != UInt8(ascii: ">")
      {
        position += 1
      }
      value = first..<position
    }
    return Attribute(name: name, value: CharacterReferences.resolved(bytes[value]))
  }

  private mutating func name() -> String {
    let start = position
    while position < bytes.count, !Self.endsName(bytes[position]) { position += 1 }
    return lowercased(start..<position)
  }

  private func lowercased(_ range: Range<Int>) -> String {
    String(
      decoding: bytes[range].lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 },
      as: UTF8.self)
  }

  private mutating func skipBlanks() {
    while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
  }

  private mutating func skip(past byte: Unicode.Scalar) {
    let wanted = UInt8(ascii: byte)
    position = bytes[position...].firstIndex(of: wanted).map { $0 + 1 } ?? bytes.count
  }

  private func has(_ text: StaticString, at start: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard start + count <= bytes.count else { return false }
    return bytes[start..<(start + count)].elementsEqual("\(text)".utf8)
  }

  private func find(_ text: String, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    var index = start
    while index + wanted.count <= bytes.count {
      if bytes[index] == wanted[0], bytes[index..<(index + wanted.count)].elementsEqual(wanted) {
        return index
      }
      index += 1
    }
    return nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func beginsName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
      || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "<")
  }

  private static func endsAttributeName(_ byte: UInt8) -> Bool {
    endsName(byte) || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "'")
  }
}
