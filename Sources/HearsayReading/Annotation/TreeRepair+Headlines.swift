import HearsayLanguage
import HearsayRecords

extension TreeRepair {
  /// More words than this are no headline, whatever they end with.
  private static let longestHeadline = 16
  /// Kinds of mentions that do nothing to anybody.
  private static let things: Set<String> = ["place", "object", "plant", "substance"]

  /// "Mayor abducted by gunmen", "Hospital bombed, doctors say": headlines leave out "was", and the parser takes whoever suffers for
  /// whoever does it.
  ///
  /// Only where the line ends like a headline, without a mark, or the verb tells what it made of somebody ("A father of two shot dead
  /// outside his home."), and the verb needs somebody whom it is done to and names nobody.
  func mendHeadline(_ tokens: inout [Token], _ sentence: Range<Int>) {
    let isHeadline =
      sentence.count <= Self.longestHeadline
      && sentence.last.map { tokens[$0].upos != "PUNCT" } ?? false
    if isHeadline {
      for index in sentence where tokens[index].upos == "NOUN" {
        mendNominalParticiple(index, &tokens, sentence)
      }
    }
    for verb in sentence where isHeadline || tellsResult(verb, tokens, sentence) {
      guard tokens[verb].upos == "VERB", ["VBD", "VBN"].contains(tokens[verb].xpos),
        let suffers = language.value(of: tokens[verb].lemma.lowercased(), for: .suffered)
          .flatMap(Suffers.init), ![.always, .itself].contains(suffers)
      else { continue }
      let below = sentence.filter { tokens[$0].head == verb }
      guard
        !below.contains(where: {
          ["obj", "iobj", "ccomp", "aux", "nsubj:pass", "aux:pass"].contains(tokens[$0].relation)
        }),
        let subject = below.last(where: { $0 < verb && tokens[$0].relation == "nsubj" }),
        // "who abducted", "rebels: attacked": a pronoun has no place in such a line.
        tokens[subject].upos != "PRON"
      else { continue }
      let agents = below.filter { agent in
        agent > verb && tokens[agent].baseRelation == "obl"
          && stands(agent, behind: .byAgent, tokens, sentence)
      }
      // "Rebels attacked at dawn": people do that too.
      let mayBeAnybody =
        suffers == .any || suffers == .unaimed && !isAimed(verb, tokens, sentence)
      guard mayBeAnybody || !agents.isEmpty || isThing(tokens[subject]) else { continue }
      tokens[verb].xpos = "VBN"
      tokens[verb].features = "Tense=Past|VerbForm=Part|Voice=Pass"
      tokens[subject].relation = "nsubj:pass"
      for agent in agents { tokens[agent].relation = "obl:agent" }
    }
  }

  /// "Shot dead": what a verb made of somebody, right behind it.
  private func tellsResult(_ verb: Int, _ tokens: [Token], _ sentence: Range<Int>) -> Bool {
    let result = verb + 1
    return sentence.contains(result) && tokens[result].head == verb
      && tokens[result].relation == "xcomp" && tokens[result].upos == "ADJ"
  }

  /// "Gunmen shot at mourners": people stand behind a preposition of aim.
  private func isAimed(_ verb: Int, _ tokens: [Token], _ sentence: Range<Int>) -> Bool {
    sentence.contains { target in
      tokens[target].head == verb && tokens[target].baseRelation == "obl"
        && ["person", "organization"].contains(tokens[target].mentionType ?? "")
        && stands(target, behind: .beforeTarget, tokens, sentence)
    }
  }

  /// Whether a phrase stands behind a preposition of a kind.
  private func stands(
    _ phrase: Int, behind facet: Facet, _ tokens: [Token], _ sentence: Range<Int>
  ) -> Bool {
    sentence.contains {
      tokens[$0].head == phrase && tokens[$0].relation == "case"
        && language.has(tokens[$0].lower, facet)
    }
  }

  private func isThing(_ token: Token) -> Bool {
    token.mentionType.map(Self.things.contains) ?? false
      || language.has(token.lemma.lowercased(), .site)
      || language.actor(ofNoun: token.lemma.lowercased()) == .facility
  }

