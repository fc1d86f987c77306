import Testing

@testable import HearsayText

private func metadata(_ head: String, _ body: String, address: String? = nil) -> PageMetadata {
  PageMetadata(
    HTMLDocument("<html><head>\(head)</head><body>\(body)</body></html>"), address: address)
}

struct TitledPage: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let head: String
  var body = ""
  var address = "https://www.orva-post.example/bridge"
  let title: String?
  let outlet: String?
}

@Test(arguments: [
  TitledPage(
    testDescription: "the outlet behind a bar",
    head: "<title>Bridge shelled | The Orva Post</title>",
    title: "Bridge shelled", outlet: "The Orva Post"),
  TitledPage(
    testDescription: "the outlet and its motto behind dashes",
    head: "<title>Bridge shelled - Orva Post - News from the harbour</title>",
    title: "Bridge shelled", outlet: "Orva Post"),
  TitledPage(
    testDescription: "the outlet before the headline",
    head: "<title>Orva Post - Bridge shelled at dawn</title>", title: "Bridge shelled at dawn",
    outlet: "Orva Post"),
  TitledPage(
    testDescription: "a dash in the headline",
    head:
      "<meta property='og:title' content='Orva bridge – what we know so far'><meta property='og:site_name' content='Velian Press'>",
    title: "Orva bridge – what we know so far", outlet: "Velian Press"),
  TitledPage(
    testDescription: "a rubric in the heading",
    head: "<meta property='og:title' content='Bridge at Orva shelled'>",
    body: "<h1><span>World</span> Bridge at Orva shelled</h1>", title: "Bridge at Orva shelled",
    outlet: nil),
  TitledPage(
    testDescription: "the outlet's name as the first heading",
    head: "<title>Bridge at Orva shelled – Orva Post</title>",
    body: "<h1><a href='/'>Orva Post</a></h1><h2>Bridge at Orva shelled</h2>",
    title: "Bridge at Orva shelled", outlet: "Orva Post"),
  TitledPage(
    testDescription: "the publisher by reference",
    head: """
      <title>Bridge shelled</title><script type="application/ld+json">[{"@type":"NewsArticle","headline":"Bridge shelled","publisher":{"@id":"#us"}},
      {"@type":"NewsMediaOrganization","@id":"#us","name":"The Orva Post"}]</script>
      """,
    title: "Bridge shelled", outlet: "The Orva Post"),
])
func `headline and outlet are told apart`(_ page: TitledPage) {
  let read = metadata(page.head, page.body, address: page.address)
  #expect(read.title == page.title)
  #expect(read.outlet == page.outlet)
}

@Test(
  arguments: [
    ("By Ada Lind", "Ada Lind"),
    ("Posted by Ada Lind on March 4, 2031", "Ada Lind"),
    ("4. März 2031, 23:39 · von Ada Lind", "Ada Lind"),
    ("Von Ada Lind und Bo Marr", "Ada Lind und Bo Marr"),
    ("Ada Lind, Staff Writer", "Ada Lind"),
    ("Ada Lind | Chief Political Correspondent", "Ada Lind"),
    ("Ada Lind ada.lind@orvapost.example", "Ada Lind"),
    ("Ada Lind, Bo Marr, Ada Lind", "Ada Lind, Bo Marr"),
    ("Text: Ada Lind", "Ada Lind"),
    ("Ada Lind - 4 March 2031", "Ada Lind"),
    ("<a href=\"/ada\">Ada Lind</a>", "Ada Lind"),
    ("admin", nil),
    ("4 March 2031", nil),
    ("2:54pm", nil),
    ("https://orvapost.example/ada", nil),
    ("Bystander Ada", "Bystander Ada"),
  ] as [(String, String?)])
func `bylines are read without what is no name`(_ written: String, _ names: String?) {
  #expect(Byline.joined([written]) == names)
}

@Test func `authors are found where they stand`() {
  #expect(
    metadata(
      #"<script type="application/ld+json">{"@type":"Article","author":[{"name":"Ada Lind"},{"name":"Bo Marr"}]}</script>"#,
      ""
    ).byline == "Ada Lind, Bo Marr")
  #expect(metadata("<meta name=author content='By Ada Lind'>", "").byline == "Ada Lind")
  #expect(
    metadata("", "<h1>Bridge at Orva shelled</h1><p class='byline'>By<a>Ada Lind</a></p>").byline
      == "Ada Lind")
  #expect(
    metadata("", "<h1>Bridge at Orva shelled</h1><div>By Ada Lind</div>").byline == "Ada Lind")
  #expect(
    metadata(
      "",
      "<h1>Bridge at Orva shelled</h1><p>Two shells hit.</p><div class='comment'><b class='author'>Bo</b></div>"
    ).byline == nil)
}

@Test func `the canonical address is told in full, and a front page is none`() {
  let address = "https://orvapost.example/world/bridge?x=1"
  #expect(
    metadata("<link rel=canonical href='/world/bridge'>", "", address: address).canonical
      == "https://orvapost.example/world/bridge")
  #expect(
    metadata(
      "<link rel=canonical href='https://orvapost.example/'><meta property='og:url' content='https://orvapost.example/w/7'>",
      "", address: address
    ).canonical == "https://orvapost.example/w/7")
}

@Test func `a page in one language with a template in another is told by its words`() {
  let german =
    "Die Brücke ist von zwei Granaten getroffen worden, und der Verkehr steht nicht nur auf der einen Seite, sagte die Gouverneurin mit dem Hinweis, dass die Arbeiten an dem Bau eine Woche dauern und nicht vor dem Sonntag zu Ende sind."
  #expect(Language.of(german, stated: "en") == "de")
  #expect(Language.of(german, stated: "gsw") == "gsw")
  #expect(Language.of("Shells hit the bridge.", stated: "en") == "en")
  #expect(metadata("<meta property='og:locale' content='pt_BR'>", "").language == "pt")
}

@Test func `only what its own words do not call English is foreign`() {
  let german = "Die Polizei hat den Mann und die Frau nicht auf der Brücke gesehen, sagte das Amt."
  let english =
    "The police said that the man and the woman were not seen on the bridge in the town."
  #expect(Language.isForeign(german, told: "de"))
  // A template that says "fr" does not make an English text French.
  #expect(!Language.isForeign(english, told: "fr"))
  #expect(!Language.isForeign(english, told: "en-GB"))
  // Nobody says anything: then it is read.
  #expect(!Language.isForeign("Brücke zerstört", told: nil))
  #expect(Language.isForeign("Daraja limeharibiwa usiku", told: "sw"))
}
