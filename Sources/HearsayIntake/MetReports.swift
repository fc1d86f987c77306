import HearsayLedger
import HearsayRecords

/// Remembers which reports a run has met, so that a page under eight addresses is told once.
struct MetReports {
  /// Hashes of what each says and of what tells its versions: eight bytes a report, however many there are.
  private var hashes: Set<Int> = []

  /// Whether a report was met before in this run, saying the same; it is remembered.
  ///
  /// A ledger knows better: what says again what an older version said may be a version of its own.
  mutating func hasMet(_ kept: Kept, at address: String) -> Bool {
    let report = kept.reading.report
    var hasher = Hasher()
    if let stored = kept.stored {
      hasher.combine(stored.id)
    } else {
      hasher.combine(address)
      hasher.combine(report.title)
      hasher.combine(report.text)
    }
    let isNew = hashes.insert(hasher.finalize()).inserted
    return !isNew && (kept.stored.map { $0.outcome == .unchanged } ?? true)
  }
}
