import Foundation
import HearsayLedger
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayDesk

/// Lists that are narrowed, saved, subscribed to and taken away.
@Suite struct TakingAwayTests {
  private static func text(_ answer: DeskAnswer) -> String {
    String(decoding: answer.body, as: UTF8.self)
  }

  @Test func `stories are narrowed by outlet`() async throws {
    let browser = try await StoryBrowser()
    #expect(browser.page("/?outlet=tollen+post").contains("Granary burned"))
    #expect(browser.page("/?outlet=Nowhere+Times").contains("No story fits"))
  }

  @Test func `a story of which anything was decided is no longer among the unreviewed`()
    async throws
  {
    let browser = try await StoryBrowser()
    #expect(browser.page("/?unreviewed=1").contains("Granary burned"))
    let line = try browser.line("Eleven dead")
    _ = try DecisionBook(path: browser.path).keep(
      Decision(
        made: "2032-06-01", person: "ben", verdict: .accept,
        target: .init(report: line.key, kind: .claims, record: "c1")))
    #expect(browser.page("/?unreviewed=1").contains("No story fits"))
  }

  @Test func `each row of a table has its address on the desk`() async throws {
    let browser = try await StoryBrowser()
    let id = try browser.line("Granary").id
    let csv = Self.text(browser.answer("/reports.csv"))
    #expect(csv.contains(",hearsay_url"))
    #expect(csv.contains("http://127.0.0.1:8731/report/\(id)"))
    #expect(
      Self.text(browser.answer("/story/\(id).csv")).contains("http://127.0.0.1:8731/incident/"))
  }

  @Test func `a story is a feed of its reports, in which a headline stays text`() async throws {
    var reports = InventedReport.fire
    reports[0].title = "Granary burned </title><script>x</script> at Tollen"
    let browser = try await StoryBrowser(reports)
    let id = try browser.line("Granary").id
    let answer = browser.answer("/story/\(id).feed")
    #expect(answer.head.contains { $0.value.hasPrefix("application/atom+xml") })
    let feed = Self.text(answer)
    #expect(feed.hasPrefix("<feed xmlns=\"http://www.w3.org/2005/Atom\">"))
    #expect(feed.components(separatedBy: "<entry>").count == 4)
    #expect(feed.contains("href=\"http://127.0.0.1:8731/report/\(id)\""))
    #expect(!feed.contains("<script>"))
    #expect(browser.page("/story/\(id)").contains(".feed"))
    #expect(Self.text(browser.answer("/search.feed?q=granary")).contains("<entry>"))
    #expect(browser.answer("/settings.feed").status == 404)
  }

  @Test func `a story is a bibliography of its reports`() async throws {
    var reports = InventedReport.fire
    reports[0].title = "Granary burned: 100% lost & {nothing} saved"
    let browser = try await StoryBrowser(reports)
    let id = try browser.line("Granary").id
    let text = Self.text(browser.answer("/story/\(id).bib"))
    #expect(text.components(separatedBy: "@online{hearsay").count == 4)
    #expect(text.contains("title = {Granary burned: 100\\% lost \\& \\{nothing\\} saved}"))
    #expect(text.contains("publisher = {Tollen Post}"))
    #expect(text.contains("date = {2032-05-11}"))
  }

  @Test func `a search is saved, asked again and forgotten`() async throws {
    let browser = try await StoryBrowser()
    func send(_ act: String) throws {
      let form = try #require(StoryBrowser.forms(on: browser.page("/search?q=granary")).first)
      #expect(form.contains { $0.0 == act })
      #expect(browser.answer("/save", .post, form: form).status == 303)
    }
    try send("save")
    #expect(browser.page("/search").contains("href=\"/search?q=granary\""))
    try send("forget")
    #expect(!browser.page("/search").contains("href=\"/search?q=granary\""))
  }

  @Test func `two versions stand side by side, each with what only it has`() async throws {
    var first = InventedReport.fire[0].reading()
    first.report.url = "https://post.example/fire"
    var second = first
    second.report.text = first.report.text.replacing("seven people died", with: "eight people died")
    second.report.text = second.report.text.replacing("seven dead", with: "eight dead")
    let bytes = Array(second.report.text.utf8)
    second.report.sha256 = SHA256.hex(bytes)
    second.figures = []
    second.happenings[0].figures = []
    let browser = try await StoryBrowser([])
    let ledger = try Ledger(path: browser.path)
    for reading in [first, second] { _ = try await ledger.append(reading) }
    let newest = try #require(try Snapshot(path: browser.path).reports().first { $0.version == 2 })
    let page = browser.page("/compare/\(newest.id)")
    #expect(page.contains("<div class=\"versions\">"))
    #expect(page.contains("<del>seven") && page.contains("<ins>eight"))
    let sides = page.components(separatedBy: "aria-label=\"Version ")
    #expect(sides.count == 3)
    #expect(!sides[1].contains("<ins>") && !sides[2].contains("<del>"))
  }
}
