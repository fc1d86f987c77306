import HearsayLanguage

extension TreeRepair {
  /// "The mayor said reports that police had beaten students were false": the reports are false, not the police.
  ///
  /// A noun of saying right behind a verb of saying looks like another verb, or like its object; what is said of it at the end then
  /// hangs on the clause inside, and whoever denies would state what he denies.
  func mendReports(_ tokens: inout [Token], _ sentence: Range<Int>) {
    for predicate in sentence {
      guard let report = report(saidTo: predicate, tokens, sentence) else { continue }
      tokens[report.noun].upos = "NOUN"
      tokens[report.noun].xpos = report.isPlural ? "NNS" : "NN"
      tokens[report.noun].lemma = report.lemma
      tokens[report.noun].head = predicate
      tokens[report.noun].relation =
        tokens[report.copula].relation == "aux:pass" ? "nsubj:pass" : "nsubj"
      tokens[report.clause].head = report.noun
      tokens[report.clause].relation = "acl"
      tokens[predicate].head = report.verb
      tokens[predicate].relation = "ccomp"
      for mark in sentence
      where tokens[mark].relation == "mark" && tokens[mark].head == predicate
        && mark < report.clause
      {
        tokens[mark].head = report.clause
      }
    }
  }

  /// A noun of saying with a clause of its own, of which something is said.
  private struct Report {
    /// Who says it.
    var verb: Int
    var noun: Int
    var lemma: String
    var isPlural: Bool
    /// The verb of what the noun tells.
    var clause: Int
    /// The finite word that ties what is said to it.
    var copula: Int
  }

  private func report(saidTo predicate: Int, _ tokens: [Token], _ sentence: Range<Int>) -> Report? {
    let below = sentence.filter { tokens[$0].head == predicate }
    guard
      let copula = below.first(where: {
        ["cop", "aux:pass"].contains(tokens[$0].relation)
          && ["VBD", "VBZ", "VBP"].contains(tokens[$0].xpos)
      }), let head = tokens[predicate].head, !below.contains(where: { tokens[$0].relation == "cc" })
    else { return nil }
    let subjects = below.filter { tokens[$0].baseRelation == "nsubj" }
    for noun in sentence where noun > sentence.lowerBound && noun < copula {
      let verb = noun - 1
      guard subjects.isEmpty || subjects == [noun], tokens[verb].upos == "VERB",
        language.has(tokens[verb].lemma.lowercased(), .saying),
        let lemma = reported(noun, tokens, sentence)
      else { continue }
      let isPlural = tokens[noun].lower != lemma
      guard isPlural == language.has(tokens[copula].lower, .ofMany),
        let clause = clause(behind: noun, before: copula, tokens, sentence),
        head == noun || head == verb || head == clause || tokens[head].head == clause,
        !isBelow(verb, predicate, tokens)
      else { continue }
      return Report(
        verb: verb, noun: noun, lemma: lemma, isPlural: isPlural, clause: clause, copula: copula)
    }
    return nil
  }

  /// The lemma of a noun of saying; of what is tagged as a verb, only if nobody is its subject.
  private func reported(_ index: Int, _ tokens: [Token], _ sentence: Range<Int>) -> String? {
    let token = tokens[index]
    let lemma = inflections.noun(token.lower) ?? token.lemma.lowercased()
    guard language.has(lemma, .nounCue) else { return nil }
    switch token.upos {
    case "NOUN": return lemma
    case "VERB":
      let isVerb = sentence.contains {
        tokens[$0].head == index
          && (tokens[$0].baseRelation == "nsubj" || tokens[$0].baseRelation == "aux")
      }
      return isVerb || !["VBZ", "NNS", "VBP", "NN"].contains(token.xpos) ? nil : lemma
    default: return nil
    }
  }

  /// The first verb with a subject of its own between a noun and what is said of it.
  private func clause(
    behind noun: Int, before copula: Int, _ tokens: [Token], _ sentence: Range<Int>
  ) -> Int? {
    sentence.first { verb in
      verb > noun && verb < copula && tokens[verb].upos == "VERB"
        && sentence.contains {
          tokens[$0].head == verb && tokens[$0].baseRelation == "nsubj" && $0 > noun && $0 < verb
        }
    }
  }

  private func isBelow(_ token: Int, _ ancestor: Int, _ tokens: [Token]) -> Bool {
    var current: Int? = token
    var steps = 0
    while let here = current, steps < tokens.count {
      if here == ancestor { return true }
      current = tokens[here].head
      steps += 1
    }
    return false
  }
}
