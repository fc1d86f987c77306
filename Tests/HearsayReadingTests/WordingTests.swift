import HearsayLanguage
import HearsayReading
import HearsayRecords
import TestSupport
import Testing

struct HedgeCase: Sendable, CustomTestStringConvertible {
  let words: String
  let hedge: String?
  let certainty: Certainty?
  var testDescription: String { words }

  init(_ words: String, _ hedge: String?, _ certainty: Certainty?) {
    self.words = words
    self.hedge = hedge
    self.certainty = certainty
  }
}

@Test(arguments: [
  HedgeCase(
    "Ships/NOUN reportedly/ADV sank/VERB", "reportedly", .reported),
  HedgeCase(
    "The/DET alleged/ADJ attacker/NOUN fled/VERB", "alleged", .alleged),
  HedgeCase(
    "He/PRON alleged/VERB attacks/NOUN", nil, nil),
  HedgeCase(
    "It/PRON became/VERB apparent/ADJ that/SCONJ", nil, nil),
  HedgeCase(
    "The/DET bridge/NOUN appears/VERB to/PART hold/VERB", "appears to", .possible),
  HedgeCase(
    "He/PRON appeared/VERB in/ADP court/NOUN", nil, nil),
  HedgeCase(
    "Two/NUM are/AUX believed/VERB to/PART be/AUX dead/ADJ", "are believed to", .suspected),
  HedgeCase(
    "It/PRON now/ADV seems/VERB to/PART be/AUX suggesting/VERB it/PRON", "seems to be suggesting",
    .hinted),
])
func `a hedge is found with how sure it leaves what it hedges`(_ testCase: HedgeCase) {
  let text = tagged(testCase.words)
  let found = Hedges.certainty(in: text.tokens.indices, text: text)
  #expect(found.map { text.exact($0.1) } == testCase.hedge)
  #expect(found?.0 == testCase.certainty)
}

@Test func `a name that is only doubted is hedged without a certainty`() {
  let text = tagged("The/DET so-called/ADJ state/NOUN fell/VERB")
  #expect(Hedges.find(in: text.tokens.indices, text: text).count == 1)
  #expect(Hedges.certainty(in: text.tokens.indices, text: text) == nil)
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
