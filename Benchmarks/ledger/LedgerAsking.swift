import FoundationEssentials
import HearsayLedger
import HearsayRecords
import HearsayStories

/// Times every question of the README, each with names that are common, less common and rare.
struct LedgerAsking {
  let path: String

  private static let times = 20
  private static let limit = 50

  struct Question {
    let words: String
    let ask: (Snapshot, Int) throws -> Int
  }

  func run() throws {
    let world = World(seed: 1)
    let stories = try StoryAsking()
    let counts = try Snapshot(path: path).counts()
    print("\(counts.reports) reports, \(counts.records.values.reduce(0, +)) records")
    let clock = ContinuousClock()
    var slow: Set<String> = []
    for question in questions(world) + stories.questions(world) {
      var times: [Duration] = []
      var found = 0
      for round in 0..<Self.times {
        let start = clock.now
        // As the program does: the ledger is opened anew for each question.
        let snapshot = try Snapshot(path: path)
        found += try question.ask(snapshot, round)
        times.append(clock.now - start)
      }
      times.sort()
      let snapshot = try Snapshot(path: path)
      for plan in try snapshot.plans(of: { _ = try question.ask(snapshot, 0) })
      where !plan.slowSteps.isEmpty {
        slow.insert("\(plan.slowSteps.joined(separator: "; ")) in: \(plan.sql)")
      }
      func milliseconds(_ duration: Duration) -> String {
        let tenths = Int((duration / .milliseconds(1) * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
      }
      let name = question.words + String(repeating: " ", count: max(0, 58 - question.words.count))
      print(
        "\(name) median \(milliseconds(times[times.count / 2])) ms, p95 "
          + "\(milliseconds(times[times.count * 95 / 100 - 1])) ms, most "
          + "\(milliseconds(times[times.count - 1])) ms, \(found / Self.times) found")
    }
    for line in slow.sorted() { print("SLOW PLAN: \(line)") }
  }

  private func questions(_ world: World) -> [Question] {
    func scope() -> Scope {
      var scope = Scope()
      scope.limit = Self.limit
      return scope
    }
    /// Of a list in the order of use: the first, then rarer and rarer.
    func name(_ names: [String], _ round: Int) -> String {
      names[min(names.count - 1, [0, 1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000][round % 10])]
    }
    func claims(
      _ words: String, _ set: @escaping (inout ClaimQuestion, Int) -> Void
    ) -> Question {
      Question(words: "claims " + words) { snapshot, round in
        var question = ClaimQuestion()
        question.scope = scope()
        set(&question, round)
        return try snapshot.claims(question).count
      }
    }
    func events(
      _ words: String, _ set: @escaping (inout EventQuestion, Int) -> Void
    ) -> [Question] {
      var asked: [Question] = []
      for mentions in [false, true] {
        asked.append(
          Question(words: "events " + words + (mentions ? " --mentions" : "")) { snapshot, round in
            var question = EventQuestion()
            question.scope = scope()
            set(&question, round)
            guard !mentions else { return try snapshot.events(question).count }
            return try snapshot.happenings(question).count
              + snapshot.events(question, ofUnsettled: true).count
          })
      }
      return asked
    }
    func figures(
      _ words: String, _ set: @escaping (inout FigureQuestion, Int) -> Void
    ) -> Question {
      Question(words: "figures " + words) { snapshot, round in
        var question = FigureQuestion()
        question.scope = scope()
        set(&question, round)
        return try snapshot.figures(question).count
      }
    }
    func list(_ words: String, _ set: @escaping (inout Scope, Int) -> Void) -> Question {
      Question(words: "list " + words) { snapshot, round in
        var asked = scope()
        set(&asked, round)
        var count = 0
        try snapshot.forEachReport(asked) { line in
          _ = try snapshot.original(of: line)
          count += 1
          return true
        }
        return count
      }
    }
    func search(_ words: String, _ typed: @escaping (Int) -> String) -> Question {
      Question(words: "search " + words) { snapshot, round in
        try snapshot.search(typed(round), scope()).count
      }
    }
    func one(_ words: String, _ ask: @escaping (Snapshot, ReportLine) throws -> Int) -> Question {
      Question(words: words) { snapshot, round in
        var asked = Scope()
        asked.limit = 5 * (round + 1)
        guard let line = try snapshot.reports(asked).last else { return 0 }
        return try ask(snapshot, try snapshot.report(String(line.id.prefix(10))))
      }
    }
    let day = "2024-03-05"
    return [
      list("") { _, _ in },
      list("--since --until") { scope, _ in
        scope.publishedSince = Moment(day)
        scope.publishedUntil = Moment("2024-03-06")
      },
      list("--outlet NAME") { scope, round in scope.outlet = name(world.outlets, round) },
      list("--as-of") { scope, _ in scope.asOf = Moment("2050") },
      list("--all-versions") { scope, _ in scope.versions = .all },
      one("show") { snapshot, line in try snapshot.reading(of: line).claims.count },
      one("copies") { snapshot, line in try snapshot.nearCopies(of: line).count },
      one("diff") { snapshot, line in try snapshot.versions(of: line.address).count },
      search("common word") { _ in world.words[0] },
      search("WORD WORD") { "\(world.words[$0]) \(world.words[400 + $0 * 50])" },
      search("\"two words\" beginning*") {
        "\"killing \($0 + 3)\" \(world.words[300 + $0].prefix(3))*"
      },
      search("name") { name(world.people, $0) },
      claims("") { _, _ in },
      claims("--speaker NAME") { $0.speaker = name(world.people, $1) },
      claims("--speaker LAST-NAME") {
        $0.speaker = String(name(world.people, $1).split(separator: " ")[1])
      },
      claims("--speaker NAME --act deny") { question, round in
        question.speaker = name(world.groups, round)
        question.acts = [.deny]
      },
      claims("--blames NAME") { $0.blames = name(world.groups, $1) },
      claims("--act deny") { question, _ in question.acts = [.deny] },
      claims("--act deny,disavow") { question, _ in question.acts = [.deny, .disavow] },
      claims("--act apologise (none)") { question, _ in question.acts = [.apologise] },
      claims("--speaker --act apologise (none)") { question, round in
        question.speaker = "army"
        question.acts = [.apologise]
      },
      claims("--words") { $0.words = "struck \(name(world.towns, $1))" },
      claims("--outlet") { $0.scope.outlet = name(world.outlets, $1) },
      claims("--since") { question, _ in question.scope.publishedSince = Moment("2025-11-01") },
      claims("--as-of") { question, _ in question.scope.asOf = Moment("2050") },
      figures("") { _, _ in },
      figures("--counts killed") { question, _ in question.counts = "killed" },
      figures("--at-least 399") { question, _ in question.atLeast = 399 },
      figures("--at-least 100000 (none)") { question, _ in question.atLeast = 100_000 },
    ]
      + events("") { _, _ in }
      + events("--type assault --since --status happened") { question, _ in
        question.types = [.assault]
        question.statuses = [.happened]
        question.since = Moment("2025-12-01")
      }
      + events("--since --until") { question, round in
        question.since = Moment("2024-0\(1 + round % 9)-05")
        question.until = Moment("2024-0\(1 + round % 9)-06")
      } + events("--place NAME") { $0.place = name(world.towns, $1) }
      + events("--place NAME --since") { question, round in
        question.place = name(world.countries, round % 5)
        question.since = Moment("2025-12-01")
      } + events("--actor NAME") { $0.actor = name(world.groups, $1) }
      + events("--status denied (none)") { question, _ in question.statuses = [.denied] }
      + [
        Question(words: "export -n 50") { snapshot, _ in
          var count = 0
          try snapshot.forEachJSON(scope()) { _, _ in
            count += 1
            return true
          }
          return count
        },
        Question(words: "counts") { snapshot, _ in try snapshot.counts().reports },
      ]
  }
}
