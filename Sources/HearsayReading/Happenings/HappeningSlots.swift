import HearsayLanguage
import HearsayRecords

/// Gathers the parts of a happening from all its mentions: each party once, where it is told best.
struct HappeningSlots {
  let draft: Draft
  /// Indices into `draft.events`.
  let events: [Int]
  /// For each of them, who may have a part in it.
  private let candidates: [(event: Int, candidates: [RoleOdds.Candidate])]
  /// For each of them, who is only suspected of it.
  private let suspicions: [Int: Suspicion]
  /// Who may have done it, and to whom: both are asked for twice.
  private(set) var doers: [Found] = []
  private(set) var sufferers: [Found] = []

  init(draft: Draft, events: [Int], odds: RoleOdds) {
    self.draft = draft
    self.events = events
    candidates = events.map { ($0, odds.candidates(of: draft.events[$0])) }
    suspicions = Dictionary(
      uniqueKeysWithValues: events.map { ($0, Suspicion(draft.text, of: draft.events[$0].token)) })
    doers = own(.actor)
    sufferers = own(.recipient)
  }

  /// A part of a happening is told that is as likely as this in some mention of it.
  ///
  /// This and the next were found on the coded reports' development part.
  static let least: Float = 0.3
  /// It must not be much less likely than the likeliest: by this factor.
  private static let besides: Float = 0.75
  /// What is less likely than this is not looked at; what the rules of syntax give the same part is likelier by so much.
  private static let possible: Float = 0.05
  private static let shown: Float = 0.15
  /// Whoever the clause by itself shows to do or suffer it is as likely as this at least.
  private static let clause: Float = 0.35
  /// Most happenings have one time and one or two places; more are told only where they are as likely as this.
  private static let most: [HappeningRole: Int] = [.time: 1, .place: 2]
  private static let sure: Float = 0.9
  /// What stands in none of its sentences is lent only where nothing of its own is told, and the network is as sure as this:
  /// the sum over all mentions divided by the root of their number.
  static let lent: Float = 0.8

  /// What somebody claims responsibility for.
  static let deeds: Set<EventType> = [.assault, .coerce, .crime]

  /// What people do with each other, so that one party is named as either.
  private static let mutual: Set<EventType> = [.consult, .agree, .cooperate, .election, .protest]

  /// A candidate with what supports it.
  struct Found {
    var party: Party
    var event: Int
    var support: Float
    /// The most that any one mention gives it.
    var best: Float = 0
    /// Whether every mention that tells of a doer tells of a suspect.
    var isSuspected = false
  }

  func slots(_ role: HappeningRole) -> [Slot] {
    let all =
      switch role {
      case .actor: doers.filter { !isRatherSufferer($0) }
      case .recipient: sufferers.filter { !isRatherDoer($0) }
      default: own(role)
      }
    var found = all.filter { !$0.isSuspected }.sorted {
      ($1.support, $0.party.head) < ($0.support, $1.party.head)
    }
    let top = found.first?.support ?? 0
    found = found.enumerated().filter { place, one in
      one.support >= max(Self.least, Self.besides * top)
        && (place < Self.most[role] ?? .max || one.support >= Self.sure)
    }.map(\.element)
    if found.isEmpty {
      // Whoever is lent a deed had better have done it: hints of many mentions together make no doer.
      let isCharged = role == .actor && isDeed
      found = told(role, least: Self.lent)
        .filter { !isCharged || $0.best >= Self.lent }.prefix(1).map { $0 }
    }
    return found.sorted { $0.party.tokens.lowerBound < $1.party.tokens.lowerBound }
      .map { slot($0.party, role, event: $0.event, support: min(1, $0.support)) }
  }

  /// Whoever it was done to did not do it, unless it is done with each other.
  ///
  /// "Barnett's arrest" and "Barnett was arrested" are of one arrest.
  private func isRatherSufferer(_ doer: Found) -> Bool {
    isOneSided
      && sufferers.contains { isSame($0.party, doer.party) && $0.support >= doer.support }
  }

  /// And whoever did it did not do it to himself: "China's sanctions" are not of China. (An accident befalls whoever has it.)
  private func isRatherDoer(_ sufferer: Found) -> Bool {
    isOneSided && events.contains { draft.events[$0].record.type != .accident }
      && doers.contains { isSame($0.party, sufferer.party) && $0.support > sufferer.support }
  }

  private var isOneSided: Bool {
    events.allSatisfy { !Self.mutual.contains(draft.events[$0].record.type) }
  }

  func suspicion(_ event: Int) -> Suspicion {
    suspicions[event] ?? Suspicion(draft.text, of: draft.events[event].token)
  }

  var isDeed: Bool {
    events.contains { Self.deeds.contains(draft.events[$0].record.type) }
  }

