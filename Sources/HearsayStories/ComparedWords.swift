/// Words by which the records of two reports are compared: a table of ours (`Data/stories/words.tsv`), built into the program.
///
/// Built in, since comparing is pure and asked for everywhere; a file that is wrong fails the tests.
struct ComparedWords: Sendable {
  /// What the table says of a word; its head says what each means.
  enum Facet: String, CaseIterable {
    case idle, actor, pronoun, own, share, stake, finite, ahead, pointsBack, uncounted, unnamed
    case countedAs, stem, toll

    /// Whether it says something more of each word.
    var hasValue: Bool { [.countedAs, .stem, .toll].contains(self) }
  }

  /// Something that is not as the table's head says.
  struct Fault: Error, CustomStringConvertible {
    let line: Int
    let reason: String

    var description: String { "words.tsv:\(line): \(reason)" }
  }

  private let words: [Facet: Set<String>]
  private let values: [Facet: [String: String]]
  private let beginnings: [(letters: String, toll: String)]

  /// The text of the table that ships.
  static let text = String(decoding: PackageResources.words_tsv, as: UTF8.self)

  /// The table that ships.
  static let shipped: ComparedWords = {
    do {
      return try ComparedWords(text)
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  /// Reads the table.
  ///
  /// - Throws: ``Fault`` for a line without a tab, an unknown facet, a value missing or too many, or a word that stands twice.
  init(_ table: String) throws(Fault) {
    var words: [Facet: Set<String>] = [:]
    var values: [Facet: [String: String]] = [:]
    var beginnings: [(letters: String, toll: String)] = []
    var seen: Set<String> = []
    for (number, row) in table.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !row.isEmpty && !row.hasPrefix("#") {
      func fault(_ reason: String) -> Fault { Fault(line: number + 1, reason: reason) }
      let columns = row.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count == 2, !columns[0].isEmpty else {
        throw fault("not a word, a tab and its facets")
      }
      let word = String(columns[0])
      guard seen.insert(word).inserted else { throw fault("“\(word)” stands there twice") }
      for part in columns[1].split(separator: " ", omittingEmptySubsequences: false) {
        let parts = part.split(separator: ":", maxSplits: 1).map(String.init)
        guard let facet = parts.first.flatMap(Facet.init), facet.hasValue == (parts.count == 2)
        else { throw fault("“\(part)” is no facet") }
        if word.hasSuffix("-") {
          guard facet == .toll else { throw fault("only a toll is told by beginnings") }
          beginnings.append((String(word.dropLast()), parts[1]))
        } else {
          words[facet, default: []].insert(word)
          if facet.hasValue { values[facet, default: [:]][word] = parts[1] }
        }
      }
    }
    self.words = words
    self.values = values
    self.beginnings = beginnings
  }

  /// All words of a facet.
  func all(_ facet: Facet) -> Set<String> { words[facet] ?? [] }

  /// Whether a word in lower case has a facet.
  func has(_ word: String, _ facet: Facet) -> Bool { words[facet]?.contains(word) ?? false }

  /// What a facet says of a word in lower case.
  func value(_ word: String, _ facet: Facet) -> String? { values[facet]?[word] }

  /// What a word in lower case says of those who are counted.
  func toll(_ word: String) -> String? { beginnings.first { word.hasPrefix($0.letters) }?.toll }
}
