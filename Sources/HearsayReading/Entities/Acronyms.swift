import HearsayLanguage

/// Names by their letters: what stands once in brackets behind a name is that name wherever it stands in capitals, even where it looks
/// like another word ("the World Health Organisation (WHO) … WHO say").
enum Acronyms {
  /// Fewer letters than this may be anything.
  private static let shortest = 2

  /// The text with such names marked.
  static func recognised(_ text: AnnotatedText) -> AnnotatedText {
    var types: [String: NameType] = [:]
    for name in text.names where name.tokens.count == 1 {
      let at = name.tokens.lowerBound
      guard isAcronym(text.tokens[at].text), at >= 2, text.tokens[at - 1].text == "(",
        at + 1 < text.tokens.count, text.tokens[at + 1].text == ")",
        text.names.contains(where: { $0.tokens.upperBound == at - 1 })
      else { continue }
      types[text.tokens[at].text] = name.type
    }
    guard !types.isEmpty else { return text }
    let named = Set(text.names.flatMap(\.tokens))
    var found = text
    for (index, token) in text.tokens.enumerated() where !named.contains(index) {
      guard let type = types[token.text] else { continue }
      found.names.append(NameMention(tokens: index..<(index + 1), type: type, score: 0.5))
    }
    found.names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return found
  }

  private static func isAcronym(_ word: String) -> Bool {
    word.count >= shortest && word.allSatisfy { $0.isUppercase || $0 == "." }
  }
}
