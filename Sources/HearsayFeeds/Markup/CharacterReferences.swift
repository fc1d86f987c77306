private import CXML

/// Replaces `&amp;`, `&#8217;` and `&rsquo;` by the characters they stand for.
///
/// The names are those of HTML 4, which feeds use whether or not they are declared; libxml2 knows them.
enum CharacterReferences {
  /// The text with its references replaced; what is none stays as it is.
  static func resolved(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let mark = rest.firstIndex(of: "&") {
      result.append(contentsOf: rest[..<mark])
      rest = rest[mark...]
      // The longest name has 8 letters, a number 7 digits at most.
      let body = rest.dropFirst().prefix(12)
      if let end = body.firstIndex(of: ";"), let scalar = scalar(body[..<end]) {
        result.append(scalar)
        rest = rest[rest.index(after: end)...]
      } else {
        result.append("&")
        rest = rest.dropFirst()
      }
    }
    result.append(contentsOf: rest)
    return String(result)
  }

  private static func scalar(_ name: Substring.UnicodeScalarView) -> Unicode.Scalar? {
    guard name.first == "#" else { return named(String(name)) }
    let digits = name.dropFirst()
    let number =
      digits.first == "x" || digits.first == "X"
      ? UInt32(Substring(digits.dropFirst()), radix: 16) : UInt32(Substring(digits))
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
