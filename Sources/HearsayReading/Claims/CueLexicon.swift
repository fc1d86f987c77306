// The words that tell that somebody says, thinks or intends something.
//
// Source: compiled for Hearsay. Which verbs and nouns serve as cues follows the counts of cue words in
// PolNeAR's training articles (facts only); acts, certainties and roles are ours.
// Licence: as the project. Date: 2026-11.

import HearsayRecords

/// What a verb's object or a preposition's phrase is, in a claim told by that verb.
enum ClaimRole: String {
  case content, addressee, blamed
  /// Plays no part in the claim.
  case none
}

/// One cue word.
struct Cue {
  /// The dictionary form; "claim+responsibility" for a verb that is a cue with that object only.
  let lemma: String
  let act: ClaimAct
  let certainty: Certainty
  /// What the direct object is.
  let object: ClaimRole
  /// What phrases with these prepositions are.
  let prepositions: [String: ClaimRole]
  /// Whether using the word says that what is claimed is *not* said: refuse, decline.
  let isNegative: Bool
}

/// The cue words, by lemma and part of speech.
enum CueLexicon {
  /// The cue a verb is, by itself.
  static func verb(_ lemma: String) -> Cue? { verbs[lemma] }

  /// The cue a verb is with this object.
  static func verb(_ lemma: String, object: String) -> Cue? { verbs[lemma + "+" + object] }

  /// The cue a noun is.
  static func noun(_ lemma: String) -> Cue? { nouns[lemma] }

  /// Participles before a noun that make what the noun names only told: "the alleged attack".
  static func attribute(_ word: String) -> Certainty? { attributes[word] }

  /// Adverbs that make their clause only told: "reportedly".
  static func adverb(_ word: String) -> Certainty? { adverbs[word] }

  /// Verbs of saying in the narrow sense.
  static let saying: Set<String> = [
    "say", "tell", "add", "state", "announce", "declare", "explain", "write", "tweet", "report",
    "reveal", "claim", "allege", "insist",
    "maintain", "argue", "contend", "assert", "warn", "confirm", "acknowledge", "admit", "concede",
    "suggest", "hint", "imply", "believe", "think",
    "fear", "suspect", "speculate", "predict", "vow", "pledge", "promise", "deny", "note",
    "complain", "testify", "reply", "respond", "indicate",
    "stress", "emphasize", "emphasise", "estimate", "conclude", "recall", "hope", "expect", "doubt",
  ]

  /// Verbs that may stand between a source and its cue without changing who says it: "seems to suggest".
  static let raising: Set<String> = [
    "seem", "appear", "continue", "begin", "start", "go", "try", "tend", "come", "happen",
    "proceed",
    "be", "use", "have", "refuse", "decline", "fail", "stop", "avoid",
  ]

  /// Raising verbs that make the claim a hint only.
  static let hinting: Set<String> = ["seem", "appear"]

  /// Raising verbs after which the claim is not made.
  static let withholding: Set<String> = ["refuse", "decline", "fail", "stop", "avoid"]

  private static let attributes: [String: Certainty] = [
    "reported": .reported, "alleged": .alleged, "suspected": .suspected, "rumored": .speculated,
    "rumoured": .speculated, "purported": .alleged, "supposed": .alleged, "claimed": .alleged,
  ]

  private static let adverbs: [String: Certainty] = [
    "reportedly": .reported, "allegedly": .alleged, "purportedly": .alleged,
    "supposedly": .alleged, "apparently": .hinted,
  ]

  /// All verbs and all nouns that are cues, by themselves or with an object.
  static let verbLemmas = Set(verbs.keys.map { String($0.prefix { $0 != "+" }) })
  static let nounLemmas = Set(nouns.keys)

  private static let verbs = parse(verbTable)
  private static let nouns = parse(nounTable)

