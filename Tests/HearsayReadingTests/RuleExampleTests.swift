import HearsayLanguage
import TestSupport
import Testing

@testable import HearsayReading

/// Every rule of `Data/language/rules` has examples, and keeps them.
@Suite struct RuleExampleTests {
  @Test func `every rule has a sentence on which it fires and one on which it does not`() {
    for rule in Language.forTests.rules.rules {
      #expect(!rule.yes.isEmpty, "\(rule.family).rules:\(rule.line): \(rule.name) has no yes")
      #expect(!rule.no.isEmpty, "\(rule.family).rules:\(rule.line): \(rule.name) has no no")
    }
  }

  @Test(.tags(.model), .enabled(if: ModelReading.hasModel, "no weights in Models"))
  func `every rule fires on each yes and on no no`() throws {
    let reading = try ModelReading()
    for rule in Language.forTests.rules.rules {
      for (isYes, examples) in [(true, rule.yes), (false, rule.no)] {
        for example in examples {
          let draft = reading.draft(example, isHeadline: rule.isForHeadlines)
          let family = draft.text.language.rules.family(rule.family)
          let fires = family.matches(draft.text, in: draft.text.tokens.indices, draft.scene)
            .contains { $0.rule.name == rule.name }
          #expect(
            fires == isYes,
            "\(rule.family).rules:\(rule.line): \(rule.name) \(fires ? "fires" : "does not fire") on “\(example)”"
          )
        }
      }
    }
  }
}
