import HearsayLanguage
import HearsayRecords

/// A few quoted words inside the reporter's own sentence: borrowed, and held at arm's length.
enum ScareQuotes {
  /// More words than these are a quotation, not a borrowed wording.
  private static let mostWords = 4

  /// The quoted words, with their marks, in the order of the text.
  static func find(in text: AnnotatedText) -> [TextSpan] {
    Quotations.find(in: text.utf8).filter { $0.isClosed && isScareQuote($0, text) }.map(\.outside)
  }

  private static func isScareQuote(_ quotation: Quotation, _ text: AnnotatedText) -> Bool {
    let touched = text.tokens(touching: quotation.inside)
    let inside = touched.filter { text.tokens[$0].upos != "PUNCT" }
    guard let first = inside.first, let last = inside.last, inside.count <= mostWords else {
      return false
    }
    return isEmbedded(quotation, text) && !isTitle(first..<(last + 1), text)
      && !isNickname(quotation, text)
  }

  /// Whether the reporter's words run up to the quotation without a stop, or a lead-in that opens speech.
  private static func isEmbedded(_ quotation: Quotation, _ text: AnnotatedText) -> Bool {
    let outside = text.tokens(touching: quotation.outside)
    guard let inside = text.tokens(touching: quotation.inside).first else { return false }
    let sentence = text.sentence(of: inside)
    let before = outside.lowerBound - 1
    if before >= sentence.lowerBound, before >= 0 {
      let token = text.tokens[before]
      if [":", ","].contains(token.text) { return startsLower(inside, text) }
      return token.upos != "PUNCT" || token.text == "(" || token.text == "-"
    }
    // At the sentence's start it is embedded if the sentence simply goes on: “Fake” news spread.
    let after = outside.upperBound
    return after < sentence.upperBound
      && ["NOUN", "ADJ", "PROPN"].contains(text.tokens[after].upos)
  }

  private static func startsLower(_ index: Int, _ text: AnnotatedText) -> Bool {
    text.tokens[index].text.first?.isLowercase ?? false
  }

  /// Titles of works and names in quotation marks are no distancing.
  private static func isTitle(_ words: Range<Int>, _ text: AnnotatedText) -> Bool {
    if text.names.contains(where: { $0.type == .work && $0.tokens.overlaps(words) }) { return true }
    let letters = words.filter { text.tokens[$0].text.first?.isLetter ?? false }
    guard letters.count > 1 else { return false }
    return letters.allSatisfy {
      text.tokens[$0].text.first?.isUppercase ?? false || text.tokens[$0].text.count <= 3
    }
  }

  /// Joaquín “El Chapo” Guzmán.
  private static func isNickname(_ quotation: Quotation, _ text: AnnotatedText) -> Bool {
    let outside = text.tokens(touching: quotation.outside)
    guard outside.lowerBound > 0, outside.upperBound < text.tokens.count else { return false }
    return text.tokens[outside.lowerBound - 1].upos == "PROPN"
      && text.tokens[outside.upperBound].upos == "PROPN"
      && text.tokens[outside.lowerBound + 1].text.first?.isUppercase ?? false
  }
}
