import Foundation
import HearsayLedger
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayDesk

/// Long lists, a page at a time: each thing once, none left out.
@Suite struct PagingTests {
  /// More reports of one day than a page shows, and some without a date.
  private static let many: [InventedReport] = (1...120).map { number in
    var report = InventedReport.other
    report.title = "Boat shed number \(number) burned down by the sea near Tollen"
    report.outlet = "Coast Mail " + String(repeating: "i", count: number)
    report.day = number % 40 == 0 ? "" : "2032-06-02"
    return report
  }

  /// What the pages of a list hold, one after the other, by the first cell of their CSV.
  private static func pages(_ browser: StoryBrowser, _ path: String) throws -> [[String]] {
    var pages: [[String]] = []
    var query = ""
    for _ in 0..<10 {
      let sheet = String(decoding: browser.answer(path + ".csv" + query).body, as: UTF8.self)
      pages.append(
        sheet.split(whereSeparator: \.isNewline).dropFirst().map {
          String($0.prefix { $0 != "," })
        })
      let page = browser.page(path + query)
      guard let next = page.firstMatch(of: /href="[^"]*(\?behind=[0-9a-f]+)" rel="next"/) else {
        return pages
      }
      query = String(next.1)
    }
    return pages
  }

  @Test func `reports of one day go on over several pages, each once, those without a date last`()
    async throws
  {
    let browser = try await StoryBrowser(Self.many)
    let pages = try Self.pages(browser, "/reports")
    #expect(pages.map(\.count) == [50, 50, 20])
    let all = pages.flatMap(\.self)
    #expect(Set(all).count == 120)
    #expect(all == (try Snapshot(path: browser.path).reports().map(\.id)))
  }

  @Test(arguments: ["/claims", "/happenings"])
  func `records go on behind the report where a page ends`(_ path: String) async throws {
    let browser = try await StoryBrowser(Self.many)
    let pages = try Self.pages(browser, path)
    #expect(pages.map(\.count) == [100, 20])
    #expect(Set(pages.flatMap(\.self)).count == 120)
  }

  @Test func `what narrows a list narrows its further pages too`() async throws {
    let browser = try await StoryBrowser(Self.many)
    let page = browser.page("/reports?outlet=Mail")
    let next = try #require(page.firstMatch(of: /href="([^"]*)" rel="next"/)).1
    #expect(next.contains("outlet=Mail") && next.contains("behind="))
    #expect(browser.answer("/reports?behind=ffffffffffff").status == 404)
  }

  @Test func `the log shows every decision, a page at a time, and is taken away whole`()
    async throws
  {
    let browser = try await StoryBrowser()
    let line = try browser.line("Granary")
    let book = try DecisionBook(path: browser.path)
    for number in 1...230 {
      try book.keep(
        Decision(
          made: "2032-06-01T00:00:00.000Z", person: "ben", verdict: .note,
          target: .init(report: line.key), reason: "remark \(number) of many"))
    }
    let page = browser.page("/log")
    #expect(page.contains("remark 230 of") && page.contains("remark 31 of"))
    #expect(!page.contains("remark 30 of"))
    let next = try #require(page.firstMatch(of: /href="([^"]*)" rel="next"/)).1
    let rest = browser.page(String(next))
    #expect(rest.contains("remark 30 of") && rest.contains("remark 1 of"))
    #expect(!rest.contains("remark 31 of") && !rest.contains("rel=\"next\""))
    let sheet = String(decoding: browser.answer("/log.csv").body, as: UTF8.self)
    #expect(sheet.contains("remark 1 of") && sheet.contains("remark 230 of"))
  }

  @Test func `stories and changes are feeds, each entry with an address of its own`() async throws {
    let browser = try await StoryBrowser()
    for (path, words) in [
      ("/index.feed", "Granary burned at Tollen"), ("/changes.feed?since=2032", "new answer"),
    ] {
      let answer = browser.answer(path)
      #expect(answer.status == 200)
      let text = String(decoding: answer.body, as: UTF8.self)
      #expect(text.contains(words), "\(path)")
      let ids = text.matches(of: /<entry><id>([^<]*)<\/id>/).map { String($0.1) }
      #expect(!ids.isEmpty && Set(ids).count == ids.count, "\(path)")
    }
    #expect(
      String(decoding: browser.answer("/index.feed").body, as: UTF8.self).contains("3 sources"))
  }

  @Test func `the first page offers days to begin with`() async throws {
    let page = try await StoryBrowser().page("/")
    #expect(page.contains("list=\"days\""))
    #expect(page.contains("<option value=\"2032-05-28\">the last 7 days</option>"))
  }
}
