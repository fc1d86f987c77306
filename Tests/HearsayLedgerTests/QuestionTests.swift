import HearsayLedger
import HearsayRecords
import TestSupport
import Testing

private func snapshot(_ folder: TemporaryFolder) async throws -> Snapshot {
  let ledger = try Ledger(path: folder.ledger)
  _ = try await ledger.append(sampleReading())
  var other = sampleReading(
    url: "https://other.example/1", text: "A quiet day.\n" + sampleText, published: "2024-06-01")
  other.report.outlet = "Other 100%"
  other.report.title = nil
  other.times = []
  for index in other.events.indices {
    other.events[index].time = nil
    other.events[index].status = .planned
  }
  for index in other.figures.indices { other.figures[index].at = nil }
  for index in other.happenings.indices { other.happenings[index].times = [] }
  _ = try await ledger.append(other)
  return try Snapshot(path: folder.ledger)
}

private struct ClaimCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let count: Int
  let ask: @Sendable (inout ClaimQuestion) -> Void
}

private let claimCases = [
  ClaimCase(testDescription: "all", count: 6) { _ in },
  ClaimCase(testDescription: "speaker without accents", count: 2) { $0.speaker = "general osei" },
  ClaimCase(testDescription: "speaker by alias", count: 2) { $0.speaker = "Rebels" },
  ClaimCase(testDescription: "speaker by the words of the source", count: 2) {
    $0.speaker = "no group"
  },
  ClaimCase(testDescription: "speaker by the beginning of a name", count: 2) {
    $0.speaker = "Ose*"
  },
  ClaimCase(testDescription: "nobody of that name", count: 0) { $0.speaker = "Mensah" },
  ClaimCase(testDescription: "no letters", count: 0) { $0.speaker = "\"*" },
  ClaimCase(testDescription: "who is blamed", count: 2) { $0.blames = "northern front" },
  ClaimCase(testDescription: "who is not blamed", count: 0) { $0.blames = "Osei" },
  ClaimCase(testDescription: "acts", count: 4) { $0.acts = [.deny, .accuse] },
  ClaimCase(testDescription: "words of the content", count: 2) { $0.words = "depot -漢口" },
  ClaimCase(testDescription: "words of the source are not content", count: 0) { $0.words = "Osei" },
  ClaimCase(testDescription: "outlet, with a character LIKE would read", count: 3) {
    $0.scope.outlet = "100%"
  },
  ClaimCase(testDescription: "published since", count: 3) {
    $0.scope.publishedSince = Moment("2024-05-05")
  },
  ClaimCase(testDescription: "published until, to the hour of an offset", count: 3) {
    $0.scope.publishedUntil = Moment("2024-05-04T06:00Z")
  },
  ClaimCase(testDescription: "published until, an hour before", count: 0) {
    $0.scope.publishedUntil = Moment("2024-05-04T05:00Z")
  },
  ClaimCase(testDescription: "limit", count: 2) { $0.scope.limit = 2 },
  ClaimCase(testDescription: "everything at once", count: 1) {
    $0.speaker = "Osei"
    $0.blames = "rebels"
    $0.words = "\"shelled the\" kéta"
    $0.acts = [.accuse]
    $0.certainties = [.asserted]
    $0.scope.outlet = "example"
  },
]

@Test(arguments: claimCases) private func `claims are found by`(_ example: ClaimCase) async throws {
  let folder = try TemporaryFolder()
  var question = ClaimQuestion()
  example.ask(&question)
  #expect(try await snapshot(folder).claims(question).count == example.count)
}

private struct EventCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let count: Int
  let ask: @Sendable (inout EventQuestion) -> Void
}

private let eventCases = [
  EventCase(testDescription: "all", count: 2) { _ in },
  EventCase(testDescription: "type", count: 2) { $0.types = [.assault, .protest] },
  EventCase(testDescription: "another type", count: 0) { $0.types = [.protest] },
  EventCase(testDescription: "mode", count: 2) { $0.modes = ["artillery"] },
  EventCase(testDescription: "status", count: 1) { $0.statuses = [.happened] },
  EventCase(testDescription: "on its day", count: 1) {
    $0.since = Moment("2024-05-03")
    $0.until = Moment("2024-05-03")
  },
  EventCase(testDescription: "undated, by its report's publication", count: 1) {
    $0.since = Moment("2024-05-20")
  },
  EventCase(testDescription: "until", count: 1) { $0.until = Moment("2024-05") },
  EventCase(testDescription: "before all", count: 0) { $0.until = Moment("2023") },
  EventCase(testDescription: "place without accents", count: 2) { $0.place = "keta" },
  EventCase(testDescription: "division of the place", count: 2) { $0.place = "Volta" },
  EventCase(testDescription: "country code", count: 2) { $0.place = "gha" },
  EventCase(testDescription: "another place", count: 0) { $0.place = "Accra" },
  EventCase(testDescription: "actor", count: 2) { $0.actor = "northern" },
  EventCase(testDescription: "recipient that is words", count: 2) { $0.recipient = "depot" },
  EventCase(testDescription: "an actor is no recipient", count: 0) { $0.recipient = "northern" },
]

