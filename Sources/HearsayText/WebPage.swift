import HearsayRecords

/// Reads web pages: the main text under its headline, and what the markup says about the report.
enum WebPage {
  /// A page with less text than this holds no report.
  private static let leastText = 60

  /// The article on a page, which is given in valid UTF-8.
  static func article(_ html: ArraySlice<UInt8>, hints: ArticleHints) throws(TextError) -> Article {
    let document = HTMLDocument(ArchiveToolbar.removed(from: html))
    let metadata = PageMetadata(document, address: hints.address)
    let byline = metadata.byline
    let main = MainText(document, metadata: metadata, byline: byline)
    let shown = main.paragraphs()
    let declared = LiveEntries.declared(metadata, besides: shown)
    var paragraphs = declared?.paragraphs ?? whole(shown, metadata)
    guard paragraphs.length >= leastText else {
      throw TextError(code: .noText, description: "no main text on the page")
    }
    guard declared != nil || !ListPage.isOne(shown, document, headline: metadata.headlineNode)
    else {
      throw TextError(
        code: .noText,
        description: "a list of reports, no report: give the pages that it leads to")
    }
    let title = metadata.title.flatMap { $0.isEmpty ? nil : $0 }
    if let title, let first = paragraphs.first, first.text == title { paragraphs.removeFirst() }
    let live = declared?.entries ?? LiveEntries(metadata, paragraphs)
    paragraphs = live.marked(paragraphs)
    var article = Article(
      text: ([title].compactMap { $0 } + paragraphs.map(\.text)).joined(separator: "\n\n"))
    article.title = title
    var starts: [Int] = []
    var start = 0
    if let title {
      article.titleSpan = TextSpan(start: 0, end: title.utf8.count)
      start = title.utf8.count + 2
    }
    if let first = paragraphs.first, let dateline = Dateline.find(first.text) {
      article.dateline = dateline
      article.datelineSpan = TextSpan(start: start, end: start + dateline.utf8.count)
    }
    for paragraph in paragraphs {
      starts.append(start)
      start += paragraph.text.utf8.count + 2
    }
    article.entries = live.entries(paragraphs, at: starts)
    article.isStub = Paywall.isStub(metadata, page: main.page, story: paragraphs)
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
  ) -> [MainText.Paragraph] {
    whole(MainText(document, metadata: metadata, byline: byline).paragraphs(), metadata)
  }

  /// What the page shows, or if that is much less than it carries (a script would show the rest), the article that it declares.
  private static func whole(_ shown: [MainText.Paragraph], _ metadata: PageMetadata)
    -> [MainText.Paragraph]
  {
    guard let body = metadata.articleBody, body.utf8.count > 2 * shown.length else { return shown }
    return DeclaredText.paragraphs(body).map { MainText.Paragraph(text: $0) }
  }
}
