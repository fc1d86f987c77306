import HearsayLanguage

extension AnnotatedText {
  /// "Iran-backed militias", "a Saudi-led coalition": the noun that a name before a hyphen and a participle only describes.
  ///
  /// Whoever backs, leads or trains others does not do what they do.
  ///
  /// - Parameter name: The last word of a name.
  /// - Returns: The noun that does it; `nil` if nothing of the kind stands behind the name.
  func backed(by name: Int) -> Int? {
    let participle = name + 2
    guard tokens.indices.contains(participle), tokens[name + 1].text == "-",
      ["VBN", "VBD"].contains(tokens[participle].xpos),
      tokens[participle].baseRelation == "amod"
        || tokens[participle].baseRelation == "compound",
      let noun = tokens[participle].head, noun > participle,
      ["NOUN", "PROPN"].contains(tokens[noun].upos)
    else { return nil }
    return noun
  }
}
