import HearsayRecords
import Testing

@testable import HearsayText

private func page(_ entries: String) -> [UInt8] {
  Array(
    """
    <html lang=en><head><title>Harbour fire: live</title>
    <meta property="article:published_time" content="2031-05-02T08:00:00+02:00"></head>
    <body><main><h1>Harbour fire: live</h1>\(entries)</main></body></html>
    """.utf8)
}

private let three = """
  <div class=e><time datetime="2031-05-03T00:20:00+02:00">00:20</time><h2>Port reopens</h2>
  <p>The harbour master said on Saturday that ships could enter the basin again, and thanked the crews.</p></div>
  <div class=e><time datetime="2031-05-02T14:05:00+02:00">2.05pm</time>
  <p>Firefighters have put out the blaze in the grain silo, the city said in a short statement to reporters.</p></div>
  <div class=e><time datetime="2031-05-02T09:30:00+02:00"></time>
  <p>A fire broke out in the harbour of Orva this morning, according to the police, who closed the quay.</p></div>
  """

@Test func `each entry of a live blog has the time it was written`() throws {
  let article = try ArticleReader.read(page(three))
  #expect(
    article.entries.map(\.published) == [
      "2031-05-03T00:20:00+02:00", "2031-05-02T14:05:00+02:00", "2031-05-02T09:30:00+02:00",
    ])
  let utf8 = Array(article.text.utf8)
  let texts = article.entries.map {
    String(decoding: utf8[$0.span.start..<$0.span.end], as: UTF8.self)
  }
  #expect(texts[0].hasPrefix("00:20") && texts[0].hasSuffix("thanked the crews."))
  #expect(texts[1].hasPrefix("2.05pm") && texts[1].hasSuffix("to reporters."))
  #expect(texts[2].hasPrefix("A fire broke out"))
  #expect(article.entries.map { $0.timeSpan?.end }[2] == nil)
}

@Test func `a report that tells when it was published and changed has no entries`() throws {
  let article = try ArticleReader.read(
    page(
      """
      <p><time datetime="2031-05-02T09:30:00+02:00">9.30</time> Updated <time datetime="2031-05-02T10:30:00+02:00">10.30</time></p>
      <p>A fire broke out in the harbour of Orva this morning, according to the police, who closed the quay.</p>
      <p>Nobody was hurt, the police said, and the cause of the fire was not known on Friday afternoon.</p>
      """))
  #expect(article.entries.isEmpty)
}

@Test func `updates that only the page's data carries are read with their times`() throws {
  let body = "The harbour master said on Saturday that ships could enter the basin again."
  let page = """
    <html lang=en><head><title>Harbour fire: live</title><script type="application/ld+json">
    {"@type":"LiveBlogPosting","headline":"Harbour fire: live","liveBlogUpdate":[
    {"@type":"BlogPosting","headline":"Port reopens","datePublished":"2031-05-03T00:20:00+02:00","articleBody":"\(body)"},
    {"@type":"BlogPosting","datePublished":"2031-05-02T14:05:00+02:00","articleBody":"<p>The fire is out.</p><p>Nobody was hurt.</p>"}]}
    </script></head><body><h1>Harbour fire: live</h1><div id=app></div></body></html>
    """
  let article = try ArticleReader.read(Array(page.utf8))
  #expect(article.text.hasSuffix("Port reopens\n\n\(body)\n\nThe fire is out.\n\nNobody was hurt."))
  #expect(
    article.entries.map(\.published) == ["2031-05-03T00:20:00+02:00", "2031-05-02T14:05:00+02:00"])
}
