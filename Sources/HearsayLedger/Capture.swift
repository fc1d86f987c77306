import FoundationEssentials
import HearsayDatabase
package import HearsayRecords

/// Bytes that were seen to carry a report's text.
package struct Capture: Hashable, Sendable {
  /// Their SHA-256.
  package let sha256: String
  /// When they stood at the address, as far as is known; otherwise when the ledger saw them.
  ///
  /// ISO 8601, UTC.
  package let time: String
  /// What was known of them besides; `nil` for those of ledgers older than that.
  package let provenance: Provenance?
}

extension Snapshot {
  /// The bytes that carried a report's text, oldest first.
  ///
  /// - Throws: ``LedgerError``.
  package func captures(of line: ReportLine) throws(LedgerError) -> [Capture] {
    try answering {
      try connection.rows(
        """
        SELECT c.sha256, coalesce(c.stood, c.seen) AS time, c.provenance
        FROM captures c JOIN reports r ON r.number = c.report WHERE r.id = ?
        """, [.text(line.id)]
      ) { row in
        Capture(
          sha256: row.string(0), time: row.string(1),
          provenance: row.text(2).flatMap {
            try? JSONDecoder().decode(Provenance.self, from: Data($0.utf8))
          })
      }.sorted { ($0.time, $0.sha256) < ($1.time, $1.sha256) }
    }
  }

  /// When a version first stood at its address, as far as is known; otherwise when the ledger first saw it.
  ///
  /// - Throws: ``LedgerError``.
  package func firstTime(of line: ReportLine) throws(LedgerError) -> String {
    try captures(of: line).first?.time ?? line.firstSeen
  }
}
