import Foundation
import HearsayRecords
import Testing

@Test func `bytes and code points agree across emoji, CJK and combining marks`() throws {
  let text = "a😀漢e\u{301}z" + String(repeating: "é", count: 100) + "!"
  let map = PositionMap(text)
  let scalars = Array(text.unicodeScalars)
  #expect(map.scalarCount == scalars.count)
  var bytes = 0
  for (index, scalar) in scalars.enumerated() {
    #expect(map.scalarOffset(ofUTF8: bytes) == index)
    #expect(map.utf8Offset(ofScalar: index) == bytes)
    bytes += String(scalar).utf8.count
  }
  #expect(map.utf8Offset(ofScalar: scalars.count) == bytes)
  #expect(map.utf8Offset(ofScalar: scalars.count + 1) == nil)
}

@Test func `a span is written in code points with its words and read back in bytes`() throws {
  let text = "😀 “Iran” said"
  let map = PositionMap(text)
  let span = TextSpan(start: 5, end: 15)
  let encoder = JSONEncoder()
  encoder.userInfo[.positionMap] = map
  encoder.outputFormatting = .sortedKeys
  let data = try encoder.encode(span)
  #expect(String(decoding: data, as: UTF8.self) == #"{"end":8,"exact":"“Iran”","start":2}"#)
  let decoder = JSONDecoder()
  decoder.userInfo[.positionMap] = map
  #expect(try decoder.decode(TextSpan.self, from: data) == span)
}
