import HearsayLanguage

/// Sentences over which another world that one of them opens goes on.
///
/// `next=yes`: over those that follow in the paragraph, as long as they tell in the present tense like the one that opens it: "In the
/// film a general storms the palace. He hangs the king." `back=yes`: over those before it in the paragraph, or over the
/// paragraph before if it opens one: "Gunmen stormed the school. It was only a drill."
struct WorldFrames {
  let text: AnnotatedText

  /// The words on which the sentences hang over which the world of a match goes on.
  func tops(of match: RuleMatch) -> [Int] {
    guard let opening = match.tokens.first else { return [] }
    let sentence = text.sentenceOfToken[opening]
    if match.value("back") == "yes" { return before(sentence).compactMap(root(of:)) }
    guard match.value("next") == "yes", root(of: sentence).map(isPresent) ?? false else {
      return []
    }
    let paragraph = text.paragraphOfToken[opening]
    var tops: [Int] = []
    for number in text.sentences.indices.dropFirst(sentence + 1) {
      guard text.paragraphOfToken[text.sentences[number].lowerBound] == paragraph,
        let root = root(of: number), isPresent(root)
      else { break }
      tops.append(root)
    }
    return tops
  }

  /// The sentences before one in its paragraph; of a paragraph's first sentence those of the paragraph before.
  private func before(_ sentence: Int) -> Range<Int> {
    func paragraph(_ number: Int) -> Int {
      text.paragraphOfToken[text.sentences[number].lowerBound]
    }
    guard sentence > 0 else { return 0..<0 }
    let own = paragraph(sentence - 1)
    var first = sentence - 1
    while first > 0, paragraph(first - 1) == own { first -= 1 }
    return first..<sentence
  }

  private func root(of sentence: Int) -> Int? {
    text.sentences[sentence].first { text.tokens[$0].head == nil }
  }

  private func isPresent(_ word: Int) -> Bool {
    let present = ["VBZ", "VBP"]
    return present.contains(text.tokens[word].xpos)
      || text.children(of: word, "aux", "cop").contains {
        present.contains(text.tokens[$0].xpos) && !text.is($0, .ofPerfect)
      }
  }
}
