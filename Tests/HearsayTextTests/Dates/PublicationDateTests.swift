import HearsayRecords
import HearsayText
import Testing

/// A page about a bridge, with something in its head, at its headline and at its end.
private func page(
  head: String = "", top: String = "", end: String = "", lang: String = "en-GB", body: String = ""
) -> String {
  """
  <!DOCTYPE html><html lang="\(lang)"><head><title>Bridge at Orva shelled | The Orva Post</title>\(head)</head><body \(body)>
  <main><article><h1>Bridge at Orva shelled</h1>\(top)
  <p>Two shells hit the old bridge at Orva on Sunday morning, the regional governor said, and traffic was stopped in both directions.</p>
  <p>“Nobody was hurt,” she told reporters, adding that engineers were on their way, and that repairs would take at least a month.</p>
  </article></main>\(end)</body></html>
  """
}

struct DatedPage: CustomTestStringConvertible, Sendable {
  let testDescription: String
  var head = ""
  var top = ""
  var end = ""
  var lang = "en-GB"
  var body = ""
  var address = "https://orvapost.example/bridge"
  let published: String?
  let from: PublishedFrom
  var modified: String?
}

private let marked: [DatedPage] = [
  DatedPage(
    testDescription: "article:published_time",
    head:
      "<meta property='article:published_time' content='2031-03-04T05:06:07+02:00'><meta property='article:modified_time' content='2031-03-05T05:06:07+02:00'>",
    published: "2031-03-04T05:06:07+02:00", from: .meta, modified: "2031-03-05T05:06:07+02:00"),
  DatedPage(
    testDescription: "Dublin Core", head: "<meta name='DC.date.issued' content='2031-03-04'>",
    published: "2031-03-04", from: .meta),
  DatedPage(
    testDescription: "parsely", head: "<meta name='parsely-pub-date' content='2031-03-04T05:06Z'>",
    published: "2031-03-04T05:06Z", from: .meta),
  DatedPage(
    testDescription: "sailthru", head: "<meta name='sailthru.date' content='2031-03-04 05:06'>",
    published: "2031-03-04T05:06", from: .meta),
  DatedPage(
    testDescription: "citation, slashes",
    head: "<meta name='citation_publication_date' content='2031/03/04'>", published: "2031-03-04",
    from: .meta),
  DatedPage(
    testDescription: "a name of the house's own",
    head: "<meta name='x-house-publish-date' content='4 March 2031'>", published: "2031-03-04",
    from: .meta),
  DatedPage(
    testDescription: "seconds since 1970", head: "<meta name='pubdate' content='1930446367'>",
    published: "2031-03-05T03:06:07Z", from: .meta),
  DatedPage(
    testDescription: "a machine's zero", head: "<meta name='pubdate' content='1970-01-01'>",
    published: nil, from: .none),
  DatedPage(
    testDescription: "JSON-LD in a graph",
    head: """
      <script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2030-01-01"},
      {"@type":["NewsArticle"],"headline":"Bridge at Orva shelled","datePublished":"2031-03-04T05:06:07Z","dateModified":"2031-03-04T09:00:00Z"}]}</script>
      """,
    published: "2031-03-04T05:06:07Z", from: .jsonld, modified: "2031-03-04T09:00:00Z"),
  DatedPage(
    testDescription: "broken JSON-LD",
    head: """
      <script type="application/ld+json">// <![CDATA[
      {"@type":"NewsArticle","description":"She said "no" and
      left","datePublished":"2031-03-04",}, // ]]></script>
      """,
    published: "2031-03-04", from: .jsonld),
  DatedPage(
    testDescription: "microdata",
    top: "<span itemprop='datePublished' content='2031-03-04T05:06'>4 March</span>",
    published: "2031-03-04T05:06", from: .meta),
  DatedPage(
    testDescription: "RDFa",
    top: "<span property='schema:dateCreated' content='2031-03-04'></span>",
    published: "2031-03-04", from: .meta),
  DatedPage(
    testDescription: "data for scripts",
    end: #"<script>window.page={"id":7,"publishedAt":"2031-03-04T05:06:07Z"}</script>"#,
    published: "2031-03-04T05:06:07Z", from: .meta),
  DatedPage(
    testDescription: "the name of the body", body: "id='news20310304_77'",
    published: "2031-03-04", from: .meta),
]

