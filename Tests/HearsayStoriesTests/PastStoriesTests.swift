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
  // With parts as large as they come, and with parts that are cut at higher likenesses.
  @Test(arguments: [1, 2, 3], [StoryDrawing.largest, 8])
  func `a story by itself as it was is the one that drawing everything as it was gives`(
    _ seed: UInt64, _ largest: Int
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
      if number == 30 {
        let keeper = try StoryKeeper(try Snapshot(path: path), tables)
        keeper.largest = largest
        try keeper.catchUp()
      }
    }
    let snapshot = try Snapshot(path: path)
    for day in [20, 45, 70, 88] {
      let moment = try #require(
        Moment(String(Date(timeIntervalSince1970: Double(day) * 86_400).ISO8601Format().prefix(10)))
      )
      let whole = try StoryKeeper(snapshot, tables, asOf: moment)
      whole.largest = largest
      var expected: [String: String] = [:]
      for row in try whole.list() {
        guard let story = try whole.story(first: row.first) else { continue }
        for report in story.reports { expected[report.id] = try StoryDesk.json(story) }
      }
      #expect(expected.count > day / 2)
      let single = try StoryKeeper(snapshot, tables, asOf: moment)
      single.largest = largest
      var scope = Scope()
      scope.asOf = moment
      for line in try snapshot.reports(scope) {
        let story = try #require(try single.story(of: line))
        #expect(try StoryDesk.json(story) == expected[line.id], "day \(day), \(line.id)")
      }
      #expect(try single.file.drawnMembers().isEmpty, "nothing else was drawn")
      // The same stories, page by page, each once.
      let paged = try StoryKeeper(snapshot, tables, asOf: moment)
      paged.largest = largest
      paged.mostDrawnWhole = 0
      var wanted = StoryWanted()
      wanted.limit = 2
      var rows: [DrawnFile.StoryRow] = []
      repeat {
        let page = try paged.pastPage(wanted)
        rows += page.rows
        wanted.after = page.next
      } while wanted.after != nil
      let all = try whole.list()
      #expect(rows.sorted { $0.first < $1.first } == all.sorted { $0.first < $1.first })
      wanted.limit = 3
      #expect(try paged.list(wanted) == Array(rows.prefix(3)))
      for row in all {
        let story = try #require(try paged.story(first: row.first))
        #expect(try StoryDesk.json(story) == expected[row.first])
      }
      #expect(try paged.file.drawnMembers().isEmpty, "nothing was drawn whole")
    }
  }

  @Test(arguments: [4, 5])
  func `drawn as reports come, stories are those of drawing everything, however parts are cut`(
    _ seed: UInt64
  ) async throws {
    var dice = Dice(state: seed)
    let folder = try TemporaryFolder()
    let path = folder.ledger
    let tables = try StoryDesk.tables()
    let ledger = try Ledger(path: path)
    for (number, report) in LateLedger.reports(60, &dice).enumerated() {
      _ = try await ledger.append(report.reading())
      guard number % 3 == 0 else { continue }
      let keeper = try StoryKeeper(try Snapshot(path: path), tables)
      keeper.largest = 8
      try keeper.catchUp()
      // Everything drawn at once, as it is now.
      let whole = try StoryKeeper(try Snapshot(path: path), tables, asOf: Moment("2099"))
      whole.largest = 8
      #expect(
        try keeper.list().map(\.first) == whole.list().map(\.first), "after \(number)")
      let (drawn, expected) = (try keeper.file.drawnMembers(), try whole.file.drawnMembers())
      #expect(drawn == expected, "after \(number)")
    }
  }
}

/// Single parts of the near graph.
struct PartFinderTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6])
  func `the part of each report is that into which the whole graph is cut`(_ seed: UInt64) throws {
    var dice = Dice(state: seed)
    let count = 80
    // Likenesses in few steps, so that many are equal.
    var likeness: [[Float]] = .init(repeating: .init(repeating: 0, count: count), count: count)
    for one in 0..<count {
      for other in 0..<one where Int.random(in: 0..<3, using: &dice) == 0 {
        let value = 0.12 + 0.01 * Float(Int.random(in: 0..<40, using: &dice))
        likeness[one][other] = value
        likeness[other][one] = value
      }
    }
    let lists = likeness.map { row in
      row.enumerated().filter { $0.element > 0 }
        .sorted { ($1.element, $0.offset) < ($0.element, $1.offset) }.prefix(6)
        .map { DrawnFile.Near(reading: $0.offset, likeness: $0.element) }
    }
    let nodes = (0..<count).map {
      NearGraph.Node(id: "r\($0)", day: 1, signature: .init(words: [], names: []))
    }
    let neighbours = lists.map { list in
      list.map { NearGraph.Neighbour(index: $0.reading, likeness: $0.likeness) }
    }
    for largest in [1, 5, 12, 40, 100] {
      let parts = StoryDrawing(nodes, neighbours: neighbours, largest: largest).parts()
      #expect(parts.flatMap(\.self).sorted() == Array(0..<count))
      let whole = PartFinder(largest: largest, kept: { lists[$0] })
      var asked: Set<Int> = []
      // Lists of which only a beginning is known until all of it is asked for.
      let lazy = PartFinder(
        largest: largest,
        nearest: { reading, isWhole in
          if isWhole { asked.insert(reading) }
          guard !asked.contains(reading), let last = lists[reading].last else {
            return .init(near: lists[reading], open: nil)
          }
          let open = lists[reading].dropFirst(reading % 5).first?.likeness ?? last.likeness
          return .init(near: lists[reading].filter { $0.likeness > open }, open: open)
        })
      for part in parts {
        for reading in part {
          #expect(try whole.part(of: reading).sorted() == part)
          asked = []
          #expect(try lazy.part(of: reading).sorted() == part)
        }
      }
    }
  }
}
