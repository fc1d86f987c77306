import HearsayRecords

// The words that times are told in. Source: compiled for Hearsay. Date: 2026-11.

enum TimeWords {
  /// 1 … 12.
  static func month(_ word: String) -> Int? {
    let plain = word.hasSuffix(".") ? String(word.dropLast()) : word
    if let full = months.firstIndex(of: plain) { return full + 1 }
    if plain == "sept" { return 9 }
    return plain.count == 3 ? months.firstIndex { $0.hasPrefix(plain) }.map { $0 + 1 } : nil
  }

  /// Monday is 1.
  static func weekday(_ word: String) -> Int? {
    let plain =
      word.hasSuffix(".")
      ? String(word.dropLast())
      : word.hasSuffix("s") && word.count > 6 ? String(word.dropLast()) : word
    if let full = weekdays.firstIndex(of: plain) { return full + 1 }
    return word.hasSuffix(".")
      ? weekdays.firstIndex { plain.count >= 3 && $0.hasPrefix(plain) }.map { $0 + 1 } : nil
  }

  static func unit(_ word: String) -> TimeUnit? { units[word] }

  /// The TIMEX3 letters of a part of the day.
  static func partOfDay(_ word: String) -> String? { partsOfDay[word] }

  static func season(_ word: String) -> String? { seasons[word] }

  /// A number in digits or words, below a million.
  static func number(_ word: String) -> Int? {
    if let value = Int(word.replacing(",", with: "")) { return value }
    return numbers[word]
  }

  /// "10th", "first" → 10, 1.
  static func ordinal(_ word: String) -> Int? {
    if let index = ordinals.firstIndex(of: word) { return index + 1 }
    for ending in ["st", "nd", "rd", "th"] where word.hasSuffix(ending) {
      return Int(word.dropLast(2))
    }
    return nil
  }

  /// Fixed feast days: month and day.
  static func holiday(_ words: String) -> (month: Int, day: Int)? { holidays[words] }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let units: [String: TimeUnit] = [
    "second": .second, "seconds": .second, "minute": .minute, "minutes": .minute, "hour": .hour,
    "hours": .hour, "day": .day,
    "days": .day, "week": .week, "weeks": .week, "fortnight": .fortnight, "month": .month,
    "months": .month, "quarter": .quarter,
    "quarters": .quarter, "year": .year, "years": .year, "decade": .decade, "decades": .decade,
    "century": .century,
    "centuries": .century, "weekend": .weekend, "weekends": .weekend, "night": .night,
    "nights": .night,
  ]
  private static let partsOfDay = [
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "noon": "MI",
    "midday": "MI", "dawn": "MO", "midnight": "NI",
    "overnight": "NI", "dusk": "EV", "nightfall": "EV",
  ]
  private static let seasons = [
    "spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI",
  ]
  private static let numbers: [String: Int] = {
    var table = [
      "a": 1, "an": 1, "couple": 2, "few": 3, "several": 3, "dozen": 12, "hundred": 100,
      "thousand": 1000, "zero": 0,
    ]
    let small = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve", "thirteen", "fourteen",
      "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ]
    for (index, word) in small.enumerated() { table[word] = index + 1 }
    for (index, word) in ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
      .enumerated()
    { table[word] = (index + 3) * 10 }
    return table
  }()
  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
  ]
  private static let holidays: [String: (month: Int, day: Int)] = [
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "new year": (1, 1),
    "new year 's day": (1, 1),
    "new year 's eve": (12, 31), "halloween": (10, 31), "valentine 's day": (2, 14),
    "independence day": (7, 4), "may day": (5, 1),
    "boxing day": (12, 26),
  ]
}

enum TimeUnit: Sendable {
  case second, minute, hour, night, day, weekend, week, fortnight, month, quarter, year, decade,
    century

  /// TIMEX3's duration of `count` of it; -1 for an unknown count.
  func duration(_ count: Int) -> String {
    let n = count < 0 ? "X" : "\(count)"
    return switch self {
    case .second: "PT\(n)S"
    case .minute: "PT\(n)M"
    case .hour: "PT\(n)H"
    case .night: "P\(n)NI"
    case .day: "P\(n)D"
    case .weekend: "P\(n)WE"
    case .week: "P\(n)W"
    case .fortnight: count < 0 ? "PXW" : "P\(count * 2)W"
    case .month: "P\(n)M"
    case .quarter: "P\(n)Q"
    case .year: "P\(n)Y"
    case .decade: "P\(n)DE"
    case .century: "P\(n)CE"
    }
  }

  var granularity: TimeGranularity {
    switch self {
    case .second, .minute: .instant
    case .hour: .hour
    case .night: .partOfDay
    case .day: .day
    case .weekend: .weekend
    case .week, .fortnight: .week
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    case .decade, .century: .decade
    }
  }

  /// The day that lies `count` units from another.
  func moved(_ day: CivilDay, by count: Int) -> CivilDay {
    switch self {
    case .second, .minute, .hour: day
    case .night, .day: day.adding(days: count)
    case .weekend, .week: day.adding(days: count * 7)
    case .fortnight: day.adding(days: count * 14)
    case .month: day.adding(months: count)
    case .quarter: day.adding(months: count * 3)
    case .year: day.adding(months: count * 12)
    case .decade: day.adding(months: count * 120)
    case .century: day.adding(months: count * 1200)
    }
  }
}
