import HearsayRecords

/// What we know of a word: each facet is told in exactly one file of `Data/language`, and asked for by somebody.
///
/// A facet stands in the files by the name of its case. What a facet means is told here; which words have it, there.
/// To add one: a case with its comment under the heading it belongs to, its values in ``values`` if it has any, and the
/// words in a file.
package enum Facet: UInt16, CaseIterable, Sendable {
  // MARK: - Negation (negators.tsv)

  /// Negates the clause that it stands in: "not", "never".
  case negates
  /// Leaves next to nothing of the clause that it stands in: "hardly".
  case barely
  /// Stands for nobody or nothing, and so negates the clause that it is subject or object of: "nobody".
  case nobody
  /// Before a noun, says that there is none of it: "no", "neither".
  case none
  /// What it marks is lacking: "without".
  case without

  // MARK: - Cues (cues.verbs.tsv)

  /// What is done by saying it with this verb.
  case cue
  /// How sure it leaves what is said, where that is not asserted.
  case cueSure
  /// What the direct object is: what is said, whom it is said to, or whom it accuses.
  case takes
  /// The prepositions of what is said, parted by commas; of whom it is said to; of whom it accuses.
  case about, toward, against
  /// Using it says that nothing is said: "refuse".
  case unsaid
  /// Says in the narrow sense, so that a clause after it is said.
  case saying
  /// Always takes whom it is said to: "tell".
  case addressed
  /// How sure "it is said that" leaves what is said.
  case impersonal
  /// "I think": how sure somebody is of his words.
  case thinks
  /// Passes on what another says: "cite".
  case cites
  /// "quoted him as saying".
  case asSaying
  /// Tells what is cited beside it: "reported, citing the police".
  case relays
  /// Behind the comma of a headline: "Army behind coup, says premier".
  case headlineSays
  /// Only told by itself, but asserted by whoever has a name: "the hospital reported".
  case firsthand
  /// The cue by itself with an object, and none with a particle: "call".
  case aloneWithObject
  /// Confesses or denies by its plea: "plead".
  case pleads
  /// Judges what it names: "brand".
  case naming
  /// With a content it is a confession: "admit".
  case confesses
  /// Threatens or foresees: "warn".
  case warns

  // MARK: - Nouns that tell (cues.nouns.tsv)

  /// As ``cue`` and ``cueSure``.
  case nounCue, nounSure
  /// As ``about``, ``toward`` and ``against``.
  case nounAbout, nounToward, nounAgainst
  /// Stands for what is denied or claimed without naming it: "any involvement".
  case pointsBack
  /// Whose it is says the clause that it frames: "by the union's account".
  case frames
  /// With or to whom it is had is an outlet: "an interview with".
  case meeting

  // MARK: - Verbs that lead to a cue (cues.leading.tsv)

  /// Stands between a source and its cue: "went on to say".
  case raising
  /// Leaves what is said a hint: "seems to suggest".
  case hinting
  /// After it nothing is said: "refused to say".
  case withholding
  /// "stopped short of saying".
  case stopsShort
  /// "stands accused".
  case standing
  /// With a noun that tells, its subject says it: "issued a denial".
  case uttering
  /// "responsibility lies with".
  case lying
  /// Only leads up to a colon: "let me be clear:".
  case leadingUp

  // MARK: - Judgements (judgements.tsv)

  /// Condemns what it is said of; praises it.
  case bad, good
  /// Denies what it is said of.
  case untrue
  /// What one has none of who denies: "no role".
  case stake
  /// Apologises.
  case sorry
  /// Confesses, or denies with "not".
  case plea
  /// Puts a deed on somebody: on its subject, on whose ("of") it is, on who bears it, on who is "to blame".
  case blames

  // MARK: - Deeds (deeds.tsv)

  /// Whoever says that he will do it threatens: by the verb or the noun for it.
  case harm
  /// Whoever says that he did it claims responsibility.
  case deed
  /// Nobody tells it of another without blaming him.
  case wrong
  /// Of an act of violence, one is blamed for it.
  case ordering

  // MARK: - What speaks (sources.tsv)

  /// "per customs data".
  case paper
  /// Says what a dash or colon in a headline parts from it.
  case headlineSource
  /// Names an outlet: "state radio".
  case outlet
  /// People whom one speaks to, and no outlet: "reporters".
  case press

  // MARK: - Around what is said (speech.tsv)

  /// Whoever speaks.
  case firstPerson
  /// As the subject of what is said, one or many who may be whoever speaks.
  case maySpeak
  /// Belongs to one or many who may be whoever speaks.
  case ofSpeaker
  /// May be blamed by whoever speaks: "they".
  case others
  /// Nobody who could speak: "it".
  case faceless
  /// Stands for the noun before it: "who".
  case relates
  /// Beside a clause, whom it is told to: "him".
  case toldTo
  /// Before whoever says it; before whoever does.
  case bySource, byAgent
  /// Before an outlet that one speaks with.
  case meets
  /// Adds another who speaks: "along with".
  case beside
  /// No part of a source's words at their beginning.
  case notSource

  // MARK: - Auxiliaries (auxiliaries.tsv)

  /// It is to come.
  case ahead
  /// It is possible.
  case mayBe
  /// It is demanded; and said to be so by whoever says it.
  case obliges, must
  /// It is not told as done.
  case unreal
  /// It is told as done.
  case tellsDone
  /// Makes the perfect.
  case ofPerfect

  // MARK: - Hedges (hedges.tsv)

  /// How sure it leaves what it stands with: one value for claims and events alike.
  case leaves
  /// The same of an event that it governs: "accused of".
  case holds
  /// Is marked as a wording.
  case hedge
  /// Hedges only before a noun.
  case beforeNoun
  /// Makes what it stands with something that is told, by nobody in particular.
  case onlyTold

  // MARK: - Loaded words (loaded.tsv)

  /// Judges while it tells.
  case loaded
  // MARK: - Prepositions (prepositions.tsv)

  /// After a verb, before what it is about: "warned of".
  case aboutOfVerb
  /// The same after a noun: "fears of".
  case aboutOfNoun

  /// The values that a facet may have.
  package enum Values: Hashable, Sendable {
    /// None: the word has the facet or it has not.
    case nothing
    /// Any word of the data's own.
    case anything
    /// One of these.
    case one(of: [String])
  }

  /// The values that this facet may have in the files; anything else there is an error.
  package var values: Values {
    switch self {
    case .cue, .nounCue: .one(of: Self.acts)
    case .cueSure, .nounSure, .impersonal, .leaves, .holds: .one(of: Self.certainties)
    case .takes: .one(of: ["content", "addressee", "blamed"])
    case .about, .toward, .against, .nounAbout, .nounToward, .nounAgainst: .anything
    case .leadingUp: .one(of: ["any", "imperative"])
    case .blames: .one(of: ["subject", "of", "bears", "toBlame"])
    case .harm: .one(of: ["verb", "noun"])
    case .maySpeak, .ofSpeaker: .one(of: ["one", "many"])
    default: .nothing
    }
  }

  private static let acts = ClaimAct.allCases.map(\.rawValue)
  private static let certainties = Certainty.allCases.map(\.rawValue)

  /// The facet of a name, as the files spell it.
  static let named: [String: Facet] = Dictionary(
    uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}
