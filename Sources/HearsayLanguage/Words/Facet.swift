import HearsayRecords

/// What we know of a word: each facet is told in exactly one file of `Data/language`, and asked for by somebody.
///
/// A facet stands in the files by the name of its case; its values are in ``values``.
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

  // MARK: - Happenings (happening-names.tsv, counted.tsv)
  /// Names a type of happening, or a type and mode: "bombing" is `ASSAULT/bombing`.
  case happeningName
  /// The preposition by which the name of a happening takes its recipient: bombing *of*, attack *on*.
  case recipientAfter
  /// The CAMEO code of a type, or of a type and mode, where the words tell nothing closer.
  case cameo
  /// What became of those who are counted: "dead" of those killed.
  case countedAs

  // MARK: - Events (events.verbs.tsv, events.nouns.tsv, events.phrases.tsv)
  /// The event that a verb tells: type, mode and code ("ASSAULT?/aerial/195").
  case verbTells
  /// The same of a noun.
  case nounTells
  /// The same of a verb together with an object, particle or preposition.
  case phraseTells

  /// An event that somebody calls, and that is planned then: "election".
  case convened

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
  /// The network's word for a clause that only supposes: "could".
  case supposing

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
  /// Before a place, tells where something is.
  case placing
  /// Of these, those that say that the place holds it.
  case within
  /// What stands behind it is as sure as what it hangs on: "suspected *of* arson".
  case carriesHedge
  /// Opens a clause without a subject that has that of the clause above: "after".
  case sharesSubject

  // MARK: - Verbs that bear on events (events.verbs.bearing.tsv)
  /// The event it governs was tried and came to nothing: "foil".
  case averts
  /// It was tried: "attempt".
  case tries
  /// It is planned, promised, wanted: "plan".
  case plans
  /// It is threatened with.
  case threatens
  /// It is expected.
  case expects
  /// It is feared, discussed, made possible: "fear", "allow".
  case supposes
  /// It is asked for: "urge".
  case demands
  /// It does not take place: "prevent", "fail".
  case prevents
  /// It is said not to have taken place: "deny".
  case denies
  /// Of a definite event it only speaks, or ends it: "discussed the attack".
  case leavesStanding
  /// With a finite clause it tells what the clause says: "warned that rebels had attacked".
  case stating
  /// Its infinitive is told as done: "began to shell".
  case implies
  /// Says of its subject that it takes place: "occur".
  case takesPlace
  /// In the present, its subject goes on: "rage".
  case lasts
  /// With a claim as its object, denies what is claimed: "reject".
  case rejects

  // MARK: - Nouns that bear on events (events.nouns.bearing.tsv)
  /// The event that it is of was tried: "attempt".
  case attemptAt
  /// It is planned: "plot".
  case planOf
  /// It is threatened with: "threat".
  case threatOf
  /// It is expected: "forecast".
  case forecastOf
  /// It is feared or possible: "risk".
  case possibilityOf
  /// It is asked for: "appeal".
  case callFor
  /// It does not take place: "prevention".
  case lackOf
  /// It is said not to have taken place: "denial".
  case denialOf
  /// It is played to prepare for it: "drill".
  case exercise
  /// It is made up: "film".
  case fiction
  /// Bears on an event only with "of" and something indefinite: "in the event of an attack".
  case bearsWithOf
  /// Bears on an event only with "for": "order".
  case bearsWithFor
  /// Tells the event that it is of: "reports of".
  case telling
  /// Shows the event; where there is none of it, the event stays open: "proof".
  case evidence
  /// Only counts or measures the event: "wave of attacks".
  case measures

  // MARK: - Adjectives of events (events.adjectives.tsv)
  /// What it makes of the event before which it stands: "planned".
  case attribute
  /// What it makes of the event, or its clause, that it is said of: "likely".
  case predicate
  /// Says nothing of its subject, only of what it governs: "able".
  case notOfSubject
  /// An adjective that some parses make the mark of the infinitive: "due".
  case markOfPlan

  // MARK: - Verbs around event nouns (events.verbs.light.tsv)
  /// Only carries the event that its object names: "carry out".
  case light
  /// Its subject does not do the event that its object names: "suffer".
  case undergoes
  /// A place as its subject is where the event is: "brace".
  case hosts
  /// Its object is what it is done with: "fire".
  case wields

  // MARK: - Words around event words (events.settings.tsv)
  /// What violence is done with.
  case weapon
  /// Shows that violence is meant, wherever it stands in the sentence.
  case violent
  /// Violent, but said of those who are hurt or come to help in an accident too.
  case bystander
  /// Stands around a strike of workers.
  case work
  /// Stands before a strike of workers: "general".
  case stoppage
  /// Stands before a strike of arms: "air".
  case strikeOfArms
  /// Stands before a word of violence that is only a manner of speaking: "trade war".
  case figurative
  /// Stands around the freeing of those whom nobody holds.
  case rescue
  /// Of sport, where attacks hurt nobody.
  case contest
  /// Stands before an attack of arms: "cross-border".
  case armsKind
  /// Stands before a movement of troops.
  case troopsKind
  /// Stands before an agreement of states.
  case agreementKind
  /// Does harm to what lives: "stab".
  case deadly
  /// Tells of harm, whoever or whatever did it: "injure".
  case harms
  /// Harm came from it: what it is, an accident or a disaster.
  case harmfulCause
  /// The noun before it tells the event: "attack victims".
  case eventBefore
  /// With a crime, that crime is an event: "charged with fraud".
  case charges
  /// Is violence only if a force or weapon stands with it and violence around it: "hit".
  case needsForce

  /// Said of workers, tells that they lay down work: "walk".
  case laysDownWork
  /// A particle with which a verb is another word: "backed out".
  case makesOtherVerb
  /// With an object it tells no protest: "rally support".
  case takesNoObject
  /// Ends that somebody is held.
  case setsFree
  /// A pronoun for what nobody else does violence to: things and oneself.
  case unharmed
  /// Without anything before it means no single event: "war".
  case generalIfBare
  /// Tells an attack of arms without violence around it: "raid".
  case attackOfArms
  /// Tells violence only with a word of arms before it: "operation".
  case neverAlone

  // MARK: - Events that are done by saying (events.spoken.tsv)
  /// With a thing as its object, denies that it was: "denied the attack".
  case deniesThing
  /// Whoever says so asks for something: "urge".
  case asksByIt
  /// Whoever says so threatens.
  case threatensByIt
  /// Among the verbs that condemn, does so of nobody: "regret".
  case condemnsNobody
  // MARK: - People and bodies: what each facet means is told at the head of actors.tsv
  case actor, endsBody, onlyOf, anyBody, standsForBody, office, publicOffice, speaks, ofState,
    anyPerson, source, leads, alliance, introducesBody, rank, perpetrator, rebel, ofAnyKind,
    shortOffice, nobodyInParticular, honorific
  // MARK: - Names: what each facet means is told at the head of names.tsv
  case nameWord, knownName, nameParticle, apartFromName, apartFromInitials, endsNoName
  // MARK: - He and she: what each facet means is told at the head of genders.tsv
  case female, male, femaleName, maleName
  // MARK: - Words that refer: what each facet means is told at the head of reference.tsv
  case pronoun, objectForm, opensDescription, possessive, relative, pointsToHead, article, definite,
    indefinite, opensContent
  // MARK: - Places: what each facet means is told at the head of places.tsv
  case worldRegion, site, namedAfter, settlement, locates, locatesTowns, locatesWithin,
    beforePlace, apartFromPlace, side, division, outside, stateShort, ofPlaces,
    overPlace, insidePlace
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
    beforeDuration, beforeNarrowed, beforeWeekend, namedByYear, firstName, fiscal, universalTime,
    timeZone, hoursMark, refersToTime, regularly, partsOfDays, decadeName, yearBefore, otherMonth,
    countsFrom, plainReference
  // MARK: - Looking ahead: what each facet means is told at the head of outlook.tsv
  case limit, looksAhead, comes, intends, coming, ranks, timetabled, aheadOf
  // MARK: - Numbers: what each facet means is told at the head of numbers.tsv
  case number, scale, exactlyA, pluralScale, multiplies, atLeast, vagueCount, atLeastAs,
    atLeastOf, atLeastA, aboutA, ordinal, joinsRange, qualifies, currency, percent, fraction
  // MARK: - Figures: what each facet means is told at the head of figures.tsv
  case measure, countsVictims, labelsNumber, totals, comparesFigures, countsItself, further,
    includesFigures, beforeFigure, tellsFigure, setsFigure, losesCounted
  // MARK: - Lemmas: what each facet means is told at the head of lemmas.tsv
  case endsInS, knownVerb, knownNoun, doublesEnd, keepsE, knownPlural, past, participle,
    otherForm
}
