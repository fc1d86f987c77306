import HearsayLanguage
import HearsayRecords

// Who is blamed, and by whom.
extension HappeningSlots {
  /// What many mentions only hint at together is blamed by none.
  private static let blamedOnce: Float = 0.5
  /// How sure a rule is of whom it finds blamed.
  private static let blamedByWords: Float = 0.9

  /// Who is blamed is told by what the network sees anywhere in the report, and by words that make a doer a suspect.
  func blamed() -> [Slot] {
    // Whoever it was done to is blamed for it only where the network is surer of that.
    let told = told(.blamed, least: Self.lent).filter { one in
      one.best >= Self.blamedOnce && !isAboutOther(one)
        && !sufferers.contains { isSame($0.party, one.party) && $0.support >= one.best / 2 }
    }
    let suspects = doers.filter { suspect in
      suspect.isSuspected && suspect.support >= Self.least
        && !told.contains { isSame($0.party, suspect.party) }
    }
    let named = named().filter { one in
      !(told + suspects).contains { isSame($0.party, one.party) }
    }
    let slots = (told + suspects + named).map {
      slot($0.party, .blamed, event: $0.event, support: min(1, $0.support))
    }
    let claimed = claimed().filter { own in !slots.contains { $0.id == own.id } }
    // "Guerrillas of the Red Dawn" names the Red Dawn already.
    let all = (slots + claimed).sorted { $0.span < $1.span }
    return all.filter { one in
      !isAccuser(one) && !all.contains { $0.span != one.span && $0.span.contains(one.span) }
    }
  }

  /// "A paper that had accused the mayor": whoever accuses another is not blamed by his own words.
  private func isAccuser(_ slot: Slot) -> Bool {
    guard let id = slot.id,
      let claim = draft.claims.first(where: { $0.record.id == slot.saidBy })?.record
    else { return false }
    return claim.act == .accuse && claim.speakers.contains(id)
  }

  /// "The security company has investigated the breach": whoever does something of another kind where he is named is not blamed by it.
  private func isAboutOther(_ one: Found) -> Bool {
    guard let id = one.party.id else { return false }
    let sentence = draft.text.sentenceOfToken[one.party.head]
    func isHere(_ event: Int) -> Bool {
      draft.text.sentenceOfToken[draft.events[event].token] == sentence
    }
    return !events.contains(where: isHere)
      && draft.events.indices.contains { event in
        let record = draft.events[event].record
        return isHere(event) && record.actors.contains(.entity(id))
          && !Self.deeds.contains(record.type)
      }
  }

  /// Whoever the words between him and the deed blame for it.
  private func named() -> [Found] {
    let parties = Parties(draft: draft)
    var found: [Found] = []
    for event in events {
      for who in suspicion(event).named {
        let words = draft.entity(headedBy: who).flatMap { entity in
          entity.mentions.first { $0.head == who }?.tokens
        }
        guard
          let party = parties.party(
            words ?? draft.text.subtree(of: who), Self.blamedByWords, .blamed),
          parties.isSomebody(party),
          !found.contains(where: { isSame($0.party, party) })
        else { continue }
        found.append(Found(party: party, event: event, support: Self.blamedByWords))
      }
    }
    return found
  }

  /// Whoever claims it, and whoever a claim blames for it.
  private func claimed() -> [Slot] {
    let ids = Set(events.map { draft.events[$0].record.id })
    var slots: [Slot] = []
    for claim in draft.claims {
      let record = claim.record
      guard record.polarity == .positive, !record.about.isEmpty else { continue }
      let held: [String]
      if record.act == .claimResponsibility {
        guard isDeed, !ids.isDisjoint(with: record.about) else { continue }
        held = represented(by: claim).map { [$0] } ?? record.speakers
      } else {
        // An accusation is of what it tells first; the rest is how, why and of what else.
        guard ids.contains(record.about[0]) else { continue }
        held = record.blames
      }
      for id in held where !slots.contains(where: { $0.id == id }) {
        guard let span = span(of: id, near: claim) else { continue }
        slots.append(
          Slot(
            .entity, id: id, span: span, saidBy: record.id, lent: false,
            confidence: record.confidence))
      }
    }
    return slots
  }

  /// Whom the speaker of a claim speaks for.
  private func represented(by claim: ClaimFinding) -> String? {
    guard let source = claim.record.source,
      let name = draft.text.represented(
        by: draft.text.head(of: draft.text.tokens(touching: source)))
    else { return nil }
    return (draft.entity(headedBy: name) ?? draft.entity(at: name))?.record.id
  }

  /// Where a claim names an entity: as its source, in what is said, or else anywhere.
  private func span(of id: String, near claim: ClaimFinding) -> TextSpan? {
    let mentions = draft.entities.first { $0.record.id == id }?.record.mentions ?? []
    let around = [claim.record.source].compactMap { $0 } + claim.record.content
    return mentions.first { mention in around.contains { $0.overlaps(mention) } } ?? mentions.first
  }
}
