import Testing

@testable import HearsayText

struct CharsetTests {
  @Test func `what is UTF-8 is told as the standard library tells it`() {
    var generator = SystemRandomNumberGenerator()
    let pieces: [[UInt8]] = [
      Array("plain text, eight bytes and more".utf8), Array("é – “ж” 字 😀".utf8), [0xC3],
      [0xE2, 0x80],
      [0xC0, 0x80], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBF],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5], [0xFF],
      [0x80], [0x0A],
    ]
    for _ in 0..<2_000 {
      let count = Int.random(in: 1...3, using: &generator)
      // Without a byte that says it is UTF-16, or hints at it.
      var bytes: [UInt8] = [0x78]
      for _ in 0..<count { bytes += pieces.randomElement(using: &generator) ?? [] }
      let (utf8, charset) = Charset.utf8(bytes[...], declared: "windows-1252")
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect((charset == "utf-8") == isValid, "\(bytes)")
      if isValid { #expect(utf8 == bytes[...]) }
      #expect(String(validating: utf8, as: UTF8.self) != nil, "\(bytes)")
    }
  }
}
