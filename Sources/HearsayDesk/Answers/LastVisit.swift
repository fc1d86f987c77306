package import FoundationEssentials

/// What a browser had seen of the ledger when it was last here: kept in a cookie, so that the first page can begin with what came
/// since.
///
/// A visit ends with half an hour in which the first page was not asked for.
package struct LastVisit: Sendable, Hashable {
  /// The ledger's newest reading when the visit before ended; `nil` on a first visit.
  package let seen: Int?
  /// When it ended, in seconds since 1970.
  package let ended: Double?
  private let newest: Int
  private let now: Double

  static let pause = 1800.0
  static let cookie = "desk-seen"

  /// - Parameters:
  ///   - cookie: What the browser brings.
  ///   - newest: The ledger's newest reading now.
  ///   - now: The time.
  package init(cookie: String?, newest: Int, now: Date) {
    let parts = (cookie ?? "").split(separator: ".", omittingEmptySubsequences: false)
      .map { Int($0) }
    let time = now.timeIntervalSince1970.rounded(.down)
    self.newest = newest
    self.now = time
    guard parts.count == 4, let row = parts[2], let at = parts[3] else {
      (seen, ended) = (nil, nil)
      return
    }
    if time - Double(at) > Self.pause {
      // A ledger that was made anew has fewer readings than were seen.
      (seen, ended) = row <= newest ? (row, Double(at)) : (nil, nil)
    } else {
      (seen, ended) = (parts[0].flatMap { $0 <= newest ? $0 : nil }, parts[1].map(Double.init))
    }
  }

  /// What the browser is to keep.
  package var kept: String {
    "\(seen.map { "\($0)" } ?? "").\(ended.map { "\(Int($0))" } ?? "").\(newest).\(Int(now))"
  }
}
