import HearsayLanguage
package import HearsayRecords

/// Reads the wordings a careful reader would note: borrowed words, hedges, words that judge.
///
/// Pure.
package enum WordingReader {
  /// The wordings of a report in the order of the text.
  package static func read(_ draft: Draft) -> [Wording] {
    let text = draft.text
    let scare = ScareQuotes.find(in: text).map {
      Wording(kind: .scareQuote, evidence: $0, by: "scare-quotes")
    }
    let hedges = text.sentences.flatMap { Hedges.find(in: $0, text: text) }
      .map { Wording(kind: .hedge, evidence: text.span($0), by: "hedge-words") }
    let loaded = text.tokens.indices.filter { isLoaded($0, text) }
      .map { Wording(kind: .loaded, evidence: text.tokens[$0].span, by: "loaded-words") }
    return (scare + hedges + loaded).sorted { $0.evidence < $1.evidence }
  }

  /// A judging word that is no part of a name: "Hero Motors" judges nobody.
  private static func isLoaded(_ index: Int, _ text: AnnotatedText) -> Bool {
    let token = text.tokens[index]
    guard text.isForm(index, .loaded), token.upos != "PROPN" else { return false }
    return !text.names.contains { $0.tokens.contains(index) }
  }
}
