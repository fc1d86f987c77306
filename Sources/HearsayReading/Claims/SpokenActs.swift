import HearsayLanguage
import HearsayRecords

/// What is done by saying something, where the cue leaves it open: "said" may promise, threaten, predict, condemn, apologise,
/// demand, deny or claim, and only the content tells.
struct SpokenActs {
  let text: AnnotatedText

  /// The act that the content of a plain statement shows; `nil` if it only states.
  ///
  /// - Parameters:
  ///   - candidate: The claim.
  ///   - root: The word that governs its content.
  ///   - speaker: What kind of entity speaks, if that is known.
  /// - Returns: The act, or `nil`.
  func act(_ candidate: ClaimCandidate, root: Int, speaker: EntityKind?) -> ClaimAct? {
    if isImperative(root, candidate) { return .demand }
    if apologises(root) { return .apologise }
    if denies(root) { return .deny }
    if let judged = judgement(candidate, root) { return judged }
    if claims(root, speaker) { return .claimResponsibility }
    return toCome(root, candidate)
  }

  // MARK: - To come

  /// "said it would": the speaker's own doing is a promise or a threat, others' a prediction.
  private func toCome(_ root: Int, _ candidate: ClaimCandidate) -> ClaimAct? {
    guard !candidate.isNegative, !text.isNegated(root),
      text.children(of: root, "aux").contains(where: { text.isForm($0, .ahead) })
    else { return nil }
    let isOwn =
      text.child(of: root, "nsubj").map {
        text.tokens[$0].relation == "nsubj" && isSpeaker($0)
      } ?? false
    guard isOwn, text.tokens[root].upos == "VERB" else {
      return text.child(of: root, "nsubj") == nil ? nil : .predict
    }
    return text.value(of: root, for: .harm) == "verb" ? .threaten : .promise
  }

  /// Whether a subject inside the content is whoever speaks: by a pronoun, or "its forces".
  private func isSpeaker(_ subject: Int) -> Bool {
    text.is(subject, .maySpeak) || text.hasChild(of: subject, "nmod:poss", that: .ofSpeaker)
  }

  /// The same, where more than one speak: "we", "its fighters".
  private func isGroupSpeaking(_ subject: Int) -> Bool {
    text.value(of: subject, for: .maySpeak) == "many"
      || text.children(of: subject, "nmod:poss").contains {
        text.value(of: $0, for: .ofSpeaker) == "many"
      }
  }

  /// Whether a verb tells what was done: "did fire", "have fired", "never fired".
  private func isDone(_ verb: Int) -> Bool {
    text.tokens[verb].xpos == "VBD" || text.hasChild(of: verb, "aux", that: .tellsDone)
  }

  // MARK: - Demands, apologies, denials

  /// "Stay indoors": words quoted whole in the imperative, and not the infinitive of "refused to say".
  private func isImperative(_ root: Int, _ candidate: ClaimCandidate) -> Bool {
    let token = text.tokens[root]
    guard token.upos == "VERB", token.xpos == "VB" || token.feature("Mood") == "Imp",
      text.child(of: root, "nsubj", "aux", "mark") == nil, token.baseRelation != "xcomp"
    else { return false }
    return root == 0 || text.tokens[root - 1].xpos != "TO"
  }

  private func apologises(_ root: Int) -> Bool {
    guard text.is(root, .sorry), let subject = text.child(of: root, "nsubj") else { return false }
    return text.is(subject, .maySpeak)
  }

  /// "We had nothing to do with it", "I did not kill her", "the reports were untrue".
  private func denies(_ root: Int) -> Bool {
    let token = text.tokens[root]
    let isNegated = text.isNegated(root)
    if text.is(root, .untrue), token.upos != "VERB" { return !isNegated }
    if isNobodyOfOurs(root) { return true }
    // "Sarvia had nothing to do with it": denied of whoever it is.
    if text.children(of: root, "obj").contains(where: isNothingToDo) { return true }
    guard text.child(of: root, "nsubj").map(isSpeaker) ?? false else { return false }
    // "it was not behind the attack".
    if isNegated, text.hasChild(of: root, "case", that: .blames) { return true }
    let hasNoStake = text.children(of: root, "obj").contains {
      text.is($0, .stake) && text.hasNo($0)
    }
    if hasNoStake { return true }
    // "it did not fire", "it never fired".
    return isNegated && token.upos == "VERB" && isDone(root)
      && EventLexicon.verb(token.lemma)?.type == .assault
  }

  /// "nothing to do with it".
  private func isNothingToDo(_ object: Int) -> Bool {
    text.tokens[object].lower == "nothing"
      && text.children(of: object, "acl").contains { text.tokens[$0].lemma == "do" }
  }

  /// "nobody in my office ordered the raid", "none of our men fired", "no soldier of ours was there".
  private func isNobodyOfOurs(_ root: Int) -> Bool {
    guard text.tokens[root].upos == "VERB", let subject = text.child(of: root, "nsubj"),
      text.isNobody(subject)
    else { return false }
    return text.subtree(of: subject).contains { text.is($0, .ofSpeaker) }
  }

  // MARK: - Judgements

  /// "called the raid an act of barbarism"; "said the bombing was a crime".
  private func judgement(_ candidate: ClaimCandidate, _ root: Int) -> ClaimAct? {
    let isNaming = candidate.cueHead.map { text.is($0, .naming) } ?? false
    // A sentence judges by its predicate; what a cue of naming takes judges by all its words.
    let words: [Int] =
      isNaming
      ? candidate.contents.flatMap { Array($0) }
      : text.child(of: root, "cop") == nil ? [] : [root]
    guard !words.isEmpty, !text.isNegated(root) else { return nil }
    if !isNaming, text.child(of: root, "aux") != nil { return nil }
    if words.contains(where: { text.is($0, .bad) }) { return .condemn }
    return words.contains { text.is($0, .good) } ? .praise : nil
  }

  // MARK: - Responsibility

  /// "said they had killed the judge", "said its fighters were behind the siege"; armies tell of their battles otherwise.
  private func claims(_ root: Int, _ speaker: EntityKind?) -> Bool {
    switch speaker {
    case .armedGroup, .other, .none: break
    default: return false
    }
    guard let subject = text.child(of: root, "nsubj"), text.tokens[subject].relation == "nsubj",
      !text.isNegated(root), isGroupSpeaking(subject),
      text.children(of: root, "aux").allSatisfy({ text.is($0, .tellsDone) })
    else { return false }
    return text.is(root, .deed) || text.hasChild(of: root, "case", "cop", that: .blames)
  }
}
