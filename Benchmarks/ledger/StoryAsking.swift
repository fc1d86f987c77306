import FoundationEssentials
import HearsayLedger
import HearsayRecords
import HearsayStories

/// The questions across reports, on what `hearsay redraw` has drawn; run in the folder of the package, whose tables it reads.
struct StoryAsking {
  private let tables: StoryMaker.Tables

  private static let limit = 50

  init() throws {
    func text(_ name: String) throws -> String {
      try String(contentsOfFile: "Data/stories/" + name, encoding: .utf8)
    }
    let (background, incidents) = (try text("background.tsv"), try text("incidents.tsv"))
    let questions = try text("questions.tsv")
    let outlets = try text("outlets.tsv")
    tables = StoryMaker.Tables(
      background: Background(background), incidents: IncidentModel(incidents),
      words: PurposeWords(questions), outlets: OutletKinds(outlets),
      name: StoryMaker.Tables.name(of: background, incidents, questions, outlets))
  }

  func questions(_ world: World) -> [LedgerAsking.Question] {
    let tables = tables
    func question(
      _ words: String, _ ask: @escaping (StoryKeeper, Int) throws -> Int
    ) -> LedgerAsking.Question {
      .init(words: words) { snapshot, round in try ask(try StoryKeeper(snapshot, tables), round) }
    }
    func list(_ words: String, _ set: @escaping (inout StoryWanted, Int) -> Void)
      -> LedgerAsking.Question
    {
      question("stories " + words) { keeper, round in
        var wanted = StoryWanted()
        wanted.limit = Self.limit
        set(&wanted, round)
        return try keeper.list(wanted).count
      }
    }
    /// One of the largest stories, or of those further down the list.
    func story(_ keeper: StoryKeeper, _ round: Int) throws -> Story? {
      var wanted = StoryWanted()
      wanted.limit = 1 + round * 3
      return try keeper.list(wanted).last.flatMap { try keeper.story(first: $0.first) }
    }
    /// One of the reports that came last before a moment, when a share of all had come.
    func past(_ words: String, _ share: Double) -> LedgerAsking.Question {
      .init(words: words) { snapshot, round in
        let row = Int(Double(try snapshot.newestRow()) * share)
        let moment = Moment(try snapshot.line(ofRow: row).firstSeen)
        let keeper = try StoryKeeper(snapshot, tables, asOf: moment)
        let line = try snapshot.line(ofRow: max(1, row - 1_000 - round * 40))
        return try keeper.story(of: line)?.reports.count ?? 0
      }
    }
    func text(_ value: some Encodable) throws -> Int {
      try ContractWriter.spanless.json(value).utf8.count
    }
    return [
      list("") { _, _ in },
      list("--since --until") { wanted, round in
        wanted.since = "2024-0\(1 + round % 9)-05"
        wanted.until = "2024-0\(1 + round % 9)-06"
      },
      list("--type") { wanted, _ in wanted.types = ["PROTEST"] },
      list("--place NAME") { wanted, round in
        wanted.place = world.towns[[0, 3, 30, 300, 3_000][round % 5]]
      },
      question("story REPORT (of the most contested)") { keeper, round in
        try story(keeper, round)?.reports.count ?? 0
      },
      question("story REPORT --format json") { keeper, round in
        try story(keeper, round).map(text) ?? 0
      },
      question("timeline REPORT") { keeper, round in
        try story(keeper, round).map { Timeline.entries(of: $0).count } ?? 0
      },
      question("incident RECORD") { keeper, round in
        try story(keeper, round)?.incidents.first.map(text) ?? 0
      },
      question("contested REPORT") { keeper, round in
        try story(keeper, round)?.contested.count ?? 0
      },
      past("story REPORT --as-of (after half of the reports)", 0.5),
      past("story REPORT --as-of (before the newest hundredth)", 0.99),
      question("contested") { keeper, _ in
        try keeper.contested(kinds: [], limit: Self.limit).count
      },
      question("contested --kind") { keeper, round in
        let kinds = Question.Kind.allCases
        return try keeper.contested(kinds: [kinds[round % kinds.count]], limit: Self.limit).count
      },
      question("same") { keeper, _ in try keeper.unsure(limit: Self.limit).count },
      question("blame") { keeper, _ in
        var count = 0
        try keeper.forEachAccusation { _ in
          count += 1
          return count < Self.limit
        }
        return count
      },
      question("changes --since (the last day)") { keeper, _ in
        guard let day = Moment("2025-12-31") else { return 0 }
        return try keeper.changes(since: day).count
      },
      question("denials") { keeper, _ in
        let finder = Answers(keeper)
        var count = 0
        try finder.forEachDenying { line in
          count += try finder.given(by: line, try keeper.snapshot.reading(of: line)).count
          return count < Self.limit
        }
        return count
      },
      question("denials of one report, given and received") { keeper, round in
        var scope = Scope()
        scope.limit = 5 * (round + 1)
        guard let line = try keeper.snapshot.reports(scope).last else { return 0 }
        let (finder, reading) = (Answers(keeper), try keeper.snapshot.reading(of: line))
        return try finder.given(by: line, reading).count + finder.received(by: line, reading).count
      },
    ]
  }
}
