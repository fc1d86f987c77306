import Foundation
import HearsayLedger
import HearsayRecords
import HearsayStories
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
    #expect(!browser.page("/log").contains("Review<span class=\"waiting\""))
    _ = browser.page("/review")
    #expect(browser.page("/log").contains("Review<span class=\"waiting\""))
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

  @Test func `who has a report assigned blind sees stories and the log without others' work on it`()
    async throws
  {
    let browser = try await StoryBrowser()
    let line = try browser.line("Eleven dead")
    _ = try DecisionBook(path: browser.path).keep(
      Decision(
        made: "2032-06-01T10:00:00Z", person: "ben", verdict: .edit,
        target: .init(report: line.key, kind: .figures, record: "f1"),
        values: #"{"value":9,"low":9,"high":9}"#, reason: "ben counts nine"))
    func told() throws -> [Double] {
      let story = try JSONDecoder().decode(
        Story.self, from: Data(browser.answer("/story/\(line.id).json").body))
      return story.series.flatMap(\.points).filter { $0.copyOf == nil }.compactMap(\.value).sorted()
    }
    #expect(try told() == [7, 9])
    #expect(browser.page("/story/\(line.id)").contains("coded by ben"))
    #expect(browser.page("/log").contains("ben counts nine"))
    try #require(browser.desk.file).assign(
      .init(made: "2032-06-02", by: "eve", person: "ana", report: line.key, blind: true))
    #expect(try told() == [7, 11])
    #expect(!browser.page("/story/\(line.id)").contains("coded by ben"))
    #expect(!browser.page("/log").contains("ben counts nine"))
    // What is kept for all is drawn from what all decided.
    let keeper = try StoryKeeper(
      try Snapshot(path: browser.path), try #require(browser.desk.setting.tables))
    let kept = try #require(try keeper.story(of: line))
    #expect(kept.series.flatMap(\.points).contains { $0.value == 9 })
  }

  @Test
  func
    `who has a report assigned blind sees which reports belong together without others' word on it`()
    async throws
  {
    let strike = InventedReport(
      outlet: "Inland Post", day: "2032-09-20", title: "Tram drivers of Velm walk out over rosters",
      text:
        "Tram drivers in Velm walked out over new rosters while lamps burned in depots of Orsk, Pell and Quarrow, the union leader Bea Lorn said. Velm's council under Hedda Striep offers talks in Orsk since 10 May, and Ruvo Castell, who owns carriages in Pell, went by rail from Quarrow to Tollen.",
      speaker: "Bea Lorn")
    let browser = try await StoryBrowser(InventedReport.fire + [strike])
    let (fire, other) = (try browser.line("Eleven dead"), try browser.line("Tram drivers"))
    func members(_ line: ReportLine) throws -> Set<String> {
      let story = try JSONDecoder().decode(
        Story.self, from: Data(browser.answer("/story/\(line.id).json").body))
      return Set(story.reports.map(\.id))
    }
    func listed() -> Int { browser.page("/").components(separatedBy: "href=\"/story/").count }
    let (apart, alone, before) = (try members(fire), try members(other), listed())
    #expect(apart.count > 1 && alone == [other.id])
    _ = try DecisionBook(path: browser.path).keep(
      Decision(
        made: "2032-06-01T10:00:00Z", person: "ben", verdict: .same,
        target: .init(report: fire.key, kind: .happenings, record: "h1"),
        other: .init(report: other.key, kind: .happenings, record: "h1"), reason: "one fire"))
    let together = try members(fire)
    #expect(together == apart.union(alone))
    #expect(listed() < before)
    try #require(browser.desk.file).assign(
      .init(made: "2032-06-02", by: "eve", person: "ana", report: other.key, blind: true))
    #expect(try members(fire) == apart)
    #expect(try members(other) == alone)
    #expect(listed() == before)
    #expect(!browser.page("/story/\(other.id)").contains("one fire"))
    // Totals, what is new and what changed are theirs too.
    #expect(browser.page("/").contains("4 reports → 2 stories"))
    let eyes = try Snapshot(path: browser.path)
    eyes.blindness = Blindness(person: "ana", reports: [other.key])
    let blind = try StoryKeeper(
      try Snapshot(path: browser.path), try #require(browser.desk.setting.tables))
    blind.eyes = eyes
    #expect(try blind.news(after: 0)[other.id] == 1)
    #expect(try blind.news(after: 0).values.sorted() == [1, 3])
    var wanted = StoryWanted()
    wanted.since = "2032-09-01"
    #expect(
      try blind.list(wanted).map(\.first) == [other.id], "narrowed as they are drawn for them")
    #expect(try blind.count(wanted) == (1, 1))
    wanted.since = nil
    wanted.after = try blind.list().first?.first
    #expect(try blind.list(wanted).count == 1, "the second page begins behind the first")
    #expect(
      try blind.changes(since: try #require(Moment("2030"))).allSatisfy {
        $0.story != other.id || $0.report == other.id
      })
    // What is kept for all is drawn from what all decided.
    let keeper = try StoryKeeper(
      try Snapshot(path: browser.path), try #require(browser.desk.setting.tables))
    #expect(try #require(try keeper.story(of: fire)).reports.count == together.count)
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
