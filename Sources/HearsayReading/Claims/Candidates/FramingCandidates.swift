import HearsayLanguage
import HearsayRecords

// Claims told by a word beside a clause or a noun: "reportedly", "alleged", "according to", "per", "by his account".

extension SyntaxCandidates {
  /// "the widely reported assassination attempt": told by nobody in particular.
  func attribute(_ word: Int) -> ClaimCandidate? {
    let token = text.tokens[word]
    guard token.relation == "amod", let certainty = onlyTold(word),
      let noun = token.head, noun > word
    else { return nil }
    var candidate = ClaimCandidate(origin: .syntax)
    candidate.certainty = certainty
    candidate.cueHead = word
    var low = word
    if word > 0, text.tokens[word - 1].head == word { low = word - 1 }
    candidate.cue = low..<(word + 1)
    candidate.contents = [
      text.trimmed((word + 1)..<max(text.subtree(of: noun).upperBound, word + 2))
    ]
    candidate.confidence = 0.6
    return candidate
  }

  /// "reportedly", "allegedly": the clause it modifies is told by nobody in particular.
  func adverb(_ word: Int) -> ClaimCandidate? {
    let token = text.tokens[word]
    guard let certainty = onlyTold(word), let head = token.head else { return nil }
    var candidate = ClaimCandidate(origin: .syntax)
    candidate.certainty = certainty
    candidate.cueHead = word
    candidate.cue = word..<(word + 1)
    candidate.contents = text.runs(of: text.subtree(of: head), without: [word..<(word + 1)])
    candidate.confidence = 0.6
    return candidate.contents.isEmpty ? nil : candidate
  }

  /// "by the union's account", "in the words of one diplomat": whose account frames the clause says it.
  func framed(_ noun: Int) -> ClaimCandidate? {
    let token = text.tokens[noun]
    guard text.is(noun, .frames),
      ["obl", "nmod"].contains(token.baseRelation), let clause = token.head,
      text.children(of: noun, "case").contains(where: {
        ["in", "by"].contains(text.tokens[$0].lower)
      }),
      let source = text.child(of: noun, "nmod:poss")
        ?? text.children(of: noun, "nmod").first(where: { phrase in
          text.children(of: phrase, "case").contains { text.tokens[$0].lower == "of" }
        }), isActor(source)
    else { return nil }
    return framing(phrase: noun, cue: noun..<(noun + 1), source: source, clause: clause)
  }

  /// "per customs data"; "per day" says nothing.
  func per(_ word: Int) -> ClaimCandidate? {
    guard text.tokens[word].relation == "case", let source = text.tokens[word].head, source > word,
      let clause = text.tokens[source].head, text.tokens[source].baseRelation == "obl",
      text.is(source, .paper)
        || isActor(source)
          && (text.tokens[source].upos == "PROPN" || source > word + 1
            || text.tokens[source].xpos == "NNS"
            || ActorNouns.kind(ofNoun: text.tokens[source].lemma.lowercased()) == .police)
    else { return nil }
    return framing(phrase: source, cue: word..<(word + 1), source: source, clause: clause)
  }

  /// A phrase that names a source and frames a clause, which is what is said.
  func framing(phrase: Int, cue: Range<Int>, source: Int, clause: Int) -> ClaimCandidate? {
    var candidate = ClaimCandidate(origin: .syntax)
    candidate.cueHead = cue.lowerBound
    candidate.cue = cue
    candidate.lexical = Cue.verb("say", in: text.language)
    setSource(source, of: &candidate)
    candidate.sources = candidate.sources.flatMap { text.runs(of: $0, without: [cue]) }
      .map { stripPossessive(text.trimmed($0)) }.filter { !$0.isEmpty }
    candidate.contents = text.runs(
      of: text.subtree(of: clause), without: [text.subtree(of: phrase)])
    candidate.confidence = 0.7
    return candidate.contents.isEmpty || candidate.sources.isEmpty ? nil : candidate
  }

  /// "…, according to the ministry".
  func accordingTo(_ word: Int) -> ClaimCandidate? {
    guard let source = text.tokens[word].head, source > word,
      text.tokens[word].relation == "case" || text.tokens[word].relation == "mark"
    else { return nil }
    var candidate = ClaimCandidate(origin: .syntax)
    candidate.cueHead = word
    let cueEnd = text.tokens[word + 1].lower == "to" ? word + 2 : word + 1
    candidate.cue = word..<cueEnd
    candidate.lexical = Cue.verb("say", in: text.language)
    setSource(source, of: &candidate)
    candidate.sources = candidate.sources.map {
      max($0.lowerBound, cueEnd)..<max($0.upperBound, cueEnd)
    }
    .map { text.trimmed($0) }.filter { !$0.isEmpty }
    let phrase = text.subtree(of: source)
    guard let clause = text.tokens[source].head else { return nil }
    candidate.contents = text.runs(of: text.subtree(of: clause), without: [phrase])
    return candidate.contents.isEmpty ? nil : candidate
  }
  /// How sure it leaves what it stands with, of a word that makes it something only told.
  private func onlyTold(_ word: Int) -> Certainty? {
    text.is(word, .onlyTold) ? text.value(of: word, for: .leaves).flatMap(Certainty.init) : nil
  }
}
