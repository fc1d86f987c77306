import HearsayRecords
import Testing

@testable import HearsayText

private func posts(_ body: String) -> [EmbeddedPost] {
  EmbeddedPosts(PageMetadata(HTMLDocument("<html lang=en><body>\(body)</body></html>"))).posts()
}

@Test func `a shown post tells its words, its author and the second it was written`() {
  let shown = posts(
    """
    <p>The mayor wrote this.</p><blockquote class="twitter-tweet"><p lang="en" dir="ltr">The bridge is closed.<br>
    Stay at home.</p>&mdash; Ada Lind (@adalind) <a href="https://twitter.com/adalind/status/1457213340506157059?ref_src=x">November
    7, 2021</a></blockquote>
    """)
  #expect(shown.count == 1)
  #expect(shown.first?.text == "The bridge is closed.\nStay at home.")
  #expect(shown.first?.author == "Ada Lind (@adalind)")
  #expect(shown.first?.published == "2021-11-07T05:08:28Z")
  #expect(shown.first?.publishedFrom == .status)
  #expect(shown.first?.dateWords == "November 7, 2021")
}

@Test func `a post on a small server is known by its number`() {
  let shown = posts(
    """
    <blockquote cite="https://orva.social/@lind/107235190000000000"><p>Shells again.</p>
    <a href="https://orva.social/@lind">@lind</a></blockquote>
    """)
  #expect(shown.first?.text == "Shells again.")
  #expect(shown.first?.author == "@lind")
  #expect(shown.first?.published == "2021-11-07T09:59:04Z")
}

@Test func `a post of another network is known by its key`() {
  let shown = posts(
    """
    <blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:orva/app.bsky.feed.post/3jzfcijpj2z2a"><p>All quiet.</p>
    &mdash; Ada Lind (<a href="https://bsky.app/profile/lind.example">@lind.example</a>)</blockquote>
    """)
  #expect(shown.first?.text == "All quiet.")
  #expect(shown.first?.published == "2023-06-30T15:03:01Z")
}

@Test func `frames that show a post tell when it was written`() {
  let shown = posts(
    """
    <iframe src="https://platform.twitter.com/embed/Tweet.html?dnt=true&id=1457213340506157059"></iframe>
    <iframe src="https://orva.social/@lind/107235190000000000/embed"></iframe><iframe src="https://maps.example/x"></iframe>
    """)
  #expect(shown.map(\.published) == ["2021-11-07T05:08:28Z", "2021-11-07T09:59:04Z"])
  #expect(shown.map(\.text) == ["", ""])
}

@Test func `a post shown twice is told once, and other quotations are none`() {
  let tweet =
    "<blockquote class=twitter-tweet><p>Closed.</p>— A <a href='https://x.com/a/status/1457213340506157059'>x</a></blockquote>"
  #expect(posts(tweet + tweet + "<blockquote><p>“We hold,” she said.</p></blockquote>").count == 1)
}

@Test func `a post without a number keeps the date it shows`() {
  let shown = posts(
    """
    <blockquote class="fb-post"><p>Closed.</p><a href="https://posts.example/a">4 March 2031</a></blockquote>
    """)
  #expect(shown.first?.published == "2031-03-04")
  #expect(shown.first?.publishedFrom == .text)
}
