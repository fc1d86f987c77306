/// Tells whether a page shows only the beginning of its report, the rest being for subscribers.
enum Paywall {
  /// A report that is said to be for subscribers, and is shorter than this in bytes, is only its beginning.
  private static let shortText = 1500
  /// Of a stated number of words, less than this share shown is only the beginning.
  private static let shownShare = 0.67

  /// Whether a page says that more of the report is to be had than it shows.
  ///
  /// - Parameters:
  ///   - metadata: What the page's markup says.
  ///   - page: The page's runs of text, which may ask readers to subscribe.
  ///   - story: The paragraphs that are shown.
  /// - Returns: Whether only the beginning is shown.
  static func isStub(
    _ metadata: PageMetadata, page: PageBlocks, story: [MainText.Paragraph]
  ) -> Bool {
    guard isClosed(metadata.linked) || asks.found(in: page.text) != 0 else { return false }
    if let words = metadata.linked.string("wordCount").flatMap({ Int($0) }), words > 0 {
      let shown = story.reduce(0) { $0 + $1.text.split(whereSeparator: \.isWhitespace).count }
      return Double(shown) < shownShare * Double(words)
    }
    return story.length < shortText
  }

  /// Whether the page's data says that the article is not free.
  private static func isClosed(_ linked: LinkedData) -> Bool {
    switch linked.value("isAccessibleForFree") {
    case .bool(let isFree)?: !isFree
    case .string(let stated)?: ["false", "no"].contains(stated.collapsed.lowercased())
    default: false
    }
  }

  /// What asks readers to pay or sign in before they read on; what only greets subscribers stands on whole reports too.
  private static let asks = SubstringSets([
    [
      "subscribe to continue", "subscribe to read", "subscribe to keep reading",
      "subscribe now to read", "subscribe to unlock", "to continue reading", "to keep reading",
      "to read the full article", "to read the full story", "to read the rest of",
      "to unlock this article", "to unlock the rest", "unlock this article",
      "this article is for subscribers", "this content is for subscribers",
      "this story is for subscribers", "available to subscribers only",
      "only available to subscribers", "exclusive to subscribers", "exclusively for subscribers",
      "log in to read", "sign in to read", "register to read",
      "become a member to read", "you have reached your limit of",
      "um weiterzulesen", "zum weiterlesen", "diesen artikel weiterlesen", "artikel freischalten",
      "weiterlesen mit ", "nur für abonnenten", "exklusiv für abonnenten",
      "réservé aux abonnés", "réservée aux abonnés", "pour lire la suite",
      "de cet article à découvrir", "de cet article à lire",
      "solo para suscriptores", "exclusivo para suscriptores", "para seguir leyendo",
      "para continuar leyendo", "riservato agli abbonati", "per continuare a leggere",
      "exclusivo para assinantes", "para continuar lendo", "alleen voor abonnees",
      "om verder te lezen", "aby czytać dalej", "tylko dla prenumeratorów",
      "чтобы читать дальше", "только для подписчиков",
    ]
  ])
}
