/// What a number counts, so that two reports' words for it can be compared.
enum CountedThing {
  /// The words that say what is counted, as stems in order.
  static func key(_ counts: String) -> [String] {
    Set(Stems.words(counts).map(\.stem)).sorted()
  }

  /// The words that say what is counted, whatever their order and number: "people killed", "killed person".
  static func words(_ counts: String) -> String {
    let words = counts.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return words.filter { !ComparedWords.shipped.has($0, .uncounted) }
      .map { ComparedWords.shipped.value($0, .countedAs) ?? $0 }.sorted().joined(separator: " ")
  }

  /// Whether two numbers count the same: what the one says is all in what the other says, or half of it is.
  static func isSame(_ left: [String], _ right: [String]) -> Bool {
    guard !left.isEmpty, !right.isEmpty else { return false }
    let common = left.filter { mine in right.contains { Stems.agree(mine, $0) } }.count
    return 2 * common >= max(left.count, right.count) && common >= 1
      || common == min(left.count, right.count)
  }
}
