#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How telling words are: fixed numbers that came with the program, never counted in the ledger.
///
/// Counted in the ledger, they would move with every report, and what was joined yesterday would come apart today.
package struct Background: Sendable {
  /// A stem in no more texts than this is not in the table.
  private static let unlisted = 2.0

  private let weights: [String: Float]
  private let unlistedWeight: Float

  /// Reads the table: `stem TAB texts` a line, after a line `# texts TAB n`.
  package init(_ table: String) {
    var texts = 1.0
    var counts: [(Substring, Double)] = []
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count == 2, let number = Double(fields[1]) else { continue }
      if fields[0] == "# texts" { texts = number } else { counts.append((fields[0], number)) }
    }
    weights = Dictionary(
      counts.map { (String($0.0), Float(log(max(texts, 1) / max($0.1, 1)))) },
      uniquingKeysWith: { first, _ in first })
    unlistedWeight = Float(log(max(texts, Self.unlisted) / Self.unlisted))
  }

  /// How telling a stem is: the logarithm of the texts to those that have it; near 0 for words of every text.
  package func weight(of stem: String) -> Float { weights[stem] ?? unlistedWeight }
}
