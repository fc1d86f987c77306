package import HearsayRecords

/// What a count of a happening counts, told as one row of a page or in one column of an export.
package enum Toll: String, CaseIterable, Sendable {
  case killed, wounded, missing, arrested, displaced

  private func isTold(by word: Substring) -> Bool {
    ComparedWords.shipped.toll(word.lowercased()) == rawValue
  }

  /// What a figure counts; `nil` for anything else.
  package static func of(_ figure: Figure) -> Toll? {
    guard figure.unit == nil, let words = figure.counts?.split(separator: " ") else { return nil }
    return allCases.first { toll in words.contains(where: toll.isTold) }
  }

  /// The words of what is counted without those that the row's name tells already: "civilians" of "civilians killed".
  package func rest(of counts: String) -> String {
    counts.split(separator: " ").filter { !isTold(by: $0) }.joined(separator: " ")
  }
}
