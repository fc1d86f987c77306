import Foundation
import Testing

@testable import HearsayStories

@Suite struct OutletKindsTests {
  private static let table = """
    # a table
    news agency\tnews agency
    news agency\t=apn
    state body\tministry
    state body\t.gov
    social network\tpost.example
    broadcaster\tradio
    newspaper\ttimes
    newspaper\tpost
    """

  @Test(arguments: [
    ("Vell News Agency", "news agency"), ("APN", "news agency"), ("APN Motors", nil),
    ("Ministry of Harbours", "state body"), ("navy.gov.vl", "state body"),
    ("navy.gov", "state body"), ("gov", nil), ("gov.brothers.example", nil),
    ("post.example", "social network"), ("ana.post.example", "social network"),
    ("outpost.example", nil), ("The Radio Times", "broadcaster"), ("Tollen-Post", "newspaper"),
    ("Timesheet", nil), ("", nil), ("…", nil),
  ])
  func `the name of an outlet tells its kind, or none`(_ name: String, _ kind: String?) {
    #expect(OutletKinds(Self.table).kind(of: name) == kind)
  }

  @Test func `kinds stand in the order of the table, each once`() {
    #expect(
      OutletKinds(Self.table).kinds == [
        "news agency", "state body", "social network", "broadcaster", "newspaper",
      ])
    #expect(OutletKinds.none.kinds.isEmpty)
  }

  @Test func `the table that ships is read whole, and no line of it is hidden by one before`()
    throws
  {
    let text = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Data/stories/outlets.tsv"), encoding: .utf8)
    let kinds = OutletKinds(text)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try #require(fields.count == 2, "\(line)")
      var name = fields[1]
      if name.hasPrefix("=") { name.removeFirst() }
      if name.hasPrefix(".") { name = "office" + name }
      #expect(kinds.kind(of: name) == fields[0], "\(line)")
    }
  }
}
