import HearsayLanguage
import HearsayRecords

/// What is done by saying something, where the cue leaves it open.
///
/// "Said" may promise, threaten, predict, condemn, apologise, demand, deny or claim, and only the content tells; the rules of
/// `claims.acts` know how.
struct SpokenActs {
  let text: AnnotatedText

  /// An act, and the rule that shows it.
  struct Shown {
    let act: ClaimAct
    let rule: String
    /// It goes before an accusation that the content makes.
    let isBeforeAccusing: Bool
  }

  /// The act that the content of a plain statement shows; `nil` if it only states.
  ///
  /// - Parameters:
  ///   - candidate: The claim.
  ///   - root: The word that governs its content.
  ///   - speaker: What kind of entity speaks, if that is known.
  /// - Returns: The act, or `nil`.
  func shown(_ candidate: ClaimCandidate, root: Int, speaker: EntityKind?) -> Shown? {
    let rules = text.language.rules.family("claims.acts")
    // A sentence judges by its predicate; what a cue of naming takes judges by all its words.
    let isNaming = candidate.cueHead.map { text.is($0, .naming) } ?? false
    let inside = isNaming && !text.isNegated(root) ? candidate.contents.flatMap { Array($0) } : []
    let named = inside.lazy.flatMap { rules.matches(text, at: $0) }
      .filter { $0.token("cue") == candidate.cueHead }
    let plain = rules.matches(text, at: root).lazy.filter { $0.token("cue") == nil }
    let match =
      named.first { counts($0, candidate, speaker) }
      ?? plain.first { counts($0, candidate, speaker) }
    guard let match, let act = match.value("act").flatMap(ClaimAct.init) else { return nil }
    return Shown(
      act: act, rule: match.rule.name, isBeforeAccusing: match.value("before") == "accuse")
  }

  /// Whether what a rule asks beside its pattern holds.
  private func counts(
    _ match: RuleMatch, _ candidate: ClaimCandidate, _ speaker: EntityKind?
  ) -> Bool {
    if match.value("before") == "accuse", candidate.lexical == nil { return false }
    if let type = match.value("of") {
      let sense =
        text.tokens[match.anchor].upos == "VERB"
        ? text.eventSense(ofVerb: match.anchor) : text.eventSense(ofNoun: match.anchor)
      guard sense?.type.rawValue.lowercased() == type else { return false }
    }
    if match.value("by") == "group" {
      switch speaker {
      case .armedGroup, .other, .none: break
      default: return false
      }
    }
    // Who did not say that he will did not promise it.
    return match.value("when") != "said" || !candidate.isNegative
  }
}
