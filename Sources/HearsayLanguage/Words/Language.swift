import FoundationEssentials

/// What we know of English words, read once from the files of a folder.
///
/// Words are interned: a word is a number, and asking for a facet compares numbers. A class, since every text holds it.
///
///     language.has("drone", .weapon)
///     language.words(with: .negates)
package final class Language: Sendable {
  /// A word as a number; words that stand in no file have none.
  typealias Symbol = Int32
  /// The number of what is in no file.
  static let unknown: Symbol = -1

  /// A line of a file.
  struct Entry: Sendable {
    /// The words, of which the first decides where it is looked up.
    let words: [Symbol]
    let facets: [(facet: Facet, value: String?)]
    /// The number of its file.
    let file: Int
    let example: String?

    var isPhrase: Bool { words.count > 1 }

    func fact(_ facet: Facet) -> (facet: Facet, value: String?)? {
      facets.first { $0.facet == facet }
    }
  }

  private let symbols: [String: Symbol]
  private let names: [String]
  /// In the order of the files; the lines of one first word lie beside each other, phrases first, the longest before all.
  private let entries: [Entry]
  /// Where the lines of a first word lie.
  private let entriesOfSymbol: [Range<Int>]
  /// The number of the file that tells a facet; -1 if none does.
  private let fileOfFacet: [Int]
  /// The names of the files, in order.
  package let files: [String]

  /// Reads every `*.tsv` of a folder.
  ///
  /// - Throws: ``LanguageError`` that names the file and line.
  package convenience init(folder: String) throws(LanguageError) {
    let manager = FileManager.default
    let names = ((try? manager.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".tsv") }.sorted()
    guard !names.isEmpty else {
      throw LanguageError(file: folder, line: 0, reason: "no files of words")
    }
    var texts: [(name: String, text: String)] = []
    for name in names {
      guard let bytes = manager.contents(atPath: folder + "/" + name),
        let text = String(validating: bytes, as: UTF8.self)
      else { throw LanguageError(file: folder + "/" + name, line: 0, reason: "cannot be read") }
      texts.append((name, text))
    }
    try self.init(files: texts)
  }

  /// Makes a language of files that are given.
  ///
  /// - Throws: ``LanguageError`` that names the file and line.
  package init(files: [(name: String, text: String)]) throws(LanguageError) {
    var symbols: [String: Symbol] = [:]
    var names: [String] = []
    func symbol(_ word: String) -> Symbol {
      if let known = symbols[word] { return known }
      let new = Symbol(names.count)
      symbols[word] = new
      names.append(word)
      return new
    }
    var fileOfFacet = [Int](repeating: -1, count: Facet.allCases.count)
    var entries: [Entry] = []
    for (number, file) in files.enumerated() {
      let read = try WordFile(name: file.name, text: file.text)
      for line in read.lines {
        for (facet, _) in line.facets {
          let owner = fileOfFacet[Int(facet.rawValue)]
          guard owner == -1 || owner == number else {
            throw LanguageError(
              file: file.name, line: line.number,
              reason: "the facet \(facet) belongs to \(files[owner].name)")
          }
          fileOfFacet[Int(facet.rawValue)] = number
        }
        entries.append(
          Entry(
            words: line.words.map(symbol), facets: line.facets, file: number, example: line.example)
        )
      }
    }
    // A stable order: lines of one first word beside each other, of these the phrases first.
    let order = entries.indices.sorted { one, other in
      let (a, b) = (entries[one], entries[other])
      if a.words[0] != b.words[0] { return a.words[0] < b.words[0] }
      return a.words.count != b.words.count ? a.words.count > b.words.count : one < other
    }
    self.entries = order.map { entries[$0] }
    var ranges = [Range<Int>](repeating: 0..<0, count: names.count)
    for (index, entry) in self.entries.enumerated() {
      let first = Int(entry.words[0])
      ranges[first] =
        ranges[first].isEmpty ? index..<(index + 1) : ranges[first].lowerBound..<(index + 1)
    }
    entriesOfSymbol = ranges
    self.fileOfFacet = fileOfFacet
    self.files = files.map(\.name)
    self.symbols = symbols
    self.names = names
  }

  // MARK: - Words by themselves

  /// Whether a word or phrase, in lower case, has a facet.
  package func has(_ word: String, _ facet: Facet) -> Bool { entry(of: word, facet) != nil }

  /// The value of a word's facet; `nil` if it does not have it, or has it without a value.
  package func value(of word: String, for facet: Facet) -> String? {
    entry(of: word, facet)?.fact(facet)?.value
  }

  /// All words and phrases with a facet, sorted.
  package func words(with facet: Facet) -> [String] {
    entries.filter { $0.fact(facet) != nil }.map(spelled).sorted()
  }

  /// Whether any word has a facet.
  package func tells(_ facet: Facet) -> Bool { fileOfFacet[Int(facet.rawValue)] >= 0 }

  private func entry(of word: String, _ facet: Facet) -> Entry? {
    let parts = word.split(separator: " ").map { symbol(of: String($0)) }
    guard let first = parts.first else { return nil }
    return lines(of: first).first { $0.words == parts && $0.fact(facet) != nil }
  }

  // MARK: - For texts

  /// The number of a word; ``unknown`` if no file has it.
  func symbol(of word: String) -> Symbol { symbols[word] ?? Self.unknown }

  /// The lines whose first word it is: phrases first, the longest before all.
  func lines(of symbol: Symbol) -> ArraySlice<Entry> {
    symbol < 0 ? [] : entries[entriesOfSymbol[Int(symbol)]]
  }

  /// The number of the file that tells a facet; -1 if none does.
  func file(of facet: Facet) -> Int { fileOfFacet[Int(facet.rawValue)] }

  /// The words of a line as the file spells them.
  func spelled(_ entry: Entry) -> String {
    entry.words.map { names[Int($0)] }.joined(separator: " ")
  }
}
