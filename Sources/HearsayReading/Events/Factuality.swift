import HearsayLanguage
import HearsayRecords

/// Decides whether an event is told as having happened: the one place where that is decided.
///
/// It looks at the word itself, then walks up the tree: what governs an event may plan, threaten, demand, deny, doubt or
/// fear it. Where the signs disagree, the one farther from "happened" holds. Why: users throw away a tool that once
/// records what could happen as having happened; an event held back wrongly costs them less.
struct Factuality {
  let text: AnnotatedText
  private let mentions: [Int: EventMention]
  /// Far enough for any sentence that people write; a walk is never endless.
  private static let longestWalk = 12

  init(_ text: AnnotatedText) {
    self.text = text
    mentions = Dictionary(text.eventMentions.map { ($0.token, $0) }) { first, _ in first }
  }

  /// The status of an event as its own clause and what governs it tell it.
  func status(of trigger: EventTrigger) -> EventStatus {
    var status = own(trigger)
    if let outer = trigger.outer {
      if let told = FactualityWords.nouns[lemma(outer)] { status = Self.farther(status, told) }
      status = Self.farther(status, attributes(outer))
    }
    var current = trigger.outer ?? trigger.token
    var steps = 0
    while let head = text.tokens[current].head, steps < Self.longestWalk {
      guard let told = governed(current, by: head, trigger) else { break }
      status = Self.farther(status, told)
      current = head
      steps += 1
    }
    if text.isQuestion(trigger.token), status == .happened || status == .ongoing {
      status = .hypothetical
    }
    return status
  }

  // MARK: - The word itself

  private func own(_ trigger: EventTrigger) -> EventStatus {
    let index = trigger.token
    let isVerb = text.tokens[index].upos == "VERB"
    var status = isVerb ? verbal(index) : attributes(index)
    if isVerb, text.isInfinitive(index),
      ["root", "parataxis"].contains(text.tokens[index].baseRelation)
    {
      status = Self.farther(status, .planned)
    }
    if let mention = mentions[index] {
      if mention.negated { status = Self.farther(status, .negated) }
      if isVerb, ["could", "would", "may", "might"].contains(mention.modality) {
        status = Self.farther(status, .hypothetical)
      }
      if mention.tense == "FUTURE" { status = Self.farther(status, .planned) }
    }
    return status
  }

  /// Auxiliaries, negation and conditions of a clause.
  private func verbal(_ verb: Int) -> EventStatus {
    var status: EventStatus = .happened
    for child in text.children(of: verb) {
      if let told = bearing(child, on: verb) { status = Self.farther(status, told) }
    }
    if isGoingTo(verb) { status = Self.farther(status, .planned) }
    if text.tokens[verb].feature("Mood") == "Imp" { status = Self.farther(status, .demanded) }
    if status == .happened, text.tokens[verb].xpos == "VBG",
      text.children(of: verb, "aux").contains(where: {
        ["is", "are", "'re", "'s", "am"].contains(text.tokens[$0].lower)
      })
    {
      status = .ongoing
    }
    return status
  }

  /// What one dependent of a verb says of its clause.
  private func bearing(_ child: Int, on verb: Int) -> EventStatus? {
    let token = text.tokens[child]
    switch token.baseRelation {
    case "aux":
      switch token.lower {
      case "will", "shall", "'ll", "wo", "gonna": return .planned
      case "could", "may", "might", "would", "can", "'d", "ca":
        // "had"/"'d" of the past perfect is no "would".
        return token.lower == "'d" && text.tokens[verb].xpos == "VBN" ? nil : .hypothetical
      case "should", "must", "ought":
        return isInverted(child, verb) ? .hypothetical : .demanded
      default: return nil
      }
    case "advmod", "cc", "det":
      switch token.lower {
      case _ where text.is(child, .negates) || text.is(child, .barely): return .negated
      case "nearly", "almost": return .attempted
      case "perhaps", "maybe", "possibly", "potentially": return .hypothetical
      case "likely", "probably": return .expected
      default: return nil
      }
    case "mark":
      switch token.lower {
      case "if", "unless", "whether", "lest", "should": return .hypothetical
      case _ where text.is(child, .without): return .negated
      // "are due to meet": some parses make the adjective the mark of the infinitive.
      case "due", "set", "about", "supposed", "likely", "ready", "poised": return .planned
      default: return nil
      }
    case "nsubj", "obj":
      return text.isNobody(child) || token.lower == "no" ? .negated : nil
    default: return nil
    }
  }

