import HearsayRecords
import TestSupport
import Testing

@testable import HearsayLedger

/// A reading of one line with a record of every kind that is asked for.
private func short(_ number: Int) -> Reading {
  let speaker = "Person\(number % 97)"
  let text =
    "\(speaker) said the Front\(number % 13) shelled Town\(number % 211), killing \(number % 50)."
  func span(_ words: String) -> TextSpan {
    let before = text.utf8.count - (text.components(after: words))
    return TextSpan(start: before - words.utf8.count, end: before)
  }
  let day = "2024-0\(1 + number % 9)-1\(number % 10)"
  let front = "Front\(number % 13)"
  let content = "the \(front) shelled Town\(number % 211)"
  return Reading(
    report: Report(
      id: "", url: "https://news.example/\(number)", outlet: "Outlet \(number % 40)", title: text,
      published: number % 10 == 0 ? nil : day, text: text, sha256: SHA256.hex("\(number)".utf8),
      reader: Reader(version: "1")),
    entities: [
      Entity(id: "e1", name: speaker, kind: .person, mentions: [span(speaker)]),
      Entity(id: "e2", name: front, kind: .armedGroup, mentions: [span(front)]),
    ],
    places: [
      Place(
        id: "p1", name: "Town\(number % 211)", precision: .named,
        mentions: [span("Town\(number % 211)")])
    ],
    events: [
      Event(
        id: "v1", type: .assault, mode: "artillery", trigger: span("shelled"),
        actors: [.entity("e2")],
        place: "p1", status: number % 7 == 0 ? .planned : .happened, confidence: 1,
        evidence: [span(content)])
    ],
    claims: [
      Claim(
        id: "c1", speaker: "e1", source: span(speaker), cue: span("said"), content: [span(content)],
        act: number % 5 == 0 ? .deny : .accuse, about: ["v1"], blames: ["e2"], confidence: 1)
    ],
    figures: [
      Figure(
        id: "f1", value: Double(number % 50), counts: "killed", about: "v1",
        evidence: [span("killing \(number % 50)")])
    ],
    happenings: number % 3 == 0
      ? []
      : [
        Happening(
          id: "h1", type: .assault, mode: "artillery", events: ["v1"], status: .happened,
          places: [Slot(.place, id: "p1", span: span("Town\(number % 211)"))], confidence: 1)
      ])
}

extension String {
  /// How many bytes stand behind the first place of some words.
  fileprivate func components(after words: String) -> Int {
    let all = Array(utf8)
    let wanted = Array(words.utf8)
    let start = all.indices.first { all[$0...].starts(with: wanted) } ?? 0
    return all.count - start - wanted.count
  }
}

