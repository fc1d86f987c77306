import HearsayDatabase

/// Why a watch cannot remember.
package struct WatchError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What a person is told.
  package let description: String

  init(_ description: String) { self.description = description }

  init(_ error: any Error, path: String) {
    if let error = error as? WatchError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      description = "\(path): \(error)"
      return
    }
    description =
      switch error.code {
      case .busy, .locked: "another hearsay watch is at work on this ledger"
      case .notADatabase: "\(path) is not what a watch remembers; move it away"
      default: "\(path): \(error)"
      }
  }
}
