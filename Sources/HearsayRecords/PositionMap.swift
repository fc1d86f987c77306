/// Converts between UTF-8 byte offsets and code point offsets of one text.
///
/// Building is O(text); a look-up costs at most one scan of 64 bytes. Give it to an encoder or decoder
/// through `userInfo[.positionMap]`, so that every ``TextSpan`` is written as the contract's
/// `{"start", "end", "exact"}` in code points.
public struct PositionMap: Sendable {
  /// The text's UTF-8 bytes.
  public let utf8: [UInt8]
  /// Code points before each block of `block` bytes.
  private let before: [Int]
  private static let block = 64

  /// Indexes `text`.
  public init(_ text: String) {
    utf8 = Array(text.utf8)
    var before: [Int] = []
    before.reserveCapacity(utf8.count / Self.block + 1)
    var seen = 0
    for (offset, byte) in utf8.enumerated() {
      if offset % Self.block == 0 { before.append(seen) }
      if Self.startsScalar(byte) { seen += 1 }
    }
    if utf8.count % Self.block == 0 { before.append(seen) }
    self.before = before
    scalarCount = seen
  }

  /// The number of code points in the text.
  public let scalarCount: Int

  /// The number of code points before the byte at `utf8Offset` (0 to the byte count).
  public func scalarOffset(ofUTF8 utf8Offset: Int) -> Int {
    precondition(
      0 <= utf8Offset && utf8Offset <= utf8.count, "offset \(utf8Offset) outside the text")
    let block = utf8Offset / Self.block
    var seen = before[block]
    for byte in utf8[(block * Self.block)..<utf8Offset] where Self.startsScalar(byte) { seen += 1 }
    return seen
  }

  /// The byte offset of code point number `scalarOffset`; `nil` if the text is shorter.
  public func utf8Offset(ofScalar scalarOffset: Int) -> Int? {
    guard 0 <= scalarOffset, scalarOffset <= scalarCount else { return nil }
    if scalarOffset == scalarCount { return utf8.count }
    var low = 0
    var high = before.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if before[middle] <= scalarOffset { low = middle } else { high = middle - 1 }
    }
    var seen = before[low]
    for offset in (low * Self.block)..<utf8.count where Self.startsScalar(utf8[offset]) {
      if seen == scalarOffset { return offset }
      seen += 1
    }
    return nil
  }

  /// The line that a span stands in, without its end; of a span of several lines, all of them.
  package func line(around span: TextSpan) -> TextSpan {
    let newline = UInt8(ascii: "\n")
    let start = utf8[..<span.start].lastIndex(of: newline).map { $0 + 1 } ?? 0
    return TextSpan(start: start, end: utf8[span.end...].firstIndex(of: newline) ?? utf8.count)
  }

  /// The characters a span covers.
  public func exact(_ span: TextSpan) -> String {
    String(decoding: utf8[span.start..<span.end], as: UTF8.self)
  }

  private static func startsScalar(_ byte: UInt8) -> Bool { byte & 0b1100_0000 != 0b1000_0000 }
}

extension CodingUserInfoKey {
  /// Where encoders and decoders of records find the ``PositionMap`` of the report's text.
  public static var positionMap: CodingUserInfoKey {
    guard let key = CodingUserInfoKey(rawValue: "hearsay.positionMap") else {
      preconditionFailure("a non-empty key is always valid")
    }
    return key
  }
}

extension TextSpan: Codable {
  private enum Key: String, CodingKey {
    case start
    case end
    case exact
  }

  /// Writes `{"start", "end", "exact"}`, offsets in code points of the report's text.
  ///
  /// - Throws: `EncodingError` if the encoder carries no ``PositionMap``.
  public func encode(to encoder: any Encoder) throws {
    guard let map = encoder.userInfo[.positionMap] as? PositionMap else {
      throw EncodingError.invalidValue(
        self, .init(codingPath: encoder.codingPath, debugDescription: "no position map given"))
    }
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(map.scalarOffset(ofUTF8: start), forKey: .start)
    try container.encode(map.scalarOffset(ofUTF8: end), forKey: .end)
    try container.encode(map.exact(self), forKey: .exact)
  }

  /// Reads `{"start", "end", "exact"}` back into bytes; a span without its words is no evidence.
  ///
  /// - Throws: `DecodingError` if the decoder carries no ``PositionMap``, the offsets lie outside the text,
  ///   or `exact` is not what the text says there.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    guard let map = decoder.userInfo[.positionMap] as? PositionMap else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "no position map given"))
    }
    let first = try container.decode(Int.self, forKey: .start)
    let last = try container.decode(Int.self, forKey: .end)
    guard let start = map.utf8Offset(ofScalar: first), let end = map.utf8Offset(ofScalar: last),
      start <= end
    else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "span \(first)..<\(last) is not in the text"))
    }
    self.init(start: start, end: end)
    let exact = try container.decode(String.self, forKey: .exact)
    guard exact.utf8.elementsEqual(map.utf8[start..<end]) else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "the text does not say at \(first)..<\(last) what the span says"))
    }
  }
}
