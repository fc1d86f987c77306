import HearsayLanguage
import HearsayRecords
import Testing

@testable import HearsayReading

/// Headlines leave out "was": whoever suffers a thing there has not done it.
struct HeadlineTests {
  @Test(
    .tags(.model), .enabled(if: ModelReading.hasModel, "no weights in Models"),
    arguments: [
      "Mayor abducted", "Opposition leader arrested", "Peacekeepers ambushed",
      "Hospital bombed, doctors say",
      "Rebel commander killed in strike",
    ])
  func `a bare participle of a headline has a sufferer and no doer`(_ text: String) throws {
    let reading = try ModelReading().reading(text)
    let event = try #require(reading.events.first)
    #expect(event.actors.isEmpty)
    #expect(!event.recipients.isEmpty)
  }

  @Test(
    .tags(.model), .enabled(if: ModelReading.hasModel, "no weights in Models"),
    arguments: [
      "Rebels attacked at dawn", "Rebels abducted mayor", "Rebels attacked the port at dawn.",
    ])
  func `whoever attacks in a headline does it`(_ text: String) throws {
    let reading = try ModelReading().reading(text)
    let event = try #require(reading.events.first)
    #expect(!event.actors.isEmpty)
  }

  @Test(.tags(.model), .enabled(if: ModelReading.hasModel, "no weights in Models"))
  func `whoever stands behind the last colon of a headline says it`() throws {
    let draft = try ModelReading().draft("Rebels burned market in Dorn: army", isHeadline: true)
    let claim = try #require(draft.claims.first)
    #expect(claim.record.source.map(draft.text.exact) == "army")
  }
}
