/// What a number counts, so that two reports' words for it can be compared.
enum CountedThing {
  /// The words that say what is counted, as stems in order; what a count of victims counts is one word however it is told: "deaths",
  /// "people killed".
  static func key(_ counts: String) -> [String] {
    let words = counts.split { !$0.isLetter && $0 != "-" }.flatMap { word -> [String] in
      if let toll = ComparedWords.shipped.toll(word.lowercased()) { return [toll] }
      return Stems.words(String(word)).map(\.stem)
    }
    return Set(words).sorted()
  }

  private static let tolls = Set(Toll.allCases.map(\.rawValue))

  /// The words that say what is counted, whatever their order and number: "people killed", "killed person".
  static func words(_ counts: String) -> String {
    let words = counts.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return words.filter { !ComparedWords.shipped.has($0, .uncounted) }
      .map { ComparedWords.shipped.value($0, .countedAs) ?? $0 }.sorted().joined(separator: " ")
  }

  /// Whether two numbers count the same: what the one says is all in what the other says, or half of it is.
  ///
  /// Of people who were killed, wounded or arrested no number is the same as one of others, or of people nothing befell.
  static func isSame(_ left: [String], _ right: [String]) -> Bool {
    guard !left.isEmpty, !right.isEmpty else { return false }
    let (mine, theirs) = (tolls.intersection(left), tolls.intersection(right))
    guard mine.isEmpty == theirs.isEmpty, mine.isEmpty || !mine.isDisjoint(with: theirs) else {
      return false
    }
    let common = left.filter { mine in right.contains { Stems.agree(mine, $0) } }.count
    return 2 * common >= max(left.count, right.count) && common >= 1
      || common == min(left.count, right.count)
  }
}
