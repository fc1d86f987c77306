import HearsayRecords

/// Which of the reports that a feed names are to be read.
package struct Selection: Hashable, Sendable {
  /// What to do with an entry.
  package enum Decision: Hashable, Sendable {
    /// Fetch and read it.
    case read
    /// Remember it as one that was there before.
    case note
    /// Nothing new.
    case nothing
  }

  /// Longer addresses are not followed: no report has them, and rules for robots are compared with every byte.
  private static let longestAddress = 2_048
  /// Sitemaps may name everything that a site ever published; what is older than two days, as in news sitemaps,
  /// counts as there before.
  private static let sitemapSeconds = 2 * 86_400.0

  private let now: Double
  private let since: Double?

  /// A selection at a time, of reports from `since` on if that is given: seconds since 1970.
  package init(now: Double, since: Double? = nil) {
    self.now = now
    self.since = since
  }

  /// Decides on one entry.
  ///
  /// - Parameters:
  ///   - entry: What the feed says.
  ///   - stamp: What the feed said of it last time, as ``stamp(of:)`` has it; `nil` if it did not name it.
  ///   - page: What is remembered of its page.
  ///   - form: How the feed is written.
  ///   - isFirstPoll: Whether the feed was never read before.
  /// - Returns: What to do with it.
  func decide(
    _ entry: FeedEntry, stamp: String?, page: FollowedPage?, form: Feed.Form, isFirstPoll: Bool
  ) -> Decision {
    guard let address = entry.address, address.utf8.count <= Self.longestAddress else {
      return .nothing
    }
    if let stamp { return stamp == Self.stamp(of: entry) ? .nothing : .read }
    if let page {
      // Another feed named it: it is read again only if it has changed since.
      guard page.state == .read, let read = page.read, let updated = entry.updated,
        let changed = FeedDate.seconds(updated)
      else { return page.state == .noted ? decide(new: entry, form, isFirstPoll) : .note }
      return changed > read ? .read : .note
    }
    return decide(new: entry, form, isFirstPoll)
  }

  private func decide(new entry: FeedEntry, _ form: Feed.Form, _ isFirstPoll: Bool) -> Decision {
    let limit = since ?? (form == .sitemap ? now - Self.sitemapSeconds : nil)
    let dates = [entry.published, entry.updated].compactMap { $0.flatMap(FeedDate.lastSecond) }
    guard let date = dates.max() else { return form == .sitemap && isFirstPoll ? .note : .read }
    return limit.map { date >= $0 } ?? true ? .read : .note
  }

  /// What of an entry tells that its report has changed.
  static func stamp(of entry: FeedEntry) -> String {
    [entry.published, entry.updated, entry.title].map { $0 ?? "" }.joined(separator: "\n")
  }

  /// The sitemaps of a list that may name new reports, newest first: those that changed lately, or do not say.
  package func sitemaps(_ references: [FeedReference]) -> [FeedReference] {
    let limit = since ?? now - Self.sitemapSeconds
    let dated = references.map { (reference: $0, date: $0.updated.flatMap(FeedDate.lastSecond)) }
    let kept = dated.filter { $0.date.map { $0 >= limit } ?? true }
    return kept.sorted { $0.date ?? 0 > $1.date ?? 0 }.prefix(Self.mostSitemaps).map(\.reference)
  }

  private static let mostSitemaps = 50
}

extension FeedDate {
  /// The first second that a date may mean, since 1970; without time zone as UTC.
  static func seconds(_ iso: String) -> Double? {
    let parts = iso.prefix(10).split(separator: "-").map { Int($0) ?? 0 }
    guard let year = parts.first, year > 0 else { return nil }
    let month = parts.count > 1 ? parts[1] : 1
    let day = parts.count > 2 ? parts[2] : 1
    var seconds = Double(CivilCalendar.number(year, month, day)) * 86_400
    guard let mark = iso.firstIndex(of: "T") else { return seconds }
    let clock = iso[iso.index(after: mark)...]
    let time = clock.prefix { $0.isNumber || $0 == ":" }.split(separator: ":")
    for (part, unit) in zip(time, [3_600.0, 60, 1]) { seconds += (Double(part) ?? 0) * unit }
    let zone = clock.drop { $0.isNumber || $0 == ":" }
    guard let sign = zone.first, sign != "Z" else { return seconds }
    let offset = zone.dropFirst().split(separator: ":").compactMap { Double($0) }
    guard offset.count == 2 else { return seconds }
    return seconds - (sign == "-" ? -1 : 1) * (offset[0] * 3_600 + offset[1] * 60)
  }

  /// The last second that it may mean.
  static func lastSecond(_ iso: String) -> Double? {
    let coarseness: Double =
      switch iso.count {
      case 4: 366 * 86_400
      case 7: 31 * 86_400
      case 10: 86_400
      default: 60
      }
    return seconds(iso).map { $0 + coarseness - 1 }
  }
}
