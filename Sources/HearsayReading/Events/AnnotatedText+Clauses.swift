import HearsayLanguage

extension AnnotatedText {
  /// Whether a word has its part in what another verb of the sentence tells, which is a happening too, while this verb tells itself who
  /// has the part in it.
  ///
  /// "A man stabbed three people before he was shot by police": the police have stabbed nobody, and he was not stabbed.
  func isOfOtherVerb(_ word: Int, than verb: Int, as role: HappeningRole) -> Bool {
    guard role == .actor || role == .recipient, tokens[verb].upos == "VERB",
      let above = tokens[word].head, above != verb, tokens[above].upos == "VERB",
      Self.core.contains(tokens[word].relation),
      happenings?.contains(where: { $0.score >= 0.5 && $0.tokens.contains(above) }) ?? false
    else { return false }
    let own = own(role, of: verb)
    return own != nil && own != word
  }

  /// "A man stabbed three people": the subject of a verb that is done to people does it, whatever the network makes of him.
  func isDoer(_ subject: Int, toPeopleBy verb: Int) -> Bool {
    tokens[subject].relation == "nsubj" && tokens[subject].head == verb && !`is`(verb, .undergoes)
      && child(of: verb, "obj").map { tokens[$0].mentionType == "person" } ?? false
  }

  /// "The insurgents' leader was killed": whose the victim of a verb is has not done it.
  func isOwner(_ word: Int, ofVictimOf verb: Int) -> Bool {
    guard tokens[verb].upos == "VERB", ["nmod:poss", "compound"].contains(tokens[word].relation),
      let noun = tokens[word].head, tokens[noun].head == verb
    else { return false }
    return ["nsubj:pass", "obj"].contains(tokens[noun].relation)
  }

  private static let core: Set<String> = ["nsubj", "nsubj:pass", "obj", "obl:agent"]

  /// Whoever a verb itself tells to do or to suffer it.
  private func own(_ role: HappeningRole, of verb: Int) -> Int? {
    switch role {
    case .actor where isPassive(verb): child(of: verb, "obl:agent")
    case .actor: child(of: verb, "nsubj")
    default: child(of: verb, "obj") ?? child(of: verb, "nsubj:pass")
    }
  }
}
