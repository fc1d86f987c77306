/// Which words have which facets, a bit each.
struct FacetTable: Sendable {
  private static let wordsOfRow = (Facet.allCases.count + 63) / 64
  private var bits: [UInt64] = []

  /// Makes the table of lines, by their first words.
  init(_ entries: [Language.Entry]) {
    let rows = (entries.map { Int($0.words[0]) }.max() ?? -1) + 1
    bits = [UInt64](repeating: 0, count: rows * Self.wordsOfRow)
    for entry in entries {
      for (facet, _) in entry.facets {
        let bit = Int(facet.rawValue)
        bits[Int(entry.words[0]) * Self.wordsOfRow + bit / 64] |= 1 << UInt64(bit % 64)
      }
    }
  }

  /// Whether a word has a facet; words of no file have none.
  func has(_ symbol: Symbols.Symbol, _ facet: Facet) -> Bool {
    let bit = Int(facet.rawValue)
    let place = Int(symbol) * Self.wordsOfRow + bit / 64
    guard symbol >= 0, place < bits.count else { return false }
    return bits[place] & (1 << UInt64(bit % 64)) != 0
  }
}
