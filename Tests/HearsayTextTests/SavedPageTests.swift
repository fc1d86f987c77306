import Testing

@testable import HearsayText

/// Pages that somebody saved, and what the saved file tells of where they stood.
struct SavedPageTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let html: String
    let address: String?
    let saved: String?
  }

  private static let page = "https://courier.example/a"

  static let cases = [
    Case(
      testDescription: "SingleFile",
      html:
        "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: \(page)?x=1 \n saved date: Tue Mar 04 2031 11:00:05 GMT+0100 (Central European Standard Time)\n--><head>",
      address: page + "?x=1",
      saved: "Tue Mar 04 2031 11:00:05 GMT+0100 (Central European Standard Time)"),
    Case(
      testDescription: "Save Page WE",
      html:
        "<html><head><meta name=\"savepage-url\" content=\"\(page)\"><meta name=\"savepage-date\" content=\"Tue Mar 04 2031 10:00:05 GMT+0000 (GMT)\">",
      address: page, saved: "Tue Mar 04 2031 10:00:05 GMT+0000 (GMT)"),
    Case(
      testDescription: "a browser",
      html: "<!DOCTYPE html>\n<!-- saved from url=(0025)\(page) -->\n<html>", address: page,
      saved: nil),
    Case(
      testDescription: "HTTrack",
      html:
        "<html>\n<!-- Mirrored from courier.example/a by HTTrack Website Copier/3.x [XR&CO'2014], Tue, 04 Mar 2031 10:00:05 GMT -->",
      address: "http://courier.example/a", saved: "Tue, 04 Mar 2031 10:00:05 GMT -->"),
    Case(
      testDescription: "the Wayback Machine's comment",
      html:
        "<html><head><link href=\"\(page)\" rel=\"canonical\"></head><body></body></html><!--\n     FILE ARCHIVED ON 10:00:05 Mar 04, 2031 AND RETRIEVED FROM THE\n     INTERNET ARCHIVE ON 08:00:00 Jan 03, 2036.\n-->",
      address: page, saved: "Mar 04, 2031 10:00:05 UTC"),
    Case(
      testDescription: "the Wayback Machine's script",
      html:
        "<html><head><script>__wm.init(\"https://web.archive.org/web\");\n  __wm.wombat(\"\(page)\",\"20310304100005\",\"https://web.archive.org/\",\"web\");</script>",
      address: page, saved: "20310304100005"),
    Case(
      testDescription: "an address in a web archive",
      html:
        "<html><head><link rel=\"canonical\" href=\"https://archive.ph/2031.03.04-100005/\(page)\">",
      address: page, saved: "20310304100005"),
    Case(
      testDescription: "a page saved from a web archive by a browser",
      html:
        "<!-- saved from url=(0062)https://web.archive.org/web/20310304100005/\(page) --><html>",
      address: page, saved: "20310304100005"),
    Case(
      testDescription: "no copy",
      html: "<html><head><link rel=\"canonical\" href=\"\(page)\"><p>It was saved from url theft.",
      address: nil, saved: nil),
    Case(
      testDescription: "a page on this machine",
      html: "<!-- saved from url=(0014)about:internet --><html>", address: nil, saved: nil),
  ]

  @Test(arguments: cases)
  func `where a copy stood and when is read from its marks`(_ one: Case) {
    let saved = SavedPage(Array(one.html.utf8))
    #expect(saved?.address == one.address)
    #expect(
      saved?.saved.map { $0.replacing(" -->", with: "") } == one.saved?.replacing(" -->", with: ""))
  }

  @Test func `the toolbar of a web archive is no part of the page`() throws {
    let story = String(
      repeating: "The bridge at Orva fell on Monday, the governor said. ", count: 4)
    let html = """
      <html><head><title>A bridge fell</title></head><body><!-- BEGIN WAYBACK TOOLBAR INSERT -->
      <div id="wm-ipp-base"><p>About this capture. Collected by an organization that keeps copies of many pages of the web for ever.</p></div>
      <!-- END WAYBACK TOOLBAR INSERT --><article><h1>A bridge fell</h1><p>\(story)</p></article></body></html>
      """
    let article = try ArticleReader.read(Array(html.utf8))
    #expect(article.text == "A bridge fell\n\n" + story.dropLast())
  }
}
