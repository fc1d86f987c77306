import Foundation

/// Bytes packed with the system's gzip.
enum Gzipped {
  static func of(_ text: String) -> [UInt8]? { pack(["-c"], Data(text.utf8)) }

  /// As many zeros as that, a thousandth as long when packed.
  static func zeros(megabytes: Int) -> [UInt8]? {
    pack(["-c"], Data(count: megabytes << 20))
  }

  private static func pack(_ words: [String], _ data: Data) -> [UInt8]? {
    let folder = FileManager.default.temporaryDirectory
    let path = folder.appending(path: "hearsay-feeds-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: path) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip"] + words + [path.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    guard (try? data.write(to: path)) != nil, (try? process.run()) != nil else { return nil }
    let packed = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? Array(packed) : nil
  }
}
