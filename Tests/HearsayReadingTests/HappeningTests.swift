import HearsayLanguage
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayReading

/// Reads happenings from hand-made marks, without weights.
struct HappeningTests {
  /// Gunmen attack Orva; the attack kills nine; police blame rebels.
  private func text() -> AnnotatedText {
    var text = handmade(
      """
      Gunmen gunman NOUN NNS 2 nsubj
      attacked attack VERB VBD 0 root
      Orva Orva PROPN NNP 2 obj

      The the DET DT 2 det
      attack attack NOUN NN 3 nsubj
      killed kill VERB VBD 0 root
      nine nine NUM CD 3 obj

      Police police NOUN NNS 2 nsubj
      blamed blame VERB VBD 0 root
      rebels rebel NOUN NNS 2 obj
      """)
    text.happenings = [
      HappeningMention(
        tokens: 1..<2, type: .assault,
        roles: [
          RoleMention(token: 0, role: .actor, score: 0.9),
          RoleMention(token: 9, role: .actor, score: 0.6),
          RoleMention(token: 9, role: .blamed, score: 0.7),
          RoleMention(token: 2, role: .recipient, score: 0.9),
        ]),
      HappeningMention(
        tokens: 4..<5, type: .assault,
        roles: [RoleMention(token: 9, role: .blamed, score: 0.8)], sameAs: [0.9]),
      HappeningMention(
        tokens: 5..<6, type: .assault,
        roles: [RoleMention(token: 6, role: .count, score: 0.9)], sameAs: [0.8, 0.7]),
      HappeningMention(tokens: 8..<9, type: .accuse, sameAs: [0.1, 0.1, 0.1]),
    ]
    return text
  }

  private func draft(_ text: AnnotatedText) -> Draft {
    var draft = Draft(text: text, context: ReportContext())
    draft.events = EventReader.read(draft)
    draft.figures = HappeningFigures.tied(draft)
    return draft
  }

  @Test func `mentions of one thing are one happening`() {
    let happenings = HappeningReader.read(draft(text()))
    #expect(happenings.map(\.events.count) == [3, 1])
    #expect(happenings.map(\.type) == [.assault, .accuse])
  }

  @Test func `who is blamed is no actor, and parts told elsewhere are lent`() throws {
    let text = text()
    let assault = try #require(HappeningReader.read(draft(text)).first)
    #expect(assault.actors.map { text.exact($0.span) } == ["Gunmen"])
    #expect(assault.blamed.map { text.exact($0.span) } == ["rebels"])
    #expect(assault.blamed.map(\.lent) == [true])
    #expect(assault.recipients.map { text.exact($0.span) } == ["Orva"])
    #expect(assault.recipients.map(\.lent) == [false])
  }

  @Test func `a mention that the model holds unlikely is no event`() {
    var text = text()
    text.happenings?[3].score = 0.2
    #expect(draft(text).events.map(\.record.type) == [.assault, .assault, .assault])
  }

  @Test func `what the network or a rule takes for unreal has not happened`() {
    let both = HappeningMention(
      tokens: 0..<1, type: .assault, statuses: [.happened: 0.9, .planned: 0.1])
    #expect(EventJudgement.status(both, rules: .happened).status == .happened)
    #expect(EventJudgement.status(both, rules: .negated).status == .negated)
    let unreal = HappeningMention(
      tokens: 0..<1, type: .assault, statuses: [.happened: 0.3, .planned: 0.7])
    #expect(EventJudgement.status(unreal, rules: .happened).status == .planned)
    #expect(EventJudgement.status(nil, rules: .hypothetical).status == .hypothetical)
    let sure = HappeningMention(
      tokens: 0..<1, type: .assault, statuses: [.happened: 0.97, .attempted: 0.02])
    #expect(EventJudgement.status(sure, rules: .planned).status == .happened)
    #expect(EventJudgement.status(sure, rules: .planned, hold: .firm).status == .planned)
    #expect(EventJudgement.status(unreal, rules: .hypothetical).status == .planned)
    #expect(
      EventJudgement.status(unreal, rules: .hypothetical, hold: .kind).status == .hypothetical)
  }

  @Test func `what is no time by itself dates nothing`() throws {
    var text = text()
    text.happenings?[2].roles.append(RoleMention(token: 6, role: .time, score: 0.95))
    let assault = try #require(HappeningReader.read(draft(text)).first)
    #expect(assault.times.isEmpty)
  }

  @Test func `a place of another sentence is lent only where none of its own is told`() throws {
    var text = text()
    text.happenings?[0].roles += [
      RoleMention(token: 2, role: .place, score: 0.9),
      RoleMention(token: 9, role: .place, score: 0.7),
    ]
    let assault = try #require(HappeningReader.read(draft(text)).first)
    #expect(assault.places.map { text.exact($0.span) } == ["Orva"])
  }

  @Test func `a mode that is none of its type is not told, and the code is of the mode`() throws {
    var text = text()
    text.happenings?[0].mode = "test"
    text.happenings?[1].mode = "abduction"
    let events = draft(text).events.map(\.record)
    #expect(events[0].mode == nil)
    #expect(events[1].mode == "abduction")
    #expect(events[1].cameo == "181")
    #expect(events[3].cameo == "110" || events[3].cameo == "112")
  }

  @Test func `a long text is settled a stretch at a time`() {
    let lines = (0..<700).map { _ in "Rebels/NOUN attacked/VERB" }.joined(separator: "\n")
    var text = tagged(lines)
    text.happenings = (0..<700).map {
      HappeningMention(
        tokens: ($0 * 2 + 1)..<($0 * 2 + 2), type: .assault,
        sameAs: [Float](repeating: 0.9, count: min($0, HappeningMention.reach)))
    }
    let happenings = HappeningReader.read(draft(text))
    #expect(happenings.map(\.events.count) == [300, 300, 100])
  }
}
