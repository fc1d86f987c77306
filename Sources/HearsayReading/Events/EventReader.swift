import HearsayLanguage
import HearsayRecords

/// Reads the events told in a report, each with its status.
///
/// Pure.
package enum EventReader {
  /// The events of a report in the order of the text.
  package static func read(_ draft: Draft) -> [EventFinding] {
    let text = draft.text
    let proposals = EventProposals(draft: draft).find()
    let arguments = EventArguments(draft)
    let unreal = Unreal(text)
    let quoted = draft.scene.quoted
    let names = HappeningNames(text.language)
    var drafts: [EventDraft] = []
    for proposal in proposals {
      let trigger = proposal.trigger
      let shown = arguments.roles(of: trigger)
      let roles = EventParties(draft: draft).completed(shown, proposal)
      let claim = EventVoice(draft: draft).claim(telling: proposal, by: roles.actors)
      let signs = unreal.verdict(of: trigger)
      let hedge = EventCertainty(text: text).told(of: trigger)
      let ruled = charged(judged(signs.status, of: trigger, by: claim, draft), trigger, text)
      // Who denies a thing does not tell it, however it sounds.
      let mention = proposal.mention.map { mention in
        claim == nil || mayBeDenied(trigger.token, text) ? mention : mention.withoutDenial
      }
      var verdict = EventJudgement.status(
        mention, rules: ruled, by: ruled == signs.status ? signs.by : ["claim-act"],
        hold: ruled == signs.status ? signs.hold : hold(ofClaim: ruled),
        hedge: judged(hedge, of: trigger, text),
        isOwn: claim == nil)
      // A date may be another's; what the model is sure of has been.
      if verdict.status == .happened, !EventJudgement.isSure(proposal.mention, isOwn: claim == nil),
        isToCome(roles.time, draft)
      {
        verdict = EventJudgement.Verdict(status: .planned, by: ["dated-ahead"])
      }
      // "Guard ‘ordered to burn files’": what a headline only quotes is nobody's fact yet.
      if claim == nil, verdict.status == .happened || verdict.status == .ongoing,
        isHeadline(trigger.token, text),
        quoted.contains(where: { $0.contains(trigger.token) })
      {
        verdict = EventJudgement.Verdict(status: .hypothetical, by: [Event.quotedHeadline])
      }
      if proposal.mention == nil,
        isBareRepeat(trigger, roles, drafts.map(\.event), claim, verdict.status, text)
      {
        continue
      }
      let told = certainty(trigger, hedge, claim, text)
      var event = Event(
        id: "", type: trigger.sense.type, mode: trigger.sense.mode,
        cameo: names.cameo(
          trigger.sense.type, trigger.sense.mode, told: trigger.sense.cameo,
          willed(verdict.status, trigger, text)),
        trigger: text.span(trigger.words), actors: roles.actors, recipients: roles.recipients,
        instruments: roles.instruments, place: roles.place, time: roles.time,
        status: verdict.status, certainty: told.certainty, saidBy: claim?.record.id,
        confidence: (proposal.confidence * 100).rounded() / 100, evidence: told.evidence)
      for name in proposal.by { event.by.add(name) }
      for name in verdict.by { event.by.add(name, to: "status") }
      drafts.append(
        EventDraft(
          trigger: trigger, event: event, mention: proposal.number, shown: shown,
          basis: EventBasis(proposal: proposal, signs: signs.signs)))
    }
    drafts += spoken(
      draft, besides: Set(proposals.flatMap { Array($0.trigger.words) }), unreal)
    drafts.sort { $0.event.trigger < $1.event.trigger }
    return drafts.enumerated().map { number, found in
      var record = completed(found.event, found.trigger, draft)
      record.id = "v\(number + 1)"
      credit(&record, found)
      var finding = EventFinding(
        record: record, token: found.trigger.token, mention: found.mention)
      finding.basis = found.basis
      return finding
    }
  }

  /// An event and what it was read from.
  private struct EventDraft {
    var trigger: EventTrigger
    var event: Event
    var mention: Int?
    /// The parts that the clause shows by itself.
    var shown: EventArguments.Roles?
    var basis: EventBasis?
  }

  /// Tells for each part of an event whether the clause shows it, the network, or the claim that the event is.
  private static func credit(_ record: inout Event, _ found: EventDraft) {
    guard let shown = found.shown else { return }
    func tell(_ field: String, isShown: Bool, isTold: Bool) {
      if isShown { record.by.add("clause", to: field) }
      if isTold { record.by.add("role-head", to: field) }
    }
    for (field, now, before, own) in [
      ("actors", record.actors, found.event.actors, shown.actors),
      ("recipients", record.recipients, found.event.recipients, shown.recipients),
    ] where !now.isEmpty {
      if now != before { record.by.add("claim-act", to: field) }
      let kept = now.filter(before.contains)
      tell(
        field, isShown: kept.contains(where: own.contains),
        isTold: kept.contains { !own.contains($0) })
    }
    if let place = record.place {
      tell("place", isShown: place == shown.place, isTold: place != shown.place)
    }
    if let time = record.time {
      tell("time", isShown: time == shown.time, isTold: time != shown.time)
    }
  }

  /// The status by which an event is coded: what its doer refuses is negated, what he offers is planned, but what merely did not
  /// happen is no refusal.
  private static func willed(
    _ status: EventStatus, _ trigger: EventTrigger, _ text: AnnotatedText
  ) -> EventStatus {
    let signs = text.language.rules.family("events.will").matches(text, at: trigger.token)
      .compactMap { $0.value("will") }
    switch status {
    case .negated: return signs.contains("refused") ? .negated : .happened
    case .hypothetical: return signs.contains("offered") ? .planned : .happened
    case .planned, .demanded: return signs.contains("done") ? .happened : status
    default: return status
    }
  }

  /// Whether any word of a sentence negates, denies or prevents: without one the model has no ground for a denial in somebody's mouth.
  private static func mayBeDenied(_ token: Int, _ text: AnnotatedText) -> Bool {
    text.sentence(of: token).contains { word in
      signsOfDenial.contains { text.is(word, $0) }
    }
  }
  private static let signsOfDenial: [Facet] = [
    .negates, .barely, .nobody, .none, .without, .unsaid, .averts, .prevents, .denies, .rejects,
    .lackOf, .denialOf, .untrue, .cuts, .delays, .withholding,
  ]

  /// Whoever denies a charge does not deny that it was made.
  private static func charged(
    _ status: EventStatus, _ trigger: EventTrigger, _ text: AnnotatedText
  ) -> EventStatus {
    let isCharge = trigger.sense.type == .accuse && text.tokens[trigger.token].upos == "NOUN"
    return isCharge && status == .denied ? .happened : status
  }

  /// Whether a token stands in the headline, or in a line that ends like one: with no period.
  private static func isHeadline(_ token: Int, _ text: AnnotatedText) -> Bool {
    if text.headline.contains(token) { return true }
    guard let last = text.sentence(of: token).last else { return false }
    return text.tokens[last].upos != "PUNCT"
      || ["’", "'", "”", "\""].contains(text.tokens[last].text)
  }

  /// The narrowest claim in whose content a token stands.
  static func innermost(_ token: Int, _ claims: [ClaimFinding]) -> ClaimFinding? {
    // What nobody claims responsibility for is told by the reporter.
    claims.filter { claim in
      let isUnclaimed =
        claim.record.act == .claimResponsibility && claim.record.polarity == .negative
      return claim.says(token) && !isUnclaimed && !(claim.cue?.contains(token) ?? false)
    }
    .min { $0.contents.reduce(0) { $0 + $1.count } < $1.contents.reduce(0) { $0 + $1.count } }
  }

  /// Whether an event is dated after the report: what is still to come has not happened.
  private static func isToCome(_ time: String?, _ draft: Draft) -> Bool {
    guard let time, let told = draft.times.first(where: { $0.record.id == time })?.record,
      let earliest = told.earliest,
      let written = draft.context.anchor(at: told.evidence.start)?.prefix(10)
    else { return false }
    return earliest.prefix(10) > written
  }

  /// Whether a trigger only points back: "the attack" in the reporter's voice, with nothing new about it.
  private static func isBareRepeat(
    _ trigger: EventTrigger, _ roles: EventArguments.Roles, _ earlier: [Event],
    _ claim: ClaimFinding?, _ status: EventStatus, _ text: AnnotatedText
  ) -> Bool {
    guard claim == nil, trigger.outer == nil, status == .happened, trigger.words.count == 1,
      text.tokens[trigger.token].upos == "NOUN", roles.actors.isEmpty, roles.recipients.isEmpty,
      roles.instruments.isEmpty,
      earlier.contains(where: { $0.type == trigger.sense.type }),
      text.children(of: trigger.token, "nmod", "amod", "acl", "nummod", "compound").isEmpty
    else { return false }
    return text.hasChild(of: trigger.token, "det", that: .definite)
  }

  /// How far what a claim makes of an event holds against the model.
  private static func hold(ofClaim status: EventStatus) -> Unreal.Hold {
    switch status {
    case .denied: .firm
    case .hypothetical: .kind
    default: .open
    }
  }

  /// What a claim makes of the status of what it says; claims within claims bear on it from the inside out.
  private static func judged(
    _ status: EventStatus, of trigger: EventTrigger, by claim: ClaimFinding?, _ draft: Draft
  ) -> EventStatus {
    var status = status
    var current = claim
    var steps = 0
    while let here = current, steps < 8 {
      let isOpen = status == .happened || status == .ongoing || status == .attempted
      switch here.record.act {
      case .deny, .disavow:
        if isOpen, isWhatIsSaid(trigger, in: here, draft.text) { status = .denied }
      case .demand:
        if status == .happened, isWhatIsSaid(trigger, in: here, draft.text) { status = .demanded }
      case .threaten:
        if status == .happened, isInfinitiveContent(here, draft.text) { status = .threatened }
      case .promise:
        if status == .happened, isInfinitiveContent(here, draft.text) { status = .planned }
      case .predict:
        if status == .happened, isInfinitiveContent(here, draft.text) { status = .expected }
      case .confirm where here.record.polarity == .negative:
        // "Could neither confirm nor deny the attack", "would not confirm that …": it stays open.
        if isOpen || status == .denied, isWhatIsSaid(trigger, in: here, draft.text) {
          status = .hypothetical
        }
      case .doubt, .ask:
        if isOpen, isWhatIsSaid(trigger, in: here, draft.text) { status = .hypothetical }
      default: break
      }
      current = here.record.parent.flatMap { parent in draft.claims.first { $0.record.id == parent }
      }
      steps += 1
    }
    return status
  }

  /// Whether an event is what a claim denies, demands or doubts ("denied firing", "denied that it carried out the attack"), and
  /// not a thing it speaks of besides ("denied involvement in the attack", "disputed the election").
  private static func isWhatIsSaid(
    _ trigger: EventTrigger, in claim: ClaimFinding, _ text: AnnotatedText
  ) -> Bool {
    guard let first = claim.contents.first(where: { $0.contains(trigger.token) }) else {
      return false
    }
    let top = text.head(of: first)
    var current = trigger.outer ?? trigger.token
    for _ in 0..<8 {
      if current == top {
        // A thing is denied by denying it, not by disputing how it went.
        guard text.tokens[top].upos == "NOUN", claim.record.act == .deny,
          let cue = claim.cue
        else { return true }
        return text.is(text.head(of: cue), .deniesThing)
      }
      guard let head = text.tokens[current].head else { return false }
      switch text.tokens[current].baseRelation {
      case "conj", "xcomp", "ccomp", "csubj": break
      case "nmod", "acl", "compound":
        guard
          text.is(head, .measures) || text.is(head, .telling)
            || claim.record.act == .deny && text.tokens[current].baseRelation == "acl"
        else { return false }
      case "obj", "nsubj":
        guard
          text.is(head, .light) || text.is(head, .takesPlace)
        else { return false }
      default: return false
      }
      current = head
    }
    return false
  }

  private static func isInfinitiveContent(_ claim: ClaimFinding, _ text: AnnotatedText) -> Bool {
    guard let first = claim.contents.first else { return false }
    let head = text.head(of: first)
    return text.tokens[head].xpos == "VB"
  }

  /// A hedge as it bears on whether the event happened: one that is said of the event itself, and of no attempt or plan.
  private static func judged(
    _ hedge: EventCertainty.Told?, of trigger: EventTrigger, _ text: AnnotatedText
  ) -> EventJudgement.Hedge? {
    let word = trigger.outer ?? trigger.token
    guard let hedge, hedge.isDirect, !text.is(word, .attemptAt), !text.is(word, .planOf) else {
      return nil
    }
    return .init(leaves: hedge.certainty, isPast: isPast(trigger.token, text))
  }

  /// Whether a word is a verb whose tense tells of what has been: "attacked", "was attacked", "to have attacked".
  private static func isPast(_ token: Int, _ text: AnnotatedText) -> Bool {
    text.tokens[token].xpos == "VBD"
      || text.tokens[token].xpos == "VBN" && text.hasChild(of: token, "aux", that: .tellsDone)
  }

  private static func certainty(
    _ trigger: EventTrigger, _ hedge: EventCertainty.Told?, _ claim: ClaimFinding?,
    _ text: AnnotatedText
  ) -> (certainty: Certainty, evidence: [TextSpan]) {
    var evidence = [text.span(trigger.words)]
    if let hedge { return (hedge.certainty, evidence + [hedge.hedge]) }
    guard let claim else { return (.asserted, evidence) }
    if let cue = claim.record.cue { evidence.append(cue) }
    if claim.record.act == .accuse { return (.alleged, evidence) }
    // What somebody could not confirm is confirmed by nobody.
    if claim.record.act == .confirm, claim.record.polarity == .negative {
      return (.asserted, evidence)
    }
    return (claim.record.certainty, evidence)
  }

  // MARK: - What is done by speaking

  /// Accusing, demanding, threatening and praising are events themselves.
  private static func spoken(_ draft: Draft, besides taken: Set<Int>, _ unreal: Unreal)
    -> [EventDraft]
  {
    // The model proposes these by itself.
    guard draft.text.happenings == nil else { return [] }
    var found: [EventDraft] = []
    for claim in draft.claims {
      guard let cue = claim.cue, claim.record.polarity == .positive,
        !cue.contains(where: taken.contains)
      else { continue }
      let type: EventType
      switch claim.record.act {
      case .accuse where !claim.record.blames.isEmpty: type = .accuse
      case .condemn: type = .accuse
      case .demand where claim.record.speaker != nil: type = .request
      case .threaten where claim.record.speaker != nil: type = .threaten
      default: continue
      }
      let head = draft.text.head(of: cue)
      guard draft.text.tokens[head].upos == "VERB" else { continue }
      // Wanting asks nothing of anybody, warning threatens nobody, and to complain is not to condemn.
      switch type {
      case .request:
        guard draft.text.is(head, .asksByIt) else { continue }
      case .threaten: guard draft.text.is(head, .threatensByIt) else { continue }
      default: if draft.text.is(head, .condemnsNobody) { continue }
      }
      let trigger = EventTrigger(
        token: head, words: cue,
        sense: EventSense(type: type, mode: nil, cameo: nil, needsEvidence: true))
      let outer = innermost(head, draft.claims)
      let status = judged(unreal.verdict(of: trigger).status, of: trigger, by: outer, draft)
      let told = certainty(
        trigger, EventCertainty(text: draft.text).told(of: trigger), outer, draft.text)
      found.append(
        EventDraft(
          trigger: trigger,
          event: Event(
            id: "", type: type, trigger: draft.text.span(cue), status: status,
            certainty: told.certainty, saidBy: outer?.record.id, confidence: 0.6,
            evidence: told.evidence, by: "event-words")))
    }
    return found
  }

  /// For events that are claims too, who speaks and who is blamed go before what the syntax of the verb shows.
  private static func completed(_ event: Event, _ trigger: EventTrigger, _ draft: Draft) -> Event {
    guard [.accuse, .request, .threaten, .support, .reject].contains(event.type),
      let claim = draft.claims.first(where: { $0.cue?.contains(trigger.token) ?? false })
    else { return event }
    var event = event
    let speakers = claim.record.speakers.map { Participant.entity($0) }
    if !speakers.isEmpty { event.actors = speakers }
    let addressed =
      claim.record.blames.isEmpty ? [claim.record.addressee].compactMap { $0 } : claim.record.blames
    if !addressed.isEmpty { event.recipients = addressed.map { .entity($0) } }
    event.recipients.removeAll { event.actors.contains($0) }
    return event
  }
}
