import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#endif

/// Where the library's own weights and data lie, if nobody names a folder: never in the tree that it was built from.
enum LibraryFolder {
  /// Beside the folder that the library lies in: in a wheel, in a prefix, in a prefix whose libraries are told apart by processor.
  private static let places = ["hearsay", "../share/hearsay", "../../share/hearsay"]

  /// Why none is found.
  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  /// - Throws: `Missing` that names where it was looked for.
  static func find() throws(Missing) -> String {
    guard let folder = own() else {
      throw Missing(description: "it cannot be told where this library lies; name a folder")
    }
    let candidates = places.map { folder + "/" + $0 }
    let found = candidates.first {
      FileManager.default.fileExists(atPath: $0 + "/Models/hearsay.weights")
    }
    guard let found else {
      throw Missing(
        description: "no Models/hearsay.weights in " + candidates.joined(separator: ", ")
          + "; name the folder with Models and Data")
    }
    return found
  }

  /// The folder of this library's file: of all that is mapped into the process, what holds an address of its own.
  private static func own() -> String? {
    let code: @convention(c) () -> Void = {}
    let mine = unsafe unsafeBitCast(code, to: UInt.self)
    // One line a mapping: addresses, rights, offset, device, number, path.
    for line in maps().split(separator: "\n") {
      let fields = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
      let ends = fields.first?.split(separator: "-").compactMap { UInt($0, radix: 16) } ?? []
      guard fields.count == 6, ends.count == 2, ends[0] <= mine, mine < ends[1] else { continue }
      let path = fields[5].drop { $0 == " " }
      return URL(filePath: String(path)).deletingLastPathComponent().path
    }
    return nil
  }

  /// The kernel gives this file a page at a time; Foundation takes the first, which is not full, for all.
  private static func maps() -> String {
    let descriptor = unsafe open("/proc/self/maps", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var page = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe page.withUnsafeMutableBytes { page in
        unsafe read(descriptor, page.baseAddress, page.count)
      }
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += page.prefix(count)
    }
  }
}
