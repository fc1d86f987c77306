import TestSupport
import Testing

@testable import HearsayLanguage
@testable import HearsayReading

@Suite struct LemmaTests {
  private static let inflections = Inflections(.forTests)

  @Test(arguments: [
    ("witnesses", "witnesse", "witness"), ("addresses", "addresse", "address"),
    ("heiresses", "heiresse", "heiress"), ("churches", "churche", "church"),
    ("boxes", "boxe", "box"), ("heroes", "heroe", "hero"), ("buses", "buse", "bus"),
    ("viruses", "viruse", "virus"), ("facilities", "facilitie", "facility"),
    ("gunmen", "gunme", "gunman"), ("spokeswomen", "spokeswomen", "spokeswoman"),
  ])
  func `a plural's ending is no part of the noun`(form: String, guess: String, lemma: String) {
    #expect(Self.inflections.lemma(of: form, tag: "NOUN") { guess } == lemma)
  }

  @Test(arguments: [
    ("posses", "posse"), ("crevasses", "crevasse"), ("axes", "axe"), ("avalanches", "avalanche"),
    ("shoes", "shoe"), ("nurses", "nurse"), ("houses", "house"), ("movies", "movie"),
    ("causes", "cause"),
  ])
  func `a noun that ends in e keeps it`(form: String, lemma: String) {
    #expect(Self.inflections.lemma(of: form, tag: "NOUN") { lemma } == lemma)
  }

  @Test(arguments: [
    ("vetoed", "vetoe", "veto"), ("pushes", "pushe", "push"), ("dropped", "dropp", "drop"),
    ("begged", "begg", "beg"), ("forbidding", "?", "forbid"), ("struck", "?", "strike"),
    ("beginning", "?", "begin"), ("swept", "?", "sweep"),
  ])
  func `a verb's ending is no part of the verb`(form: String, guess: String, lemma: String) {
    #expect(Self.inflections.lemma(of: form, tag: "VERB") { guess } == lemma)
  }

  @Test(arguments: [
    ("kill", "killed"), ("beat", "beaten"), ("shoot", "shot"), ("stab", "stabbed"),
    ("bury", "buried"), ("deploy", "deployed"), ("admit", "admitted"), ("have", "had"),
  ])
  func `the participle of a verb`(lemma: String, participle: String) {
    #expect(WordForms(.forTests).participle(lemma) == participle)
  }

  @Test func `only the file of lemmas decides what is known in all forms`() throws {
    let language = try Language(files: [
      ("actors.tsv", "# nouns\nglorper\tactor:military\n"),
      ("lemmas.tsv", "# lemmas\nglorp\tknownVerb knownNoun\n"),
    ])
    let inflections = Inflections(language)
    #expect(inflections.verb("glorped") == "glorp")
    #expect(inflections.noun("glorps") == "glorp")
    #expect(inflections.noun("glorpers") == nil)
  }
}
