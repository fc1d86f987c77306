import HearsayDatabase

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
      let marked = try wordTables().marked(best.map(\.row.place), query)
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
    var open = Gathered<(place: Int, rank: Double)>(connection, first: most)
    func take() throws {
      let asked = open.take()
      let rows = try shelfRows(beginningAt: asked.map(\.place))
      for one in asked where ranked.count < most {
        guard let row = rows[one.place], try scope.holds(row) else { continue }
        ranked.append(Ranked(row: row, rank: one.rank))
      }
    }
    for places in scope.places.reversed() where !scope.isEmpty && ranked.count < most {
      try wordTables().forEachRanked(query, in: places) { place, rank in
        if open.add((place, rank)) { try take() }
        return ranked.count < most
      }
      try take()
    }
    return ranked.sorted { ($0.rank, $0.row.reading) < ($1.rank, $1.row.reading) }
  }

  /// Cuts at the control characters around hits.
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
