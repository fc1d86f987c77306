import Foundation
import HearsayLedger
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayStories

private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 33
  }
}

/// A ledger in which much came late: reports of three matters that are alike, many of each, in an order that is not that of their days,
/// with copies that came before what they copy and pages that were edited.
private struct LateLedger {
  private static let towns = ["Marn", "Velm", "Skerry"]
  private static let words = """
    harbour depot convoy ferry union bridge market orchard barracks tram quarry lighthouse grain timber copper wool cannery
    """.split(separator: " ").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }

  static func reports(_ count: Int, _ dice: inout Dice) -> [InventedReport] {
    var reports: [InventedReport] = []
    for number in 0..<count {
      if number % 5 == 4, var copy = reports.randomElement(using: &dice) {
        copy.outlet = "Mirror \(number)"
        copy.url = "https://mirror.example/\(number)"
        reports.append(copy)
        continue
      }
      let town = towns[number % 3]
      let some = (0..<6).map { _ in words.randomElement(using: &dice) ?? "" }
      let sentences = (0..<4).map { sentence in
        "Near \(town) the \(some[sentence]) and the \(some[sentence + 1]) of Captain Orlo \(sentence + number) were shut, people of \(town) said at dawn \(number * 7 + sentence)."
      }
      reports.append(
        InventedReport(
          outlet: "Outlet \(number % 9)",
          day: "2031-0\(1 + Int.random(in: 0..<4, using: &dice))-1\(number % 10)",
          title: "Shells struck \(town) by the \(some[0])",
          text: "Shells struck \(town) again, killing \(number + 2) people. "
            + sentences.joined(separator: " "),
          place: (town, 900 + number % 3, 40, 30), trigger: "struck",
          count: ("killing \(number + 2) people", Double(number + 2), "people killed"),
          url: "https://news.example/\(number)"))
    }
    for number in stride(from: 0, to: count, by: 9) {
      var edited = reports[number]
      edited.text +=
        " The road to the \(words[number % words.count]) was closed by the guard of the mill."
      reports.append(edited)
    }
    return reports.shuffled(using: &dice)
  }
}

struct PastStoriesTests {
  @Test(arguments: [1, 2, 3])
  func `a story by itself as it was is the one that drawing everything as it was gives`(
    _ seed: UInt64
  ) async throws {
    var dice = Dice(state: seed)
    let folder = try TemporaryFolder()
    let path = folder.ledger
    let tables = try StoryDesk.tables()
    let reports = LateLedger.reports(90, &dice)
    for (number, report) in reports.enumerated() {
      // A day between any two that come.
      let ledger = try Ledger(
        path: path, now: { .init(timeIntervalSince1970: Double(number) * 86_400 + 40_000) })
      _ = try await ledger.append(report.reading())
      // Drawn in between, so that versions are there that were put aside and others that never were.
      if number == 30 { try StoryKeeper(try Snapshot(path: path), tables).catchUp() }
    }
    let snapshot = try Snapshot(path: path)
    for day in [20, 45, 70, 88] {
      let moment = try #require(
        Moment(String(Date(timeIntervalSince1970: Double(day) * 86_400).ISO8601Format().prefix(10)))
      )
      let whole = try StoryKeeper(snapshot, tables, asOf: moment)
      var expected: [String: String] = [:]
      for row in try whole.list() {
        guard let story = try whole.story(first: row.first) else { continue }
        for report in story.reports { expected[report.id] = try StoryDesk.json(story) }
      }
      #expect(expected.count > day / 2)
      let single = try StoryKeeper(snapshot, tables, asOf: moment)
      var scope = Scope()
      scope.asOf = moment
      for line in try snapshot.reports(scope) {
        let story = try #require(try single.story(of: line))
        #expect(try StoryDesk.json(story) == expected[line.id], "day \(day), \(line.id)")
      }
      #expect(try single.file.drawnMembers().isEmpty, "nothing else was drawn")
    }
  }
}
