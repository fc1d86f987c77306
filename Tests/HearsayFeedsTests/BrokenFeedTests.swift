import Testing

@testable import HearsayFeeds

struct BrokenFeedTests {
  private func titles(_ text: String) throws -> [String?] {
    try FeedReaderTests.feed(text).entries.map(\.title)
  }

  @Test func `entities that nobody declared and ampersands that stand alone are text`() throws {
    #expect(
      try titles(
        "<rss><channel><item><title>Caf&eacute; &mdash; R&D &unknown; &#150; 2 < 3</title></item></rss>"
      ) == ["Café — R&D &unknown; – 2 < 3"])
  }

  @Test func `tags left open close with what they stand in`() throws {
    let feed = try FeedReaderTests.feed(
      """
      \n\n  <?xml version="1.0"?><rss><channel><title>T
      <item><title>One</title><description><p>a<br>b</description><link>https://news.example/1</link>
      <item><title>Two</title><link>https://news.example/2</link></item></channel>
      """)
    #expect(feed.entries.map(\.title) == ["One", "Two"])
    #expect(feed.entries.first?.summary == FeedText(isHTML: true, text: "<p>a<br>b"))
    #expect(feed.entries.map(\.address) == ["https://news.example/1", "https://news.example/2"])
  }

  @Test func `a feed that was cut off is read as far as it goes`() throws {
    let feed = try FeedReaderTests.feed(
      "<rss><channel><item><title>One</title><link>https://news.example/1</link></item><item><ti")
    #expect(feed.entries.first?.address == "https://news.example/1")
  }

  @Test func `words before a feed and prefixes without namespace do no harm`() throws {
    let feed = try FeedReaderTests.feed(
      "Warning: mysql &lt; <br/>\n<rss><channel><item><title>One</title><dc:date>2031-03-04</dc:date></item>"
    )
    #expect(feed.entries.map(\.published) == ["2031-03-04"])
  }

  @Test func `a title of another namespace is not the headline`() throws {
    let text = """
      <rss xmlns:media="http://search.yahoo.com/mrss/"><channel><item>
      <media:group><media:title>Photo</media:title></media:group>
      <itunes:title>Podcast</itunes:title><title>Headline</title></item></channel></rss>
      """
    #expect(try titles(text) == ["Headline"])
  }

  struct Encoded: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]

    var testDescription: String { name }
  }

  private static func latin(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  private static let title = "<rss><channel><item><title>Café Ü</title></item></channel></rss>"

  static let encoded: [Encoded] = [
    Encoded(
      name: "Latin-1 as declared",
      bytes: latin(#"<?xml version="1.0" encoding="ISO-8859-1"?>"# + title)),
    Encoded(
      name: "Latin-1 declared as UTF-8",
      bytes: latin(#"<?xml version="1.0" encoding="UTF-8"?>"# + title)),
    Encoded(
      name: "UTF-8 declared as Latin-1",
      bytes: Array((#"<?xml version="1.0" encoding="ISO-8859-1"?>"# + title).utf8)),
    Encoded(name: "UTF-8 with a mark", bytes: [0xEF, 0xBB, 0xBF] + Array(title.utf8)),
    Encoded(
      name: "UTF-16",
      bytes: [0xFF, 0xFE] + title.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    ),
  ]

  @Test(arguments: encoded)
  func `letters survive whatever charset is declared`(_ feed: Encoded) throws {
    let document = try FeedReader.read(feed.bytes, address: "https://news.example/")
    guard case .feed(let feed) = document else { throw Failure() }
    #expect(feed.entries.first?.title == "Café Ü")
  }

  struct Failure: Error {}

  @Test func `entities that grow are never unfolded and files outside never read`() throws {
    let bomb = (1...30).map { #"<!ENTITY e\#($0) "&e\#($0 - 1);&e\#($0 - 1);&e\#($0 - 1);">"# }
      .joined()
    let feed = try FeedReaderTests.feed(
      """
      <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha"> <!ENTITY f SYSTEM "file:///etc/passwd"> \(bomb)]>
      <rss><channel><item><title>&e30; &f;</title></item></channel></rss>
      """)
    #expect(feed.entries.map(\.title) == ["&e30; &f;"])
  }

  @Test func `elements without end and without number are read in bounds`() throws {
    let deep = String(repeating: "<a>", count: 200_000)
    let feed = try FeedReaderTests.feed("<rss><channel><item><title>One</title>" + deep)
    #expect(feed.entries.map(\.title) == ["One"])
    let many = (0..<60_000).map { "<item><title>\($0)</title><guid>\($0)</guid></item>" }.joined()
    #expect(try titles("<rss><channel>" + many).count == FeedReader.mostEntries)
    let unclosed =
      "<rss><channel><item><title>One" + String(repeating: "</b><![CDATA[", count: 100_000)
    #expect(try FeedReaderTests.feed(unclosed).entries.count == 1)
  }

  /// Each took minutes when it was found.
  static let slow: [String] = [
    String(repeating: "&amp", count: 300_000), String(repeating: "<", count: 1_000_000),
    String(repeating: "<![CDATA[<!--<!DOCTYPE [", count: 50_000),
    (0..<50_000).map { "<item xmlns:a=\"http://\($0)\">" }.joined(),
    String(repeating: "<b a=\" ", count: 200_000),
  ]

  @Test(arguments: slow.indices)
  func `what is made to take long is read like the rest`(_ index: Int) throws {
    let text = "<rss><channel><item><title>One</title><description>" + Self.slow[index]
    #expect(try titles(text).first == "One")
  }

  @Test func `what is packed more than any feed is refused`() throws {
    // 70 MB of zeros in gzip, 16 times over: 258 bytes of zeros a code of two bits.
    let packed = try #require(Gzipped.zeros(megabytes: 70))
    let error = #expect(throws: FeedError.self) {
      try FeedReader.read(packed, address: "https://news.example/sitemap.xml.gz")
    }
    #expect(error?.code == .tooLarge)
  }

  @Test func `a packed sitemap is unpacked`() throws {
    let packed = try #require(
      Gzipped.of("<urlset><url><loc>https://news.example/a</loc></url></urlset>"))
    guard
      case .feed(let feed) = try FeedReader.read(
        packed, contentType: "application/x-gzip", address: "https://news.example/s.xml.gz")
    else { throw Failure() }
    #expect(feed.entries.map(\.address) == ["https://news.example/a"])
  }

  struct NoFeed: Sendable, CustomTestStringConvertible {
    let text: String
    let code: FeedError.Code

    var testDescription: String { String(text.prefix(30)) }
  }

  static let noFeeds: [NoFeed] = [
    NoFeed(text: "", code: .empty), NoFeed(text: " \n\t", code: .empty),
    NoFeed(text: "Just words", code: .other), NoFeed(text: #"{"a": 1}"#, code: .other),
    NoFeed(text: "\u{0}\u{1}\u{2}\u{0}\u{0}\u{0}\u{0}", code: .binary),
    NoFeed(text: "<html><head><title>404</title></head><body>gone</body></html>", code: .page),
    NoFeed(text: "<svg><g/></svg>", code: .other),
  ]

  @Test(arguments: noFeeds)
  func `what is no feed is an error that says why`(_ input: NoFeed) {
    let error = #expect(throws: FeedError.self) { try FeedReaderTests.document(input.text) }
    #expect(error?.code == input.code)
  }
}
