import HearsayLedger
import HearsayRecords
import TestSupport
import Testing

@Test func `events are found by any day before or after`() async throws {
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  let days = [
    "0900-01-01", "1969-12-31", "1970-01-01", "1970-02-02", "2023-12-31", "2024-01-01",
    "2024-02-29",
    "2026-06-01", "2059-12-30", "2100-01-01",
  ]
  let deliveries = days.map { day in
    var reading = sampleReading(url: day, published: "2024-06-01")
    reading.times[0].earliest = day
    reading.times[0].latest = day == "2024-01-01" ? "2024-03-31" : day
    return Delivered(reading)
  }
  _ = try await ledger.append(deliveries)
  let snapshot = try Snapshot(path: folder.ledger)
  for day in days + ["1970-01-31", "2024-01-15", "2024-03-31", "2024-04-01", "2059-12-31"] {
    var since = EventQuestion()
    since.since = Moment(day)
    let later = days.filter { ($0 == "2024-01-01" ? "2024-03-31" : $0) >= day }
    #expect(Set(try snapshot.events(since).map(\.report.address)) == Set(later), "since \(day)")
    var until = EventQuestion()
    until.until = Moment(day)
    let earlier = days.filter { $0 <= day }
    #expect(Set(try snapshot.events(until).map(\.report.address)) == Set(earlier), "until \(day)")
  }
}

@Test func `figures are found by any number`() async throws {
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  let numbers: [Double] = [0, 0.5, 1, 2, 3, 4, 1_000, 1_024, 1e12, 1e30]
  let deliveries = numbers.map { number in
    var reading = sampleReading(url: "\(number)")
    reading.figures[0].value = number
    reading.figures[0].low = number == 1_000 ? 10 : nil
    return Delivered(reading)
  }
  _ = try await ledger.append(deliveries)
  let snapshot = try Snapshot(path: folder.ledger)
  for number in numbers {
    var least = FigureQuestion()
    least.atLeast = number
    #expect(try snapshot.figures(least).count == numbers.filter { $0 >= number }.count)
    var most = FigureQuestion()
    most.atMost = number
    let lowest = numbers.map { $0 == 1_000 ? 10 : $0 }
    #expect(try snapshot.figures(most).count == lowest.filter { $0 <= number }.count)
  }
}
