// What the language knows of a word in exactly this form, or by exactly this lemma; phrases are not looked at.
//
// Pronouns, months, titles and the like are told by their form: "his" is not "he", and "seconds" is not "second".

// Where there is no token nothing has a facet, so that a reader may ask for the word before the first and behind the last.

extension AnnotatedText {
  /// Whether a token's form has a facet.
  package func isForm(_ token: Int, _ facet: Facet) -> Bool {
    tokens.indices.contains(token) && language.isWord(formSymbols[token], facet)
  }

  /// The value of a facet of a token's form; `nil` if it does not have it, or has it without a value.
  package func formValue(of token: Int, for facet: Facet) -> String? {
    tokens.indices.contains(token)
      ? language.word(formSymbols[token], facet)?.fact(facet)?.value : nil
  }

  /// Whether a token's lemma has a facet.
  package func isLemma(_ token: Int, _ facet: Facet) -> Bool {
    tokens.indices.contains(token) && language.isWord(lemmaSymbols[token], facet)
  }

  /// Words in exactly these forms, as a line of the language's files tells them.
  package struct Forms: Hashable, Sendable {
    package let tokens: Range<Int>
    /// The value of the facet that was asked for.
    package let value: String?
  }

  /// The words and phrases with a facet that begin at a token, in exactly these forms; the longest first.
  package func forms(at token: Int, _ facet: Facet) -> [Forms] {
    guard tokens.indices.contains(token), language.begins(formSymbols[token], facet) else {
      return []
    }
    return language.lines(of: formSymbols[token]).compactMap { line in
      let end = token + line.words.count
      guard let fact = line.fact(facet), line.condition == nil, end <= tokens.count,
        zip(token..<end, line.words).allSatisfy({ formSymbols[$0] == $1 })
      else { return nil }
      return Forms(tokens: token..<end, value: fact.value)
    }
  }

  /// A run of tokens without punctuation at its edges and words with a facet at its beginning.
  package func trimmed(_ range: Range<Int>, dropping facet: Facet) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, tokens[low].upos == "PUNCT" || isForm(low, facet) { low += 1 }
    while low < high, tokens[high - 1].upos == "PUNCT" { high -= 1 }
    return low..<high
  }
}

extension Language {
  /// The line of a single word that tells a facet.
  func word(_ symbol: Symbol, _ facet: Facet) -> Entry? {
    guard isWord(symbol, facet) else { return nil }
    return lines(of: symbol).first {
      !$0.isPhrase && $0.condition == nil && $0.fact(facet) != nil
    }
  }
}
