package import HearsayWeb

/// What is remembered of a feed, or a list of feeds, between two polls.
package struct FollowedFeed: Hashable, Sendable {
  /// The address it was named by; the path of a file.
  package let address: String
  /// Where it is asked for: it may have moved for good.
  package var target: String
  /// Whether it is a list of others.
  package var isList = false
  /// Its name.
  package var title: String?
  /// What names the state in which it was had last.
  package var validators = Validators()
  /// When it is to be asked again: seconds since 1970.
  package var next = 0.0
  /// Seconds between two polls, as it changes seldom or often.
  package var interval = 0.0
  /// How often in a row it could not be had.
  package var failures = 0
  /// When it was had last; `nil` if never.
  package var polled: Double?

  /// A feed that was never asked.
  package init(address: String) {
    self.address = address
    target = address
  }
}

/// What is remembered of a report that a feed named.
package struct FollowedPage: Hashable, Sendable {
  /// Where it stands with it.
  package enum State: Int, Hashable, Sendable {
    /// It is to be read.
    case pending = 0
    /// It was read.
    case read = 1
    /// It cannot be read, or may not.
    case refused = 2
    /// It was there before anybody watched, and is not read.
    case noted = 3
  }

  /// Its address.
  package let address: String
  /// The feed that named it last.
  package var feed: String
  /// The headline there.
  package var title: String?
  /// When the feed says it was published: ISO 8601.
  package var published: String?
  /// Where it stands with it.
  package var state = State.pending
  /// How often in a row it could not be had.
  package var tries = 0
  /// When it is to be fetched next: seconds since 1970; 0 for one that was read and is not looked at again.
  package var next = 0.0
  /// What names the state in which it was had last.
  package var validators = Validators()
  /// When it was read last; `nil` if never.
  package var read: Double?
  /// When it was read first.
  package var firstRead: Double?

  package init(address: String, feed: String) {
    self.address = address
    self.feed = feed
  }

  /// Remembers that it was read, or was as it had been; for so many seconds after it was read first it is looked
  /// at again.
  package mutating func markRead(at now: Double, revisitingFor seconds: Double?) {
    state = .read
    tries = 0
    read = now
    let first = firstRead ?? now
    firstRead = first
    next =
      seconds.flatMap { PollSchedule.revisit(after: now - first, for: $0) }.map { now + $0 } ?? 0
  }
}
