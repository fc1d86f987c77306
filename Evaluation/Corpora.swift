import Foundation
import HearsayRecords

/// What the floors were measured on, without any text of it.
///
/// Of each corpus its digest and the number of its files, of each figure the number of texts it is measured on.
struct Corpora: Codable, Equatable {
  /// One corpus: a file, or all files of a folder.
  struct Pin: Codable, Equatable {
    let files: Int
    /// SHA-256 over a line for each file: its path in the folder and the SHA-256 of its bytes, in the order of the paths.
    let sha256: String

    /// The pin of what stands at a path; `nil` if nothing does.
    init?(of url: URL) throws {
      let url = url.resolvingSymlinksInPath()
      guard FileManager.default.fileExists(atPath: url.path) else { return nil }
      let isFolder = try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false
      let paths =
        isFolder
        ? try FileManager.default.subpathsOfDirectory(atPath: url.path).sorted() : [""]
      var lines = ""
      var files = 0
      for path in paths where !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
        let file = path.isEmpty ? url : url.appending(path: path)
        guard try Self.isFile(file) else { continue }
        files += 1
        lines += "\(path)\t\(SHA256.hex(try Data(contentsOf: file)))\n"
      }
      self.files = files
      sha256 = SHA256.hex(lines.utf8)
    }

    private static func isFile(_ url: URL) throws -> Bool {
      try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile ?? false
    }
  }

  /// By the path below the data folder.
  var corpora: [String: Pin] = [:]
  /// By the key of a figure.
  var texts: [String: Int] = [:]

  private static let file = Folders.root.appending(path: "Evaluation/corpora.json")

  static func load() throws -> Corpora {
    try JSONDecoder().decode(Corpora.self, from: Data(contentsOf: file))
  }

  func save() throws { try JSONFile.write(self, to: Self.file) }
}
