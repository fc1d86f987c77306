import HearsayLanguage
import HearsayRecords

/// Numbers by which somebody contradicts, or adds to, what somebody else has counted: "the army says 12 rebels died; the rebels say 40".
extension FigureContext {
  /// A number by itself behind a verb that tells numbers counts what the figure before it does.
  func rival(_ number: ToldNumber, _ head: Int, of earlier: Figure?) -> Counted? {
    guard let earlier, number.unit == nil, earlier.unit == nil, let counts = earlier.counts,
      !counts.isEmpty, standsAlone(number.tokens), isNear(earlier, number.tokens.lowerBound),
      let verb = text.tokens[head].head, verb < head, text.isLemma(verb, .tellsFigure),
      ["obj", "obl", "ccomp", "xcomp", "nmod"].contains(text.tokens[head].baseRelation),
      text.subject(of: verb) != nil
    else { return nil }
    return Counted(noun: nil, words: number.tokens, description: counts)
  }

  /// Whether no noun follows that a number could count: "claimed 40", not "claimed 40 seats".
  func standsAlone(_ tokens: Range<Int>) -> Bool {
    let next = tokens.upperBound
    return next >= text.sentence(of: tokens.lowerBound).upperBound
      || ["PUNCT", "CCONJ", "SCONJ"].contains(text.tokens[next].upos)
  }

  /// Whether a figure is told in the sentence of a word or in the one before.
  private func isNear(_ figure: Figure, _ token: Int) -> Bool {
    guard let word = figure.evidence.first.flatMap({ text.tokens(touching: $0).first }) else {
      return false
    }
    return text.sentenceOfToken[token] - text.sentenceOfToken[word] <= 1
  }
}
