import HearsayDatabase
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
  private static let mostRanked = 1_000

  /// The reports in which the words occur, best first: rare words count more, and the title counts five
  /// times the text.
  ///
  /// Where a limit is asked for and very many reports have the words, the newest 1,000 of them are ranked. Of words of which only
  /// two or three letters are told (`sh*`) the newest reports come first: nearly all have such a word, and rank tells nothing.
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
      let best =
        try query.hasShortBeginning
        ? newest(query, scope) : ranked(query, scope).prefix(scope.limit ?? .max).map(\.row)
      let marked = try wordTables().marked(best.map(\.place), query)
      return try best.map { row in
        let marks = marked[row.place]
        return SearchHit(
          report: try stored.line(row.reading), title: Self.pieces(marks?.title ?? ""),
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

  /// What has the words, the newest first.
  private func newest(_ query: FullTextQuery, _ asked: Scope) throws -> [ShelfRow] {
    let scope = try ShelfScope(connection, asked)
    guard !scope.isEmpty else { return [] }
    if let few = try newestLooked(query, scope) { return few }
    let most = asked.limit ?? .max
    var found: [ShelfRow] = []
    var open = Gathered<Int>(connection, first: most)
    func take() throws {
      let asked = open.take()
      let rows = try shelfRows(beginningAt: asked)
      for row in asked.compactMap({ rows[$0] }) where found.count < most {
        if try scope.holds(row) { found.append(row) }
      }
    }
    for places in scope.places.reversed() where found.count < most {
      try wordTables().forEachPlace(ofAny: [query], in: places, isNewestFirst: true) { place in
        if open.add(place) { try take() }
        return found.count < most
      }
      try take()
    }
    return found
  }

  /// So many of the newest reports are looked into, before all words that begin so are looked up.
  private static let mostLooked = 300

  /// What has the words among the newest reports; `nil` if too few of them have.
  private func newestLooked(_ query: FullTextQuery, _ scope: ShelfScope) throws -> [ShelfRow]? {
    let tokenizer = try Tokenizer()
    let wanted = query.wanted.compactMap { Phrase($0, tokenizer) }
    let unwanted = query.unwanted.compactMap { Phrase($0, tokenizer) }
    guard let most = scope.scope.limit, wanted.count == query.wanted.count,
      unwanted.count == query.unwanted.count
    else { return nil }
    var found: [ShelfRow] = []
    var looked = 0
    for places in scope.places.reversed() where found.count < most {
      try connection.stream(
        """
        SELECT \(ShelfRow.columns), g.title, g.text
        FROM shelf s \(connection.dialect.then) readings g ON g.number = s.reading
        WHERE s.place BETWEEN ? AND ? ORDER BY s.place DESC
        """, [Value(places.lowerBound), Value(places.upperBound)]
      ) { row in
        let line = ShelfRow(row)
        looked += 1
        guard try scope.holds(line) else { return looked < Self.mostLooked }
        let parts = [row.string(ShelfRow.width), row.string(ShelfRow.width + 1)].map(
          tokenizer.tokens)
        func has(_ phrase: Phrase) -> Bool { parts.contains { phrase.stands(in: $0) } }
        if wanted.allSatisfy(has), !unwanted.contains(where: has) { found.append(line) }
        return found.count < most && looked < Self.mostLooked
      }
      guard looked < Self.mostLooked || found.count >= most else { return nil }
    }
    return found
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
