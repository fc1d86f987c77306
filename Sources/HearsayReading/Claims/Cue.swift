import HearsayLanguage
import HearsayRecords

/// What a verb's object or a preposition's phrase is, in a claim told by that verb.
enum ClaimRole: String {
  case content, addressee, blamed
  /// Plays no part in the claim.
  case none
}

/// One cue word, as `cues.verbs.tsv` and `cues.nouns.tsv` tell it.
struct Cue {
  /// The dictionary form; "claim responsibility" for a verb that is a cue with that object only.
  let lemma: String
  let act: ClaimAct
  let certainty: Certainty
  /// What the direct object is.
  let object: ClaimRole
  /// What phrases with these prepositions are.
  private let prepositions: [(role: ClaimRole, words: String)]
  /// Whether using the word says that what is claimed is *not* said: refuse, decline.
  let isNegative: Bool

  /// What a phrase with a preposition is; `nil` if it plays no part.
  func role(of preposition: String) -> ClaimRole? {
    prepositions.first { _, words in
      words.split(separator: ",").contains { $0 == preposition }
    }?.role
  }

  /// Whether it is a cue with another word only: "claim responsibility".
  var isPhrase: Bool { lemma.contains(" ") }

  /// The cue of a verb, or of a verb with its object.
  static func verb(_ lemma: String, in language: Language) -> Cue? {
    guard let act = language.value(of: lemma, for: .cue).flatMap(ClaimAct.init) else { return nil }
    return Cue(
      lemma: lemma, act: act,
      certainty: language.value(of: lemma, for: .cueSure).flatMap(Certainty.init) ?? .asserted,
      object: language.value(of: lemma, for: .takes).flatMap(ClaimRole.init) ?? .none,
      prepositions: prepositions(
        of: lemma, [(.content, .about), (.addressee, .toward), (.blamed, .against)], language),
      isNegative: language.has(lemma, .unsaid))
  }

  /// The cue of whoever is only said to say something: "according to", a colon.
  static func plainest(in language: Language) -> Cue? {
    language.first(with: .plainest).flatMap { verb($0, in: language) }
  }

  /// The cue a noun is.
  static func noun(_ lemma: String, in language: Language) -> Cue? {
    guard let act = language.value(of: lemma, for: .nounCue).flatMap(ClaimAct.init) else {
      return nil
    }
    return Cue(
      lemma: lemma, act: act,
      certainty: language.value(of: lemma, for: .nounSure).flatMap(Certainty.init) ?? .asserted,
      object: .none,
      prepositions: prepositions(
        of: lemma, [(.content, .nounAbout), (.addressee, .nounToward), (.blamed, .nounAgainst)],
        language),
      isNegative: false)
  }

  private static func prepositions(
    of lemma: String, _ facets: [(role: ClaimRole, facet: Facet)], _ language: Language
  ) -> [(role: ClaimRole, words: String)] {
    facets.compactMap { role, facet in
      language.value(of: lemma, for: facet).map { (role, $0) }
    }
  }
}

extension AnnotatedText {
  /// The cue that a verb is by itself.
  func verbCue(_ verb: Int) -> Cue? { Cue.verb(tokens[verb].lemma, in: language) }

  /// The cue that a verb is with this object, predicate or preposition only: "claim responsibility".
  func verbCue(_ verb: Int, with word: String) -> Cue? {
    Cue.verb(tokens[verb].lemma + " " + word, in: language)
  }

  /// The cue that a noun is.
  func nounCue(_ noun: Int) -> Cue? { Cue.noun(tokens[noun].lemma, in: language) }
}