  /// "Should the army invade, …": the auxiliary before the subject at the head of the sentence is a condition.
  private func isInverted(_ auxiliary: Int, _ verb: Int) -> Bool {
    guard let subject = text.child(of: verb, "nsubj") else { return false }
    return auxiliary < subject
  }

  private func isGoingTo(_ verb: Int) -> Bool {
    guard text.tokens[verb].baseRelation == "xcomp", let head = text.tokens[verb].head else {
      return false
    }
    return text.tokens[head].lower == "going" && text.isInfinitive(verb)
  }

  /// Adjectives and determiners of a noun.
  private func attributes(_ noun: Int) -> EventStatus {
    var status: EventStatus = .happened
    if text.hasNo(noun) { status = .negated }
    for child in text.children(of: noun) {
      let token = text.tokens[child]
      switch token.baseRelation {
      case "amod", "compound":
        if let told = FactualityWords.attributes[token.lower] {
          status = Self.farther(status, told)
        }
        if ["ongoing", "continuing", "continued"].contains(token.lower) {
          status = Self.farther(status, .ongoing)
        }
      case "det":
        if token.lower == "any" { status = Self.farther(status, .hypothetical) }
      case "case":
        if token.lower == "without" { status = Self.farther(status, .negated) }
        if token.lower == "ahead" { status = Self.farther(status, .expected) }
        if token.lower == "against", text.isBare(noun) {
          status = Self.farther(status, .hypothetical)
        }
      case "nsubj", "advmod", "aux", "cop":
        // "it was not an attack", "this could be an attack"
        if text.child(of: noun, "cop") != nil, let told = bearing(child, on: noun) {
          status = Self.farther(status, told)
        }
      default: break
      }
    }
    return status
  }

  // MARK: - What governs it

  /// What a head makes of what it governs; `nil` ends the walk: what stands higher no longer bears on the event.
  private func governed(_ current: Int, by head: Int, _ trigger: EventTrigger) -> EventStatus? {
    if text.tokens[current].baseRelation == "conj" { return joined(current, to: head) }
    switch text.tokens[head].upos {
    case "NOUN", "PROPN": return governed(current, byNoun: head)
    case "ADJ": return governed(current, byAdjective: head)
    case "VERB", "AUX": return governed(current, byVerb: head, trigger)
    default: return nil
    }
  }

  /// Joined clauses share what governs both; a clause with its own subject has its own auxiliaries.
  private func joined(_ current: Int, to head: Int) -> EventStatus {
    let token = text.tokens[current]
    let first = text.tokens[head]
    if token.upos == "VERB", text.child(of: current, "nsubj") != nil { return .happened }
    var shared: EventStatus = .happened
    if first.upos == "VERB", token.upos == "VERB", text.child(of: current, "aux") == nil,
      ["VB", "VBN", "VBG"].contains(token.xpos)
    {
      shared = verbal(head)
    } else if first.upos == "NOUN" {
      shared = attributes(head)
    }
    return shared == .ongoing ? .happened : shared
  }

