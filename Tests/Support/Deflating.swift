private import CZlib

/// Compresses bytes with zlib for files that tests read.
package enum Deflating {
  /// Bytes as one gzip member.
  package static func gzip(_ bytes: [UInt8]) -> [UInt8] { deflate(bytes, windowBits: 31) }

  /// Bytes with zlib's header.
  package static func zlib(_ bytes: [UInt8]) -> [UInt8] { deflate(bytes, windowBits: 15) }

  /// Bytes without a header.
  package static func raw(_ bytes: [UInt8]) -> [UInt8] { deflate(bytes, windowBits: -15) }

  private static func deflate(_ bytes: [UInt8], windowBits: Int32) -> [UInt8] {
    var stream = unsafe z_stream()
    let code = unsafe deflateInit2_(
      &stream, 6, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(code == Z_OK, "zlib cannot be set up: \(code)")
    defer { unsafe deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](
      repeating: 0, count: Int(unsafe deflateBound(&stream, UInt(bytes.count))) + 64)
    var written = 0
    unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        unsafe stream.next_in = input.baseAddress
        unsafe stream.avail_in = UInt32(input.count)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(output.count)
        let end = unsafe CZlib.deflate(&stream, Z_FINISH)
        precondition(end == Z_STREAM_END, "zlib did not come to an end: \(end)")
        written = unsafe output.count - Int(stream.avail_out)
      }
    }
    return Array(output[..<written])
  }
}