  /// The parties of the sentences that tell the happening, each once, with the best support in any of them.
  private func own(_ role: HappeningRole) -> [Found] {
    let parties = Parties(draft: draft)
    var found: [Found] = []
    for (number, candidates) in candidates {
      for candidate in candidates {
        guard let odds = candidate.odds[role],
          odds >= Self.possible || role == .actor && isClearDoer(candidate.head, number)
            || role == .recipient && isClearSufferer(candidate.head, number),
          role != .actor || mayDo(candidate.head, number),
          role != .recipient || maySuffer(candidate.head, number),
          !draft.text.isOfOtherVerb(candidate.head, than: draft.events[number].token, as: role),
          let party = parties.party(candidate.tokens, odds, role),
          role != .time || mayDate(party, draft.events[number].token)
        else { continue }
        let support = support(party, role, draft.events[number].record, odds)
        let isSuspected =
          role == .actor
          && (suspicion(number).isOnlySuspected(party.head)
            || draft.events[number].record.isOnlyQuoted)
        guard let same = found.firstIndex(where: { isSame($0.party, party) }) else {
          found.append(
            Found(party: party, event: number, support: support, isSuspected: isSuspected))
          continue
        }
        found[same].isSuspected = found[same].isSuspected && isSuspected
        if support > found[same].support {
          if names(party) { found[same].party = party }
          (found[same].event, found[same].support) = (number, support)
        } else if !names(found[same].party), names(party) {
          found[same].party = party
        }
      }
    }
    return found
  }

  /// The words of a name tell more than a pronoun for it, and more than what is made of it: "Dagestan", not "Dagestani".
  private func names(_ party: Party) -> Bool {
    !["PRON", "ADJ"].contains(draft.text.tokens[party.head].upos)
  }

  /// Whether a word can name the doer of an event: no weapon, nobody who blames others, nobody to whom it only happens.
  private func mayDo(_ head: Int, _ event: Int) -> Bool {
    let trigger = draft.events[event].token
    return !draft.text.is(head, .weapon) && !suspicion(event).isAccuser(head)
      && !draft.text.isOwner(head, ofVictimOf: trigger)
      && !draft.text.isNoDoer(head, of: trigger)
  }

  /// Whether a word can name whom an event is done to: no "himself", and nobody who does it to others by the same clause.
  private func maySuffer(_ head: Int, _ event: Int) -> Bool {
    !draft.text.isForm(head, .reflexive) && !isClearDoer(head, event)
  }

  private func isClearDoer(_ head: Int, _ event: Int) -> Bool {
    let event = draft.events[event]
    return Self.deeds.contains(event.record.type)
      && draft.text.isDoer(head, toPeopleBy: event.token)
  }

  /// "Egypt received money", "the mayor faces threats": the network has no eye for whoever gets what is told.
  private func isClearSufferer(_ head: Int, _ event: Int) -> Bool {
    draft.text.isIdleSubject(head, of: draft.events[event].token)
  }

  /// "A week after an attack" dates the attack only.
  private func mayDate(_ time: Party, _ event: Int) -> Bool {
    draft.times.first { $0.record.id == time.id }.map { draft.mayDate($0, event) } ?? true
  }

  /// How likely a party has a part in an event, what its clause shows counted in.
  private func support(
    _ party: Party, _ role: HappeningRole, _ event: Event, _ odds: Float
  ) -> Float {
    guard isShown(party, role, event) else { return odds }
    // "If its border was shelled": whose it is stands for it only where the network sees it too.
    let word = draft.text.tokens[party.head]
    let isParty =
      (role == .actor || role == .recipient)
      && !(word.upos == "PRON" && word.relation == "nmod:poss")
    return max(odds + Self.shown, isParty ? Self.clause : 0)
  }

  /// Whether the event's own clause, read by rules, gives a party the same part.
  private func isShown(_ party: Party, _ role: HappeningRole, _ event: Event) -> Bool {
    // "Thousands marched": whoever does it and is nobody known. (Things that it was done to are more often none of a coder's.)
    guard let id = party.id else {
      let span = draft.text.span(party.tokens)
      return role == .actor
        && event.actors.contains {
          if case .mention(let words) = $0 { words.overlaps(span) } else { false }
        }
    }
    switch role {
    case .actor: return event.actors.contains(.entity(id))
    case .recipient: return event.recipients.contains(.entity(id))
    case .place: return event.place == id
    case .time: return event.time == id
    default: return false
    }
  }

  /// The parties that the network sees anywhere, the likeliest first.
  func told(_ role: HappeningRole, least: Float) -> [Found] {
    let parties = Parties(draft: draft)
    var found: [Found] = []
    for event in events {
      guard let mention = draft.mention(of: event) else { continue }
      for party in parties.phrases(role, of: mention)
      where role != .actor || !suspicion(event).isOnlySuspected(party.head) {
        guard let same = found.firstIndex(where: { isSame($0.party, party) }) else {
          found.append(Found(party: party, event: event, support: party.score, best: party.score))
          continue
        }
        found[same].support += party.score
        found[same].best = max(found[same].best, party.score)
        if isBetter(party, event, than: found[same].party, found[same].event) {
          (found[same].party, found[same].event) = (party, event)
        }
      }
    }
    let root = Float(events.count).squareRoot()
    for index in found.indices { found[index].support /= root }
    return found.filter { $0.support >= least }.sorted { $0.support > $1.support }
  }

  func slot(_ party: Party, _ role: HappeningRole, event: Int, support: Float) -> Slot {
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

  func isSame(_ one: Party, _ other: Party) -> Bool {
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
