import HearsayRecords

// Nouns that name actors by their function, and what kind of actor each is.
// Source: compiled for Hearsay; roles follow CAMEO's agent classes (facts only). Date: 2026-11.

/// What kind of actor a noun or a name's word tells of.
enum ActorNouns {
  /// The kind of actor that a head noun names: "troops" → military.
  static func kind(ofNoun lemma: String) -> EntityKind? {
    nouns[lemma] ?? singulars(of: lemma).lazy.compactMap { nouns[$0] }.first
  }

  /// All nouns that name actors.
  static var lemmas: Set<String> { Set(nouns.keys) }

  /// What a plural may be the plural of; the model's lemmas of rare words are not to be relied on.
  private static func singulars(of word: String) -> [String] {
    var found: [String] = []
    if word.hasSuffix("ies") { found.append(word.dropLast(3) + "y") }
    if word.hasSuffix("es") { found.append(String(word.dropLast(2))) }
    if word.hasSuffix("s"), !word.hasSuffix("ss") { found.append(String(word.dropLast())) }
    if word.hasSuffix("men") { found.append(word.dropLast(3) + "man") }
    return found
  }

  /// Nouns for whoever did it; one of them is a person, several are armed.
  static func isPerpetrator(_ lower: String) -> Bool { perpetrators.contains(lower) }

  /// Nouns of those who rise against a state: CAMEO's REB; other armed people are UAF.
  static func isRebel(_ name: String) -> Bool {
    name.lowercased().split(separator: " ").contains { rebels.contains(String($0)) }
  }

  /// Nouns of number, and others that head a phrase without naming anybody.
  static func isEmpty(_ lower: String) -> Bool { empty.contains(lower) }

  /// Common nouns that end a body's name: "Fatah coalition".
  static func endsBodyName(_ lower: String) -> Bool { bodyNouns.contains(lower) }

  /// The kind that a word inside a name tells: "Ministry", "Party", "Brigades".
  static func kind(ofNameWord word: String) -> EntityKind? { nameWords[word.lowercased()] }

  /// Whether a kind told by any word of a name outweighs its last word: "Irving Police Department".
  static func outweighs(_ kind: EntityKind) -> Bool {
    [.police, .military, .armedGroup].contains(kind)
  }

  /// Known names that their words do not tell.
  static func kind(ofName name: String) -> EntityKind? { names[name.lowercased()] }

  /// Nouns of office; before a name or after it they are a role.
  static func isOffice(_ lemma: String) -> Bool { offices.contains(lemma) }

  /// "Gen.", "PM", "Sen.".
  static func isOfficeAbbreviation(_ lower: String) -> Bool { abbreviations.contains(lower) }

