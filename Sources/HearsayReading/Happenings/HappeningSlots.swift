import HearsayLanguage
import HearsayRecords

/// Gathers the parts of a happening from all its mentions: each party once, where it is told best.
struct HappeningSlots {
  let draft: Draft
  /// Indices into `draft.events`.
  let events: [Int]

  /// What a mention adds for a party that its own clause shows, beside what the model gives it.
  private static let shown: Float = 0.6
  /// The sum over all mentions, divided by the root of their number, must reach this; both figures were found on the coded reports.
  private static let least: Float = 0.8

  func slots(_ role: HappeningRole) -> [Slot] {
    let parties = Parties(draft: draft)
    var found: [(party: Party, event: Int, support: Float)] = []
    func add(_ party: Party, _ event: Int, _ support: Float) {
      guard let same = found.firstIndex(where: { isSame($0.party, party) }) else {
        return found.append((party, event, support))
      }
      found[same].support += support
      if isBetter(party, event, than: found[same].party, found[same].event) {
        (found[same].party, found[same].event) = (party, event)
      }
    }
    for event in events {
      if let mention = draft.mention(of: event) {
        for party in parties.phrases(role, of: mention)
        where role != .actor || !draft.text.is(party.head, .weapon) {
          add(party, event, party.score)
        }
      }
      for party in parties.shown(role, in: draft.events[event]) { add(party, event, Self.shown) }
    }
    let count = Float(events.count).squareRoot()
    return found.filter { $0.support / count >= Self.least }
      .sorted { $0.party.tokens.lowerBound < $1.party.tokens.lowerBound }
      .map { slot($0.party, role, event: $0.event, support: min(1, $0.support / count)) }
  }

  private func slot(_ party: Party, _ role: HappeningRole, event: Int, support: Float) -> Slot {
    let kind: SlotKind = role == .place ? .place : role == .time ? .time : .entity
    return Slot(
      kind, id: party.id, span: draft.text.span(party.tokens),
      saidBy: draft.events[event].record.saidBy, lent: isLent(party),
      confidence: (Double(support) * 100).rounded() / 100)
  }

  /// Whether the words stand in no sentence that tells the happening.
  private func isLent(_ party: Party) -> Bool {
    let sentence = draft.text.sentenceOfToken[party.head]
    return !events.contains {
      draft.text.sentenceOfToken[draft.events[$0].token] == sentence
    }
  }

  private func isSame(_ one: Party, _ other: Party) -> Bool {
    if let id = one.id, let otherID = other.id { return id == otherID }
    return one.tokens.overlaps(other.tokens)
      || draft.text.oneLine(one.tokens).lowercased()
        == draft.text.oneLine(other.tokens).lowercased()
  }

  /// A name tells more than a noun, the clause of the event more than one far away, a likelier word more than one less likely.
  private func isBetter(_ one: Party, _ event: Int, than other: Party, _ otherEvent: Int) -> Bool {
    let near = isNear(one, event)
    let otherNear = isNear(other, otherEvent)
    if near != otherNear { return near }
    return one.score > other.score + 0.1
  }

  private func isNear(_ party: Party, _ event: Int) -> Bool {
    draft.text.sentenceOfToken[party.head]
      == draft.text.sentenceOfToken[draft.events[event].token]
  }
}

extension Draft {
  /// What the model says of the mention that an event is.
  func mention(of event: Int) -> HappeningMention? {
    events[event].mention.flatMap { text.happenings?[$0] }
  }
}
