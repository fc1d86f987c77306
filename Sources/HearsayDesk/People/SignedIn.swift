package import FoundationEssentials
import Synchronization

/// Who has signed in with which browser, and who has failed to too often: forgotten when the desk ends.
package final class SignedIn: Sendable {
  /// A browser that somebody signed in with.
  private struct Session {
    let person: String
    var used: Date
  }

  private struct State {
    var sessions: [String: Session] = [:]
    var failures: [String: [Date]] = [:]
  }

  /// After so long without a request one has to sign in again.
  static let lasts = 12.0 * 3600
  /// So many wrong passwords for one name, or from one address, within a quarter of an hour.
  static let most = 8
  private static let window = 900.0
  private let state = Mutex(State())

  package init() {}

  /// Who uses a session; `nil` if nobody has signed in with it, or too long ago.
  package func person(of session: String, now: Date) -> String? {
    state.withLock { state in
      guard var known = state.sessions[session] else { return nil }
      guard now.timeIntervalSince(known.used) < Self.lasts else {
        state.sessions[session] = nil
        return nil
      }
      known.used = now
      state.sessions[session] = known
      return known.person
    }
  }

  /// Remembers who uses a session.
  package func add(_ session: String, _ person: String, now: Date) {
    state.withLock { state in
      state.sessions = state.sessions.filter { now.timeIntervalSince($0.value.used) < Self.lasts }
      state.sessions[session] = Session(person: person, used: now)
    }
  }

  /// Forgets a session.
  package func remove(_ session: String) { state.withLock { $0.sessions[session] = nil } }

  /// Whether a name or address has failed so often that it has to wait.
  package func mustWait(_ keys: [String], now: Date) -> Bool {
    state.withLock { state in
      keys.contains { key in
        (state.failures[key] ?? []).count { now.timeIntervalSince($0) < Self.window } >= Self.most
      }
    }
  }

  /// Remembers a wrong password.
  package func fail(_ keys: [String], now: Date) {
    state.withLock { state in
      // Names that nobody has could fill the memory: only so many are remembered.
      if state.failures.count > 10_000 { state.failures = [:] }
      for key in keys {
        state.failures[key] =
          (state.failures[key] ?? []).filter { now.timeIntervalSince($0) < Self.window } + [now]
      }
    }
  }
}
