import TestSupport
import Testing

@testable import HearsayLanguage

/// A language of one family of rules, and with it the names of those that fire on a text.
private func fired(_ rules: String, on words: String, _ scene: RuleScene = RuleScene()) throws
  -> [RuleMatch]
{
  let language = try Language(
    files: [("words.tsv", "# Words.\nfoil\tnegates\nhead off\tnegates\nthe\tdefinite\n")],
    rules: [("test.rules", "# Rules.\n" + rules)])
  let made = handmade(words)
  let text = AnnotatedText(
    text: made.text, language: language, tokens: made.tokens, sentences: made.sentences)
  return language.rules.family("test").matches(text, in: text.tokens.indices, scene)
}

struct RuleTests {
  private static let foiled = """
    Police police NOUN NNS 2 nsubj
    foiled foil VERB VBD 0 root
    an a DET DT 4 det
    attack attack NOUN NN 2 obj
    on on ADP IN 7 case
    the the DET DT 7 det
    port port NOUN NN 4 nmod
    """

  struct Case: Sendable, CustomTestStringConvertible {
    let pattern: String
    let fires: Bool
    var testDescription: String { pattern }
  }

  @Test(arguments: [
    Case(pattern: "by:$negates >obj event:_", fires: true),
    Case(pattern: "by:$negates >nsubj|obj event:attack", fires: true),
    Case(pattern: "by:$negates >iobj event:_", fires: false),
    Case(pattern: "event:attack <obj by:$negates", fires: true),
    Case(pattern: "foil[VERB,VBD] >obj event:_[NOUN]", fires: true),
    Case(pattern: "foil[!VERB] >obj event:_", fires: false),
    Case(pattern: "foil >obj event:_ !>nmod _", fires: false),
    Case(pattern: "foil >obj event:_ !>nmod town", fires: true),
    Case(pattern: "foil !>aux _ >obj event:_", fires: true),
    Case(pattern: "foil >obj event:_ *>amod how:_ >nmod port", fires: true),
    Case(pattern: "by:foil >obj event:_ ; by >nsubj police", fires: true),
    Case(pattern: "foil >obj event:_ ; >nsubj police", fires: true),
    Case(pattern: "foil >>nmod event:port", fires: true),
    Case(pattern: "event:port <<nmod foil", fires: true),
    Case(pattern: "event:foil + an + attack - an", fires: false),
    Case(pattern: "event:foil + an + attack", fires: true),
    Case(pattern: "event:attack ~ police", fires: true),
    Case(pattern: "event:attack[?definite]", fires: false),
    Case(pattern: "event:port[?definite]", fires: true),
    Case(pattern: "event:=foiled", fires: true),
    Case(pattern: "event:=foil", fires: false),
    Case(pattern: "by:foil >@held event:_", fires: true),
  ])
  func `a pattern fits or does not`(_ example: Case) throws {
    let matches = try fired("rule: \(example.pattern)\n  → status=x\n", on: Self.foiled)
    #expect(!matches.isEmpty == example.fires)
  }

  @Test func `a match tells its words and what is made of them`() throws {
    let match = try #require(
      try fired("averted: by:$negates >obj event:_\n  → status=attempted\n", on: Self.foiled).first)
    #expect(match.rule.name == "averted")
    #expect(match.token("event") == 3)
    #expect(match.token("by") == 1)
    #expect(match.token("who") == nil)
    #expect(match.value("status") == "attempted")
  }

  @Test func `a rule for headlines or for what is said holds nowhere else`() throws {
    let rule = "told (in content): event:attack\n  → status=x\n"
    #expect(try fired(rule, on: Self.foiled).isEmpty)
    #expect(try fired(rule, on: Self.foiled, RuleScene(contents: [2..<7])).count == 1)
    #expect(try fired("told (headline): event:attack\n  → status=x\n", on: Self.foiled).isEmpty)
  }

  @Test func `a word means something else under a condition`() throws {
    let language = try Language(files: [
      (
        "words.tsv",
        """
        # Words.
        drone\tbarely
        fire\tnegates\tif [VERB] >obj $barely\t"They fired a drone."
        fire\tnobody
        """
      )
    ])
    func text(_ object: String) -> AnnotatedText {
      let made = handmade(
        """
        They they PRON PRP 2 nsubj
        fired fire VERB VBD 0 root
        \(object) \(object) NOUN NN 2 obj
        """)
      return AnnotatedText(
        text: made.text, language: language, tokens: made.tokens, sentences: made.sentences)
    }
    #expect(text("drone").is(1, .negates))
    #expect(!text("drone").is(1, .nobody))
    #expect(text("minister").is(1, .nobody))
  }

  struct Broken: Sendable, CustomTestStringConvertible {
    let rule: String
    let message: String
    var testDescription: String { message }
  }

  @Test(arguments: [
    Broken(
      rule: "Loud: _\n  → a=b",
      message: "test.rules:2: “Loud” is no name: small letters and hyphens"),
    Broken(
      rule: "a: foil obj\n  → a=b",
      message: "test.rules:2: a: “obj” where a relation such as >obj should be"),
    Broken(rule: "a: foil >obj\n  → a=b", message: "test.rules:2: a: no word behind >obj"),
    Broken(rule: "a: $nothing\n  → a=b", message: "test.rules:2: a: “$nothing” is no facet"),
    Broken(rule: "a: foil\n", message: "test.rules:2: a: no → and what the rule makes"),
    Broken(rule: "a: foil\n  → b", message: "test.rules:2: a: “b”: what a rule makes is key=value"),
    Broken(
      rule: "a (there): foil\n  → a=b",
      message: "test.rules:2: (there): places are headline, quoted, in content"),
    Broken(
      rule: "a: foil\n  → a=b\n  yes Police foiled it.",
      message: "test.rules:4: an example stands in \"quotation marks\""),
    Broken(
      rule: "a: foil\n  → a=b\na: foil\n  → a=b",
      message: "test.rules:4: a rule named a stands in test, line 2"),
  ])
  func `a broken rule is told with its line`(_ example: Broken) {
    #expect {
      try fired(example.rule + "\n", on: Self.foiled)
    } throws: {
      "\($0)" == example.message
    }
  }
}
