private import CZlib

/// Bytes to gzip (RFC 1952) and back, through zlib.
enum Gzip {
  /// What zlib refused, with its code.
  struct Failure: Error, Hashable, Sendable {
    let code: Int32
  }

  /// The most that is unpacked: far more than the largest report, little enough to stay in memory.
  static let mostBytes = 1 << 30
  private static let piece = 1 << 16
  /// zlib's window of 32 KiB, with 16 added to ask for gzip's header.
  private static let window: Int32 = 15 + 16

  static func compress(_ bytes: [UInt8]) throws(Failure) -> [UInt8] {
    var stream = unsafe z_stream()
    let code = unsafe deflateInit2_(
      &stream, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else { throw Failure(code: code) }
    defer { unsafe deflateEnd(&stream) }
    return unsafe try run(&stream, bytes) { stream, isLast in
      unsafe deflate(&stream, isLast ? Z_FINISH : Z_NO_FLUSH)
    }
  }

  static func decompress(_ bytes: [UInt8]) throws(Failure) -> [UInt8] {
    var stream = unsafe z_stream()
    let code = unsafe inflateInit2_(
      &stream, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else { throw Failure(code: code) }
    defer { unsafe inflateEnd(&stream) }
    return unsafe try run(&stream, bytes) { stream, _ in unsafe inflate(&stream, Z_NO_FLUSH) }
  }

  /// Feeds the bytes in pieces and gathers what comes out, to the end of the stream.
  private static func run(
    _ stream: inout z_stream, _ bytes: [UInt8], _ step: (inout z_stream, Bool) -> Int32
  ) throws(Failure) -> [UInt8] {
    var input = bytes
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: piece)
    var taken = 0
    while true {
      let given = min(piece, input.count - taken)
      var (consumed, produced, code) = (0, 0, Z_OK)
      unsafe input.withUnsafeMutableBufferPointer { input in
        unsafe buffer.withUnsafeMutableBufferPointer { buffer in
          unsafe stream.next_in = input.baseAddress.map { unsafe $0 + taken }
          unsafe stream.avail_in = UInt32(given)
          unsafe stream.next_out = buffer.baseAddress
          unsafe stream.avail_out = UInt32(piece)
          code = unsafe step(&stream, taken + given == input.count)
          consumed = given - Int(unsafe stream.avail_in)
          produced = piece - Int(unsafe stream.avail_out)
        }
      }
      taken += consumed
      output.append(contentsOf: buffer[..<produced])
      if code == Z_STREAM_END { return output }
      guard code == Z_OK || code == Z_BUF_ERROR, consumed > 0 || produced > 0 else {
        throw Failure(code: code == Z_OK ? Z_BUF_ERROR : code)
      }
      guard output.count <= mostBytes else { throw Failure(code: Z_MEM_ERROR) }
    }
  }
}
