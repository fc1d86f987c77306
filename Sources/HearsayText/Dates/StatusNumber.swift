/// The time that is encoded in the number of a post on a social network.
///
/// Each network counts time in the upper bits of its numbers, from a moment of its own; the lower bits tell machine and
/// sequence. Sources: Twitter's Snowflake (2010), Mastodon's `timestamp_id`, the AT Protocol's TID, Discord's API reference,
/// Instagram Engineering, "Sharding & IDs at Instagram" (2012).
enum StatusNumber {
  /// The instant at which a post was written, from its address; `nil` for addresses that are not those of posts.
  static func time(ofPostAt address: String) -> WrittenDate? {
    // AT Protocol addresses name the repository where others name the host.
    if address.hasPrefix("at://") {
      let steps = address.split(separator: "/").map(String.init)
      guard steps.contains("app.bsky.feed.post"), let last = steps.last,
        let milliseconds = sortableTime(last[...]), isPlausible(milliseconds)
      else { return nil }
      return WrittenDate(milliseconds: milliseconds)
    }
    let parts = WebAddressParts(address)
    let path = parts.path.prefix { $0 != "?" && $0 != "#" }
    let steps = path.split(separator: "/").map(String.init)
    guard let milliseconds = milliseconds(parts.host, steps), isPlausible(milliseconds) else {
      return nil
    }
    return WrittenDate(milliseconds: milliseconds)
  }

  /// The time of the latest post that a text links to.
  ///
  /// A report is no older than what it shows.
  static func latest(in text: String) -> WrittenDate? {
    var latest: WrittenDate?
    for part in text.split(separator: "/status/").dropFirst() {
      guard
        let time = twitter(part.prefix { $0.isASCII && $0.isNumber }).flatMap({
          isPlausible($0) ? WrittenDate(milliseconds: $0) : nil
        })
      else { continue }
      if time.minuteNumber ?? 0 > latest?.minuteNumber ?? Int.min { latest = time }
    }
    return latest
  }

  private static func milliseconds(_ host: String, _ steps: [String]) -> Int? {
    func after(_ names: String...) -> Substring? {
      guard let place = steps.lastIndex(where: names.contains), place + 1 < steps.count else {
        return nil
      }
      return steps[place + 1][...]
    }
    let site = host.split(separator: ".").suffix(2).joined(separator: ".")
    switch site {
    case "twitter.com", "x.com": return after("status", "statuses").flatMap(twitter)
    case "tiktok.com": return after("video", "photo").flatMap { Int($0) }.map { ($0 >> 32) * 1000 }
    case "discord.com":
      guard steps.first == "channels", steps.count == 4, let number = Int(steps[3]) else {
        return nil
      }
      return (number >> 22) + 1_420_070_400_000
    case "linkedin.com":
      // "/feed/update/urn:li:activity:7123…" and "/posts/name_words-activity-7123…-aBcD"
      return (steps.last?.split { ":-".contains($0) }.compactMap { Int($0) }.last { $0 > 1 << 60 })
        .map { $0 >> 22 }
    case "bsky.app": return after("post").flatMap(sortableTime)
    case "instagram.com", "threads.net", "threads.com":
      return after("p", "reel", "tv", "post").flatMap(shortCode)
    default:
      if let number = after("status", "statuses"), let time = mastodon(number) { return time }
      // "/@name/112233445566778899", and "/@name/posts/…" on its offshoots.
      guard steps.count >= 2, steps[0].hasPrefix("@"), let last = steps.last else { return nil }
      return mastodon(last[...])
    }
  }

  private static func twitter(_ digits: Substring) -> Int? {
    // Numbers before the scheme (November 2010) carry no time.
    guard let number = Int(digits), number > 30_000_000_000 else { return nil }
    return (number >> 22) + 1_288_834_974_657
  }

  private static func mastodon(_ digits: Substring) -> Int? {
    guard digits.utf8.count >= 17, let number = Int(digits) else { return nil }
    return number >> 16
  }

  /// AT Protocol: 13 characters of base 32, microseconds above the lowest 10 bits.
  private static func sortableTime(_ text: Substring) -> Int? {
    guard text.utf8.count == 13, let number = number(text, in: "234567abcdefghijklmnopqrstuvwxyz")
    else { return nil }
    return (number >> 10) / 1000
  }

  /// Instagram: 11 characters of base 64, milliseconds since 2011 above the lowest 23 bits.
  private static func shortCode(_ text: Substring) -> Int? {
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    guard (10...11).contains(text.utf8.count), let number = number(text, in: alphabet) else {
      return nil
    }
    return (number >> 23) + 1_314_220_021_721
  }

  private static func number(_ text: Substring, in alphabet: String) -> Int? {
    let letters = Array(alphabet.utf8)
    var number = 0
    for byte in text.utf8 {
      guard let value = letters.firstIndex(of: byte) else { return nil }
      let (product, overflow) = number.multipliedReportingOverflow(by: letters.count)
      guard !overflow else { return nil }
      number = product + value
    }
    return number
  }

  /// Between 2006, when there were no such posts, and 2040.
  private static func isPlausible(_ milliseconds: Int) -> Bool {
    (1_136_073_600_000..<2_208_988_800_000).contains(milliseconds)
  }
}
