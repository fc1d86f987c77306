#if canImport(Glibc)
  import Glibc
#endif

/// Turns bytes into text: by a byte order mark, by what is declared, as UTF-8 if it is that, else by a guess.
package enum Charset {
  /// The text of some bytes, and the charset it was read in.
  ///
  /// - Parameters:
  ///   - bytes: The whole of a file or answer.
  ///   - declared: The charset that a header or the page itself names.
  /// - Returns: The text and the charset it was decoded from.
  package static func decode(
    _ bytes: ArraySlice<UInt8>, declared: @autoclosure () -> String?
  ) -> (text: String, charset: String) {
    let (utf8, charset) = utf8(bytes, declared: declared())
    return (String(decoding: utf8, as: UTF8.self), charset)
  }

  /// The same as valid UTF-8: the bytes themselves where they are that, which spares a large page two copies.
  static func utf8(
    _ bytes: ArraySlice<UInt8>, declared: @autoclosure () -> String?
  ) -> (utf8: ArraySlice<UInt8>, charset: String) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (repaired(bytes.dropFirst(3)), "utf-8") }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return (utf16(bytes.dropFirst(2), bigEndian: false), "utf-16le")
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return (utf16(bytes.dropFirst(2), bigEndian: true), "utf-16be")
    }
    if let bigEndian = looksLikeUTF16(bytes) {
      return (utf16(bytes, bigEndian: bigEndian), bigEndian ? "utf-16be" : "utf-16le")
    }
    // Declarations of Latin-1 are wrong more often than not; what is valid UTF-8 with such bytes is UTF-8.
    if isUTF8(bytes) { return (bytes, "utf-8") }
    if let declared = declared()?.lowercased(), !["utf-8", "utf8", "us-ascii"].contains(declared),
      let converted = convert(bytes, from: declared == "iso-8859-1" ? "windows-1252" : declared)
    {
      return (converted, declared)
    }
    // A file cut off inside a character, or damaged in places, is still UTF-8.
    if mostlyUTF8(bytes) { return (repaired(bytes), "utf-8") }
    let guessed = guess(bytes)
    return (convert(bytes, from: guessed) ?? repaired(bytes), guessed)
  }

  /// Whether bytes are no text at all: null bytes, or many control characters, in the first part.
  package static func isBinary(_ bytes: ArraySlice<UInt8>) -> Bool {
    let head = bytes.prefix(4096)
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
      || looksLikeUTF16(head) != nil
    {
      return false
    }
    let signatures: [[UInt8]] = [
      [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x47, 0x49, 0x46, 0x38],
      [0x25, 0x50, 0x44, 0x46],
      [0x50, 0x4B, 0x03, 0x04], [0x1F, 0x8B], [0x7F, 0x45, 0x4C, 0x46],
    ]
    if signatures.contains(where: { head.starts(with: $0) }) { return true }
    let controls = head.reduce(0) { $0 + ($1 < 9 || (14...26).contains($1) ? 1 : 0) }
    return head.contains(0) || controls * 20 > head.count
  }

  /// With a replacement character for what is no UTF-8.
  private static func repaired(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    isUTF8(bytes) ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)[...]
  }

  /// Whether bytes are UTF-8 as Unicode's table 3-7 has it.
  ///
  /// The standard library's own check takes five times as long, which for a page is much of reading it.
  private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    unsafe bytes.withUnsafeBytes { bytes in
      let count = bytes.count
      var index = 0
      while index < count {
        while index + 8 <= count,
          unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            & 0x8080_8080_8080_8080 == 0
        { index += 8 }
        guard index < count else { break }
        let first = unsafe bytes[index]
        index += 1
        var second: ClosedRange<UInt8> = 0x80...0xBF
        let following: Int
        switch first {
        case 0..<0x80: continue
        case 0xC2...0xDF: following = 1
        case 0xE0...0xEF:
          following = 2
          if first == 0xE0 { second = 0xA0...0xBF } else if first == 0xED { second = 0x80...0x9F }
        case 0xF0...0xF4:
          following = 3
          if first == 0xF0 { second = 0x90...0xBF } else if first == 0xF4 { second = 0x80...0x8F }
        default: return false
        }
        guard index + following <= count, unsafe second.contains(bytes[index]) else { return false }
        for offset in 1..<max(following, 1) where unsafe bytes[index + offset] & 0xC0 != 0x80 {
          return false
        }
        index += following
      }
      return true
    }
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> ArraySlice<UInt8> {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)[...]
  }

  /// Whether every other byte is zero, as in Latin text in UTF-16 without a mark; and which.
  private static func looksLikeUTF16(_ bytes: ArraySlice<UInt8>) -> Bool? {
    let head = Array(bytes.prefix(2000))
    guard head.count >= 8 else { return nil }
    var even = 0
    var odd = 0
    for (index, byte) in head.enumerated() where byte == 0 {
      if index % 2 == 0 { even += 1 } else { odd += 1 }
    }
    let half = head.count / 2
    if odd * 10 > half * 7, even * 10 < half { return false }
    if even * 10 > half * 7, odd * 10 < half { return true }
    return nil
  }

  /// Whether the multi-byte sequences that are whole outnumber the broken ones by far.
  private static func mostlyUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    var whole = 0
    var broken = 0
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0
      if length == 1 {
        index += 1
        continue
      }
      let next = bytes[(index + 1)..<min(index + max(length, 1), bytes.endIndex)]
      if length > 1, next.count == length - 1, next.allSatisfy({ $0 & 0xC0 == 0x80 }) {
        whole += 1
        index += length
      } else {
        // What is missing after the last byte was cut off, not broken.
        let isCutOff =
          length > 1 && index + length > bytes.endIndex && next.allSatisfy { $0 & 0xC0 == 0x80 }
        if !isCutOff || whole == 0 { broken += 1 }
        index += 1
      }
    }
    return whole > broken * 4
  }

  /// The windows code page whose letters the high bytes most look like.
  private static func guess(_ bytes: ArraySlice<UInt8>) -> String {
    var high = 0
    var cyrillic = 0
    var arabic = 0
    var previousHigh = false
    var runs = 0
    for byte in bytes {
      let isHigh = byte >= 0xC0
      if isHigh {
        high += 1
        if previousHigh { runs += 1 }
        if byte >= 0xE0 { cyrillic += 1 }
        if [0xC7, 0xE1, 0xE3, 0xE4, 0xE6, 0xED, 0xD1, 0xCA].contains(byte) { arabic += 1 }
      }
      previousHigh = isHigh
    }
    // In Western text a letter with an accent stands between plain letters; whole words of high bytes are another script.
    guard high > 20, runs * 2 > high else { return "windows-1252" }
    return arabic * 2 > high
      ? "windows-1256" : cyrillic * 2 > high ? "windows-1251" : "windows-1252"
  }

  /// Converts with the C library's tables; `nil` for a charset it does not know.
  private static func convert(_ bytes: ArraySlice<UInt8>, from charset: String) -> ArraySlice<
    UInt8
  >? {
    guard let descriptor = unsafe iconv_open("UTF-8", charset),
      Int(bitPattern: descriptor) != -1
    else { return nil }
    defer { _ = unsafe iconv_close(descriptor) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
    var written = 0
    let outputCount = output.count
    unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var left = source.count
        var to = target.baseAddress
        var room = outputCount
        while left > 0 {
          let result = unsafe iconv(descriptor, &from, &left, &to, &room)
          // The C library says (size_t) -1 when it stops at a byte.
          guard result == -1, left > 0, room > 4 else { break }
          // A byte the charset does not have becomes a question mark in a diamond, and reading goes on.
          for byte in "\u{FFFD}".utf8 {
            unsafe to?.pointee = CChar(bitPattern: byte)
            unsafe to = to.map { unsafe $0 + 1 }
          }
          room -= 3
          unsafe from = from.map { unsafe $0 + 1 }
          left -= 1
        }
        written = outputCount - room
      }
    }
    return repaired(output[..<written].map { UInt8(bitPattern: $0) }[...])
  }
}
