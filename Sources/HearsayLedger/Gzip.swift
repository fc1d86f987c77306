private import CZlib

/// Bytes to gzip (RFC 1952) and back, through zlib.
package enum Gzip {
  /// What zlib refused, with its code.
  package struct Failure: Error, Hashable, Sendable {
    let code: Int32
  }

  /// The most that is unpacked: far more than the largest report, little enough to stay in memory.
  static let mostBytes = 1 << 30
  private static let piece = 1 << 16
  /// zlib's window of 32 KiB, with 16 added to ask for gzip's header.
  private static let window: Int32 = 15 + 16

  /// The bytes as one gzip member.
  package static func compress(_ bytes: [UInt8]) throws(Failure) -> [UInt8] {
    var output: [UInt8] = []
    do {
      try compress(bytes) { output += $0 }
    } catch let failure as Failure {
      throw failure
    } catch {
      preconditionFailure("nothing else is thrown: \(error)")
    }
    return output
  }

  /// Shows the gzip member that bytes become piece by piece.
  static func compress(_ bytes: [UInt8], _ body: ([UInt8]) throws -> Void) throws {
    var stream = unsafe z_stream()
    let code = unsafe deflateInit2_(
      &stream, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else { throw Failure(code: code) }
    defer { unsafe deflateEnd(&stream) }
    unsafe try run(&stream, bytes, body) { stream, isLast in
      unsafe deflate(&stream, isLast ? Z_FINISH : Z_NO_FLUSH)
    }
  }

  /// Shows what a gzip member holds piece by piece.
  static func decompress(_ bytes: [UInt8], _ body: ([UInt8]) throws -> Void) throws {
    var stream = unsafe z_stream()
    let code = unsafe inflateInit2_(
      &stream, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else { throw Failure(code: code) }
    defer { unsafe inflateEnd(&stream) }
    unsafe try run(&stream, bytes, body) { stream, _ in unsafe inflate(&stream, Z_NO_FLUSH) }
  }

  /// Feeds the bytes in pieces and shows what comes out, to the end of the stream.
  private static func run(
    _ stream: inout z_stream, _ input: [UInt8], _ body: ([UInt8]) throws -> Void,
    _ step: (inout z_stream, Bool) -> Int32
  ) throws {
    var buffer = [UInt8](repeating: 0, count: piece)
    var taken = 0
    var made = 0
    while true {
      let given = min(piece, input.count - taken)
      var (consumed, produced, code) = (0, 0, Z_OK)
      unsafe input.withUnsafeBufferPointer { input in
        unsafe buffer.withUnsafeMutableBufferPointer { buffer in
          // zlib's interface is older than const; it only reads from there.
          unsafe stream.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress.map { unsafe $0 + taken })
          unsafe stream.avail_in = UInt32(given)
          unsafe stream.next_out = buffer.baseAddress
          unsafe stream.avail_out = UInt32(piece)
          code = unsafe step(&stream, taken + given == input.count)
          consumed = given - Int(unsafe stream.avail_in)
          produced = piece - Int(unsafe stream.avail_out)
        }
      }
      taken += consumed
      made += produced
      guard made <= mostBytes else { throw Failure(code: Z_MEM_ERROR) }
      if produced > 0 { try body(Array(buffer[..<produced])) }
      if code == Z_STREAM_END { return }
      guard code == Z_OK || code == Z_BUF_ERROR, consumed > 0 || produced > 0 else {
        throw Failure(code: code == Z_OK ? Z_BUF_ERROR : code)
      }
    }
  }
}
