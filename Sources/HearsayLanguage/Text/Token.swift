package import HearsayRecords

/// One word of an annotated text, with what the model says of it (Universal Dependencies).
package struct Token: Sendable, Hashable {
  /// Where it stands.
  package var span: TextSpan
  /// The characters.
  package var text: String
  /// The characters in lower case, curly apostrophes made straight.
  package var lower: String
  /// The dictionary form.
  package var lemma: String
  /// The universal part of speech: NOUN, PROPN, VERB, AUX and others.
  package var upos: String
  /// The Penn Treebank tag: NN, NNP, VBD and others.
  package var xpos: String
  /// UD features as `Name=Value|Name=Value`, or `_`.
  package var features: String
  /// Index of the syntactic head in the text's tokens; `nil` for the root of a sentence.
  package var head: Int?
  /// The UD relation to the head: nsubj, obj, obl, nmod:poss and others.
  package var relation: String {
    didSet { baseRelation = Self.base(of: relation) }
  }
  /// The relation without its subtype: `nmod` of `nmod:poss`.
  ///
  /// Kept, since every question about a tree asks for it.
  package private(set) var baseRelation: String
  /// The GUM entity type if this word heads a mention: person, organization, place, object, event, time,
  /// abstract, animal, plant, substance.
  package var mentionType: String?
  /// Whether white space stands before it.
  package var spaceBefore: Bool

  package init(
    span: TextSpan, text: String, lemma: String? = nil, upos: String = "X", xpos: String = "FW",
    features: String = "_", head: Int? = nil, relation: String = "dep", mentionType: String? = nil,
    spaceBefore: Bool = true
  ) {
    self.span = span
    self.text = text
    self.lower = text.lowercased().replacing("’", with: "'")
    self.lemma = lemma ?? text.lowercased()
    self.upos = upos
    self.xpos = xpos
    self.features = features
    self.head = head
    self.relation = relation
    baseRelation = Self.base(of: relation)
    self.mentionType = mentionType
    self.spaceBefore = spaceBefore
  }

  /// The value of a UD feature, for example `feature("Tense")`.
  package func feature(_ name: String) -> String? {
    for part in features.split(separator: "|") {
      let pair = part.split(separator: "=", maxSplits: 1)
      if pair.count == 2, pair[0] == name { return String(pair[1]) }
    }
    return nil
  }

  private static func base(of relation: String) -> String {
    guard let colon = relation.utf8.firstIndex(of: UInt8(ascii: ":")) else { return relation }
    return String(relation[..<colon])
  }
}