  private func governed(_ current: Int, byNoun head: Int) -> EventStatus? {
    let relation = text.tokens[current].baseRelation
    let name = lemma(head)
    guard ["nmod", "acl", "compound", "obl", "xcomp", "ccomp", "appos"].contains(relation) else {
      return nil
    }
    // A participle ("the threat posed by the attack") tells of a thing that is.
    let isParticiple =
      relation == "acl" && text.child(of: current, "mark") == nil
      && text.tokens[current].xpos == "VBN"
    if isParticiple { return nil }
    if FactualityWords.evidence.contains(name) {
      return attributes(head) == .happened ? .happened : .hypothetical
    }
    if FactualityWords.spoken.contains(name) {
      guard let verb = text.tokens[head].head, FactualityWords.rejecting.contains(lemma(verb)),
        ["obj", "nsubj"].contains(text.tokens[head].baseRelation)
      else { return attributes(head) }
      return .denied
    }
    if let told = FactualityWords.nouns[name], isHeld(current, by: name) { return told }
    if FactualityWords.measures.contains(name) { return attributes(head) }
    if relation == "acl", text.isInfinitive(current) { return .planned }
    return relation == "appos" ? .happened : nil
  }

  /// Whether a noun holds the event as what it is of, and not only beside it ("the threat after the attack").
  private func isHeld(_ current: Int, by noun: String) -> Bool {
    let token = text.tokens[current]
    guard token.baseRelation == "nmod" || token.baseRelation == "obl" else { return true }
    let preposition = text.child(of: current, "case").map { text.tokens[$0].lower } ?? ""
    // "the right target for attack", "in the event of an attack", "in case of"; but "the case of the murder".
    if noun == "case" || noun == "event" || noun == "target" || noun == "order" {
      return preposition == "of" && !text.isDefinite(current)
        || noun == "order" && preposition == "for"
    }
    return ["of", "for", "to", "about", "on", "over", "at", "against"].contains(preposition)
  }

  private func governed(_ current: Int, byAdjective head: Int) -> EventStatus? {
    let relation = text.tokens[current].baseRelation
    let told = FactualityWords.predicates[lemma(head)]
    switch relation {
    case "xcomp", "ccomp", "csubj", "advcl":
      if let told { return combine(told, clause(head)) }
      return text.isInfinitive(current) && !text.isPerfectInfinitive(current)
        ? Self.farther(.hypothetical, clause(head)) : clause(head)
    case "nsubj":
      guard let told, !["able", "certain", "free", "alert"].contains(lemma(head)) else {
        return text.isDefinite(current) ? nil : clause(head)
      }
      return combine(told, clause(head))
    case "obl": return told.map { combine($0, clause(head)) }
    default: return nil
    }
  }

  private func governed(_ current: Int, byVerb head: Int, _ trigger: EventTrigger) -> EventStatus? {
    let name = lemma(head)
    var told = FactualityWords.governors[name]
    if name == "fail", ![.assault, .coerce, .crime].contains(trigger.sense.type) {
      told = .negated
    } else if name == "fail" {
      told = .attempted
    }
    // "called it a massacre" gives it a name and asks for none.
    if name == "call", text.tokens[current].upos == "NOUN",
      text.tokens[current].baseRelation == "xcomp"
    {
      told = nil
    }
    switch text.tokens[current].baseRelation {
    case "xcomp", "csubj": return complement(current, of: head, told)
    case "ccomp": return statement(current, of: head, told)
    case "obj", "nsubj", "obl", "iobj": return thing(current, of: head, told)
    case "advcl": return adjunct(current, of: head, told)
    case "acl": return text.isInfinitive(current) ? .planned : nil
    case "parataxis": return nil
    default: return nil
    }
  }

  /// "planned to attack", "began shelling".
  private func complement(_ current: Int, of head: Int, _ told: EventStatus?) -> EventStatus {
    if text.isPerfectInfinitive(current) {
      return clause(head) == .negated ? .hypothetical : .happened
    }
    if let told { return combine(told, clause(head)) }
    guard text.isInfinitive(current) else { return clause(head) }
    if lemma(head) == "be" { return .planned }
    return FactualityWords.implicative.contains(lemma(head))
      ? clause(head) : Self.farther(.hypothetical, clause(head))
  }

  /// What is said is judged as the speaker gives it; who denies, fears or wants it does bear on it.
  private func statement(_ current: Int, of head: Int, _ told: EventStatus?) -> EventStatus {
    guard let told else {
      return !text.isFinite(current) && text.isInfinitive(current)
        ? Self.farther(.hypothetical, clause(head)) : .happened
    }
    if text.isFinite(current), FactualityWords.states.contains(lemma(head)) { return .happened }
    return combine(told, clause(head))
  }

