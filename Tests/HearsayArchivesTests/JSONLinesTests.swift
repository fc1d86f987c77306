import TestSupport
import Testing

@testable import HearsayArchives

struct JSONLinesTests {
  private func read(_ text: String, name: String = "a.jsonl") throws -> Everything {
    try ArchiveOnDisk(Array(text.utf8), name: name).read()
  }

  @Test func `articles of news-please, CC-News and others are read by their own names`() throws {
    let lines = """
      {"authors": ["Ida Brandt", "Marek Holt"], "date_download": "2031-03-05 01:00:00", "date_publish": "2031-03-04 05:06:07", "language": "en", "maintext": "One.\\nTwo.", "source_domain": "a.example", "title": "A title", "url": "https://a.example/1", "title_rss": null}
      {"requested_url": "https://b.example/2", "plain_text": "Text.", "published_date": "2031-03-04T05:06:07+00:00", "author": "", "publisher": "The B", "title": null}
      {"url": "https://c.example/3", "title": "T", "text": "T\\n\\nMore.", "domain": "c.example", "date": "2031-03-04"}
      {"DocumentIdentifier": "https://d.example/4", "SourceCommonName": "d.example", "DATE": "20310304050607", "text": "Four.", "seendate": "20310304T060000Z", "language": "English"}
      {"link": "https://e.example/5", "headline": "H", "articleBody": "Five.", "datePublished": 1930280767, "publisher": {"@type": "Organization", "name": "The E"}, "author": [{"name": "A"}, {"name": "B"}], "inLanguage": {"x": 1}}
      """
    let all = try read(lines)
    let pages = all.pages
    try #require(pages.count == 5)
    #expect(
      pages.map(\.address) == [
        "https://a.example/1", "https://b.example/2", "https://c.example/3", "https://d.example/4",
        "https://e.example/5",
      ])
    #expect(
      pages.map(\.text) == [
        "A title\n\nOne.\n\nTwo.", "Text.", "T\n\nMore.", "Four.", "H\n\nFive.",
      ])
    #expect(
      pages.map(\.published) == [
        "2031-03-04T05:06:07", "2031-03-04T05:06:07+00:00", "2031-03-04", "2031-03-04T05:06:07Z",
        "2031-03-03T05:06:07Z",
      ])
    #expect(pages.map(\.byline) == ["Ida Brandt, Marek Holt", nil, nil, nil, "A, B"])
    #expect(pages.map(\.outlet) == ["a.example", "The B", "c.example", "d.example", "The E"])
    #expect(pages.map(\.language) == ["en", nil, nil, "en", nil])
    #expect(
      pages.map(\.fetched).prefix(4) == ["2031-03-05T01:00:00", nil, nil, "2031-03-04T06:00:00Z"])
    #expect(all.tally.damaged == 0)
  }

  @Test func `lines without text, broken ones and empty ones are counted or passed over`() throws {
    let lines = """
      {"url": "https://a.example/1", "title": "No text"}

      {"url": "https://a.example/2", "text": "Two.
      not json at all
      [1, 2]
      {"text": ""}
      {"text": "Good."}
      """
    let all = try read(lines)
    #expect(all.pages.map(\.text) == ["Good."])
    #expect(all.pages.first?.address == nil)
    #expect(all.tally.withoutText == 1)
    #expect(all.tally.onlyAddresses == 1)
    #expect(all.tally.damaged == 3)
  }

  @Test func `a page in place of a text is a page`() throws {
    let all = try read(#"{"url": "https://a.example", "html": "<html><p>One.</p></html>"}"#)
    #expect(all.pages.first?.contentType == "text/html; charset=utf-8")
  }

  @Test func `a file with one article, set out for people, and a file with a list are read`() throws
  {
    let one = try read(
      "{\n  \"text\": \"One.\",\n  \"url\": \"https://a.example\"\n}\n", name: "a.json")
    #expect(one.pages.map(\.text) == ["One."])
    #expect(one.pages.first?.isWholeFile == true)
    let list = try read(
      #"[{"text": "One."}, {"title": "None"}, {"text": "Three."}]"#, name: "a.json")
    #expect(list.pages.map(\.text) == ["One.", "Three."])
    #expect(list.tally.withoutText == 1)
    for text in ["", "3", "[1]", "{"] {
      #expect(throws: ArchiveError.self) { try read(text, name: "a.json") }
    }
  }

  @Test func `reading on from any line gives the rest, plain or compressed`() throws {
    let lines = (0..<50).map { #"{"text": "Text \#($0)."}"# }.joined(separator: "\n") + "\n"
    let bytes = Array(lines.utf8)
    let half = bytes.count / 2
    let files = [
      ("a.jsonl", bytes), ("a.jsonl.gz", Deflating.gzip(bytes)),
      // Members may end in the middle of a line.
      (
        "a.ndjson.gz", Deflating.gzip(Array(bytes[..<half])) + Deflating.gzip(Array(bytes[half...]))
      ),
    ]
    for (name, content) in files {
      let archive = try ArchiveOnDisk(content, name: name)
      let first = try archive.reader()
      for taken in 0...50 {
        let rest = try archive.reader()
        try rest.go(to: first.place)
        var found: [String] = []
        while let page = try rest.next() { found.append(page.text) }
        #expect(found == (taken..<50).map { "Text \($0)." })
        _ = try first.next()
      }
    }
  }

  @Test func `a line above the limit is passed over`() throws {
    let long = #"{"text": ""# + String(repeating: "x", count: 33 << 20) + "\"}\n"
    let all = try read(#"{"text": "One."}"# + "\n" + long + #"{"text": "Three."}"#)
    #expect(all.pages.map(\.text) == ["One.", "Three."])
    #expect(all.tally.tooLarge == 1)
  }

  @Test func `a compressed file that breaks off gives the lines before`() throws {
    let lines = (0..<2_000).map { #"{"text": "Text \#($0 &* 7_919 % 9_973)."}"# }
    let bytes = Deflating.gzip(Array(lines.joined(separator: "\n").utf8))
    let all = try ArchiveOnDisk(Array(bytes.dropLast(bytes.count / 3)), name: "a.jsonl.gz").read()
    #expect(all.pages.count > 1_000)
    #expect(all.pages.count < 2_000)
    #expect(all.tally.damaged == 1)
  }

  @Test(
    arguments: [
      ("2017-07-17 17:03:00", "2017-07-17T17:03:00"), ("2017-07-17", "2017-07-17"),
      ("2017-07", "2017-07"), ("2017-07-17T17:03:00.250Z", "2017-07-17T17:03:00Z"),
      ("2017-07-17T17:03+0530", "2017-07-17T17:03+05:30"), ("20170717", "2017-07-17"),
      ("Tue, 4 Mar 2031 05:06:07 +0300 (AST)", "2031-03-04T05:06:07+03:00"),
      ("4 Mar 31 05:06 GMT", "2031-03-04T05:06Z"), ("1930280767000", "2031-03-03T05:06:07Z"),
      ("2017-13-01", nil), ("yesterday", nil), ("", nil), ("12", nil),
      ("2017-07-17x", "2017-07-17"),
    ] as [(String, String?)])
  func `dates in every usual writing become ISO 8601`(_ words: String, _ iso: String?) {
    #expect(StatedDate.iso(words) == iso)
  }
}
