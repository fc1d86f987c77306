import HearsayLanguage
import HearsayRecords

/// Completes what the syntax shows of an event's parties with what the model sees in its sentence.
struct EventParties {
  let draft: Draft

  /// A party of the model's counts from here on; one that the syntax shows is dropped where the model is this sure of another role.
  private static let least: Float = 0.5

  func completed(_ syntax: EventArguments.Roles, _ proposal: EventProposal) -> EventArguments.Roles
  {
    var roles = told(syntax, proposal)
    // Whoever is only suspected is no doer (the happening tells of him under `blamed`), and whoever accuses others is none.
    let suspicion = Suspicion(draft.text, of: proposal.trigger.token)
    let sentence = draft.text.sentence(of: proposal.trigger.token)
    roles.actors.removeAll { isNoDoer($0, sentence, suspicion) }
    return roles
  }

  private func isNoDoer(_ who: Participant, _ sentence: Range<Int>, _ suspicion: Suspicion) -> Bool
  {
    var heads = sentence.filter { isHead($0, of: who) }
    // Of words that are no entity, the one that governs them.
    if case .mention = who, let first = heads.first, let last = heads.last {
      heads = [draft.text.head(of: first..<(last + 1))]
    }
    return !heads.isEmpty
      && heads.allSatisfy { suspicion.isOnlySuspected($0) || suspicion.isAccuser($0) }
  }

  private func isHead(_ token: Int, of who: Participant) -> Bool {
    switch who {
    case .entity(let id): draft.entity(headedBy: token)?.record.id == id
    case .mention(let span): draft.text.span(token..<(token + 1)).overlaps(span)
    }
  }

  private func told(_ syntax: EventArguments.Roles, _ proposal: EventProposal)
    -> EventArguments.Roles
  {
    guard let mention = proposal.mention else { return syntax }
    let text = draft.text
    let parties = Parties(draft: draft)
    let sentence = text.sentenceOfToken[proposal.trigger.token]
    let isDeed = HappeningSlots.deeds.contains(proposal.trigger.sense.type)
    func here(_ role: HappeningRole) -> [Party] {
      parties.phrases(role, of: mention).filter {
        $0.score >= Self.least && text.sentenceOfToken[$0.head] == sentence
          && !(role == .actor && isNoDoer($0, proposal.trigger.token))
          && !isOthers($0, proposal.trigger.token, role)
          && !(role == .recipient && isDeed
            && text.isDoer($0.head, toPeopleBy: proposal.trigger.token))
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
    let suffered = syntax.recipients.filter { who in
      text.child(of: proposal.trigger.token, "nsubj:pass") != nil && actors.contains(who)
    }
    let hurtsItself = text.children(of: proposal.trigger.token, "obj").contains {
      text.isForm($0, .reflexive)
    }
    let recipients =
      participants(.recipient).filter { !hurtsItself || !syntax.actors.contains($0) } + suffered
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
    leaveNamed(&roles.actors, of: proposal.trigger.token)
    leaveNamed(&roles.recipients, of: proposal.trigger.token)
    keepApart(&roles, proposal.trigger.token)
    func own(_ role: HappeningRole) -> String? {
      here(role).first { $0.id != nil && !isOfOther($0, proposal.trigger.token) }?.id
    }
    roles.place = own(.place) ?? roles.place
    roles.time = dating(own(.time), proposal.trigger.token) ?? roles.time
    for thing in here(.instrument) {
      let span = text.span(thing.tokens)
      if !roles.instruments.contains(where: { $0.start < span.end && span.start < $0.end }) {
        roles.instruments.append(span)
      }
    }
    roles.instruments.sort()
    return roles
  }

  /// "Condemned the decision of the court", "welcomed the truce between Iran and Turkey": where a thing that is thought or done is
  /// named with whose it is, and where those who are called something are named ("old foes Egypt and Turkey"), it is they.
  private func leaveNamed(_ parties: inout [Participant], of trigger: Int) {
    let text = draft.text
    let sentence = text.sentence(of: trigger)
    let named = parties.compactMap { who in if case .entity(let id) = who { id } else { nil } }
    guard !named.isEmpty, named.count < parties.count else { return }
    parties.removeAll { who in
      guard case .mention(let span) = who else { return false }
      let inside = sentence.filter { span.contains(text.span($0..<($0 + 1))) }
      guard let first = inside.first, let last = inside.last else { return false }
      let head = text.head(of: first..<(last + 1))
      let isThing = ["abstract", "event"].contains(text.tokens[head].mentionType ?? "")
      let owners =
        isThing
        ? sentence.filter { text.isBelow($0, head) }
        : inside.filter { text.tokens[$0].relation == "appos" }
      return owners.contains { owner in
        owner != head
          && draft.entity(headedBy: owner).map { named.contains($0.record.id) } ?? false
      }
    }
  }

  private func dating(_ id: String?, _ trigger: Int) -> String? {
    draft.times.first { $0.record.id == id && draft.mayDate($0, trigger) }?.record.id
  }

  /// Whoever is the subject of a passive suffers it and does nothing; of two passives in one sentence, each has its own.
  private func keepApart(_ roles: inout EventArguments.Roles, _ trigger: Int) {
    let text = draft.text
    func suffering(_ verb: Int) -> [Int] {
      guard let subject = text.child(of: verb, "nsubj:pass") else { return [] }
      return [subject] + text.children(of: subject, "conj")
    }
    func isAmong(_ who: Participant, _ heads: [Int]) -> Bool {
      heads.contains { isHead($0, of: who) }
    }
    let own = suffering(trigger)
    // "Eight were killed and 14 wounded": whoever the first befell did not do the second.
    if own.isEmpty, text.tokens[trigger].baseRelation == "conj", text.tokens[trigger].xpos == "VBN",
      text.child(of: trigger, "nsubj", "aux") == nil, let first = text.tokens[trigger].head
    {
      let befallen = suffering(first)
      roles.actors.removeAll { isAmong($0, befallen) }
      return
    }
    guard !own.isEmpty else { return }
    roles.actors.removeAll { isAmong($0, own) }
    let others = text.sentence(of: trigger).filter { $0 != trigger }.flatMap(suffering)
    roles.recipients.removeAll { isAmong($0, others) && !isAmong($0, own) }
  }

  /// "Peacekeepers ambushed": whoever the tree shows to suffer it has not done it.
  private func isNoDoer(_ party: Party, _ trigger: Int) -> Bool {
    let word = draft.text.tokens[party.head]
    return draft.text.isNoDoer(party.head, of: trigger)
      || word.relation == "nsubj:pass" && word.head == trigger
  }

  /// Whether it is somebody else's part by another verb's own clause. (Who speaks may well be the subject of another.)
  private func isOthers(_ party: Party, _ trigger: Int, _ role: HappeningRole) -> Bool {
    (role == .recipient || draft.text.tokens[party.head].relation == "obl:agent")
      && draft.text.isOfOtherVerb(party.head, than: trigger, as: role)
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
