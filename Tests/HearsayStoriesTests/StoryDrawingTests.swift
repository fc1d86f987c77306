import Foundation
import HearsayLedger
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayStories

/// A generator that gives the same numbers on every machine.
private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 33
  }
}

/// Which reports belong together.
struct StoryDrawingTests {
  @Test func `whatever the order and the batches, the stories are the same to the byte`()
    async throws
  {
    var dice = Dice(state: 16)
    let expected = try await StoryDesk.drawn(InventedReport.world, batches: 100)
    #expect(expected.split(separator: "\n").count == 3)
    for round in 0..<10 {
      let order = InventedReport.world.shuffled(using: &dice)
      for batches in [1, 7, 100] {
        let drawn = try await StoryDesk.drawn(order, batches: batches)
        #expect(drawn == expected, "round \(round), batches of \(batches)")
      }
    }
  }

  @Test func `a story is asked for by any of its reports, and a copy in another outlet is in it`()
    async throws
  {
    let folder = try TemporaryFolder()
    let path = folder.ledger
    let ledger = try Ledger(path: path)
    var ids: [String] = []
    for report in InventedReport.world {
      ids.append(try await ledger.append(report.reading()).id)
    }
    let snapshot = try Snapshot(path: path)
    let keeper = try StoryKeeper(snapshot, try StoryDesk.tables())
    let stories = try [ids[0], ids[2], ids[6]].map { id in
      try keeper.story(of: try snapshot.report(id))?.report
    }
    #expect(Set(stories).count == 1)
    let story = try #require(try keeper.story(of: try snapshot.report(ids[6])))
    #expect(story.reports.count == 4)
    #expect(story.reports.compactMap(\.copyOf).count == 1)
  }

  @Test func `a story of many reports is kept whole, and told as if it were drawn now`()
    async throws
  {
    let many = (1...9).map { number in
      var report = InventedReport.shelling[number % 2]
      report.outlet = "Outlet \(number)"
      return report
    }
    let folder = try TemporaryFolder()
    let path = folder.ledger
    let ledger = try Ledger(path: path)
    for report in many { _ = try await ledger.append(report.reading()) }
    let tables = try StoryDesk.tables()
    let keeper = try StoryKeeper(try Snapshot(path: path), tables)
    let row = try #require(try keeper.list().first)
    let kept = try #require(try keeper.file.page(of: row.first))
    let story = try #require(Story(kept))
    #expect(story.reports.count == row.reports)
    // Byte for byte what would be drawn now.
    try keeper.file.remove(story: row.first)
    #expect(try keeper.file.page(of: row.first) == nil)
    DrawnFile.remove(besideLedger: path)
    let again = try StoryKeeper(try Snapshot(path: path), tables)
    _ = try again.list()
    #expect(try again.file.page(of: row.first) == kept)
    #expect(
      try StoryDesk.json(try #require(try again.story(first: row.first))) == StoryDesk.json(story))
    // Bytes cut short are no story, and stop nobody.
    for length in stride(from: 0, to: kept.count, by: 97) {
      #expect(Story(Array(kept.prefix(length))) == nil)
    }
  }

  @Test
  func
    `a list tells the independent sources of a story, the countries it names and those it is reported from`()
    async throws
  {
    var reports = InventedReport.shelling + [.copy]
    // A near copy is no source, and reports from nowhere else.
    for (number, host) in ["courier.rs", "herald.co.uk", "today.com", "mirror.at"].enumerated() {
      reports[number].url = "https://\(host)/\(number)"
    }
    let folder = try TemporaryFolder()
    let path = folder.ledger
    let ledger = try Ledger(path: path)
    for report in reports { _ = try await ledger.append(report.reading()) }
    let keeper = try StoryKeeper(try Snapshot(path: path), try StoryDesk.tables())
    let row = try #require(try keeper.list().first)
    #expect(row.reports == 4 && row.sources == 3)
    #expect(row.countries == "\nXKV\n" && row.origins == "\nGB\nRS\n")
    let story = try #require(try keeper.story(first: row.first))
    #expect(story.sources == 3 && story.countries == ["XKV"])
    var wanted = StoryWanted()
    wanted.place = "nowhere"
    #expect(try keeper.list(wanted).isEmpty)
    wanted.countries = ["XKV"]
    #expect(try keeper.list(wanted) == [row])
    #expect(try keeper.count(wanted).stories == 1)
  }

  @Test func `what was drawn may be deleted, and is drawn again`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.ledger
    let ledger = try Ledger(path: path)
    for report in InventedReport.world { _ = try await ledger.append(report.reading()) }
    let tables = try StoryDesk.tables()
    let first = try StoryKeeper(try Snapshot(path: path), tables).list()
    DrawnFile.remove(besideLedger: path)
    #expect(try StoryKeeper(try Snapshot(path: path), tables).list() == first)
  }

