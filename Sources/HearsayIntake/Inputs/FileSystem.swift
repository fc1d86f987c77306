#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What tells one file from every other.
package struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let number: UInt64
}

/// What tells a file from what it was before or will be.
package struct FileStamp: Hashable, Sendable {
  /// Bytes.
  package let size: Int
  package let seconds: Int
  package let nanoseconds: Int
}

/// What stands at a path.
package enum FileKind: Hashable, Sendable {
  case folder, file, pipe, socket, device

  /// As a person is told of it.
  package var word: String {
    switch self {
    case .folder: "folder"
    case .file: "file"
    case .pipe: "pipe"
    case .socket: "socket"
    case .device: "device"
    }
  }
}

/// The names in a folder.
package struct FolderNames: Sendable {
  package var names: [String] = []
  /// Names that are not UTF-8, with the bytes that are not replaced.
  package var unreadable: [String] = []
}

/// Files and folders, with the system's own words for what goes wrong.
package enum FileSystem {
  /// More than any report has; the rest of a larger file would be read for nothing.
  package static let largestFile = 128 << 20

  package static func isFolder(_ path: String) -> Bool { kind(path) == .folder }

  /// What stands at a path, links followed; `nil` if that cannot be told.
  package static func kind(_ path: String) -> FileKind? {
    status(path).map { status in
      switch status.st_mode & S_IFMT {
      case S_IFDIR: .folder
      case S_IFREG: .file
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
    }
  }

  package static func identity(_ path: String) -> FileIdentity? {
    status(path).map { FileIdentity(device: UInt64($0.st_dev), number: UInt64($0.st_ino)) }
  }

  /// What changes when a file is written to: its size and the time of that.
  package static func stamp(_ path: String) -> FileStamp? {
    status(path).map {
      FileStamp(
        size: Int($0.st_size), seconds: Int($0.st_mtim.tv_sec), nanoseconds: $0.st_mtim.tv_nsec)
    }
  }

  /// Why nothing is at a path, in the system's words, with a hint where an address was meant.
  package static func reasonForMissing(_ path: String) -> String {
    var status = stat()
    guard unsafe stat(path, &status) != 0 else { return "was not there a moment ago" }
    let reason = SystemError.words(for: errno)
    let host = path.prefix { $0 != "/" }
    let isHost =
      host.hasPrefix("www.") || path.contains("/") && host.split(separator: ".").count > 1
    return isHost && !host.hasPrefix(".")
      ? "\(reason); with https:// before it, it is fetched" : reason
  }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status : nil
  }

  /// The names in a folder, in no order.
  package static func names(inFolder path: String) throws(InputError) -> FolderNames {
    guard let folder = unsafe opendir(path) else {
      throw InputError(name: path, reason: SystemError.words(for: errno))
    }
    defer { unsafe closedir(folder) }
    var names = FolderNames()
    while let entry = unsafe readdir(folder) {
      let bytes = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe Array(bytes.prefix { $0 != 0 })
      }
      guard let name = String(validating: bytes, as: UTF8.self) else {
        names.unreadable.append(String(decoding: bytes, as: UTF8.self))
        continue
      }
      if name != ".", name != ".." { names.names.append(name) }
    }
    return names
  }

  /// The bytes of a file, or of standard input for `nil`.
  package static func bytes(of path: String?) throws(InputError) -> [UInt8] {
    let name = path ?? "standard input"
    guard let path else { return try bytes(STDIN_FILENO, name: name) }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw InputError(name: name, reason: SystemError.words(for: errno))
    }
    defer { close(descriptor) }
    return try bytes(descriptor, name: name)
  }

  private static func bytes(_ descriptor: Int32, name: String) throws(InputError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw InputError(name: name, reason: SystemError.words(for: errno))
      }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= largestFile else {
        throw InputError(name: name, reason: "larger than \(largestFile >> 20) MiB; no report is")
      }
    }
  }

  /// Writes a file, in place of any that is there.
  package static func write(_ bytes: [UInt8], to path: String) throws(InputError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw InputError(name: path, reason: SystemError.words(for: errno))
    }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { bytes in
        unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw InputError(name: path, reason: SystemError.words(for: errno))
      }
      rest = rest.dropFirst(count)
    }
  }

  /// The path from the root, with links followed; the path itself if there is no such file.
  package static func absolute(_ path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Makes the folder that a file lies in, with those above it.
  package static func makeFolder(ofFile path: String) throws(InputError) {
    var at = path.startIndex
    while let slash = path[at...].firstIndex(of: "/") {
      at = path.index(after: slash)
      let folder = String(path[..<slash])
      guard !folder.isEmpty, !isFolder(folder) else { continue }
      guard unsafe mkdir(folder, 0o777) == 0 || errno == EEXIST else {
        throw InputError(name: folder, reason: SystemError.words(for: errno))
      }
    }
  }
}
