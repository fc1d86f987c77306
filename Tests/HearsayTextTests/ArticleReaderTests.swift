import HearsayRecords
import HearsayText
import Testing

private func article(_ text: String, address: String? = nil) throws -> Article {
  try ArticleReader.read(Array(text.utf8), hints: ArticleHints(address: address))
}

@Test func `plain text keeps its characters and tells title, byline and dateline`() throws {
  let text = """
    Shells hit Orva harbour

    By Ada Lind

    ORVA, March 3 (Velian Press) — Shells hit the harbour on Sunday, the mayor said.
    """
  let read = try article(text)
  #expect(read.text == text)
  #expect(read.title == "Shells hit Orva harbour")
  #expect(read.byline == "Ada Lind")
  #expect(read.dateline == "ORVA, March 3 (Velian Press)")
}

@Test func `line ends of other systems become plain ones`() throws {
  #expect(
    try article("one line here.\r\nanother.\rlast.").text == "one line here.\nanother.\nlast.")
}

@Test func `a post's number tells when it was written`() throws {
  let read = try article(
    "Something happened, they said.\nhttps://twitter.com/x/status/1457213340506157059?s=20")
  #expect(read.published == "2021-11-07T05:08:28Z")
  #expect(read.publishedFrom == .status)
}

@Test func `a date in the address is found`() throws {
  let read = try article(
    "Something happened, they said, and more did.",
    address: "https://example.org/2021/11/07/story.html")
  #expect(read.published == "2021-11-07")
  #expect(read.publishedFrom == .url)
}

struct BadBytes: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let bytes: [UInt8]
  let code: TextError.Code
}

@Test(arguments: [
  BadBytes(testDescription: "an empty file", bytes: [], code: .empty),
  BadBytes(testDescription: "white space", bytes: Array("  \n\t ".utf8), code: .empty),
  BadBytes(
    testDescription: "a picture",
    bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 1], code: .binary),
  BadBytes(
    testDescription: "null bytes", bytes: [1, 2, 0, 0, 0, 7, 0, 9, 1, 1, 1, 0, 0, 0], code: .binary),
  BadBytes(
    testDescription: "a page without text",
    bytes: Array("<html><body><nav>Home</nav></body></html>".utf8), code: .noText),
])
func `bytes that hold no report are refused`(_ bad: BadBytes) {
  #expect { try ArticleReader.read(bad.bytes) } throws: { ($0 as? TextError)?.code == bad.code }
}

struct Encoded: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let bytes: [UInt8]
}

@Test(arguments: [
  Encoded(testDescription: "UTF-8", bytes: Array("Café in Orvá was hit, he said.".utf8)),
  Encoded(
    testDescription: "UTF-8 with a mark",
    bytes: [0xEF, 0xBB, 0xBF] + Array("Café in Orvá was hit, he said.".utf8)),
  Encoded(
    testDescription: "UTF-16 little endian",
    bytes: [0xFF, 0xFE]
      + "Café in Orvá was hit, he said.".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
  Encoded(
    testDescription: "UTF-16 big endian without a mark",
    bytes: "Café in Orvá was hit, he said.".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
  Encoded(
    testDescription: "windows-1252, undeclared",
    bytes: "Café in Orvá was hit, he said.".unicodeScalars.map { UInt8($0.value) }),
])
func `charsets are told apart`(_ encoded: Encoded) throws {
  #expect(try ArticleReader.read(encoded.bytes).text == "Café in Orvá was hit, he said.")
}

@Test func `a file cut inside a character is read with what is whole`() throws {
  let bytes = Array(Array("Shells hit the café in Orvá".utf8).dropLast(1))
  #expect(try ArticleReader.read(bytes).text.hasPrefix("Shells hit the café in Orv"))
}

private let page = """
  <!DOCTYPE html><html lang="en"><head><title>Bridge at Orva shelled | The Orva Post</title>
  <meta property="og:site_name" content="The Orva Post"><meta property="article:published_time" content="2031-03-03T08:15:00+02:00">
  <meta name="author" content="Ada Lind"></head><body>
  <nav><a href="/">Home</a> <a href="/w">World</a></nav>
  <main><article><h1>Bridge at Orva shelled</h1>
  <p>Two shells hit the old bridge at Orva on Sunday morning, the regional governor said, and traffic was stopped in both directions.</p>
  <p>“Nobody was hurt,” she told reporters, adding that engineers were on their way, and that repairs would take at least a month.</p>
  <div class="related-links"><p>Related: <a href="/x">Ten bridges to see before you die, a long list with many words in it, all linked</a></p></div>
  <figure><img src="b.jpg"><figcaption>The bridge, seen on an earlier day, in a picture by our own staff.</figcaption></figure>
  </article></main><footer><p>All rights reserved by the owners of this newspaper, wherever they may be.</p></footer></body></html>
  """

@Test func `a page gives its main text and what its markup says`() throws {
  let read = try article(page)
  #expect(read.title == "Bridge at Orva shelled")
  #expect(read.outlet == "The Orva Post")
  #expect(read.byline == "Ada Lind")
  #expect(read.published == "2031-03-03T08:15:00+02:00")
  #expect(read.publishedFrom == .meta)
  #expect(read.text.hasPrefix("Bridge at Orva shelled\n\nTwo shells hit the old bridge"))
  #expect(read.text.hasSuffix("at least a month."))
  for unwanted in ["Home", "Related", "picture by our own staff", "All rights"] {
    #expect(!read.text.contains(unwanted))
  }
}

@Test func `a page nested very deeply is read or refused, never crashed on`() {
  let deep =
    "<html><body>" + String(repeating: "<div>", count: 100_000) + "<p>"
    + String(repeating: "Shells hit the bridge at Orva, he said. ", count: 20) + "</p>"
  _ = try? ArticleReader.read(Array(deep.utf8))
}
