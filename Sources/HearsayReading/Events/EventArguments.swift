import HearsayLanguage
import HearsayRecords

/// Finds who does an event to whom, with what, where and when.
struct EventArguments {
  let draft: Draft
  let text: AnnotatedText
  private let entityOfHead: [Int: String]
  private let kindOfID: [String: EntityKind]

  init(_ draft: Draft) {
    self.draft = draft
    text = draft.text
    var entityOfHead: [Int: String] = [:]
    var kindOfID: [String: EntityKind] = [:]
    for entity in draft.entities {
      kindOfID[entity.record.id] = entity.record.kind
      for mention in entity.mentions { entityOfHead[mention.head] = entity.record.id }
    }
    self.entityOfHead = entityOfHead
    self.kindOfID = kindOfID
  }

  struct Roles {
    var actors: [Participant] = []
    var recipients: [Participant] = []
    var instruments: [TextSpan] = []
    var place: String?
    var time: String?
  }

  func roles(of trigger: EventTrigger) -> Roles {
    var roles = Roles()
    let isVerb = text.tokens[trigger.token].upos == "VERB"
    var actors: [Int] = []
    var recipients: [Int] = []
    if isVerb {
      verbal(trigger.token, &actors, &recipients, &roles)
      if Self.dealings.contains(trigger.sense.type) {
        recipients += partners(trigger, recipients)
      }
    } else {
      nominal(trigger, &actors, &recipients, &roles)
    }
    for head in actors.flatMap(conjuncts) {
      if isWeapon(head) {
        roles.instruments.append(phrase(head))
      } else if let who = participant(head), !roles.actors.contains(who) {
        roles.actors.append(who)
      }
    }
    for head in recipients.flatMap(conjuncts) {
      if isWeapon(head),
        trigger.sense.mode == "aerial" || text.is(trigger.token, .wields),
        // "Drone shot down": what is brought down is no means of it.
        text.child(of: trigger.token, "compound:prt") == nil
      {
        roles.instruments.append(phrase(head))
      } else if let who = recipient(head), !roles.recipients.contains(who),
        !roles.actors.contains(who)
      {
        roles.recipients.append(who)
      }
    }
    roles.instruments = Array(Set(roles.instruments)).sorted()
    roles.place = place(trigger)
    roles.time = time(trigger)
    return roles
  }

  // MARK: - Verbs

  private func verbal(
    _ verb: Int, _ actors: inout [Int], _ recipients: inout [Int], _ roles: inout Roles
  ) {
    if let passive = text.child(of: verb, "nsubj:pass") {
      recipients.append(antecedent(passive))
    } else if text.isPassive(verb) {
      // "officers shot by", "after being jailed": who would be the subject suffers it.
      if text.tokens[verb].relation.hasPrefix("acl"), let noun = text.tokens[verb].head {
        recipients.append(noun)
      } else if let subject = text.subject(of: verb) {
        recipients.append(antecedent(subject))
      }
    } else {
      let fate = text.fate(ofSubjectOf: verb)
      if let subject = text.subject(of: verb) {
        switch fate {
        case .suffers: recipients.append(antecedent(subject))
        case .nothing where !isWeapon(antecedent(subject)): break
        case .nothing, nil: actors.append(antecedent(subject))
        }
      }
      // "Blew himself up": whoever does it is told already. "Received aid": to aid nothing is done.
      if fate == nil || text.child(of: verb, "obj") == nil {
        recipients += text.children(of: verb, "obj", "iobj").filter { !text.isForm($0, .reflexive) }
      }
    }
    // An agent without "by" is none but by its relation.
    actors += text.children(of: verb, "obl:agent").filter { !stands($0, behind: .byAgent) }
    take("roles.verb", verb, &actors, &recipients, &roles)
  }

  /// Adds whoever the rules of a family find at a word.
  private func take(
    _ family: String, _ word: Int, _ actors: inout [Int], _ recipients: inout [Int],
    _ roles: inout Roles
  ) {
    for match in text.language.rules.family(family).matches(text, at: word) {
      guard let who = match.token("who") else { continue }
      switch match.value("if") {
      case "weapon" where !isWeapon(who): continue
      case "entity" where entityOfHead[who] == nil: continue
      case "party" where entityOfHead[who] == nil && !isNamed(who) || isWeapon(who): continue
      case "actor" where entityOfHead[who] == nil && !isNamed(who) || isWeapon(who) || isTown(who):
        continue
      default: break
      }
      switch match.value("role") {
      case "actor": actors.append(who)
      case "recipient": recipients.append(who)
      default: roles.instruments.append(phrase(who))
      }
    }
  }

