import HearsayRecords
import TestSupport
import Testing

@testable import HearsayDesk

@Suite struct CoverageTests {
  private static let names = [
    "GB": "United Kingdom", "RS": "Serbia", "IO": "British Indian Ocean Territory",
  ]

  @Test(arguments: [
    ("news.example.co.uk", "United Kingdom"), ("danas.rs", "Serbia"), ("news.example.com", nil),
    ("start.io", nil), ("localhost", nil), ("10.0.0.1", nil), (nil, nil),
  ])
  func `the end of an address tells a country, or none`(_ host: String?, _ country: String?) {
    #expect(Coverage.country(of: host, Self.names) == country)
  }

  @Test func `a story tells from which countries it is reported, and that the rest is unknown`()
    async throws
  {
    let browser = try await StoryBrowser()
    let lines = try ["Granary", "Eleven dead"].map(browser.line)
    let none = Coverage(lines, Self.names)
    #expect(none.shares == [.init(country: nil, outlets: 2)])
    #expect(none.html.isEmpty, "nothing is known of any")
  }

  @Test func `the table of countries gives names by two letters`() {
    let names = Coverage.countries("# head\nSRB\tRS\tSerbia\t\nbroken\n")
    #expect(names == ["RS": "Serbia"])
  }
}
