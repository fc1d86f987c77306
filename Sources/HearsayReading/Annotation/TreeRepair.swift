import HearsayLanguage

/// Mends what the parser gets wrong in a way that the words themselves show.
///
/// Each rule names a tree that English does not have: a recipient that stands before its verb, a clause whose subject hangs on
/// the verb above, a subject that is a verb. Without it whoever speaks in such a clause would be lost.
struct TreeRepair {
  let inflections: Inflections
  let language: Language

  /// Mends one sentence.
  func mend(_ tokens: inout [Token], _ sentence: Range<Int>) {
    for index in sentence where tokens[index].relation == "iobj" {
      guard let verb = tokens[index].head, sentence.contains(verb) else { continue }
      let siblings = sentence.filter { tokens[$0].head == verb && $0 != index }
      if index < verb {
        // "the police had told him": nobody is told before the verb, unless asked for by "whom".
        if !siblings.contains(where: { isSubject(tokens[$0]) }),
          !tokens[index].xpos.hasPrefix("W")
        {
          tokens[index].relation = "nsubj"
        }
      } else if let clause = siblings.first(where: {
        tokens[$0].relation == "ccomp" && $0 > index && isFinite(tokens[$0])
      }), isBare(clause, after: index, tokens, sentence), !isObjectForm(tokens[index]) {
        // "claimed Lodd admitted": the clause's subject.
        tokens[index].head = clause
        tokens[index].relation = "nsubj"
      } else if !siblings.contains(where: {
        ["obj", "ccomp", "xcomp"].contains(tokens[$0].relation)
      }) {
        // "quoting local residents": the only object.
        tokens[index].relation = "obj"
      }
    }
    for index in sentence.dropFirst() {
      let relation = tokens[index].relation
      // "told the newspaper Tribuna": one verb has not two recipients side by side; the name is the noun's.
      if ["iobj", "obj", "obl", "obl:agent", "nsubj", "nsubj:pass"].contains(relation),
        tokens[index].upos == "PROPN", tokens[index - 1].upos == "NOUN",
        tokens[index - 1].relation == relation, tokens[index - 1].head == tokens[index].head
      {
        tokens[index].head = index - 1
        tokens[index].relation = "appos"
      }
      // A clause with "that" and a subject of its own lacks nothing.
      if relation == "xcomp" {
        let below = sentence.filter { tokens[$0].head == index }
        if below.contains(where: {
          tokens[$0].relation == "mark" && language.has(tokens[$0].lower, .subordinates)
        }),
          below.contains(where: { isSubject(tokens[$0]) })
        {
          tokens[index].relation = "ccomp"
        }
      }
    }
    // "accused the army of torturing prisoners": a participle behind a word that opens a clause is its verb, not an adjective.
    for verb in sentence where tokens[verb].relation == "amod" && tokens[verb].xpos == "VBG" {
      guard let noun = tokens[verb].head, noun > verb, let above = tokens[noun].head,
        sentence.contains(where: { tokens[$0].head == verb && tokens[$0].relation == "mark" })
      else { continue }
      let isObject = tokens[above].relation == "obj" && tokens[above].head != nil
      tokens[verb].head = isObject ? tokens[above].head : above
      tokens[verb].relation =
        isObject || tokens[above].upos == "VERB" ? "advcl" : "acl"
      tokens[noun].head = verb
      tokens[noun].relation = "obj"
    }
    // "guidelines to be published in May will tell": an infinitive between a subject and its verb is the subject's.
    for verb in sentence where tokens[verb].relation == "xcomp" {
      guard let head = tokens[verb].head, head > verb,
        let mark = sentence.first(where: {
          tokens[$0].head == verb && tokens[$0].relation == "mark"
            && language.has(tokens[$0].lower, .infinitive)
        }), mark > sentence.lowerBound, tokens[mark - 1].head == head, isSubject(tokens[mark - 1])
      else { continue }
      tokens[verb].head = mark - 1
      tokens[verb].relation = "acl"
    }
    // "Claims that … were rejected": a noun opens no clause; it is the subject that the clause lacks.
    for index in sentence where tokens[index].relation == "mark" && tokens[index].upos == "NOUN" {
      guard let verb = tokens[index].head, verb > index,
        !sentence.contains(where: { tokens[$0].head == verb && isSubject(tokens[$0]) })
      else { continue }
      let isPassive = sentence.contains {
        tokens[$0].head == verb && tokens[$0].relation == "aux:pass"
      }
      tokens[index].relation = isPassive ? "nsubj:pass" : "nsubj"
    }
    for index in sentence where isNounInPlace(index, tokens, sentence) {
      if tokens[index].relation == "advcl" { tokens[index].relation = "obj" }
      tokens[index].upos = "NOUN"
      tokens[index].xpos = isPlural(tokens[index]) ? "NNS" : "NN"
      tokens[index].lemma = inflections.noun(tokens[index].lower) ?? tokens[index].lemma
      for child in sentence where tokens[child].head == index && tokens[child].relation == "ccomp" {
        tokens[child].relation = "acl"
      }
    }
    mendCrossing(&tokens, sentence)
    mendPossessives(&tokens, sentence)
    mendJoinedPassives(&tokens, sentence)
    mendObjects(&tokens, sentence)
    mendReports(&tokens, sentence)
    mendHeadline(&tokens, sentence)
  }

  func isSubject(_ token: Token) -> Bool { token.baseRelation == "nsubj" }

  private func isFinite(_ token: Token) -> Bool {
    ["VBD", "VBZ", "VBP"].contains(token.xpos)
  }

  /// Whether a form is not the dictionary form of the noun that it may be.
  private func isPlural(_ token: Token) -> Bool {
    inflections.noun(token.lower).map { $0 != token.lower } ?? false
  }

  private func isObjectForm(_ token: Token) -> Bool {
    language.has(token.lower, .objectForm)
  }

  /// Whether a clause begins right after `index`, without a subject or mark of its own.
  private func isBare(
    _ clause: Int, after index: Int, _ tokens: [Token], _ sentence: Range<Int>
  ) -> Bool {
    !sentence.contains { child in
      tokens[child].head == clause && child > index
        && (isSubject(tokens[child]) || tokens[child].relation == "mark")
    }
  }

  /// "Claims that … were rejected": a word that is noun and verb, tagged as a verb but standing as a subject without
  /// a subject of its own.
  private func isNounInPlace(_ index: Int, _ tokens: [Token], _ sentence: Range<Int>)
    -> Bool
  {
    let token = tokens[index]
    guard token.upos == "VERB", ["VBZ", "VBP"].contains(token.xpos),
      inflections.noun(token.lower) != nil
    else { return false }
    let below = sentence.filter { tokens[$0].head == index }
    guard !below.contains(where: { isSubject(tokens[$0]) || tokens[$0].relation == "aux" }) else {
      return false
    }
    if token.baseRelation == "nsubj" { return true }
    // "dismissed as lies claims that": an adverbial clause has a subject, or a word that opens it.
    return token.relation == "advcl" && isPlural(token)
      && token.head.map { tokens[$0].upos == "VERB" && $0 < index } ?? false
      && !below.contains { tokens[$0].relation == "mark" && $0 < index }
  }
}
