import HearsayLanguage
import HearsayRecords

/// Decides what a claim does, how sure it is, and whom it blames.
struct ClaimQualities {
  let text: AnnotatedText

  /// What is done by saying it, and the rule that showed it, if one did.
  struct Act {
    let act: ClaimAct
    var rule: String?
  }

  /// What is done by saying it; `speaker` is the kind of entity that says it.
  func act(_ candidate: ClaimCandidate, speaker: EntityKind? = nil) -> Act {
    let base = candidate.lexical?.act ?? lexicalAct(candidate)
    let root = contentRoot(candidate)
    if let act = certainAct(candidate, base, root) { return act }
    guard base == .state || base == .threaten, let root else { return Act(act: base) }
    let shown = SpokenActs(text: text).shown(
      candidate, root: root, speaker: speaksForOthers(candidate, speaker) ? nil : speaker)
    if let cue = candidate.lexical, text.language.has(cue.lemma, .warns) {
      return warned(candidate, root, shown, speaker)
    }
    guard base == .state else { return Act(act: base) }
    if let shown, shown.isBeforeAccusing { return Act(act: shown.act, rule: shown.rule) }
    if !candidate.isNegative, let blame = blamedInContent(candidate).first {
      return Act(act: .accuse, rule: blame.rule)
    }
    return shown.map { Act(act: $0.act, rule: $0.rule) } ?? Act(act: base)
  }

  /// A caller speaks for a group: what he tells is what it did.
  private func speaksForOthers(_ candidate: ClaimCandidate, _ speaker: EntityKind?) -> Bool {
    guard speaker == .person, let source = candidate.sourceHead else { return false }
    return text.represented(by: source) != nil
  }

  /// Whoever can do what he warns of threatens; others foresee it.
  private func warned(
    _ candidate: ClaimCandidate, _ root: Int, _ shown: SpokenActs.Shown?, _ speaker: EntityKind?
  ) -> Act {
    if candidate.addressee == nil, [.armedGroup, .military].contains(speaker),
      text.eventSense(ofVerb: root)?.type == .assault
    {
      return Act(act: .threaten)
    }
    // "we will burn their capital," he warned.
    if let shown, [.promise, .threaten].contains(shown.act) {
      return Act(act: .threaten, rule: shown.rule)
    }
    return Act(
      act: candidate.addressee == nil || text.child(of: root, "aux") != nil ? .predict : .threaten)
  }

  /// Cues whose words around them decide.
  private func certainAct(_ candidate: ClaimCandidate, _ base: ClaimAct, _ root: Int?) -> Act? {
    guard let head = candidate.cueHead else { return nil }
    if text.is(head, .pleads), let cue = candidate.cue {
      let words = cue.lowerBound..<min(cue.upperBound + 3, text.tokens.count)
      guard words.contains(where: { text.is($0, .plea) }) else { return nil }
      return Act(act: words.contains { text.is($0, .negates) } ? .deny : .confirm, rule: "plea")
    }
    // "asked the court to annul the vote" demands, "asked whether" does not.
    if base == .ask, candidate.addressee != nil, let root, text.tokens[root].xpos == "VB",
      root > 0, text.tokens[root - 1].xpos == "TO"
    {
      return Act(act: .demand, rule: "asked-to")
    }
    // "vowed to fight", "promised revenge".
    if base == .promise, let root {
      let harm = text.value(of: root, for: .harm)
      if harm == "noun" && text.tokens[root].upos == "NOUN"
        || harm == "verb" && text.tokens[root].upos == "VERB"
          && text.children(of: root, "obj").allSatisfy({
            text.tokens[$0].mentionType != "abstract" && !text.is($0, .reached)
          })
      {
        return Act(act: .threaten, rule: "promised-harm")
      }
    }
    return nil
  }

  private func lexicalAct(_ candidate: ClaimCandidate) -> ClaimAct {
    guard let head = candidate.cueHead else { return .state }
    return text.verbCue(head)?.act ?? text.nounCue(head)?.act ?? .state
  }

  /// How surely it is said: what stands over the cue, then the cue, then the content's own modal.
  func certainty(_ candidate: ClaimCandidate) -> Certainty {
    if let certainty = candidate.certainty { return certainty }
    if let hedge = hedge(ofCue: candidate) { return hedge }
    let base = lexicalCertainty(candidate)
    guard base == .asserted, let root = contentRoot(candidate) else { return base }
    return hedged(root) ?? .asserted
  }

  /// What the hedges of a clause leave of it; of several the weakest holds.
  private func hedged(_ root: Int) -> Certainty? {
    var hedges = text.children(of: root, "aux", "advmod")
    // "it is likely that", "he seems to have fled"; but "the suspected man" is no hedge of the clause.
    if !text.is(root, .beforeNoun) || text.tokens[root].upos == "ADJ" {
      hedges.append(root)
    }
    return hedges.compactMap(left(by:)).filter { $0 != .confirmed }.max {
      $0.weakness < $1.weakness
    }
  }

  /// What a cue that is a hedge itself leaves: "seemingly", "appears", "are thought to", "rumour has it".
  private func hedge(ofCue candidate: ClaimCandidate) -> Certainty? {
    guard let cue = candidate.cue else { return nil }
    let verb = candidate.cueHead.map(governor)
    let words = Array(cue) + candidate.sources.joined() + [verb].compactMap { $0 }
    return words.compactMap { word -> Certainty? in
      guard let known = text.known(word, .leaves),
        known.tokens.contains(where: { cue.contains($0) || $0 == verb })
      else { return nil }
      // "The alleged attack" is hedged; "the mayor alleged fraud" says who is sure of it.
      if known.tokens.count == 1, text.is(word, .beforeNoun), text.tokens[word].upos == "VERB" {
        return nil
      }
      return known.value.flatMap(Certainty.init)
    }.max { $0.weakness < $1.weakness }
  }

