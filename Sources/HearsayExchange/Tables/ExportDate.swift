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
    if let range = Days.range(told?.earliest, told?.latest) {
      days = range
      isPublication = false
    } else {
      let published = incident.tellings.compactMap(\.line.report.published).min()
      days = Days.range(published, nil).map { $0.lowerBound...$0.lowerBound }
      isPublication = true
    }
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
