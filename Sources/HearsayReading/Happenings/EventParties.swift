import HearsayLanguage
import HearsayRecords

/// Completes what the syntax shows of an event's parties with what the model sees in its sentence.
struct EventParties {
  let draft: Draft

  /// A party of the model's counts from here on; one that the syntax shows is dropped where the model is this sure of another role.
  private static let least: Float = 0.5

  func completed(_ syntax: EventArguments.Roles, _ proposal: EventProposal) -> EventArguments.Roles
  {
    guard let mention = proposal.mention else { return syntax }
    let text = draft.text
    let parties = Parties(draft: draft)
    let sentence = text.sentenceOfToken[proposal.trigger.token]
    func here(_ role: HappeningRole) -> [Party] {
      parties.phrases(role, of: mention).filter {
        $0.score >= Self.least && text.sentenceOfToken[$0.head] == sentence
      }
    }
    func participants(_ role: HappeningRole) -> [Participant] {
      var found: [Participant] = []
      for party in here(role) {
        let who = party.id.map(Participant.entity) ?? .mention(text.span(party.tokens))
        if !found.contains(who) { found.append(who) }
      }
      return found
    }
    var roles = syntax
    let actors = participants(.actor)
    let recipients = participants(.recipient)
    let blamed = participants(.blamed)
    roles.actors =
      actors
      + syntax.actors.filter { who in
        !actors.contains(who) && !recipients.contains(who) && !blamed.contains(who)
      }
    roles.recipients =
      recipients
      + syntax.recipients.filter { who in
        !recipients.contains(who) && !roles.actors.contains(who)
      }
    roles.actors.removeAll(where: blamed.contains)
    func own(_ role: HappeningRole) -> String? {
      here(role).first { $0.id != nil && !isOfOther($0, proposal.trigger.token) }?.id
    }
    roles.place = own(.place) ?? roles.place
    roles.time = own(.time) ?? roles.time
    for thing in here(.instrument) {
      let span = text.span(thing.tokens)
      if !roles.instruments.contains(where: { $0.start < span.end && span.start < $0.end }) {
        roles.instruments.append(span)
      }
    }
    roles.instruments.sort()
    return roles
  }

  /// "The army on Wednesday denied shelling the town": what hangs on another verb dates and places that, and not the event.
  private func isOfOther(_ party: Party, _ trigger: Int) -> Bool {
    let text = draft.text
    guard let verb = text.tokens[party.head].head, text.tokens[verb].upos == "VERB" else {
      return false
    }
    return verb != trigger && !text.is(verb, .light)
  }
}