  /// "Drone shot down over capital": a participle with a particle, taken for a noun.
  private func mendNominalParticiple(
    _ index: Int, _ tokens: inout [Token], _ sentence: Range<Int>
  ) {
    guard let lemma = inflections.verb(tokens[index].lower), lemma != tokens[index].lower,
      language.has(lemma, .suffered),
      sentence.contains(where: {
        tokens[$0].head == index && tokens[$0].relation == "compound:prt"
      }),
      let subject = sentence.last(where: {
        $0 < index && tokens[$0].head == index && tokens[$0].relation == "compound"
      })
    else { return }
    tokens[index].upos = "VERB"
    tokens[index].xpos = "VBN"
    tokens[index].lemma = lemma
    for child in sentence where tokens[child].head == index && child != subject {
      if child < subject {
        tokens[child].head = subject
      } else if tokens[child].baseRelation == "nmod" {
        tokens[child].relation = "obl"
      }
    }
    tokens[subject].relation = "nsubj:pass"
  }

  /// "Two soldiers were killed and 14 people, among them three children, were wounded": what stands behind the first verb and before a second
  /// one that has no subject is the second one's, however like a list it looks.
  func mendJoinedPassives(_ tokens: inout [Token], _ sentence: Range<Int>) {
    for verb in sentence where tokens[verb].upos == "VERB" {
      guard let first = tokens[verb].head, first < verb, sentence.contains(first),
        tokens[first].upos == "VERB",
        ["conj", "advcl", "parataxis"].contains(tokens[verb].relation)
      else { continue }
      let below = sentence.filter { tokens[$0].head == verb }
      guard !below.contains(where: { isSubject(tokens[$0]) || tokens[$0].relation == "mark" }),
        let auxiliary = below.first(where: { tokens[$0].baseRelation == "aux" }),
        let subject = sentence.first(where: {
          tokens[$0].head == first && isSubject(tokens[$0]) && $0 < first
        }),
        let own = sentence.first(where: {
          $0 > first && $0 < auxiliary && tokens[$0].relation == "conj"
            && tokens[$0].head == subject
        })
      else { continue }
      for other in sentence
      where other > own && other < auxiliary && tokens[other].head == subject
        && tokens[other].relation == "conj"
      {
        tokens[other].head = own
      }
      for joint in sentence
      where tokens[joint].head == own && tokens[joint].relation == "cc" && joint < own {
        tokens[joint].head = verb
      }
      tokens[own].head = verb
      tokens[own].relation =
        below.contains { tokens[$0].relation == "aux:pass" } ? "nsubj:pass" : "nsubj"
      tokens[verb].relation = "conj"
    }
  }

  /// "“…,” she said, adding that …": a subject does not stand on the other side of the verb above its own; it is that verb's.
  func mendCrossing(_ tokens: inout [Token], _ sentence: Range<Int>) {
    for subject in sentence where tokens[subject].relation == "nsubj" {
      guard let verb = tokens[subject].head, let above = tokens[verb].head,
        sentence.contains(above),
        subject < above, above < verb, ["VERB", "AUX"].contains(tokens[above].upos),
        ["advcl", "conj", "ccomp", "xcomp", "parataxis"].contains(tokens[verb].relation),
        !sentence.contains(where: { tokens[$0].head == above && isSubject(tokens[$0]) })
      else { continue }
      tokens[subject].head = above
    }
  }

  /// "Sorrat's foreign minister rejected": what has a possessive mark is the next noun's, and neither speaks nor acts.
  func mendPossessives(_ tokens: inout [Token], _ sentence: Range<Int>) {
    for mark in sentence where tokens[mark].xpos == "POS" && tokens[mark].relation == "case" {
      guard let owner = tokens[mark].head, owner < mark, let head = tokens[owner].head,
        ["nsubj", "nsubj:pass", "obj", "obl", "dep"].contains(tokens[owner].relation),
        let noun = ((mark + 1)..<sentence.upperBound).first(where: {
          tokens[$0].head == head && ["NOUN", "PROPN"].contains(tokens[$0].upos)
        }),
        ((mark + 1)..<noun).allSatisfy({
          ["ADJ", "NOUN", "PROPN", "NUM", "ADV", "PUNCT"].contains(tokens[$0].upos)
            && tokens[$0].text != ","
        })
      else { continue }
      tokens[owner].head = noun
      tokens[owner].relation = "nmod:poss"
    }
  }
}
