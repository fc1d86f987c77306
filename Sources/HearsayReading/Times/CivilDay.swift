/// A day of the proleptic Gregorian calendar.
struct CivilDay: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  let number: Int

  init(number: Int) {
    self.number = number
  }

  /// The day of a date; a day past the month's end counts on into the next.
  init(_ year: Int, _ month: Int, _ day: Int) {
    // Days from a civil date, after Howard Hinnant's "chrono-compatible algorithms".
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// The day at the start of an ISO 8601 date or instant.
  init?(iso: String) {
    let parts = iso.prefix(10).split(separator: "-")
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    self.init(year, month, day)
  }

  var parts: (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * dayOfYear + 2) / 153
    let month = m < 10 ? m + 3 : m - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * m + 2) / 5 + 1)
  }

  /// Monday is 1, Sunday 7.
  var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  var iso: String {
    let (year, month, day) = parts
    return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  /// "2021-W44".
  var isoWeek: String {
    let thursday = adding(days: 4 - weekday)
    let first = CivilDay(thursday.parts.year, 1, 1)
    return
      "\(Self.padded(thursday.parts.year, 4))-W\(Self.padded((thursday.number - first.number) / 7 + 1, 2))"
  }

  func adding(days: Int) -> CivilDay { CivilDay(number: number + days) }

  /// The same day so many months on, or the last of a shorter month.
  func adding(months: Int) -> CivilDay {
    let (year, month, day) = parts
    let total = year * 12 + month - 1 + months
    let (y, m) = (Self.floor(total, 12), total - Self.floor(total, 12) * 12 + 1)
    return CivilDay(y, m, min(day, Self.days(inMonth: m, of: y)))
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    let next = month == 12 ? CivilDay(year + 1, 1, 1) : CivilDay(year, month + 1, 1)
    return next.number - CivilDay(year, month, 1).number
  }

  static func < (left: CivilDay, right: CivilDay) -> Bool { left.number < right.number }

  static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func floor(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((-a + b - 1) / b) }
}
