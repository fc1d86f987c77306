import HearsayLanguage
import HearsayRecords

/// What is done by saying something, where the cue leaves it open: "said" may promise, threaten, predict, condemn, apologise,
/// demand, deny or claim, and only the content tells.
struct SpokenActs {
  let text: AnnotatedText

  /// What is threatened with by its noun.
  static let harmful: Set<String> = [
    "revenge", "retaliation", "vengeance", "reprisal", "retribution", "war", "punishment",
  ]

  /// The act that the content of a plain statement shows; `nil` if it only states.
  ///
  /// - Parameters:
  ///   - candidate: The claim.
  ///   - root: The word that governs its content.
  ///   - speaker: What kind of entity speaks, if that is known.
  /// - Returns: The act, or `nil`.
  func act(_ candidate: ClaimCandidate, root: Int, speaker: EntityKind?) -> ClaimAct? {
    if isImperative(root, candidate) { return .demand }
    if apologises(candidate, root) { return .apologise }
    if denies(candidate, root) { return .deny }
    if let judged = judgement(candidate, root) { return judged }
    if claims(root, speaker, candidate) { return .claimResponsibility }
    return toCome(root, candidate)
  }

  // MARK: - To come

  private static let future: Set<String> = ["will", "would", "'ll", "wo", "shall"]
  private static let own: Set<String> = ["he", "she", "they", "it", "we", "i"]
  /// What one threatens with, and does not promise.
  static let harm: Set<String> = [
    "attack", "strike", "shoot", "kill", "fight", "bomb", "boycott", "retaliate", "avenge",
    "destroy", "march", "invade",
    "resist", "crush", "hunt", "burn", "execute", "shell", "blow", "punish", "hit",
  ]

  /// "said it would": the speaker's own doing is a promise or a threat, others' a prediction.
  private func toCome(_ root: Int, _ candidate: ClaimCandidate) -> ClaimAct? {
    let auxiliaries = text.children(of: root, "aux").map { text.tokens[$0].lower }
    guard !candidate.isNegative, auxiliaries.contains(where: Self.future.contains),
      !text.isNegated(root)
    else { return nil }
    let isOwn =
      text.child(of: root, "nsubj").map {
        text.tokens[$0].relation == "nsubj" && isSpeaker($0, candidate)
      } ?? false
    guard isOwn, text.tokens[root].upos == "VERB" else {
      return text.child(of: root, "nsubj") == nil ? nil : .predict
    }
    return Self.harm.contains(text.tokens[root].lemma) ? .threaten : .promise
  }

  /// Whether a subject inside the content is whoever speaks: by a pronoun, or "its forces".
  private func isSpeaker(_ subject: Int, _ candidate: ClaimCandidate) -> Bool {
    if Self.own.contains(text.tokens[subject].lower) { return true }
    return text.child(of: subject, "nmod:poss").map {
      ["its", "our", "their", "his", "her", "my"].contains(text.tokens[$0].lower)
    } ?? false
  }

  // MARK: - Demands, apologies, denials

  /// "Stay indoors": words quoted whole in the imperative.
  private func isImperative(_ root: Int, _ candidate: ClaimCandidate) -> Bool {
    let token = text.tokens[root]
    guard token.upos == "VERB", token.xpos == "VB" || token.feature("Mood") == "Imp",
      text.child(of: root, "nsubj", "aux", "mark") == nil, token.baseRelation != "xcomp"
    else { return false }
    // What stands in quotation marks or behind a colon, and not the infinitive of "refused to say".
    return root == 0 || !["to"].contains(text.tokens[root - 1].lower)
  }

  private func apologises(_ candidate: ClaimCandidate, _ root: Int) -> Bool {
    guard ["sorry", "apologise", "apologize"].contains(text.tokens[root].lemma.lowercased()),
      let subject = text.child(of: root, "nsubj")
    else { return false }
    return Self.own.contains(text.tokens[subject].lower)
  }

  private static let untrue: Set<String> = [
    "untrue", "false", "baseless", "unfounded", "groundless", "fabricated", "fabrication",
    "innocent", "nonsense", "lie", "invented",
  ]
  private static let stakes: Set<String> = ["role", "part", "hand", "involvement", "knowledge"]

