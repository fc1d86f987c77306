import HearsayRecords

/// Reads web pages.
enum WebPage {
  static func article(_ html: String, hints: ArticleHints) throws(TextError) -> Article {
    PlainText.article(html, hints: hints)
  }
}
