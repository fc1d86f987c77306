/// Which records of one kind are wanted: conditions on the full-text table of records.
struct Wanted {
  let kind: AskedKind
  /// Which reports count.
  let scope: Scope
  private var clauses: [String] = []

  init(_ kind: AskedKind, _ scope: Scope) {
    self.kind = kind
    self.scope = scope
  }

  /// The expression for `MATCH`; `nil` if everything is wanted.
  var expression: String? { clauses.isEmpty ? nil : clauses.joined(separator: " AND ") }

  /// Asks for words in a column.
  mutating func add(_ column: FoundBy.Column, _ words: FullTextQuery) {
    clauses.append("\(column.rawValue) : (\(words.expression))")
  }

  /// Asks for words of one name in a column that may hold several.
  mutating func add(_ column: FoundBy.Column, name: FullTextQuery) {
    clauses.append("\(column.rawValue) : (\(name.nearExpression))")
  }

  /// Asks for one of some tags; for nothing if there are none.
  mutating func add(anyOf tags: [String]) {
    guard !tags.isEmpty else { return }
    clauses.append("tags : (\(tags.map { "\"\($0)\"" }.joined(separator: " OR ")))")
  }
}
