import FoundationEssentials

/// A folder that is there while somebody holds it, and gone with all it holds afterwards.
package final class TemporaryFolder: Sendable {
  /// The folder's absolute path.
  package let path: String

  /// Makes an empty folder with a name of its own.
  package init() throws {
    path =
      FileManager.default.temporaryDirectory.path + "/hearsay-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of something in the folder.
  package func callAsFunction(_ name: String) -> String { path + "/" + name }
}
