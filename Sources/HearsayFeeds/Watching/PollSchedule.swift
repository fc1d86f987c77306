/// When to ask again: a feed often while it changes, seldom while it does not; what cannot be had ever less often.
package struct PollSchedule: Hashable, Sendable {
  /// The least seconds between two polls of one feed.
  package static let shortest = 300.0
  /// How many times longer a feed that does not change has to wait.
  private static let slowest = 8.0
  /// The longest wait after failures.
  private static let longest = 86_400.0
  /// Attempts at a page before it is given up.
  package static let mostTries = 6

  /// The seconds between two polls of a feed that changes.
  package let every: Double

  package init(every: Double) { self.every = max(Self.shortest, every) }

  /// The seconds until a feed that could be had is asked again.
  ///
  /// - Parameters:
  ///   - previous: The seconds before this poll; 0 for the first.
  ///   - hadNews: Whether it named anything new.
  ///   - minutes: What the feed itself asks for.
  /// - Returns: Seconds.
  package func interval(after previous: Double, hadNews: Bool, asked minutes: Int?) -> Double {
    let wanted = previous == 0 ? every : hadNews ? previous / 2 : previous * 1.5
    let least = max(every, Double(minutes ?? 0) * 60)
    return min(every * Self.slowest, max(least, wanted))
  }

  /// The seconds until what could not be had is asked for again.
  ///
  /// - Parameters:
  ///   - failures: How often in a row it could not, from 1.
  ///   - retryAfter: What the server asks for.
  /// - Returns: Seconds.
  package func delay(afterFailures failures: Int, retryAfter: Double?) -> Double {
    let doubled = every * Double(1 << min(10, max(0, failures - 1)))
    return min(Self.longest, max(doubled, retryAfter ?? 0))
  }

  /// The seconds until a report is looked at again that was read `age` seconds ago for the first time: an hour, then
  /// as long as it is old; `nil` once it is older than `limit`.
  ///
  /// Most changes that nobody announces come in the first hours.
  static func revisit(after age: Double, for limit: Double) -> Double? {
    let wait = max(3_600, age)
    return age + wait <= limit ? wait : nil
  }
}