  @Test func `a ruling that was taken back holds again when that is taken back`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.ledger
    let ledger = try Ledger(path: path)
    var keys: [String] = []
    for report in InventedReport.shelling.prefix(2) {
      let id = try await ledger.append(report.reading()).id
      keys.append(try Snapshot(path: path).report(id).key)
    }
    let book = try DecisionBook(path: path)
    var ruling = Decision(
      made: "2031-03-09T10:00:00Z", person: "ada", verdict: .same,
      target: .init(report: keys[0], kind: .happenings, record: "h1"),
      other: .init(report: keys[1], kind: .happenings, record: "h1"))
    var held: [Int] = []
    for _ in 0..<3 {
      let number = try book.keep(ruling)
      held.append(try Verdicts(try Snapshot(path: path)).rulings.count)
      ruling.verdict = .undo
      ruling.undoes = number
    }
    #expect(held == [1, 0, 1])
  }

  @Test func `as of a moment, only what was there then is drawn`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.ledger
    let early = try Ledger(path: path, now: { .init(timeIntervalSince1970: 1_000_000) })
    for report in InventedReport.shelling.prefix(2) { _ = try await early.append(report.reading()) }
    let late = try Ledger(path: path, now: { .init(timeIntervalSince1970: 2_000_000) })
    _ = try await late.append(InventedReport.shelling[2].reading())
    let snapshot = try Snapshot(path: path)
    let tables = try StoryDesk.tables()
    let now = try StoryKeeper(snapshot, tables).list()
    let then = try StoryKeeper(snapshot, tables, asOf: Moment("1970-01-15")).list()
    #expect(now.map(\.reports) == [3])
    #expect(then.map(\.reports) == [2])
  }

  @Test func `a sketch comes back from its bytes, and other bytes give none`() throws {
    let tables = try StoryDesk.tables()
    let reading = InventedReport.shelling[2].reading()
    let sketch = SketchMaker(tables.background, tables.words).sketch(
      Sketch.Card(
        id: "a", outlet: "O", title: nil, published: nil, day: -3, address: "x", version: 2),
      reading)
    #expect(Sketch(sketch.bytes) == sketch)
    #expect(Sketch(Array(sketch.bytes.dropLast(9))) == nil)
    #expect(Sketch([0xff, 0xff, 0xff, 0xff, 0xff]) == nil)
  }
}

/// Which reports are near.
struct NearGraphTests {
  @Test func `summed over lists, likenesses are those of pairs to the bit`() {
    var dice = Dice(state: 5)
    func features(_ count: Int) -> [Signature.Feature] {
      let keys = Set((0..<count).map { _ in UInt32.random(in: 0..<90, using: &dice) }).sorted()
      return keys.map { .init(key: $0, weight: Float.random(in: 0.01..<0.4, using: &dice)) }
    }
    let signatures = (0..<60).map { _ in Signature(words: features(30), names: features(12)) }
    var likeness = Likeness(
      Postings(signatures.map(\.words)), Postings(signatures.map(\.names)),
      count: signatures.count)
    // Twice, since sums begin at nothing again.
    for _ in 0..<2 {
      for (one, mine) in signatures.enumerated() {
        var shown: [Int: Float] = [:]
        likeness.forEach(like: one, atLeast: 0.1) { shown[$0] = $1 }
        let expected = signatures.enumerated().map { ($0, mine.likeness(to: $1)) }
          .filter { $0.1 >= 0.1 }
        // Of itself only what others share is summed, which nobody asks for.
        shown[one] = nil
        #expect(!expected.isEmpty)
        #expect(shown == Dictionary(uniqueKeysWithValues: expected.filter { $0.0 != one }))
      }
    }
  }

  @Test func `the nearest are those that all pairs give`() {
    var dice = Dice(state: 9)
    func features(_ count: Int) -> [Signature.Feature] {
      let keys = Set((0..<count).map { _ in UInt32.random(in: 0..<120, using: &dice) }).sorted()
      return keys.map { .init(key: $0, weight: Float.random(in: 0.01..<0.4, using: &dice)) }
    }
    let nodes = (0..<120).map { number in
      NearGraph.Node(
        id: "r\(number * 37 % 120)",
        day: number % 7 == 0 ? nil : Int.random(in: 0..<200, using: &dice),
        signature: Signature(words: features(30), names: features(12)))
    }
    func finds(_ one: NearGraph.Node, _ other: NearGraph.Node) -> Bool {
      let (mine, theirs) = (one.lookedUp, other.lookedUp)
      return !Set(mine.lasting).isDisjoint(with: theirs.lasting)
        || NearGraph.isNear(one.day, other.day) && !Set(mine.timed).isDisjoint(with: theirs.timed)
    }
    let expected = nodes.enumerated().map { index, node in
      nodes.enumerated().filter { $0.offset != index && finds(node, $0.element) }
        .map { (index: $0.offset, likeness: node.signature.likeness(to: $0.element.signature)) }
        .filter { $0.likeness >= NearGraph.leastLikeness }
        .sorted { ($1.likeness, nodes[$0.index].id) < ($0.likeness, nodes[$1.index].id) }
        .prefix(NearGraph.nearest).map(\.index)
    }
    let found = NearGraph(nodes).neighbours().map { $0.map(\.index) }
    #expect(found == expected)
    #expect(expected.contains { $0.count == NearGraph.nearest })
  }
}

/// Average linkage.
struct LinkageTests {
  private static func clusters(_ count: Int, _ likeness: [[Int]: Double], never: Set<[Int]> = [])
    -> [[Int]]
  {
    Linkage.clusters(count, stop: 0.5) { left, right in
      never.contains([left, right]) ? .never : .likeness(likeness[[left, right]] ?? 0)
    }
  }

  @Test func `a chain of likeness does not join its ends`() {
    #expect(Self.clusters(3, [[0, 1]: 0.9, [1, 2]: 0.6]) == [[0, 1], [2]])
  }

  @Test func `three that are alike on average are one`() {
    #expect(Self.clusters(3, [[0, 1]: 0.9, [1, 2]: 0.8, [0, 2]: 0.4]) == [[0, 1, 2]])
  }

  @Test func `two that may never be one stay apart, and keep apart what each has joined`() {
    #expect(
      Self.clusters(3, [[0, 1]: 0.9, [1, 2]: 0.8, [0, 2]: 0.9], never: [[0, 2]])
        == [[0, 1], [2]])
  }

  @Test func `of ties the first are joined`() {
    #expect(Self.clusters(3, [[0, 1]: 0.7, [1, 2]: 0.7]) == [[0, 1], [2]])
  }
}
