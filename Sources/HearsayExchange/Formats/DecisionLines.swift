package import HearsayLedger
import HearsayRecords

/// Every decision of a ledger in the order in which they were made, notes on words among them: one W3C Web Annotation a line, of which
/// `hearsay import` makes the same decisions elsewhere.
package struct DecisionLines {
  private let snapshot: Snapshot
  private let asOf: Moment?

  package init(_ snapshot: Snapshot, asOf: Moment? = nil) {
    self.snapshot = snapshot
    self.asOf = asOf
  }

  /// Writes them line by line.
  ///
  /// - Returns: How many there were.
  /// - Throws: ``LedgerError``; what `write` throws.
  package func lines(_ write: (String) throws -> Void) throws -> Int {
    var opened: (line: ReportLine, positions: PositionMap)?
    var count = 0
    for decision in try snapshot.decisions(asOf: asOf) {
      guard decision.verdict == .note, decision.target.record.isEmpty else {
        try write(AnnotationLines.assessment(decision).line() + "\n")
        count += 1
        continue
      }
      // Notes on one report mostly follow each other.
      if opened?.line.key != decision.target.report {
        opened = try snapshot.report(key: decision.target.report).map { line in
          (line, PositionMap(try snapshot.text(of: line)))
        }
      }
      // A decision may be about a report that is not in this ledger yet.
      let id = AnnotationFile.reportID(String(decision.target.report.prefix(12)))
      let annotation =
        opened.map { AnnotationLines.decided(decision, $0.line, $0.positions) }
        ?? AnnotationLines.remark(decision, on: .text(id))
      try write(annotation.line() + "\n")
      count += 1
    }
    return count
  }
}
