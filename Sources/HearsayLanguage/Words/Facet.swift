import HearsayRecords

/// What we know of a word: each facet is told in exactly one file of `Data/language`, and asked for by somebody.
///
/// A facet stands in the files by the name of its case; its values are in ``values``.
package enum Facet: UInt16, CaseIterable, Sendable {
  // MARK: - Negation (negators.tsv)
  case negates  // Negates the clause that it stands in: "not", "never".
  case barely  // Leaves next to nothing of the clause that it stands in: "hardly".
  /// Stands for nobody or nothing, and so negates the clause that it is subject or object of: "nobody".
  case nobody
  case none  // Before a noun, says that there is none of it: "no", "neither".
  case without  // What it marks is lacking: "without".
  // MARK: - Happenings (happening-names.tsv, counted.tsv)
  /// Names a type of happening, or a type and mode: "bombing" is `ASSAULT/bombing`.
  case happeningName
  case showsMode  // In which mode a report that holds the word may tell violence.
  /// The preposition by which the name of a happening takes its recipient: bombing *of*, attack *on*.
  case recipientAfter
  /// The CAMEO code of a type, or of a type and mode, where the words tell nothing closer.
  case cameo
  /// The same for what is only promised or planned, demanded, threatened, and for what its doer refuses.
  case cameoPlanned, cameoDemanded, cameoThreatened, cameoRefused
  case countedAs  // What became of those who are counted: "dead" of those killed.
  case ofPeople  // What it tells befalls people only: "seize" of those arrested.
  // MARK: - Events (events.verbs.tsv, events.nouns.tsv, events.phrases.tsv)
  case verbTells  // The event that a verb tells: type, mode and code ("ASSAULT?/aerial/195").
  case nounTells  // The same of a noun.
  case phraseTells  // The same of a verb together with an object, particle or preposition.
  case befalls  // Whose it is suffers it: "the mayor's arrest".
  case convened  // An event that somebody calls, and that is planned then: "election".
  // MARK: - Dealings (events.dealings.tsv)
  /// Makes ties better or begins them anew: "restore"; makes less of ties, aid or talks: "cut".
  case restores, cuts
  /// Takes a burden off: "lift"; lays one on: "impose".
  case eases, imposes
  case delays  // Puts off what was to be: "postpone".
  /// Sends out: "dispatch"; takes back: "withdraw".
  case sends, recalls
  case tieKind  // What states have with each other: "ties".
  case aidKind  // What is given to whoever needs it: "aid".
  case talksKind  // What people come together for: "talks".
  /// What is laid on somebody, and whether that is a sanction or a ban: "embargo", "curfew".
  case curbKind
  /// Who fights, and who keeps the peace between those who do: "troops", "peacekeepers".
  case forcesKind, peaceKind
  case pactKind  // What is signed or joined: "treaty".
  // MARK: - Cues (cues.verbs.tsv)
  case cue  // What is done by saying it with this verb.
  case cueSure  // How sure it leaves what is said, where that is not asserted.
  case takes  // What the direct object is: what is said, whom it is said to, or whom it accuses.
  /// The prepositions of what is said, parted by commas; of whom it is said to; of whom it accuses.
  case about, toward, against
  case unsaid  // Using it says that nothing is said: "refuse".
  case saying  // Says in the narrow sense, so that a clause after it is said.
  case addressed  // Always takes whom it is said to: "tell".
  case impersonal  // How sure "it is said that" leaves what is said.
  case thinks  // "I think": how sure somebody is of his words.
  case cites  // Passes on what another says: "cite".
  case asSaying  // "quoted him as saying".
  case relays  // Tells what is cited beside it: "reported, citing the police".
  case headlineSays  // Behind the comma of a headline: "Army behind coup, says premier".
  /// Only told by itself, but asserted by whoever has a name: "the hospital reported".
  case firsthand
  case aloneWithObject  // The cue by itself with an object, and none with a particle: "call".
  case pleads  // Confesses or denies by its plea: "plead".
  case naming  // Judges what it names: "brand".
  case confesses  // With a content it is a confession: "admit".
  case warns  // Threatens or foresees: "warn".
  // MARK: - Nouns that tell (cues.nouns.tsv)
  /// As ``cue`` and ``cueSure``.
  case nounCue, nounSure
  /// As ``about``, ``toward`` and ``against``.
  case nounAbout, nounToward, nounAgainst
  case pointsBack  // Stands for what is denied or claimed without naming it: "any involvement".
  case frames  // Whose it is says the clause that it frames: "by the union's account".
  case meeting  // With or to whom it is had is an outlet: "an interview with".
  // MARK: - Verbs that lead to a cue (cues.leading.tsv)
  case raising  // Stands between a source and its cue: "went on to say".
  case hinting  // Leaves what is said a hint: "seems to suggest".
  case withholding  // After it nothing is said: "refused to say".
  case stopsShort  // "stopped short of saying".
  case standing  // "stands accused".
  case uttering  // With a noun that tells, its subject says it: "issued a denial".
  case lying  // "responsibility lies with".
  case leadingUp  // Only leads up to a colon: "let me be clear:".
  // MARK: - Judgements (judgements.tsv)
  /// Condemns what it is said of; praises it.
  case bad, good
  case untrue  // Denies what it is said of.
  case stake  // What one has none of who denies: "no role".
  case sorry  // Apologises.
  case plea  // Confesses, or denies with "not".
  /// Puts a deed on somebody: on its subject, on whose ("of") it is, on who bears it, on who is "to blame".
  case blames
  // MARK: - Deeds (deeds.tsv)
  case harm  // Whoever says that he will do it threatens: by the verb or the noun for it.
  case deed  // Whoever says that he did it claims responsibility.
  case wrong  // Nobody tells it of another without blaming him.
  case ordering  // Of an act of violence, one is blamed for it.
  case reached  // With a verb of harm, is reached and not harmed: "our targets".
  // MARK: - What speaks (sources.tsv)
  case paper  // "per customs data".
  case headlineSource  // Says what a dash or colon in a headline parts from it.
  case outlet  // Names an outlet: "state radio".
  case press  // People whom one speaks to, and no outlet: "reporters".
  // MARK: - Around what is said (speech.tsv)
  case firstPerson  // Whoever speaks.
  case maySpeak  // As the subject of what is said, one or many who may be whoever speaks.
  case ofSpeaker  // Belongs to one or many who may be whoever speaks.
  case speaksFor  // Between somebody and a name, tells that he speaks for it: "spokesman".
  case others  // May be blamed by whoever speaks: "they".
  case faceless  // Nobody who could speak: "it".
  case relates  // Stands for the noun before it: "who".
  case toldTo  // Beside a clause, whom it is told to: "him".
  /// Before whoever says it; before whoever does.
  case bySource, byAgent
  case meets  // Before an outlet that one speaks with.
  case beside  // Adds another who speaks: "along with".
  case notSource  // No part of a source's words at their beginning.
  // MARK: - Auxiliaries (auxiliaries.tsv)
  case ahead  // It is to come.
  case mayBe  // It is possible.
  /// It is demanded; and said to be so by whoever says it.
  case obliges, must
  case unreal  // It is not told as done.
  case tellsDone  // It is told as done.
  case ofPerfect  // Makes the perfect.
  case supposing  // The network's word for a clause that only supposes: "could".
  // MARK: - Hedges (hedges.tsv)
  case leaves  // How sure it leaves what it stands with: one value for claims and events alike.
  case holds  // The same of an event that it governs: "accused of".
  case hedge  // Is marked as a wording.
  case beforeNoun  // Hedges only before a noun.
  case onlyTold  // Makes what it stands with something that is told, by nobody in particular.
  case looksInto  // Leaves what it is about as others tell it: "checking reports of a raid".
  case doubtsDoer  // Leaves it open whether whoever it stands with did it.
  // MARK: - Loaded words, sport (loaded.tsv, sport.tsv)
  case loaded  // Judges while it tells.
  case sport  // How much it is of sport.
  // MARK: - Prepositions (prepositions.tsv)
  case aboutOfVerb  // After a verb, before what it is about: "warned of".
  case aboutOfNoun  // The same after a noun: "fears of".
  case placing  // Before a place, tells where something is.
  case within  // Of these, those that say that the place holds it.
  /// What stands behind it is as sure as what it hangs on: "suspected *of* arson".
  case carriesHedge
  /// Opens a clause without a subject that has that of the clause above: "after".
  case sharesSubject
  // MARK: - Verbs that bear on events (events.verbs.bearing.tsv)
  case averts  // The event it governs was tried and came to nothing: "foil".
  case tries  // It was tried: "attempt".
  case plans  // It is planned, promised, wanted: "plan".
  case threatens  // It is threatened with.
  case expects  // It is expected.
  case supposes  // It is feared, discussed, made possible: "fear", "allow".
  case demands  // It is asked for: "urge".
  case prevents  // It does not take place: "prevent", "fail".
  case denies  // It is said not to have taken place: "deny".
  case leavesStanding  // Of a definite event it only speaks, or ends it: "discussed the attack".
  /// With a finite clause it tells what the clause says: "warned that rebels had attacked".
  case stating
  case implies  // Its infinitive is told as done: "began to shell".
  case takesPlace  // Says of its subject that it takes place: "occur".
  case lasts  // In the present, its subject goes on: "rage".
  case rejects  // With a claim as its object, denies what is claimed: "reject".
  // MARK: - Nouns that bear on events (events.nouns.bearing.tsv)
  case attemptAt  // The event that it is of was tried: "attempt".
  case planOf  // It is planned: "plot".
  case threatOf  // It is threatened with: "threat".
  case forecastOf  // It is expected: "forecast".
  case possibilityOf  // It is feared or possible: "risk".
  case callFor  // It is asked for: "appeal".
  case lackOf  // It does not take place: "prevention".
  case denialOf  // It is said not to have taken place: "denial".
  case exercise  // It is played to prepare for it: "drill".
  case fiction  // It is made up: "film".

  // MARK: - Other worlds (events.worlds.tsv)

  case partOfFiction  // A part of what is made up, or of its telling: "act", "episode".
  case tellsStory  // With fiction as subject, tells what comes about in it: "follow".
  case player  // Who only plays: "cadet", "extra".
  case prop  // A thing with which it is only played: "blanks".
  case playedIn  // What stands in it is only played: "simulation".
  case jest  // Is told for laughs: "sketch".
  case gossip  // Goes from mouth to mouth: "gossip".
  case register  // A list from which a thing may be struck: "agenda".
  case picture  // Shows what may be another thing: "footage".
  case sham  // What a false alarm was in truth: "mistake".
  case statute  // Lays down what is to be done: "statute".
  case habit  // Says that it is so time and again: "usually".
  case takesBack  // Takes back what was told: "take down".

  // MARK: - Other senses (events.senses.tsv)

  case byPeople  // Only people do it in earnest: "kidnap".
  case toLiving  // Only what lives suffers it in earnest: "kill".
  case ofContest  // What contests call by a word of war: "beat".
  case inContest  // Only contests have it: "semi-final".
  case joinedBehind  // Makes a noun with this form of a verb right before it: "hit squad".
  case machine  // Runs, and stops running: "server".
  case manyOf  // Before "of", a great many of what is no water: "flood of letters".
  case message  // What pours in on people without hurting them: "calls".
  case craft  // A craft or science in which words of force are terms: "kiln", "neutron".
  case idiomObject  // Seized or struck, it is only a manner of speaking: "chance", "chord".
  case titledWork  // A work with a title: "essay".
  /// Bears on an event only with "of" and something indefinite: "in the event of an attack".
  case bearsWithOf
  case bearsWithFor  // Bears on an event only with "for": "order".
  case telling  // Tells the event that it is of: "reports of".
  case evidence  // Shows the event; where there is none of it, the event stays open: "proof".
  case measures  // Only counts or measures the event: "wave of attacks".
  // MARK: - Verbs of headlines (verbs.headlines.tsv)
  case suffered  // Without an object its subject suffers it: "Mayor abducted".
  // MARK: - Adjectives of events (events.adjectives.tsv)
  case attribute  // What it makes of the event before which it stands: "planned".
  case predicate  // What it makes of the event, or its clause, that it is said of: "likely".
  case notOfSubject  // Says nothing of its subject, only of what it governs: "able".
  case markOfPlan  // An adjective that some parses make the mark of the infinitive: "due".
  // MARK: - Verbs around event nouns (events.verbs.light.tsv)
  case light  // Only carries the event that its object names: "carry out".
  case undergoes  // Its subject does not do the event that its object names: "suffer".
  case hosts  // A place as its subject is where the event is: "brace".
  case wields  // Its object is what it is done with: "fire".
  // MARK: - Words around event words (events.settings.tsv)
  case weapon  // What violence is done with.
  case crewed  // People sit in it: whose it is does what it does.
  case violent  // Shows that violence is meant, wherever it stands in the sentence.
  case bystander  // Violent, but said of those who are hurt or come to help in an accident too.
  case work  // Stands around a strike of workers.
  case stoppage  // Stands before a strike of workers: "general".
  case strikeOfArms  // Stands before a strike of arms: "air".
  /// Stands before a word of violence that is only a manner of speaking: "trade war".
  case figurative
  case rescue  // Stands around the freeing of those whom nobody holds.
  case contest  // Of sport, where attacks hurt nobody.
  case armsKind  // Stands before an attack of arms: "cross-border".
  case troopsKind  // Stands before a movement of troops.
  case agreementKind  // Stands before an agreement of states.
  case deadly  // Does harm to what lives: "stab".
  case harms  // Tells of harm, whoever or whatever did it: "injure".
  case harmfulCause  // Harm came from it: what it is, an accident or a disaster.
  case eventBefore  // The noun before it tells the event: "attack victims".
  case charges  // With a crime, that crime is an event: "charged with fraud".
  /// Is violence only if a force or weapon stands with it and violence around it: "hit".
  case needsForce
  case laysDownWork  // Said of workers, tells that they lay down work: "walk".
  case makesOtherVerb  // A particle with which a verb is another word: "backed out".
  case takesNoObject  // With an object it tells no protest: "rally support".
  case setsFree  // Ends that somebody is held.
  case unharmed  // A pronoun for what nobody else does violence to: things and oneself.
  case generalIfBare  // Without anything before it means no single event: "war".
  case attackOfArms  // Tells an attack of arms without violence around it: "raid".
  case neverAlone  // Tells violence only with a word of arms before it: "operation".
  // MARK: - Events that are done by saying (events.spoken.tsv)
  case deniesThing  // With a thing as its object, denies that it was: "denied the attack".
  case asksByIt  // Whoever says so asks for something: "urge".
  case threatensByIt  // Whoever says so threatens.
  case condemnsNobody  // Among the verbs that condemn, does so of nobody: "regret".
  // MARK: - Little words of grammar: what each facet means is told at the head of grammar.tsv
  case ofWhole, coordinates, sums, subordinates, infinitive, existential, expletive, copula, ofMany,
    possessiveMark, clitic, writtenAsOne, likening, reflexive, opensName
  // MARK: - What each of these means is told at the heads of negators.tsv, prepositions.tsv, cues.verbs.tsv
  case standsForNobody, anybody, carriesNone
  case beforePartner, beforeTarget, measuredFrom, opensPurpose, opensLater, opensDemand, towardParty
  case pastIsActive, plainest
  // MARK: - What each of these means is told at the head of events.settings.tsv
  case meetsAlone, strikesAlone, attackIfBare, onlyMany
  // MARK: - People and bodies: what each facet means is told at the head of actors.tsv
  case actor, endsBody, onlyOf, anyBody, standsForBody, office, publicOffice, speaks, ofState,
    anyPerson, source, leads, alliance, introducesBody, rank, perpetrator, rebel, ofAnyKind,
    shortOffice, nobodyInParticular, honorific
  // MARK: - Names: what each facet means is told at the head of names.tsv
  case nameWord, knownName, nameParticle, apartFromName, apartFromInitials, endsNoName, takesThe
  // MARK: - He and she: what each facet means is told at the head of genders.tsv
  case female, male, femaleName, maleName, femaleEnding, maleEnding
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
    endsPredicate, tenure, shortFor
  // MARK: - Ties: what each facet means is told at the head of ties.tsv
  case comprises, insideList, composedOf, includes, belongs, betweenBearer, betweenWhole,
    turnsToBearer, beforeBacked, backed, linksAlly, memberIfAlliance
  // MARK: - Times: what each facet means is told at the head of times.tsv
  case month, otherWord, weekday, timeUnit, partOfDay, namesHour, nightFromNow, season, feast,
    narrows, beforeYear, narrowsOf, direction, distance, beforeMonth, dayFromNow, half, repeats,
    beforeDuration, beforeNarrowed, beforeWeekend, namedByYear, firstName, fiscal, universalTime,
    timeZone, hoursMark, refersToTime, regularly, partsOfDays, decadeName, yearBefore, otherMonth,
    countsFrom, plainReference, opensSince, severalUnits, everyWeek, beforeWeekday, joinsDays,
    beforeUnits, standsForQuarter, endsPeriod
  // MARK: - Looking ahead: what each facet means is told at the head of outlook.tsv
  case limit, looksAhead, comes, intends, coming, ranks, timetabled, aheadOf, comesThen,
    comesAsItGoes
  // MARK: - Numbers: what each facet means is told at the head of numbers.tsv
  case number, scale, exactlyA, pluralScale, multiplies, atLeast, vagueCount, atLeastAs,
    atLeastOf, atLeastA, aboutA, ordinal, joinsRange, qualifies, currency, percent, fraction,
    joinsEnds,
    halves, outOf, opensPair, opensChange
  // MARK: - Figures: what each facet means is told at the head of figures.tsv
  case measure, countsVictims, labelsNumber, totals, comparesFigures, countsItself, further,
    includesFigures, beforeFigure, tellsFigure, setsFigure, losesCounted, beforeCounted, endsAge,
    isCountedByHyphen, idleForCounted, dials, way, hasMembers
  // MARK: - Lemmas: what each facet means is told at the head of lemmas.tsv
  case endsInS, knownVerb, knownNoun, doublesEnd, keepsE, knownPlural, past, participle,
    otherForm, takesPlainS, plural
}
