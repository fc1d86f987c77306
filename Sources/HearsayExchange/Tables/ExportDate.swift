import HearsayLedger
import HearsayRecords
import HearsayStories

/// When an incident was, as tables of days want it.
package struct ExportDate: Hashable, Sendable {
  /// The first and the last day it may have been, counted from 1970; `nil` if nobody tells.
  package let days: ClosedRange<Int>?
  /// Whether the day is that of the first report, since nothing tells when it was.
  package let isPublication: Bool

  init(_ incident: ExportedIncident) {
    let told = incident.incident.when
    if let first = Self.edge(told?.earliest ?? told?.latest, isLast: false),
      let last = Self.edge(told?.latest ?? told?.earliest, isLast: true), first <= last
    {
      days = first...last
      isPublication = false
    } else {
      let published = incident.tellings.compactMap(\.line.report.published).min()
      days = Self.edge(published, isLast: false).map { $0...$0 }
      isPublication = true
    }
  }

  private static func edge(_ date: String?, isLast: Bool) -> Int? {
    guard let date else { return nil }
    let parts = date.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard let year = parts.first, date.prefix(4).allSatisfy(\.isNumber) else { return nil }
    let month = parts.count > 1 ? parts[1] : (isLast ? 12 : 1)
    guard (1...12).contains(month) else { return nil }
    let day =
      parts.count > 2 ? parts[2] : (isLast ? CivilCalendar.days(inMonth: month, of: year) : 1)
    return CivilCalendar.number(year, month, day)
  }

  /// The first day as `2031-03-04`.
  package var first: String? { days.map { Self.text($0.lowerBound) } }
  /// The last day.
  package var last: String? { days.map { Self.text($0.upperBound) } }
  /// The year of the first day.
  package var year: Int? { days.map { CivilCalendar.day($0.lowerBound).year } }
  /// How many days it may have been.
  package var width: Int? { days?.count }

  package static func text(_ number: Int) -> String {
    let day = CivilCalendar.day(number)
    return "\(padded(day.year, 4))-\(padded(day.month, 2))-\(padded(day.day, 2))"
  }

  /// A number with as many digits at least.
  package static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
