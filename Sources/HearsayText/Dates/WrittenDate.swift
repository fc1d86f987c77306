import HearsayRecords

/// A date as a page writes it: as coarse as it is written, with the time of day where that is told.
struct WrittenDate: Hashable {
  /// A time of day; seconds where they are told.
  struct Clock: Hashable {
    var hour: Int
    var minute: Int
    var second: Int?
  }

  var year: Int
  var month: Int?
  var day: Int?
  var clock: Clock?
  /// Minutes east of Greenwich, where they are told.
  var offset: Int?

  /// Years that a date may have which stands in running text or in an address.
  ///
  /// Pages of news go back to about 1990; what is beyond is told about, or is a number.
  static let recentYears = 1990...2040
  /// Years that a date may have which is marked as that of publication: papers put their archives on the web.
  static let markedYears = 1700...2199

  /// The day, if there is such a day.
  init?(year: Int, month: Int, day: Int) {
    guard Self.markedYears.contains(year), (1...12).contains(month), day >= 1,
      day <= CivilCalendar.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The month, if there is such a month.
  init?(year: Int, month: Int) {
    guard Self.markedYears.contains(year), (1...12).contains(month) else { return nil }
    self.year = year
    self.month = month
  }

  /// The second of some milliseconds since 1970-01-01 in UTC.
  init?(milliseconds: Int) {
    let seconds = milliseconds.flooredQuotient(by: 1000)
    let days = seconds.flooredQuotient(by: 86_400)
    guard (-100_000...100_000).contains(days) else { return nil }
    let rest = seconds - days * 86_400
    let civil = CivilCalendar.day(days)
    self.init(year: civil.year, month: civil.month, day: civil.day)
    clock = Clock(hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60)
    offset = 0
  }

  /// Days since 1970-01-01; `nil` for what is coarser than a day.
  var dayNumber: Int? {
    guard let month, let day else { return nil }
    return CivilCalendar.number(year, month, day)
  }

  /// Minutes since 1970-01-01 in UTC; `nil` where the offset is not known.
  var minuteNumber: Int? {
    guard let dayNumber, let clock, let offset else { return nil }
    return dayNumber * 1440 + clock.hour * 60 + clock.minute - offset
  }

  /// How exact it is: 0 for a month, 1 for a day, 2 with the time of day, 3 with the offset too.
  var exactness: Int { day == nil ? 0 : clock == nil ? 1 : offset == nil ? 2 : 3 }

  /// Whether a machine that knew no date wrote it.
  var isNoDate: Bool {
    switch (year, month, day) {
    case (1970, 1, 1), (1969, 12, 31), (1900, 1, 1), (1899, 12, _), (1980, 1, 1): true
    default: false
    }
  }

  /// ISO 8601, as coarse as it is known.
  var iso: String {
    var text = CivilCalendar.padded(year, 4)
    guard let month else { return text }
    text += "-" + CivilCalendar.padded(month, 2)
    guard let day else { return text }
    text += "-" + CivilCalendar.padded(day, 2)
    guard let clock else { return text }
    text += "T" + CivilCalendar.padded(clock.hour, 2) + ":" + CivilCalendar.padded(clock.minute, 2)
    if let second = clock.second { text += ":" + CivilCalendar.padded(second, 2) }
    guard let offset else { return text }
    if offset == 0 { return text + "Z" }
    let minutes = abs(offset)
    return text + (offset < 0 ? "-" : "+") + CivilCalendar.padded(minutes / 60, 2) + ":"
      + CivilCalendar.padded(minutes % 60, 2)
  }
}
