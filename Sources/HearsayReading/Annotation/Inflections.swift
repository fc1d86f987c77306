import HearsayLanguage

/// The forms of the words that `lemmas.tsv` knows, so that a known word is known in every form, and those of irregular verbs.
///
/// The model's edit scripts guess the lemma of any word; where a form is in this table, the table goes before the guess. What other
/// files know of a word changes nothing here.
struct Inflections: Sendable {
  private var verbs: [String: String] = [:]
  private var nouns: [String: String] = [:]
  private let forms: WordForms

  init(_ language: Language) {
    forms = WordForms(language)
    for lemma in (language.words(with: .knownVerb) + language.words(with: .past)).sorted() {
      for form in forms.forms(ofVerb: lemma) where verbs[form] == nil || lemma == form {
        verbs[form] = lemma
      }
    }
    for lemma in language.words(with: .knownPlural) { nouns[forms.plural(lemma)] = lemma }
    for lemma in language.words(with: .knownNoun) {
      nouns[lemma] = lemma
      nouns[forms.plural(lemma)] = lemma
    }
  }

  /// The lemma of a form of a known verb, or of an irregular one.
  func verb(_ form: String) -> String? { verbs[form] }

  /// The lemma of a form of a known noun.
  func noun(_ form: String) -> String? { nouns[form] }

  /// The lemma of a word: the table's, else what was guessed, mended.
  func lemma(of form: String, tag: String, guess: () -> String) -> String {
    let known = tag == "VERB" ? verbs[form] : tag == "NOUN" ? nouns[form] : nil
    return known ?? forms.mended(guess(), form: form, isVerb: tag == "VERB")
  }
}
