import Foundation
import HearsayLedger
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayDesk

/// In which order things wait for somebody.
@Suite struct ReviewOrderTests {
  /// One line of the queue as JSON.
  private struct Line: Decodable {
    let report, kind, record: String
    let contested: Bool
    let confidence, contest: Double
    let sources: Int
    let other: String?
  }

  private static func queue(_ browser: StoryBrowser, _ query: String = "") throws -> [Line] {
    try JSONDecoder().decode([Line].self, from: Data(browser.answer("/review.json\(query)").body))
  }

  /// Three that differ on one fire, and newer reports of other things that nobody contests.
  private static let reports: [InventedReport] = {
    let others = (1...14).map { number in
      var other = InventedReport.other
      other.title = "Boat shed number \(number) burned down by the sea near Tollen"
      other.outlet = "Coast Mail \(number)"
      other.day = "2032-07-\(number + 10)"
      return other
    }
    return InventedReport.fire + others
  }()

  @Test
  func `what reports differ on is asked first, though newer reports than a page looks at came`()
    async throws
  {
    let browser = try await StoryBrowser(Self.reports)
    let fire = Set(try ["Granary", "Eleven", "Hill"].map { try browser.line($0).id })
    let queue = try Self.queue(browser)
    let first = try #require(queue.first)
    #expect(fire.contains(first.report) && first.contested)
    #expect(first.contest > 0 && first.sources > 2)
    let contests = queue.prefix { $0.contested }.map(\.contest)
    #expect(contests == contests.sorted(by: >), "the most contested first")
    #expect(queue.contains { !fire.contains($0.report) }, "what is new has its place too")
    #expect(browser.page("/review").contains("reports differ on it · \(first.sources) sources"))
  }

  @Test func `an order is chosen in the address, and kept when something is decided`() async throws
  {
    let browser = try await StoryBrowser(Self.reports)
    let sources = try Self.queue(browser, "?order=sources").map(\.sources)
    #expect((sources.first ?? 0) > 2 && sources == sources.sorted(by: >))
    let newest = try Self.queue(browser, "?order=newest")
    #expect(newest.first?.report == (try browser.line("Boat shed number 14").id))
    let confidences = try Self.queue(browser, "?order=doubt").map(\.confidence)
    #expect(confidences == confidences.sorted())
    let page = browser.page("/review?order=newest&from=1")
    #expect(page.contains("aria-current=\"true\">newest</a>"))
    let form = try #require(StoryBrowser.forms(on: page).first)
      .map { ($0.0, $0.1.replacing("&amp;", with: "&")) }
    let answer = browser.answer("/decide", .post, form: form + [("verdict", "accept")])
    let next = answer.head.first { $0.name == "Location" }?.value
    #expect(next == "/review?order=newest&from=1", "what was skipped stays skipped")
    #expect(browser.answer("/review?order=upwards").status == 400)
  }

  @Test func `one goes back to what was skipped before`() async throws {
    let browser = try await StoryBrowser(Self.reports)
    #expect(!browser.page("/review").contains("data-key=\"k\""))
    #expect(browser.page("/review?from=2").contains("href=\"/review?from=1\" data-key=\"k\""))
  }
}
