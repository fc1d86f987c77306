import HearsayLanguage
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayReading

@Test func `a fixture is read with all its layers`() throws {
  let text = try #require(AnnotatedFixture.all("foiled.conllu").first).text
  #expect(
    text.text
      == "Police foiled an attack on the port of Ledra on Monday, the ministry said.\n\nThey didn't say how."
  )
  #expect(text.sentences == [0..<16, 16..<22])
  #expect(text.names.map { text.string($0.tokens) } == ["Ledra"])
  #expect(text.timexes.map { text.string($0.tokens) } == ["Monday"])
  #expect(text.attributions.first?.cues.map(text.string) == ["said"])
  #expect(
    text.attributions.first?.contents.map(text.string) == [
      "Police foiled an attack on the port of Ledra on Monday"
    ])
  #expect(text.eventMentions.map(\.negated) == [false, false, false, true])
  #expect(text.tokens[3].mentionType == "event")
}

@Test func `a foiled attack was attempted, and the rule says so`() throws {
  let text = try #require(AnnotatedFixture.all("foiled.conllu").first).text
  let verdict = Unreal(text).verdict(of: 3, as: .assault)
  #expect(verdict.status == .attempted)
  #expect(verdict.by == ["averted"])
}
