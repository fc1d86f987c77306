import Foundation
import Hearsay

/// The weights that tests read with.
enum Weights {
  static var resources: Resources {
    Resources(environment: ProcessInfo.processInfo.environment)
  }

  static var areThere: Bool { FileManager.default.fileExists(atPath: resources.model) }
}
