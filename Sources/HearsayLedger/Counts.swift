package import HearsayRecords
import HearsaySQLite

/// How much a ledger, or one report of it, holds.
package struct LedgerCounts: Hashable, Sendable {
  /// Different addresses.
  package let addresses: Int
  /// Reports, every version counted.
  package let reports: Int
  /// Readings, every one counted.
  package let readings: Int
  /// Records of each kind, of every reading.
  package let records: [RecordKind: Int]
}

extension Snapshot {
  /// How much the ledger holds.
  ///
  /// - Throws: ``LedgerError``.
  package func counts() throws(LedgerError) -> LedgerCounts {
    try answering {
      func count(_ what: String, _ table: String) throws -> Int {
        try connection.first("SELECT \(what) FROM \(table)") { $0.int(0) } ?? 0
      }
      var records: [RecordKind: Int] = [:]
      for kind in RecordKind.allCases { records[kind] = try count("count(*)", kind.rawValue) }
      return LedgerCounts(
        addresses: try count("count(DISTINCT address)", "reports"),
        reports: try count("count(*)", "reports"), readings: try count("count(*)", "readings"),
        records: records)
    }
  }

  /// How many records of each kind a report has, as it was read last.
  ///
  /// - Throws: ``LedgerError``.
  package func counts(of line: ReportLine) throws(LedgerError) -> [RecordKind: Int] {
    try answering {
      var records: [RecordKind: Int] = [:]
      for kind in RecordKind.allCases {
        records[kind] = try connection.first(
          "SELECT count(*) FROM \(kind.rawValue) WHERE reading = ?", [Value(line.number)]
        ) { $0.int(0) }
      }
      return records
    }
  }
}
