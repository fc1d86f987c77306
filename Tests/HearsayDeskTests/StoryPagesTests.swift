import Foundation
import HearsayLedger
import HearsayRecords
import HearsayStories
import TestSupport
import Testing

@testable import HearsayDesk

@Suite struct StoryPagesTests {
  @Test
  func
    `the first page has the story with what it differs on, and how many sources give each answer`()
    async throws
  {
    let browser = try await StoryBrowser()
    let page = browser.page("/")
    #expect(page.contains("Granary burned at Tollen"))
    #expect(page.contains("how many people killed?"))
    #expect(page.contains("4 reports"))
    #expect(page.contains("11–13 May 2032"))
  }

  @Test func `each cell of the matrix leads to the characters of its answer`() async throws {
    let browser = try await StoryBrowser()
    let page = browser.page("/story/\(try browser.line("Granary").id)")
    #expect(page.contains("<table class=\"matrix\">"))
    for (words, speaker) in [("seven people", "Ada Mross"), ("Eleven people", "Leo Brandt")] {
      #expect(page.contains("<mark>\(words)</mark>"))
      #expect(page.contains(speaker))
    }
    let there = try #require(
      page.firstMatch(of: /class="there" href="(\/report\/[0-9a-f]+\?at=\d+-\d+)#s/))
    #expect(browser.page(String(there.1)).contains("<mark id=\"s"))
  }

  @Test func `who denies a thing is not shown as one who says it`() async throws {
    let browser = try await StoryBrowser()
    let page = browser.page("/story/\(try browser.line("Granary").id)")
    let row = try #require(page.components(separatedBy: "<tr>").first { $0.contains("Sara Quill") })
    #expect(row.contains("denies </span></span>Hill League"))
    #expect(!row.contains("says </span></span>Hill League"))
  }

  @Test func `a figure's chart and its table say the same`() async throws {
    let browser = try await StoryBrowser()
    let page = browser.page("/story/\(try browser.line("Granary").id)")
    #expect(page.contains("<svg class=\"chart\""))
    #expect(page.contains("how many\">7</td>") && page.contains("how many\">11</td>"))
  }

  @Test func `a copy is folded under what it copies`() async throws {
    let browser = try await StoryBrowser()
    let page = browser.page("/story/\(try browser.line("Granary").id)")
    #expect(page.contains("1 near copy"))
    #expect(page.contains("Morning Echo"))
  }

  @Test func `an incident says why its records are one, with the words of each reason`()
    async throws
  {
    let browser = try await StoryBrowser()
    let page = browser.page("/incident/\(try browser.line("Granary").id):h1")
    #expect(page.contains("Why these are one"))
    #expect(page.contains("linked because"))
    #expect(page.firstMatch(of: /class="there" href="\/report\//) != nil)
    #expect(page.contains("not the same"))
  }

  @Test func `not the same takes a record out, and its undoing brings it back`() async throws {
    let browser = try await StoryBrowser()
    let address = "/incident/\(try browser.line("Granary").id):h1"
    func records() throws -> Int {
      let json = try JSONSerialization.jsonObject(
        with: Data(browser.answer(address.replacing(":h1", with: ":h1.json")).body))
      let incident = (json as? [String: Any])?["incident"] as? [String: Any]
      return (incident?["records"] as? [String])?.count ?? 0
    }
    let before = try records()
    #expect(before > 2)
    for form in StoryBrowser.forms(on: browser.page(address))
    where form.contains(where: { $0.0 == "other-record" }) {
      let answer = browser.answer(
        "/decide", .post, form: form + [("verdict", "not-same"), ("reason", "another fire")])
      #expect(answer.status == 303)
    }
    #expect(try records() < before)
    #expect(browser.page(address).contains("Kept apart by decision"))
    #expect(browser.page(address).contains("another fire"))
    let token = browser.page(address)
    let form = try #require(StoryBrowser.forms(on: token).first)
    for decision in try browser.decisions() {
      _ = browser.answer(
        "/decide", .post, form: form + [("verdict", "undo"), ("undoes", "\(decision.number)")])
    }
    #expect(try records() == before)
  }

  @Test func `as of a day before it was read, there is no story`() async throws {
    let browser = try await StoryBrowser()
    #expect(browser.page("/?as-of=2001-01-01").contains("No story fits"))
    let id = try browser.line("Granary").id
    #expect(browser.answer("/story/\(id)?as-of=2001-01-01").status == 404)
  }

  @Test(arguments: [
    "/?since=2032-05-12", "/?place=tollen", "/?type=assault", "/?contested=1",
  ])
  func `what narrows the list keeps what fits`(_ path: String) async throws {
    #expect(try await StoryBrowser().page(path).contains("Granary burned"))
  }

  @Test(arguments: ["/?since=2033-01-01", "/?until=2031-01-01", "/?place=Oslo", "/?type=ELECTION"])
  func `what narrows the list leaves out the rest`(_ path: String) async throws {
    #expect(try await StoryBrowser().page(path).contains("No story fits"))
  }

  @Test func `story, incident and first page are JSON and CSV`() async throws {
    let browser = try await StoryBrowser()
    let id = try browser.line("Granary").id
    for path in ["/index", "/story/\(id)", "/incident/\(id):h1"] {
      let json = browser.answer(path + ".json")
      #expect(json.status == 200)
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.body)) }
      let csv = browser.answer(path + ".csv")
      #expect(csv.status == 200)
      #expect(
        String(decoding: csv.body, as: UTF8.self).split(whereSeparator: \.isNewline).count > 1)
    }
  }

  @Test func `what came since the last visit stands first`() async throws {
    let clock = TestClock()
    var browser = try await StoryBrowser([InventedReport.fire[0]], now: { clock.now })
    #expect(!browser.page("/").contains("Since your last visit"))
    let ledger = try Ledger(path: browser.path)
    _ = try await ledger.append(InventedReport.fire[1].reading())
    // The same visit goes on.
    clock.advance(60)
    let same = browser.answer("/")
    #expect(!String(decoding: same.body, as: UTF8.self).contains("Since your last visit"))
    browser.take(same)
    _ = try await ledger.append(InventedReport.fire[2].reading())
    clock.advance(7_200)
    let next = browser.answer("/")
    let page = String(decoding: next.body, as: UTF8.self)
    #expect(page.contains("Since your last visit"))
    #expect(page.contains("1 new report in 1 story"))
  }
}

