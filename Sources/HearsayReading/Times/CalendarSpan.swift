import HearsayRecords

/// A stretch of days with the name TIMEX3 gives it.
struct CalendarSpan: Sendable {
  var first: CivilDay?
  var last: CivilDay?
  var timex: String?
  var granularity: TimeGranularity?
  /// Instants within the first day, told in the words: "T22:30" and the like.
  var clock: String?
  /// How it was worked out; `nil` when the words say it whole.
  var by: String?

  static func day(_ day: CivilDay, by: String? = nil) -> CalendarSpan {
    CalendarSpan(first: day, last: day, timex: day.iso, granularity: .day, by: by)
  }

  static func month(_ year: Int, _ month: Int, by: String? = nil) -> CalendarSpan {
    CalendarSpan(
      first: CivilDay(year, month, 1),
      last: CivilDay(year, month, CivilCalendar.days(inMonth: month, of: year)),
      timex: "\(CivilCalendar.padded(year, 4))-\(CivilCalendar.padded(month, 2))",
      granularity: .month, by: by
    )
  }

  static func year(_ year: Int, by: String? = nil) -> CalendarSpan {
    CalendarSpan(
      first: CivilDay(year, 1, 1), last: CivilDay(year, 12, 31),
      timex: CivilCalendar.padded(year, 4),
      granularity: .year, by: by)
  }

  static func decade(_ year: Int, by: String? = nil) -> CalendarSpan {
    let start = year / 10 * 10
    return CalendarSpan(
      first: CivilDay(start, 1, 1), last: CivilDay(start + 9, 12, 31),
      timex: String(CivilCalendar.padded(start, 4).prefix(3)), granularity: .decade, by: by)
  }

  /// Monday to Sunday around a day.
  static func week(around day: CivilDay, by: String? = nil) -> CalendarSpan {
    let monday = day.adding(days: 1 - day.weekday)
    return CalendarSpan(
      first: monday, last: monday.adding(days: 6), timex: day.isoWeek, granularity: .week, by: by)
  }

  /// Saturday and Sunday of a day's week.
  static func weekend(around day: CivilDay, by: String? = nil) -> CalendarSpan {
    let saturday = day.adding(days: 6 - day.weekday)
    return CalendarSpan(
      first: saturday, last: saturday.adding(days: 1), timex: day.isoWeek + "-WE",
      granularity: .weekend, by: by)
  }

  static func quarter(_ year: Int, _ number: Int, by: String? = nil) -> CalendarSpan {
    let first = number * 3 - 2
    return CalendarSpan(
      first: CivilDay(year, first, 1),
      last: CivilDay(year, first + 2, CivilCalendar.days(inMonth: first + 2, of: year)),
      timex: "\(CivilCalendar.padded(year, 4))-Q\(number)", granularity: .quarter, by: by)
  }

  /// Northern seasons by whole months, as TIMEX3's readers take them.
  static func season(_ year: Int, _ code: String, by: String? = nil) -> CalendarSpan {
    let start = ["SP": 3, "SU": 6, "FA": 9, "WI": 12][code] ?? 3
    let first = CivilDay(year, start, 1)
    return CalendarSpan(
      first: first, last: first.adding(months: 3).adding(days: -1),
      timex: "\(CivilCalendar.padded(year, 4))-\(code)", granularity: .season, by: by)
  }

  /// A part of a day; the night reaches into the next.
  static func part(_ code: String, of day: CivilDay, by: String? = nil) -> CalendarSpan {
    CalendarSpan(
      first: day, last: code == "NI" ? day.adding(days: 1) : day, timex: day.iso + "T" + code,
      granularity: .partOfDay, by: by)
  }

  /// A stretch that is told only by how long it is.
  static func duration(_ unit: TimeUnit, _ count: Int) -> CalendarSpan {
    CalendarSpan(timex: unit.duration(count), granularity: unit.granularity)
  }

  /// The whole unit that holds a day.
  static func whole(_ unit: TimeUnit, around day: CivilDay, by: String?) -> CalendarSpan {
    let (year, month, _) = day.parts
    return switch unit {
    case .week, .fortnight: .week(around: day, by: by)
    case .weekend: .weekend(around: day, by: by)
    case .month: .month(year, month, by: by)
    case .quarter: .quarter(year, (month + 2) / 3, by: by)
    case .year: .year(year, by: by)
    case .decade: .decade(year, by: by)
    case .century:
      CalendarSpan(
        first: CivilDay(year / 100 * 100, 1, 1), last: CivilDay(year / 100 * 100 + 99, 12, 31),
        timex: String(CivilCalendar.padded(year, 4).prefix(2)), granularity: .decade, by: by)
    case .night: .part("NI", of: day, by: by)
    case .second, .minute, .hour, .day: .day(day, by: by)
    }
  }

  /// A part of it, as `Data/language/times.tsv` spells them.
  enum Third: String { case early, mid, late }

  /// The first, middle or last third of it: "early March".
  func narrowed(to part: Third) -> CalendarSpan {
    guard let first, let last else { return self }
    var narrowed = self
    let third = max((last.number - first.number + 1) / 3, 1)
    switch part {
    case .early: narrowed.last = first.adding(days: third)
    case .mid:
      narrowed.first = first.adding(days: third)
      narrowed.last = last.adding(days: -third)
    case .late: narrowed.first = last.adding(days: -third)
    }
    return narrowed
  }
}
