#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Takes off what a web archive puts above the pages that it shows, and what people save with them.
enum ArchiveToolbar {
  private static let begin = Array("!-- BEGIN WAYBACK TOOLBAR INSERT -->".utf8)
  private static let end = Array("!-- END WAYBACK TOOLBAR INSERT -->".utf8)

  /// The page without the toolbar; the page itself if it has none.
  static func removed(from html: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let start = first(begin, in: html), let stop = first(end, in: html[start...]) else {
      return html
    }
    return html[..<(start - 1)] + html[(stop + end.count)...]
  }

  /// Where a mark begins, which begins with an exclamation mark: pages have few of those.
  private static func first(_ mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    let offset: Int? = unsafe bytes.withUnsafeBytes { bytes in
      unsafe mark.withUnsafeBytes { mark in
        guard let start = bytes.baseAddress, let wanted = mark.baseAddress else { return nil }
        var at = 1
        while at + mark.count <= bytes.count {
          let room = bytes.count - mark.count + 1 - at
          guard let found = unsafe memchr(start + at, Int32(UInt8(ascii: "!")), room) else {
            return nil
          }
          at = unsafe UnsafeRawPointer(found) - start
          if unsafe memcmp(found, wanted, mark.count) == 0 { return at }
          at += 1
        }
        return nil
      }
    }
    return offset.map { bytes.startIndex + $0 }
  }
}
