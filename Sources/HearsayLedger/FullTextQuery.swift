/// Words a person typed, read so that nothing they typed can be a syntax error.
///
/// All words must occur. `"two words"` must stand together, `attack*` stands for any ending, `-word` must not
/// occur. Everything else that a database would read as an operator is taken as a word.
package struct FullTextQuery: Hashable, Sendable {
  /// Words of one name stand within so many of each other.
  static let nearness = 15

  /// Words that stand together.
  struct Term: Hashable {
    var words = ""
    /// Whether the last may end otherwise.
    var isPrefix = false

    /// As FTS5 asks for it.
    fileprivate var quoted: String {
      "\"" + words.replacing("\"", with: "") + "\"" + (isPrefix ? "*" : "")
    }
  }

  /// Of words that begin with so few letters there are so many that to rank what has them takes longer than it tells.
  private static let shortBeginning = 3

  /// All of these must occur.
  let wanted: [Term]
  /// None of these may occur.
  let unwanted: [Term]

  /// Reads what a person typed; `nil` if no word is wanted in it.
  package init?(_ typed: String) {
    var wanted: [Term] = []
    var unwanted: [Term] = []
    for (term, isExcluded) in Self.terms(typed)
    where term.words.contains(where: { $0.isLetter || $0.isNumber }) {
      if isExcluded { unwanted.append(term) } else { wanted.append(term) }
    }
    guard !wanted.isEmpty else { return nil }
    self.wanted = wanted
    self.unwanted = unwanted
  }

  /// Whether it asks for words of which only two or three letters are told: what has them is told newest first.
  var hasShortBeginning: Bool {
    wanted.contains { term in
      let last = term.words.split { !$0.isLetter && !$0.isNumber }.last
      return term.isPrefix && last.map { $0.count <= Self.shortBeginning } ?? false
    }
  }

  /// The expression for FTS5's `MATCH`.
  var expression: String { without(wanted.map(\.quoted).joined(separator: " AND ")) }

  /// The same where all that is wanted must stand near each other, as the words of one name do.
  var nearExpression: String {
    without(
      wanted.count == 1
        ? wanted[0].quoted
        : "NEAR(\(wanted.map(\.quoted).joined(separator: " ")), \(Self.nearness))")
  }

  private func without(_ expression: String) -> String {
    unwanted.isEmpty
      ? expression : "(\(expression)) NOT (\(unwanted.map(\.quoted).joined(separator: " OR ")))"
  }

  private static func terms(_ typed: String) -> [(term: Term, isExcluded: Bool)] {
    var terms: [(term: Term, isExcluded: Bool)] = []
    var rest = Substring(typed)
    while let next = rest.firstIndex(where: { !$0.isWhitespace }) {
      rest = rest[next...]
      var term = Term()
      var isExcluded = false
      if rest.first == "-", let second = rest.dropFirst().first, !second.isWhitespace {
        isExcluded = true
        rest.removeFirst()
      }
      if let mark = rest.first, "\"“”".contains(mark) {
        rest.removeFirst()
        term.words = String(rest.prefix { !"\"“”".contains($0) })
        rest = rest.dropFirst(term.words.count)
        if !rest.isEmpty { rest.removeFirst() }
      } else {
        term.words = String(rest.prefix { !$0.isWhitespace && !"\"“”".contains($0) })
        rest = rest.dropFirst(term.words.count)
        if term.words.hasSuffix("*") { term.isPrefix = true }
      }
      if rest.first == "*" {
        term.isPrefix = true
        rest.removeFirst()
      }
      terms.append((term, isExcluded))
    }
    return terms
  }
}