  /// The verb of a cue that is only its expletive: "It" of "It is believed that".
  private func governor(_ cue: Int) -> Int {
    guard text.isForm(cue, .expletive), let verb = text.tokens[cue].head else { return cue }
    return verb
  }

  private func left(by word: Int) -> Certainty? {
    text.is(word, .mayBe) ? .possible : text.value(of: word, for: .leaves).flatMap(Certainty.init)
  }

  /// What the cue word says, by whether somebody says it or it is only said.
  private func lexicalCertainty(_ candidate: ClaimCandidate) -> Certainty {
    guard let head = candidate.cueHead.map(governor) else {
      return candidate.lexical?.certainty ?? .asserted
    }
    let isVerb = text.tokens[head].upos == "VERB"
    let known = candidate.lexical ?? (isVerb ? text.verbCue(head) : text.nounCue(head))
    let base = known?.certainty ?? .asserted
    guard isVerb else { return base }
    let isPassive = text.child(of: head, "nsubj:pass", "aux:pass") != nil
    let isUnsaid = candidate.sources.joined().allSatisfy { text.isForm($0, .expletive) }
    if isPassive, isUnsaid {
      return text.value(of: head, for: .impersonal).flatMap(Certainty.init) ?? base
    }
    // "The hospital reported": it says so itself.
    if text.is(head, .firsthand), let source = candidate.sourceHead,
      !text.isForm(source, .faceless),
      text.tokens[source].upos == "PROPN" || text.tokens[source].mentionType == "person"
        || text.tokens[source].mentionType == "organization"
        || text.language.actor(ofNoun: text.tokens[source].lemma) != nil
    {
      return .asserted
    }
    return base
  }

  /// The word that governs what is said.
  func contentRoot(_ candidate: ClaimCandidate) -> Int? {
    guard let first = candidate.contents.first else { return nil }
    // A clause that the cue takes goes before its subject, which the parser may hang on the cue too.
    let clause = candidate.cueHead.flatMap { cue in
      text.children(of: cue, "ccomp").first { first.contains($0) }
    }
    let root = clause ?? text.head(of: first)
    // "Let me be clear: nobody ordered it": what the words lead up to.
    if let leading = text.value(of: root, for: .leadingUp),
      leading != "imperative" || text.child(of: root, "nsubj") == nil,
      let colon = first.first(where: { text.tokens[$0].text == ":" && $0 > root }),
      colon - first.lowerBound <= 7, colon + 1 < first.upperBound
    {
      return text.head(of: (colon + 1)..<first.upperBound)
    }
    return root
  }

  /// Somebody whom the content puts a deed on, and what showed it.
  struct Blame {
    let words: Range<Int>
    let rule: String
  }

  /// Whoever the content says is behind it: "Iran was behind the attack", "X is responsible for", "X is to blame".
  func blamedInContent(_ candidate: ClaimCandidate) -> [Blame] {
    let rules = text.language.rules.family("claims.blame")
    var blamed: [Blame] = []
    for index in candidate.contents.joined() {
      guard let match = rules.matches(text, at: index).first, let who = match.token("who") else {
        continue
      }
      blamed += parties(who).map { Blame(words: $0, rule: match.rule.name) }
    }
    return blamed.isEmpty ? wrongdoers(candidate) : blamed
  }

  /// Those that a noun names, each apart.
  private func parties(_ noun: Int) -> [Range<Int>] {
    let syntax = SyntaxCandidates(text: text)
    return syntax.jointSources(noun).map { syntax.withoutPreposition($0, of: noun) }
      .filter { !$0.isEmpty }
  }

  /// "said the ruling party had stuffed ballot boxes": whoever is said to have done wrong is blamed for it.
  private func wrongdoers(_ candidate: ClaimCandidate) -> [Blame] {
    guard let root = contentRoot(candidate), text.tokens[root].upos == "VERB",
      [.state, .accuse, .confirm, nil].contains(candidate.lexical?.act)
    else { return [] }
    let doings = [root] + text.children(of: root, "conj")
    for verb in doings {
      let token = text.tokens[verb]
      let isWrong =
        text.is(verb, .wrong)
        || text.is(verb, .ordering)
          && text.children(of: verb, "obj").contains {
            text.eventSense(ofNoun: $0)?.type == .assault
          }
      guard isWrong, ["VBD", "VBN", "VBG", "VBZ", "VBP"].contains(token.xpos),
        !text.isNegated(verb),
        let subject = text.subject(of: verb),
        text.tokens[subject].relation == "nsubj", candidate.says(subject),
        text.tokens[subject].upos == "PROPN"
          || ["person", "organization"].contains(text.tokens[subject].mentionType ?? "")
            && text.tokens[subject].upos == "NOUN",
        !text.hasChild(of: verb, "aux", that: .unreal),
        text.child(of: verb, "mark").map({ text.isForm($0, .subordinates) }) ?? true
      else { continue }
      return parties(subject).map { Blame(words: $0, rule: "wrongdoer") }
    }
    return []
  }
}
