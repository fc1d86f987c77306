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

  // MARK: - Prepositions (prepositions.tsv)

  /// After a verb, before what it is about: "warned of".
  case aboutOfVerb
  /// The same after a noun: "fears of".
  case aboutOfNoun
  // MARK: - People and bodies: what each facet means is told at the head of actors.tsv

  case actor, endsBody, onlyOf, anyBody, standsForBody, office, publicOffice, ofState,
    anyPerson, source, leads, alliance, introducesBody, rank, perpetrator, rebel, ofAnyKind,
    shortOffice, nobodyInParticular, honorific

  // MARK: - Names: what each facet means is told at the head of names.tsv

  case nameWord, knownName, nameParticle, apartFromName, apartFromInitials, endsNoName

  // MARK: - He and she: what each facet means is told at the head of genders.tsv

  case female, male, femaleName, maleName

  // MARK: - Words that refer: what each facet means is told at the head of reference.tsv

  case pronoun, objectForm, opensDescription, possessive, relative, article, definite,
    indefinite, opensContent

  // MARK: - Places: what each facet means is told at the head of places.tsv

  case worldRegion, site, namedAfter, settlement, locates, locatesTowns, locatesWithin,
    beforePlace, apartFromPlace, side

  // MARK: - Offices and titles: what each facet means is told at the head of titles.tsv

  case apartFromTitle, apartFromBody, beginsTitle, pastOffice, apartFromOffice, soughtOffice,
    linksTitle, linksOffice, linksBody, narrowsDescription, beforeTenure, followsTitle,
    endsPredicate, tenure

  // MARK: - Ties: what each facet means is told at the head of ties.tsv

  case comprises, insideList, composedOf, includes, belongs, betweenBearer, betweenWhole,
    turnsToBearer, beforeBacked, backed, linksAlly

  // MARK: - Times: what each facet means is told at the head of times.tsv

  case month, otherWord, weekday, timeUnit, partOfDay, namesHour, nightFromNow, season, feast,
    narrows, beforeYear, narrowsOf, direction, distance, beforeMonth, dayFromNow, half, repeats,
    beforeDuration, beforeNarrowed, beforeWeekend, namedByYear

  // MARK: - Looking ahead: what each facet means is told at the head of outlook.tsv

  case limit, looksAhead, comes, intends, coming, ranks, timetabled, aheadOf

  // MARK: - Numbers: what each facet means is told at the head of numbers.tsv

  case number, scale, exactlyA, pluralScale, multiplies, atLeast, vagueCount, atLeastAs,
    atLeastOf, atLeastA, aboutA, ordinal, joinsRange, qualifies, currency, percent

  // MARK: - Figures: what each facet means is told at the head of figures.tsv

  case measure, countsVictims, labelsNumber, totals, comparesFigures

  // MARK: - Lemmas: what each facet means is told at the head of lemmas.tsv

  case endsInS, knownVerb, knownNoun, doublesEnd, keepsE, knownPlural, past, participle,
    otherForm

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
    case .actor, .nameWord, .knownName, .onlyOf:
      .one(of: Self.kindsOfActors)
    case .month, .weekday, .nightFromNow, .feast, .dayFromNow, .number, .scale, .exactlyA,
      .pluralScale, .multiplies, .atLeast, .vagueCount, .atLeastAs, .atLeastOf, .atLeastA,
      .aboutA, .ordinal, .currency, .past, .participle, .otherForm:
      .anything
    case .pronoun: .one(of: ["he", "she", "they", "it"])
    case .possessive: .one(of: ["theirs", "ours"])
    case .relative: .one(of: ["anyone", "thing"])
    case .article: .one(of: ["definite", "indefinite"])
    case .worldRegion: .one(of: ["continent", "region"])
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
    default: .nothing
    }
  }

  private static let kindsOfActors = EntityKind.allCases.map(\.rawValue)

  /// The facet of a name, as the files spell it.
  static let named: [String: Facet] = Dictionary(
    uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}
