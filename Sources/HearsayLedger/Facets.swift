import FoundationEssentials
import HearsayDatabase

/// Of which outlets and months the reports are in which words were found.
package struct Facets: Hashable, Sendable {
  /// How many reports of one outlet or month.
  package struct Count: Hashable, Sendable {
    package let name: String
    package let count: Int
  }

  /// Outlets, those with most reports first.
  package let outlets: [Count]
  /// Months of publication, as `2031-03`, in order.
  package let months: [Count]
  /// How many reports were counted.
  package let counted: Int
  /// Whether those are all.
  package let isAll: Bool
}

extension Snapshot {
  /// So many reports are counted, which takes some fifty milliseconds; where more have the words, the newest.
  package static let mostCounted = 10_000

  /// Counts the reports in which words occur by outlet and by month; the limit of the scope is not regarded.
  ///
  /// - Parameters:
  ///   - words: As ``FullTextQuery`` reads them.
  ///   - asked: Which reports count.
  ///   - most: So many are counted.
  /// - Returns: The counts, and whether they are of all.
  /// - Throws: ``LedgerError``.
  package func facets(
    _ words: String, _ asked: Scope = Scope(), most: Int = mostCounted
  ) throws(LedgerError) -> Facets {
    guard let query = FullTextQuery(words) else {
      return Facets(outlets: [], months: [], counted: 0, isAll: true)
    }
    return try answering {
      let scope = try ShelfScope(connection, asked)
      var outlets: [Int: Int] = [:]
      var days: [Int: Int] = [:]
      var counted = 0
      var isAll = true
      var open = Gathered<Int>(connection, first: most)
      func take() throws {
        let asked = open.take()
        let rows = try shelfRows(beginningAt: asked)
        for row in asked.compactMap({ rows[$0] }) where isAll {
          guard try scope.holds(row) else { continue }
          guard counted < most else {
            isAll = false
            break
          }
          counted += 1
          if let outlet = row.outlet { outlets[outlet, default: 0] += 1 }
          if row.isDated { days[Int((row.at / 86_400).rounded(.down)), default: 0] += 1 }
        }
      }
      for places in scope.places.reversed() where !scope.isEmpty && isAll {
        try wordTables().forEachPlace(ofAny: [query], in: places, isNewestFirst: true) { place in
          if open.add(place) { try take() }
          return isAll
        }
        try take()
      }
      var months: [String: Int] = [:]
      for (day, count) in days {
        let date = Date(timeIntervalSince1970: Double(day) * 86_400).ledgerText
        months[String(date.prefix(7)), default: 0] += count
      }
      var names: [String: Int] = [:]
      for (outlet, count) in outlets {
        let name = try connection.first(
          "SELECT name FROM outlets WHERE number = ?", [Value(outlet)]
        ) { $0.string(0) }
        if let name { names[name] = count }
      }
      return Facets(
        outlets: names.map { Facets.Count(name: $0.key, count: $0.value) }
          .sorted { ($1.count, $0.name) < ($0.count, $1.name) },
        months: months.map { Facets.Count(name: $0.key, count: $0.value) }
          .sorted { $0.name < $1.name },
        counted: counted, isAll: isAll)
    }
  }
}
