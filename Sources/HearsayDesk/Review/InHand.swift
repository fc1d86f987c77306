package import FoundationEssentials
import Synchronization

/// Who looks at what just now, so that two do not decide about the same thing without knowing; forgotten when the desk ends.
package final class InHand: Sendable {
  private struct Hold {
    let person: String
    let until: Date
  }

  /// So long a thing is theirs who looked at it last.
  static let lasts = 3600.0
  private let holds = Mutex<[String: Hold]>([:])
  private let counts = Mutex<[String: Int]>([:])
  private let changed = Mutex<[String: (ledger: String, count: Int)]>([:])

  package init() {}

  /// Notes that somebody looks at a thing, and at nothing else any more.
  package func take(_ thing: String, _ person: String, now: Date) {
    holds.withLock { holds in
      holds = holds.filter { $0.value.person != person && $0.value.until > now }
      holds[thing] = Hold(person: person, until: now.addingTimeInterval(Self.lasts))
    }
  }

  /// Who else looks at a thing.
  package func other(_ thing: String, than person: String, now: Date) -> String? {
    holds.withLock { holds in
      guard let hold = holds[thing], hold.person != person, hold.until > now else { return nil }
      return hold.person
    }
  }

  /// How many things waited for somebody when the queue was looked at last.
  package func waiting(for person: String) -> Int? { counts.withLock { $0[person] } }

  package func note(_ count: Int, waitingFor person: String) {
    counts.withLock { $0[person] = count }
  }

  /// How many changes a ledger shows to somebody, or to all, which is counted once for each that stands otherwise.
  package func changes(
    of ledger: String, for whom: String, _ count: () throws -> Int?
  ) rethrows -> Int? {
    let known = changed.withLock { $0[whom] }
    if let known, known.ledger == ledger { return known.count }
    guard let counted = try count() else { return nil }
    changed.withLock { $0[whom] = (ledger, counted) }
    return counted
  }
}
