import HearsayRecords

/// A day of the proleptic Gregorian calendar.
struct CivilDay: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  let number: Int

  init(number: Int) {
    self.number = number
  }

  /// The day of a date; a day past the month's end counts on into the next.
  init(_ year: Int, _ month: Int, _ day: Int) {
    number = CivilCalendar.number(year, month, day)
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

  var parts: (year: Int, month: Int, day: Int) { CivilCalendar.day(number) }

  /// Monday is 1, Sunday 7.
  var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  var iso: String {
    CivilCalendar.text(number)
  }

  /// "2021-W44".
  var isoWeek: String {
    let thursday = adding(days: 4 - weekday)
    let first = CivilDay(thursday.parts.year, 1, 1)
    return
      "\(CivilCalendar.padded(thursday.parts.year, 4))-W\(CivilCalendar.padded((thursday.number - first.number) / 7 + 1, 2))"
  }

  func adding(days: Int) -> CivilDay { CivilDay(number: number + days) }

  /// The same day so many months on, or the last of a shorter month.
  func adding(months: Int) -> CivilDay {
    let (year, month, day) = parts
    let total = year * 12 + month - 1 + months
    let (y, m) = (total.flooredQuotient(by: 12), total - total.flooredQuotient(by: 12) * 12 + 1)
    return CivilDay(y, m, min(day, CivilCalendar.days(inMonth: m, of: y)))
  }

  static func < (left: CivilDay, right: CivilDay) -> Bool { left.number < right.number }
}
