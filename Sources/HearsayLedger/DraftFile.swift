import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file that is written beside its place and gets its name only when it is whole and on the disk.
///
/// The draft is locked while somebody writes it, so that drafts of killed processes can be told from those of living ones.
struct DraftFile: ~Copyable {
  /// What went wrong, in the system's own words.
  struct Failure: Error, CustomStringConvertible {
    let description: String
    /// Whether there is no room on the disk.
    let isFullDisk: Bool

    init() {
      let code = errno
      isFullDisk = code == ENOSPC || code == EDQUOT
      description = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    }
  }

  private let path: String
  private let descriptor: Int32

  /// Opens what is no file and takes what is written as it comes: a device or pipe.
  init(into path: String) throws(Failure) {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure() }
    self.path = path
    self.descriptor = descriptor
  }

  /// Begins a draft in a folder.
  init(in folder: String, prefix: String = "draft-") throws(Failure) {
    while true {
      let path = folder + "/" + prefix + UUID().uuidString
      let descriptor = unsafe open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw Failure() }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        self.path = path
        self.descriptor = descriptor
        return
      }
      // Another process took it for an abandoned one in this very moment, and removes it.
      close(descriptor)
    }
  }

  deinit { close(descriptor) }

  /// Adds bytes.
  func write(_ bytes: [UInt8]) throws(Failure) {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress.map { unsafe $0 + done }, bytes.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Failure() }
      done += count
    }
  }

  /// Gives it its name when it is on the disk, so that not even a power failure leaves a part of it there.
  func publish(as name: String) throws(Failure) {
    guard fsync(descriptor) == 0, unsafe rename(path, name) == 0 else {
      let failure = Failure()
      discard()
      throw failure
    }
  }

  /// Removes it.
  func discard() { _ = unsafe unlink(path) }

  /// Removes the drafts in a folder that killed processes left.
  static func removeAbandoned(in folder: String, prefix: String = "draft-") {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix(prefix) {
      let path = folder + "/" + name
      let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { _ = unsafe unlink(path) }
      close(descriptor)
    }
  }
}
