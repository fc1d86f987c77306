package import HearsayLanguage
package import HearsayRecords

/// Words by which a writer keeps a distance from what is told, found wherever they stand.
package enum Hedges {
  /// One hedge.
  package struct Hedge: Hashable, Sendable {
    /// Its words.
    package let tokens: Range<Int>
    /// How sure it leaves what it hedges; `nil` if it only doubts a name ("so-called").
    package let certainty: Certainty?
  }

  /// All hedges in a run of tokens, in order, never overlapping, the longest wording first.
  package static func find(in range: Range<Int>, text: AnnotatedText) -> [Hedge] {
    var found: [Hedge] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let hedge = hedge(at: index, until: range.upperBound, text) {
        found.append(hedge)
        index = hedge.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// How sure the first hedge in a run of tokens leaves what it stands in, and its words.
  package static func certainty(
    in range: Range<Int>, text: AnnotatedText
  ) -> (Certainty, TextSpan)? {
    for hedge in find(in: range, text: text) {
      if let certainty = hedge.certainty { return (certainty, text.span(hedge.tokens)) }
    }
    return nil
  }

  private static func hedge(at index: Int, until end: Int, _ text: AnnotatedText) -> Hedge? {
    for wording in HedgeWords.wordings(from: text.tokens[index].lower) {
      let last = index + wording.words.count
      guard last <= end,
        zip(index..<last, wording.words).allSatisfy({ text.tokens[$0].lower == $1 })
      else { continue }
      if wording.isBeforeNoun, !qualifiesNoun(index..<last, until: end, text) { continue }
      return Hedge(tokens: index..<last, certainty: wording.certainty)
    }
    return nil
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
    if before.upos == "VERB" || before.xpos == "PRP$" || before.lower == "'s" { return true }
    return before.upos == "ADV" && text.tokens[words.lowerBound].upos == "ADJ"
  }
}
