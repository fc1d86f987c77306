import Synchronization

/// By which whoever started a run asks it to stop: what is in hand is still finished and kept.
package final class Halt: Sendable {
  private struct State {
    var isAsked = false
    var action: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())

  package init() {}

  /// Whether it was asked.
  package var isAsked: Bool { state.withLock { $0.isAsked } }

  /// Asks the run to stop, also one that has not begun.
  package func ask() {
    let action = state.withLock { state in
      defer { state.isAsked = true }
      return state.isAsked ? nil : state.action
    }
    action?()
  }

  /// Says what stops the run.
  func whenAsked(_ action: @escaping @Sendable () -> Void) {
    let isAsked = state.withLock { state in
      state.action = action
      return state.isAsked
    }
    if isAsked { action() }
  }
}
