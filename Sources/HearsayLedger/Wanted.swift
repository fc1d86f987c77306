/// Which records of one kind are wanted: conditions on the full-text table of records.
struct Wanted {
  let kind: AskedKind
  /// Which reports count.
  let scope: Scope
  private(set) var clauses: [Clause] = []

  /// One condition; all of them must hold.
  enum Clause: Hashable {
    /// Words in a column.
    case words(FoundBy.Column, FullTextQuery)
    /// Words of one name in a column that may hold several.
    case name(FoundBy.Column, FullTextQuery)
    /// One of some tags.
    case tags([String])
  }

  init(_ kind: AskedKind, _ scope: Scope) {
    self.kind = kind
    self.scope = scope
  }

  /// Asks for words in a column.
  mutating func add(_ column: FoundBy.Column, _ words: FullTextQuery) {
    clauses.append(.words(column, words))
  }

  /// Asks for words of one name in a column that may hold several.
  mutating func add(_ column: FoundBy.Column, name: FullTextQuery) {
    clauses.append(.name(column, name))
  }

  /// Asks for one of some tags; for nothing if there are none.
  mutating func add(anyOf tags: [String]) {
    guard !tags.isEmpty else { return }
    clauses.append(.tags(tags))
  }
}