  /// "We had nothing to do with it", "I did not kill her", "the reports were untrue".
  private func denies(_ candidate: ClaimCandidate, _ root: Int) -> Bool {
    let token = text.tokens[root]
    let isNegated = text.isNegated(root)
    if Self.untrue.contains(token.lemma.lowercased()), token.upos != "VERB" { return !isNegated }
    if isNobodyOfOurs(root) { return true }
    let head = text.child(of: root, "nsubj")
    let isOwn = head.map { isSpeaker($0, candidate) } ?? false
    // "Sarvia had nothing to do with it": denied of whoever it is.
    let isNothing = text.children(of: root, "obj").contains { object in
      text.tokens[object].lower == "nothing"
        && text.children(of: object, "acl").contains { text.tokens[$0].lemma == "do" }
    }
    if isNothing { return true }
    guard isOwn else { return false }
    // "it was not behind the attack".
    if isNegated,
      text.children(of: root, "case").contains(where: { text.tokens[$0].lower == "behind" })
    {
      return true
    }
    for object in text.children(of: root, "obj") {
      let noun = text.tokens[object]
      if noun.lower == "nothing",
        text.children(of: object, "acl").contains(where: { text.tokens[$0].lemma == "do" })
      {
        return true
      }
      if Self.stakes.contains(noun.lemma),
        text.children(of: object, "det").contains(where: { text.tokens[$0].lower == "no" })
      {
        return true
      }
    }
    if token.lemma == "do",
      text.tokens[root].head.map({ text.tokens[$0].lower == "nothing" }) ?? false
    {
      return true
    }
    guard isNegated, token.upos == "VERB", EventLexicon.verb(token.lemma)?.type == .assault else {
      return false
    }
    let auxiliaries = text.children(of: root, "aux").map { text.tokens[$0].lower }
    return auxiliaries.contains { ["did", "had", "have", "has"].contains($0) }
  }

  /// "nobody in my office ordered the raid", "none of our men fired", "no soldier of ours was there".
  private func isNobodyOfOurs(_ root: Int) -> Bool {
    guard text.tokens[root].upos == "VERB", let subject = text.child(of: root, "nsubj"),
      ["nobody", "none", "no-one"].contains(text.tokens[subject].lower)
        || text.children(of: subject, "det").contains(where: { text.tokens[$0].lower == "no" })
    else { return false }
    return text.subtree(of: subject).contains {
      ["my", "our", "ours", "its", "their", "us"].contains(text.tokens[$0].lower)
    }
  }

  // MARK: - Judgements

  private static let naming: Set<String> = [
    "call", "describe", "brand", "label", "term", "dub", "characterise", "characterize", "deem",
    "consider",
  ]
  private static let bad: Set<String> = [
    "barbarism", "barbaric", "absurd", "coward", "cowardly", "disaster", "crime", "criminal",
    "shame", "shameful", "outrageous",
    "outrage", "illegal", "unacceptable", "disgrace", "disgraceful", "massacre", "atrocity",
    "terrorism", "terrorist", "unjust", "abhorrent",
    "heinous", "despicable", "brutal", "treason", "betrayal", "unlawful", "reckless", "provocation",
    "aggression", "genocide", "farce",
    "mistake", "failure", "wrong", "insult", "monstrous", "savage", "evil", "vile", "wound",
    "tragedy", "travesty",
  ]
  private static let good: Set<String> = [
    "hero", "heroic", "triumph", "victory", "courageous", "brave", "milestone", "success",
    "remarkable", "historic", "admirable",
    "excellent", "wonderful", "exemplary",
  ]

  /// "called the raid an act of barbarism"; "said the bombing was a crime".
  private func judgement(_ candidate: ClaimCandidate, _ root: Int) -> ClaimAct? {
    let isNaming =
      candidate.cueHead.map { Self.naming.contains(text.tokens[$0].lemma) } ?? false
    // A sentence judges by its predicate; what a cue of naming takes judges by all its words.
    let words: [Int] =
      isNaming
      ? candidate.contents.flatMap { Array($0) }
      : text.child(of: root, "cop") == nil ? [] : [root]
    guard !words.isEmpty, !text.isNegated(root) else { return nil }
    let lemmas = words.map { text.tokens[$0].lemma.lowercased() }
    let lowers = words.map { text.tokens[$0].lower }
    if !isNaming, text.children(of: root, "aux").isEmpty == false { return nil }
    if (lemmas + lowers).contains(where: Self.bad.contains) { return .condemn }
    return (lemmas + lowers).contains(where: Self.good.contains) ? .praise : nil
  }

  // MARK: - Responsibility

  private static let deeds: Set<String> = [
    "assassinate", "bomb", "behead", "kill", "abduct", "kidnap", "execute", "ambush", "attack",
    "detonate", "blow",
  ]

  /// "said they had killed the judge", "said its fighters were behind the siege"; armies tell of their battles otherwise.
  private func claims(_ root: Int, _ speaker: EntityKind?, _ candidate: ClaimCandidate) -> Bool {
    switch speaker {
    case .armedGroup, .other, .none: break
    default: return false
    }
    guard let subject = text.child(of: root, "nsubj"), text.tokens[subject].relation == "nsubj",
      !text.isNegated(root)
    else { return false }
    let isOwn =
      ["they", "we"].contains(text.tokens[subject].lower)
      || text.child(of: subject, "nmod:poss").map {
        ["its", "our", "their"].contains(text.tokens[$0].lower)
      } ?? false
    guard isOwn,
      !text.children(of: root, "aux").contains(where: {
        !["had", "have", "has", "were", "was", "been"].contains(text.tokens[$0].lower)
      })
    else { return false }
    let isBehind = text.children(of: root, "case", "cop").contains {
      text.tokens[$0].lower == "behind"
    }
    return isBehind || Self.deeds.contains(text.tokens[root].lemma)
      || ["carry"].contains(text.tokens[root].lemma)
        && text.child(of: root, "compound:prt") != nil
  }
}
