import HearsayLanguage
import HearsayRecords

// Claims told by a verb: "said", "was accused of", "refused to confirm".

extension SyntaxCandidates {
  func verbal(_ verb: Int) -> ClaimCandidate? {
    let token = text.tokens[verb]
    guard token.relation != "amod", token.relation != "compound" else { return nil }
    guard let cue = lexicalCue(verb) else { return nil }
    var candidate = ClaimCandidate(origin: .syntax)
    candidate.by = ["verb"]
    candidate.lexical = cue
    candidate.cueHead = verb
    let chain = raisingChain(above: verb)
    let top = chain.last ?? verb
    candidate.cue = cueRange(verb, from: top)
    candidate.isNegative =
      text.isNegated(verb) != chain.contains(where: text.isNegated) || cue.isNegative
    for link in chain {
      if text.is(link, .hinting) { candidate.certainty = .hinted }
      if text.is(link, .withholding) { candidate.isNegative = true }
    }

    let fullSubject =
      text.child(of: verb, "nsubj:pass") ?? undergoer(of: verb)
    let reducedSubject = fullSubject == nil ? reducedPassiveSubject(verb, cue) : nil
    let passiveSubject = fullSubject ?? reducedSubject
    let agent = passiveSubject == nil ? nil : agent(of: verb)
    if let subject = passiveSubject {
      if let agent { setSource(agent, of: &candidate) }
      addPassive(subject: subject, verb: verb, cue: cue, to: &candidate)
    } else if let subject = text.subject(of: top) ?? text.subject(of: verb) {
      setSource(subject, of: &candidate)
      if noneSaid(subject) { candidate.isNegative = true }
    }
    addComplements(of: verb, cue: cue, to: &candidate)
    if let agent {
      // "accused of murder by the prosecutor": who accuses is no part of it.
      candidate.contents = candidate.contents.flatMap {
        text.runs(of: $0, without: [text.subtree(of: agent)])
      }
    }
    if candidate.contents.isEmpty || isAside(verb, candidate) {
      addOutside(of: verb, to: &candidate)
    }
    // Without a content it may still be the cue of a quotation; whoever links those drops what is left.
    candidate.chain = chain
    if reducedSubject == nil, !isConvincing(candidate, cue, verb) {
      candidate.confidence = Self.weak
    }
    return candidate
  }

  /// "Two men are thought to have fled": whoever is thought of says nothing, though the tree calls him a plain subject.
  private func undergoer(of verb: Int) -> Int? {
    text.is(verb, .impersonal) && text.child(of: verb, "aux:pass") != nil
      ? text.child(of: verb, "nsubj") : nil
  }

  /// "Ex-minister accused of spying", "a man told to leave": a participle of a verb that needs an object and has none is
  /// passive, with or without "was".
  func reducedPassiveSubject(_ verb: Int, _ cue: Cue) -> Int? {
    let token = text.tokens[verb]
    guard
      token.xpos == "VBN" || token.xpos == "VBD" && !text.language.has(cue.lemma, .pastIsActive),
      text.child(of: verb, "obj", "iobj", "ccomp") == nil,
      !text.children(of: verb, "aux").contains(where: {
        text.is($0, .ofPerfect)
      })
    else { return nil }
    switch cue.object {
    case .blamed:
      guard !cue.isPhrase,
        text.children(of: verb, "obl", "advcl").contains(where: { phrase in
          text.child(of: phrase, "case", "mark").map {
            cue.role(of: text.tokens[$0].lower) == .content
          } ?? false
        })
      else { return nil }
    case .addressee:
      guard text.is(verb, .addressed), text.child(of: verb, "xcomp") != nil else {
        return nil
      }
    default: return nil
    }
    if let own = text.child(of: verb, "nsubj") { return own }
    // "stands accused of murder".
    if token.relation == "xcomp", let above = token.head,
      text.is(above, .standing)
    {
      return text.subject(of: above)
    }
    // "Rask, charged with fraud, denied".
    if token.relation == "advcl", token.xpos == "VBN" { return token.head.flatMap(text.subject) }
    return token.relation == "acl" ? token.head : nil
  }

  /// Whether cue, source and content together leave little doubt that somebody says something: most of the
  /// lexicon's verbs have other uses ("found a way", "maintains the image").
  func isConvincing(_ candidate: ClaimCandidate, _ cue: Cue, _ verb: Int) -> Bool {
    let isPassive = text.child(of: verb, "nsubj:pass") != nil
    guard isPassive || candidate.sourceHead.map(isActor) ?? false else { return false }
    switch cue.act {
    case .claimResponsibility, .disavow: return true
    case .accuse: return !candidate.blamed.isEmpty
    case .confirm where text.is(verb, .confesses):
      return !candidate.contents.isEmpty
    // "promised him the post".
    case .promise where text.child(of: verb, "iobj") != nil: return !candidate.contents.isEmpty
    case .deny, .condemn, .threaten, .demand, .apologise:
      return cue.object != .none || !candidate.contents.isEmpty
    default: break
    }
    // Saying in the narrow sense takes a clause.
    return text.is(verb, .saying) && text.child(of: verb, "ccomp") != nil
  }

