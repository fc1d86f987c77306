#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Finds bytes among bytes with the C library's fast search.
enum ByteSearch {
  /// The index at which `pattern` first begins in `bytes`.
  static func first(_ pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    let offset: Int? = unsafe bytes.withUnsafeBytes { bytes in
      unsafe pattern.withUnsafeBytes { pattern in
        guard let start = bytes.baseAddress, let wanted = pattern.baseAddress,
          let first = unsafe pattern.first
        else { return nil }
        var at = 0
        while at + pattern.count <= bytes.count {
          let room = bytes.count - pattern.count + 1 - at
          guard let found = unsafe memchr(start + at, Int32(first), room) else { return nil }
          at = unsafe UnsafeRawPointer(found) - start
          if unsafe memcmp(found, wanted, pattern.count) == 0 { return at }
          at += 1
        }
        return nil
      }
    }
    return offset.map { bytes.startIndex + $0 }
  }
}

extension ArraySlice<UInt8> {
  /// The text of bytes that are meant to be ASCII; others are replaced.
  var text: String { String(decoding: self, as: UTF8.self) }

  /// Without spaces, tabs and line ends around it.
  var trimmed: ArraySlice<UInt8> {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return self[endIndex...] }
    return self[first...last]
  }
}
