/// Any JSON value, with the names of members as reports are looked for by them.
enum JSONNode: Hashable, Sendable {
  case string(String)
  /// As it is written: the numbers of posts have more digits than a floating-point number keeps.
  case number(String)
  case bool(Bool)
  case null
  case array([JSONNode])
  /// By names as ``JSONNode/plain(_:)`` has them; of names that are the same then, the first counts.
  case object([String: JSONNode])

  /// A name without regard to case, `_`, `-` and blanks; one that begins with `_` or `@` is another than without that.
  static func plain(_ name: some StringProtocol) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "_"): if out.isEmpty { out.append(byte) }
      case UInt8(ascii: "-"), UInt8(ascii: " "): continue
      case 0x41...0x5A: out.append(byte | 0x20)
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The value of a member; `nil` for what is no object, has no such member, or has nothing in it.
  subscript(_ name: String) -> JSONNode? {
    guard case .object(let members) = self, let value = members[name], value != .null else {
      return nil
    }
    return value
  }

  /// The values at a path of names with full stops between them; lists on the way are gone through.
  func values(_ path: Substring) -> [JSONNode] {
    if case .array(let items) = self { return items.flatMap { $0.values(path) } }
    guard let dot = path.firstIndex(of: ".") else { return self[String(path)].map { [$0] } ?? [] }
    return self[String(path[..<dot])]?.values(path[path.index(after: dot)...]) ?? []
  }

  /// The characters of a string or number.
  var words: String? {
    switch self {
    case .string(let text): text
    case .number(let digits): digits
    default: nil
    }
  }
}

/// Reads JSON as RFC 8259 has it, and nothing else.
struct JSONParser {
  /// Values nested deeper are none that people hold.
  private static let deepest = 100

  private let bytes: ArraySlice<UInt8>
  private var index: Int

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// The value of the whole bytes; `nil` if they are no JSON.
  static func value(_ bytes: ArraySlice<UInt8>) -> JSONNode? {
    var parser = JSONParser(bytes)
    guard let value = parser.value(depth: 0) else { return nil }
    parser.skipSpace()
    return parser.index == bytes.endIndex ? value : nil
  }

  private mutating func skipSpace() {
    while index < bytes.endIndex {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard index < bytes.endIndex, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func value(depth: Int) -> JSONNode? {
    skipSpace()
    guard index < bytes.endIndex, depth < Self.deepest else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    default: return literal()
    }
  }

  private mutating func object(_ depth: Int) -> JSONNode? {
    index += 1
    var members: [String: JSONNode] = [:]
    if take(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipSpace()
      guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "\""), let name = string(),
        take(UInt8(ascii: ":")), let value = value(depth: depth + 1)
      else { return nil }
      let plain = JSONNode.plain(name)
      if members[plain] == nil { members[plain] = value }
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}")) ? .object(members) : nil
  }

  private mutating func array(_ depth: Int) -> JSONNode? {
    index += 1
    var items: [JSONNode] = []
    if take(UInt8(ascii: "]")) { return .array(items) }
    repeat {
      guard let value = value(depth: depth + 1) else { return nil }
      items.append(value)
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]")) ? .array(items) : nil
  }

  /// A string from its opening quotation mark on.
  private mutating func string() -> String? {
    index += 1
    let start = index
    while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\""),
      bytes[index] != UInt8(ascii: "\\")
    {
      guard bytes[index] >= 0x20 else { return nil }
      index += 1
    }
    var text = Array(bytes[start..<index])
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): guard escape(into: &text) else { return nil }
      case ..<0x20: return nil
      default: text.append(byte)
      }
    }
    return nil
  }

  private mutating func escape(into text: inout [UInt8]) -> Bool {
    guard index < bytes.endIndex else { return false }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"):
      guard let first = hexadecimal() else { return false }
      text += Array(String(scalar(first)).utf8)
    default: return false
    }
    return true
  }

  /// The character of an escape; of two surrogates the one they make.
  private mutating func scalar(_ first: UInt32) -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    if let scalar = Unicode.Scalar(first) { return scalar }
    let here = index
    guard first < 0xDC00, bytes[index...].starts(with: Array("\\u".utf8)) else {
      return replacement
    }
    index += 2
    if let second = hexadecimal(), (0xDC00..<0xE000).contains(second) {
      return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? replacement
    }
    index = here
    return replacement
  }

  private mutating func hexadecimal() -> UInt32? {
    let digits = bytes[index...].prefix(4)
    guard digits.count == 4, let value = UInt32(digits.text, radix: 16) else { return nil }
    index += 4
    return value
  }

  private mutating func literal() -> JSONNode? {
    let word = bytes[index...].prefix { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        || [UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ".")].contains(byte)
    }
    index = word.endIndex
    switch word.text {
    case "true": return .bool(true)
    case "false": return .bool(false)
    // What programs write that do not know JSON well.
    case "null", "NaN": return .null
    case let text: return Double(text) == nil ? nil : .number(text)
    }
  }
}
