/// The words of names and phrases, for comparing what was read with what was coded.
enum PlainWords {
  private static let idle: Set<String> = [
    "the", "a", "an", "of", "and", "its", "his", "her", "their", "in", "to", "on", "at", "by",
  ]

  /// The words in lower case, without apostrophes and without those that tell nothing.
  static func of(_ string: String) -> Set<String> {
    let plain = string.lowercased().filter { $0 != "’" && $0 != "'" }
    return Set(plain.matches(of: /[a-z0-9]+/).map { String($0.0) }).subtracting(idle)
  }

  /// Whether one holds all words of the other, or they share at least half.
  static func alike(_ one: String, _ other: String) -> Bool {
    let (a, b) = (of(one), of(other))
    guard !a.isEmpty, !b.isEmpty else { return false }
    return a.isSubset(of: b) || b.isSubset(of: a)
      || Double(a.intersection(b).count) / Double(a.union(b).count) >= 0.5
  }
}
