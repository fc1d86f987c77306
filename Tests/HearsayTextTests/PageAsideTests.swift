import Testing

@testable import HearsayText

/// What stands on the page of a report and is none of it.
struct PageAsideTests {
  private static let story = [
    "Two shells hit the old bridge at Orva on Sunday morning, the regional governor said, and traffic was stopped.",
    "Nobody was hurt, she told reporters, adding that engineers were on their way and that repairs would take a month.",
    "The bridge carries most of the grain that leaves the valley, and both sides said that they would let engineers work.",
  ]
  private static let paragraphs = story.map { "<p>\($0)</p>" }.joined()
  private static let text = (["Bridge at Orva shelled"] + story).joined(separator: "\n\n")

  private func read(_ body: String) throws -> Article {
    let html =
      "<!doctype html><html lang=en><head><title>Bridge at Orva shelled</title></head><body>\(body)</body></html>"
    return try ArticleReader.read(Array(html.utf8))
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let body: String
  }

  private static let asking = (1...6).map {
    "<p>Kind \($0): these cookies help us to see how visitors use the site and to remember what they chose for up to \($0) months, unless the law asks for more.</p>"
  }.joined()
  private static let cards = (1...20).map {
    "<article class=card><h3>Council meets for day \($0)</h3><p>Members met for the day number \($0) this year to talk about the plan for the riverside and its trees.</p></article>"
  }.joined()

  static let cases = [
    Case(
      testDescription: "a consent box that is longer than the story",
      body:
        "<div id=\"onetrust-consent-sdk\"><h2>Cookies</h2>\(asking)</div><div class=story><h1>Bridge at Orva shelled</h1>\(paragraphs)</div>"
    ),
    Case(
      testDescription: "a consent box before the story, without a name",
      body:
        "<div class=box><p>We and our 200 partners store and access information on your device, such as cookies, to show advertising that suits you.</p></div><main><h1>Bridge at Orva shelled</h1>\(paragraphs)</main>"
    ),
    Case(
      testDescription: "teasers that are elements of their own, where the story is none",
      body:
        "<div>\(cards)</div><section><h1>Bridge at Orva shelled</h1>\(paragraphs)</section><div>\(cards)</div>"
    ),
    Case(
      testDescription: "stamps, counts, tag lines, calls to sign up, and the headline again",
      body:
        "<article><h1>Bridge at Orva shelled</h1><p>Updated 5 minutes ago</p><p>2031-03-04T05:06:07Z</p><h2>BRIDGE AT ORVA SHELLED</h2>\(paragraphs)<p>1,204 views</p><p>Tags: Orva, bridges, shelling</p><p>Sign up for our newsletter and never miss a story from the valley again.</p></article>"
    ),
    Case(
      testDescription: "related reports below a heading of their own",
      body:
        "<article><h1>Bridge at Orva shelled</h1>\(paragraphs)<div class=x><h3>Related stories</h3><p>Grain waits in the valley while nobody knows who will pay for the bridge that was shelled last week.</p></div></article>"
    ),
  ]

  @Test(arguments: cases)
  func `it is not in the text`(_ one: Case) throws {
    #expect(try read(one.body).text == Self.text)
  }

  @Test func `a list of reports is told to be one`() throws {
    let cards = (1...8).map {
      "<div class=card><h3><a href=/w/\($0)>Report number \($0)</a></h3><p>The council voted \($0) to 9 on Tuesday, after a long debate.</p><time datetime=\"2031-03-0\($0)\">\($0) Mar</time></div>"
    }.joined()
    #expect {
      try read("<main><h1>World</h1>\(cards)</main>")
    } throws: { error in
      (error as? TextError)?.code == .noText
    }
  }

  @Test func `a list of other reports below a report does not make it a list`() throws {
    let links = (1...8).map {
      "<div class=card><h3><a href=/w/\($0)>Report number \($0)</a></h3><p>The council voted.</p></div>"
    }.joined()
    let article = try read(
      "<article><h1>Bridge at Orva shelled</h1>\(Self.paragraphs)</article><aside>\(links)</aside>")
    #expect(article.text == Self.text)
  }

  @Test func `a printed byline goes before the name of a machine in the data`() throws {
    let data =
      #"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge at Orva shelled","author":{"@type":"Person","name":"Import feed"}}</script>"#
    let article = try read(
      "\(data)<article><h1>Bridge at Orva shelled</h1><p class=byline>By <span>Ada Lind and Mila Tarr</span> in Orva</p>\(Self.paragraphs)</article>"
    )
    #expect(article.byline == "Ada Lind and Mila Tarr")
    #expect(article.text == Self.text)
    let same = try read(
      "\(data.replacing("Import feed", with: "Ada Lind"))<article><h1>Bridge at Orva shelled</h1><p>By Ada Lind, Orva</p>\(Self.paragraphs)</article>"
    )
    #expect(same.byline == "Ada Lind")
  }

  @Test func `the date of another report in the margin is not that of this one`() throws {
    let article = try read(
      "<article><h1>Bridge at Orva shelled</h1>\(Self.paragraphs)</article><aside><h4>More</h4><ul><li><a href=/1>Mill closed</a> <time datetime=2029-05-05>5 May 2029</time></li></ul></aside><footer>Copyright 2021-2036 The Orva Post</footer>"
    )
    #expect(article.published == nil)
  }
}
