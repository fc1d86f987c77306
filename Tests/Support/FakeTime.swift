import Synchronization

/// A clock that stands still, and jumps when somebody waits.
package final class FakeTime: Sendable {
  private struct State {
    var now: Double
    var waits: [Double] = []
  }

  private let state: Mutex<State>

  /// A clock at so many seconds since 1970.
  package init(_ now: Double = 1_900_000_000) { state = Mutex(State(now: now)) }

  /// Seconds since 1970.
  package var now: Double { state.withLock { $0.now } }

  /// How long was waited, each time.
  package var waits: [Double] { state.withLock { $0.waits } }

  /// Lets so many seconds pass.
  package func pass(_ seconds: Double) { state.withLock { $0.now += seconds } }

  /// Waits without waiting.
  package func wait(_ seconds: Double) {
    state.withLock {
      $0.now += seconds
      $0.waits.append(seconds)
    }
  }
}