  /// What is done with somebody, about his doings or to his good: whom it is done to stands within its object, or behind a
  /// preposition that has such events in its `towardParty`.
  private static let dealings: Set<EventType> = [
    .agree, .consult, .support, .cooperate, .aid, .concede, .retreat, .request, .accuse, .reject,
    .threaten, .sanction, .mobilize,
  ]

  /// Whether a phrase stands behind a preposition that leads to whom an event of this type is done to.
  private func isToward(_ phrase: Int, _ type: EventType, _ mode: String?) -> Bool {
    guard let before = text.child(of: phrase, "case"),
      let types = text.value(of: before, for: .towardParty)?.split(separator: "+")
    else { return false }
    return types.contains { $0 == type.rawValue || $0 == "\(type.rawValue)/\(mode ?? "")" }
  }

  /// "Restored ties with Sorrat", "condemned an attack by its troops", "gave money to the town": the named parties of a verb
  /// whose object names none itself.
  private func partners(_ trigger: EventTrigger, _ recipients: [Int]) -> [Int] {
    let (verb, type, mode) = (trigger.token, trigger.sense.type, trigger.sense.mode)
    guard !recipients.contains(where: isParty) else { return [] }
    // "Called for sanctions against Sorrat": what is asked for says of whom it is asked.
    let asked = text.children(of: verb, "obl").filter {
      stands($0, behind: .opensDemand) && !isParty($0)
    }
    let objects = text.children(of: verb, "obj", "nsubj:pass") + asked
    let within = objects.flatMap { parties(within: $0, depth: 2) }
    guard within.isEmpty else { return within }
    return text.children(of: verb, "obl").filter { isToward($0, type, mode) && isParty($0) }
  }

  private func parties(within object: Int, depth: Int) -> [Int] {
    guard depth > 0 else { return [] }
    let owner = text.children(of: object, "nmod:poss").filter(isParty)
    let named = text.children(of: object, "nmod", "obl").filter {
      stands($0, behind: .beforePartner)
    }
    let parties = named.filter(isParty)
    if !parties.isEmpty { return parties }
    return owner.isEmpty ? named.flatMap { self.parties(within: $0, depth: depth - 1) } : owner
  }

  /// Whether somebody is named who can be dealt with.
  private func isParty(_ head: Int) -> Bool {
    guard let id = entityOfHead[head], let kind = kindOfID[id] else { return isNamed(head) }
    return ![.weapon, .facility, .other].contains(kind) || text.tokens[head].upos == "PROPN"
  }

  /// Whether a name stands for a land, town or body that is no record: "signed a pact with Sorrat"; or for what nobody knows.
  private func isNamed(_ head: Int) -> Bool {
    guard text.tokens[head].upos == "PROPN" else { return false }
    guard let name = text.names.first(where: { $0.tokens.contains(head) }) else {
      return text.tokens[head].text.first?.isUppercase ?? false
    }
    return [.politicalPlace, .organization, .person, .group].contains(name.type)
  }

  /// "The Paris attack": a town, or whatever lies in a land, is where it happened.
  private func isTown(_ head: Int) -> Bool {
    draft.places.contains { place in
      place.record.precision != .country && place.mentions.contains { $0.contains(head) }
    }
  }

  /// Who a relative pronoun stands for.
  private func antecedent(_ token: Int) -> Int {
    guard text.isForm(token, .pointsToHead),
      let clause = text.tokens[token].head,
      text.tokens[clause].relation.hasPrefix("acl"), let noun = text.tokens[clause].head
    else { return token }
    return noun
  }

  // MARK: - Nouns

