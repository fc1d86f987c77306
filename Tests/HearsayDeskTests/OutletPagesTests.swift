import Foundation
import HearsayLedger
import HearsayStories
import TestSupport
import Testing

@testable import HearsayDesk

/// Kinds of outlets on pages: the invented ones are a post, an evening paper, a mail, and a voice that tells none.
@Suite struct OutletPagesTests {
  private static let paper = "newspaper%20or%20magazine"

  @Test func `stories are narrowed to those that an outlet of a kind reports`() async throws {
    let browser = try await StoryBrowser(InventedReport.fire + [.other])
    #expect(browser.page("/?medium=\(Self.paper)").contains("Granary burned"))
    let none = browser.page("/?medium=broadcaster")
    #expect(none.contains("No story fits") && none.contains("selected>broadcaster"))
    #expect(browser.answer("/?medium=fanzine").status == 400)
  }

  @Test func `a search tells of what kinds the outlets are, and is narrowed by them`() async throws
  {
    let browser = try await StoryBrowser(InventedReport.fire + [.other])
    let page = browser.page("/search?q=burned")
    let facet = try #require(
      page.firstMatch(of: /href="([^"]*medium=[^"]*)">newspaper or magazine (\d+)</))
    #expect(facet.2 == "3", "nothing is guessed of League Voice")
    let narrowed = browser.page(String(facet.1).replacing("&amp;", with: "&"))
    #expect(narrowed.contains("Only newspaper or magazine."))
    #expect(narrowed.contains("Granary burned") && !narrowed.contains("League Voice"))
    #expect(browser.page("/reports?medium=\(Self.paper)").contains("Boat shed"))
    #expect(!browser.page("/reports?medium=\(Self.paper)").contains("Hill League denies"))
  }

  @Test func `a story tells of what kinds its outlets are, and how many tell none`() async throws {
    let browser = try await StoryBrowser()
    let page = browser.page("/story/\(try browser.line("Granary").id)")
    #expect(page.contains("newspaper or magazine 2 · names that tell no kind 1"))
  }
}
