import HearsayLanguage
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayReading

/// A hedge says how sure a report is of a thing: by one table for claims and events, and never that it was only tried or is to come.
struct HedgeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let word: String
    let status: EventStatus
    let certainty: Certainty
    var testDescription: String { text }
  }

  static let cases = [
    Case(
      text: "Rebels seemingly attacked the port.", word: "attacked", status: .happened,
      certainty: .suspected),
    Case(
      text: "The port was seemingly attacked.", word: "attacked", status: .happened,
      certainty: .suspected),
    Case(
      text: "Rebels have apparently attacked the port.", word: "attacked", status: .happened,
      certainty: .suspected),
    Case(
      text: "The mayor was allegedly killed by soldiers.", word: "killed", status: .happened,
      certainty: .alleged),
    Case(
      text: "Rebels probably attacked the port.", word: "attacked", status: .happened,
      certainty: .possible),
    Case(
      text: "The port had possibly been attacked.", word: "attacked", status: .hypothetical,
      certainty: .possible),
    Case(
      text: "Most likely, rebels attacked the port.", word: "attacked", status: .happened,
      certainty: .possible),
    Case(
      text: "Rebels may have attacked the port.", word: "attacked", status: .hypothetical,
      certainty: .possible),
    Case(
      text: "Rebels are thought to have attacked the port.", word: "attacked", status: .happened,
      certainty: .suspected),
    Case(
      text: "It is likely that rebels attacked the port.", word: "attacked", status: .hypothetical,
      certainty: .possible),
    Case(
      text: "By all accounts rebels attacked the port.", word: "attacked", status: .happened,
      certainty: .reported),
    Case(
      text: "Rebels attacked the port.", word: "attacked", status: .happened, certainty: .asserted),
  ]

  @Test(
    .tags(.model), .enabled(if: ModelReading.hasModel, "no weights in Models"), arguments: cases)
  func `what is hedged has the hedge's certainty, in every tense and voice`(_ each: Case) throws {
    let reading = try ModelReading().reading(each.text)
    let event = try #require(
      reading.events.first {
        String(decoding: Array(each.text.utf8)[$0.trigger.start..<$0.trigger.end], as: UTF8.self)
          == each.word
      })
    #expect(event.status == each.status)
    #expect(event.certainty == each.certainty)
    for claim in reading.claims where claim.certainty != .reported {
      #expect(claim.certainty == each.certainty)
    }
  }

  @Test func `a hedge makes nothing attempted or expected`() {
    let unsure = HappeningMention(
      tokens: 0..<1, type: .assault, statuses: [.happened: 0.3, .attempted: 0.6, .expected: 0.1])
    func told(_ leaves: Certainty, isPast: Bool, isOwn: Bool = true) -> EventStatus {
      EventJudgement.status(
        unsure, rules: .happened, hedge: .init(leaves: leaves, isPast: isPast), isOwn: isOwn
      ).status
    }
    #expect(EventJudgement.status(unsure, rules: .happened).status == .attempted)
    #expect(told(.suspected, isPast: true) == .happened)
    #expect(told(.suspected, isPast: false) == .hypothetical)
    #expect(told(.possible, isPast: true) == .hypothetical)
    #expect(told(.possible, isPast: true, isOwn: false) == .hypothetical)
  }

  @Test func `a hedge does not raise what the network finds planned or a sign holds back`() {
    let planned = HappeningMention(
      tokens: 0..<1, type: .assault, statuses: [.happened: 0.3, .planned: 0.7])
    let hedge = EventJudgement.Hedge(leaves: .reported, isPast: true)
    #expect(EventJudgement.status(planned, rules: .happened, hedge: hedge).status == .planned)
    #expect(
      EventJudgement.status(planned, rules: .negated, hold: .firm, hedge: hedge).status == .negated)
  }

  /// "Be thought to", "it is thought that" and what the verb says of itself agree.
  @Test func `a hedge has one certainty wherever it is told`() {
    let language = Language.forTests
    for verb in ["say", "report", "believe", "think", "presume", "assume", "understand", "suspect"]
    {
      let participle =
        ["say": "said", "think": "thought", "understand": "understood"][verb]
        ?? verb + (verb.hasSuffix("e") ? "d" : "ed")
      let own = language.value(of: verb, for: .impersonal)
      for phrase in ["be \(participle) to", "it be \(participle)"] {
        guard let hedge = language.value(of: phrase, for: .leaves) else { continue }
        #expect(hedge == own, "\(phrase)")
      }
    }
  }
}
