import Foundation
import TestSupport
import Testing

@testable import HearsayLanguage

struct LanguageTests {
  struct Broken: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let message: String
  }

  static let broken = [
    Broken(
      testDescription: "no head", text: "not\tnegates\n",
      message: "w.tsv:1: the file does not begin with # and what it holds"),
    Broken(
      testDescription: "no tab", text: "# Negators.\nnot negates\n",
      message: "w.tsv:2: 1 columns where word, facets and perhaps an example are"),
    Broken(
      testDescription: "an unknown facet", text: "# Negators.\nnot\tnegatesall\n",
      message: "w.tsv:2: “negatesall” is no facet; facets are the cases of Facet"),
    Broken(
      testDescription: "a word twice", text: "# Negators.\nnot\tnegates\n\nnot\tbarely\n",
      message: "w.tsv:4: “not” stands already in line 2"),
    Broken(
      testDescription: "a value where there is none", text: "# Negators.\nnot\tnegates:all\n",
      message: "w.tsv:2: the facet negates has no values"),
    Broken(
      testDescription: "upper case", text: "# Negators.\nNot\tnegates\n",
      message: "w.tsv:2: “Not”: words are looked up in lower case"),
  ]

  @Test(arguments: broken) func `a broken file is told with its line`(_ example: Broken) {
    #expect {
      try Language(files: [("w.tsv", example.text)])
    } throws: {
      "\($0)" == example.message
    }
  }

  @Test func `a facet belongs to one file`() {
    #expect {
      try Language(files: [("a.tsv", "# A.\nnot\tnegates\n"), ("b.tsv", "# B.\nno\tnegates\n")])
    } throws: {
      "\($0)" == "b.tsv:2: the facet negates belongs to a.tsv"
    }
  }

  @Test func `every facet is told in a file`() {
    for facet in Facet.allCases {
      #expect(Language.forTests.tells(facet), "no file of Data/language tells \(facet)")
    }
  }

  /// Every name behind a dot or a dollar in Sources and in rules.
  private static func namesAskedFor() throws -> Set<String> {
    let root = URL(filePath: Language.folder).deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "Sources")
    var names: Set<String> = []
    func take(_ text: String) {
      for part in text.utf8.split(whereSeparator: {
        $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "$")
      }) {
        names.insert(String(Substring(part).prefix { $0.isLetter }))
      }
    }
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where path.hasSuffix(".swift") && !path.contains("Words/Facet") {
      take(try String(contentsOf: folder.appending(path: path), encoding: .utf8))
    }
    for rule in Language.forTests.rules.rules { take(rule.written) }
    return names
  }

  @Test func `every facet is asked for`() throws {
    let names = try Self.namesAskedFor()
    for facet in Facet.allCases {
      #expect(names.contains("\(facet)"), "nobody asks for \(facet)")
    }
  }

  @Test func `the page of the language names every facet and every file`() throws {
    let page = try String(
      contentsOf: URL(filePath: Language.folder).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Documentation/Language.md"), encoding: .utf8)
    for facet in Facet.allCases {
      #expect(page.contains("`\(facet)`"), "Documentation/Language.md does not tell \(facet)")
    }
    for file in Language.forTests.files {
      #expect(page.contains("`\(file)`"), "Documentation/Language.md does not tell \(file)")
    }
  }

  @Test func `a word is looked up by its lemma, then by its form`() {
    let text = handmade(
      """
      They they PRON PRP 3 nsubj
      did do AUX VBD 3 aux
      Nothing nothing PRON NN 0 root
      """)
    #expect(text.is(2, .nobody))
    #expect(!text.is(1, .nobody))
  }

  @Test(arguments: [
    ("headed", "head"), ("stabbed", "stab"), ("closing", "close"), ("denies", "deny"),
    ("clashes", "clash"), ("foiled", "foil"),
  ])
  func `a word of a file is known in its regular forms`(_ form: String, _ word: String) {
    #expect(Language.stems(of: form, isVerb: true).contains(word))
  }

  @Test func `a lemma guessed amiss gives way to a word of the files`() throws {
    let language = try Language(files: [("a.tsv", "# A.\nhead off\tbarely\n")])
    let made = handmade(
      """
      Mediators mediator NOUN NNS 2 nsubj
      headed hea VERB VBD 0 root
      off off ADP RP 5 case
      a a DET DT 5 det
      clash clash NOUN NN 2 obl
      """)
    let text = AnnotatedText(
      text: made.text, language: language, tokens: made.tokens, sentences: made.sentences)
    #expect(text.known(1, .barely)?.word == "head off")
    #expect(text.isHeld(4, by: 1))
  }

  @Test func `what stands behind a verb with its particle is held, a time is not`() {
    func text(_ type: String) -> AnnotatedText {
      let made = handmade(
        """
        Mediators mediator NOUN NNS 2 nsubj
        headed head VERB VBD 0 root
        off off ADP RP 2 compound:prt
        Monday Monday PROPN NNP 2 obl
        """)
      var tokens = made.tokens
      tokens[3].mentionType = type
      return AnnotatedText(
        text: made.text, language: .forTests, tokens: tokens, sentences: made.sentences)
    }
    #expect(text("event").isHeld(3, by: 1))
    #expect(!text("time").isHeld(3, by: 1))
  }

  @Test func `a phrase goes before its first word, wherever its particle stands`() throws {
    let language = try Language(files: [("a.tsv", "# A.\nhead\tnegates\nhead off\tbarely\n")])
    func text(_ words: String) -> AnnotatedText {
      let made = handmade(words)
      return AnnotatedText(
        text: made.text, language: language, tokens: made.tokens, sentences: made.sentences)
    }
    let apart = text(
      """
      They they PRON PRP 2 nsubj
      headed head VERB VBD 0 root
      it it PRON PRP 2 obj
      off off ADP RP 2 compound:prt
      """)
    #expect(apart.is(1, .barely))
    #expect(!apart.is(1, .negates))
    #expect(apart.known(1, .barely)?.tokens == [1, 3])
    let alone = text(
      """
      They they PRON PRP 2 nsubj
      headed head VERB VBD 0 root
      it it PRON PRP 2 obj
      """)
    #expect(alone.is(1, .negates))
    #expect(!alone.is(1, .barely))
  }
}
