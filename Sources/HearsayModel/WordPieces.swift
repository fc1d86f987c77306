@_spi(_Unicode) import Swift

/// WordPiece as BERT's uncased models do it, one word at a time.
struct WordPieces: @unchecked Sendable {
  // Unchecked: the vocabulary's bytes are mapped, read-only, and kept by the model.

  /// Ids of the special pieces.
  let first: Int
  let last: Int
  private let unknown: Int

  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where each piece begins in `bytes`; one more at the end.
  private let starts: [Int32]
  /// Open addressing: piece id + 1, or 0 for empty.
  private let slots: [Int32]

  private static let longestWord = 100

  init(_ file: WeightsFile) throws(ModelError) {
    let bytes = try file.text("vocabulary")
    guard bytes.count < Int32.max / 4 else {
      throw ModelError(code: .incomplete, path: file.path, detail: "a vocabulary without end")
    }
    var starts: [Int32] = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(Int32(offset + 1))
    }
    starts.append(Int32(bytes.count + 1))
    var size = 1
    while size < starts.count * 2 { size *= 2 }
    var slots = [Int32](repeating: 0, count: size)
    for id in 0..<(starts.count - 1) {
      let piece = bytes[Int(starts[id])..<(Int(starts[id + 1]) - 1)]
      var slot = Int(truncatingIfNeeded: Self.hash(piece)) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(id + 1)
    }
    self.bytes = bytes
    self.starts = starts
    self.slots = slots
    func special(_ name: String) -> Int? {
      Self.find(Array(name.utf8)[...], bytes, starts, slots)
    }
    guard let unknown = special("[UNK]"), let first = special("[CLS]"), let last = special("[SEP]")
    else {
      throw ModelError(
        code: .incomplete, path: file.path, detail: "the vocabulary lacks its special pieces")
    }
    self.unknown = unknown
    self.first = first
    self.last = last
  }

  /// How many pieces there are.
  var count: Int { starts.count - 1 }

  /// The ids of a word's pieces; at least one.
  func ids(of word: String) -> [Int] {
    var ids: [Int] = []
    for part in Self.parts(of: word) { greedy(part, into: &ids) }
    return ids.isEmpty ? [unknown] : ids
  }

  /// A word in lower case without accents, parted at punctuation: each part as UTF-8.
  static func parts(of word: String) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var current: [UInt8] = []
    if word.utf8.allSatisfy({ $0 < 0x80 }) {
      for byte in word.utf8 {
        let lower = byte >= 65 && byte <= 90 ? byte + 32 : byte
        if lower < 32 || lower == 127 { continue }
        if isPunctuation(lower) {
          if !current.isEmpty { parts.append(current) }
          parts.append([lower])
          current = []
        } else {
          current.append(lower)
        }
      }
      if !current.isEmpty { parts.append(current) }
      return parts
    }
    for scalar in word.lowercased()._nfd {
      let category = scalar.properties.generalCategory
      if category == .nonspacingMark { continue }
      if isPunctuation(scalar, category) || isCJK(scalar) {
        if !current.isEmpty { parts.append(current) }
        parts.append(Array(String(scalar).utf8))
        current = []
      } else if category != .control, category != .format, scalar != "\u{FFFD}" {
        current.append(contentsOf: String(scalar).utf8)
      }
    }
    if !current.isEmpty { parts.append(current) }
    return parts
  }

  private func greedy(_ part: [UInt8], into ids: inout [Int]) {
    let scalars = part.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    guard scalars <= Self.longestWord else {
      ids.append(unknown)
      return
    }
    let before = ids.count
    var start = 0
    while start < part.count {
      var end = part.count
      var found: Int?
      while end > start {
        var piece = part[start..<end]
        if start > 0 { piece = ([UInt8(ascii: "#"), UInt8(ascii: "#")] + piece)[...] }
        found = Self.find(piece, bytes, starts, slots)
        if found != nil { break }
        end -= 1
        while end > start, part[end] & 0xC0 == 0x80 { end -= 1 }
      }
      guard let found else {
        ids.removeSubrange(before...)
        ids.append(unknown)
        return
      }
      ids.append(found)
      start = end
    }
  }

  private static func find(
    _ piece: ArraySlice<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>, _ starts: [Int32],
    _ slots: [Int32]
  ) -> Int? {
    var slot = Int(truncatingIfNeeded: hash(piece)) & (slots.count - 1)
    while slots[slot] != 0 {
      let id = Int(slots[slot]) - 1
      let start = Int(starts[id])
      let count = Int(starts[id + 1]) - 1 - start
      if count == piece.count, bytes[start..<(start + count)].elementsEqual(piece) { return id }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// FNV-1a.
  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return value ^ (value >> 29)
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (33...47).contains(byte) || (58...64).contains(byte) || (91...96).contains(byte)
      || (123...126).contains(byte)
  }

  private static func isPunctuation(
    _ scalar: Unicode.Scalar, _ category: Unicode.GeneralCategory
  ) -> Bool {
    if scalar.isASCII { return isPunctuation(UInt8(scalar.value)) }
    switch category {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }

  private static func isCJK(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x20000...0x2EBEF, 0x2F800...0x2FA1F:
      true
    default: false
    }
  }
}
