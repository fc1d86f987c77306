import HearsayRecords

/// Reads web pages: the main text under its headline, and what the markup says about the report.
enum WebPage {
  /// A page with less text than this holds no report.
  private static let leastText = 60

  static func article(_ html: String, hints: ArticleHints) throws(TextError) -> Article {
    let document = HTMLDocument(html)
    let metadata = PageMetadata(document, address: hints.address)
    let byline = metadata.byline
    var paragraphs = paragraphs(document, metadata, byline: byline)
    guard length(paragraphs) >= leastText else {
      throw TextError(code: .noText, description: "no main text on the page")
    }
    let title = metadata.title.flatMap { $0.isEmpty ? nil : $0 }
    if let title, let first = paragraphs.first, first == title { paragraphs.removeFirst() }
    var article = Article(
      text: (([title].compactMap { $0 }) + paragraphs).joined(separator: "\n\n"))
    article.title = title
    if let title { article.titleSpan = TextSpan(start: 0, end: title.utf8.count) }
    if let first = paragraphs.first, let dateline = Dateline.find(first) {
      let start = title.map { $0.utf8.count + 2 } ?? 0
      article.dateline = dateline
      article.datelineSpan = TextSpan(start: start, end: start + dateline.utf8.count)
    }
    article.byline = byline
    article.outlet = metadata.outlet
    article.section = metadata.section
    article.canonicalURL = metadata.canonical
    let dates = metadata.dates(address: hints.address, body: article.text)
    article.published = dates.published
    article.publishedFrom = dates.publishedFrom
    article.modified = dates.modified
    article.posts = EmbeddedPosts(metadata).posts()
    article.language = Language.of(article.text, stated: metadata.language)
    return article
  }

  /// The paragraphs of the story.
  static func paragraphs(
    _ document: HTMLDocument, _ metadata: PageMetadata, byline: String?
  ) -> [String] {
    let paragraphs = MainText(document, metadata: metadata, byline: byline).paragraphs()
    guard let body = metadata.articleBody, body.count > 2 * length(paragraphs) else {
      return paragraphs
    }
    // The page shows less than it carries (a script would show the rest): the article it declares goes before.
    if body.contains("</") {
      let page = PageBlocks(HTMLDocument(body).tree)
      return page.blocks.map(page.string)
    }
    return body.split(whereSeparator: \.isNewline).map { String($0).collapsed }.filter {
      !$0.isEmpty
    }
  }

  private static func length(_ paragraphs: [String]) -> Int {
    paragraphs.reduce(0) { $0 + $1.count }
  }
}
