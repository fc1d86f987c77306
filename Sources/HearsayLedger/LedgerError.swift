import HearsayDatabase

/// Why a ledger could not be opened, read or written.
package struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure that a caller may want to tell apart.
  package enum Code: Hashable, Sendable {
    /// There is no file at the path.
    case noLedger
    /// The file is something else.
    case notALedger
    /// A newer version of Hearsay made it.
    case newerLedger
    /// An older version of Hearsay made it, and it is not upgraded by being opened.
    case olderLedger
    /// No server answers, or it has no such database, or it lets this person not in.
    case unreachable
    /// The connection to the server was lost.
    case lost
    /// Another process kept the write lock for longer than the busy timeout.
    case busy
    /// The file or its folder may not be written.
    case readOnly
    /// There is no room on the disk.
    case full
    /// The file is damaged.
    case damaged
    /// No report has such an id.
    case noReport
    /// Several reports have ids that begin so.
    case ambiguous
    /// The reading breaks the contract and was not stored.
    case unsound
    /// Anything else: the message tells.
    case other
  }

  /// The kind of failure.
  package let code: Code
  /// What a person is told: the path or id, and what to do where something can be done.
  package let message: String

  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// What a person is told.
  package var description: String { message }

  /// Whether nothing more can be stored, so that a run need not go on.
  package var endsRun: Bool {
    [.full, .readOnly, .busy, .damaged, .notALedger, .unreachable, .lost].contains(code)
  }

  /// What a failure means for whoever keeps something beside a ledger.
  package init(_ error: any Error, path: String) {
    // What stands before people must hold nobody's password.
    let path = LedgerLocation.shown(path)
    switch error {
    case let error as LedgerError: self = error
    case let error as DatabaseError: self.init(error, path: path)
    default: self.init(.other, "\(path): \(error)")
    }
  }

  private init(_ error: DatabaseError, path: String) {
    switch error.code {
    case .permission where error.dialect == .postgres && error.sql == nil:
      self.init(.unreachable, "\(path) does not let you in (\(error.message))")
    case .cannotOpen where error.dialect == .postgres, .misuse where error.dialect == .postgres:
      self.init(.unreachable, "\(path) cannot be reached (\(error.message))")
    case .lost:
      self.init(.lost, "the connection to \(path) was lost (\(error.message))")
    case .tooBig where error.name == "22021":
      self.init(.unsound, "the reading was not stored: \(error.message)")
    case .notADatabase:
      self.init(.notALedger, "\(path) is not a ledger")
    case .busy, .locked:
      self.init(.busy, "\(path) is being written by another process; try again when it is done")
    case .readOnly, .permission:
      self.init(.readOnly, "\(path) may not be written (\(error.message))")
    case .full:
      self.init(.full, "no room to write \(path): the disk is full")
    case .corrupt:
      self.init(.damaged, "\(path) is damaged (\(error.message))")
    case .cannotOpen:
      self.init(.other, "\(path) cannot be opened (\(error.message))")
    case .inputOutput:
      self.init(.other, "\(path) cannot be read or written (\(error.message))")
    default:
      self.init(.other, "\(path): \(error)")
    }
  }
}
