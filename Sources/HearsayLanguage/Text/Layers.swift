// What the model marks in a text, beyond the words: each layer as ranges of token indices.

/// The types of named entities the model tells apart.
package enum NameType: String, Sendable, CaseIterable {
  case person = "PER"
  case organization = "ORG"
  case politicalPlace = "GPE"
  case location = "LOC"
  case facility = "FAC"
  case group = "NORP"
  case event = "EVENT"
  case weapon = "WEAPON"
  case work = "WORK"
  case law = "LAW"
  case other = "MISC"
}

/// A name the model found.
package struct NameMention: Sendable, Hashable {
  package var tokens: Range<Int>
  package var type: NameType
  /// Mean probability of its tags, 0 … 1.
  package var score: Float

  package init(tokens: Range<Int>, type: NameType, score: Float = 1) {
    self.tokens = tokens
    self.type = type
    self.score = score
  }

  /// The same name taken for another kind of thing.
  package func typed(_ type: NameType) -> NameMention {
    NameMention(tokens: tokens, type: type, score: score)
  }
}

/// One attribution as PolNeAR marks them: whose words or thoughts, told by which cue, saying what.
package struct Attribution: Sendable, Hashable {
  /// Runs of tokens that name the source; may be empty.
  package var sources: [Range<Int>]
  /// Runs of tokens of the cue; may be empty (a quotation without one).
  package var cues: [Range<Int>]
  /// Runs of tokens of the content.
  package var contents: [Range<Int>]
  /// Mean probability of its tags, 0 … 1.
  package var score: Float

  package init(
    sources: [Range<Int>], cues: [Range<Int>], contents: [Range<Int>], score: Float = 1
  ) {
    self.sources = sources
    self.cues = cues
    self.contents = contents
    self.score = score
  }
}

/// An event word as TimeBank marks them.
package struct EventMention: Sendable, Hashable {
  package var token: Int
  /// OCCURRENCE, REPORTING, STATE, I_ACTION, I_STATE, PERCEPTION, ASPECTUAL.
  package var eventClass: String
  /// PAST, PRESENT, FUTURE, INFINITIVE, PRESPART, PASTPART, NONE.
  package var tense: String
  /// NONE, PERFECTIVE, PROGRESSIVE, PERFECTIVE_PROGRESSIVE.
  package var aspect: String
  /// Whether it is negated.
  package var negated: Bool
  /// NONE, or the modal that governs it: could, would, may, should, must and others.
  package var modality: String
  /// Probability of the class, 0 … 1.
  package var score: Float

  package init(
    token: Int, eventClass: String, tense: String = "NONE", aspect: String = "NONE",
    negated: Bool = false, modality: String = "NONE", score: Float = 1
  ) {
    self.token = token
    self.eventClass = eventClass
    self.tense = tense
    self.aspect = aspect
    self.negated = negated
    self.modality = modality
    self.score = score
  }
}

/// The words of a time expression.
package struct TimexMention: Sendable, Hashable {
  package var tokens: Range<Int>
  /// DATE, TIME, DURATION, SET.
  package var type: String

  package init(tokens: Range<Int>, type: String) {
    self.tokens = tokens
    self.type = type
  }
}
