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

  /// The condition on `readings g`.
  var condition: String {
    switch self {
    case .telling:
      """
      (g.number IN (SELECT reading FROM events WHERE status IN ('happened', 'ongoing', 'attempted'))
        OR g.number IN (SELECT reading FROM claims WHERE act = 'accuse'))
      """
    case .denying:
      """
      (g.number IN (SELECT reading FROM claims WHERE act IN ('deny', 'disavow'))
        OR g.number IN (SELECT reading FROM events
          WHERE status IN ('denied', 'negated') AND said_by IS NOT NULL))
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
    let moment =
      (line.report.published.flatMap(Moment.init) ?? Moment(line.firstSeen))?.first ?? 0
    let reach = Answering.reachInDays * 86_400
    var conditions = Conditions()
    var scope = Scope()
    scope.asOf = asOf
    conditions.add(scope)
    conditions.add("r.address <> ?", .text(line.address))
    conditions.add(
      "coalesce(g.published_at, unixepoch(r.first_seen)) BETWEEN ? AND ?",
      .real(moment - reach), .real(moment + reach))
    conditions.add(
      "g.number IN (SELECT rowid FROM readings_index WHERE readings_index MATCH ?)",
      .text(words.joined(separator: " OR ")))
    conditions.add(answering.condition)
    return try self.answering {
      try lines(
        conditions,
        order: "abs(coalesce(g.published_at, unixepoch(r.first_seen)) - ?), r.number LIMIT ?",
        with: [.real(moment), Value(Answering.mostReports)])
    }
  }
}
