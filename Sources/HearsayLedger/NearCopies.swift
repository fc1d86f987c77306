import HearsayDatabase
import HearsayRecords

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
  /// So many near copies of a report's original are compared with it, if they were not when it came.
  private static let mostCompared = 200

  /// The reports at other addresses whose text is nearly the same, the earliest first: by publication, where that is not
  /// known by when they were fetched.
  ///
  /// They were tied to each other when they came. Of a text that so many have that not all were compared then, those tied to the same
  /// original are compared now.
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
      let index = NearCopyIndex(connection)
      var overlaps = Dictionary(
        try index.ties(of: line.number).map { ($0.reading, $0.overlap) },
        uniquingKeysWith: { first, _ in first })
      if let original = try index.tie(of: line.number)?.reading {
        let others = try index.ties(of: original).map(\.reading).filter {
          $0 != line.number && overlaps[$0] == nil
        }
        if !others.isEmpty {
          let shingles = Shingles(try stored.text(of: line.number))
          for other in others.sorted().prefix(Self.mostCompared) {
            let overlap = shingles.overlap(with: Shingles(try stored.text(of: other)))
            if overlap.isNearCopy { overlaps[other] = overlap }
          }
        }
      }
      var conditions = Conditions()
      conditions.add(scope, connection.dialect)
      conditions.add("r.address <> ?", .text(line.address))
      conditions.add("g.number = ?")
      var copies: [NearCopy] = []
      for candidate in try overlaps.keys.map(index.candidate).sorted(by: { $0.order < $1.order }) {
        guard let overlap = overlaps[candidate.reading],
          let report = try lines(conditions, with: [Value(candidate.reading)]).first
        else { continue }
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
      return NearCopy(
        report: try stored.line(tie.reading), likeness: tie.overlap.likeness,
        shared: tie.overlap.shared)
    }
  }
}