  /// Reads lines of `lemma act certainty object preposition=role …`; a trailing `!` marks a negative cue.
  private static func parse(_ table: String) -> [String: Cue] {
    var cues: [String: Cue] = [:]
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: " ").map(String.init)
      guard fields.count >= 4, let act = ClaimAct(rawValue: fields[1]),
        let certainty = Certainty(rawValue: fields[2]), let object = ClaimRole(rawValue: fields[3])
      else { preconditionFailure("not a cue line: \(line)") }
      var prepositions: [String: ClaimRole] = [:]
      for field in fields.dropFirst(4) where field != "!" {
        let pair = field.split(separator: "=").map(String.init)
        guard pair.count == 2, let role = ClaimRole(rawValue: pair[1]) else {
          preconditionFailure("not a role: \(field)")
        }
        prepositions[pair[0]] = role
      }
      cues[fields[0]] = Cue(
        lemma: fields[0], act: act, certainty: certainty, object: object,
        prepositions: prepositions, isNegative: fields.last == "!")
    }
    return cues
  }

  private static let verbTable = """
    say state asserted content to=addressee of=content
    tell state asserted addressee about=content of=content
    add state asserted content
    state state asserted content
    note state asserted content
    report state reported content on=content
    announce state asserted content
    declare state asserted content
    explain state asserted content to=addressee
    write state asserted content to=addressee
    tweet state asserted content
    post state asserted content
    observe state asserted content
    remark state asserted content on=content
    comment state asserted none on=content
    mention state asserted content
    indicate state asserted content
    show state asserted content
    reveal state asserted content
    disclose state asserted content
    find state asserted content
    conclude state asserted content
    learn state asserted content of=content
    recall state asserted content
    recount state asserted content
    relate state asserted content
    describe state asserted content
    detail state asserted content
    outline state asserted content
    characterize state asserted content
    characterise state asserted content
    call state asserted content for=content on=addressee
    label state asserted content
    dub state asserted content
    brand condemn asserted content
    term state asserted content
    reply state asserted content to=addressee
    respond state asserted none to=addressee
    answer state asserted none
    continue state asserted none
    stress state asserted content
    emphasize state asserted content
    emphasise state asserted content
    underline state asserted content
    underscore state asserted content
    highlight state asserted content
    reiterate state asserted content
    repeat state asserted content
    assert state asserted content
    maintain state asserted content
    insist state asserted none on=content
    argue state asserted content for=content
    contend state asserted content
    claim state alleged content
    allege state alleged content
    charge accuse alleged blamed with=content
    suggest state hinted content
    hint state hinted none at=content
    imply state hinted content
    insinuate state hinted content
    signal state hinted content
    speculate state speculated none about=content on=content
    wonder ask speculated none about=content
    guess state speculated content
    assume state suspected content
    suspect state suspected content of=content
    believe state suspected content in=content
    think state asserted none about=content of=content
    feel state asserted none
    consider state asserted content
    know state asserted content
    understand state asserted content
    see state asserted none
    view state asserted content
    regard state asserted content
    hope state possible none for=content
    expect predict asserted content
    predict predict asserted content
    forecast predict asserted content
    anticipate predict asserted content
    estimate state asserted content
    project predict asserted content
    fear predict possible content
    worry state asserted none about=content
    dread state asserted content
    doubt doubt asserted content
    question doubt asserted content
    dispute deny asserted content
    contest deny asserted content
    challenge deny asserted content
    deny deny asserted content
    reject deny asserted content
    refute deny asserted content
    rebut deny asserted content
    dismiss deny asserted content as=content
    disavow disavow asserted content
    disown disavow asserted content
    renounce disavow asserted content
    distance disavow asserted none from=content
    retract disavow asserted content
    withdraw disavow asserted none
    confirm confirm confirmed content
    acknowledge confirm confirmed content
    admit confirm confirmed content to=content
    concede confirm confirmed content
    corroborate confirm confirmed content
    verify confirm confirmed content
    recognize confirm asserted content
    attribute accuse alleged content to=blamed
    recognise confirm asserted content
    confess confirm confirmed none to=content
    agree confirm asserted none with=addressee to=content on=content
    concur confirm asserted none with=addressee
    accuse accuse alleged blamed of=content
    blame accuse alleged blamed for=content on=blamed
    implicate accuse alleged blamed in=content
    fault accuse alleged blamed for=content
    denounce condemn asserted content as=content
    condemn condemn asserted content
    criticize condemn asserted content for=content
    criticise condemn asserted content for=content
    decry condemn asserted content
    deplore condemn asserted content
    slam condemn asserted content for=content
    blast condemn asserted content for=content
    attack condemn asserted none
    lambast condemn asserted content
    lambaste condemn asserted content
    castigate condemn asserted content
    rebuke condemn asserted content for=content
    chide condemn asserted content for=content
    mock condemn asserted content
    rip condemn asserted content for=content
    protest condemn asserted content
    lament state asserted content
    complain condemn asserted none about=content of=content
    demand demand asserted content
    urge demand asserted addressee
    call+on demand asserted none on=addressee
    call+for demand asserted none for=content
    appeal demand asserted none for=content to=addressee
    ask ask asserted addressee for=content about=content
    request demand asserted content
    order demand asserted addressee
    command demand asserted addressee
    press demand asserted addressee for=content
    implore demand asserted addressee
    beg demand asserted addressee
    beseech demand asserted addressee
    exhort demand asserted addressee
    encourage demand asserted addressee
    instruct demand asserted addressee
    advise demand asserted addressee
    recommend demand asserted content
    propose state asserted content
    advocate demand asserted content
    insist+on demand asserted content
    praise praise asserted content for=content
    hail praise asserted content as=content
    laud praise asserted content
    commend praise asserted content for=content
    welcome praise asserted content
    applaud praise asserted content
    thank praise asserted content for=content
    congratulate praise asserted content on=content
    endorse praise asserted content
    defend praise asserted content
    threaten threaten asserted addressee with=content
    warn threaten asserted addressee of=content against=content about=content
    caution threaten asserted addressee against=content about=content
    vow promise asserted content
    promise promise asserted content
    pledge promise asserted content
    swear promise asserted content
    guarantee promise asserted content
    assure promise asserted addressee of=content
    commit promise asserted none to=content
    offer promise asserted content
    plan promise asserted content
    intend promise asserted content
    want demand asserted content
    wish demand asserted none for=content
    seek demand asserted content
    apologize apologise asserted none for=content to=addressee
    apologise apologise asserted none for=content to=addressee
    regret apologise asserted content
    mourn state asserted content
    quote state asserted content
    cite state asserted content
    joke state asserted none about=content
    quip state asserted none
    shout state asserted content
    chant state asserted content
    yell state asserted content
    testify state asserted none
    brief state asserted addressee on=content
    inform state asserted addressee of=content about=content
    notify state asserted addressee of=content
    remind state asserted addressee of=content
    convince state asserted none
    persuade state asserted none
    refer state asserted none to=content
    allude state hinted none to=content
    point state asserted none to=content
    boast state asserted none about=content of=content
    brag state asserted none about=content of=content
    refuse state asserted content !
    decline state asserted content !
    claim+responsibility claimResponsibility asserted none for=content
    claim+credit claimResponsibility asserted none for=content
    claim+attack claimResponsibility asserted content
    take+credit claimResponsibility asserted none for=content
    take+responsibility claimResponsibility asserted none for=content
    accept+responsibility claimResponsibility asserted none for=content
    deny+responsibility deny asserted none for=content
    deny+involvement deny asserted none in=content
    disclaim+responsibility disavow asserted none for=content
    reject+responsibility deny asserted none for=content
    hold+responsible accuse alleged blamed for=content
    hold+accountable accuse alleged blamed for=content
    hold+liable accuse alleged blamed for=content
    point+finger accuse alleged none at=blamed over=content for=content
    lay+blame accuse alleged none on=blamed for=content
    place+blame accuse alleged none on=blamed for=content
    put+blame accuse alleged none on=blamed for=content
    pin+blame accuse alleged none on=blamed for=content
    cast+doubt doubt asserted none on=content
    raise+doubt doubt asserted none about=content
    raise+question doubt asserted none about=content
    express+concern state asserted none about=content over=content
    express+regret apologise asserted none for=content over=content
    express+doubt doubt asserted none about=content
    express+support praise asserted none for=content
    issue+threat threaten asserted none against=addressee
    issue+warning threaten asserted none to=addressee
    make+claim state alleged none about=content
    """

  private static let nounTable = """
    allegation accuse alleged content of=content against=blamed about=content
    accusation accuse alleged content of=content against=blamed about=content over=content
    charge accuse alleged content of=content against=blamed
    blame accuse alleged content for=content
    claim state alleged content of=content about=content
    report state reported content of=content about=content
    rumor state speculated content of=content about=content
    rumour state speculated content of=content about=content
    speculation state speculated content about=content of=content over=content
    suspicion state suspected content of=content about=content
    assertion state asserted content of=content
    statement state asserted content on=content about=content
    announcement state asserted content of=content
    admission confirm confirmed content of=content
    confirmation confirm confirmed content of=content
    acknowledgement confirm confirmed content of=content
    denial deny asserted content of=content
    rejection deny asserted content of=content
    dispute deny asserted none over=content
    belief state asserted content in=content
    view state asserted content of=content
    opinion state asserted content of=content about=content
    suggestion state alleged content of=content
    theory state suspected content of=content
    assurance promise asserted content of=content
    complaint condemn asserted content about=content of=content
    hint state hinted content of=content
    assessment state asserted content of=content
    finding state asserted content of=content
    prediction predict asserted content of=content
    forecast predict asserted content of=content
    estimate state asserted content of=content
    fear predict possible content of=content over=content
    concern state asserted content about=content over=content
    worry state asserted content about=content over=content
    hope state asserted content of=content for=content
    doubt doubt asserted content about=content over=content
    demand demand asserted content for=content
    call demand asserted none for=content
    appeal demand asserted none for=content
    request demand asserted content for=content
    plea demand asserted none for=content
    threat threaten asserted content of=content against=addressee
    warning threaten asserted content of=content about=content against=content
    vow promise asserted content of=content
    promise promise asserted content of=content
    pledge promise asserted content of=content
    criticism condemn asserted none of=content
    condemnation condemn asserted none of=content
    denunciation condemn asserted none of=content
    praise praise asserted none of=content for=content
    apology apologise asserted none for=content
    """
}
