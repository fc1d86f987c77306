import HearsayRecords
import HearsaySQLite

/// A report whose words are mostly those of another.
package struct NearCopy: Hashable, Sendable {
  /// The report.
  package let report: ReportLine
  /// The share of the runs of five words of both texts that both have, 0 to 1.
  package let likeness: Double
  /// The share of the asked report's runs that this one has, 0 to 1: 1 if it was taken over whole.
  package let shared: Double
}

extension Snapshot {
  /// The reports at other addresses whose text is nearly the same, the earliest first: by publication, where that is not
  /// known by when they were fetched.
  ///
  /// - Parameters:
  ///   - line: The report asked about.
  ///   - scope: Which reports count.
  /// - Returns: Empty for a text too short to be told from others.
  /// - Throws: ``LedgerError``.
  package func nearCopies(
    of line: ReportLine, _ scope: Scope = Scope()
  ) throws(LedgerError) -> [NearCopy] {
    try answering {
      let shingles = Shingles(try text(of: line.number))
      let candidates = try NearCopyIndex(connection).candidates(
        shingles.signature, notAt: line.address, most: -1)
      var conditions = Conditions()
      conditions.add(scope)
      conditions.add("g.number = ?")
      var copies: [NearCopy] = []
      for candidate in candidates.sorted(by: { $0.order < $1.order }) {
        let overlap = shingles.overlap(with: Shingles(try text(of: candidate.reading)))
        guard overlap.isNearCopy else { continue }
        let found = try lines(conditions, order: "r.number", with: [Value(candidate.reading)])
        guard let report = found.first else { continue }
        copies.append(
          NearCopy(report: report, likeness: overlap.likeness, shared: overlap.shared))
        if copies.count == scope.limit { break }
      }
      return copies
    }
  }

  /// The earliest report at another address that a report is a near copy of; `nil` if it is the earliest itself.
  ///
  /// - Throws: ``LedgerError``.
  package func original(
    of line: ReportLine, asOf: Moment? = nil
  ) throws(LedgerError) -> NearCopy? {
    try answering {
      guard
        let tie = try NearCopyIndex(connection).tie(
          of: line.number, asOf: asOf.map(\.lastText) ?? "9999")
      else { return nil }
      var conditions = Conditions()
      conditions.add("g.number = ?", Value(tie.reading))
      guard let report = try lines(conditions, order: "g.number").first else { return nil }
      return NearCopy(report: report, likeness: tie.likeness, shared: tie.shared)
    }
  }
}
