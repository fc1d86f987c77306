// What the language knows of the words of a text.
//
// A word is looked up by its lemma first, then by its form, both in lower case. In each file the most particular line that
// fits decides: a phrase goes before its first word, so that "call" asks for something and "call off" does not.

extension AnnotatedText {
  /// A line of the language's files, met in a text.
  package struct Known: Hashable, Sendable {
    /// The word or phrase as the file spells it.
    package let word: String
    /// The value of the facet that was asked for.
    package let value: String?
    /// The tokens of the word or phrase, in order.
    package let tokens: [Int]
  }

  /// Whether a token has a facet: "headed" in "headed off" averts.
  package func `is`(_ token: Int, _ facet: Facet) -> Bool { entry(token, facet) != nil }

  /// The value of a token's facet; `nil` if it does not have it, or has it without a value.
  package func value(of token: Int, for facet: Facet) -> String? {
    entry(token, facet)?.0.fact(facet)?.value
  }

  /// The word or phrase by which a token has a facet, and its value.
  package func known(_ token: Int, _ facet: Facet) -> Known? {
    entry(token, facet).map { entry, tokens in
      Known(
        word: language.spelled(entry), value: entry.fact(facet)?.value, tokens: tokens.sorted())
    }
  }

  /// Whether any dependent of a token with one of the relations has a facet.
  package func hasChild(of token: Int, _ relations: String..., that facet: Facet) -> Bool {
    children(of: token).contains { child in
      (relations.contains(tokens[child].relation) || relations.contains(tokens[child].baseRelation))
        && self.is(child, facet)
    }
  }

  func `is`(_ token: Int, _ facet: Facet, isCondition: Bool) -> Bool {
    entry(token, facet, isCondition: isCondition) != nil
  }

  func value(of token: Int, for facet: Facet, isCondition: Bool) -> String? {
    entry(token, facet, isCondition: isCondition)?.0.fact(facet)?.value
  }

  private func entry(_ token: Int, _ facet: Facet, isCondition: Bool = false) -> (
    Language.Entry, [Int]
  )? {
    let lemma = lemmaSymbols[token]
    if let found = entry(token, facet, by: lemma, isCondition) { return found }
    let form = formSymbols[token]
    return form == lemma ? nil : entry(token, facet, by: form, isCondition)
  }

  private func entry(
    _ token: Int, _ facet: Facet, by symbol: Language.Symbol, _ isCondition: Bool
  ) -> (Language.Entry, [Int])? {
    guard language.begins(symbol, facet) else { return nil }
    let file = language.file(of: facet)
    for entry in language.lines(of: symbol) where entry.file == file {
      guard let tokens = words(of: entry, at: token) else { continue }
      if let condition = entry.condition {
        // A condition that asks for facets which hang on conditions could go round for ever.
        let matcher = PatternMatcher(text: self, isCondition: true)
        guard !isCondition, matcher.fits(condition, at: token) else { continue }
      }
      return entry.fact(facet) == nil ? nil : (entry, tokens)
    }
    return nil
  }

  /// The tokens of a word or phrase whose first word stands at `token`; `nil` if the rest is not there.
  ///
  /// The words of a phrase stand one after the other; the second of two may also be the particle, the object, the
  /// preposition or the like of the first, wherever it stands: "head the clash off".
  private func words(of entry: Language.Entry, at token: Int) -> [Int]? {
    guard entry.isPhrase else { return [token] }
    let last = token + entry.words.count
    if last <= sentence(of: token).upperBound,
      zip((token + 1)..<last, entry.words.dropFirst()).allSatisfy({ has($0, word: $1) })
    {
      return Array(token..<last)
    }
    guard entry.words.count == 2 else { return nil }
    for child in children(of: token) {
      switch tokens[child].baseRelation {
      case "compound", "obj", "advmod":
        if has(child, word: entry.words[1]) { return [token, child] }
      case "nsubj" where tokens[child].relation == "nsubj:pass":
        if has(child, word: entry.words[1]) { return [token, child] }
      case "obl":
        if has(child, word: entry.words[1]) { return [token, child] }
        for mark in children(of: child, "case") where has(mark, word: entry.words[1]) {
          return [token, mark]
        }
      default: break
      }
    }
    return nil
  }

  private func has(_ token: Int, word: Language.Symbol) -> Bool {
    lemmaSymbols[token] == word || formSymbols[token] == word
  }
}
