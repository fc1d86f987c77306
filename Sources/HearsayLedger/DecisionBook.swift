import HearsayDatabase
import Synchronization

/// Keeps decisions for those who answer people one request at a time, on any thread.
///
/// It writes as a ``Ledger`` does, one transaction a decision, and waits while another writes.
package final class DecisionBook: Sendable {
  private let path: String
  private let connection: Mutex<any Database>

  /// Opens the book of a ledger that is there, brought up to date as writing does.
  ///
  /// - Throws: ``LedgerError``.
  package init(path: String) throws(LedgerError) {
    self.path = path
    do {
      let opened = try LedgerStore.openForWriting(path, busyTimeoutMilliseconds: 10_000)
      // A person is told that it is kept: it must survive a power failure too.
      try opened.execute(opened.dialect.waitForTheDisk)
      connection = Mutex(opened)
    } catch {
      throw LedgerError(error, path: path)
    }
  }

  /// Keeps a decision; it is on the disk when this returns.
  ///
  /// - Returns: Its number.
  /// - Throws: ``LedgerError``.
  @discardableResult
  package func keep(_ decision: Decision) throws(LedgerError) -> Int {
    do {
      return try connection.withLock { connection in
        try connection.transaction { try decision.insert(into: connection) }
      }
    } catch {
      throw LedgerError(error, path: path)
    }
  }
}
