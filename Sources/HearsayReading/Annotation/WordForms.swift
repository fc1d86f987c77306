import HearsayLanguage

/// The forms of verbs and nouns: by the rules of English spelling, and for what the rules do not tell by `lemmas.tsv`.
struct WordForms: Sendable {
  let language: Language

  init(_ language: Language) {
    self.language = language
  }

  /// The past participle of a verb.
  func participle(_ lemma: String) -> String {
    language.value(of: lemma, for: .participle) ?? language.value(of: lemma, for: .past)
      ?? past(lemma)
  }

  /// All forms of a verb.
  func forms(ofVerb lemma: String) -> [String] {
    let irregular = [Facet.past, .participle, .otherForm].compactMap {
      language.value(of: lemma, for: $0)
    }
    return [lemma, withS(lemma), gerund(lemma)] + (irregular.isEmpty ? [past(lemma)] : irregular)
  }

  /// The plural of a noun.
  func plural(_ lemma: String) -> String {
    language.value(of: lemma, for: .plural) ?? withS(lemma)
  }

  /// The third person of a verb, which is spelled as a regular plural is.
  private func withS(_ lemma: String) -> String {
    if ["s", "x", "z", "ch", "sh", "o"].contains(where: lemma.hasSuffix),
      !language.has(lemma, .takesPlainS)
    {
      return lemma + "es"
    }
    if lemma.hasSuffix("y"), !endsInVowelY(lemma) { return lemma.dropLast() + "ies" }
    return lemma + "s"
  }

  /// A guessed lemma that keeps what its form has and no word ends in, mended: "dropp" of "dropped", "publishe" of "published",
  /// "facilitie" of "facilities", "gunme" of "gunmen", "witnesse" of "witnesses", "heroe" of "heroes", "buse" of "buses".
  func mended(_ lemma: String, form: String, isVerb: Bool) -> String {
    guard lemma.utf8.count > 2, !language.has(lemma, .keepsE) else { return lemma }
    // "gunme" of "gunmen", "spokeswomen" as it is.
    if !isVerb, form.hasSuffix("men"), form == lemma + "n" || form.hasSuffix("women") {
      return form.dropLast(2) + "an"
    }
    let isPlural = form == lemma + "s"
    if lemma.hasSuffix("ie"), isPlural, lemma.utf8.count > 4 { return lemma.dropLast(2) + "y" }
    if isPlural || isVerb && form == lemma + "d" {
      let stem = String(lemma.dropLast())
      if Self.hissing.contains(where: lemma.hasSuffix)
        || lemma.hasSuffix("se") && language.has(stem, .endsInS)
      {
        return stem
      }
    }
    guard isVerb else { return lemma }
    let letters = Array(lemma)
    guard letters.count >= 4, let last = letters.last, last == letters[letters.count - 2],
      "bdgkmnprt".contains(last), form == lemma + "ed" || form == lemma + "ing"
    else { return lemma }
    return String(letters.dropLast())
  }

  /// What a word ends in whose plural or third person has "es", with the "e" of the ending.
  private static let hissing = ["she", "che", "sse", "zze", "xe", "oe"]

  private func gerund(_ lemma: String) -> String {
    if lemma.hasSuffix("ie") { return lemma.dropLast(2) + "ying" }
    if lemma.hasSuffix("e"), !lemma.hasSuffix("ee") { return lemma.dropLast() + "ing" }
    return doubled(lemma) + "ing"
  }

  private func past(_ lemma: String) -> String {
    if lemma.hasSuffix("e") { return lemma + "d" }
    if lemma.hasSuffix("y"), !endsInVowelY(lemma) { return lemma.dropLast() + "ied" }
    return doubled(lemma) + "ed"
  }

  private func endsInVowelY(_ lemma: String) -> Bool {
    lemma.dropLast().last.map { "aeiou".contains($0) } ?? false
  }

  /// The final consonant doubled after a short stressed vowel: stab → stabb-, admit → admitt-.
  private func doubled(_ lemma: String) -> String {
    let letters = Array(lemma)
    guard letters.count >= 3, let last = letters.last, !"aeiouwxy".contains(last),
      "aeiou".contains(letters[letters.count - 2]),
      !"aeiou".contains(letters[letters.count - 3]) || language.has(lemma, .doublesEnd)
    else { return lemma }
    let vowels = letters.filter { "aeiou".contains($0) }.count
    return vowels == 1 || language.has(lemma, .doublesEnd) ? lemma + String(last) : lemma
  }
}
