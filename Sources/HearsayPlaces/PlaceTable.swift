import FoundationEssentials

/// The lines of `Data/places.tsv`, looked up by their key in a file that stays mapped and is never parsed as a whole.
///
/// `key TAB fields` or `key TAB >key of the record TAB which of several with that key, from 1`, sorted by the bytes of the key.
struct PlaceTable: Sendable {
  private let data: Data

  init(_ data: Data) {
    self.data = data
  }

  /// A line without its key.
  typealias Fields = [Substring]

  /// What the lines of a key say, other names led to their records.
  func records(_ key: String) -> [Fields] {
    lines(key).flatMap { fields -> [Fields] in
      guard let first = fields.first, first.hasPrefix(">") else {
        return [[Substring(key)] + fields]
      }
      let main = first.dropFirst()
      let bearers = lines(String(main)).filter { $0.count > 2 }
      // One that bears its name alone needs no number.
      let number = fields.count > 1 ? Int(fields[1]) : bearers.count == 1 ? 1 : nil
      guard let number, bearers.indices.contains(number - 1) else { return [] }
      return [[main] + bearers[number - 1]]
    }
  }

  private func lines(_ key: String) -> [Fields] {
    let wanted = Array(key.utf8)
    guard !wanted.isEmpty else { return [] }
    return unsafe data.withUnsafeBytes { raw -> [Fields] in
      let bytes = unsafe raw
      var low = 0
      var high = bytes.count
      // The first line whose key is not below the wanted one.
      while low < high {
        let start = unsafe Self.lineStart(bytes, (low + high) / 2, floor: low)
        let end = unsafe Self.lineEnd(bytes, start)
        if unsafe Self.isBelow(bytes, start, end, wanted) { low = end + 1 } else { high = start }
      }
      var found: [Fields] = []
      var start = low
      while start < bytes.count {
        let end = unsafe Self.lineEnd(bytes, start)
        guard unsafe Self.begins(bytes, start, end, wanted) else { break }
        let rest = unsafe String(decoding: bytes[(start + wanted.count + 1)..<end], as: UTF8.self)
        found.append(rest.split(separator: "\t", omittingEmptySubsequences: false))
        start = end + 1
      }
      return found
    }
  }

  private static func begins(
    _ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int, _ key: [UInt8]
  ) -> Bool {
    guard start + key.count < end, unsafe bytes[start + key.count] == UInt8(ascii: "\t") else {
      return false
    }
    for (offset, byte) in key.enumerated() where unsafe bytes[start + offset] != byte {
      return false
    }
    return true
  }

  private static func lineStart(_ bytes: UnsafeRawBufferPointer, _ index: Int, floor: Int) -> Int {
    var start = index
    while unsafe start > floor && bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  private static func lineEnd(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int {
    var end = index
    while unsafe end < bytes.count && bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }

  /// Whether a line's key sorts before `key`.
  private static func isBelow(
    _ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int, _ key: [UInt8]
  ) -> Bool {
    var i = 0
    while true {
      let here = unsafe start + i < end ? bytes[start + i] : UInt8(ascii: "\t")
      if here == UInt8(ascii: "\t") { return i < key.count }
      if i == key.count { return false }
      if here != key[i] { return here < key[i] }
      i += 1
    }
  }
}
