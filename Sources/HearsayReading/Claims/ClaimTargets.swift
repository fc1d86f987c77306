import HearsayLanguage
import HearsayRecords

/// Ties claims to the events they are about, once the events are read.
///
/// A claim is about the events told in what it says. A denial, a claim of responsibility or a condemnation that names its event only by
/// "the attack", "any involvement" or "the accusation" is about the event that was told last before it.
enum ClaimTargets {
  /// Acts that are always about something that happened or is said to have.
  private static let reactions: Set<ClaimAct> = [
    .deny, .disavow, .claimResponsibility, .condemn, .accuse,
  ]
  /// Events that somebody can be behind.
  private static let deeds: Set<EventType> = [.assault, .crime, .accident, .coerce, .disaster]
  /// Nouns that stand for what is denied without naming it.
  private static let stand: Set<String> = [
    "involvement", "responsibility", "role", "part", "accusation", "allegation", "charge", "claim",
    "blame", "link",
    "connection", "hand", "it", "this", "that", "them", "incident", "report",
  ]

  /// The claims with `about` filled in.
  static func linked(_ draft: Draft) -> [ClaimFinding] {
    draft.claims.map { claim in
      var claim = claim
      claim.record.about = told(in: claim, draft)
      if claim.record.about.isEmpty, reactions.contains(claim.record.act),
        let event = before(claim, draft)
      {
        claim.record.about = [event]
      }
      return claim
    }
  }

  private static func told(in claim: ClaimFinding, _ draft: Draft) -> [String] {
    draft.events.filter { event in
      claim.says(event.token) && !(claim.cue?.contains(event.token) ?? false)
    }.map(\.record.id)
  }

  /// The last deed told before a claim that only points at one.
  private static func before(_ claim: ClaimFinding, _ draft: Draft) -> String? {
    let text = draft.text
    let head = claim.contents.first.map { text.head(of: $0) }
    let lemma = head.map { text.tokens[$0].lemma.lowercased() }
    let wanted = lemma.flatMap { EventLexicon.noun($0)?.type }
    let points = lemma.map(stand.contains) ?? true
    guard points || wanted != nil else { return nil }
    let start =
      ([claim.cue, claim.source].compactMap { $0 } + claim.contents).map(\.lowerBound).min() ?? 0
    let earlier = draft.events.filter { event in
      event.token < start
        && (wanted.map { $0 == event.record.type } ?? deeds.contains(event.record.type))
    }
    guard let last = earlier.last else { return nil }
    // Of the deeds of one sentence: that of whoever answers for it, then the one the sentence is about.
    let near = earlier.filter { text.sentenceOfToken[$0.token] == text.sentenceOfToken[last.token] }
    let own = near.filter { event in
      event.record.actors.contains { actor in
        actor.entityID.map(claim.record.speakers.contains) ?? false
      }
    }
    let choices = own.isEmpty ? near : own
    return choices.min { text.ancestors(of: $0.token).count < text.ancestors(of: $1.token).count }?
      .record.id
  }
}
