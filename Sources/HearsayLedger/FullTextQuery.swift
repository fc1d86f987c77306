/// Words a person typed, as an FTS5 expression that cannot be a syntax error.
///
/// All words must occur. `"two words"` must stand together, `attack*` stands for any ending, `-word` must not
/// occur. Everything else FTS5 would read as an operator is taken as a word.
package struct FullTextQuery: Hashable, Sendable {
  /// Words of one name stand within so many of each other.
  static let nearness = 15

  /// The expression for `MATCH`.
  let expression: String
  /// The same where all that is wanted must stand near each other, as the words of one name do.
  let nearExpression: String

  /// Reads what a person typed; `nil` if no word is wanted in it.
  package init?(_ typed: String) {
    var wanted: [String] = []
    var unwanted: [String] = []
    for term in Self.terms(typed) where term.words.contains(where: { $0.isLetter || $0.isNumber }) {
      let quoted = "\"" + term.words.replacing("\"", with: "") + "\"" + (term.isPrefix ? "*" : "")
      if term.isExcluded { unwanted.append(quoted) } else { wanted.append(quoted) }
    }
    guard !wanted.isEmpty else { return nil }
    func without(_ expression: String) -> String {
      unwanted.isEmpty
        ? expression : "(\(expression)) NOT (\(unwanted.joined(separator: " OR ")))"
    }
    expression = without(wanted.joined(separator: " AND "))
    nearExpression = without(
      wanted.count == 1
        ? wanted[0] : "NEAR(\(wanted.joined(separator: " ")), \(Self.nearness))")
  }

  private struct Term {
    var words = ""
    var isPrefix = false
    var isExcluded = false
  }

  private static func terms(_ typed: String) -> [Term] {
    var terms: [Term] = []
    var rest = Substring(typed)
    while let next = rest.firstIndex(where: { !$0.isWhitespace }) {
      rest = rest[next...]
      var term = Term()
      if rest.first == "-", let second = rest.dropFirst().first, !second.isWhitespace {
        term.isExcluded = true
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
      terms.append(term)
    }
    return terms
  }
}
