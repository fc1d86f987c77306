import HearsayRecords

/// Days counted from 1970, for comparing dates of different reports.
package enum Days {
  /// The day of an ISO 8601 date or instant; `nil` for one that is coarser than a day.
  static func number(_ date: String?) -> Int? {
    guard let date, date.count >= 10 else { return nil }
    let parts = date.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]) else {
      return nil
    }
    return CivilCalendar.number(parts[0], parts[1], parts[2])
  }

  /// The days that a date of any coarseness covers.
  package static func range(_ earliest: String?, _ latest: String?) -> ClosedRange<Int>? {
    guard let first = edge(earliest ?? latest, isLast: false),
      let last = edge(latest ?? earliest, isLast: true), first <= last
    else { return nil }
    return first...last
  }

  private static func edge(_ date: String?, isLast: Bool) -> Int? {
    guard let date else { return nil }
    if let day = number(date) { return day }
    switch date.count {
    case 4: return number(date + (isLast ? "-12-31" : "-01-01"))
    case 7:
      guard isLast else { return number(date + "-01") }
      let parts = date.split(separator: "-").compactMap { Int($0) }
      guard parts.count == 2, (1...12).contains(parts[1]) else { return nil }
      return number("\(date)-\(CivilCalendar.days(inMonth: parts[1], of: parts[0]))")
    default: return nil
    }
  }
}
