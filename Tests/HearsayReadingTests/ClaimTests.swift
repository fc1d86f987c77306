import Foundation
import HearsayLanguage
import HearsayPlaces
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayReading

/// Claims of annotated texts, without the model: `Tests/Fixtures/claims.conllu`.
struct ClaimTests {
  private static let countries = Countries(tsv: "SRV\tSR\tSarvia\t\tMarvel\tSarvian\t1")

  private static func read(_ text: AnnotatedText) -> (claims: [ClaimFinding], entities: [Entity]) {
    var draft = Draft(text: text, context: ReportContext())
    draft.entities = EntityReader.read(
      draft, countries: Self.countries, actors: KnownActors(tsv: ""))
    let read = ClaimReader.read(draft)
    return (read.claims, read.entities.map(\.record))
  }

  /// The claims of a text, a line each.
  private static func told(_ text: AnnotatedText) -> [String] {
    let (claims, entities) = read(text)
    func name(_ id: String) -> String { entities.first { $0.id == id }?.name ?? id }
    return claims.map { finding in
      let claim = finding.record
      var parts = [
        claim.source.map { text.exact($0) } ?? "-", claim.cue.map { text.exact($0) } ?? "-",
        claim.content.isEmpty
          ? "-" : claim.content.map { text.exact($0) }.joined(separator: " … "),
        claim.act.rawValue, claim.certainty.rawValue, claim.polarity.rawValue,
      ]
      if let addressee = claim.addressee { parts.append("to " + name(addressee)) }
      if !claim.blames.isEmpty {
        parts.append("blames " + claim.blames.map(name).joined(separator: ", "))
      }
      if !claim.via.isEmpty { parts.append("via " + claim.via.map(name).joined(separator: ", ")) }
      parts.append("by " + finding.by.joined(separator: " "))
      return parts.joined(separator: "; ")
    }
  }

  @Test(arguments: AnnotatedFixture.all("claims.conllu"))
  func `a claim has its source, cue, content and act, and tells what found it`(
    _ fixture: AnnotatedFixture
  ) {
    #expect(Self.told(fixture.text) == fixture.expected("claim"))
  }

  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["HEARSAY_RECORD"] != nil))
  func `the fixtures are recorded`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/claims.conllu")
    let mark = "# newdoc\n"
    let blocks = try String(contentsOf: file, encoding: .utf8).split(
      separator: mark, omittingEmptySubsequences: false)
    var out = String(blocks[0])
    for (block, fixture) in zip(blocks.dropFirst(), AnnotatedFixture.all("claims.conllu")) {
      let rest = block.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.hasPrefix("# claim = ") }
      out += mark + Self.told(fixture.text).map { "# claim = \($0)\n" }.joined()
      out += rest.joined(separator: "\n")
    }
    try out.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded; run again without HEARSAY_RECORD")
  }

  /// The families of rules that read claims.
  private static let families = ["claims.beside", "claims.acts", "claims.blame"]

  @Test(arguments: families)
  func `every rule of claims fires on its yes and not on its no`(_ family: String) throws {
    let texts = AnnotatedFixture.all("claims.conllu").map(\.text)
    let rules = Language.forTests.rules.family(family)
    #expect(!rules.rules.isEmpty)
    for rule in rules.rules {
      for (isYes, examples) in [(true, rule.yes), (false, rule.no)] {
        #expect(!examples.isEmpty, "\(rule.name) has no \(isYes ? "yes" : "no")")
        for example in examples {
          let text = try #require(
            texts.first { $0.text == example }, "claims.conllu lacks “\(example)”")
          let fired = rules.matches(text, in: text.tokens.indices).map(\.rule.name)
          #expect(
            fired.contains(rule.name) == isYes, "\(rule.name) on “\(example)”: \(fired)")
        }
      }
    }
  }

  @Test func `every cue is told in full: an act, and roles for its prepositions`() {
    let language = Language.forTests
    for word in language.words(with: .cue) {
      let cue = Cue.verb(word, in: language)
      #expect(cue != nil, "\(word)")
    }
    for word in language.words(with: .nounCue) {
      #expect(Cue.noun(word, in: language) != nil, "\(word)")
    }
    let blame = Cue.verb("blame", in: language)
    #expect(blame?.object == .blamed)
    #expect(blame?.role(of: "for") == .content)
    #expect(blame?.role(of: "on") == .blamed)
    #expect(blame?.role(of: "at") == nil)
  }
}
