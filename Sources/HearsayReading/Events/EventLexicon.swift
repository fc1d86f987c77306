import HearsayRecords

// The words that tell events, and of which PLOVER type each is.
//
// Source: compiled for Hearsay from news usage; types, modes and codes follow the PLOVER manual and the CAMEO codebook (facts
// only). A `?` after the type marks words of several senses, which count only where the words around show the sense.
// Licence: as the project. Date: 2026-11.

enum EventLexicon {
  static func verb(_ lemma: String) -> EventSense? { verbs[lemma] }

  static func noun(_ lemma: String) -> EventSense? { nouns[lemma] }

  /// A verb with one object, or with one particle or preposition: "open fire", "walk out", "call for".
  static func phrase(_ verb: String, _ other: String) -> EventSense? { phrases[verb + " " + other] }

  /// Verbs that only carry the event that their object names: "carry out an attack".
  static let light: Set<String> = [
    "carry", "launch", "conduct", "stage", "mount", "hold", "commit", "perpetrate", "wage", "make",
    "undertake", "execute", "perform",
    "organize", "organise", "impose", "declare", "begin", "start", "resume", "continue", "order",
    "sign", "reach", "deliver", "provide",
    "give", "offer", "send", "suffer", "see", "witness", "face", "follow", "attend", "join", "lead",
    "escalate", "claim", "have", "do",
  ]

  /// Nouns for weapons and means.
  static let weapons: Set<String> = [
    "drone", "rocket", "missile", "bomb", "gun", "rifle", "grenade", "mortar", "explosive", "shell",
    "mine", "knife", "machete", "pistol",
    "firearm", "artillery", "tank", "warplane", "jet", "helicopter", "aircraft", "warhead",
    "torpedo", "ied", "device", "gunfire", "bullet",
    "ammunition", "uav", "dynamite", "petrol", "molotov", "cocktail", "tear", "gas", "baton",
    "cannon", "stone", "airstrike", "car-bomb",
    "explosives", "weapon", "sword", "poison", "acid", "truck", "vest", "fighter", "bomber",
    "defense", "defence", "system",
  ]

  /// Words that show that violence is meant, wherever they stand in the sentence.
  static let violence: Set<String> = [
    "kill", "wound", "injure", "dead", "death", "casualty", "bomb", "explosion", "explode",
    "militant", "insurgent", "rebel", "guerrilla", "gunman",
    "troop", "soldier", "army", "military", "police", "rocket", "missile", "drone", "shell",
    "mortar", "terrorist", "terror", "suicide", "airstrike",
    "gunfire", "shoot", "bullet", "blast", "grenade", "weapon", "warplane", "militia", "shelling",
    "bombing", "assassination", "hostage", "massacre", "war",
    "embassy", "convoy", "checkpoint", "villager", "civilian", "ambush", "raid", "terrorism",
    "dynamite", "sniper", "unharmed", "attacker", "assailant",
  ]

  /// A strike of workers, which shares its word with a strike of arms.
  static let labourStrike = EventSense(
    type: .protest, mode: "strike", cameo: "143", needsEvidence: true)

  /// Words around a strike of workers.
  static let labour: Set<String> = [
    "union", "worker", "teacher", "nurse", "doctor", "driver", "pilot", "miner", "employee",
    "staff", "labor", "labour", "wage", "pay", "salary", "rail", "railway",
    "postal", "transport", "student", "dockworker", "docker", "farmer", "walkout", "crew", "actor",
    "writer", "firefighter", "lawyer", "contract", "48-hour", "24-hour",
  ]

  /// What stands before a strike of workers.
  static let labourKinds: Set<String> = [
    "general", "hunger", "sympathy", "wildcat", "nationwide", "indefinite",
  ]

  /// What stands before a word of violence that is only a manner of speaking.
  static let figurative: Set<String> = [
    "heart", "panic", "asthma", "verbal", "personal", "political", "scathing", "bitter",
    "blistering",
    "ad", "anxiety", "stinging", "veiled", "trade", "price", "cyber", "culture", "cold", "star",
    "bidding", "turf", "legal", "court", "words", "drugs", "poverty", "crime", "marketing", "smear",
    "world", "class", "gender", "custody", "advertising", "fare", "withering", "rhetorical",
  ]

