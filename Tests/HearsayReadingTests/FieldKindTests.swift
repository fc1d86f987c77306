import HearsayLanguage
import HearsayRecords
import Testing

@testable import HearsayReading

/// What people's own files showed to be read wrongly, by kind; every sentence here is invented.
@Suite(.tags(.model), .enabled(if: ModelReading.hasModel, "no weights in Models"))
struct FieldKindTests {
  private func reading(_ text: String) throws -> Reading { try ModelReading().reading(text) }

  private func name(_ participant: Participant, _ reading: Reading) -> String {
    switch participant {
    case .entity(let id): return reading.entities.first { $0.id == id }?.name ?? "?"
    case .mention(let span):
      return String(
        decoding: Array(reading.report.text.utf8)[span.start..<span.end], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("Bishop kidnapped by pirates", "Bishop", ["pirates"]),
    ("Union leader jailed", "Union leader", []),
    ("Medics ambushed near Kalt", "Medics", []),
    ("School bombed, teachers say", "School", []),
  ])
  func `whoever stands before a headline's participle suffers it`(
    _ text: String, _ victim: String, _ doers: [String]
  ) throws {
    let reading = try reading(text)
    let event = try #require(reading.events.first)
    #expect(event.actors.map { name($0, reading) } == doers)
    #expect(event.recipients.map { name($0, reading) } == [victim])
  }

  @Test func `in a sentence whoever attacks still attacks`() throws {
    let reading = try reading("Pirates attacked the port at dawn and fled.")
    #expect(
      reading.events.contains { $0.actors.map { name($0, reading).lowercased() } == ["pirates"] },
      "\(reading.events.map { $0.actors.map { name($0, reading) } })")
  }

  @Test func `a day does nothing`() throws {
    let reading = try reading("Friday's bombing injured six miners.")
    #expect(reading.events.allSatisfy { $0.actors.isEmpty })
  }

  @Test func `two passives have each their own`() throws {
    let reading = try reading(
      "Three guards and a driver were killed and nine miners, among them two boys, were injured when a bomb exploded."
    )
    for event in reading.events where event.evidence.contains(where: { $0.count > 0 }) {
      let names = event.recipients.map { name($0, reading) }
      #expect(!(names.contains("Three guards") && names.contains("nine miners")), "\(names)")
    }
  }

  @Test func `what is told of a week after an attack dates the attack`() throws {
    let reading = try reading("The vote comes a month after a bombing in Kalt injured six miners.")
    let vote = reading.events.filter { $0.trigger.start < 12 }
    #expect(vote.allSatisfy { $0.time == nil })
    #expect(reading.events.contains { $0.trigger.start > 12 && $0.time != nil })
  }

  @Test func `an owner is not who speaks`() throws {
    let reading = try reading(
      "Karvenia's interior minister, Lena Orst, on Friday rejected claims of a raid.")
    let claim = try #require(reading.claims.first)
    let speaker = reading.entities.first { $0.id == claim.speaker }
    #expect(speaker?.name == "Lena Orst")
    #expect(claim.act == .deny)
  }

  @Test func `a lead-in at the beginning of a paragraph tells who says it`() throws {
    let reading = try reading("Police: two held after a raid in Kalt.")
    let claim = try #require(reading.claims.first)
    #expect(reading.entities.first { $0.id == claim.speaker }?.name == "Police")
  }

  @Test func `the account that signs a post said it`() throws {
    let reading = try reading(
      "The mayor met farmers on Sunday.\n\nThere was no raid. The film is old.\n\n— Lena Orst (@lenaorst) March 3, 2031\n\nFarmers went home."
    )
    let claim = try #require(
      reading.claims.first { $0.speaker == reading.entities.first { $0.name == "Lena Orst" }?.id })
    #expect(claim.act == .deny)
  }

  @Test func `a quotation that nothing closes ends with its sentence`() {
    let text =
      "The guard said the gate “would stay shut. He said that nobody should come.\n\nAll left."
    let quotations = Quotations.find(in: Array(text.utf8))
    #expect(
      quotations.map { text.utf8.dropFirst($0.inside.start).prefix($0.inside.count).count }
        == ["would stay shut".utf8.count])
  }

  @Test func `a subject before the verb above its own is that verb's`() throws {
    let draft = try ModelReading().draft(
      "“We like every one of those towns,” she said, adding that she does not offer predictions.")
    #expect(draft.claims.allSatisfy { $0.source != nil })
  }

  @Test func `towns that look like people are towns`() throws {
    let reading = try reading("Troops retook Omdurman and Wad Madani from the RSF.")
    #expect(reading.places.map(\.country) == ["SDN", "SDN"])
    #expect(reading.entities.allSatisfy { $0.kind != .person })
    #expect(reading.entities.first { $0.name == "RSF" }?.kind == .armedGroup)
  }
}
