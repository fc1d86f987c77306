import HearsayRecords

/// Calendars beside the Gregorian one that pages of news are dated in.
enum OtherCalendars {
  /// The year before the first of an era: Japan's, and that of the Republic of China.
  static func eraStart(_ word: String) -> Int? {
    switch word {
    case "令和": 2018
    case "平成": 1988
    case "昭和": 1925
    case "民國", "民国", "中華民國": 1911
    default: nil
    }
  }

  /// The Gregorian day of one of the Persian solar calendar, by the 33-year cycle of leap years, which holds from 1178 to 1633.
  static func persian(_ year: Int, _ month: Int, _ day: Int) -> WrittenDate? {
    guard (1178...1633).contains(year), (1...12).contains(month), (1...31).contains(day),
      month <= 6 || day <= 30
    else { return nil }
    // 1 Farvardin 1375 was 20 March 1996.
    var days = CivilCalendar.number(1996, 3, 20) + (year - 1375) * 365
    days += leapYears(before: year) - leapYears(before: 1375)
    days += month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30
    let civil = CivilCalendar.day(days + day - 1)
    return WrittenDate(year: civil.year, month: civil.month, day: civil.day)
  }

  private static func leapYears(before year: Int) -> Int {
    let places = [1, 5, 9, 13, 17, 22, 26, 30]
    let cycle = year / 33
    return cycle * places.count + places.filter { $0 < year % 33 }.count
  }
}
