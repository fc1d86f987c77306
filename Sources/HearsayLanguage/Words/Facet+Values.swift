import HearsayRecords

extension Facet {
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
    case .happeningName, .recipientAfter, .cameo, .cameoPlanned, .cameoDemanded, .cameoThreatened,
      .cameoRefused:
      .anything
    case .curbKind: .one(of: ["sanction", "ban"])
    case .countedAs: .one(of: ["killed", "wounded", "missing", "arrested", "displaced"])

    case .verbTells, .nounTells, .phraseTells, .towardParty, .showsMode: .anything
    case .attribute, .predicate:
      .one(of: [
        "happened", "ongoing", "attempted", "threatened", "planned", "expected", "hypothetical",
        "demanded", "denied", "negated",
      ])
    case .harmfulCause: .one(of: ["ACCIDENT", "DISASTER"])
    case .actor, .nameWord, .knownName, .onlyOf:
      .one(of: Self.kindsOfActors)
    case .month, .weekday, .nightFromNow, .feast, .dayFromNow, .number, .scale, .exactlyA,
      .pluralScale, .multiplies, .fraction, .decadeName, .atLeast, .vagueCount, .atLeastAs,
      .atLeastOf, .atLeastA,
      .aboutA, .ordinal, .currency, .past, .participle, .otherForm, .plural:
      .anything
    case .pronoun: .one(of: ["he", "she", "they", "it"])
    case .possessive: .one(of: ["theirs", "ours"])
    case .relative: .one(of: ["anyone", "thing"])
    case .article: .one(of: ["definite", "indefinite"])
    case .worldRegion: .one(of: ["continent", "region"])
    case .division: .one(of: ["first", "second", "any"])
    case .stateShort, .shortFor: .anything
    case .overPlace: .one(of: ["only", "also"])
    case .countsFrom: .one(of: ["before", "after"])
    case .refersToTime: .one(of: ["present", "past", "future"])
    case .partsOfDays: .one(of: ["MO", "AF", "EV", "NI"])
    case .regularly:
      .one(of: ["hour", "day", "night", "week", "month", "quarter", "year"])
    case .tenure: .one(of: ["office", "charge", "rule"])
    case .belongs: .one(of: ["memberOf", "partOf", "alliedWith"])
    case .backed: .one(of: ["by", "with", "hyphen"])
    case .timeUnit:
      .one(of: [
        "second", "minute", "hour", "day", "week", "fortnight", "month",
        "quarter", "year", "decade", "century", "weekend", "night",
      ])
    case .partOfDay: .one(of: ["NI", "MO", "AF", "EV", "MI"])
    case .season: .one(of: ["SP", "SU", "FA", "WI"])
    case .narrows: .one(of: ["early", "mid", "late"])
    case .narrowsOf: .one(of: ["early", "mid", "late"])
    case .direction:
      .one(of: [
        "last", "past", "previous", "this", "next", "coming",
        "following", "current", "recent",
      ])
    case .distance: .one(of: ["ago", "before", "after"])
    case .half: .one(of: ["am", "pm"])
    case .qualifies: .one(of: ["least", "about", "most"])
    case .cue, .nounCue: .one(of: Self.acts)
    case .cueSure, .nounSure, .impersonal, .leaves, .holds: .one(of: Self.certainties)
    case .takes: .one(of: ["content", "addressee", "blamed"])
    case .about, .toward, .against, .nounAbout, .nounToward, .nounAgainst: .anything
    case .leadingUp: .one(of: ["any", "imperative"])
    case .blames: .one(of: ["subject", "of", "bears", "toBlame"])
    case .harm: .one(of: ["verb", "noun"])
    case .joinedBehind: .anything
    case .suffered: .one(of: ["any", "unaimed", "thing", "always", "itself", "gets"])
    case .sport: .one(of: ["much", "some", "beyond"])
    case .maySpeak, .ofSpeaker: .one(of: ["one", "many"])
    default: .nothing
    }
  }

  private static let kindsOfActors = EntityKind.allCases.map(\.rawValue)
  private static let acts = ClaimAct.allCases.map(\.rawValue)
  private static let certainties = Certainty.allCases.map(\.rawValue)

  /// The facet of a name, as the files spell it.
  static let named: [String: Facet] = Dictionary(
    uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}
