private import CXML

/// Replaces `&amp;`, `&#8217;` and `&rsquo;` by the characters they stand for.
///
/// The names are those of HTML 4, which feeds use whether or not they are declared; libxml2 knows them.
enum CharacterReferences {
  /// The text with its references replaced; what is none stays as it is.
  static func resolved(_ text: String) -> String {
    text.utf8.contains(mark) ? resolved(Array(text.utf8)[...]) : text
  }

  /// The text of some bytes with its references replaced.
  static func resolved(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(mark) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var rest = bytes
    while let start = rest.firstIndex(of: mark) {
      result += rest[..<start]
      rest = rest[(start + 1)...]
      // The longest name has 8 letters, a number 7 digits at most.
      let body = rest.prefix(12)
      if let end = body.firstIndex(of: UInt8(ascii: ";")), let scalar = scalar(body[..<end]) {
        result += String(Character(scalar)).utf8
        rest = rest[(end + 1)...]
      } else {
        result.append(mark)
      }
    }
    return String(decoding: result + rest, as: UTF8.self)
  }

  private static let mark = UInt8(ascii: "&")

  private static func scalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let name = String(decoding: bytes, as: UTF8.self)
    guard name.hasPrefix("#") else { return named(name) }
    let digits = name.dropFirst()
    let number =
      digits.lowercased().hasPrefix("x")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let number, number > 0 else { return nil }
    // Numbers that Unicode gives to control characters are meant as windows-1252 has them.
    if (0x80...0x9F).contains(number) { return windows1252[Int(number - 0x80)] }
    return Unicode.Scalar(number)
  }

  private static func named(_ name: String) -> Unicode.Scalar? {
    // The one name that XML has and HTML 4 has not.
    if name == "apos" { return "'" }
    guard let entity = unsafe htmlEntityLookup(name) else { return nil }
    return unsafe Unicode.Scalar(entity.pointee.value)
  }

  /// The characters of windows-1252 from 0x80 to 0x9F (WHATWG Encoding Standard).
  private static let windows1252: [Unicode.Scalar] = [
    "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
    "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
  ]
}
