import HearsayLanguage

/// Whether a report is on sport, by its words.
///
/// In such a report sides attack, players shoot and champions are elected, and none of it is a happening of public life; what
/// happens in earnest there (a stampede, an arrest) has words of its own.
struct SportReport {
  /// What a word of sport counts for each word of the text, and one that other matters use too.
  private static let much = 4.5
  private static let some = 2.0
  /// A text with more than this, of several different words of sport, is a report on sport.
  ///
  /// Chosen on the BBC's news of five kinds: 309 of 500 on sport have it, and 10 of 1,595 others.
  private static let least = 0.12
  private static let fewestWords = 2
  /// With so much, one such word is enough.
  private static let plain = 0.2

  /// Of fewer words nothing is known: police may shoot a footballer.
  private static let shortest = 30

  let isOnSport: Bool
  private let text: AnnotatedText

  init(_ text: AnnotatedText) {
    self.text = text
    var words = 0
    var weight = 0.0
    var told: Set<String> = []
    for token in text.tokens.indices where text.tokens[token].text.first?.isLowercase ?? false {
      words += 1
      switch text.value(of: token, for: .sport) {
      case "much":
        weight += Self.much
        told.insert(text.lemma(token))
      case "some": weight += Self.some
      default: break
      }
    }
    let share = words == 0 ? 0 : weight / Double(words)
    isOnSport =
      words >= Self.shortest
      && (share >= Self.least && told.count >= Self.fewestWords
        || share >= Self.plain && !told.isEmpty)
  }

  /// Whether an event that these words tell is only a move of a game.
  func isGame(_ words: Range<Int>) -> Bool {
    isOnSport && !words.contains { text.value(of: $0, for: .sport) == "beyond" }
  }
}
