import Foundation
import Synchronization

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

  private let madeLedger = Mutex<String?>(nil)

  /// The place of a ledger: in the folder, or on the tests' own server where `HEARSAY_TEST_HOME` is `server`.
  package var ledger: String {
    madeLedger.withLock { made in
      if let made { return made }
      let place: String
      if ProcessInfo.processInfo.environment["HEARSAY_TEST_HOME"] == "server" {
        place = (try? PostgresServer.shared?.newLedger()) ?? "postgres:///there-is-no-server"
      } else {
        place = self("l.sqlite")
      }
      made = place
      return place
    }
  }
}
