/// Reads JSON as pages carry it: with line breaks in strings, commas too many, comments around it, and the end missing.
///
/// What cannot be read ends the reading; all that came before is kept.
struct LooseJSON {
  private let bytes: [UInt8]
  private var index = 0
  /// Values that are still read; what has more is no description of an article.
  private var budget = 200_000

  /// Values nested deeper than this end the reading.
  private static let deepest = 60

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The values of a text in order: usually one.
  static func values(_ text: String) -> [JSONValue] {
    var reader = LooseJSON(Array(text.utf8))
    var values: [JSONValue] = []
    // Comments, CDATA marks and assignments may stand around the object.
    while reader.skip(until: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }) {
      let start = reader.index
      if let value = reader.value(depth: 0) {
        // "[CDATA[" begins like a list.
        switch value {
        case .array(let items) where items.isEmpty: reader.index = max(reader.index, start + 1)
        default: values.append(value)
        }
      }
      if reader.index <= start { reader.index = start + 1 }
      if values.count >= 20 { break }
    }
    return values
  }

  private mutating func skip(until isWanted: (UInt8) -> Bool) -> Bool {
    while index < bytes.count {
      if isWanted(bytes[index]) { return true }
      index += 1
    }
    return false
  }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: ",") {
      index += 1
    }
  }

  private mutating func value(depth: Int) -> JSONValue? {
    budget -= 1
    skipSpace()
    guard index < bytes.count, depth < Self.deepest, budget > 0 else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""): return .string(string())
    default: return literal()
    }
  }

  private mutating func object(_ depth: Int) -> JSONValue? {
    index += 1
    var members: [String: JSONValue] = [:]
    while true {
      skipSpace()
      guard index < bytes.count else { break }
      if bytes[index] == UInt8(ascii: "}") {
        index += 1
        break
      }
      guard bytes[index] == UInt8(ascii: "\"") else { break }
      let key = string()
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { break }
      index += 1
      guard let value = value(depth: depth + 1) else { break }
      if members[key] == nil { members[key] = value }
    }
    return .object(members)
  }

  private mutating func array(_ depth: Int) -> JSONValue? {
    index += 1
    var values: [JSONValue] = []
    while true {
      skipSpace()
      guard index < bytes.count else { break }
      if bytes[index] == UInt8(ascii: "]") {
        index += 1
        break
      }
      guard let value = value(depth: depth + 1) else { break }
      values.append(value)
    }
    return .array(values)
  }

  /// A string from its opening quotation mark on.
  ///
  /// A quotation mark inside that was not escaped is told from the closing one by what follows.
  private mutating func string() -> String {
    index += 1
    var result: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\""), closesString(index) {
        index += 1
        break
      }
      guard byte == UInt8(ascii: "\\"), index + 1 < bytes.count else {
        result.append(byte)
        index += 1
        continue
      }
      let escaped = bytes[index + 1]
      index += 2
      switch escaped {
      case UInt8(ascii: "n"), UInt8(ascii: "r"): result.append(0x0A)
      case UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"): result.append(0x20)
      case UInt8(ascii: "u"): result += Array(String(unicode()).utf8)
      default: result.append(escaped)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func closesString(_ quote: Int) -> Bool {
    var after = quote + 1
    while after < bytes.count, bytes[after] <= 0x20 { after += 1 }
    guard after < bytes.count else { return true }
    return [UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: "]")].contains(
      bytes[after])
  }

  /// The character of `\uXXXX`, whose digits stand at the index; of two surrogates the one they make.
  private mutating func unicode() -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    guard let first = hexadecimal() else { return replacement }
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800..<0xDC00).contains(first), index + 1 < bytes.count,
      bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
    else { return replacement }
    index += 2
    guard let second = hexadecimal(), (0xDC00..<0xE000).contains(second) else { return replacement }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? replacement
  }

  private mutating func hexadecimal() -> UInt32? {
    guard index + 4 <= bytes.count,
      let value = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    else { return nil }
    index += 4
    return value
  }

  private mutating func literal() -> JSONValue? {
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      let isPart =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
      guard isPart else { break }
      index += 1
    }
    guard index > start else { return nil }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default: return Double(word).map { .number($0) } ?? .string(word)
    }
  }
}
