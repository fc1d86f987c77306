import HearsayLedger

/// What a list tells of a story on a line: when, how many reports, how many independent sources speak in it, which countries it names,
/// and from which it is reported.
struct StoryFacts {
  let row: DrawnFile.StoryRow
  /// What countries are called, by their two and three letters.
  let names: [String: String]
  /// So many countries are named, those that most of its reports name; of more it is told how many.
  private static let countriesNamed = 3

  init(_ row: DrawnFile.StoryRow, _ names: [String: String]) {
    self.row = row
    self.names = names
  }

  var words: [String] {
    var words = [
      Dates.range(row.since, row.until), Words.count(row.reports, "report", "reports"),
    ]
    if row.sources > 0 { words.append(Words.count(row.sources, "source", "sources")) }
    if row.outlets > 0 { words.append(Words.count(row.outlets, "outlet", "outlets")) }
    if let named = few(row.countries) { words.append("names \(named)") }
    if let origins = few(row.origins) { words.append("reported from \(origins)") }
    return words
  }

  private func few(_ kept: String) -> String? {
    let known = Self.codes(kept).compactMap { names[$0] }
    guard !known.isEmpty else { return nil }
    let more = known.count - Self.countriesNamed
    return known.prefix(Self.countriesNamed).joined(separator: ", ")
      + (more > 0 ? " and \(more) more" : "")
  }

  private static func codes(_ kept: String) -> [String] {
    kept.split(separator: "\n").map(String.init)
  }

  /// The letters of countries as a cell of a table has them.
  static func letters(_ kept: String) -> String { codes(kept).joined(separator: " ") }

  /// The countries (three letters) with these words in their names.
  static func countries(called words: String, _ names: [String: String]) -> [String] {
    let wanted = words.lowercased()
    return names.filter { $0.key.utf8.count == 3 && $0.value.lowercased().contains(wanted) }
      .map(\.key).sorted()
  }
}
