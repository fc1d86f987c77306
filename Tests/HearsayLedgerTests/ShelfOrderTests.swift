import FoundationEssentials
import HearsayLedger
import HearsayRecords
import TestSupport
import Testing

private func bare(_ url: String, _ published: String?) -> Reading {
  var reading = sampleReading(url: url, published: published)
  reading.times = []
  for index in reading.events.indices { reading.events[index].time = nil }
  for index in reading.figures.indices { reading.figures[index].at = nil }
  for index in reading.happenings.indices { reading.happenings[index].times = [] }
  return reading
}

@Test
func `records come in the order of publication, to the second, in whatever order they were read`()
  async throws
{
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  let dates = [
    "2024-05-04T10:00:01Z", "1969-07-20", "2024-05-04", "2024-05-04T10:00:00Z", "2024-05-05",
    "2024-05-04T23:59:59Z", "1969-07-21T02:56:00Z", "2024-05",
  ]
  for date in dates { _ = try await ledger.append(bare(date, date)) }
  let snapshot = try Snapshot(path: folder.ledger)
  let expected = [
    "1969-07-20", "1969-07-21T02:56:00Z", "2024-05", "2024-05-04", "2024-05-04T10:00:00Z",
    "2024-05-04T10:00:01Z", "2024-05-04T23:59:59Z", "2024-05-05",
  ]
  let all = try snapshot.happenings(EventQuestion()).map(\.report.address)
  #expect(all == expected)
  var question = EventQuestion()
  question.place = "keta"
  #expect(try snapshot.happenings(question).map(\.report.address) == expected)
  #expect(try snapshot.reports().map(\.address) == expected.reversed())
  #expect(try snapshot.verify() == [])
}

@Test func `more reports of one second than it has places stand in the order they came`()
  async throws
{
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  let addresses = (0..<1_300).map { "report \($0)" }
  let moment = "2024-05-04T10:00:59Z"
  _ = try await ledger.append(
    (["later"] + addresses).map {
      Delivered(bare($0, $0 == "later" ? "2024-05-05T10:00Z" : moment))
    })
  let snapshot = try Snapshot(path: folder.ledger)
  #expect(
    try snapshot.claims(ClaimQuestion()).map(\.report.address).deduplicated == addresses + ["later"]
  )
  var question = ClaimQuestion()
  question.speaker = "Osei"
  question.scope.publishedSince = Moment(moment)
  question.scope.publishedUntil = Moment(moment)
  #expect(try snapshot.claims(question).count == 1_300)
}

extension [String] {
  fileprivate var deduplicated: [String] {
    reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}

@Test func `more records than a place has keys are all found`() async throws {
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  var long = sampleReading()
  let claim = long.claims[1]
  long.claims += (4...2_500).map { number in
    var more = claim
    more.id = "c\(number)"
    return more
  }
  _ = try await ledger.append(long)
  _ = try await ledger.append(sampleReading(url: "next"))
  let snapshot = try Snapshot(path: folder.ledger)
  var question = ClaimQuestion()
  question.acts = [.deny]
  let found = try snapshot.claims(question)
  #expect(found.count == 2_499)
  #expect(found.map(\.record.id).last == "c2")
  #expect(found.dropLast().map(\.record.id) == ["c2"] + (4...2_500).map { "c\($0)" })
  #expect(try snapshot.verify() == [])
}

@Test func `words of two names are no name`() async throws {
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  var reading = sampleReading()
  reading.claims[0].blames = ["e1", "e2"]
  _ = try await ledger.append(reading)
  let snapshot = try Snapshot(path: folder.ledger)
  for (blamed, count) in [
    ("Osei", 1), ("northern front", 1), ("general osei", 1), ("osei northern", 0),
    ("osei -front", 0),
  ] {
    var question = ClaimQuestion()
    question.blames = blamed
    #expect(try snapshot.claims(question).count == count, "\(blamed)")
  }
}

@Test
func
  `several readings are stored in one act, and one that is unsound does not hold back the others`()
  async throws
{
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  var unsound = sampleReading(url: "unsound")
  unsound.claims[0].id = "c2"
  let results = try await ledger.append([
    Delivered(sampleReading(url: "one")), Delivered(unsound), Delivered(sampleReading(url: "one")),
    Delivered(sampleReading(url: "two", text: sampleText + " It rained.")),
    Delivered(sampleReading(url: "one", text: sampleText + " It snowed.")),
  ])
  #expect(
    results.map { result -> String in
      switch result {
      case .success(let stored): "\(stored.outcome)"
      case .failure(let error): "\(error.code)"
      }
    } == ["added", "unsound", "unchanged", "added", "newVersion"])
  #expect(try Snapshot(path: folder.ledger).verify() == [])
}
