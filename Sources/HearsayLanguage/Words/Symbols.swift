/// Words as numbers: each word has one, in the order in which they were first met.
struct Symbols: Sendable {
  typealias Symbol = Int32
  /// The number of a word that nobody asks for.
  static let unknown: Symbol = -1

  private var numbers: [String: Symbol] = [:]
  private(set) var names: [String] = []

  /// The number of a word; ``unknown`` if it has none.
  func number(of word: String) -> Symbol { numbers[word] ?? Self.unknown }

  /// The number of a word, which is given one if it has none.
  mutating func intern(_ word: String) -> Symbol {
    if let known = numbers[word] { return known }
    let new = Symbol(names.count)
    numbers[word] = new
    names.append(word)
    return new
  }
}
