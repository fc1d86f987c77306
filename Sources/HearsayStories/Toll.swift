package import HearsayRecords

/// What a count of a happening counts, told as one row of a page or in one column of an export.
package enum Toll: String, CaseIterable, Sendable {
  case killed, wounded, missing, arrested, displaced

  /// Beginnings of the words that tell it.
  private var beginnings: [String] {
    switch self {
    case .killed: ["kill", "dead", "died", "dies", "death", "fatalit", "slain", "perish"]
    case .wounded: ["wound", "injur", "hurt", "maim"]
    case .missing: ["missing", "unaccounted"]
    case .arrested: ["arrest", "detain", "detention", "custody"]
    case .displaced: ["displac", "evacuat", "fled", "homeless", "refugee"]
    }
  }

  private func isTold(by word: Substring) -> Bool {
    let word = word.lowercased()
    return beginnings.contains(where: word.hasPrefix)
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