  /// The cue a verb is, alone or with its object or particle.
  func lexicalCue(_ verb: Int) -> Cue? {
    // "called off", "called up"; "called a march for Monday" calls for nothing.
    if text.language.has(text.tokens[verb].lemma, .aloneWithObject) {
      if text.child(of: verb, "compound:prt") != nil { return nil }
      if text.child(of: verb, "obj", "nsubj:pass") != nil { return text.verbCue(verb) }
    }
    for object in text.children(of: verb, "obj", "nsubj:pass", "obl") {
      if let cue = text.verbCue(verb, with: text.tokens[object].lemma) { return cue }
    }
    // "held the police responsible".
    for predicate in text.children(of: verb, "xcomp") + objectPredicates(of: verb) {
      if let cue = text.verbCue(verb, with: text.tokens[predicate].lower) { return cue }
    }
    for oblique in text.children(of: verb, "obl") {
      if let preposition = text.child(of: oblique, "case"),
        let cue = text.verbCue(verb, with: text.tokens[preposition].lower)
      {
        return cue
      }
    }
    return text.verbCue(verb)
  }

  /// "responsible" of "held the police responsible", where the parser hangs it on the object.
  func objectPredicates(of verb: Int) -> [Int] {
    text.children(of: verb, "obj").flatMap { object in
      text.children(of: object, "acl", "amod").filter {
        $0 > object && text.tokens[$0].upos == "ADJ"
      }
    }
  }

  func addPassive(
    subject: Int, verb: Int, cue: Cue, to candidate: inout ClaimCandidate
  ) {
    let body =
      text.runs(of: text.subtree(of: subject), without: [text.subtree(of: verb)]).first {
        $0.contains(subject)
      } ?? text.trimmed(text.subtree(of: subject))
    let isExpletive = text.isForm(subject, .expletive)
    guard !isExpletive, !body.isEmpty else { return }
    switch cue.object {
    case .blamed: candidate.blamed.append(body)
    case .addressee: candidate.addressee = body
    case .content where text.child(of: verb, "ccomp", "xcomp") == nil:
      candidate.contents.append(body)
    case .content, .none:
      // "Trump is expected to win": subject and infinitive together are what is said.
      if text.child(of: verb, "xcomp") != nil { candidate.contents.append(body) }
    }
  }

  /// "…," he said: the content stands above the cue in the tree, or beside it.
  func addOutside(of verb: Int, to candidate: inout ClaimCandidate) {
    let relation = text.tokens[verb].baseRelation
    guard relation == "parataxis" || isAside(verb, candidate), let head = text.tokens[verb].head
    else { return }
    candidate.contents = text.runs(of: text.subtree(of: head), without: [text.subtree(of: verb)])
  }

  /// "as the mayor tells it": the clause around it is what is told.
  func isAside(_ verb: Int, _ candidate: ClaimCandidate) -> Bool {
    text.tokens[verb].baseRelation == "advcl"
      && text.children(of: verb, "mark").contains { text.isForm($0, .likening) }
      && text.is(verb, .saying)
      && candidate.contents.joined().allSatisfy { text.isForm($0, .expletive) }
  }

  /// The verbs above a cue that only lead to it: "refused", "seems", "went on"; nearest first.
  func raisingChain(above verb: Int) -> [Int] {
    var chain: [Int] = []
    var current = verb
    while text.tokens[current].baseRelation == "xcomp", let head = text.tokens[current].head,
      text.is(head, .raising), chain.count < 4
    {
      chain.append(head)
      current = head
    }
    if text.tokens[current].baseRelation == "advcl" || text.tokens[current].baseRelation == "obl",
      let head = text.tokens[current].head, text.is(head, .stopsShort)
    {
      chain.append(head)
    }
    return chain
  }

  /// Auxiliaries, negation and adverbs right before the verb, the verb, and its particle.
  func cueRange(_ verb: Int, from top: Int) -> Range<Int> {
    var low = top
    while low > 0 {
      let before = text.tokens[low - 1]
      guard before.head == top, ["aux", "advmod", "aux:pass"].contains(before.relation) else {
        break
      }
      low -= 1
    }
    if low > verb { low = verb }
    var high = verb + 1
    while high < text.tokens.count {
      let after = text.tokens[high]
      let isParticle = after.head == verb && after.relation == "compound:prt"
      let isPhrase = after.head.map { $0 > verb && text.tokens[$0].head == verb } ?? false
      // "claimed responsibility", but not "claimed the attack", which is what is claimed.
      let isObject = isPartOfCue(verb, after.lemma)
      let beforeObject =
        isPhrase && after.relation == "det"
        && after.head.map { isPartOfCue(verb, text.tokens[$0].lemma) } ?? false
      let isPreposition =
        after.relation == "case" && isPhrase
        && lexicalCue(verb)?.role(of: after.lower) != nil
      guard isParticle || isObject || beforeObject || isPreposition else { break }
      high += 1
    }
    return low..<high
  }
  /// Whether a word with a verb is the cue: "responsibility" of "claimed responsibility".
  private func isPartOfCue(_ verb: Int, _ word: String) -> Bool {
    text.verbCue(verb, with: word)?.object == ClaimRole.none
  }
}
