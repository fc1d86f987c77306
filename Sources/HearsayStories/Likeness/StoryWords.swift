/// The words of a text, cut and stemmed as the background counts them.
///
/// Bytes, not characters: a ledger of a million reports is cut some hundred million times. `Training/stories/background.py`
/// does the same; change both together.
package enum StoryWords {
  /// One word of a text.
  struct Word {
    /// Its stem, in lower case.
    let stem: String
    /// Whether it is written with a capital where no sentence begins.
    let isName: Bool
  }

  /// Cuts words: runs of letters and digits, with what follows an apostrophe cut off ("Kelmar's" is "kelmar").
  ///
  /// Bytes above 0x7F count as letters but for the punctuation of U+2000 to U+206F and U+00A0 to U+00BF.
  static func words(_ text: String) -> [Word] {
    var words: [Word] = []
    var isStart = true
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let length = letter(at: index, bytes)
      guard length > 0 else {
        let byte = bytes[index]
        if byte == 0x0a || byte == 0x2e || byte == 0x21 || byte == 0x3f { isStart = true }
        index += other(at: index, bytes)
        continue
      }
      let start = index
      while index < bytes.count {
        let length = letter(at: index, bytes)
        guard length > 0 else { break }
        index += length
      }
      let word = String(decoding: bytes[start..<index], as: UTF8.self)
      if let after = apostrophe(at: index, bytes), letter(at: after, bytes) > 0 {
        index = after
        while index < bytes.count, letter(at: index, bytes) > 0 {
          index += letter(at: index, bytes)
        }
      }
      if word.utf8.count > 1 {
        let isCapital = word.first?.isUppercase ?? false
        words.append(Word(stem: stem(word.lowercased()), isName: isCapital && !isStart))
      }
      isStart = false
    }
    return words
  }

  /// A lower-case word without its ending.
  package static func stem(_ word: String) -> String {
    var letters = Array(word.utf8)
    for ending in endings
    where letters.count - ending.count >= 3 && letters.suffix(ending.count).elementsEqual(ending) {
      letters.removeLast(ending.count)
      break
    }
    if letters.count > 3, let last = letters.last, last < 0x80,
      last == letters[letters.count - 2], !doubled.contains(last)
    {
      letters.removeLast()
    }
    if letters.count > 3, letters.last == UInt8(ascii: "e") { letters.removeLast() }
    return String(decoding: letters, as: UTF8.self)
  }

  private static let endings = Stems.endings.map { Array($0.utf8) }

  /// Letters that stand twice at the end of whole words: "fall", "pass", "buzz".
  private static let doubled = Set("lsz".utf8)

  /// How many bytes the letter or digit at an index takes; 0 if none stands there.
  private static func letter(at index: Int, _ bytes: [UInt8]) -> Int {
    guard index < bytes.count else { return 0 }
    switch bytes[index] {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: return 1
    case 0xc3...0xdf: return index + 1 < bytes.count ? 2 : 1
    case 0xe2
    where index + 1 < bytes.count && (bytes[index + 1] == 0x80 || bytes[index + 1] == 0x81):
      return 0
    case 0xe0...0xef: return index + 2 < bytes.count ? 3 : 1
    default: return 0
    }
  }

  /// How many bytes what is no letter takes.
  private static func other(at index: Int, _ bytes: [UInt8]) -> Int {
    var next = index + 1
    while next < bytes.count, bytes[next] & 0xc0 == 0x80 { next += 1 }
    return next - index
  }

  /// The index after an apostrophe; `nil` if none stands there.
  private static func apostrophe(at index: Int, _ bytes: [UInt8]) -> Int? {
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "'") { return index + 1 }
    let isCurled =
      index + 2 < bytes.count && bytes[index] == 0xe2 && bytes[index + 1] == 0x80
      && bytes[index + 2] == 0x99
    return isCurled ? index + 3 : nil
  }
}
