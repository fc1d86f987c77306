import Testing

@testable import HearsayFeeds

struct FeedReaderTests {
  static func document(
    _ text: String, at address: String = "https://news.example/feeds/world.xml",
    contentType: String? = nil
  ) throws -> FeedDocument {
    try FeedReader.read(Array(text.utf8), contentType: contentType, address: address)
  }

  static func feed(
    _ text: String, at address: String = "https://news.example/feeds/world.xml"
  ) throws -> Feed {
    guard case .feed(let feed) = try document(text, at: address) else {
      Issue.record("not a feed")
      return Feed(form: .rss)
    }
    return feed
  }

  static func list(_ text: String) throws -> FeedList {
    guard case .list(let list) = try document(text, at: "https://news.example/a/") else {
      Issue.record("not a list")
      return FeedList(kind: .page, references: [])
    }
    return list
  }

  @Test func `RSS 2 tells address, headline, date, author and the whole text`() throws {
    let feed = try Self.feed(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/"
        xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
      <channel><title>The Courier &#8211; World</title><link>https://news.example/</link>
      <atom:link rel="self" href="https://news.example/feeds/world.xml"/>
      <language>en-gb</language><ttl>15</ttl>
      <item><title>Shelling &amp;amp; drones at &lt;i&gt;Ledra&lt;/i&gt;</title>
        <link> https://news.example/a?id=7&amp;utm_source=rss#top </link>
        <guid isPermaLink="false">7</guid><pubDate>Tue, 04 Mar 2031 08:00:00 +0300</pubDate>
        <d:creator><![CDATA[Ann Lee]]></d:creator>
        <description>Short</description>
        <c:encoded><![CDATA[<p>Long &amp; whole</p>]]></c:encoded></item>
      <item><title>Second</title><guid>https://news.example/b</guid></item>
      </channel></rss>
      """)
    #expect(feed.form == .rss)
    #expect(feed.title == "The Courier – World")
    #expect(feed.home == "https://news.example/")
    #expect(feed.language == "en-gb")
    #expect(feed.minutes == 15)
    #expect(feed.entries.count == 2)
    let entry = try #require(feed.entries.first)
    #expect(entry.id == "7")
    #expect(entry.address == "https://news.example/a?id=7")
    #expect(entry.title == "Shelling & drones at Ledra")
    #expect(entry.published == "2031-03-04T08:00:00+03:00")
    #expect(entry.author == "Ann Lee")
    #expect(entry.content == FeedText(isHTML: true, text: "<p>Long &amp; whole</p>"))
    #expect(entry.summary == FeedText(isHTML: false, text: "Short"))
    #expect(feed.entries.last?.address == "https://news.example/b")
  }

  @Test func `RSS 1 keeps its items outside the channel`() throws {
    let feed = try Self.feed(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
      <channel rdf:about="https://news.example/"><title>Courier</title>
        <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel>
      <item rdf:about="https://news.example/a"><title>One</title><dc:date>2031-03-04T05:00Z</dc:date>
      </item></rdf:RDF>
      """)
    #expect(feed.title == "Courier")
    #expect(feed.minutes == 15)
    #expect(feed.entries.map(\.address) == ["https://news.example/a"])
    #expect(feed.entries.first?.published == "2031-03-04T05:00Z")
  }

  @Test func `Atom tells an entry's page, not its comments, and when it changed`() throws {
    let feed = try Self.feed(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example/world/" xml:lang="en">
      <title type="text">A &lt; B</title><link rel="self" href="feed"/><link href="."/>
      <entry><id>tag:news.example,2031:1</id><title type="html">Talks &amp;amp; &lt;b&gt;terms&lt;/b&gt;</title>
        <link rel="replies" href="talks/comments"/>
        <link rel="alternate" type="application/json" href="talks.json"/>
        <link rel="alternate" type="text/html" href="talks"/>
        <published>2031-03-04T08:00:00+03:00</published><updated>2031-03-04T09:30:00+03:00</updated>
        <author><name>Ann Lee</name><email>a@news.example</email></author><author><name>Bo</name></author>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>He said <i>no</i>.</p></div></content>
      </entry></feed>
      """)
    #expect(feed.form == .atom)
    #expect(feed.title == "A < B")
    #expect(feed.home == "https://news.example/world/")
    let entry = try #require(feed.entries.first)
    #expect(entry.id == "tag:news.example,2031:1")
    #expect(entry.address == "https://news.example/world/talks")
    #expect(entry.title == "Talks & terms")
    #expect(entry.updated == "2031-03-04T09:30:00+03:00")
    #expect(entry.author == "Ann Lee, Bo")
    #expect(entry.content?.text.contains("<p>He said <i>no</i>.</p>") == true)
  }

  @Test func `JSON Feed survives fields of the wrong type`() throws {
    let feed = try Self.feed(
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "Courier",
       "home_page_url": "https://news.example/", "author": {"name": "Desk"},
       "items": [{"id": 12, "url": "/a", "title": ["odd"], "content_html": "<p>x</p>",
         "date_published": "2031-03-04T08:00:00+03:00", "date_modified": false},
         "nonsense", {"id": "13", "external_url": "https://other.example/b",
         "authors": [{"name": "Ann Lee"}, {}], "content_text": "y"}]}
      """)
    #expect(feed.form == .json)
    #expect(feed.entries.map(\.id) == ["12", "13"])
    #expect(feed.entries.map(\.address) == ["https://news.example/a", "https://other.example/b"])
    #expect(feed.entries.map(\.author) == ["Desk", "Ann Lee"])
    #expect(feed.entries.first?.published == "2031-03-04T08:00:00+03:00")
    #expect(feed.entries.first?.updated == nil)
    #expect(feed.entries.last?.content == FeedText(isHTML: false, text: "y"))
  }

