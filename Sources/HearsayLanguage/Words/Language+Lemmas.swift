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

  /// What a form may be regularly made of, the likeliest first.
  static func stems(of form: String, isVerb: Bool) -> [String] {
    var stems: [String] = []
    func cut(_ ending: String, _ replacements: String...) {
      guard form.hasSuffix(ending), form.utf8.count > ending.utf8.count + 2 else { return }
      let stem = form.dropLast(ending.count)
      stems += replacements.map { stem + $0 }
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
