import Testing

@testable import HearsayText

private func isStub(data: String = "", below: String = "", words: Int = 40) throws -> Bool {
  let sentence = "The council of Orva voted on Monday to close the old bridge. "
  let page = """
    <html lang=en><head><title>Bridge to close</title><script type="application/ld+json">{"@type":"NewsArticle",
    "headline":"Bridge to close"\(data)}</script></head><body><article><h1>Bridge to close</h1>
    <p>\(String(repeating: sentence, count: words / 12 + 1))</p></article><div class=offer>\(below)</div></body></html>
    """
  return try ArticleReader.read(Array(page.utf8)).isStub
}

@Test func `a beginning of which the rest is for subscribers is said to be one`() throws {
  #expect(try isStub(data: #","isAccessibleForFree":false"#))
  #expect(try isStub(data: #","isAccessibleForFree":"False","wordCount":600"#, words: 300))
  #expect(try isStub(below: "Subscribe to continue reading this article."))
  #expect(try isStub(below: "Article réservé aux abonnés"))
}

@Test func `a whole report is no beginning`() throws {
  #expect(try !isStub())
  #expect(try !isStub(data: #","isAccessibleForFree":true"#))
  #expect(try !isStub(data: #","isAccessibleForFree":false,"wordCount":290"#, words: 300))
  #expect(try !isStub(below: "Subscribe to continue reading this article.", words: 600))
  #expect(try !isStub(below: "Already a subscriber? Sign in."))
}
