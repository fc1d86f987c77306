import HearsayLedger
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

  @Test func `the table of countries gives names by two letters and by three`() {
    let names = Coverage.countries("# head\nSRB\tRS\tSerbia\t\nbroken\n")
    #expect(names == ["RS": "Serbia", "SRB": "Serbia"])
  }

  @Test func `a line of the first page says how many sources a story has, and which countries`() {
    let names = [
      "RS": "Serbia", "SRB": "Serbia", "AUT": "Austria", "AT": "Austria", "HUN": "Hungary",
      "ROU": "Romania",
    ]
    let row = DrawnFile.StoryRow(
      first: "3fa9", title: nil, since: "2031-03-04", until: "2031-03-05", reports: 6, outlets: 2,
      weight: 0, question: nil, types: "", places: "", doubt: nil, accuses: false, kinds: "",
      sources: 3, countries: "\nAUT\nXQQ\nHUN\nSRB\nROU\n", origins: "\nAT\nZZ\n")
    #expect(
      StoryFacts(row, names).words == [
        "4–5 Mar 2031", "6 reports", "3 sources", "2 outlets",
        "names Austria, Hungary, Serbia and 1 more", "reported from Austria",
      ])
    #expect(StoryFacts.countries(called: "hung", names) == ["HUN"])
    #expect(StoryFacts.countries(called: "Tollen", names).isEmpty)
  }
}
