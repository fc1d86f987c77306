extension Language {
  /// The number of a token's lemma.
  ///
  /// Lemmas are guessed, and "headed" may be guessed to be of "hea": a lemma that stands in no file gives way to the word of a file of
  /// which the form is a regular one, so that a word added to a file is known in its forms.
  func symbol(ofLemma token: Token) -> Symbol {
    let guessed = symbol(of: token.lemma.lowercased())
    guard guessed == Symbols.unknown, ["VERB", "NOUN"].contains(token.upos) else { return guessed }
    for stem in Self.stems(of: token.lower, isVerb: token.upos == "VERB") {
      let known = symbol(of: stem)
      if known != Symbols.unknown { return known }
    }
    return guessed
  }

  /// Whether a word takes an ending as it is: "planes" is not of "plan", which makes "plans", nor "rated" of "rat", which would
  /// double its end.
  private static func takes(_ ending: String, _ stem: Substring) -> Bool {
    switch ending {
    case "es": return ["s", "x", "z", "ch", "sh", "o"].contains { stem.hasSuffix($0) }
    case "ed", "ing":
      let vowels: Set<Character> = ["a", "e", "i", "o", "u", "y"]
      let end = Array(stem.suffix(3))
      guard end.count == 3, !vowels.contains(end[0]), vowels.contains(end[1]),
        !vowels.contains(end[2]), !["w", "x"].contains(end[2])
      else { return true }
      // Of several syllables only a stressed one doubles, which spelling does not tell: "visited".
      return stem.dropLast(3).contains { vowels.contains($0) }
    default: return true
    }
  }

  /// What a form may be regularly made of, the likeliest first.
  static func stems(of form: String, isVerb: Bool) -> [String] {
    var stems: [String] = []
    func cut(_ ending: String, _ replacements: String...) {
      guard form.hasSuffix(ending), form.utf8.count > ending.utf8.count + 2 else { return }
      let stem = form.dropLast(ending.count)
      stems += replacements.filter { !$0.isEmpty || takes(ending, stem) }.map { stem + $0 }
      // "stabbed" is of "stab".
      guard ending == "ed" || ending == "ing", let last = stem.last, stem.dropLast().last == last
      else { return }
      stems.append(String(stem.dropLast()))
    }
    cut("ies", "y")
    cut("es", "", "e")
    cut("s", "")
    guard isVerb else { return stems }
    cut("ied", "y")
    cut("ed", "", "e")
    cut("ing", "", "e")
    return stems
  }
}
