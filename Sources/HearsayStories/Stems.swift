/// Words cut down so that their forms agree: "shelling" and "shelled", "Kolvania" and "Kolvanian".
enum Stems {
  /// The stem of a word in lower case.
  static func stem(_ word: String) -> String {
    let lower = word.lowercased()
    if let known = irregular[lower] { return known }
    var letters = Array(lower)
    for ending in endings where letters.count - ending.count >= 3 && lower.hasSuffix(ending) {
      letters.removeLast(ending.count)
      break
    }
    if letters.count > 3, let last = letters.last, last == letters[letters.count - 2],
      !"lsz".contains(last)
    {
      letters.removeLast()
    }
    if letters.count > 3, letters.last == "e" { letters.removeLast() }
    return String(letters)
  }

  /// Whether two stems may be of one word: equal, or a country and its people.
  static func agree(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    guard short.count >= 5, long.count - short.count <= 3 else { return false }
    return long.hasPrefix(short) || long.hasPrefix(short.dropLast()) && short.count >= 6
  }

  /// The words of a text that may tell something, as stems, each with whether it is written with a capital.
  static func words(_ text: String) -> [(stem: String, isCapital: Bool)] {
    text.split { !$0.isLetter && $0 != "-" }.compactMap { word in
      let lower = word.lowercased()
      guard lower.count >= 3, !idle.contains(lower) else { return nil }
      return (stem(lower), word.first?.isUppercase ?? false)
    }
  }

  private static let endings = [
    "ations", "ation", "ions", "ings", "ing", "ion", "ies", "ed", "es", "s",
  ]

  private static let irregular: [String: String] = [
    "shot": "shoot", "struck": "strik", "strike": "strik", "beaten": "beat", "policemen": "polic",
    "police": "polic", "policeman": "polic", "men": "man", "women": "woman", "gunmen": "gunman",
    "fought": "fight", "sank": "sink", "sunk": "sink", "stole": "steal", "stolen": "steal",
    "blew": "blow", "blown": "blow", "burnt": "burn", "held": "hold", "seized": "seiz",
    "explosion": "explod", "explosions": "explod", "death": "die", "deaths": "die", "died": "die",
    "forces": "forc", "troops": "troop", "spokesman": "spokesman", "shelling": "shell",
    "shelled": "shell", "killing": "kill", "killed": "kill", "killings": "kill",
    "bribery": "brib", "assassinated": "assassin", "assassination": "assassin",
    "poisoning": "poison", "poisoned": "poison",
  ]

  /// Words that stand in any report, and those of time, which are compared as dates.
  private static let idle: Set<String> = Set(
    """
    the and for that this with from had has have was were been being are his her its their our they them him she you who which \
    what when where while after before during into onto over under near off out outside inside about against any all not nor but \
    said says say told tell denied deny denies denying rejected reject dismissed accused blamed claim claims claimed report \
    reports reported accusation allegation allegations charge responsibility involvement role part nothing false untrue \
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september \
    october november december week month year day morning night evening weekend last next also carried carrying out done did does \
    would could will may might must shall one two three four five six seven eight nine ten
    """.split(separator: " ").map(String.init))
}
