import HearsayRecords

// The words that bear on whether an event is told as having happened.
//
// Source: compiled for Hearsay from news usage, after the classes of TimeML's I_ACTION and I_STATE and the implicative verbs
// of the literature. Licence: as the project. Date: 2026-11.

/// The tables of ``Factuality``.
enum FactualityWords {
  /// Nouns that say how far what they are of went: "assassination attempt", "threat of attack", "plan to attack".
  static let nouns = table([
    (.attempted, "attempt bid effort try"),
    (
      .planned,
      "plot plan proposal promise intention preparation scheme conspiracy decision pledge vow intent ambition"
    ),
    (.threatened, "threat warning"),
    (.expected, "expectation forecast prediction"),
    (
      .hypothetical,
      """
      risk fear prospect possibility danger likelihood chance potential idea hope rumor rumour possible scenario exercise \
      drill talk option ability capability capacity concern worry anxiety specter spectre willingness readiness desire \
      temptation permission right excuse pretext deterrent vulnerability event case target \
      film movie novel thriller drama comedy opera fiction fantasy dream nightmare screenplay simulation rehearsal
      """
    ),
    (.demanded, "call demand appeal request order need ultimatum plea urging petition"),
    (.negated, "lack absence prevention failure refusal avoidance"),
    (.denied, "denial"),
  ])

  /// Nouns that tell what they hold as told: what is made of them is made of it.
  static let spoken: Set<String> = [
    "claim", "report", "allegation", "accusation", "suggestion", "statement", "charge",
    "assertion", "suspicion", "news", "notion", "story",
  ]

  /// Nouns that show what they hold; where there is none of them, it stays open.
  static let evidence: Set<String> = [
    "evidence", "proof", "sign", "indication", "confirmation", "trace",
  ]

  /// Nouns that only count or measure what they are of: what bears on them bears on it.
  static let measures: Set<String> = [
    "wave", "series", "spate", "number", "string", "kind", "round", "act", "campaign", "type",
    "form", "sort", "spell", "outbreak", "surge", "rise", "increase", "escalation", "resumption",
    "renewal", "repeat", "repetition", "end", "start", "beginning", "halt", "day", "week",
  ]

  /// What a governing verb makes of the event it governs.
  static let governors = table([
    (.attempted, "try attempt struggle foil thwart repel disrupt intercept repulse"),
    (
      .planned,
      """
      plan intend prepare vow promise pledge aim seek want decide agree arrange schedule propose plot conspire \
      commit swear offer organize organise postpone delay hope wish desire design gear choose opt elect ready
      """
    ),
    (.threatened, "threaten"),
    (.expected, "expect anticipate predict forecast brace await foresee"),
    (
      .hypothetical,
      """
      fear worry risk imagine suggest recommend discuss doubt wonder assume pretend dream debate speculate mull consider contemplate warn caution allow \
      enable permit invite tempt dare provoke deserve simulate rehearse weigh
      """
    ),
    (
      .demanded,
      """
      urge demand ask order request beg implore instruct tell encourage advise require call appeal press command persuade \
      authorize authorise push lobby need exhort incite plead insist pressure
      """
    ),
    (
      .negated,
      """
      fail refuse decline avoid prevent stop avert forbid prohibit ban cancel bar block refrain abstain halt neglect abandon \
      forgo dissuade deter preclude forestall stave rule discourage
      """
    ),
    (.denied, "deny refute disavow disown"),
  ])

  /// Verbs that, with a definite thing, only speak of it or end it: "discussed the attack", "halted the shelling".
  static let leavesStanding: Set<String> = [
    "discuss", "debate", "consider", "fear", "worry", "warn", "tell", "ask", "doubt", "weigh",
    "wonder", "stop", "halt", "suggest", "speculate", "provoke", "organize", "organise", "want",
    "imagine", "assume", "press", "dare", "risk", "offer", "insist", "commit",
  ]

  /// Verbs that, with a finite clause, tell it as a statement: "warned that rebels had attacked".
  static let states: Set<String> = [
    "warn", "suggest", "discuss", "caution", "tell", "agree", "advise", "insist", "propose",
    "offer", "decide", "ask", "require", "call", "appeal", "press", "fail", "stop", "worry",
  ]

  /// Verbs whose infinitive is told as done.
  static let implicative: Set<String> = [
    "begin", "start", "continue", "manage", "proceed", "come", "go", "help", "rush", "resume",
    "force", "compel", "cause", "get", "happen", "prove", "oblige", "use", "appear", "seem",
    "claim", "see", "hear", "watch", "bring", "tend", "make", "keep", "remain", "lead", "return",
    "join", "say", "report", "know", "believe", "think", "allege", "suspect", "show", "find",
  ]

  /// Verbs that, with an event for their subject, say that it takes place.
  static let takesPlace: Set<String> = [
    "occur", "happen", "take", "begin", "start", "erupt", "break", "continue", "unfold", "follow",
    "come", "resume", "proceed", "last", "end", "go", "ensue", "flare", "spread", "intensify",
  ]

  /// Adjectives and participles before a noun.
  static let attributes = table([
    (
      .expected,
      "potential imminent upcoming expected likely impending looming forthcoming anticipated eventual next future"
    ),
    (.hypothetical, "possible feared hypothetical hoped-for any would-be simulated"),
    (.planned, "planned proposed scheduled prospective intended"),
    (
      .attempted,
      "attempted failed foiled thwarted abortive botched unsuccessful aborted averted"
    ),
    (.threatened, "threatened"),
    (.negated, "fake staged cancelled canceled fictional imaginary"),
  ])

  /// Adjectives that are said of an event or its clause: "is likely to attack", "an attack is possible".
  static let predicates = table([
    (.expected, "likely imminent inevitable expected bound certain unavoidable"),
    (.planned, "due scheduled ready prepared set poised"),
    (
      .hypothetical,
      """
      possible potential able capable unable willing eager unlikely afraid fearful worried concerned wary vulnerable free \
      conceivable doubtful unthinkable impossible alert nervous
      """
    ),
    (.demanded, "necessary essential vital imperative"),
    (.denied, "untrue false incorrect baseless"),
    (.negated, "reluctant unwilling"),
  ])

  /// Verbs that reject what is told.
  static let rejecting: Set<String> = [
    "reject", "dismiss", "deny", "refute", "rebut", "dispute", "disavow", "ridicule",
  ]

  /// All verbs of these tables, so that their forms are known.
  static let verbLemmas = Set(governors.keys).union(implicative).union(takesPlace).union(rejecting)
    .union(leavesStanding)

  private static func table(_ groups: [(EventStatus, String)]) -> [String: EventStatus] {
    var table: [String: EventStatus] = [:]
    for (status, words) in groups {
      for word in words.split(separator: " ") { table[String(word)] = status }
    }
    return table
  }
}
