import HearsayLanguage

/// Words by which a writer keeps a distance from what is told, found wherever they stand.
enum Hedges {
  /// The words of all hedges in a run of tokens, in order, never overlapping, the longest wording first.
  static func find(in range: Range<Int>, text: AnnotatedText) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let hedge = hedge(at: index, until: range.upperBound, text) {
        found.append(hedge)
        index = hedge.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private static func hedge(at index: Int, until end: Int, _ text: AnnotatedText) -> Range<Int>? {
    guard let known = text.known(index, .hedge), let last = known.tokens.last else { return nil }
    let words = index..<(last + 1)
    guard words.count == known.tokens.count, words.upperBound <= end,
      !text.is(index, .beforeNoun) || qualifiesNoun(words, until: end, text)
    else { return nil }
    return words
  }
  /// Whether the words stand before a noun and within its phrase: "the alleged attacker", but neither "he alleged
  /// attacks" nor "it became apparent".
  private static func qualifiesNoun(
    _ words: Range<Int>, until end: Int, _ text: AnnotatedText
  ) -> Bool {
    var next = words.upperBound
    while next < end, ["ADJ", "PUNCT"].contains(text.tokens[next].upos), next < words.upperBound + 3
    {
      next += 1
    }
    guard next < end, ["NOUN", "PROPN", "NUM"].contains(text.tokens[next].upos) else {
      return false
    }
    guard words.lowerBound > text.sentence(of: words.lowerBound).lowerBound else { return true }
    let before = text.tokens[words.lowerBound - 1]
    if ["DET", "ADJ", "ADP", "NUM", "CCONJ", "PUNCT", "PART"].contains(before.upos) { return true }
    if before.upos == "VERB" || before.xpos == "PRP$"
      || text.isForm(words.lowerBound - 1, .possessiveMark)
    {
      return true
    }
    return before.upos == "ADV" && text.tokens[words.lowerBound].upos == "ADJ"
  }
}