  /// Words around the freeing of those whom nobody holds.
  static let rescue: Set<String> = [
    "trap", "trapped", "rubble", "debris", "wreckage", "strand", "stranded", "rescuer",
    "firefighter",
  ]

  /// Words of sport, where attacks hurt nobody.
  static let contest: Set<String> = [
    "goal", "striker", "midfielder", "defender", "goalkeeper", "league", "quarterback", "inning",
    "tournament", "scored", "half-time", "penalty-area", "playoff", "coach",
  ]

  /// All verbs and all nouns that tell events, by themselves or in a phrase.
  static let verbLemmas = Set(
    Array(verbs.keys) + phrases.keys.map { String($0.prefix { $0 != " " }) })
  static let nounLemmas = Set(nouns.keys)

  private static let verbs = parse(verbTable)
  private static let nouns = parse(nounTable)
  private static let phrases = parse(phraseTable)

  /// Lines `TYPE[?] mode cameo: word word …`; `-` for no mode or code; `+` joins the parts of a phrase.
  private static func parse(_ table: String) -> [String: EventSense] {
    var senses: [String: EventSense] = [:]
    for line in table.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else {
        preconditionFailure("not an event line: \(line)")
      }
      let head = line[..<colon].split(separator: " ").map(String.init)
      let name = head[0].hasSuffix("?") ? String(head[0].dropLast()) : head[0]
      guard head.count == 3, let type = EventType(rawValue: name) else {
        preconditionFailure("not an event line: \(line)")
      }
      let sense = EventSense(
        type: type, mode: head[1] == "-" ? nil : head[1], cameo: head[2] == "-" ? nil : head[2],
        needsEvidence: head[0].hasSuffix("?"))
      for word in line[line.index(after: colon)...].split(separator: " ") {
        senses[String(word.replacing("+", with: " "))] = sense
      }
    }
    return senses
  }

  private static let verbTable = """
    ASSAULT - 190: assault ambush invade overrun bombard pummel maim brutalize terrorize massacre slaughter
    ASSAULT? - 190: attack hit strike target fight battle storm destroy beat down seize engage retaliate pound
    ASSAULT aerial 195: bomb strafe dive-bomb
    ASSAULT heavy-weapons 194: shell mortar
    ASSAULT firearms 193: gun
    ASSAULT? firearms 193: shoot fire
    ASSAULT? explosives 183: explode detonate
    ASSAULT assassinate 186: assassinate murder behead execute lynch
    ASSAULT? - 186: kill wound injure stab slay
    ASSAULT abduct 181: kidnap abduct hijack
    ASSAULT torture 182: torture rape
    ASSAULT clashes 190: clash skirmish
    COERCE arrest 173: arrest detain imprison jail incarcerate
    COERCE? arrest 173: capture apprehend hold
    COERCE deport 174: deport expel evict
    COERCE seize 171: confiscate
    COERCE - 170: blockade besiege evacuate outlaw persecute oppress repress disperse subjugate annex
    COERCE? - 170: occupy ban censor suppress raid quell intercept
    MOBILIZE troops 154: deploy mobilize mobilise remilitarize rearm
    MOBILIZE? troops 154: mass amass patrol
    PROTEST demo 141: demonstrate rally riot picket
    PROTEST? demo 141: protest march
    SANCTION convict 163: embargo boycott sanction
    THREATEN - 130: threaten
    ACCUSE allege 112: accuse blame denounce condemn allege implicate indict
    ACCUSE disapprove 111: criticize criticise decry deplore lambast lambaste castigate berate chide rebuke
    ACCUSE? disapprove 111: slam blast rip
    REJECT refuse 120: reject veto rebuff spurn
    REJECT? refuse 120: refuse decline dismiss
    REQUEST assist 020: urge implore beseech exhort appeal
    REQUEST? assist 100: demand
    SUPPORT praise 051: praise laud applaud commend endorse hail congratulate
    SUPPORT? praise 050: welcome support back
    CONSULT meet 040: negotiate mediate confer
    CONSULT? meet 042: meet visit
    COOPERATE? - 060: cooperate collaborate
    AID? - 070: aid donate
    CONCEDE - 080: resign abdicate
    CONCEDE? release 084: release free pardon
    RETREAT withdraw 087: withdraw retreat surrender disarm capitulate demobilize
    ELECTION - -: re-elect
    ELECTION? - -: elect
    ACCIDENT - -: derail capsize
    ACCIDENT? - -: crash collide collapse sink
    CRIME - -: rob burgle smuggle launder embezzle bribe defraud steal loot
    ASSAULT - 180: poison
    """

  private static let nounTable = """
    ASSAULT - 190: assault ambush offensive invasion bloodshed atrocity carnage hostilities warfare shootout crossfire
    ASSAULT? - 190: attack strike raid violence fighting war battle combat conflict incursion operation onslaught intervention
    ASSAULT aerial 195: airstrike bombardment
    ASSAULT heavy-weapons 194: shelling
    ASSAULT firearms 193: shooting gunfire
    ASSAULT explosives 183: bombing explosion detonation
    ASSAULT? explosives 183: blast
    ASSAULT assassinate 185: assassination murder killing massacre slaying execution beheading genocide
    ASSAULT abduct 181: kidnapping abduction hijacking hostage-taking
    ASSAULT torture 182: torture rape
    ASSAULT clashes 190: clash skirmish firefight
    COERCE arrest 173: arrest detention imprisonment
    COERCE seize 171: confiscation
    COERCE - 170: crackdown curfew blockade siege occupation repression deportation expulsion annexation coup
    MOBILIZE troops 154: deployment mobilization mobilisation build-up buildup
    MOBILIZE? troops 154: presence
    PROTEST demo 141: protest demonstration riot rioting unrest uprising sit-in
    PROTEST? demo 141: march rally
    SANCTION - 163: sanction embargo boycott
    THREATEN - 130: ultimatum
    ACCUSE allege 112: accusation condemnation denunciation indictment
    ACCUSE? disapprove 111: criticism
    AGREE - 030: ceasefire truce armistice treaty accord
    AGREE? - 030: agreement deal
    CONSULT meet 040: negotiation summit
    CONSULT? meet 040: talks talk meeting visit
    CONCEDE release 084: amnesty
    RETREAT withdraw 087: withdrawal retreat surrender pullout
    ELECTION - -: election vote-count referendum by-election
    ACCIDENT - -: derailment
    ACCIDENT? - -: crash accident collision
    CRIME - -: robbery burglary fraud smuggling bribery embezzlement extortion looting arson theft espionage
    ASSAULT explosives 183: car-bomb
    DISASTER - -: earthquake flood flooding hurricane tornado tsunami cyclone typhoon wildfire drought famine landslide epidemic pandemic eruption
    """

  private static let phraseTable = """
    ASSAULT firearms 193: open+fire fire+on fire+at shoot+dead gun+down
    ASSAULT - 190: break+out+fighting set+fire open+attack
    ASSAULT explosives 183: blow+up blow+himself
    ASSAULT aerial 195: fire+missile fire+rocket launch+missile launch+rocket launch+drone launch+airstrike fire+drone
    COERCE - 170: shoot+down shout+down impose+curfew
    COERCE arrest 173: take+custody
    MOBILIZE troops 154: send+troops
    PROTEST demo 141: take+street
    PROTEST strike 143: go+strike walk+job down+tool
    PROTEST obstruct 144: block+road block+highway blockade+road
    ACCUSE allege 112: point+finger lay+blame press+charge
    REQUEST assist 020: call+for call+on appeal+for
    SANCTION - 163: impose+sanction cut+tie
    AGREE - 030: sign+agreement reach+agreement sign+deal reach+deal strike+deal
    CONSULT meet 040: hold+talk hold+meeting meet+with
    AID - 070: provide+aid send+aid deliver+aid
    CONCEDE - 080: step+down lift+sanction
    RETREAT withdraw 087: pull+out pull+back lay+arms
    """
}
