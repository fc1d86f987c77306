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
  package var first: String? { days.map { CivilCalendar.text($0.lowerBound) } }
  /// The last day.
  package var last: String? { days.map { CivilCalendar.text($0.upperBound) } }
  /// The year of the first day.
  package var year: Int? { days.map { CivilCalendar.day($0.lowerBound).year } }
  /// How many days it may have been.
  package var width: Int? { days?.count }
}
