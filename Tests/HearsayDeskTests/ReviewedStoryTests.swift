import Foundation
import HearsayLedger
import HearsayRecords
import HearsayStories
import TestSupport
import Testing

@testable import HearsayDesk

/// Stories are drawn from what people decided, and say so.
@Suite struct ReviewedStoryTests {
  private func decide(
    _ browser: StoryBrowser, _ title: String, _ kind: String, _ record: String,
    _ fields: [(String, String)]
  ) throws {
    let line = try browser.line(title)
    let form = try #require(
      StoryBrowser.forms(on: browser.page("/report/\(line.id)")).first { form in
        form.contains { $0 == ("record", record) } && form.contains { $0 == ("kind", kind) }
      })
    #expect(browser.answer("/decide", .post, form: form + fields).status == 303)
  }

  private func story(_ browser: StoryBrowser) throws -> Story {
    let id = try browser.line("Granary").id
    return try JSONDecoder().decode(
      Story.self, from: Data(browser.answer("/story/\(id).json").body))
  }

  private func told(_ story: Story) -> [Double] {
    story.series.flatMap(\.points).filter { $0.copyOf == nil }.compactMap(\.value).sorted()
  }

  @Test func `an edited figure is told as edited, and marked with who did it`() async throws {
    let browser = try await StoryBrowser()
    #expect(told(try story(browser)) == [7, 11])
    try decide(
      browser, "Eleven dead", "figures", "f1",
      [("verdict", "edit"), ("f-value", "9"), ("f-low", "9"), ("f-high", "9")])
    let after = try story(browser)
    #expect(told(after) == [7, 9])
    let point = try #require(after.series.flatMap(\.points).first { $0.value == 9 })
    #expect(point.review?.state == "coded" && point.review?.by == ["ana"])
    let page = browser.page("/story/\(after.report)")
    #expect(page.contains("class=\"looked coded\" title=\"coded by ana, "))
    let csv = String(decoding: browser.answer("/story/\(after.report).csv").body, as: UTF8.self)
    #expect(csv.contains(",coded,ana"))
  }

  @Test func `an undone edit is told as it was read`() async throws {
    let browser = try await StoryBrowser()
    try decide(
      browser, "Eleven dead", "figures", "f1",
      [("verdict", "edit"), ("f-value", "9"), ("f-low", "9"), ("f-high", "9")])
    #expect(told(try story(browser)) == [7, 9])
    try decide(
      browser, "Eleven dead", "figures", "f1",
      [("verdict", "undo"), ("undoes", "\(try browser.decisions()[0].number)")])
    #expect(told(try story(browser)) == [7, 11])
  }

  @Test func `what one accepts and another edits is disputed, and told as it was read`()
    async throws
  {
    let browser = try await StoryBrowser()
    try decide(
      browser, "Eleven dead", "figures", "f1",
      [("verdict", "edit"), ("f-value", "9"), ("f-low", "9"), ("f-high", "9")])
    #expect(told(try story(browser)) == [7, 9])
    let made = try browser.decisions()[0]
    _ = try DecisionBook(path: browser.path).keep(
      Decision(made: made.made, person: "ben", verdict: .accept, target: made.target))
    let after = try story(browser)
    #expect(told(after) == [7, 11])
    #expect(after.series.flatMap(\.points).contains { $0.review?.state == "disputed" })
  }

  @Test func `a rejected happening is in no incident`() async throws {
    let browser = try await StoryBrowser()
    let id = try browser.line("Eleven dead").id
    #expect(try story(browser).incidents.contains { $0.records.contains("\(id):h1") })
    try decide(
      browser, "Eleven dead", "happenings", "h1", [("verdict", "reject"), ("reason", "a film")])
    #expect(!(try story(browser).incidents.contains { $0.records.contains("\(id):h1") }))
  }

  @Test func `what a rejected claim said does not become the report's own word`() async throws {
    let browser = try await StoryBrowser()
    try decide(
      browser, "Eleven dead", "claims", "c1", [("verdict", "reject"), ("reason", "wrong speaker")])
    let after = try story(browser)
    #expect(
      !(after.contested.flatMap(\.answers).flatMap(\.by).contains { $0.speaker == "Leo Brandt" }))
    let id = try browser.line("Eleven dead").id
    for by in after.contested.flatMap(\.answers).flatMap(\.by) where by.report == id {
      #expect(by.certainty != "asserted")
    }
  }

  @Test func `taking decisions in draws what drawing all anew draws`() async throws {
    let browser = try await StoryBrowser()
    _ = try story(browser)
    try decide(
      browser, "Eleven dead", "figures", "f1",
      [("verdict", "edit"), ("f-value", "9"), ("f-low", "9"), ("f-high", "9")])
    try decide(
      browser, "Granary burned", "happenings", "h1", [("verdict", "accept")])
    let little = try story(browser)
    DrawnFile.remove(besideLedger: browser.path)
    #expect(try story(browser) == little)
  }

  @Test func `as of before an edit, the figure is as it was read`() async throws {
    let browser = try await StoryBrowser()
    try decide(
      browser, "Eleven dead", "figures", "f1",
      [("verdict", "edit"), ("f-value", "9"), ("f-low", "9"), ("f-high", "9")])
    #expect(told(try story(browser)) == [7, 9])
    let id = try browser.line("Granary").id
    // The reports were read when the test ran; the decision is made at the desk's own time, in 2032.
    let then = try JSONDecoder().decode(
      Story.self, from: Data(browser.answer("/story/\(id).json?as-of=2031-01-01").body))
    #expect(told(then) == [7, 11])
  }
}
