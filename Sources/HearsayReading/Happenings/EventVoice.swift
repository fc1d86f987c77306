import HearsayLanguage
import HearsayRecords

/// Finds in whose mouth an event is told.
struct EventVoice {
  let draft: Draft

  /// Below this the model is sure that the reporter tells it himself, whatever a claim's content seems to hold.
  private static let own: Float = 0.07
  /// The same of what whoever speaks does himself: "denouncing the raid, the minister said …" is the reporter's.
  private static let ownDeed: Float = 0.15
  /// From this on it is sure that somebody else does.
  private static let others: Float = 0.35

  /// The claim that tells an event; `nil` in the reporter's own voice.
  ///
  /// `actors`: who does it.
  func claim(telling proposal: EventProposal, by actors: [Participant] = []) -> ClaimFinding? {
    let claim = EventReader.innermost(proposal.trigger.token, draft.claims)
    guard let mention = proposal.mention else { return claim }
    if let claim {
      if isOnlyTold(claim) { return claim }
      let isOwnDeed = claim.record.speakers.contains { actors.contains(.entity($0)) }
      guard mention.mouth >= (isOwnDeed ? Self.ownDeed : Self.own) else { return nil }
      // Of whom a claim does not tell, the model may hear.
      return claim.source == nil ? spoken(by: mention, proposal.trigger.token) ?? claim : claim
    }
    guard mention.mouth >= Self.others else { return nil }
    return spoken(by: mention, proposal.trigger.token)
  }

  /// "Reportedly", "allegedly", "reports that": it stands in somebody's mouth, though nobody says in whose.
  private func isOnlyTold(_ claim: ClaimFinding) -> Bool {
    guard claim.source == nil, let cue = claim.cue,
      [.reported, .alleged].contains(claim.record.certainty)
    else { return false }
    let text = draft.text
    return cue.contains { word in
      if text.tokens[word].upos == "ADV" { return text.is(word, .onlyTold) }
      // "The army was checking reports of a raid": neither the army nor the reporter tells it.
      return text.tokens[word].upos == "NOUN" && text.nounCue(word) != nil
        && text.ancestors(of: word).prefix(2).contains { text.is($0, .looksInto) }
    }
  }

  /// The claim of whoever the model hears, in the same sentence or nearest before.
  private func spoken(by mention: HappeningMention, _ token: Int) -> ClaimFinding? {
    let sources = mention.roles.filter { $0.role == .mouth }.map(\.token)
    let text = draft.text
    let own = draft.claims.filter { claim in
      claim.source.map { source in sources.contains { source.contains($0) } } ?? false
    }
    func distance(_ claim: ClaimFinding) -> Int {
      claim.contents.map { abs(text.sentenceOfToken[$0.lowerBound] - text.sentenceOfToken[token]) }
        .min() ?? .max
    }
    return own.filter { distance($0) <= 2 }.min { distance($0) < distance($1) }
  }
}