  @Test func `a news sitemap tells headline and date`() throws {
    let feed = try Self.feed(
      """
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
        xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
      <url><loc>https://news.example/a?x=1&amp;y=2</loc><lastmod>2031-03-04</lastmod>
        <n:news><n:publication><n:name>Courier</n:name><n:language>en</n:language></n:publication>
        <n:publication_date>2031-03-04T08:00:00+03:00</n:publication_date>
        <n:title>Shelling &amp; talks</n:title></n:news>
        <image:image><image:loc>https://news.example/a.jpg</image:loc></image:image></url>
      <url><loc>https://news.example/b</loc></url></urlset>
      """)
    #expect(feed.form == .sitemap)
    #expect(feed.title == "Courier")
    #expect(
      feed.entries.map(\.address) == ["https://news.example/a?x=1&y=2", "https://news.example/b"])
    #expect(feed.entries.first?.title == "Shelling & talks")
    #expect(feed.entries.first?.published == "2031-03-04T08:00:00+03:00")
    #expect(feed.entries.first?.updated == "2031-03-04")
    #expect(feed.entries.last?.published == nil)
  }

  @Test func `a sitemap may be lines of addresses`() throws {
    let feed = try Self.feed("https://news.example/a\r\nhttps://news.example/b\n\n")
    #expect(feed.entries.map(\.address) == ["https://news.example/a", "https://news.example/b"])
  }

  @Test func `a list of sitemaps names them with their dates`() throws {
    let list = try Self.list(
      """
      <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <sitemap><loc>https://news.example/s1.xml.gz</loc><lastmod>2031-03-04T08:00Z</lastmod></sitemap>
      <sitemap><loc>https://news.example/s2.xml</loc></sitemap></sitemapindex>
      """)
    #expect(list.kind == .sitemaps)
    #expect(
      list.references == [
        FeedReference(address: "https://news.example/s1.xml.gz", updated: "2031-03-04T08:00Z"),
        FeedReference(address: "https://news.example/s2.xml"),
      ])
  }

  @Test func `an OPML list is read through all its folders, each feed once`() throws {
    let list = try Self.list(
      """
      <opml version="2.0"><head><title>My feeds</title></head><body>
      <outline text="War"><outline text="Folder"><outline type="rss" text="One" title=""
        xmlUrl="https://one.example/feed" htmlUrl="https://one.example/"/></outline>
      <outline type="rss" text="Two" xmlurl="https://two.example/feed"></outline></outline>
      <outline text="Again" xmlUrl="https://one.example/feed"/><outline text="A page" url="https://x.example/"/>
      </body></opml>
      """)
    #expect(list.kind == .subscriptions)
    #expect(list.title == "My feeds")
    #expect(
      list.references == [
        FeedReference(address: "https://one.example/feed", title: "One"),
        FeedReference(address: "https://two.example/feed", title: "Two"),
      ])
  }

  @Test func `a web page names its feeds, comments last`() throws {
    let list = try Self.list(
      """
      <!DOCTYPE html><html><head><base href="/site/"><script>if (a<b) document.write("<link>")</script>
      <link rel=stylesheet type="text/css" href="s.css">
      <link rel="alternate" type="application/rss+xml" title="Comments Feed" href="comments/feed">
      <LINK REL="Alternate" TYPE="application/rss+xml; charset=utf-8" TITLE="News" HREF="feed">
      <link rel="alternate" hreflang="fr" href="/fr/"><link rel="alternate" type="application/json+oembed" href="o">
      </head><body><p>Text</body></html>
      """)
    #expect(list.kind == .page)
    #expect(
      list.references == [
        FeedReference(address: "https://news.example/site/feed", title: "News"),
        FeedReference(
          address: "https://news.example/site/comments/feed", title: "Comments Feed"),
      ])
  }
}
