import Foundation
import HearsayLedger
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayDesk

/// Several people at one desk: who looks at what, what is hidden, what was corrected.
@Suite struct TogetherTests {
  private func keep(
    _ browser: StoryBrowser, _ person: String, _ verdict: Decision.Verdict, _ title: String,
    values: String? = nil, blind: Bool = false
  ) throws {
    let line = try browser.line(title)
    _ = try DecisionBook(path: browser.path).keep(
      Decision(
        made: "2032-06-01T10:00:00Z", person: person, verdict: verdict,
        target: .init(report: line.key, kind: .claims, record: "c1"), values: values,
        reason: "\(person) says so", blind: blind))
  }

  @Test func `what another looks at is left to them for an hour`() async throws {
    let inHand = InHand()
    let start = Date(timeIntervalSince1970: 0)
    inHand.take("r:h1", "ben", now: start)
    #expect(inHand.other("r:h1", than: "ana", now: start) == "ben")
    #expect(inHand.other("r:h1", than: "ben", now: start) == nil)
    #expect(inHand.other("r:h1", than: "ana", now: start.addingTimeInterval(3601)) == nil)
    inHand.take("r:h2", "ben", now: start)
    #expect(inHand.other("r:h1", than: "ana", now: start) == nil, "one thing at a time")
  }

  @Test func `the queue leaves out what another looks at, and says whose it is`() async throws {
    let browser = try await StoryBrowser()
    let first = browser.page("/review")
    #expect(first.contains("1 of "))
    let items = try ReviewQueue(
      try Visit(DeskRequest(.get, "/review"), Snapshot(path: browser.path), person: "ben")
    ).items()
    browser.desk.inHand.take(
      items[0].name, "ben", now: Date(timeIntervalSince1970: 1_970_000_000))
    let second = browser.page("/review")
    #expect(second.contains("1 thing left out: ben looks at it just now"))
    #expect(second.contains("1 of \(items.count - 1) "))
  }

  @Test func `the way to the review shows how much waits, once it was looked at`() async throws {
    let browser = try await StoryBrowser()
    #expect(!browser.page("/log").contains("class=\"waiting\""))
    _ = browser.page("/review")
    #expect(browser.page("/log").contains("class=\"waiting\""))
  }

  @Test func `who has a report assigned blind sees nobody else's work on its page`() async throws {
    let browser = try await StoryBrowser()
    try keep(browser, "ben", .edit, "Eleven dead", values: "{\"act\":\"deny\"}")
    let line = try browser.line("Eleven dead")
    #expect(browser.page("/report/\(line.id)").contains("ben says so"))
    try #require(browser.desk.file).assign(
      .init(made: "2032-06-02", by: "eve", person: "ana", report: line.key, blind: true))
    let page = browser.page("/report/\(line.id)")
    #expect(!page.contains("ben says so") && !page.contains("· deny ·"))
    #expect(page.contains("name=\"blind\" value=\"1\""))
    try keep(browser, "ana", .accept, "Eleven dead", blind: true)
    #expect(browser.page("/report/\(line.id)").contains("ana says so"))
    #expect(!browser.page("/report/\(line.id)").contains("ben says so"))
  }

  @Test func `what one decided and another decided otherwise later is one's work, corrected`()
    async throws
  {
    let browser = try await StoryBrowser()
    try keep(browser, "ana", .accept, "Eleven dead")
    #expect(browser.page("/log?corrected=1").contains("Nobody has decided otherwise"))
    try keep(browser, "ben", .reject, "Eleven dead")
    let page = browser.page("/log?corrected=1")
    #expect(page.contains("ben says so"))
    #expect(page.contains("mine was\">accept</td>") && page.contains("now\">reject</td>"))
    #expect(try Corrected.pairs(of: "ben", in: browser.decisions()).isEmpty)
  }

  @Test func `two blind coders of one report are compared`() async throws {
    let browser = try await StoryBrowser()
    try keep(browser, "ana", .accept, "Eleven dead", blind: true)
    try keep(browser, "ben", .reject, "Eleven dead", blind: true)
    try keep(browser, "ana", .accept, "Granary", blind: true)
    try keep(browser, "ben", .accept, "Granary", blind: true)
    let rows = AgreementPage.rows(AgreementPage.units(try browser.decisions()))
    let there = try #require(rows.first { $0.field == "should be there" })
    #expect(there.judged == 2)
    // Two units, one of them split: observed 1 of 2, expected 3 * 1 * 2 / (4 * 3).
    #expect(there.alpha == 0)
  }

  @Test func `records that two added are one where their words overlap`() throws {
    func added(_ number: Int, _ person: String, _ start: Int, _ end: Int, act: String) -> Decision {
      var decision = Decision(
        made: "2032-06-01", person: person, verdict: .add,
        target: .init(report: "r", kind: .claims, record: "a\(number)"),
        values:
          #"{"id":"a\#(number)","act":"\#(act)","content":[{"start":\#(start),"end":\#(end),"exact":"x"}]}"#
      )
      decision.number = number
      return decision
    }
    let units = AgreementPage.units([
      added(1, "ana", 10, 20, act: "deny"), added(2, "ben", 12, 24, act: "deny"),
      added(3, "ana", 40, 50, act: "state"), added(4, "ben", 50, 60, act: "state"),
    ])
    #expect(units.count == 3)
    let same = try #require(units.first { $0.target.record == "a1" })
    #expect(same.held["ana"] == same.held["ben"])
    let alone = try #require(units.first { $0.target.record == "a3" })
    #expect(
      alone.held["ben"] == .some(nil), "whoever looked and added none holds that there is none")
  }
}