private let shown: [DatedPage] = [
  DatedPage(
    testDescription: "a time element",
    top: "<time datetime='2031-03-04T05:06:07+02:00'>Tuesday</time>",
    published: "2031-03-04T05:06:07+02:00", from: .text),
  DatedPage(
    testDescription: "an element called date", top: "<div class='entry-date'>04.03.2031</div>",
    published: "2031-03-04", from: .text),
  DatedPage(
    testDescription: "in pieces",
    top: "<div class='date'><span>04</span><span>Mar</span><span>2031</span></div>",
    published: "2031-03-04", from: .text),
  DatedPage(
    testDescription: "words before it",
    top: "<p>Published on Tuesday, 4 March 2031 by Ada Lind</p>",
    published: "2031-03-04", from: .text),
  DatedPage(
    testDescription: "German words at the end",
    end: "<footer><p>Erschienen am: 04.03.2031<br>© 2019 Orva Post</p></footer>", lang: "de",
    published: "2031-03-04", from: .text),
  DatedPage(
    testDescription: "a verb behind it",
    top: "<p>Der Beitrag wurde am 4. März 2031 um 10:00 Uhr veröffentlicht.</p>", lang: "de",
    published: "2031-03-04T10:00", from: .text),
  DatedPage(
    testDescription: "published and changed",
    top: "<p>Published: 4 March 2031</p><p>Last updated: 6 March 2031</p>",
    published: "2031-03-04", from: .text, modified: "2031-03-06"),
  DatedPage(
    testDescription: "only changed", top: "<p>Stand: 04.03.2031 18:00 Uhr</p>", lang: "de",
    published: "2031-03-04T18:00", from: .text, modified: "2031-03-04T18:00"),
  DatedPage(
    testDescription: "American figures", top: "<div class='date'>03/04/2031</div>", lang: "en-US",
    published: "2031-03-04", from: .text),
  DatedPage(
    testDescription: "figures that the address settles", top: "<div class='date'>03/04/2031</div>",
    address: "https://orvapost.example/2031/03/04/bridge", published: "2031-03-04", from: .url),
  DatedPage(
    testDescription: "Turkish", top: "<span class='tarih'>4 Mart 2031 Salı</span>", lang: "tr",
    published: "2031-03-04", from: .text),
  DatedPage(
    testDescription: "Russian", top: "<div>Опубликовано: 4 марта 2031 г.</div>", lang: "ru",
    published: "2031-03-04", from: .text),
  DatedPage(
    testDescription: "Japanese", top: "<p class='meta'>2031年3月4日</p>", lang: "ja",
    published: "2031-03-04", from: .text),
]

private let others: [DatedPage] = [
  DatedPage(
    testDescription: "the address", address: "https://orvapost.example/2031/03/04/bridge",
    published: "2031-03-04", from: .url),
  DatedPage(
    testDescription: "the month in the address, the day in the text",
    top: "<p class='x'>4 March 2031</p>", address: "https://orvapost.example/2031/03/bridge",
    published: "2031-03-04", from: .text),
  DatedPage(
    testDescription: "only the month in the address",
    address: "https://orvapost.example/2031/03/bridge", published: "2031-03", from: .url),
  DatedPage(
    testDescription: "the picture's address, as a last resort",
    head: "<meta property='og:image' content='https://orvapost.example/img/2031/03/04/b.jpg'>",
    published: "2031-03-04", from: .url),
  DatedPage(
    testDescription: "a copyright line", end: "<footer>© 4 March 2031 The Orva Post</footer>",
    published: nil, from: .none),
  DatedPage(
    testDescription: "comments",
    end:
      "<section id='comments'><div class='comment'><time datetime='2031-03-09'>9 March</time></div></section>",
    published: nil, from: .none),
  DatedPage(
    testDescription: "the report's date and those of others",
    top: "<p class='byline'>4 March 2031</p>",
    end: """
      <aside class='related'><li><a href='/a'>Ten bridges to see before you die</a> <time datetime='2031-03-01'>x</time></li>
      <li><a href='/b'>Why bridges fall down, and when</a> <time datetime='2031-03-02'>x</time></li></aside>
      """,
    published: "2031-03-04", from: .text),
  DatedPage(
    testDescription: "an event's day and the day of publication",
    top:
      "<p class='date'>4 March 2031</p><p>The talks begin on 9 April 2031 in Orva, both sides said after a long night.</p>",
    published: "2031-03-04", from: .text),
  DatedPage(
    testDescription: "the outlet's day for an instant in UTC",
    head: "<meta property='article:published_time' content='2031-03-05T03:30:00Z'>",
    top: "<time>March 4, 2031 at 9:30 p.m.</time>", lang: "en-US",
    address: "https://orvapost.example/2031/03/04/bridge",
    published: "2031-03-04T21:30-06:00", from: .text),
  DatedPage(
    testDescription: "the address is older than what was stated when the page was moved",
    head:
      "<meta property='article:published_time' content='2033-06-17T10:00:00Z'><meta property='article:modified_time' content='2033-06-17T10:00:00Z'>",
    address: "https://orvapost.example/2031/03/04/bridge", published: "2031-03-04", from: .url,
    modified: "2033-06-17T10:00:00Z"),
  DatedPage(
    testDescription: "written ahead and changed before it was published",
    head:
      "<meta property='article:published_time' content='2031-03-04T10:00:00Z'><meta property='article:modified_time' content='2031-03-03T10:00:00Z'>",
    published: "2031-03-04T10:00:00Z", from: .meta),
  DatedPage(
    testDescription: "a post's own number",
    address: "https://x.com/orva/status/1457213340506157059",
    published: "2021-11-07T05:08:28Z", from: .status),
  DatedPage(testDescription: "nothing", published: nil, from: .none),
]

@Test(arguments: marked + shown + others)
func `a page tells when it was published and where that stands`(_ dated: DatedPage) throws {
  let html = page(
    head: dated.head, top: dated.top, end: dated.end, lang: dated.lang, body: dated.body)
  let article = try ArticleReader.read(
    Array(html.utf8), hints: ArticleHints(address: dated.address, contentType: "text/html"))
  #expect(article.published == dated.published)
  #expect(article.publishedFrom == dated.from)
  #expect(article.modified == dated.modified)
}
