package import HearsayLedger
package import HearsayRecords
import HearsayStories

/// The number by which other people's files know a record, and so an incident: that of its record which the ledger met first.
///
/// It is made of the report's address and the words that tell it, so it is the same whenever it is exported: a later report, a
/// better reader, a new version of the page or two incidents that turn out to be one change nothing in it. Numbers of records that
/// no longer stand alone are never given to anything else.
package struct IncidentNumber: Hashable, Comparable, Sendable {
  /// 1 to 2⁴⁸: whole in every program that keeps numbers as floating point.
  package let number: Int
  /// When the ledger first saw a version of the report, then the record's place in it.
  private let seen: String
  private let place: Int

  package static func < (left: IncidentNumber, right: IncidentNumber) -> Bool {
    (left.seen, left.place, left.number) < (right.seen, right.place, right.number)
  }

  /// The numbers of all happenings of a report; `seen` is when the ledger first saw a version of it.
  package static func all(
    of reading: Reading, _ line: ReportLine, seen: String
  ) -> [String: IncidentNumber] {
    let positions = PositionMap(reading.report.text)
    let triggers = Dictionary(
      reading.events.map { ($0.id, $0.trigger) }, uniquingKeysWith: { first, _ in first })
    var met: [String: Int] = [:]
    var numbers: [String: IncidentNumber] = [:]
    for (place, happening) in reading.happenings.enumerated() {
      let words = happening.events.first.flatMap { triggers[$0] }.map(positions.exact) ?? ""
      let told = "\(line.address)\n\(happening.type.rawValue)\n\(words.lowercased())"
      // What is told twice in the same words is told apart by which comes first.
      met[told, default: 0] += 1
      let digest = SHA256.hex("\(told)\n\(met[told] ?? 1)".utf8)
      numbers["\(line.id):\(happening.id)"] = IncidentNumber(
        number: (Int(digest.prefix(12), radix: 16) ?? 0) + 1, seen: seen, place: place)
    }
    return numbers
  }
}
