#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file that is open for reading; closed when nobody holds it any more.
final class OpenFile {
  let path: String
  /// Bytes, when it was opened.
  let count: Int
  private let descriptor: Int32

  /// - Throws: ``ArchiveError`` in the system's own words.
  init(_ path: String) throws(ArchiveError) {
    self.path = path
    descriptor = Self.open(path)
    var status = stat()
    guard descriptor >= 0, unsafe fstat(descriptor, &status) == 0 else {
      throw Self.failure()
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw ArchiveError(.unreadable, "not a file that can be read from any place on")
    }
    count = Int(status.st_size)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Puts the bytes from `offset` on behind what the buffer holds, at most `most`.
  ///
  /// - Returns: How many there were; 0 at the end.
  func read(_ most: Int, at offset: Int, into buffer: inout [UInt8]) throws(ArchiveError) -> Int {
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: most))
    var count = 0
    repeat {
      count = unsafe buffer.withUnsafeMutableBytes {
        unsafe pread(descriptor, $0.baseAddress.map { unsafe $0 + start }, most, off_t(offset))
      }
    } while count < 0 && errno == EINTR
    buffer.removeLast(most - max(count, 0))
    guard count >= 0 else { throw Self.failure() }
    return count
  }

  private static func open(_ path: String) -> Int32 {
    unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
  }

  private static func failure() -> ArchiveError {
    let code = errno
    return ArchiveError(
      .unreadable, unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)")
  }
}