@Test(arguments: eventCases) private func `events are found by`(_ example: EventCase) async throws {
  let folder = try TemporaryFolder()
  var question = EventQuestion()
  example.ask(&question)
  #expect(try await snapshot(folder).events(question).count == example.count)
}

private let happeningCases = [
  EventCase(testDescription: "all", count: 2) { _ in },
  EventCase(testDescription: "type", count: 2) { $0.types = [.assault, .protest] },
  EventCase(testDescription: "mode", count: 2) { $0.modes = ["artillery"] },
  EventCase(testDescription: "status", count: 0) { $0.statuses = [.planned] },
  EventCase(testDescription: "on its day", count: 1) {
    $0.since = Moment("2024-05-03")
    $0.until = Moment("2024-05-03")
  },
  EventCase(testDescription: "undated, by its report's publication", count: 1) {
    $0.since = Moment("2024-05-20")
  },
  EventCase(testDescription: "division of the place", count: 2) { $0.place = "Volta" },
  EventCase(testDescription: "another place", count: 0) { $0.place = "Accra" },
  EventCase(testDescription: "recipient that is words", count: 2) { $0.recipient = "depot" },
  EventCase(testDescription: "who is only blamed is no actor", count: 0) { $0.actor = "northern" },
]

@Test(arguments: happeningCases) private func `happenings are found by`(
  _ example: EventCase
) async throws {
  let folder = try TemporaryFolder()
  var question = EventQuestion()
  example.ask(&question)
  #expect(try await snapshot(folder).happenings(question).count == example.count)
}

private struct FigureCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let count: Int
  let ask: @Sendable (inout FigureQuestion) -> Void
}

private let figureCases = [
  FigureCase(testDescription: "the beginning of what is counted", count: 2) {
    $0.counts = "kill* people"
  },
  FigureCase(testDescription: "what is counted", count: 2) { $0.counts = "killed" },
  FigureCase(testDescription: "something else", count: 0) { $0.counts = "wounded" },
  FigureCase(testDescription: "at least", count: 2) { $0.atLeast = 12 },
  FigureCase(testDescription: "at least more", count: 0) { $0.atLeast = 13 },
  FigureCase(testDescription: "at most", count: 0) { $0.atMost = 11.5 },
]

@Test(arguments: figureCases) private func `figures are found by`(
  _ example: FigureCase
) async throws {
  let folder = try TemporaryFolder()
  var question = FigureQuestion()
  example.ask(&question)
  #expect(try await snapshot(folder).figures(question).count == example.count)
}

@Test func `a record found brings its names, words and time`() async throws {
  let folder = try TemporaryFolder()
  let found = try #require(try await snapshot(folder).events(EventQuestion()).first)
  #expect(found.words(found.record.trigger) == "shelled")
  #expect(found.record.actors.map(found.name) == ["Northern Front"])
  #expect(found.record.recipients.map(found.name) == ["the depôt"])
  #expect(found.record.time.flatMap(found.time)?.timex == "2024-05-03")
  #expect(found.report.report.outlet == "The Example")
}

private let typed: [(String, Int)] = [
  ("depot", 2), ("shelled", 2), ("general quiet", 1), ("\"quiet day\"", 1), ("\"day quiet\"", 0),
  ("depot -quiet", 1), ("shel*", 2), ("", 0), ("AND", 0), ("\"", 0), ("NEAR(a b) OR col:x ^", 0),
  ("-quiet", 0), ("漢口", 2), ("said) OR (", 0),
]

@Test(arguments: typed) func `words find reports, and nothing typed is a syntax error`(
  words: String, count: Int
) async throws {
  let folder = try TemporaryFolder()
  #expect(try await snapshot(folder).search(words).count == count)
}

@Test func `a title counts more than the text, and hits are marked`() async throws {
  let folder = try TemporaryFolder()
  let hits = try await snapshot(folder).search("depot")
  #expect(hits.first?.title.filter(\.isHit).map(\.text) == ["Depôt"])
  #expect(hits.last?.title == [])
  let snippet = try #require(hits.first?.snippet)
  #expect(snippet.filter(\.isHit).map(\.text) == ["depôt"])
  #expect(snippet.map(\.text).joined().contains("shelled the depôt"))
}

@Test func `a report is found by the beginning of its id`() async throws {
  let folder = try TemporaryFolder()
  let snapshot = try await snapshot(folder)
  let id = try #require(try snapshot.reports().first).id
  #expect(try snapshot.report(String(id.prefix(6)).uppercased()).id == id)
  for (prefix, code) in [
    ("ffffffffffff", LedgerError.Code.noReport), ("", .noReport), ("*", .noReport),
  ] {
    let error = #expect(throws: LedgerError.self) { try snapshot.report(prefix) }
    #expect(error?.code == code)
  }
}
