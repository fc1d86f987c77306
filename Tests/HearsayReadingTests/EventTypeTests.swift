import HearsayRecords
import Testing

@testable import HearsayReading

/// What words tell together, and the codes of what has not happened.
@Suite(.tags(.model), .enabled(if: ModelReading.hasModel, "no weights in Models"))
struct EventTypeTests {
  private func events(_ text: String) throws -> [Event] { try ModelReading().reading(text).events }

  @Test(arguments: [
    ("Sorrat restored full diplomatic ties with Karvenia on Monday.", EventType.support, "050"),
    ("Sorrat cut all ties with Karvenia on Monday.", .sanction, "161"),
    ("Sorrat lifted the embargo against Karvenia on Monday.", .concede, "085"),
    ("Sorrat withdrew its troops from Karvenia on Monday.", .retreat, "087"),
    ("The minister praised the peace plan on Monday.", .support, "051"),
    ("The court convicted the banker of fraud on Monday.", .coerce, "116"),
  ]) func `the object decides what a verb tells`(_ text: String, _ type: EventType, _ code: String)
    throws
  {
    let event = try events(text).first
    #expect(event?.type == type)
    #expect(event?.cameo == code)
  }

  @Test func `a rule that decides is named`() throws {
    let event = try events("Sorrat cut all ties with Karvenia on Monday.").first
    #expect(event?.by.names.contains("ties-cut") ?? false)
  }

  @Test func `whoever refuses to meet rejects, and who merely did not meet does not`() throws {
    let refused = try events("The minister will not meet the envoy.").first { $0.type == .consult }
    #expect(refused?.status == .negated)
    #expect(refused?.cameo == "125")
    let missed = try events("The minister did not meet the envoy.").first { $0.type == .consult }
    #expect(missed?.cameo != "125")
  }

  @Test func `what is demanded is coded as a demand`() throws {
    let event = try events("The union demanded talks with the ministry.").first {
      $0.type == .consult
    }
    #expect(event?.status == .demanded)
    #expect(event?.cameo == "106")
  }

  @Test func `a particle and a hyphen tell nothing by themselves`() throws {
    let events = try events(
      "The rebels declared a cease-fire on Monday and called off their march.")
    let triggers = events.map { $0.trigger }
    #expect(!triggers.contains { $0.end - $0.start == 1 })
    #expect(events.count { $0.type == .retreat } <= 1)
  }

  @Test func `a named land that is no party by itself is dealt with`() throws {
    let reading = try ModelReading().reading(
      "Arnor signed a trade agreement with Gondor on Monday.")
    let event = try #require(reading.events.first { $0.type == .agree })
    let told = event.recipients.map { who in
      switch who {
      case .entity(let id): reading.entities.first { $0.id == id }?.name ?? ""
      case .mention(let span):
        String(decoding: Array(reading.report.text.utf8)[span.start..<span.end], as: UTF8.self)
      }
    }
    #expect(told.contains("Gondor"))
  }
}
