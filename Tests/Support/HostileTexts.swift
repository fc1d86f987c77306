/// Texts as nobody writes them and everybody may send them: the same number always gives the same text.
package enum HostileTexts {
  /// A text of at most some 8 KB.
  package static func text(_ number: Int) -> String {
    var random = Chance(seed: number)
    var text = ""
    for _ in 0..<Int.random(in: 2...8, using: &random) {
      text += piece(&random)
      text += [" ", " ", " ", "", "\n", "\n\n", ". ", ", "].randomElement(using: &random) ?? " "
      if text.utf8.count > 3_000 { break }
    }
    return text
  }

  /// Words between which the rest stands, so that there are sentences to take apart.
  private static let plain = [
    "The mayor of Halden said on Monday that nine people were killed when a bridge fell.",
    "“We will rebuild it,” Ida Brandt said, denying that", "according to the ministry, which",
    "Rebels attacked", "killed", "said", "on 3 March 2031", "and", "he told reporters that the",
  ]

  private static let marks = Array("=_.-*/\\#~+|<>()[]{}“”\"'’‘«»,;:!?&%$@^`…–—·•")
  private static let letters = Array(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
  private static let scripts: [ClosedRange<UInt32>] = [
    0x00C0...0x024F, 0x0370...0x03FF, 0x0400...0x04FF, 0x0590...0x05F4, 0x0600...0x06FF,
    0x0900...0x097F, 0x0E01...0x0E3A, 0x1100...0x11FF, 0x1E00...0x1EFF, 0x3041...0x30FF,
    0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFB00...0xFB06, 0xFDFA...0xFDFB, 0x1D400...0x1D7FF,
    0x1F300...0x1FAFF, 0x20000...0x2A6DF, 0xE000...0xE0FF, 0xE0020...0xE007F,
  ]
  private static let unseen: [UInt32] = [
    0x00, 0x01, 0x08, 0x0B, 0x0C, 0x1B, 0x7F, 0x85, 0xA0, 0xAD, 0x200B, 0x200C, 0x200D, 0x200E,
    0x2028,
    0x2029, 0x202E, 0x2060, 0x2066, 0x2069, 0xFE0F, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF, 0x10FFFF,
    0x1F3FB,
  ]

  private static func piece(_ random: inout Chance) -> String {
    func count(_ most: Int) -> Int { Int.random(in: 1...most, using: &random) }
    func any<Element>(_ of: [Element]) -> Element { of[Int.random(in: of.indices, using: &random)] }
    func scalar(_ value: UInt32) -> String { Unicode.Scalar(value).map { String($0) } ?? "" }
    switch Int.random(in: 0..<18, using: &random) {
    case 0: return String(repeating: any(marks), count: count(2_000))
    case 1: return (0..<count(800)).map { _ in String(any(marks)) }.joined()
    case 2:
      let parts = (0..<count(80)).map { _ in "\(any(letters))\(count(999))=%\(count(99))" }
      return "https://search.example/find?q=" + parts.joined(separator: "&")
    case 3: return String((0..<count(3_000)).map { _ in any(letters) })
    case 4:
      let script = any(scripts)
      return (0..<count(400)).map { _ in scalar(UInt32.random(in: script, using: &random)) }
        .joined()
    case 5: return (0..<count(300)).map { _ in scalar(any(unseen)) }.joined()
    case 6:
      let marks = (0..<count(600)).map { _ in
        scalar(UInt32.random(in: 0x300...0x36F, using: &random))
      }
      return "a" + marks.joined()
    case 7:
      return any(["(", "[", "“", "‘", "\"", "«", "{", "<", "(“", "\"'"])
        + String(repeating: any(["(", "“", "\"", "[[", "‘ "]), count: count(500))
    case 8:
      return (0..<count(300)).map { _ in "\(count(99))" }.joined(
        separator: any([",", ".", "/", "-", " ", ":", " and "]))
    case 9:
      return String(repeating: any(["9", "0", "1,", "1.", "$1 ", "5% "]), count: count(1_000))
    case 10:
      return String(
        repeating: any(["\n", "\n\n", " \n", "a\n\n", "\t", "\r\n", ".\n", "— \n"]),
        count: count(400))
    case 11:
      return (0..<count(300)).map { _ in "\(any(letters))\(any(letters))".capitalizedFirst }.joined(
        separator: " ")
    case 12:
      return String(
        repeating: any(["May ", "Monday ", "last ", "week ", "3 March ", "yesterday, "]),
        count: count(200))
    case 13:
      return String(
        repeating: any([
          "killed ", "said ", "that ", "not ", "denied that he ", "attack ", "of the ", "who ",
        ]), count: count(300))
    case 14:
      return String(
        repeating: any(["👩‍👩‍👧‍👦", "🇦🇦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👍🏽", "é", "ﷺ", "ｆｕｌｌ", "ß", "İ", "ﬃ"]), count: count(200))
    case 15:
      return String(
        repeating: any(["<p>", "&lt;", "&amp;", "<!--", "]]>", "&#0;", "</"]), count: count(300))
    case 16:
      return String(
        repeating: any(["U.S.", "Mr. ", "e.g. ", "a.b.", "St. ", "No. 1 "]), count: count(300))
    default: return (0..<count(6)).map { _ in any(plain) }.joined(separator: " ")
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every machine.
package struct Chance: RandomNumberGenerator {
  private var state: UInt64

  /// The same seed always gives the same numbers.
  package init(seed: Int) {
    state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
