import HearsayText
import Testing

/// A page with a story of four paragraphs, and what a test puts between the second and the third.
private func page(_ inside: String, before: String = "", after: String = "") -> String {
  """
  <!DOCTYPE html><html lang="en"><head><title>Bridge at Orva shelled | The Orva Post</title>
  <meta property="og:title" content="Bridge at Orva shelled"></head><body>
  <header class="site-header"><a href="/">The Orva Post</a>
  <nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav></header>
  <main>\(before)<article class="post"><h1>Bridge at Orva shelled</h1><div class="entry-content">
  <p>Two shells hit the old bridge at Orva on Sunday morning, the regional governor said, and traffic was stopped in both directions.</p>
  <p>“Nobody was hurt,” she told reporters, adding that engineers were on their way, and that repairs would take at least a month.</p>
  \(inside)
  <p>The bridge carries most of the grain that leaves the valley. It had been hit once before, in the spring, when it was closed for a week.</p>
  <p>Both sides said that they would let the engineers work, but each of them blamed the other for what had happened, as they have done before.</p>
  </div></article>\(after)</main>
  <footer><p>All rights reserved by the owners of this newspaper, wherever they may be, and by nobody else in the valley.</p></footer>
  </body></html>
  """
}

private func read(_ html: String) throws -> String {
  try ArticleReader.read(Array(html.utf8), hints: ArticleHints(contentType: "text/html")).text
}

struct Inside: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let html: String
  let expected: String
}

@Test(arguments: [
  Inside(
    testDescription: "a block quote",
    html:
      "<blockquote><p>We will not leave the bridge to those who shelled it, whoever they may be, now or later.</p></blockquote>",
    expected:
      "\n\nWe will not leave the bridge to those who shelled it, whoever they may be, now or later.\n\n"
  ),
  Inside(
    testDescription: "a heading", html: "<h2>Grain waits in the valley</h2>",
    expected: "\n\nGrain waits in the valley\n\n"),
  Inside(
    testDescription: "a word with its reading",
    html:
      "<p>The <ruby>Orva<rt>or-va</rt></ruby> council said on Monday that it would pay for the repairs if nobody else did so.</p>",
    expected: "The Orva council said"),
  Inside(
    testDescription: "soft hyphens and spaces of no width",
    html:
      "<p>The coun\u{AD}cil said on Mon\u{200B}day that it would pay for the re&shy;pairs if nobody else did so, and soon.</p>",
    expected: "The council said on Monday that it would pay for the repairs"),
  Inside(
    testDescription: "line breaks inside a paragraph",
    html: "<p>The council said on Monday<br>that it would pay for the repairs, and soon.</p>",
    expected: "The council said on Monday that it would pay"),
  Inside(
    testDescription: "two line breaks, which end a paragraph",
    html:
      "<p>The council said on Monday that it would pay for the repairs.<br><br>The governor thanked it, and said that work would begin at once.</p>",
    expected: "pay for the repairs.\n\nThe governor thanked it"),
])
func `what a story is made of is told`(_ inside: Inside) throws {
  #expect(try read(page(inside.html)).contains(inside.expected))
}

@Test func `the rows of a table are lines with their cells apart`() throws {
  let table = """
    <table><tr><th>Day</th><th>Shells that fell on the town</th></tr>
    <tr><td>Saturday</td><td>nine, two of them near the school</td></tr>
    <tr><td>Sunday</td><td>two, both of them on the bridge</td></tr></table>
    """
  let text = try read(page(table))
  #expect(
    text.contains(
      "Saturday | nine, two of them near the school\nSunday | two, both of them on the bridge"))
}

@Test func `the items of a list are told in order`() throws {
  let list = """
    <p>The governor named three demands that must be met before the bridge is opened to traffic again:</p>
    <ul><li>The guns on the hill above the town must be withdrawn by Friday at noon.</li>
    <li>The engineers must be let through by both sides, day and night.</li>
    <li>Those who gave the order to fire must be named by the armies themselves.</li></ul>
    """
  let text = try read(page(list))
  let starts = ["The guns on the hill", "The engineers must be", "Those who gave the order"]
  let positions = starts.compactMap { text.firstRange(of: $0)?.lowerBound }
  #expect(positions.count == 3)
  #expect(positions == positions.sorted())
}

struct Beside: CustomTestStringConvertible, Sendable {
  let testDescription: String
  var inside = ""
  var after = ""
  let unwanted: String
}

