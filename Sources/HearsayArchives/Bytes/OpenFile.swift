#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file that is open for reading; closed when nobody holds it any more.
final class OpenFile {
  let path: String
  /// Whether the file goes when nobody holds it any more.
  private let isPassing: Bool
  /// Bytes, when it was opened.
  let count: Int
  private let descriptor: Int32

  /// - Throws: ``ArchiveError`` in the system's own words.
  init(_ path: String) throws(ArchiveError) {
    self.path = path
    isPassing = false
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

  /// A file of all that comes from a pipe or out of another file, for archives that are not read from front to end; it goes
  /// with this.
  ///
  /// - Throws: ``ArchiveError`` if there are more than `most` bytes.
  init(allOf stream: any ByteSupply, most: Int = .max) throws(ArchiveError) {
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var name = Array((folder + "/hearsay-XXXXXX").utf8CString)
    let opened = unsafe mkstemp(&name)
    guard opened >= 0 else { throw Self.failure() }
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    do throws(ArchiveError) {
      count = try Self.write(stream, to: opened, most: most)
    } catch {
      close(opened)
      unsafe unlink(path)
      throw error
    }
    self.path = path
    isPassing = true
    descriptor = opened
  }

  /// Writes all that comes.
  ///
  /// - Returns: How many bytes there were.
  private static func write(
    _ stream: any ByteSupply, to descriptor: Int32, most: Int
  ) throws(ArchiveError) -> Int {
    var size = 0
    var piece: [UInt8] = []
    while try stream.refill(&piece) {
      var rest = piece[...]
      while !rest.isEmpty {
        let written = unsafe rest.withUnsafeBytes { bytes in
          unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        }
        guard written >= 0 || errno == EINTR else { throw Self.failure() }
        rest = rest.dropFirst(max(written, 0))
      }
      size += piece.count
      guard size <= most else {
        throw ArchiveError(.tooLarge, "larger than \(most >> 20) MiB when it is unpacked")
      }
      piece.removeAll(keepingCapacity: true)
    }
    return size
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if isPassing { unsafe unlink(path) }
  }

  /// Whether it has bytes, and all are zeros: what a failed transfer leaves.
  var isAllZeros: Bool {
    var at = 0
    var piece: [UInt8] = []
    while at < count {
      piece.removeAll(keepingCapacity: true)
      guard let got = try? read(1 << 16, at: at, into: &piece), got > 0 else { return false }
      guard piece.allSatisfy({ $0 == 0 }) else { return false }
      at += got
    }
    return count > 0
  }

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

  private static func failure() -> ArchiveError { ArchiveError.system(errno) }
}

extension ArchiveError {
  /// What the system says of a failure, by its number.
  static func system(_ code: Int32) -> ArchiveError {
    ArchiveError(
      .unreadable, unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)")
  }
}
