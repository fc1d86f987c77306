import HearsayRecords

/// Reads the dates of feeds into ISO 8601: RFC 822 and 2822 in all their dialects, W3CDTF and ISO 8601, and what is
/// near enough to have one meaning only.
///
/// A date keeps the time zone it was told in, since "Tuesday" in a report is Tuesday where it was written. What may mean
/// two days (`03/04/2021`) is no date.
enum FeedDate {
  /// ISO 8601 of a date as coarse as it is told; `nil` for what is none.
  static func iso(_ text: String) -> String? {
    let words = words(of: text)
    guard !words.isEmpty, words.count <= 12 else { return nil }
    var draft = DateDraft()
    for (index, word) in words.enumerated() {
      draft.take(word, next: index + 1 < words.count ? words[index + 1] : nil)
      guard !draft.isBroken else { return nil }
    }
    return draft.iso
  }

  /// Words without commas and brackets, in lower case; the T between date and time is a gap.
  private static func words(of text: String) -> [String] {
    guard text.utf8.count <= 120 else { return [] }
    let lowered = text.lowercased().replacing("\u{2212}", with: "-")
    return lowered.split { $0.isWhitespace || ",()|·".contains($0) }.flatMap { word -> [String] in
      // 2004-01-01T10:00 and 20040101T1000; the T of "4th" and "est" has no digit on one side.
      guard let mark = word.firstIndex(of: "t"), word[..<mark].last?.isNumber == true else {
        return [String(word)]
      }
      let time = word[mark...].dropFirst()
      guard time.first?.isNumber != false else { return [String(word)] }
      return [String(word[..<mark]), String(time)].filter { !$0.isEmpty }
    }
  }
}

/// A date as far as its words have been understood.
private struct DateDraft {
  private var year: Int?
  private var month: Int?
  private var day: Int?
  private var time: String?
  private var zone: String?
  private var isAfternoon: Bool?
  /// Words that contradict each other or mean several things.
  private(set) var isBroken = false

  /// Years that a report may have been published in; machines that do not know the date write year 1 or 1900.
  private static let years = 1950...2199

