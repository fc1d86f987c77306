private import CZlib

/// Unpacks sitemaps, which are often kept packed with gzip.
enum Unpacking {
  /// What is packed; what can be had of it if it is damaged or cut off.
  ///
  /// - Returns: `nil` if it is more than `limit` bytes.
  static func gunzip(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
    var stream = unsafe z_stream()
    // zlib's window of 32 KiB, with 16 added to ask for gzip's header.
    guard
      unsafe inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        == Z_OK
    else { return [] }
    defer { unsafe inflateEnd(&stream) }
    var input = bytes
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var isTooLarge = false
    unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe stream.next_in = input.baseAddress
      unsafe stream.avail_in = UInt32(clamping: input.count)
      while true {
        let (code, count) = unsafe piece.withUnsafeMutableBufferPointer { piece in
          unsafe stream.next_out = piece.baseAddress
          unsafe stream.avail_out = UInt32(piece.count)
          let code = unsafe inflate(&stream, Z_NO_FLUSH)
          return (code, piece.count - Int(unsafe stream.avail_out))
        }
        output += piece[..<count]
        isTooLarge = output.count > limit
        let isMore = unsafe stream.avail_in > 0 || count == piece.count
        guard code == Z_OK, isMore, !isTooLarge else { return }
      }
    }
    return isTooLarge ? nil : output
  }
}
