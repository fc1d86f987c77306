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
  /// The reports at other addresses whose text is nearly the same, the earliest published first.
  ///
  /// - Parameters:
  ///   - line: The report asked about.
  ///   - least: The least share of common runs of five words. Below 0.3 many are missed.
  /// - Returns: Their newest versions; empty for a text too short to be told from others.
  /// - Throws: ``LedgerError``.
  package func nearCopies(
    of line: ReportLine, likeness least: Double = 0.5
  ) throws(LedgerError) -> [NearCopy] {
    try answering {
      let shingles = Shingles(try text(of: line.number))
      var candidates: Set<Int> = []
      for band in shingles.signature {
        candidates.formUnion(
          try connection.rows(
            "SELECT reading FROM bands WHERE band = ?", [.integer(band)]
          ) { $0.int(0) })
      }
      var conditions = Conditions()
      conditions.add(Scope())
      conditions.add("g.number = ?")
      conditions.add("r.address <> ?")
      var copies: [NearCopy] = []
      for candidate in candidates.sorted() where candidate != line.number {
        let found = try lines(
          conditions, order: "r.number", with: [Value(candidate), .text(line.address)])
        guard let report = found.first else { continue }
        let other = Shingles(try text(of: candidate))
        let likeness = shingles.likeness(to: other)
        guard likeness >= least else { continue }
        copies.append(
          NearCopy(report: report, likeness: likeness, shared: shingles.share(in: other)))
      }
      return copies.sorted { Self.time($0.report) < Self.time($1.report) }
    }
  }

  /// When a report came out, as far as the ledger can tell: its publication, else when it was first seen.
  private static func time(_ line: ReportLine) -> Double {
    (line.report.published.flatMap(Moment.init) ?? Moment(line.firstSeen))?.first ?? .infinity
  }
}
