import HearsayLanguage
import HearsayRecords

// Who says it: the words that name a source, and whose subject a verb has.

extension SyntaxCandidates {
  /// Whether a word names somebody who can speak.
  func isActor(_ head: Int) -> Bool {
    let token = text.tokens[head]
    if token.upos == "PRON" {
      return !text.isForm(head, .faceless)
    }
    return token.upos == "PROPN" || ["person", "organization"].contains(token.mentionType ?? "")
      || text.language.actor(ofNoun: token.lemma.lowercased()) != nil
  }

  func setSource(_ head: Int, of candidate: inout ClaimCandidate) {
    candidate.sourceHead = head
    let token = text.tokens[head]
    if text.isForm(head, .relates),
      token.xpos.hasPrefix("W") || token.upos == "PRON"
    {
      // The relative pronoun names the source; who it stands for is the noun above.
      candidate.sources = [head..<(head + 1)]
      if let clause = text.tokens[head].head, text.tokens[clause].relation.hasPrefix("acl"),
        let antecedent = text.tokens[clause].head
      {
        candidate.sourceHead = antecedent
      }
      return
    }
    candidate.sources = jointSources(head)
  }

  /// The words of a source; "X, as well as Y" and "X and Y" are sources apart when each is a phrase.
  func jointSources(_ head: Int) -> [Range<Int>] {
    // "Unions have called a march. Police fear": nobody behind the verb is its subject too, whatever the parser joins.
    let verb = text.tokens[head].relation.hasPrefix("nsubj") ? text.tokens[head].head : nil
    let conjuncts = (text.children(of: head, "conj") + added(to: head)).filter { other in
      verb.map { (other < $0) == (head < $0) } ?? true
    }
    var parts: [Range<Int>] = []
    for part in [head] + conjuncts {
      let others = conjuncts.filter { $0 != part }.map { text.subtree(of: $0) }
      let clauses = text.children(of: part, "acl", "parataxis").map { text.subtree(of: $0) }
      let holes = (part == head ? others : []) + clauses
      let words = text.runs(of: text.subtree(of: part), without: holes).filter { $0.contains(part) }
      parts += words.map { dropConjunction($0, head: part) }
    }
    return parts.filter { !$0.isEmpty }
  }

  /// "supporters of X, as well as Western officials", "Ukraine, along with Poland": who is added after a comma speaks beside the first,
  /// wherever the parser hangs him.
  func added(to head: Int) -> [Int] {
    var found: [Int] = []
    for phrase in text.children(of: head, "nmod") {
      found += text.children(of: phrase, "conj").filter { other in
        text.hasChild(of: other, "cc", that: .beside)
          && text.tokens[text.subtree(of: other).lowerBound].text == ","
      }
    }
    let beside =
      text.children(of: head, "nmod", "obl")
      + (text.tokens[head].head.map { verb in
        text.children(of: verb, "obl").filter { $0 > head && $0 < verb }
      } ?? [])
    found += beside.filter { phrase in
      let words = text.trimmed(text.subtree(of: phrase))
      guard words.count > 2, words.lowerBound > head,
        text.tokens[words.lowerBound - 1].text == ","
      else { return false }
      return text.is(words.lowerBound, .beside)
    }
    return found
  }

  func dropConjunction(_ range: Range<Int>, head: Int) -> Range<Int> {
    var low = range.lowerBound
    while low < head,
      text.tokens[low].baseRelation == "cc" || text.tokens[low].upos == "PUNCT"
        || text.tokens[low].head.map({ text.tokens[$0].baseRelation == "cc" }) ?? false
        || text.is(low, .notSource)
    {
      low = min(head, (text.known(low, .notSource)?.tokens.last ?? low) + 1)
    }
    var high = range.upperBound
    while high - 1 > head, ["CCONJ", "PUNCT"].contains(text.tokens[high - 1].upos) { high -= 1 }
    return low < high ? low..<high : range
  }

  /// Who accuses, in a passive of which the subject is known: "by" hangs on the verb, or by mistake on what stands between.
  func agent(of verb: Int) -> Int? {
    let phrases = text.children(of: verb, "obl")
    let between = phrases.flatMap { text.children(of: $0, "nmod") }.filter(isActor)
    return (phrases + between).first { phrase in
      text.tokens[phrase].relation == "obl:agent"
        || text.hasChild(of: phrase, "case", that: .byAgent)
          && text.tokens[phrase].mentionType != "time"
    }
  }

  func noneSaid(_ subject: Int) -> Bool {
    text.isNobody(subject) || text.hasChild(of: subject, "cc", that: .none)
  }

  func stripPossessive(_ range: Range<Int>) -> Range<Int> {
    guard let last = range.last, text.tokens[last].xpos == "POS" else { return range }
    return range.lowerBound..<last
  }
  /// "the general staff" of "with the general staff".
  func withoutPreposition(_ words: Range<Int>, of head: Int) -> Range<Int> {
    let body = text.trimmed(words)
    guard let first = body.first, text.children(of: head, "case").contains(first) else {
      return body
    }
    return text.trimmed((first + 1)..<body.upperBound)
  }
}
