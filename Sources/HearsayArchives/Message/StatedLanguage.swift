/// Languages as archives and services write them, as BCP 47 has them.
enum StatedLanguage {
  /// Codes of three letters and English names by the code of two letters (ISO 639): those of languages with a press
  /// that such services cover.
  private static let others = """
    ar ara arabic|bg bul bulgarian|ca cat catalan|cs ces cze czech|da dan danish|de deu ger german|el ell gre greek\
    |en eng english|es spa spanish|et est estonian|fa fas per persian|fi fin finnish|fr fra fre french|he heb hebrew\
    |hi hin hindi|hr hrv croatian|hu hun hungarian|hy hye arm armenian|id ind indonesian|it ita italian|ja jpn japanese\
    |ka kat geo georgian|ko kor korean|ku kur kurdish|lt lit lithuanian|lv lav latvian|my mya bur burmese\
    |nl nld dut dutch|no nor norwegian|pl pol polish|ps pus pashto|pt por portuguese|ro ron rum romanian|ru rus russian\
    |sk slk slo slovak|sl slv slovenian|sq sqi alb albanian|sr srp serbian|sv swe swedish|sw swa swahili|th tha thai\
    |tr tur turkish|uk ukr ukrainian|ur urd urdu|vi vie vietnamese|zh zho chi chinese
    """

  private static let codes: [String: String] = Dictionary(
    others.split(separator: "|").flatMap { line in
      let words = line.split(separator: " ").map(String.init)
      return words.dropFirst().map { ($0, words[0]) }
    }, uniquingKeysWith: { first, _ in first })

  /// The code; `nil` for what is none.
  static func code(_ words: String) -> String? {
    let words = words.trimmingPrefix { $0.isWhitespace }
    if let code = codes[words.lowercased()] { return code }
    let tag = words.replacing("_", with: "-")
    let isTag =
      tag.utf8.count <= 11 && (2...3).contains(tag.prefix { $0 != "-" }.count)
      && tag.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return isTag ? String(tag) : nil
  }
}
