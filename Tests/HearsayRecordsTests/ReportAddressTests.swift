import Testing

@testable import HearsayRecords

struct ReportAddressTests {
  private func address(_ met: String, canonical: String? = nil) -> String {
    ReportAddress.of(met: met, canonical: canonical, sha256: "00")
  }

  @Test(arguments: [
    "http://kettle.example/a", "https://kettle.example/a", "https://www.kettle.example/a",
    "https://kettle.example/a/", "https://kettle.example/a?from=ref_bottom",
    "https://kettle.example/a?utm_source=x", "https://kettle.example/a#top",
    "https://kettle.example/amp/a", "https://kettle.example/a/amp/",
    "https://kettle.example/a?amp=1",
    "HTTPS://WWW.Kettle.Example:443/a?fbclid=1&utm_medium=y",
    "https://amp.kettle.example/%61?outputType=amp",
    "http://kettle.example:80/a.amp",
  ])
  func `one page has one address, however it was come by`(_ met: String) {
    #expect(address(met) == "https://kettle.example/a")
  }

  @Test(arguments: [
    ("https://kettle.example", "https://kettle.example/"),
    ("https://kettle.example/a?id=1&utm_source=x&p=2", "https://kettle.example/a?id=1&p=2"),
    ("https://kettle.example/a?from=2031-01-01", "https://kettle.example/a?from=2031-01-01"),
    ("https://kettle.example:8080/a", "https://kettle.example:8080/a"),
    ("https://kettle.example/#!/a", "https://kettle.example/#!/a"),
    ("https://www.example/a", "https://www.example/a"),
    ("https://kettle.example/amp", "https://kettle.example/amp"),
    ("https://kettle.example/a.amp.html", "https://kettle.example/a.html"),
    ("https://kettle.example/%c3%BC/%2f", "https://kettle.example/%C3%BC/%2F"),
    ("/home/a/b.html", "/home/a/b.html"), ("b.html", "b.html"),
    ("mid:1@b.example", "mid:1@b.example"),
  ])
  func `what tells of the page itself stays`(_ met: String, _ kept: String) {
    #expect(address(met) == kept)
    #expect(address(kept) == kept)
  }

  @Test func `bytes that came from nowhere are called by their digest`() {
    #expect(ReportAddress.of(met: nil, sha256: "0a") == "urn:sha256:0a")
  }

  @Test(arguments: [
    // By which name a page goes on its own site.
    ("https://m.kettle.example/x?id=7", "https://kettle.example/a", "https://kettle.example/a"),
    (
      "https://kettle.example/story.php?id=7", "http://www.kettle.example/2031/a/",
      "https://kettle.example/2031/a"
    ),
    // Another site; a front page; a section; one name for all that a query asks for.
    ("https://kettle.example/a", "https://other.example/a", "https://kettle.example/a"),
    ("https://kettle.example/a", "https://kettle.example/", "https://kettle.example/a"),
    (
      "https://kettle.example/news/a", "https://kettle.example/news",
      "https://kettle.example/news/a"
    ),
    ("https://kettle.example/a?id=7", "https://kettle.example/a", "https://kettle.example/a?id=7"),
    // Files keep their paths.
    ("/home/a.html", "https://kettle.example/a", "/home/a.html"),
  ])
  func `a page may say what it is called, on its own site and no broader`(
    _ met: String, _ canonical: String, _ kept: String
  ) {
    #expect(address(met, canonical: canonical) == kept)
  }

  @Test func `for fetching only what tells a site of the sender is taken off`() {
    let address = WebAddress("http://www.kettle.example/a/?utm_source=x&from=b&id=1#c")
    #expect(address.withoutTrackers.text == "http://www.kettle.example/a/?from=b&id=1#c")
  }
}
