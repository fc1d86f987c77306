import HearsayLanguage
import HearsayReading
import HearsayRecords
import TestSupport
import Testing

struct HedgeCase: Sendable, CustomTestStringConvertible {
  let words: String
  let hedges: [String]
  var testDescription: String { words }

  init(_ words: String, _ hedges: String...) {
    self.words = words
    self.hedges = hedges
  }
}

@Test(arguments: [
  HedgeCase("Ships/NOUN reportedly/ADV sank/VERB", "reportedly"),
  HedgeCase("The/DET alleged/ADJ attacker/NOUN fled/VERB", "alleged"),
  HedgeCase("He/PRON alleged/allege/VERB attacks/NOUN"),
  HedgeCase("It/PRON became/VERB apparent/ADJ that/SCONJ"),
  HedgeCase("The/DET bridge/NOUN appears/appear/VERB to/PART hold/VERB", "appears to"),
  HedgeCase("He/PRON appeared/appear/VERB in/ADP court/NOUN"),
  HedgeCase("Two/NUM are/be/AUX believed/VERB to/PART be/AUX dead/ADJ", "are believed to"),
  HedgeCase("They/PRON have/AUX been/be/AUX presumed/VERB dead/ADJ", "been presumed"),
  HedgeCase(
    "It/PRON now/ADV seems/seem/VERB to/PART be/AUX suggesting/suggest/VERB it/PRON",
    "seems to be suggesting"),
  HedgeCase("The/DET so-called/ADJ state/NOUN perhaps/ADV fell/VERB", "so-called", "perhaps"),
])
func `hedges are found where they hedge, the longest wording first`(_ testCase: HedgeCase) {
  #expect(wordings(tagged(testCase.words), .hedge) == testCase.hedges)
}

@Test func `a hedge leaves one certainty, whoever asks`() {
  let language = Language.forTests
  // Those that tell a claim and hold an event too.
  for word in language.words(with: .holds) {
    let held = language.value(of: word, for: .holds)
    for facet in [Facet.cueSure, .impersonal, .nounSure] {
      let told = language.value(of: word, for: facet)
      #expect(told == nil || told == held, "\(word): \(told ?? "") and \(held ?? "")")
    }
  }
  for word in language.words(with: .leaves) {
    let told = language.value(of: word, for: .leaves).flatMap(Certainty.init)
    #expect(told != nil && told != .asserted, "\(word)")
  }
  let words = ["apparently", "seem", "presumably", "probably", "likely", "perhaps", "reportedly"]
  #expect(
    words.map { language.value(of: $0, for: .leaves) } == [
      "suspected", "suspected", "suspected", "possible", "possible", "possible", "reported",
    ])
}

private func wordings(_ text: AnnotatedText, _ kind: WordingKind) -> [String] {
  WordingReader.read(Draft(text: text, context: ReportContext())).filter { $0.kind == kind }
    .map { text.exact($0.evidence) }
}

@Test func `a word or two in quotation marks inside the reporter's sentence is a scare quote`() {
  let text = tagged(
    "They/PRON spread/VERB “fake/ADJ” news/NOUN ./PUNCT".replacing(
      "“fake/ADJ”", with: "“/PUNCT fake/ADJ ”/PUNCT"))
  #expect(wordings(text, .scareQuote) == ["“ fake ”"])
}

@Test func `a whole quoted sentence is no scare quote`() {
  let text = tagged("“/PUNCT Stop/VERB now/ADV ,/PUNCT ”/PUNCT he/PRON said/VERB ./PUNCT")
  #expect(wordings(text, .scareQuote).isEmpty)
}

@Test func `the title of a work is no scare quote`() {
  let text = tagged(
    "She/PRON wrote/VERB “/PUNCT Silent/PROPN Spring/PROPN ”/PUNCT there/ADV ./PUNCT")
  #expect(wordings(text, .scareQuote).isEmpty)
}

@Test func `a judging word is loaded, but not inside a name`() {
  let text = tagged(
    "The/DET thugs/NOUN met/VERB at/ADP Thugs/PROPN Bar/PROPN", names: ["Thugs Bar": .facility])
  #expect(wordings(text, .loaded) == ["thugs"])
}
