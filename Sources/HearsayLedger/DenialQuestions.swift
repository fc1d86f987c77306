import HearsayRecords
import HearsaySQLite

/// Which reports may answer another: those that tell what it denies, or deny what it tells.
package enum Answering: Hashable, Sendable {
  /// Reports with an event told as having happened, or an accusation.
  case telling
  /// Reports that deny something, or in which somebody says that it did not happen.
  case denying

  /// So many days lie between a happening told in one report and its denial in another, at most.
  package static let reachInDays = 31.0
  /// So many reports are looked at for one, the nearest in time first.
  package static let mostReports = 200

  /// What a reading must have, whose records have numbers between the first parameter and the second.
  var condition: String {
    switch self {
    case .telling:
      """
      SELECT 1 WHERE EXISTS (SELECT 1 FROM events WHERE number BETWEEN ?1 AND ?2
          AND status IN ('happened', 'ongoing', 'attempted'))
        OR EXISTS (SELECT 1 FROM claims WHERE number BETWEEN ?1 AND ?2 AND act = 'accuse')
      """
    case .denying:
      """
      SELECT 1 WHERE EXISTS (SELECT 1 FROM claims WHERE number BETWEEN ?1 AND ?2
          AND act IN ('deny', 'disavow'))
        OR EXISTS (SELECT 1 FROM events WHERE number BETWEEN ?1 AND ?2
          AND status IN ('denied', 'negated') AND said_by IS NOT NULL)
      """
    }
  }
}

extension Snapshot {
  /// Reports at other addresses that came out near a report's date and use one of some words: each in the newest reading of its
  /// newest version, the nearest in time first.
  ///
  /// - Parameters:
  ///   - line: The report.
  ///   - answering: What they must have.
  ///   - beginnings: Beginnings of words of which a report must use one.
  ///   - asOf: The ledger as it was then.
  /// - Returns: At most ``Answering/mostReports``.
  /// - Throws: ``LedgerError``.
  package func reports(
    near line: ReportLine, _ answering: Answering, using beginnings: [String], asOf: Moment? = nil
  ) throws(LedgerError) -> [ReportLine] {
    let words = Set(beginnings).sorted().compactMap { FullTextQuery($0 + "*")?.expression }
    guard !words.isEmpty else { return [] }
    return try self.answering {
      guard let own = try Shelf(connection).row(ofReading: line.number) else { return [] }
      let reach = Answering.reachInDays * 86_400
      var asked = Scope()
      asked.asOf = asOf
      let scope = try ShelfScope(connection, asked)
      var near: [ShelfRow] = []
      // As many on each side as are wanted in all, the nearest first.
      for (places, order) in [
        (ShelfOrder.places(since: own.at - reach, until: own.at).lowerBound...own.place, "DESC"),
        (own.place...ShelfOrder.places(since: own.at, until: own.at + reach).upperBound, "ASC"),
      ] {
        var found = 0
        try connection.forEach(
          """
          SELECT rowid FROM readings_index
          WHERE readings_index MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid \(order)
          """,
          [
            .text(words.joined(separator: " OR ")), Value(places.lowerBound),
            Value(places.upperBound),
          ]
        ) { hit in
          guard let row = try shelfRow(at: hit.int(0)), abs(row.at - own.at) <= reach,
            try has(answering, row, notAt: line.address), try scope.holds(row)
          else { return true }
          near.append(row)
          found += 1
          return found < Answering.mostReports
        }
      }
      return try near.sorted {
        (abs($0.at - own.at), $0.reading) < (abs($1.at - own.at), $1.reading)
      }.prefix(Answering.mostReports).map { try stored.line($0.reading) }
    }
  }

  /// Whether a reading at another address has what it must.
  private func has(
    _ answering: Answering, _ row: ShelfRow, notAt address: String
  ) throws(SQLiteError) -> Bool {
    let numbers = RecordNumber.range(of: row.reading)
    let other = try connection.first(
      "SELECT r.address <> ? FROM readings g JOIN reports r ON r.number = g.report WHERE g.number = ?",
      [.text(address), Value(row.reading)]
    ) { $0.int(0) == 1 }
    guard other == true else { return false }
    return try connection.first(
      answering.condition, [Value(numbers.first), Value(numbers.last)]
    ) { _ in true } ?? false
  }
}
