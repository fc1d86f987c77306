import HearsayDatabase
import HearsayRecords

/// Something in a ledger that is not as it must be.
package struct Problem: Hashable, Sendable, CustomStringConvertible {
  /// The id of the report it is in; `nil` if it concerns the whole file.
  package let report: String?
  /// What is wrong, without the report's words.
  package let reason: String

  /// The report and what is wrong.
  package var description: String { report.map { "report \($0): \(reason)" } ?? reason }
}

extension Snapshot {
  /// Reads everything again and compares: the file's structure, every reference, every text with its digest,
  /// every span with the words that were stored for it, every column with the record it was made from, everything with the digest
  /// that was taken when it was stored, the number of rows with what was counted, and the full-text tables with their sources.
  ///
  /// - Parameter progress: Called after each reading with the number done and the number of all;
  ///   it ends the check by returning `false`.
  /// - Returns: What is wrong; empty for a sound ledger.
  /// - Throws: ``LedgerError`` if the file cannot be read at all.
  package func verify(
    progress: (_ done: Int, _ all: Int) -> Bool = { _, _ in true }
  ) throws(LedgerError) -> [Problem] {
    try answering {
      var problems = try FileCheck(connection).problems()
      let check = try ReadingCheck(connection)
      let all = try connection.first("SELECT count(*) FROM readings") { $0.int(0) } ?? 0
      var done = 0
      var after = 0
      while true {
        let numbers = try connection.rows(
          "SELECT number FROM readings WHERE number > ? ORDER BY number LIMIT 500", [Value(after)]
        ) { $0.int(0) }
        guard let last = numbers.last else { break }
        after = last
        for number in numbers {
          problems += try check.problems(of: number)
          done += 1
          // What depends on every reading having been looked at is left out then.
          guard progress(done, all) else { return problems }
        }
      }
      problems += try check.endProblems()
      return problems + (try OrderCheck(connection).problems())
    }
  }
}

extension Snapshot {
  /// Looks for the bytes of every report that were put into the archive when it was read.
  ///
  /// - Returns: A problem for each report whose bytes are not there any more.
  /// - Throws: ``LedgerError`` if the ledger cannot be read.
  package func verifyPresence(in archive: Archive) throws(LedgerError) -> [Problem] {
    try answering {
      var problems: [Problem] = []
      try connection.stream(
        """
        SELECT r.id, c.sha256 FROM captures c JOIN reports r ON r.number = c.report
        WHERE c.kept = 1 ORDER BY r.number, c.sha256
        """
      ) { row in
        if !archive.contains(row.string(1)) {
          problems.append(
            Problem(
              report: row.string(0), reason: "its original bytes are not in \(archive.path)"))
        }
        return true
      }
      return problems
    }
  }
}