  mutating func take(_ word: String, next: String?) {
    if word.contains(":") {
      takeTime(word)
    } else if let number = Int(word), word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      takeNumber(number, digits: word.utf8.count)
    } else if word.hasPrefix("+") || (word.hasPrefix("-") && time != nil) {
      takeOffset(word)
    } else if word.contains(where: \.isNumber) {
      takeParts(word)
    } else {
      takeName(word)
    }
  }

  var iso: String? {
    guard let year, Self.years.contains(year) else { return nil }
    guard let month else { return day == nil && time == nil ? CivilCalendar.padded(year, 4) : nil }
    guard (1...12).contains(month) else { return nil }
    let start = "\(CivilCalendar.padded(year, 4))-\(CivilCalendar.padded(month, 2))"
    guard let day else { return time == nil ? start : nil }
    guard day >= 1, day <= CivilCalendar.days(inMonth: month, of: year) else { return nil }
    let date = "\(start)-\(CivilCalendar.padded(day, 2))"
    guard let time = clock else { return date }
    return "\(date)T\(time)\(zone ?? "")"
  }

  /// The time of day, with the afternoon counted in; `nil` for none and for impossible ones.
  private var clock: String? {
    guard let time else { return nil }
    var parts = time.split(separator: ":").map { Int($0) ?? 99 }
    if let isAfternoon {
      guard (1...12).contains(parts[0]) else { return nil }
      parts[0] = parts[0] % 12 + (isAfternoon ? 12 : 0)
    }
    guard parts[0] < 24, parts[1] < 60, parts.count < 3 || parts[2] <= 60 else { return nil }
    return parts.map { CivilCalendar.padded($0, 2) }.joined(separator: ":")
  }

  private mutating func takeNumber(_ number: Int, digits: Int) {
    switch digits {
    case 4 where year == nil: year = number
    case 4 where time == nil: takeTime("\(number / 100):\(number % 100)")
    case 8 where year == nil: takeDay(number / 10_000, number / 100 % 100, number % 100)
    case 6 where year != nil && time == nil:
      takeTime("\(number / 10_000):\(number / 100 % 100):\(number % 100)")
    case 1...2 where day == nil && number >= 1 && number <= 31: day = number
    case 1...2 where year == nil: year = Self.full(number)
    default: isBroken = true
    }
  }

  /// Numbers with something between them: 2004-01-31, 31-Jan-2004, 2004/1/31, 31.1.2004, 1st, 2004-366.
  private mutating func takeParts(_ word: String) {
    let ends = ["st", "nd", "rd", "th"]
    if ends.contains(where: word.hasSuffix), let number = Int(word.dropLast(2)), day == nil {
      day = number
      return
    }
    let isDotted = word.contains(".")
    // 2003-12-31-08:00 and 10:14z are taken by the colon; a zone at the end of a time by takeTime.
    if word.hasSuffix("z"), let number = Int(word.dropLast()), word.utf8.count > 4 {
      takeNumber(number, digits: word.utf8.count - 1)
      zone = "Z"
      return
    }
    if time == nil, year != nil, let sign = word.firstIndex(where: { "+-".contains($0) }),
      let clock = Int(word[..<sign]), [4, 6].contains(word[..<sign].utf8.count)
    {
      takeNumber(clock, digits: word[..<sign].utf8.count)
      takeOffset(String(word[sign...]))
      return
    }
    if ["gmt", "utc", "ut"].contains(where: word.hasPrefix) {
      takeOffset(word)
      return
    }
    let parts = word.split { "-/.年月日".contains($0) }.map(String.init)
    switch parts.count {
    case 3:
      if let named = MonthNames.number(parts[1]), let last = Int(parts[2]),
        let first = Int(parts[0])
      {
        parts[2].utf8.count <= 2
          ? takeDay(Self.full(last), named, first) : takeDay(last, named, first)
        return
      }
      let numbers = parts.compactMap { Int($0) }
      guard numbers.count == 3 else { break }
      if parts[0].utf8.count == 4 {
        takeDay(numbers[0], numbers[1], numbers[2])
      } else if parts[2].utf8.count == 4 {
        // The day comes first where dots stand between, and where only one order gives a month.
        if isDotted || (numbers[0] > 12 && numbers[1] <= 12) || numbers[0] == numbers[1] {
          takeDay(numbers[2], numbers[1], numbers[0])
        } else if numbers[1] > 12, numbers[0] <= 12 {
          takeDay(numbers[2], numbers[0], numbers[1])
        } else {
          isBroken = true
        }
      } else {
        isBroken = true
      }
      return
    case 2:
      guard let first = Int(parts[0]), let second = Int(parts[1]), parts[0].utf8.count == 4,
        year == nil
      else { break }
      if parts[1].utf8.count == 3 {
        takeDay(of: first, number: second)
      } else {
        (year, month) = (first, second)
      }
      return
    default: break
    }
    isBroken = true
  }

  private mutating func takeDay(_ year: Int, _ month: Int, _ day: Int) {
    guard self.year == nil, self.month == nil, self.day == nil else {
      isBroken = true
      return
    }
    (self.year, self.month, self.day) = (year, month, day)
  }

  private mutating func takeDay(of year: Int, number: Int) {
    var rest = number
    for month in 1...12 {
      let days = CivilCalendar.days(inMonth: month, of: year)
      if rest <= days {
        takeDay(year, month, rest)
        return
      }
      rest -= days
    }
    isBroken = true
  }

  private mutating func takeTime(_ word: String) {
    guard time == nil else {
      // "10:00:00 +01:00" has a colon in its offset.
      takeOffset(word)
      return
    }
    // The date may stand right before it: 2003-12-31:10:14.
    var rest = word[...]
    let end = rest.firstIndex { !$0.isNumber && $0 != ":" && $0 != "." } ?? rest.endIndex
    let clock = rest[..<end]
    rest = rest[end...]
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hour = Int(parts[0]), let minute = Int(parts[1]) else {
      isBroken = true
      return
    }
    var text = "\(hour):\(minute)"
    if parts.count == 3 {
      guard let seconds = Int(parts[2].prefix { $0 != "." }) else {
        isBroken = true
        return
      }
      text += ":\(seconds)"
    }
    time = text
    guard !rest.isEmpty else { return }
    if rest.hasPrefix("+") || rest.hasPrefix("-") {
      takeOffset(String(rest))
    } else {
      takeName(String(rest))
    }
  }

  private mutating func takeOffset(_ written: String) {
    // "GMT+02:00" means the same as "+02:00".
    let word = written.drop { $0.isLetter }
    let digits = word.filter(\.isNumber)
    guard word.hasPrefix("+") || word.hasPrefix("-"), (1...4).contains(digits.count),
      let number = Int(digits)
    else { return }
    let hours = digits.count > 2 ? number / 100 : number
    let minutes = digits.count > 2 ? number % 100 : 0
    // An offset that no place on Earth has says nothing.
    guard hours <= 14, minutes < 60 else { return }
    zone =
      hours == 0 && minutes == 0
      ? "Z"
      : "\(word.prefix(1))\(CivilCalendar.padded(hours, 2)):\(CivilCalendar.padded(minutes, 2))"
  }

  private mutating func takeName(_ word: String) {
    let name = word.filter { $0 != "." }
    if name == "am" || name == "pm" {
      isAfternoon = name == "pm"
    } else if let number = MonthNames.number(name) {
      guard month == nil else {
        isBroken = true
        return
      }
      month = number
    } else if zone == nil, let offset = ZoneNames.offset(name) {
      zone = offset
    }
    // Days of the week and words like "at" say nothing that the date does not.
  }

  /// Years of two digits as RFC 2822 reads them, only from 1970.
  private static func full(_ year: Int) -> Int {
    year < 70 ? 2000 + year : year < 100 ? 1900 + year : year
  }
}

/// Months by the beginning of their names.
private enum MonthNames {
  private static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  static func number(_ word: String) -> Int? {
    let word = word.hasSuffix(".") ? String(word.dropLast()) : word
    guard word.count >= 3 else { return nil }
    return names.firstIndex { $0.hasPrefix(word) || word == "sept" && $0 == "september" }
      .map { $0 + 1 }
  }
}

/// Time zones by the names that are used for one offset only (RFC 822, and those common in news).
private enum ZoneNames {
  private static let offsets: [String: String] = [
    "z": "Z", "ut": "Z", "utc": "Z", "gmt": "Z", "wet": "Z",
    "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
    "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "akst": "-09:00",
    "akdt": "-08:00", "hst": "-10:00", "bst": "+01:00", "west": "+01:00", "cet": "+01:00",
    "mez": "+01:00", "cest": "+02:00", "mesz": "+02:00", "eet": "+02:00", "sast": "+02:00",
    "eest": "+03:00", "msk": "+03:00", "trt": "+03:00", "pkt": "+05:00", "sgt": "+08:00",
    "hkt": "+08:00", "jst": "+09:00", "kst": "+09:00", "aest": "+10:00", "aedt": "+11:00",
    "nzst": "+12:00", "nzdt": "+13:00",
  ]

  static func offset(_ name: String) -> String? { offsets[name] }
}