/// Everything that a person can ask a ledger.
private let questions: [(String, @Sendable (Snapshot) throws -> Int)] = [
  ("list", { try $0.reports(limited()).count }),
  ("list --outlet", { try $0.reports(limited { $0.outlet = "Outlet 7" }).count }),
  (
    "list --since --until",
    {
      try $0.reports(
        limited {
          $0.publishedSince = Moment("2024-03")
          $0.publishedUntil = Moment("2024-04")
        }
      ).count
    }
  ),
  ("list --as-of", { try $0.reports(limited { $0.asOf = Moment("2050") }).count }),
  ("list --all-versions", { try $0.reports(limited { $0.versions = .all }).count }),
  ("show", { try $0.reading(of: try $0.report(one($0).id)).claims.count }),
  ("show ADDRESS", { try $0.versions(of: "https://news.example/77").count }),
  ("original", { try $0.original(of: one($0)).map { _ in 1 } ?? 1 }),
  ("copies", { try $0.nearCopies(of: one($0)).count + 1 }),
  ("same bytes", { try $0.copies(of: one($0)).count + 1 }),
  ("search", { try $0.search("Person7 front*", limited()).count }),
  ("search --outlet", { try $0.search("shelled", limited { $0.outlet = "Outlet 7" }).count }),
  ("claims", { try $0.claims(claims { _ in }).count }),
  ("claims --speaker", { try $0.claims(claims { $0.speaker = "Person7" }).count }),
  (
    "claims --blames --act",
    {
      try $0.claims(
        claims {
          $0.blames = "Front3"
          $0.acts = [.deny, .disavow]
        }
      ).count
    }
  ),
  ("claims --words", { try $0.claims(claims { $0.words = "\"shelled town8\"" }).count }),
  (
    "claims --certainty",
    { try $0.claims(claims { $0.certainties = [.asserted, .alleged] }).count }
  ),
  (
    "claims --since",
    { try $0.claims(claims { $0.scope.publishedSince = Moment("2024-05") }).count }
  ),
  ("claims --outlet", { try $0.claims(claims { $0.scope.outlet = "Outlet 7" }).count }),
  ("claims --as-of", { try $0.claims(claims { $0.scope.asOf = Moment("2050") }).count }),
  (
    "claims --report",
    { snapshot in
      try snapshot.claims(claims { $0.scope.report = (try? one(snapshot).id) ?? "" }).count
    }
  ),
  ("events", { try $0.happenings(events { _ in }).count }),
  ("events of older versions", { try $0.events(events { _ in }, ofUnsettled: true).count }),
  ("events --mentions", { try $0.events(events { _ in }).count }),
  (
    "events --type --status --since",
    {
      try $0.events(
        events {
          $0.types = [.assault]
          $0.statuses = [.happened]
          $0.since = Moment("2024-06-01")
        }
      ).count
    }
  ),
  ("events --until", { try $0.happenings(events { $0.until = Moment("2024-06-01") }).count }),
  (
    "events --place --actor",
    {
      try $0.events(
        events {
          $0.place = "Town8"
          $0.actor = "Front8"
        }
      ).count
    }
  ),
  ("events --mode", { try $0.events(events { $0.modes = ["artillery"] }).count }),
  ("figures", { try $0.figures(figures { _ in }).count }),
  (
    "figures --counts --at-least --at-most",
    {
      try $0.figures(
        figures {
          $0.counts = "killed"
          $0.atLeast = 7
          $0.atMost = 9
        }
      ).count
    }
  ),
  (
    "export",
    { snapshot in
      var count = 0
      try snapshot.forEachJSON(limited()) { _, _ in
        count += 1
        return true
      }
      return count
    }
  ),
  ("counts", { try $0.counts().reports }),
  ("counts of a report", { try $0.counts(of: one($0)).count }),
  ("captures", { try $0.captures(of: one($0)).count }),
]

private func limited(_ change: (inout Scope) -> Void = { _ in }) -> Scope {
  var scope = Scope()
  scope.limit = 20
  change(&scope)
  return scope
}

private func one(_ snapshot: Snapshot) throws -> ReportLine {
  try #require(try snapshot.versions(of: "https://news.example/77").first)
}

private func claims(_ change: (inout ClaimQuestion) -> Void) -> ClaimQuestion {
  var question = ClaimQuestion()
  question.scope = limited()
  change(&question)
  return question
}

private func events(_ change: (inout EventQuestion) -> Void) -> EventQuestion {
  var question = EventQuestion()
  question.scope = limited()
  change(&question)
  return question
}

private func figures(_ change: (inout FigureQuestion) -> Void) -> FigureQuestion {
  var question = FigureQuestion()
  question.scope = limited()
  change(&question)
  return question
}

@Test func `no question sorts, and none looks at a whole table`() async throws {
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder("l.sqlite"))
  for start in stride(from: 0, to: 10_000, by: 500) {
    _ = try await ledger.append((start..<start + 500).map { Delivered(short($0)) })
  }
  let snapshot = try Snapshot(path: folder("l.sqlite"))
  #expect(try snapshot.counts().reports == 10_000)
  for (name, ask) in questions {
    var found = 0
    let plans = try snapshot.plans { found = try ask(snapshot) }
    #expect(found > 0, "\(name) finds nothing")
    #expect(!plans.isEmpty)
    for plan in plans {
      #expect(plan.slowSteps == [], "\(name): \(plan.sql)")
    }
  }
}

@Test func `a plan that scans or sorts is told`() {
  func slow(_ step: String) -> Bool { !Plan(sql: "", steps: [step]).slowSteps.isEmpty }
  #expect(slow("SCAN claims"))
  #expect(slow("USE TEMP B-TREE FOR ORDER BY"))
  #expect(slow("SCAN words_index VIRTUAL TABLE INDEX 0:"))
  #expect(!slow("SCAN words_index VIRTUAL TABLE INDEX 0:M1"))
  #expect(!slow("SEARCH claims USING INTEGER PRIMARY KEY (rowid=?)"))
}
