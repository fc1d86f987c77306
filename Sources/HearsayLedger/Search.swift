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
  /// So many of the newest reports that have the words are ranked; where more have them, no order of rank tells much.
  private static let mostRanked = 2_000

  /// The reports in which the words occur, best first: rare words count more, and the title counts five
  /// times the text.
  ///
  /// Where a limit is asked for and very many reports have the words, the newest 2,000 of them are ranked.
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
      let best = Array(try ranked(query, scope).prefix(scope.limit ?? .max))
      let marked = try marked(best.map(\.row.place), query)
      return try best.map { one in
        let marks = marked[one.row.place]
        return SearchHit(
          report: try stored.line(one.row.reading), title: Self.pieces(marks?.title ?? ""),
          snippet: Self.pieces(marks?.snippet ?? ""))
      }
    }
  }

  private struct Ranked {
    let row: ShelfRow
    let rank: Double
  }

  /// What has the words, the best first.
  private func ranked(_ query: FullTextQuery, _ asked: Scope) throws -> [Ranked] {
    let scope = try ShelfScope(connection, asked)
    let most = asked.limit.map { max($0, Self.mostRanked) } ?? .max
    var ranked: [Ranked] = []
    for places in scope.places.reversed() where !scope.isEmpty && ranked.count < most {
      try connection.forEach(
        """
        SELECT rowid, bm25(readings_index, 5.0, 1.0) FROM readings_index
        WHERE readings_index MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC
        """,
        [.text(query.expression), Value(places.lowerBound), Value(places.upperBound)]
      ) { found in
        guard let row = try shelfRow(at: found.int(0)), try scope.holds(row) else { return true }
        ranked.append(Ranked(row: row, rank: found.double(1) ?? 0))
        return ranked.count < most
      }
    }
    return ranked.sorted { ($0.rank, $0.row.reading) < ($1.rank, $1.row.reading) }
  }

  private struct Marked {
    let title: String
    let snippet: String
  }

  /// So many reports are marked in one look-up.
  private static let mostMarked = 100

  /// Reports with the words marked in them, by their places: many in one look-up, since finding all words that begin so takes
  /// longest.
  private func marked(_ places: [Int], _ query: FullTextQuery) throws -> [Int: Marked] {
    let places = places.sorted()
    var marked: [Int: Marked] = [:]
    for start in stride(from: 0, to: places.count, by: Self.mostMarked) {
      let some = places[start..<min(start + Self.mostMarked, places.count)]
      let wanted = some.map { ",\($0)," }.joined()
      try connection.forEach(
        """
        SELECT rowid,
          CASE WHEN instr(?1, ',' || rowid || ',')
            THEN highlight(readings_index, 0, char(2), char(3)) END,
          CASE WHEN instr(?1, ',' || rowid || ',')
            THEN snippet(readings_index, 1, char(2), char(3), '…', 32) END
        FROM readings_index WHERE readings_index MATCH ?2 AND rowid BETWEEN ?3 AND ?4 ORDER BY rowid
        """,
        [
          .text(wanted), .text(query.expression), Value(some.first ?? 0), Value(some.last ?? 0),
        ]
      ) { row in
        if let snippet = row.text(2) {
          marked[row.int(0)] = Marked(title: row.string(1), snippet: snippet)
        }
        return true
      }
    }
    return marked
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
