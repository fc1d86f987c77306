import FoundationEssentials

/// What we know of English words, read once from the files of a folder.
///
/// Words are interned: a word is a number, and asking for a facet compares numbers. A class, since every text holds it.
///
///     language.has("drone", .weapon)
///     language.words(with: .negates)
package final class Language: Sendable {
  typealias Symbol = Symbols.Symbol

  /// A line of a file.
  struct Entry: Sendable {
    /// The words, of which the first decides where it is looked up.
    let words: [Symbol]
    let facets: [(facet: Facet, value: String?)]
    /// The number of its file.
    let file: Int
    /// Where the word means this, if it has several senses: what must stand around it.
    let condition: Pattern?

    var isPhrase: Bool { words.count > 1 }

    func fact(_ facet: Facet) -> (facet: Facet, value: String?)? {
      facets.first { $0.facet == facet }
    }
  }

  private let symbols: Symbols
  /// The lines of one first word lie beside each other: phrases first, the longest before all, then those with a condition.
  private let entries: [Entry]
  /// Where the lines of a first word lie.
  private let entriesOfSymbol: [Range<Int>]
  /// The number of the file that tells a facet; -1 if none does.
  private let fileOfFacet: [Int]
  /// Which facets single words have without a condition, and which any line has that begins with them: most questions are answered
  /// by this alone.
  private let facetsOfWord: FacetTable
  private let facetsOfLine: FacetTable
  /// A word or phrase of each facet: the first of its file.
  private let firstWords: [String]
  /// The names of the files, in order.
  package let files: [String]

  /// The rules that are held as data.
  package let rules: RuleBook
  /// The families of time expressions that are read.
  package let times: TimePatterns

  /// Reads every `*.tsv` of a folder, and every `*.rules` of its folder `rules`.
  ///
  /// - Throws: ``LanguageError`` that names the file and line.
  package convenience init(folder: String) throws(LanguageError) {
    let words = try Self.texts(in: folder, ending: ".tsv")
    guard !words.isEmpty else {
      throw LanguageError(file: folder, line: 0, reason: "no files of words")
    }
    let times = try Self.texts(in: folder + "/rules", ending: "times.patterns").first
    try self.init(
      files: words, rules: try Self.texts(in: folder + "/rules", ending: ".rules"), times: times)
  }

  private static func texts(in folder: String, ending: String) throws(LanguageError)
    -> [(name: String, text: String)]
  {
    let manager = FileManager.default
    var texts: [(name: String, text: String)] = []
    let names = (try? manager.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.filter({ $0.hasSuffix(ending) }).sorted() {
      guard let bytes = manager.contents(atPath: folder + "/" + name),
        let text = String(validating: bytes, as: UTF8.self)
      else { throw LanguageError(file: folder + "/" + name, line: 0, reason: "cannot be read") }
      texts.append((name, text))
    }
    return texts
  }

  /// Makes a language of files that are given.
  ///
  /// - Throws: ``LanguageError`` that names the file and line.
  package init(
    files: [(name: String, text: String)], rules: [(name: String, text: String)] = [],
    times: (name: String, text: String)? = nil
  ) throws(LanguageError) {
    var symbols = Symbols()
    var fileOfFacet = [Int](repeating: -1, count: Facet.allCases.count)
    var entries: [Entry] = []
    for (number, file) in files.enumerated() {
      for line in try WordFile(name: file.name, text: file.text, &symbols).lines {
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
            words: line.words.map { symbols.intern($0) }, facets: line.facets, file: number,
            condition: line.condition))
      }
    }
    let order = entries.indices.sorted { one, other in
      let (a, b) = (entries[one], entries[other])
      if a.words[0] != b.words[0] { return a.words[0] < b.words[0] }
      if a.words.count != b.words.count { return a.words.count > b.words.count }
      let (x, y) = (a.condition != nil, b.condition != nil)
      return x != y ? x : one < other
    }
    self.rules = try RuleBook(files: rules, &symbols)
    self.times = try TimePatterns(name: times?.name ?? "", text: times?.text ?? "")
    self.entries = order.map { entries[$0] }
    var ranges = [Range<Int>](repeating: 0..<0, count: symbols.names.count)
    for (index, entry) in self.entries.enumerated() {
      let first = Int(entry.words[0])
      ranges[first] =
        ranges[first].isEmpty ? index..<(index + 1) : ranges[first].lowerBound..<(index + 1)
    }
    entriesOfSymbol = ranges
    facetsOfWord = FacetTable(self.entries.filter { !$0.isPhrase && $0.condition == nil })
    facetsOfLine = FacetTable(self.entries)
    var firstWords = [String](repeating: "", count: Facet.allCases.count)
    for entry in entries {
      let words = entry.words.map { symbols.names[Int($0)] }.joined(separator: " ")
      for (facet, _) in entry.facets where firstWords[Int(facet.rawValue)].isEmpty {
        firstWords[Int(facet.rawValue)] = words
      }
    }
    self.firstWords = firstWords
    self.fileOfFacet = fileOfFacet
    self.files = files.map(\.name)
    self.symbols = symbols
  }

  /// The same without one rule or family of times, to see who notices.
  package convenience init(_ language: Language, withoutRule name: String) {
    self.init(language, rules: language.rules.without(name), times: language.times.without(name))
  }

  private init(_ language: Language, rules: RuleBook, times: TimePatterns) {
    symbols = language.symbols
    entries = language.entries
    entriesOfSymbol = language.entriesOfSymbol
    facetsOfWord = language.facetsOfWord
    facetsOfLine = language.facetsOfLine
    firstWords = language.firstWords
    fileOfFacet = language.fileOfFacet
    files = language.files
    self.rules = rules
    self.times = times
  }

  // MARK: - Words by themselves

  // Senses that hang on a condition do not count here: without a text there is nothing around a word.

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

  /// The first word or phrase of a facet's file that has it.
  package func first(with facet: Facet) -> String? {
    let word = firstWords[Int(facet.rawValue)]
    return word.isEmpty ? nil : word
  }

  /// Whether any word has a facet.
  package func tells(_ facet: Facet) -> Bool { fileOfFacet[Int(facet.rawValue)] >= 0 }

  private func entry(of word: String, _ facet: Facet) -> Entry? {
    let single = symbol(of: word)
    if single >= 0 { return self.word(single, facet) }
    guard word.utf8.contains(UInt8(ascii: " ")) else { return nil }
    let parts = word.split(separator: " ").map { symbol(of: String($0)) }
    guard let first = parts.first else { return nil }
    return lines(of: first).first {
      $0.words == parts && $0.condition == nil && $0.fact(facet) != nil
    }
  }

  // MARK: - For texts

  /// The number of a word; ``Symbols/unknown`` if no file has it.
  func symbol(of word: String) -> Symbol { symbols.number(of: word) }

  /// Whether a single word has a facet, whatever stands around it.
  func isWord(_ symbol: Symbol, _ facet: Facet) -> Bool { facetsOfWord.has(symbol, facet) }

  /// Whether any word or phrase that begins with a word has a facet.
  func begins(_ symbol: Symbol, _ facet: Facet) -> Bool { facetsOfLine.has(symbol, facet) }

  /// The lines whose first word it is: phrases first, the longest before all.
  func lines(of symbol: Symbol) -> ArraySlice<Entry> {
    symbol < 0 ? [] : entries[entriesOfSymbol[Int(symbol)]]
  }

  /// The number of the file that tells a facet; -1 if none does.
  func file(of facet: Facet) -> Int { fileOfFacet[Int(facet.rawValue)] }

  /// The name of the file that tells a facet; empty if none does.
  package func fileName(of facet: Facet) -> String {
    tells(facet) ? files[file(of: facet)] : ""
  }

  /// The words of a line as the file spells them.
  func spelled(_ entry: Entry) -> String {
    entry.words.map { symbols.names[Int($0)] }.joined(separator: " ")
  }
}
