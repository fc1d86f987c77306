import HearsaySQLite

/// A report in which words were found.
package struct SearchHit: Hashable, Sendable {
  /// A stretch of a snippet.
  package struct Piece: Hashable, Sendable {
    /// The words.
    package let text: String
    /// Whether they were asked for.
    package let isHit: Bool
  }

  /// The report.
  package let report: ReportLine
  /// The title, with what was asked for marked.
  package let title: [Piece]
  /// The most telling stretch of the text, with what was asked for marked; "…" where it is cut.
  package let snippet: [Piece]
}

extension Snapshot {
  /// The reports in which the words occur, best first: rare words count more, and the title counts five
  /// times the text.
  ///
  /// - Parameters:
  ///   - words: As ``FullTextQuery`` reads them.
  ///   - scope: Which reports count.
  /// - Returns: Nothing if there is no word to look for.
  /// - Throws: ``LedgerError``.
  package func search(_ words: String, _ scope: Scope = Scope()) throws(LedgerError) -> [SearchHit]
  {
    guard let query = FullTextQuery(words) else { return [] }
    return try answering {
      var conditions = Conditions()
      conditions.add("readings_index MATCH ?", .text(query.expression))
      conditions.add(scope)
      var hits: [SearchHit] = []
      try connection.forEach(
        """
        SELECT \(ReportLine.columns),
          highlight(readings_index, 0, char(2), char(3)),
          snippet(readings_index, 1, char(2), char(3), '…', 32)
        FROM readings_index JOIN readings g ON g.number = readings_index.rowid
          JOIN reports r ON r.number = g.report
          LEFT JOIN reports old ON old.number = r.supersedes
        WHERE \(conditions.sql)
        ORDER BY bm25(readings_index, 5.0, 1.0), r.number LIMIT ?
        """, conditions.values + [Value(scope.limit ?? -1)]
      ) { row in
        hits.append(
          SearchHit(
            report: try ReportLine(row), title: Self.pieces(row.string(ReportLine.width)),
            snippet: Self.pieces(row.string(ReportLine.width + 1))))
        return true
      }
      return hits
    }
  }

  /// Cuts at the control characters that FTS5 was told to put around hits.
  private static func pieces(_ marked: String) -> [SearchHit.Piece] {
    var pieces: [SearchHit.Piece] = []
    var text = ""
    var isHit = false
    for scalar in marked.unicodeScalars {
      guard scalar == "\u{2}" || scalar == "\u{3}" else {
        text.unicodeScalars.append(scalar)
        continue
      }
      if !text.isEmpty { pieces.append(.init(text: text, isHit: isHit)) }
      text = ""
      isHit = scalar == "\u{2}"
    }
    if !text.isEmpty { pieces.append(.init(text: text, isHit: isHit)) }
    return pieces
  }
}