  private func nominal(
    _ trigger: EventTrigger, _ actors: inout [Int], _ recipients: inout [Int], _ roles: inout Roles
  ) {
    for noun in [trigger.token, trigger.outer].compactMap({ $0 }) {
      take("roles.noun", noun, &actors, &recipients, &roles)
    }
    // "carried out the attack", "the attack was blamed on": the verb that carries the noun tells who does it.
    let top = trigger.outer ?? trigger.token
    // "The mayor received threats": whoever gets it suffers it.
    if text.tokens[top].relation == "obj", let verb = text.tokens[top].head,
      text.fate(ofSubjectOf: verb) == .suffers, let subject = text.subject(of: verb)
    {
      recipients.append(antecedent(subject))
    }
    guard actors.isEmpty, let verb = text.tokens[top].head, text.tokens[verb].upos == "VERB",
      text.is(verb, .light),
      ["obj", "nsubj:pass"].contains(text.tokens[top].relation)
    else { return }
    if text.tokens[top].relation == "obj",
      let subject = text.subject(of: verb),
      !text.is(verb, .undergoes)
    {
      actors.append(antecedent(subject))
    }
    for phrase in text.children(of: verb, "obl") {
      if stands(phrase, behind: .byAgent) { actors.append(phrase) }
      if stands(phrase, behind: .beforeTarget) && entityOfHead[phrase] != nil
        || isToward(phrase, trigger.sense.type, nil) && isParty(phrase)
      {
        recipients.append(phrase)
      }
    }
  }

  // MARK: - Who

  /// Who stands beside a head: "the police and the army"; "old foes Egypt and Turkey" are Egypt and Turkey.
  private func conjuncts(_ head: Int) -> [Int] {
    let beside = joined(to: head)
    guard text.tokens[head].xpos == "NNS", let named = text.child(of: head, "appos"),
      text.tokens[named].upos == "PROPN", named > head,
      case let names = joined(to: named), !names.isEmpty
    else { return [head] + beside }
    return [named] + names + beside
  }

  /// The other words of a list, also where each hangs on the one before it.
  private func joined(to word: Int) -> [Int] {
    text.children(of: word, "conj").flatMap { [$0] + joined(to: $0) }
  }

  private func participant(_ head: Int) -> Participant? {
    // "Monday's blast": a day does nothing.
    if draft.times.contains(where: { $0.tokens.contains(head) }) { return nil }
    if text.isInDateline(head) { return nil }
    if let noun = text.backed(by: head) { return participant(noun) }
    if let owner = text.owner(ofCraft: head) {
      return entityOfHead[owner].map(Participant.entity) ?? .mention(phrase(head))
    }
    if let id = entityOfHead[head] { return kindOfID[id] == .weapon ? nil : .entity(id) }
    let token = text.tokens[head]
    guard ["NOUN", "PROPN"].contains(token.upos),
      ["person", "organization", "animal"].contains(token.mentionType ?? "")
        || token.upos == "PROPN"
    else { return nil }
    return .mention(phrase(head))
  }

  /// A house, car or guard that is hit stands for whose it is.
  private func recipient(_ head: Int) -> Participant? {
    if text.owner(ofCraft: head) != nil { return .mention(phrase(head)) }
    if let owner = text.child(of: head, "nmod:poss"), let id = entityOfHead[owner],
      entityOfHead[head].map({ kindOfID[$0] == .facility }) ?? true
    {
      return .entity(id)
    }
    if let who = participant(head) { return who }
    for child in text.children(of: head, "nmod") where stands(child, behind: .ofWhole) {
      if let id = entityOfHead[child] { return .entity(id) }
    }
    let token = text.tokens[head]
    return token.upos == "NOUN" && token.mentionType != "time" && token.mentionType != "abstract"
      ? .mention(phrase(head)) : nil
  }

  private func isWeapon(_ token: Int) -> Bool {
    text.is(token, .weapon)
      || entityOfHead[token].map { kindOfID[$0] == .weapon } ?? false
  }

  private func stands(_ phrase: Int, behind facet: Facet) -> Bool {
    text.child(of: phrase, "case").map { text.isForm($0, facet) } ?? false
  }

  /// A noun with what stands before it and belongs to it.
  private func phrase(_ head: Int) -> TextSpan {
    var low = head
    for child in text.children(of: head, "det", "amod", "compound", "nummod", "nmod:poss")
    where child < head { low = min(low, text.subtree(of: child).lowerBound) }
    // "Whose troops"
    while low < head, text.tokens[low].xpos == "WP$" { low += 1 }
    let trimmed = text.trimmed(low..<(head + 1), dropping: .article)
    return text.span(trimmed.isEmpty ? head..<(head + 1) : trimmed)
  }
}
