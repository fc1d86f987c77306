import HearsayRecords
import Testing

@testable import HearsayReading

/// What stands in reports that somebody only looks into is told by neither him nor the reporter; every sentence is invented.
@Suite(.tags(.model), .enabled(if: ModelReading.hasModel, "no weights in Models"))
struct ReportsOfTests {
  @Test(arguments: [
    ("The agency could not verify the reports that 40 people were killed.", "killed"),
    ("The army said it was checking reports of an air strike.", "air strike"),
    ("The embassy is aware of reports that two Danes were abducted.", "abducted"),
    ("Inspectors are examining claims that the army gassed the town.", "gassed"),
  ])
  func `reports tell it`(_ text: String, _ word: String) throws {
    let reading = try ModelReading().wholeReading(text)
    let positions = PositionMap(text)
    let event = try #require(reading.events.first { positions.exact($0.trigger) == word })
    let claim = try #require(reading.claims.first { $0.id == event.saidBy })
    #expect(claim.source == nil)
  }

  @Test(arguments: [
    ("The army would not confirm or deny that its drones had struck the camp.", "struck"),
    ("The ministry neither confirmed nor denied that rebels had shelled the town.", "shelled"),
  ])
  func `what is neither confirmed nor denied stays open`(_ text: String, _ word: String) throws {
    let reading = try ModelReading().wholeReading(text)
    let positions = PositionMap(text)
    let event = try #require(reading.events.first { positions.exact($0.trigger) == word })
    #expect(event.status == .hypothetical)
    #expect(event.certainty == .asserted)
  }

  @Test func `who stops short of blaming does not blame`() throws {
    let text = "The palace stopped short of blaming Sorrat for the attack."
    let reading = try ModelReading().wholeReading(text)
    #expect(!reading.events.contains { $0.type == .accuse && $0.status == .happened })
  }
}
