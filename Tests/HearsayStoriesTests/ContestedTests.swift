import HearsayRecords
import HearsayStories
import TestSupport
import Testing

struct ContestedTests {
  @Test func `what is contested is told as values, for whoever shows it`() throws {
    let reading = sampleReading()
    let points = Contested.points(in: ReadingIndex(reading))
    let didItHappen = try #require(
      points.first { if case .didItHappen = $0.question { true } else { false } })
    #expect(didItHappen.question == .didItHappen(reading.events[0]))
    #expect(didItHappen.answers.map(\.who) == ["Général Osei", "Northern Front"])
    #expect(didItHappen.answers.map(\.reply).last == .denies(.deny))
    let blame = try #require(points.first { $0.question == .whoIsToBlame(nil) })
    #expect(blame.answers.first?.reply == .blames(["e2"]))
    #expect(blame.answers.allSatisfy { $0.evidence.end <= reading.report.text.utf8.count })
  }

  @Test func `the manner of a standing is what a page may show it by`() {
    var event = sampleReading().events[0]
    let manners: [(EventStatus, Standing.Manner)] = [
      (.happened, .happened), (.attempted, .said), (.denied, .denied), (.negated, .denied),
      (.planned, .planned), (.threatened, .planned),
    ]
    for (status, manner) in manners {
      event.status = status
      (event.certainty, event.saidBy) = (.asserted, nil)
      #expect(Standing(event).manner == manner, "\(status)")
    }
  }
}
