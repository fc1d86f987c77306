/// What language a text is in, told by its script and by its commonest small words.
enum Language {
  /// Words of the beginning of a text that are looked at.
  private static let mostWords = 700
  private static let fewestWords = 8
  /// A text with fewer words is taken for one in another language only if they plainly are.
  private static let fewestToRefuse = 60
  /// A language has at least this share of its commonest words in a text.
  private static let leastShare = 1.0 / 12
  /// So many times the words of the language that a page states must speak for another one: templates say "en" on pages
  /// in any language.
  private static let overwhelming = 4
  private static let wordsToOverwhelm = 12

  static func guess(_ text: String) -> String? {
    if let language = ofScript(text) { return language }
    let counts = counts(text)
    guard let words = counts["*"], words >= fewestWords else { return nil }
    let best = counts.filter { $0.key != "*" }.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let best, Double(best.value) > leastShare * Double(words) else { return nil }
    return best.key
  }

  /// The language that a page states, unless its text is plainly in another.
  static func of(_ text: String, stated: String?) -> String? {
    guard let stated else { return guess(text) }
    guard let guessed = guess(text), guessed != stated else { return stated }
    if let script = ofScript(text) { return sameScript(script, stated) ? stated : script }
    let counts = counts(text)
    let own = counts[stated]
    // Of a language without a list of words nothing can be said against what is stated.
    guard let own, let other = counts[guessed], other >= wordsToOverwhelm,
      other >= own * overwhelming
    else { return stated }
    return guessed
  }

  /// Whether a text is plainly not in English: its own words, or at least whoever published it, name another language, and its
  /// words do not speak for English.
  static func isForeign(_ text: String, told language: String?) -> Bool {
    guard let language = language?.lowercased(), !language.isEmpty else { return false }
    guard language != "en", !language.hasPrefix("en-"), !language.hasPrefix("en_"),
      !language.hasPrefix("english"), language != "eng"
    else { return false }
    let counts = counts(text)
    guard counts["*", default: 0] < fewestToRefuse else { return guess(text) != "en" }
    // A headline or a sentence has few of the commonest words of any language: another must speak much more than English does.
    let english = counts["en", default: 0]
    guard let other = guess(text) else { return english == 0 }
    return other != "en" && counts[other, default: 0] >= max(3, 3 * english)
  }

  /// How many words of each language there are; all words under "*".
  private static func counts(_ text: String) -> [String: Int] {
    let words = text.prefix(6000).lowercased().split { !$0.isLetter }.prefix(mostWords)
    var counts: [String: Int] = ["*": words.count]
    for language in stopWords.keys { counts[language] = 0 }
    for word in words {
      for language in languages[String(word)] ?? [] { counts[language, default: 0] += 1 }
    }
    return counts
  }

  // MARK: - Scripts

  /// The language of a script that stands for one, or for a few told apart by their letters.
  private static func ofScript(_ text: String) -> String? {
    var scripts: [String: Int] = [:]
    var letters: Set<Unicode.Scalar> = []
    for scalar in text.unicodeScalars.prefix(3000) where scalar.value >= 0x370 {
      guard let script = script(scalar.value) else { continue }
      scripts[script, default: 0] += 1
      if letters.count < 400 { letters.insert(scalar) }
    }
    // Japanese writes most of its words with Chinese characters.
    if scripts["ja", default: 0] > 20 { return "ja" }
    guard let most = scripts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value > 200
    else { return nil }
    switch most.key {
    case "ru":
      if letters.contains("і") || letters.contains("ї") || letters.contains("є") {
        return letters.contains("ў") ? "be" : "uk"
      }
      if letters.contains("ј") || letters.contains("љ") || letters.contains("њ") {
        return letters.contains("ѓ") || letters.contains("ќ") ? "mk" : "sr"
      }
      return letters.contains("ы") || letters.contains("э") ? "ru" : "bg"
    case "ar":
      if letters.contains("ٹ") || letters.contains("ے") { return "ur" }
      return letters.contains("پ") || letters.contains("چ") || letters.contains("گ") ? "fa" : "ar"
    default: return most.key
    }
  }

  private static func script(_ value: UInt32) -> String? {
    switch value {
    case 0x370...0x3FF, 0x1F00...0x1FFF: "el"
    case 0x400...0x4FF: "ru"
    case 0x530...0x58F: "hy"
    case 0x590...0x5FF: "he"
    case 0x600...0x6FF: "ar"
    case 0x900...0x97F: "hi"
    case 0x980...0x9FF: "bn"
    case 0xB80...0xBFF: "ta"
    case 0xE00...0xE7F: "th"
    case 0x10A0...0x10FF: "ka"
    case 0x3040...0x30FF: "ja"
    case 0x4E00...0x9FFF: "zh"
    case 0xAC00...0xD7AF: "ko"
    default: nil
    }
  }

  /// Whether a language is written in the script that another stands for.
  private static func sameScript(_ script: String, _ stated: String) -> Bool {
    let cyrillic: Set<String> = [
      "ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "bs", "tt",
    ]
    let arabic: Set<String> = ["ar", "fa", "ur", "ps", "ku", "ckb", "sd", "ug"]
    let nagari: Set<String> = ["hi", "mr", "ne"]
    let chinese: Set<String> = ["zh", "yue", "wuu"]
    return [cyrillic, arabic, nagari, chinese].contains {
      $0.contains(script) && $0.contains(stated)
    }
  }

  // MARK: - Words

  /// The languages in whose list a word is.
  private static let languages: [String: [String]] = {
    var languages: [String: [String]] = [:]
    for (language, words) in stopWords {
      for word in words.split(separator: " ") {
        languages[String(word), default: []].append(language)
      }
    }
    return languages
  }()

  private static let stopWords: [String: String] = [
    "en": "the of and to in that is was for on with said by at",
    "de": "der die und das nicht ist von den mit ein eine auf dem zu",
    "fr": "le les des et est une dans pour qui que du sur au pas",
    "es": "el los las que y en una por del con para se su un",
    "it": "il che di è la per una non della sono con gli nel del",
    "pt": "o os que e não uma em para com da do dos se no",
    "nl": "de het een van en niet dat op met voor zijn te aan is",
    "pl": "nie się na jest że do w z to przez oraz jak po od",
    "tr": "ve bir bu için ile da de olarak daha çok en ne gibi olan",
    "sv": "och att det som en på är av för med den till inte har",
    "da": "og at det er en til på af med for ikke den der har",
    "no": "og at det er en til på av med for ikke den som har",
    "fi": "ja on ei että se oli hän mutta myös ovat kun tai joka mukaan",
    "cs": "a se na je že v to s z do o k pro jsou",
    "hu": "a az és hogy nem is egy meg ez volt van csak már el",
    "ro": "și de în a la cu care pe nu o din este pentru au",
    "ca": "el els les que i en una per del amb és no la al",
    "id": "yang dan di ini itu dengan untuk dari pada tidak dalam akan juga telah",
    "vi": "và của là có được trong cho không với các đã người những một",
  ]
}
