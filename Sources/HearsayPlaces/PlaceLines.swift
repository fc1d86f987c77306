import FoundationEssentials

/// Lines that are sorted by the bytes of their key, which ends with the first tab, in a file that stays mapped.
struct PlaceLines: Sendable {
  private let data: Data
  /// Which bytes of the file they are.
  private let part: Range<Int>

  init(_ data: Data) { self.init(data, from: 0, count: data.count) }

  init(_ data: Data, from start: Int, count: Int) {
    self.data = data
    part = start..<start + count
  }

  /// What `body` makes of their bytes.
  private func with<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    unsafe data.withUnsafeBytes { unsafe body(UnsafeRawBufferPointer(rebasing: $0[part])) }
  }

  /// A line without its key.
  typealias Fields = [Substring]

  /// Lines of one key.
  struct Found {
    /// Where the first of them begins.
    let start: Int
    let lines: [Fields]
  }

  /// The lines of a key.
  func find(_ key: String) -> Found {
    let wanted = Array(key.utf8)
    guard !wanted.isEmpty else { return Found(start: 0, lines: []) }
    return unsafe with { raw -> Found in
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
      return Found(start: low, lines: found)
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

  /// How many lines begin in a range of the file, which begins with a line.
  func count(_ range: Range<Int>) -> Int {
    unsafe with { raw in
      var count = 0
      for index in range where unsafe raw[index] == UInt8(ascii: "\n") { count += 1 }
      return count
    }
  }
}
