import Foundation
import HearsayLedger
import HearsayStories
import TestSupport
import Testing

@testable import HearsayDesk

/// Going back and forth in what the ledger knew.
@Suite struct StoodTests {
  /// A desk over the reports of one fire, of which the ledger learned a day apart.
  private func browser() async throws -> StoryBrowser {
    let browser = try await StoryBrowser([])
    for (number, report) in (InventedReport.fire + [.copy]).enumerated() {
      let ledger = try Ledger(
        path: browser.path,
        now: { Date(timeIntervalSince1970: 1_968_000_000 + Double(number) * 86_400) })
      _ = try await ledger.append(report.reading())
    }
    return browser
  }

  private func visit(_ path: String, _ browser: StoryBrowser) throws -> Visit {
    try Visit(DeskRequest(.get, path), Snapshot(path: browser.path))
  }

  @Test
  func `moments are told apart by the minute, by the hour or by the day, so that they are few`()
    async throws
  {
    let browser = try await StoryBrowser()
    let visit = try visit("/", browser)
    func moment(_ minute: Int, every: Int) -> String {
      Date(timeIntervalSince1970: Double(minute * every * 60)).ledgerText
    }
    let seconds = Stood(visit, of: (0..<30).map { moment($0, every: 1) })
    #expect(seconds.steps.count == 31 && seconds.steps[29].asOf == "1970-01-01T00:29:00Z")
    #expect(seconds.steps[29].words == "1 Jan 1970, 00:29:00")
    let minutes = Stood(
      visit, of: (0..<60).map { Date(timeIntervalSince1970: Double($0) * 20).ledgerText })
    #expect(minutes.steps.count == 21 && minutes.steps[19].asOf == "1970-01-01T00:19Z")
    let hours = Stood(visit, of: (0..<60).map { moment($0, every: 20) })
    #expect(hours.steps.map(\.asOf).prefix(2) == ["1970-01-01T00Z", "1970-01-01T01Z"])
    #expect(hours.steps[0].words == "1 Jan 1970, 00:59", "an hour is shown as it stood at its end")
    let days = Stood(visit, of: (0..<100).map { moment($0, every: 1_440) })
    #expect(days.steps.count == Stood.most + 1)
    #expect(days.steps.suffix(2).map(\.asOf) == ["1970-04-10", ""])
  }

  @Test func `a story has a step for each day on which the ledger learned more of it`() async throws
  {
    let browser = try await browser()
    let id = try browser.line("Hill League denies").id
    let page = browser.page("/story/\(id)")
    let form = try #require(page.components(separatedBy: "<form class=\"stood\"").dropFirst().first)
    #expect(form.components(separatedBy: "<option").count - 1 == 5, "four days and now")
    #expect(form.contains("selected>now"))
    let before = try #require(form.firstMatch(of: /href="([^"]*)" data-key=","/)).1
    let then = browser.page(String(before).replacing("&amp;", with: "&"))
    #expect(then.contains("The ledger as it stood at"))
    let steps = try #require(
      then.components(separatedBy: "<form class=\"stood\"").dropFirst().first)
    #expect(steps.components(separatedBy: "<option").count - 1 == 5, "later days stay")
    #expect(steps.firstMatch(of: /data-key="\."/) != nil, "there is a way forth again")
    #expect(browser.page("/").contains("<form class=\"stood\""))
  }

  @Test func `a report that came later leads to what stood there of its story`() async throws {
    let browser = try await browser()
    let first = try #require(
      Snapshot(path: browser.path).reports().min { $0.firstSeen < $1.firstSeen })
    let last = try browser.line("Hill League denies")
    let day = String(first.firstSeen.prefix(10))
    let page = browser.page("/story/\(last.id)?as-of=\(day)")
    #expect(page.contains("The report of this address came later"))
    #expect(page.contains(first.id) && !page.contains("Eleven dead"))
    let incident = browser.page("/incident/\(last.id):h1?as-of=\(day)")
    #expect(incident.contains("The report of this address came later"))
    #expect(incident.contains(first.id))
    #expect(browser.answer("/story/\(last.id)?as-of=2001-01-01").status == 404)
  }

  @Test func `a moment between two steps is shown as one of its own`() async throws {
    let browser = try await browser()
    let id = try browser.line("Granary burned").id
    let first = try browser.line("Granary burned").firstSeen.prefix(10)
    let page = browser.page("/story/\(id)?as-of=\(first)T23:58Z")
    let form = try #require(page.components(separatedBy: "<form class=\"stood\"").dropFirst().first)
    #expect(form.contains("selected>\(Dates.moment(first + "T23:58Z"))"))
    #expect(form.components(separatedBy: "<option").count - 1 == 6)
  }

  @Test func `where much was known then, the first page lists it a page at a time and says so`()
    async throws
  {
    let browser = try await StoryBrowser([], adjust: { $0.mostDrawnWhole = 1 })
    for (number, report) in (InventedReport.fire + [.copy, .other]).enumerated() {
      let ledger = try Ledger(
        path: browser.path,
        now: { Date(timeIntervalSince1970: 1_968_000_000 + Double(number) * 86_400) })
      _ = try await ledger.append(report.reading())
    }
    let first = try #require(
      Snapshot(path: browser.path).reports().min { $0.firstSeen < $1.firstSeen })
    let day = Date(timeIntervalSince1970: 1_968_000_000 + 86_400).ledgerText.prefix(10)
    let page = browser.page("/?as-of=\(day)")
    #expect(page.contains("drawn a page at a time") && page.contains("Granary burned at Tollen"))
    #expect(page.contains("2 reports · 2 sources"), "the third came later")
    let json = String(decoding: browser.answer("/index.json?as-of=\(day)").body, as: UTF8.self)
    #expect(json.contains("\"report\":\"\(first.id)\""))
    #expect(!json.contains("League Voice"))
    // One report is few: its story is drawn whole.
    let early = String(first.firstSeen.prefix(10))
    #expect(!browser.page("/?as-of=\(early)").contains("drawn a page at a time"))
  }
}
