import HearsayRecords

/// Finds when a report was published where no markup says so: in its words, its address, and in the numbers
/// of the social posts it shows.
enum PublicationDate {
  /// Years a publication date may plausibly have.
  static let years = 1990...2040

  static func inText(_ text: String, address: String?) -> (String?, PublishedFrom) {
    if let day = stated(text) { return (day, .text) }
    if let address, let day = inAddress(address) { return (day, .url) }
    if let instant = StatusNumber.latest(in: text) { return (instant, .status) }
    return (nil, .none)
  }

  /// "/2021/11/07/", "2021-11-07" or "20211107" in an address or a file's name.
  static func inAddress(_ address: String) -> String? {
    let parts = address.split { !$0.isNumber }.map(String.init)
    for (index, part) in parts.enumerated() {
      if part.count == 8, let day = day(part.prefix(4), part.dropFirst(4).prefix(2), part.suffix(2))
      {
        return day
      }
      if part.count == 4, index + 2 < parts.count, parts[index + 1].count <= 2,
        parts[index + 2].count <= 2,
        let day = day(part, parts[index + 1], parts[index + 2])
      {
        return day
      }
    }
    return nil
  }

  /// A date in the first or last lines that stands alone or after "Published": "Published 7 November 2021".
  static func stated(_ text: String) -> String? {
    let lines = text.split(separator: "\n").filter { $0.contains { !$0.isWhitespace } }
    for line in lines.prefix(8) + lines.suffix(2) where line.count <= 90 {
      guard let day = DayWords.find(in: line) else { continue }
      return day
    }
    return nil
  }

  /// ISO 8601 of a day, if it is one.
  static func day(
    _ year: some StringProtocol, _ month: some StringProtocol, _ day: some StringProtocol
  ) -> String? {
    guard let y = Int(year), let m = Int(month), let d = Int(day), years.contains(y),
      (1...12).contains(m), (1...31).contains(d)
    else { return nil }
    return iso(y, m, d)
  }

  static func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return "\(year)-\(two(month))-\(two(day))"
  }
}

/// A day written with the month's name: "November 7, 2021", "7 Nov 2021", or in figures with the year first.
enum DayWords {
  static func find(in line: some StringProtocol) -> String? {
    let words = String(line).split { character in
      character.isWhitespace || ",|()".contains(character)
    }.map(String.init)
    for (index, word) in words.enumerated() {
      if word.count >= 10, word.dropFirst(4).first == "-" {
        let parts = word.prefix(10).split(separator: "-")
        if parts.count == 3, let day = PublicationDate.day(parts[0], parts[1], parts[2]) {
          return day
        }
      }
      guard let month = month(word) else { continue }
      let before = index > 0 ? number(words[index - 1]) : nil
      let after = index + 1 < words.count ? number(words[index + 1]) : nil
      let second = index + 2 < words.count ? number(words[index + 2]) : nil
      if let day = before, (1...31).contains(day), let year = after,
        PublicationDate.years.contains(year)
      {
        return PublicationDate.iso(year, month, day)
      }
      if let day = after, (1...31).contains(day), let year = second,
        PublicationDate.years.contains(year)
      {
        return PublicationDate.iso(year, month, day)
      }
    }
    return nil
  }

  private static func number(_ word: String) -> Int? {
    var digits = word[...]
    for ending in ["st", "nd", "rd", "th", "."] where digits.hasSuffix(ending) {
      digits = digits.dropLast(ending.count)
    }
    return Int(digits)
  }

  private static func month(_ word: String) -> Int? {
    let lower = word.lowercased().filter(\.isLetter)
    guard lower.count >= 3 else { return nil }
    return names.firstIndex {
      $0 == lower || $0.prefix(3) == lower || lower == "sept" && $0 == "september"
    }.map { $0 + 1 }
  }

  private static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}

/// The time that is encoded in the number of a post on Twitter/X: milliseconds since its epoch in the bits above 22.
enum StatusNumber {
  private static let epochMilliseconds = 1_288_834_974_657

  /// The time of the latest post that the text links to.
  ///
  /// A report is no older than what it shows.
  static func latest(in text: String) -> String? {
    var latest: Int?
    for part in text.split(separator: "/status/").dropFirst() {
      let digits = part.prefix { $0.isASCII && $0.isNumber }
      if let number = Int(digits), let time = milliseconds(number) {
        latest = max(latest ?? 0, time)
      }
    }
    return latest.map { instant(milliseconds: $0) }
  }

  static func milliseconds(_ number: Int) -> Int? {
    // Numbers before the scheme (2010) carry no time.
    guard number > 30_000_000_000 else { return nil }
    let time = (number >> 22) + epochMilliseconds
    return time < 2_200_000_000_000 ? time : nil
  }

  /// ISO 8601 in UTC, to the second.
  static func instant(milliseconds: Int) -> String {
    let seconds = milliseconds / 1000
    let days = seconds / 86_400
    let rest = seconds % 86_400
    // Civil date from days since 1970-01-01, after Howard Hinnant's "chrono-compatible algorithms".
    let z = days + 719_468
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * m + 2) / 5 + 1
    let month = m < 10 ? m + 3 : m - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return PublicationDate.iso(year, month, day)
      + "T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }
}
