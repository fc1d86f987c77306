/// The forms of the words that the lexicons know, so that a known word is known in every form, and those of irregular verbs.
///
/// The model's edit scripts guess the lemma of any word; where a form is in this table, the table goes before the guess.
enum Inflections {
  /// The lemma of a form of a lexicon's verb, or of an irregular one.
  static func verb(_ form: String) -> String? { verbs[form] }

  /// The lemma of a form of a lexicon's noun.
  static func noun(_ form: String) -> String? { nouns[form] }

  /// The past participle of a verb.
  static func participle(_ lemma: String) -> String { irregular[lemma]?.last ?? past(lemma) }

  /// A guessed lemma that keeps what its form has and no word ends in, mended: "dropp" of "dropped", "publishe" of "published",
  /// "facilitie" of "facilities".
  static func mended(_ lemma: String, form: String, isVerb: Bool) -> String {
    if lemma.hasSuffix("ie"), form == lemma + "s", lemma.utf8.count > 4, !endingInIE.contains(lemma)
    {
      return lemma.dropLast(2) + "y"
    }
    guard isVerb else { return lemma }
    if ["she", "che", "sse", "zze", "xe"].contains(where: lemma.hasSuffix),
      [lemma + "d", lemma + "s"].contains(form), !["ache", "cache", "axe"].contains(lemma)
    {
      return String(lemma.dropLast())
    }
    let letters = Array(lemma)
    guard letters.count >= 4, let last = letters.last, last == letters[letters.count - 2],
      "bdgkmnprt".contains(last), form == lemma + "ed" || form == lemma + "ing"
    else { return lemma }
    return String(letters.dropLast())
  }

  private static let endingInIE: Set<String> = [
    "movie", "cookie", "zombie", "selfie", "calorie", "rookie", "genie", "prairie", "pixie",
    "hippie", "junkie", "groupie", "birdie", "sortie", "underlie", "hoodie", "foodie", "brownie",
    "reverie", "menagerie", "eyrie", "talkie", "walkie", "freebie", "goalie", "veggie", "doggie",
  ]

  private static let verbs: [String: String] = {
    var table: [String: String] = [:]
    let lemmas = CueLexicon.verbLemmas.union(EventLexicon.verbLemmas).union(EventLexicon.light)
      .union(FactualityWords.verbLemmas).union(irregular.keys)
    for lemma in lemmas.sorted() {
      for form in forms(ofVerb: lemma) where table[form] == nil || lemma == form {
        table[form] = lemma
      }
    }
    return table
  }()

  private static let nouns: [String: String] = {
    var table: [String: String] = [:]
    let lemmas = CueLexicon.nounLemmas.union(EventLexicon.nounLemmas).union(EventLexicon.weapons)
    for lemma in ActorNouns.lemmas.sorted() where !lemma.hasSuffix("s") {
      table[plural(lemma)] = lemma
    }
    for lemma in lemmas.sorted() {
      table[lemma] = lemma
      table[plural(lemma)] = lemma
    }
    return table
  }()

  private static func forms(ofVerb lemma: String) -> [String] {
    if let irregular = irregular[lemma] {
      return [lemma, thirdPerson(lemma), gerund(lemma)] + irregular
    }
    return [lemma, thirdPerson(lemma), gerund(lemma), past(lemma)]
  }

  private static func thirdPerson(_ lemma: String) -> String { plural(lemma) }

  private static func plural(_ lemma: String) -> String {
    if ["s", "x", "z", "ch", "sh", "o"].contains(where: lemma.hasSuffix), lemma != "photo" {
      return lemma + "es"
    }
    if lemma.hasSuffix("y"), !endsInVowelY(lemma) { return lemma.dropLast() + "ies" }
    return lemma + "s"
  }

  private static func gerund(_ lemma: String) -> String {
    if lemma.hasSuffix("ie") { return lemma.dropLast(2) + "ying" }
    if lemma.hasSuffix("e"), !lemma.hasSuffix("ee") { return lemma.dropLast() + "ing" }
    return doubled(lemma) + "ing"
  }

  private static func past(_ lemma: String) -> String {
    if lemma.hasSuffix("e") { return lemma + "d" }
    if lemma.hasSuffix("y"), !endsInVowelY(lemma) { return lemma.dropLast() + "ied" }
    return doubled(lemma) + "ed"
  }

  private static func endsInVowelY(_ lemma: String) -> Bool {
    lemma.dropLast().last.map { "aeiou".contains($0) } ?? false
  }

  /// The final consonant doubled after a short stressed vowel: stab → stabb-, admit → admitt-.
  private static func doubled(_ lemma: String) -> String {
    let letters = Array(lemma)
    guard letters.count >= 3, let last = letters.last, !"aeiouwxy".contains(last),
      "aeiou".contains(letters[letters.count - 2]),
      !"aeiou".contains(letters[letters.count - 3])
    else { return lemma }
    let vowels = letters.filter { "aeiou".contains($0) }.count
    return vowels == 1
      || [
        "admit", "commit", "refer", "rebut", "permit", "regret", "expel", "abet", "deter", "confer",
        "quip", "kidnap", "repel", "transfer", "occur", "compel", "incur", "forget", "defer",
        "submit",
      ].contains(lemma)
      ? lemma + String(last) : lemma
  }

