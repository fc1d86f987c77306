import HearsayLanguage

extension ReferenceResolver {
  /// "The car was parked outside when it blew up": the last subject before it is a thing, and no actor.
  func isOfThing(_ pronoun: Int) -> Bool {
    let sentence = text.sentenceOfToken[pronoun]
    let subject = stride(from: pronoun - 1, through: 0, by: -1).prefix {
      sentence - text.sentenceOfToken[$0] <= 1
    }.first { text.tokens[$0].baseRelation == "nsubj" && text.tokens[$0].upos != "PRON" }
    guard let subject, text.tokens[subject].xpos == "NN", cluster(headedBy: subject) == nil else {
      return false
    }
    return text.tokens[subject].mentionType.map(Self.things.contains) ?? false
  }

  /// Kinds of mentions that do nothing.
  private static let things: Set<String> = ["object", "substance", "animal", "plant"]

  /// "A man stabbed three people before he was shot": somebody who is only described, in the same sentence.
  func isSomebody(_ cluster: Cluster, _ sentence: Int) -> Bool {
    guard cluster.nameType == nil, let first = cluster.mentions.first else { return false }
    return text.sentenceOfToken[first.head] == sentence
      && text.tokens[first.head].baseRelation == "nsubj" && text.tokens[first.head].xpos == "NN"
      && (text.isLemma(first.head, .male) || text.isLemma(first.head, .female))
  }
}
