import HearsayLanguage
import HearsayRecords

// Claims told by a noun: "the allegation that", "no claim of responsibility for".

extension SyntaxCandidates {
  func nominal(_ noun: Int) -> ClaimCandidate? {
    if let unclaimed = claimOfResponsibility(noun) { return unclaimed }
    guard let cue = text.nounCue(noun) else { return nil }
    var candidate = ClaimCandidate(origin: .syntax)
    candidate.by = ["noun"]
    candidate.lexical = cue
    candidate.cueHead = noun
    candidate.cue = noun..<(noun + 1)
    candidate.confidence = 0.55
    for clause in text.children(of: noun, "acl", "ccomp", "acl:relcl") {
      let marker = text.child(of: clause, "mark")
      let isThat =
        marker.map { text.isForm($0, .subordinates) } ?? false
        && text.tokens[clause].relation != "acl:relcl"
      let isInfinitive =
        marker.map { text.isForm($0, .infinitive) } ?? false
        && [.threaten, .promise, .demand].contains(cue.act)
      if isThat || isInfinitive {
        candidate.contents.append(text.trimmed(text.subtree(of: clause), dropping: .subordinates))
      }
    }
    for phrase in text.children(of: noun, "nmod", "acl", "obl") {
      guard let marker = text.child(of: phrase, "case", "mark") else {
        if text.tokens[phrase].relation == "nmod:poss" { setSource(phrase, of: &candidate) }
        continue
      }
      let preposition = text.tokens[marker].lower
      let body = text.trimmed(text.subtree(of: phrase), dropping: [preposition])
      if body.isEmpty { continue }
      if text.tokens[phrase].relation == "nmod:poss" || text.is(marker, .bySource) {
        setSource(phrase, of: &candidate)
        candidate.sources = candidate.sources.map { text.trimmed($0, dropping: [preposition]) }
      } else if let role = cue.role(of: preposition) {
        if role == .content, candidate.contents.isEmpty { candidate.contents.append(body) }
        if role == .blamed { candidate.blamed.append(body) }
        if role == .addressee { candidate.addressee = body }
      }
    }
    candidate.sources = candidate.sources.map { stripPossessive($0) }.filter { !$0.isEmpty }
    // "denials from both capitals": whatever they deny.
    guard !candidate.contents.isEmpty || cue.act == .deny && !candidate.sources.isEmpty else {
      return nil
    }
    // "made the claim that", "issued a denial": whoever does so is the source.
    if candidate.sources.isEmpty, text.tokens[noun].baseRelation == "obj",
      let verb = text.tokens[noun].head, let subject = text.subject(of: verb),
      text.is(verb, .uttering)
    {
      setSource(subject, of: &candidate)
    }
    return candidate
  }

  /// "no immediate claim of responsibility for the car bomb".
  func claimOfResponsibility(_ noun: Int) -> ClaimCandidate? {
    let told = text.children(of: noun, "nmod").lazy.compactMap { phrase in
      text.verbCue(noun, with: text.tokens[phrase].lemma).map { (phrase, $0) }
    }.first { $0.1.act == .claimResponsibility }
    guard let (responsibility, cue) = told else { return nil }
    var candidate = ClaimCandidate(origin: .syntax)
    candidate.lexical = cue
    candidate.cueHead = noun
    candidate.by = ["claim-of-responsibility"]
    candidate.cue = noun..<(responsibility + 1)
    candidate.confidence = 0.7
    candidate.isNegative =
      noneSaid(noun) || text.tokens[noun].head.map(text.isNegated) ?? false
    for phrase in text.children(of: responsibility, "nmod") + text.children(of: noun, "nmod") {
      guard let marker = text.child(of: phrase, "case") else { continue }
      let preposition = text.tokens[marker].lower
      let body = text.trimmed(text.subtree(of: phrase), dropping: [preposition])
      if cue.role(of: preposition) == .content, !body.isEmpty { candidate.contents = [body] }
      if text.is(marker, .bySource) { setSource(phrase, of: &candidate) }
    }
    return candidate
  }
}