  /// An event noun that a verb is about.
  private func thing(_ current: Int, of head: Int, _ told: EventStatus?) -> EventStatus? {
    let token = text.tokens[current]
    guard token.upos == "NOUN" || token.upos == "PROPN" else {
      return token.baseRelation == "obl" ? clause(head) : nil
    }
    let isAffected = token.relation != "nsubj"
    let preposition = text.child(of: current, "case").map { text.tokens[$0].lower } ?? ""
    if isAffected, preposition == "without" { return .negated }
    let isAbout =
      token.baseRelation != "obl"
      || ["for", "of", "about", "against", "from", "on", "to"].contains(preposition)
    if isAffected, isAbout, var told {
      // "called a protest for Saturday"
      if ["call", "order"].contains(lemma(head)), token.baseRelation == "obj",
        isHeldByCall(current)
      {
        told = .planned
      }
      if text.isDefinite(current), FactualityWords.leavesStanding.contains(lemma(head)) {
        return nil
      }
      return combine(told, clause(head))
    }
    let carries =
      isAffected
      ? token.baseRelation != "obl" && EventLexicon.light.contains(lemma(head))
      : FactualityWords.takesPlace.contains(lemma(head))
    if carries {
      let around = clause(head)
      let isNow = ["VBZ", "VBP"].contains(text.tokens[head].xpos)
      let lasts = ["continue", "rage", "escalate", "intensify"].contains(lemma(head))
      return around == .happened && lasts && isNow ? .ongoing : around
    }
    // An indefinite event in a clause of what may be is itself only possible.
    guard !text.isDefinite(current) else { return nil }
    let around = clause(head)
    return around == .happened || around == .attempted ? nil : around
  }

  /// Whether the one who calls makes the event: a protest, a vote, a meeting.
  private func isHeldByCall(_ noun: Int) -> Bool {
    guard let sense = EventLexicon.noun(lemma(noun)) else { return false }
    return [.protest, .election, .consult].contains(sense.type)
  }

  private func adjunct(_ current: Int, of head: Int, _ told: EventStatus?) -> EventStatus? {
    guard let mark = text.child(of: current, "mark") else {
      return text.isInfinitive(current) ? .planned : clause(head)
    }
    switch text.tokens[mark].lower {
    case "if", "unless", "lest", "whether": return .hypothetical
    case "to", "in":
      guard text.isInfinitive(current) else { return nil }
      return text.isPerfectInfinitive(current) ? .happened : .planned
    case "of", "for", "from", "about", "against", "on":
      return told.map { combine($0, clause(head)) }
    case "before": return clause(head)
    default: return nil
    }
  }

  /// The status of the clause that a word governs.
  private func clause(_ head: Int) -> EventStatus {
    let status = ["VERB", "AUX", "ADJ"].contains(text.tokens[head].upos) ? verbal(head) : .happened
    return status == .ongoing ? .happened : status
  }

  private func combine(_ told: EventStatus, _ around: EventStatus) -> EventStatus {
    guard around == .negated else { return told }
    // "did not deny", "did not stop the attack": two denials make no statement that it happened; it stays open.
    // "did not try to attack", "has no plan to": negated.
    return told == .negated || told == .denied ? .hypothetical : .negated
  }

  // MARK: - Small questions

  private func lemma(_ index: Int) -> String { text.tokens[index].lemma.lowercased() }

  // MARK: - Order

  private static let distance: [EventStatus] = [
    .happened, .ongoing, .attempted, .expected, .planned, .threatened, .demanded, .hypothetical,
    .negated, .denied,
  ]

  /// Of two statuses the one farther from "happened".
  static func farther(_ one: EventStatus, _ other: EventStatus) -> EventStatus {
    let a = distance.firstIndex(of: one) ?? 0
    let b = distance.firstIndex(of: other) ?? 0
    return a >= b ? one : other
  }
}
