package import HearsayLanguage
package import HearsayRecords

// What words and names tell of the kind of an actor.

extension Language {
  /// The kind of actor that a head noun names, in the singular or the plural: "troops" → military.
  package func actor(ofNoun lemma: String) -> EntityKind? {
    kind(lemma, .actor) ?? Self.singulars(of: lemma).lazy.compactMap { self.kind($0, .actor) }.first
  }

  /// The kind that a word inside a name tells: "Ministry", "Party", "Brigades".
  package func actor(ofNameWord word: String) -> EntityKind? { kind(word.lowercased(), .nameWord) }

  /// The kind of a known name that its words do not tell.
  package func actor(ofName name: String) -> EntityKind? { kind(name.lowercased(), .knownName) }

  /// Whether a name or description is of those who rise against a state: CAMEO's REB; other armed people are UAF.
  func isRebel(_ name: String) -> Bool {
    name.lowercased().split(separator: " ").contains { has(String($0), .rebel) }
  }

  private func kind(_ word: String, _ facet: Facet) -> EntityKind? {
    value(of: word, for: facet).flatMap(EntityKind.init)
  }

  /// What a plural may be the plural of; the model's lemmas of rare words are not to be relied on.
  private static func singulars(of word: String) -> [String] {
    var found: [String] = []
    if word.hasSuffix("ies") { found.append(word.dropLast(3) + "y") }
    if word.hasSuffix("es") { found.append(String(word.dropLast(2))) }
    if word.hasSuffix("s"), !word.hasSuffix("ss") { found.append(String(word.dropLast())) }
    if word.hasSuffix("men") { found.append(word.dropLast(3) + "man") }
    return found
  }
}

extension EntityKind {
  /// Whether a kind told by any word of a name outweighs its last word: "Irving Police Department".
  var outweighsLastWord: Bool { [.police, .military, .armedGroup].contains(self) }

  /// CAMEO's role code of a kind; empty for one that has none.
  var cameoRole: String {
    switch self {
    case .government: "GOV"
    case .military: "MIL"
    case .police: "COP"
    case .armedGroup: "REB"
    case .party: "PTY"
    case .media: "MED"
    case .company: "BUS"
    case .civil: "CVL"
    default: ""
    }
  }
}