  private static let irregular: [String: [String]] = [
    "say": ["said"], "tell": ["told"], "write": ["wrote", "written"], "find": ["found"],
    "show": ["showed", "shown"], "see": ["saw", "seen"],
    "think": ["thought"], "feel": ["felt"], "know": ["knew", "known"], "understand": ["understood"],
    "swear": ["swore", "sworn"],
    "beg": ["begged"], "seek": ["sought"], "forecast": ["forecast"],
    "withdraw": ["withdrew", "withdrawn"], "overrun": ["overran"],
    "strike": ["struck", "stricken"], "hit": ["hit"], "fight": ["fought"],
    "beat": ["beat", "beaten"], "shoot": ["shot"], "hold": ["held"],
    "steal": ["stole", "stolen"], "burn": ["burned", "burnt"], "hang": ["hanged", "hung"],
    "slay": ["slew", "slain"], "meet": ["met"], "sink": ["sank", "sunk"], "make": ["made"],
    "give": ["gave", "given"], "send": ["sent"], "lead": ["led"],
    "begin": ["began", "begun"], "have": ["had", "has"], "do": ["did", "done"], "read": ["read"],
    "quit": ["quit"], "learn": ["learned", "learnt"],
    "put": ["put"], "lay": ["laid"], "cast": ["cast"], "take": ["took", "taken"], "mean": ["meant"],
    "go": ["went", "gone"], "foresee": ["foresaw"],
    "free": ["freed"], "agree": ["agreed"], "quip": ["quipped"], "break": ["broke", "broken"],
    "blow": ["blew", "blown"], "set": ["set"], "cut": ["cut"],
    "keep": ["kept"], "bring": ["brought"], "choose": ["chose", "chosen"],
    "forbid": ["forbade", "forbidden"], "forgo": ["forwent", "forgone"], "come": ["came"],
    "cancel": ["canceled", "cancelled"], "get": ["got", "gotten"], "hear": ["heard"],
    "spread": ["spread"], "offer": ["offered"],
    "dream": ["dreamed", "dreamt"], "opt": ["opted"], "gear": ["geared"], "let": ["let"],
    "stand": ["stood"], "speak": ["spoke", "spoken"], "run": ["ran"], "leave": ["left"],
    "lose": ["lost"], "win": ["won"], "pay": ["paid"], "sell": ["sold"], "buy": ["bought"],
    "build": ["built"], "rebuild": ["rebuilt"], "catch": ["caught"], "teach": ["taught"],
    "sit": ["sat"], "fall": ["fell", "fallen"], "fly": ["flew", "flown"],
    "drive": ["drove", "driven"], "rise": ["rose", "risen"], "arise": ["arose", "arisen"],
    "grow": ["grew", "grown"], "throw": ["threw", "thrown"],
    "overthrow": ["overthrew", "overthrown"], "draw": ["drew", "drawn"], "wear": ["wore", "worn"],
    "tear": ["tore", "torn"], "bear": ["bore", "borne", "born"], "eat": ["ate", "eaten"],
    "drink": ["drank", "drunk"], "sing": ["sang", "sung"], "ring": ["rang", "rung"],
    "swim": ["swam", "swum"], "ride": ["rode", "ridden"], "hide": ["hid", "hidden"],
    "bite": ["bit", "bitten"], "freeze": ["froze", "frozen"], "wake": ["woke", "woken"],
    "forget": ["forgot", "forgotten"], "forgive": ["forgave", "forgiven"], "become": ["became"],
    "overcome": ["overcame"], "spend": ["spent"], "lend": ["lent"], "bend": ["bent"],
    "sleep": ["slept"], "sweep": ["swept"], "weep": ["wept"], "flee": ["fled"], "bleed": ["bled"],
    "feed": ["fed"], "breed": ["bred"], "speed": ["sped"], "slide": ["slid"], "swing": ["swung"],
    "cling": ["clung"], "spin": ["spun"], "dig": ["dug"], "stick": ["stuck"], "shut": ["shut"],
    "hurt": ["hurt"], "cost": ["cost"], "burst": ["burst"], "split": ["split"], "bind": ["bound"],
    "deal": ["dealt"], "leap": ["leapt"], "shake": ["shook", "shaken"],
    "mistake": ["mistook", "mistaken"], "overtake": ["overtook", "overtaken"],
    "retake": ["retook", "retaken"], "withstand": ["withstood"], "uphold": ["upheld"],
    "withhold": ["withheld"], "oversee": ["oversaw", "overseen"],
    "undergo": ["underwent", "undergone"], "mislead": ["misled"], "shrink": ["shrank", "shrunk"],
    "spring": ["sprang", "sprung"], "light": ["lit"], "shed": ["shed"],
    "strive": ["strove", "striven"], "rewrite": ["rewrote", "rewritten"],
    "misunderstand": ["misunderstood"], "bet": ["bet"],
    "rip": ["ripped"], "step": ["stepped"], "undertake": ["undertook", "undertaken"],
  ]
}
