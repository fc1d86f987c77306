#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Bytes of a pipe or terminal, as they come.
final class StreamSupply: ByteSupply {
  private let descriptor: Int32
  /// What was looked at before anybody asked for it.
  private var ahead: [UInt8] = []
  private var isAtEnd = false

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// The first bytes, as many as there are up to `count`.
  func head(_ count: Int) -> ArraySlice<UInt8> {
    while ahead.count < count, !isAtEnd {
      // What cannot be read is told when it is asked for.
      guard let more = try? read(into: &ahead), more else { break }
    }
    return ahead.prefix(count)
  }

  func refill(_ buffer: inout [UInt8]) throws(ArchiveError) -> Bool {
    guard ahead.isEmpty else {
      buffer += ahead
      ahead = []
      return true
    }
    return try read(into: &buffer)
  }

  private func read(into buffer: inout [UInt8]) throws(ArchiveError) -> Bool {
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: FileSection.piece))
    var count = 0
    repeat {
      count = unsafe buffer.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress.map { unsafe $0 + start }, FileSection.piece)
      }
    } while count < 0 && errno == EINTR
    let code = errno
    buffer.removeLast(FileSection.piece - max(count, 0))
    guard count >= 0 else { throw ArchiveError.system(code) }
    isAtEnd = count == 0
    return count > 0
  }
}
