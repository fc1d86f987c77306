import HearsayLanguage
import HearsayRecords

/// Finds claims in the syntax: a cue word, its subject, and what depends on it.
struct SyntaxCandidates {
  let text: AnnotatedText

  /// A candidate that the syntax alone does not bear out; it counts only where the model saw the cue as well.
  private static let weak = 0.2

  /// All candidates, in the order of their cues.
  func find() -> [ClaimCandidate] {
    text.tokens.indices.compactMap { index in
      switch text.tokens[index].upos {
      case "VERB": verbal(index) ?? attribute(index)
      case "NOUN": framed(index) ?? nominal(index)
      case "ADJ": attribute(index)
      case "ADV": adverb(index)
      default:
        switch text.tokens[index].lower {
        case "according": accordingTo(index)
        case "per": per(index)
        default: nil
        }
      }
    }
  }

  // MARK: - Verbs

  private func verbal(_ verb: Int) -> ClaimCandidate? {
    let token = text.tokens[verb]
    guard token.relation != "amod", token.relation != "compound" else { return nil }
    guard let cue = lexicalCue(verb) else { return nil }
    var candidate = ClaimCandidate(origin: .syntax)
    candidate.lexical = cue
    candidate.cueHead = verb
    let chain = raisingChain(above: verb)
    let top = chain.last ?? verb
    candidate.cue = cueRange(verb, from: top)
    candidate.isNegative =
      text.isNegated(verb) != chain.contains(where: text.isNegated) || cue.isNegative
    for link in chain {
      let lemma = text.tokens[link].lemma
      if CueLexicon.hinting.contains(lemma) { candidate.certainty = .hinted }
      if CueLexicon.withholding.contains(lemma) { candidate.isNegative = true }
    }

    let fullSubject = text.child(of: verb, "nsubj:pass")
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

  /// Verbs that always take whom they are said to.
  private static let alwaysAddressed: Set<String> = [
    "tell", "order", "urge", "instruct", "command", "advise", "implore", "exhort",
  ]

  /// "Ex-minister accused of spying", "a man told to leave": a participle of a verb that needs an object and has none is
  /// passive, with or without "was".
  private func reducedPassiveSubject(_ verb: Int, _ cue: Cue) -> Int? {
    let token = text.tokens[verb]
    guard token.xpos == "VBN" || token.xpos == "VBD" && cue.lemma != "charge",
      text.child(of: verb, "obj", "iobj", "ccomp") == nil,
      !text.children(of: verb, "aux").contains(where: {
        ["have", "has", "had", "'ve", "'d"].contains(text.tokens[$0].lower)
      })
    else { return nil }
    switch cue.object {
    case .blamed:
      guard !cue.lemma.contains("+"),
        text.children(of: verb, "obl", "advcl").contains(where: { phrase in
          text.child(of: phrase, "case", "mark").map {
            cue.prepositions[text.tokens[$0].lower] == .content
          } ?? false
        })
      else { return nil }
    case .addressee:
      guard Self.alwaysAddressed.contains(cue.lemma), text.child(of: verb, "xcomp") != nil else {
        return nil
      }
    default: return nil
    }
    if let own = text.child(of: verb, "nsubj") { return own }
    // "stands accused of murder".
    if token.relation == "xcomp", let above = token.head,
      ["stand", "remain"].contains(text.tokens[above].lemma)
    {
      return text.subject(of: above)
    }
    // "Rask, charged with fraud, denied".
    if token.relation == "advcl", token.xpos == "VBN" { return token.head.flatMap(text.subject) }
    return token.relation == "acl" ? token.head : nil
  }

  /// Whether cue, source and content together leave little doubt that somebody says something: most of the
  /// lexicon's verbs have other uses ("found a way", "maintains the image").
  private func isConvincing(_ candidate: ClaimCandidate, _ cue: Cue, _ verb: Int) -> Bool {
    let isPassive = text.child(of: verb, "nsubj:pass") != nil
    guard isPassive || candidate.sourceHead.map(isActor) ?? false else { return false }
    switch cue.act {
    case .claimResponsibility, .disavow: return true
    case .accuse: return !candidate.blamed.isEmpty
    case .confirm where ["confess", "admit"].contains(cue.lemma):
      return !candidate.contents.isEmpty
    // "promised him the post".
    case .promise where text.child(of: verb, "iobj") != nil: return !candidate.contents.isEmpty
    case .deny, .condemn, .threaten, .demand, .apologise:
      return cue.object != .none || !candidate.contents.isEmpty
    default: break
    }
    // Saying in the narrow sense takes a clause.
    return CueLexicon.saying.contains(cue.lemma) && text.child(of: verb, "ccomp") != nil
  }

  /// Whether a word names somebody who can speak.
  private func isActor(_ head: Int) -> Bool {
    let token = text.tokens[head]
    if token.upos == "PRON" {
      return !["it", "which", "that", "what", "this", "you"].contains(token.lower)
    }
    return token.upos == "PROPN" || ["person", "organization"].contains(token.mentionType ?? "")
      || ActorNouns.kind(ofNoun: token.lemma.lowercased()) != nil
  }

  /// The cue a verb is, alone or with its object or particle.
  private func lexicalCue(_ verb: Int) -> Cue? {
    let lemma = text.tokens[verb].lemma
    // "called off", "called up"; "called a march for Monday" calls for nothing.
    if lemma == "call", text.child(of: verb, "compound:prt") != nil { return nil }
    if lemma == "call", text.child(of: verb, "obj", "nsubj:pass") != nil {
      return CueLexicon.verb(lemma)
    }
    for object in text.children(of: verb, "obj", "nsubj:pass", "obl") {
      if let cue = CueLexicon.verb(lemma, object: text.tokens[object].lemma) { return cue }
    }
    // "held the police responsible".
    for predicate in text.children(of: verb, "xcomp") + objectPredicates(of: verb) {
      if let cue = CueLexicon.verb(lemma, object: text.tokens[predicate].lower) { return cue }
    }
    for oblique in text.children(of: verb, "obl") {
      if let preposition = text.child(of: oblique, "case"),
        let cue = CueLexicon.verb(lemma, object: text.tokens[preposition].lower)
      {
        return cue
      }
    }
    return CueLexicon.verb(lemma)
  }

  /// "responsible" of "held the police responsible", where the parser hangs it on the object.
  private func objectPredicates(of verb: Int) -> [Int] {
    text.children(of: verb, "obj").flatMap { object in
      text.children(of: object, "acl", "amod").filter {
        $0 > object && text.tokens[$0].upos == "ADJ"
      }
    }
  }

  private func addComplements(of verb: Int, cue: Cue, to candidate: inout ClaimCandidate) {
    let holes = candidate.sources + [candidate.cue].compactMap { $0 }
    var contents: [Range<Int>] = []
    for child in text.children(of: verb, "ccomp", "xcomp")
    where CueLexicon.verb(text.tokens[verb].lemma, object: text.tokens[child].lower) == nil {
      contents += text.runs(of: text.subtree(of: child), without: holes)
    }
    let isPassive = text.child(of: verb, "nsubj:pass") != nil
    var objectRole = cue.object
    var phrases = text.children(of: verb, "obl", "advcl").filter { $0 != agent(of: verb) }
    // "pointed the finger at Iran": the parser may hang "at Iran" on either word.
    if cue.lemma.contains("+") {
      phrases += text.children(of: verb, "obj", "nsubj:pass", "xcomp").flatMap {
        text.children(of: $0, "nmod", "acl", "obl", "advcl")
      }
      phrases += objectPredicates(of: verb).flatMap { text.children(of: $0, "obl", "advcl") }
    }
    var byPreposition: [(role: ClaimRole, tokens: Range<Int>)] = []
    for phrase in phrases {
      guard let marker = text.child(of: phrase, "case", "mark"),
        let role = cue.prepositions[text.tokens[marker].lower]
      else { continue }
      let whole = text.subtree(of: phrase)
      let body = text.trimmed(whole, dropping: [text.tokens[marker].lower])
      if !body.isEmpty { byPreposition.append((role, body)) }
      // "blamed the attack on Iran": what is blamed on somebody is the content.
      if role == .blamed, objectRole == .blamed { objectRole = .content }
    }
    // "said", "reported" with a clause: an object beside it is whom it is said to, or nothing.
    if let object = text.child(of: verb, "obj"), !isPassive {
      let predicates = objectPredicates(of: verb).map { text.subtree(of: $0) }
      var body =
        cue.lemma.contains("+") && !predicates.isEmpty
        ? text.runs(of: text.subtree(of: object), without: predicates).first {
          $0.contains(object)
        } ?? object..<(object + 1)
        : text.trimmed(text.subtree(of: object))
      // "accused the principal of spying": the parser may hang the deed on the accused.
      if objectRole == .blamed || objectRole == .addressee {
        for phrase in text.children(of: object, "nmod", "acl") {
          guard let marker = text.child(of: phrase, "case", "mark"),
            cue.prepositions[text.tokens[marker].lower] == .content
          else { continue }
          let deed = text.trimmed(
            text.subtree(of: phrase), dropping: [text.tokens[marker].lower])
          let rest = text.trimmed(
            body.lowerBound..<min(body.upperBound, text.subtree(of: phrase).lowerBound))
          guard !deed.isEmpty, rest.contains(object) else { continue }
          byPreposition.append((.content, deed))
          body = rest
        }
      }
      // "promised him that nobody would be hurt": whoever stands beside a clause is told it.
      let isTold =
        text.child(of: verb, "ccomp") != nil
        && (text.tokens[object].mentionType == "person"
          || ["him", "her", "them", "me", "us"].contains(text.tokens[object].lower))
      switch objectRole {
      case .content where isTold: candidate.addressee = body
      case .content where contents.isEmpty: contents += text.runs(of: body, without: holes)
      case .addressee: candidate.addressee = body
      case .blamed: candidate.blamed += parts(of: object, within: body)
      default: break
      }
    }
    if let object = text.child(of: verb, "iobj") {
      candidate.addressee = text.trimmed(text.subtree(of: object))
    }
    for (role, body) in byPreposition {
      switch role {
      case .content where contents.isEmpty || cue.object == .blamed: contents.append(body)
      case .addressee where candidate.addressee == nil: candidate.addressee = body
      case .blamed: candidate.blamed.append(body)
      default: break
      }
    }
    if cue.act == .demand, candidate.addressee == nil {
      candidate.addressee = text.child(of: verb, "ccomp").flatMap(demanded)
    }
    // "pointed the finger at Iran": who is blamed is all that is said.
    if contents.isEmpty, !candidate.blamed.isEmpty { contents = candidate.blamed }
    candidate.contents += contents.map { text.trimmed($0, dropping: ["that"]) }.filter {
      !$0.isEmpty
    }
    candidate.contents.sort { $0.lowerBound < $1.lowerBound }
  }

  /// "demanded that Sarvia withdraw": the subject of what shall be done is whom it is demanded of.
  private func demanded(in clause: Int) -> Range<Int>? {
    let modal = text.children(of: clause, "aux").map { text.tokens[$0].lower }
    guard
      text.tokens[clause].xpos == "VB" && modal.isEmpty || modal.contains("must")
        || modal.contains("should"),
      let subject = text.child(of: clause, "nsubj"), text.tokens[subject].relation == "nsubj",
      isActor(subject), text.tokens[subject].upos != "PRON"
    else { return nil }
    return jointSources(subject).first
  }

  /// "the police and the mayor": each accused apart.
  private func parts(of object: Int, within body: Range<Int>) -> [Range<Int>] {
    let parts = jointSources(object).map { $0.clamped(to: body) }.filter { !$0.isEmpty }
    return parts.count > 1 ? parts : [body]
  }

  private func addPassive(
    subject: Int, verb: Int, cue: Cue, to candidate: inout ClaimCandidate
  ) {
    let body =
      text.runs(of: text.subtree(of: subject), without: [text.subtree(of: verb)]).first {
        $0.contains(subject)
      } ?? text.trimmed(text.subtree(of: subject))
    let isExpletive = text.tokens[subject].lower == "it"
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
  private func addOutside(of verb: Int, to candidate: inout ClaimCandidate) {
    let relation = text.tokens[verb].baseRelation
    guard relation == "parataxis" || isAside(verb, candidate), let head = text.tokens[verb].head
    else { return }
    candidate.contents = text.runs(of: text.subtree(of: head), without: [text.subtree(of: verb)])
  }

  /// "as the mayor tells it": the clause around it is what is told.
  private func isAside(_ verb: Int, _ candidate: ClaimCandidate) -> Bool {
    text.tokens[verb].baseRelation == "advcl"
      && text.children(of: verb, "mark").contains { text.tokens[$0].lower == "as" }
      && CueLexicon.saying.contains(text.tokens[verb].lemma)
      && candidate.contents.joined().allSatisfy { text.tokens[$0].lower == "it" }
  }

  // MARK: - Who

  private func setSource(_ head: Int, of candidate: inout ClaimCandidate) {
    candidate.sourceHead = head
    let token = text.tokens[head]
    if ["who", "which", "that"].contains(token.lower),
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
  private func added(to head: Int) -> [Int] {
    var found: [Int] = []
    for phrase in text.children(of: head, "nmod") {
      found += text.children(of: phrase, "conj").filter { other in
        text.children(of: other, "cc").contains { ["as", "along"].contains(text.tokens[$0].lower) }
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
      let opening = text.tokens[words.lowerBound..<(words.lowerBound + 2)].map(\.lower)
      return [["along", "with"], ["together", "with"], ["as", "well"]].contains(opening)
    }
    return found
  }

  private func dropConjunction(_ range: Range<Int>, head: Int) -> Range<Int> {
    var low = range.lowerBound
    while low < head,
      text.tokens[low].baseRelation == "cc" || text.tokens[low].upos == "PUNCT"
        || text.tokens[low].head.map({ text.tokens[$0].baseRelation == "cc" }) ?? false
        || ["along", "together", "well"].contains(text.tokens[low].lower)
        || text.tokens[low].lower == "as" && low + 1 < head
        || text.tokens[low].lower == "with" && low > 0
          && ["along", "together"].contains(text.tokens[low - 1].lower)
    {
      low += 1
    }
    var high = range.upperBound
    while high - 1 > head, ["CCONJ", "PUNCT"].contains(text.tokens[high - 1].upos) { high -= 1 }
    return low..<high
  }

  /// Who accuses, in a passive of which the subject is known: "by" hangs on the verb, or by mistake on what stands between.
  private func agent(of verb: Int) -> Int? {
    let phrases = text.children(of: verb, "obl")
    let between = phrases.flatMap { text.children(of: $0, "nmod") }.filter(isActor)
    return (phrases + between).first { phrase in
      text.tokens[phrase].relation == "obl:agent"
        || text.children(of: phrase, "case").contains { text.tokens[$0].lower == "by" }
          && text.tokens[phrase].mentionType != "time"
    }
  }

  private func noneSaid(_ subject: Int) -> Bool {
    ["no", "none", "nobody", "neither"].contains(text.tokens[subject].lower)
      || text.tokens[subject].lower == "no-one"
      || text.children(of: subject, "det", "cc", "cc:preconj").contains {
        ["no", "neither"].contains(text.tokens[$0].lower)
      }
  }

  // MARK: - The cue

  /// The verbs above a cue that only lead to it: "refused", "seems", "went on"; nearest first.
  private func raisingChain(above verb: Int) -> [Int] {
    var chain: [Int] = []
    var current = verb
    while text.tokens[current].baseRelation == "xcomp", let head = text.tokens[current].head,
      CueLexicon.raising.contains(text.tokens[head].lemma), chain.count < 4
    {
      chain.append(head)
      current = head
    }
    if text.tokens[current].baseRelation == "advcl" || text.tokens[current].baseRelation == "obl",
      let head = text.tokens[current].head, text.tokens[head].lemma == "stop",
      text.child(of: head, "advmod", "obl", "xcomp").map({ text.tokens[$0].lower == "short" })
        ?? false
    {
      chain.append(head)
    }
    return chain
  }

  /// Auxiliaries, negation and adverbs right before the verb, the verb, and its particle.
  private func cueRange(_ verb: Int, from top: Int) -> Range<Int> {
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
      let isObject =
        CueLexicon.verb(text.tokens[verb].lemma, object: after.lemma).map { $0.object == .none }
        ?? false
      let beforeObject =
        isPhrase && ["the", "a", "any"].contains(after.lower)
        && after.head.map {
          CueLexicon.verb(text.tokens[verb].lemma, object: text.tokens[$0].lemma).map {
            $0.object == .none
          } ?? false
        } ?? false
      let isPreposition =
        after.relation == "case" && isPhrase
        && lexicalCue(verb)?.prepositions[after.lower] != nil
      guard isParticle || isObject || beforeObject || isPreposition else { break }
      high += 1
    }
    return low..<high
  }

  private func isParticiple(_ verb: Int) -> Bool {
    ["VBG", "VBN"].contains(text.tokens[verb].xpos)
  }

  // MARK: - Nouns, attributes, adverbs

  private func nominal(_ noun: Int) -> ClaimCandidate? {
    if let unclaimed = claimOfResponsibility(noun) { return unclaimed }
    guard let cue = CueLexicon.noun(text.tokens[noun].lemma) else { return nil }
    var candidate = ClaimCandidate(origin: .syntax)
    candidate.lexical = cue
    candidate.cueHead = noun
    candidate.cue = noun..<(noun + 1)
    candidate.confidence = 0.55
    for clause in text.children(of: noun, "acl", "ccomp", "acl:relcl") {
      let marker = text.child(of: clause, "mark").map { text.tokens[$0].lower }
      let isThat = marker == "that" && text.tokens[clause].relation != "acl:relcl"
      let isInfinitive = marker == "to" && [.threaten, .promise, .demand].contains(cue.act)
      if isThat || isInfinitive {
        candidate.contents.append(text.trimmed(text.subtree(of: clause), dropping: ["that"]))
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
      if text.tokens[phrase].relation == "nmod:poss" || ["by", "from"].contains(preposition) {
        setSource(phrase, of: &candidate)
        candidate.sources = candidate.sources.map { text.trimmed($0, dropping: [preposition]) }
      } else if let role = cue.prepositions[preposition] {
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
      ["make", "issue", "repeat", "voice", "express", "have", "level", "publish"].contains(
        text.tokens[verb].lemma)
    {
      setSource(subject, of: &candidate)
    }
    return candidate
  }

  /// "no immediate claim of responsibility for the car bomb".
  private func claimOfResponsibility(_ noun: Int) -> ClaimCandidate? {
    guard text.tokens[noun].lemma == "claim",
      let responsibility = text.children(of: noun, "nmod").first(where: {
        text.tokens[$0].lemma == "responsibility"
      }), let cue = CueLexicon.verb("claim", object: "responsibility")
    else { return nil }
    var candidate = ClaimCandidate(origin: .syntax)
    candidate.lexical = cue
    candidate.cueHead = noun
    candidate.cue = noun..<(responsibility + 1)
    candidate.confidence = 0.7
    candidate.isNegative =
      noneSaid(noun) || text.tokens[noun].head.map(text.isNegated) ?? false
    for phrase in text.children(of: responsibility, "nmod") + text.children(of: noun, "nmod") {
      guard let marker = text.child(of: phrase, "case") else { continue }
      let preposition = text.tokens[marker].lower
      let body = text.trimmed(text.subtree(of: phrase), dropping: [preposition])
      if preposition == "for", !body.isEmpty { candidate.contents = [body] }
      if ["by", "from"].contains(preposition) { setSource(phrase, of: &candidate) }
    }
    return candidate
  }

  private func stripPossessive(_ range: Range<Int>) -> Range<Int> {
    guard let last = range.last, ["'s", "'", "s"].contains(text.tokens[last].lower),
      text.tokens[last].upos == "PART"
    else { return range }
    return range.lowerBound..<last
  }

  /// "the widely reported assassination attempt": told by nobody in particular.
  private func attribute(_ word: Int) -> ClaimCandidate? {
    let token = text.tokens[word]
    guard token.relation == "amod", let certainty = CueLexicon.attribute(token.lower),
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
  private func adverb(_ word: Int) -> ClaimCandidate? {
    let token = text.tokens[word]
    guard let certainty = CueLexicon.adverb(token.lower), let head = token.head else { return nil }
    var candidate = ClaimCandidate(origin: .syntax)
    candidate.certainty = certainty
    candidate.cueHead = word
    candidate.cue = word..<(word + 1)
    candidate.contents = text.runs(of: text.subtree(of: head), without: [word..<(word + 1)])
    candidate.confidence = 0.6
    return candidate.contents.isEmpty ? nil : candidate
  }

  private static let frames: Set<String> = [
    "account", "version", "telling", "retelling", "view", "reckoning", "estimate", "estimation",
    "opinion", "word", "words", "judgment", "judgement", "assessment", "calculation", "narrative",
  ]

  /// "by the union's account", "in the words of one diplomat": whose account frames the clause says it.
  private func framed(_ noun: Int) -> ClaimCandidate? {
    let token = text.tokens[noun]
    guard Self.frames.contains(token.lemma) || Self.frames.contains(token.lower),
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
  private func per(_ word: Int) -> ClaimCandidate? {
    guard text.tokens[word].relation == "case", let source = text.tokens[word].head, source > word,
      let clause = text.tokens[source].head, text.tokens[source].baseRelation == "obl",
      Self.papers.contains(text.tokens[source].lemma)
        || isActor(source)
          && (text.tokens[source].upos == "PROPN" || source > word + 1
            || text.tokens[source].xpos == "NNS"
            || ActorNouns.kind(ofNoun: text.tokens[source].lemma.lowercased()) == .police)
    else { return nil }
    return framing(phrase: source, cue: word..<(word + 1), source: source, clause: clause)
  }

  private static let papers: Set<String> = [
    "data", "figure", "report", "document", "record", "statement", "filing", "paper", "file",
    "release", "post", "poll", "survey",
  ]

  /// A phrase that names a source and frames a clause, which is what is said.
  private func framing(phrase: Int, cue: Range<Int>, source: Int, clause: Int) -> ClaimCandidate? {
    var candidate = ClaimCandidate(origin: .syntax)
    candidate.cueHead = cue.lowerBound
    candidate.cue = cue
    candidate.lexical = CueLexicon.verb("say")
    setSource(source, of: &candidate)
    candidate.sources = candidate.sources.flatMap { text.runs(of: $0, without: [cue]) }
      .map { stripPossessive(text.trimmed($0)) }.filter { !$0.isEmpty }
    candidate.contents = text.runs(
      of: text.subtree(of: clause), without: [text.subtree(of: phrase)])
    candidate.confidence = 0.7
    return candidate.contents.isEmpty || candidate.sources.isEmpty ? nil : candidate
  }

  /// "…, according to the ministry".
  private func accordingTo(_ word: Int) -> ClaimCandidate? {
    guard let source = text.tokens[word].head, source > word,
      text.tokens[word].relation == "case" || text.tokens[word].relation == "mark"
    else { return nil }
    var candidate = ClaimCandidate(origin: .syntax)
    candidate.cueHead = word
    let cueEnd = text.tokens[word + 1].lower == "to" ? word + 2 : word + 1
    candidate.cue = word..<cueEnd
    candidate.lexical = CueLexicon.verb("say")
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
}