/// A clock that a test moves.
final class TestClock: @unchecked Sendable {
  // Tests move it from one task only.
  private(set) var now = Date(timeIntervalSince1970: 1_970_000_000)
  func advance(_ seconds: Double) { now += seconds }
}

@Suite struct PictureTests {
  @Test(arguments: [(7.0, 8.0), (9, 10), (31, 40), (100, 100), (450, 500), (1201, 2000)])
  func `a chart's top is a round number not below the largest`(_ value: Double, _ top: Double) {
    #expect(FigureChart.ceiling(value) == top)
  }

  @Test func `numbers are grouped as people write them`() {
    #expect(QuietNumber.words(1_234_567) == "1,234,567")
    #expect(QuietNumber.words(-40) == "-40")
    #expect(QuietNumber.words(2.5) == "2.5")
  }

  @Test func `a line of time has a handful of ticks, however long it is`() {
    for days in [1.0, 3, 20, 90, 800, 9_000, 90_000] {
      let ticks = TimeStrip.ticks(1_000_000_000, 1_000_000_000 + days * 86_400)
      #expect((1...10).contains(ticks.count), "\(days) days: \(ticks.count)")
    }
  }

  @Test func `days are told the shortest way`() {
    #expect(Dates.range("2032-05-11", "2032-05-13T10:00:00Z") == "11–13 May 2032")
    #expect(Dates.range("2032-05-30", "2032-06-01") == "30 May – 1 Jun 2032")
    #expect(Dates.range("2031-12-30", "2032-01-01") == "30 Dec 2031 – 1 Jan 2032")
    #expect(Dates.range(nil, nil) == "no date")
    #expect(Dates.day("2032-05") == "May 2032")
  }

  @Test func `the way to the changes shows how many its page has`() async throws {
    let browser = try await StoryBrowser()
    DrawnFile.remove(besideLedger: browser.path)
    // The browser's own desk has counted them already.
    let fresh = try Desk(
      browser.desk.setting, door: Door(hosts: Door.loopback(port: 8731)))
    let answer = fresh.answer(
      DeskRequest(.get, "/log", host: "127.0.0.1:8731", cookies: browser.cookies))
    let undrawn = String(decoding: answer.body, as: UTF8.self)
    #expect(undrawn.contains("Log") && !undrawn.contains("Changes<span"), "nothing is drawn")
    _ = browser.page("/")
    let changes = try JSONDecoder().decode(
      [Change].self, from: Data(browser.answer("/changes.json").body))
    #expect(!changes.isEmpty)
    #expect(
      browser.page("/log").contains("Changes<span class=\"waiting\"> \(changes.count)</span>"))
  }

  @Test func `a count has grown where one source tells another number later, not where two differ`()
    async throws
  {
    var later = InventedReport.fire[0]
    later.day = "2032-05-14"
    later.outlet = "Evening Wire"
    later.title = "Toll of granary fire at Tollen rises to nine people"
    later.text =
      "Two more bodies were found on Friday where the granary at Tollen burned on 10 May, so that nine people died, Ada Mross told reporters, and Hill League raiders did it."
    later.count = ("nine people", 9)
    let two = try await StoryBrowser(Array(InventedReport.fire.prefix(2)))
    #expect(!two.page("/").contains("+4"))
    let browser = try await StoryBrowser(InventedReport.fire + [later])
    #expect(browser.page("/").contains("+2 by Ada Mross since 11 May 2032"))
  }
}
