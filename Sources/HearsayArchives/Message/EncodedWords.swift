import HearsayText

/// Words of mail headers in any charset (RFC 2047).
enum EncodedWords {
  /// The text of a header's value.
  static func decode(_ value: ArraySlice<UInt8>) -> String {
    var out = ""
    var plain: [UInt8] = []
    var index = value.startIndex
    var followsWord = false
    while index < value.endIndex {
      if let word = word(at: index, in: value) {
        // White space between two encoded words is no part of the text.
        if !(followsWord && plain[...].trimmed.isEmpty) { out += text(plain) }
        plain = []
        out += word.text
        index = word.end
        followsWord = true
      } else {
        plain.append(value[index])
        index += 1
      }
    }
    return (out + text(plain)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private struct Word {
    let text: String
    let end: Int
  }

  /// "=?charset?B?…?=" or "=?charset?Q?…?=".
  private static func word(at start: Int, in value: ArraySlice<UInt8>) -> Word? {
    guard value[start...].starts(with: [0x3D, 0x3F]) else { return nil }
    // RFC 2047 allows 75 bytes; some senders write whole subjects in one word.
    let window = value[(start + 2)...].prefix(1 << 12)
    let parts = window.split(separator: 0x3F, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].count == 1, !parts[0].isEmpty,
      let end = ByteSearch.first([0x3F, 0x3D], in: parts[2])
    else { return nil }
    let coded = parts[2][..<end]
    let bytes: [UInt8]
    switch parts[1].first {
    case 0x42, 0x62: bytes = TransferCoding.base64(coded)
    case 0x51, 0x71: bytes = TransferCoding.quotedPrintable(coded, isHeader: true)
    default: return nil
    }
    // RFC 2231 puts a language behind the charset.
    let charset = parts[0].prefix { $0 != 0x2A }.text
    return Word(text: Charset.decode(bytes[...], declared: charset).text, end: end + 2)
  }

  private static func text(_ bytes: [UInt8]) -> String {
    Charset.decode(bytes[...], declared: nil).text
  }
}
