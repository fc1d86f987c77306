private import Glibc
import Synchronization

/// Ends connections that take too long over a request, however often a byte of it comes.
///
/// The server's library ends those that are silent; whoever sends a head one byte every nine seconds is not, and would keep a place for
/// hours. Connections are known by a number of the server's, and closed by shutting their sockets down: the library then clears them away.
final class Patience: Sendable {
  /// What a connection is waited for.
  enum Stage: Sendable {
    /// The head of a request, the first or a further one.
    case head
    /// Its body, or the taking of the answer.
    case rest
    /// Nothing: the desk itself is at work.
    case own
  }

  private struct Waiting {
    let socket: Int32
    var stage: Stage
    var since: ContinuousClock.Instant
  }

  private let head: Duration
  private let rest: Duration
  private let waiting = Mutex<[UInt: Waiting]>([:])
  private let isOver = Mutex(false)

  init(head: Duration, rest: Duration) {
    self.head = head
    self.rest = rest
  }

  /// Begins to look once a second, until ``end()``.
  func begin() {
    Task.detached { [weak self] in
      while let self, !self.isOver.withLock({ $0 }) {
        self.look(.now)
        try? await Task.sleep(for: .seconds(1))
      }
    }
  }

  func end() { isOver.withLock { $0 = true } }

  /// A connection is there.
  func opened(_ connection: UInt, socket: Int32, at now: ContinuousClock.Instant = .now) {
    waiting.withLock { $0[connection] = Waiting(socket: socket, stage: .head, since: now) }
  }

  /// Something else is waited for now.
  func comes(to stage: Stage, _ connection: UInt, at now: ContinuousClock.Instant = .now) {
    waiting.withLock { waiting in
      waiting[connection]?.stage = stage
      waiting[connection]?.since = now
    }
  }

  /// A connection is about to be closed; its socket is not touched any more when this returns.
  func closed(_ connection: UInt) { waiting.withLock { $0[connection] = nil } }

  /// Shuts down what has taken too long.
  func look(_ now: ContinuousClock.Instant) {
    waiting.withLock { waiting in
      for (connection, one) in waiting where isTooLong(one, now) {
        shutdown(one.socket, Int32(SHUT_RDWR))
        waiting[connection] = nil
      }
    }
  }

  private func isTooLong(_ one: Waiting, _ now: ContinuousClock.Instant) -> Bool {
    switch one.stage {
    case .head: one.since.duration(to: now) > head
    case .rest: one.since.duration(to: now) > rest
    case .own: false
    }
  }
}