@Test(arguments: [
  Beside(
    testDescription: "a caption",
    inside:
      "<figure><img src='b.jpg'><figcaption>The bridge on an earlier day, in a picture by our own staff.</figcaption></figure>",
    unwanted: "in a picture by our own staff"),
  Beside(
    testDescription: "the code of a script",
    inside: "<script>var story = '<p>Nothing of this is told.</p>'; if (1 < 2) { run() }</script>",
    unwanted: "Nothing of this"),
  Beside(
    testDescription: "a style", inside: "<style>p { color: red } /* <p>not told</p> */</style>",
    unwanted: "color"),
  Beside(
    testDescription: "a comment in the markup",
    inside: "<!-- <p>Nothing of this is told, long as it may be, and full of words.</p> -->",
    unwanted: "Nothing of this"),
  Beside(
    testDescription: "related reports",
    after: """
      <aside class="related"><h3>Related</h3><ul><li><a href="/1">Ten bridges to see before you are old, by our travel desk</a></li>
      <li><a href="/2">What to eat in Orva when it rains for a week</a></li></ul></aside>
      """, unwanted: "travel desk"),
  Beside(
    testDescription: "comments by readers",
    after: """
      <div id="comments" class="comments-area"><h3>2 comments</h3><ol class="comment-list"><li class="comment"><p>I crossed it only
      last week, and it shook even then, says this reader.</p></li></ol></div>
      """, unwanted: "says this reader"),
])
func `what stands beside a story is not told`(_ beside: Beside) throws {
  let text = try read(page(beside.inside, after: beside.after))
  #expect(!text.contains(beside.unwanted))
  #expect(text.contains("Two shells hit the old bridge"))
  #expect(text.hasSuffix("as they have done before."))
}

@Test func `a heading that leads to nothing is not told`() throws {
  let related = """
    <h3>More on this</h3><ul><li><a href="/1">Ten bridges to see before you are old, by our travel desk</a></li>
    <li><a href="/2">What to eat in Orva when it rains for a week</a></li></ul>
    """
  #expect(!(try read(page("", after: related)).contains("More on this")))
}

@Test func `what is told twice on a page is told once`() throws {
  let again =
    "<p>“Nobody was hurt,” she told reporters, adding that engineers were on their way, and that repairs would take at least a month.</p>"
  let text = try read(page(again))
  #expect(text.ranges(of: "Nobody was hurt").count == 1)
}

@Test func `null bytes do not end a page`() throws {
  // In the first bytes of a file they would tell that it is no text.
  let padding = "<!-- " + String(repeating: "x", count: 5000) + " -->"
  let html = page(
    padding + "<p>The council\u{0} said on Monday that it would pay for all of the repairs.</p>")
  let text = try read(html)
  #expect(text.contains("it would pay for all"))
  #expect(text.hasSuffix("as they have done before."))
}

@Test func `a charset is believed only where the bytes are no UTF-8`() throws {
  let html = page(
    "<p>The café on the bridge was closed, said its owner, who had been asleep in it.</p>"
  )
  .replacing(
    "<head>",
    with:
      "<head><script charset=\"utf-8\"></script><meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-1\">"
  )
  .replacing("“", with: "\"").replacing("”", with: "\"")
  let latin = html.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  let hints = ArticleHints(contentType: "text/html")
  #expect(try ArticleReader.read(latin, hints: hints).text.contains("The café on the bridge"))
  #expect(
    try ArticleReader.read(Array(html.utf8), hints: hints).text.contains("The café on the bridge"))
}

@Test func `a page whose script would show the story gives the story that it declares`() throws {
  let body = (1...8).map { "Shell \($0) hit the old bridge at Orva, the governor said." }
  let html = """
    <html><head><title>Bridge at Orva shelled</title><script type="application/ld+json">
    {"@type": "NewsArticle", "headline": "Bridge at Orva shelled", "articleBody": "\(body.joined(separator: "\\n\\n"))"}
    </script></head><body><div id="root"><p>Loading …</p></div></body></html>
    """
  let text = try read(html)
  #expect(text == (["Bridge at Orva shelled"] + body).joined(separator: "\n\n"))
}

@Test(
  .timeLimit(.minutes(10)),
  arguments: [
    "<div class='a'>", "<table><tr><td>", "<ul><li>", "<blockquote>", "<b>", "<script>", "<!--",
    "<svg><",
    "<p>&amp;", "</p>", "<a href='x'>y", "<td>", "<body class='x'>", "<figure><figcaption>x",
  ])
func `markup repeated without end is read or refused in bounded time`(_ piece: String) {
  let html = "<html><body>" + String(repeating: piece, count: 60_000)
  _ = try? ArticleReader.read(Array(html.utf8), hints: ArticleHints(contentType: "text/html"))
}