  /// "Mr.", "Dr.": part of a mention, but not of the name.
  static func isHonorific(_ lower: String) -> Bool {
    ["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "lord", "lady", "dame"]
      .contains(lower)
  }

  /// Nouns for whoever leads a body.
  static func isLeader(_ lower: String) -> Bool { leaders.contains(lower) }

  /// Offices that states and bodies confer; a rank or a trade is none.
  static func isPublicOffice(_ lower: String) -> Bool { publicOffices.contains(lower) }

  /// Nouns that may describe any person named just before: "the cleric", "the politician".
  static func describesAnyone(_ lemma: String) -> Bool { anyone.contains(lemma) }

  /// Nouns that may describe any body named just before: "the bloc", "the company".
  static func describesAnyBody(_ lemma: String) -> Bool { anyBody.contains(lemma) }

  /// Nouns for people as sources whom nobody names.
  static func isSource(_ lemma: String) -> Bool { sources.contains(lemma) }

  /// CAMEO's role code of a kind.
  static func role(_ kind: EntityKind) -> String {
    switch kind {
    case .government: "GOV"
    case .military: "MIL"
    case .police: "COP"
    case .armedGroup: "REB"
    case .party: "PTY"
    case .media: "MED"
    case .company: "BUS"
    case .civil: "CVL"
    default: ""
    }
  }

  private static let nouns = table([
    .government:
      """
    government ministry minister official authority administration cabinet parliament presidency regime \
    president premier chancellor king queen emir sultan governor mayor ambassador envoy diplomat lawmaker senator \
    congressman congresswoman legislator deputy commissioner council court judge prosecutor embassy junta monarchy agency bureau \
    spokesman spokeswoman spokesperson secretary
    """,
    .military:
      "military army troop soldier force navy airforce general commander colonel serviceman marine paratrooper battalion garrison coalition-forces",
    .police: "police policeman officer constable gendarme sheriff",
    .armedGroup:
      "militia militant rebel insurgent guerrilla terrorist fighter gunman extremist jihadist separatist assailant attacker bomber hijacker kidnapper mercenary brigade",
    .party: "party coalition bloc opposition alliance faction",
    .media:
      "media newspaper daily weekly channel magazine report journalist reporter broadcaster outlet station press correspondent tabloid website",
    .civil:
      """
    protester demonstrator civilian resident villager crowd worker student refugee migrant victim people supporter \
    activist family relative witness mourner voter passenger child woman man bystander local citizen employee patient \
    teacher doctor striker farmer critic analyst expert lawyer survivor hostage prisoner detainee rioter union
    """,
    .company: "company firm corporation bank operator airline contractor",
    .weapon:
      "drone rocket missile bomb gun rifle grenade mortar explosive shell landmine torpedo artillery tank warhead uav",
    .facility:
      "embassy-building residence base airport palace headquarters hospital school mosque church prison checkpoint refinery port bridge",
    .person:
      "suspect leader chief head boss tycoon cleric priest imam bishop pope source author candidate nominee",
    .international: "peacekeeper",
    .other: "group organisation organization movement member ally partner team delegation side",
  ])

  private static let anyone: Set<String> = [
    "cleric", "clergyman", "monarch", "spokesman", "spokeswoman", "spokesperson", "politician",
    "lawmaker", "diplomat", "activist",
    "lawyer", "officer", "commander", "lieutenant", "veteran", "candidate", "academic", "author",
    "singer", "actor", "actress",
    "businessman", "businesswoman", "billionaire", "tycoon", "journalist", "official", "priest",
    "preacher", "dissident",
  ]

  private static let anyBody: Set<String> = [
    "bloc", "body", "company", "firm", "agency", "organisation", "organization", "charity", "group",
    "ministry", "broadcaster",
    "newspaper", "bank", "airline", "watchdog", "union", "regulator", "network", "publication",
    "outlet",
  ]

  private static let nameWords = table([
    .government:
      "ministry government parliament senate congress cabinet department council commission court administration authority embassy assembly house kremlin knesset agency bureau service",
    .military: "army navy forces force guard guards corps military regiment marines airforce",
    .police: "police gendarmerie",
    .armedGroup:
      "brigades brigade front militia taliban hezbollah hizbollah hizbullah hamas qaeda qaida liberation resistance kataib kata'ib kataeb asaib asa'ib saraya liwa jaish jaysh harakat ansar jund jabhat nusra fatah-al-islam mujahideen mujahedeen guerrillas rebels militants",
    .party: "party coalition bloc alliance democrats republicans",
    .media:
      "news times post press tv television radio journal gazette herald tribune guardian reuters network telegraph eye mail chronicle bulletin",
    .international: "nations nato league",
    .company: "inc corp corporation company ltd airlines bank plc gmbh motors holdings industries",
    .facility:
      "airport base palace hospital stadium square prison station zone tower",
    .civil:
      "union association society foundation institute federation university college school academy",
  ])

  private static let names: [String: EntityKind] = {
    let groups: [(EntityKind, String)] = [
      (
        .media,
        "reuters|ap|the associated press|associated press|afp|agence france-presse|bbc|cnn|al jazeera|fox news|tass|ria novosti|interfax|xinhua|irna|tasnim|fars|sana|wafa|anadolu|dpa|nbc|abc|cbs|msnbc|bloomberg|politico|the new york times|new york times|the washington post|washington post|the wall street journal|wall street journal|the guardian|usa today|breitbart|huffington post|the economist|time|newsweek|le monde|der spiegel|npr|sky news|al arabiya|kyodo"
      ),
      (.police, "nypd|lapd|scotland yard|interpol|europol|gendarmerie"),
      (
        .military,
        "idf|irgc|revolutionary guards|revolutionary guard|islamic revolutionary guard corps|quds force|centcom|u.s. central command|pla"
      ),
      (
        .international,
        "un|u.n.|the united nations|united nations|eu|e.u.|european union|the european union|nato|african union|arab league|imf|world bank|who|iaea|osce|opec|asean|ecowas|icc|red cross|unicef|unhcr|security council|g7|g20"
      ),
      (
        .armedGroup,
        "isis|isil|is|islamic state|al-qaeda|al qaeda|al-qaida|taliban|the taliban|hamas|hezbollah|boko haram|al-shabab|al-shabaab|farc|pkk|fmln|eta|ira|houthis|houthi|lashkar-e-taiba|shining path|m-19|eln"
      ),
      (
        .party,
        "gop|republicans|democrats|republican party|democratic party|labour|conservatives|likud|bjp|the democratic party|the republican party"
      ),
      (
        .government,
        "white house|the white house|kremlin|the kremlin|pentagon|the pentagon|state department|congress|senate|house|fbi|cia|nsa|justice department|downing street|supreme court|treasury|homeland security|dhs|knesset"
      ),
    ]
    var table: [String: EntityKind] = [:]
    for (kind, list) in groups {
      for name in list.split(separator: "|") { table[String(name)] = kind }
    }
    return table
  }()

  private static let offices: Set<String> = words(
    """
    president premier minister chancellor king queen emir sultan governor mayor ambassador envoy senator congressman \
    congresswoman spokesman spokeswoman spokesperson secretary general colonel commander chief director chairman chairwoman \
    leader head judge prosecutor representative deputy commissioner sheriff candidate nominee founder manager adviser advisor \
    speaker officer lawyer attorney analyst professor editor coordinator pope bishop archbishop imam cleric captain major \
    lieutenant admiral marshal sergeant premier dictator lawmaker
    """)

  private static let abbreviations: Set<String> = words(
    "pm gen. gen sen. sen rep. rep gov. gov col. lt. capt. maj. sgt. adm. brig. secretary-general vice-president attorney-general undersecretary"
  )

  private static let leaders: Set<String> = words(
    "leader head chief commander chairman chairwoman chair director founder boss president chairperson co-founder chief-executive ceo"
  )

  private static let publicOffices: Set<String> = words(
    """
    president premier minister chancellor king queen emir sultan governor mayor ambassador envoy senator congressman \
    congresswoman secretary director chairman chairwoman chief commissioner prosecutor judge speaker pope pm secretary-general \
    vice-president undersecretary commander general sheriff lawmaker representative attorney-general chair ceo
    """)

  private static let perpetrators = words(
    "gunman attacker assailant bomber hijacker kidnapper terrorist militant extremist fighter rebel"
  )

  private static let rebels = words(
    "rebel rebels insurgent insurgents guerrilla guerrillas separatist separatists insurgency rebellion"
  )

  private static let empty: Set<String> = words(
    """
    hundreds thousands dozens scores millions others other one ones some many most several few half all more rest number lot majority minority population populations percent percentage voice two three \
    polls poll mr mr. mrs. ms. mrs ms dr dr. sir everyone everybody nobody none anyone someone something part kind sort plan plans
    """)

  private static let bodyNouns: Set<String> = words(
    "coalition party alliance bloc movement militia brigade brigades faction front organization organisation union council federation committee commission ministry army government"
  )

  private static let sources: Set<String> = words(
    "source official witness resident analyst expert observer diplomat insider aide adviser advisor person people report medic doctor"
  )

  private static func table(_ groups: KeyValuePairs<EntityKind, String>) -> [String: EntityKind] {
    var table: [String: EntityKind] = [:]
    for (kind, list) in groups {
      for word in words(list) where table[word] == nil { table[word] = kind }
    }
    return table
  }

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map(String.init))
  }
}
