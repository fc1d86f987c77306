import HearsayLanguage
import HearsayRecords

extension AnnotatedText {
  /// Whom somebody speaks for, by the words he is called by: "a caller claiming to represent the Red Dawn", "a message signed by the
  /// Red Dawn", "a Red Dawn spokesman".
  ///
  /// - Returns: The head of a name; `nil` for whoever speaks for himself.
  func represented(by speaker: Int) -> Int? {
    subtree(of: speaker).first { name in
      name != speaker && isGroup(name) && isRepresented(name, by: speaker)
    }
  }

  /// A name, a noun with a name ("the Red Dawn group"), or a noun for people under arms.
  private func isGroup(_ noun: Int) -> Bool {
    guard tokens[noun].upos == "NOUN" else { return tokens[noun].upos == "PROPN" }
    return language.actor(ofNoun: tokens[noun].lemma.lowercased()) == .armedGroup
      || children(of: noun, "compound").contains { tokens[$0].upos == "PROPN" }
  }

  private func isRepresented(_ name: Int, by speaker: Int) -> Bool {
    // "Karven" of "the Karven Front" is no name by itself.
    let relation = tokens[name].baseRelation
    let bearer = tokens[name].head
    guard relation != "flat",
      relation != "compound" || bearer == speaker
        || bearer.map({ isLemma($0, .speaksFor) }) ?? false
    else { return false }
    // "on behalf of the Front"
    let joints = children(of: name, "case").flatMap { [$0] + children(of: $0, "fixed") }
    var between = joints
    var current = name
    for _ in 0..<8 {
      guard current != speaker, let head = tokens[current].head else { break }
      between.append(head)
      current = head
    }
    return current == speaker && between.contains { isLemma($0, .speaksFor) }
  }
}
