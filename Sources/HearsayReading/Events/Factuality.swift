import HearsayRecords

/// Decides whether an event is told as having happened: the one place where that is decided.
///
/// It looks at the word itself, then walks up the tree: what governs an event may plan, threaten, demand, deny, doubt or
/// fear it. Where the signs disagree, the one farther from "happened" holds.
struct Factuality {
  let text: AnnotatedText
  private let mentions: [Int: EventMention]

  init(_ text: AnnotatedText) {
    self.text = text
    mentions = Dictionary(text.eventMentions.map { ($0.token, $0) }) { first, _ in first }
  }

  /// Nouns that say how far what they are of went.
  static let outerNouns: [String: EventStatus] = [
    "attempt": .attempted, "bid": .attempted, "effort": .attempted, "plot": .planned,
    "plan": .planned, "threat": .threatened,
    "warning": .threatened, "risk": .hypothetical, "fear": .hypothetical, "prospect": .hypothetical,
    "possibility": .hypothetical,
    "danger": .hypothetical, "likelihood": .hypothetical, "chance": .hypothetical,
    "potential": .hypothetical, "idea": .hypothetical,
    "call": .demanded, "demand": .demanded, "appeal": .demanded, "request": .demanded,
    "proposal": .planned, "promise": .planned, "intention": .planned,
    "preparation": .planned, "order": .demanded, "hope": .hypothetical, "rumor": .hypothetical,
    "rumour": .hypothetical, "lack": .negated, "absence": .negated,
    "denial": .denied, "possible": .hypothetical, "scenario": .hypothetical,
    "exercise": .hypothetical, "drill": .hypothetical, "talk": .hypothetical,
    "option": .hypothetical, "prevention": .negated, "failure": .negated, "scheme": .planned,
    "conspiracy": .planned,
  ]

  /// What a governing verb makes of the event it governs.
  private static let governors: [String: EventStatus] = {
    let groups: [(EventStatus, String)] = [
      (.attempted, "try attempt struggle"),
      (
        .planned,
        "plan intend prepare vow promise pledge aim seek want decide agree arrange schedule propose plot conspire mull consider contemplate commit swear offer organize"
      ),
      (.threatened, "threaten"),
      (.expected, "expect anticipate predict forecast brace await"),
      (
        .hypothetical,
        "fear worry hope wish risk imagine suggest recommend discuss doubt wonder assume pretend dream debate speculate warn caution"
      ),
      (
        .demanded,
        "urge demand ask order request beg implore instruct tell encourage advise require call appeal press command persuade authorize allow permit push lobby"
      ),
      (
        .negated,
        "fail refuse decline avoid prevent stop avert thwart foil forbid prohibit ban cancel bar block refrain abstain halt neglect postpone abandon forgo dissuade deter preclude"
      ),
      (.denied, "deny refute disavow disown"),
    ]
    var table: [String: EventStatus] = [:]
    for (status, words) in groups {
      for word in words.split(separator: " ") { table[String(word)] = status }
    }
    return table
  }()

  private static let adjectives: [String: EventStatus] = [
    "potential": .expected, "possible": .hypothetical, "planned": .planned, "proposed": .planned,
    "scheduled": .planned, "attempted": .attempted,
    "failed": .attempted, "foiled": .attempted, "thwarted": .attempted, "abortive": .attempted,
    "botched": .attempted, "unsuccessful": .attempted,
    "threatened": .threatened, "imminent": .expected, "upcoming": .expected, "future": .expected,
    "feared": .hypothetical, "expected": .expected,
    "likely": .expected, "impending": .expected, "looming": .expected,
    "hypothetical": .hypothetical, "would-be": .attempted, "forthcoming": .expected,
    "anticipated": .expected, "further": .happened, "eventual": .expected, "prospective": .planned,
    "next": .expected, "hoped-for": .hypothetical, "fake": .negated, "staged": .negated,
  ]

  /// The status of an event as its own clause and what governs it tell it.
  func status(of trigger: EventTrigger) -> EventStatus {
    let start = trigger.outer ?? trigger.token
    var status = own(trigger)
    if let outer = trigger.outer, let told = Self.outerNouns[text.tokens[outer].lemma.lowercased()]
    {
      status = Self.farther(status, told)
      status = Self.farther(status, attributes(outer))
    }
    var current = start
    var steps = 0
    while let head = text.tokens[current].head, steps < 12 {
      guard let told = governed(current, by: head, isFirst: current == start, trigger: trigger)
      else { break }
      status = Self.farther(status, told)
      current = head
      steps += 1
    }
    if isQuestion(trigger.token), status == .happened || status == .ongoing {
      status = .hypothetical
    }
    return status
  }

  // MARK: - The word itself

  private func own(_ trigger: EventTrigger) -> EventStatus {
    let index = trigger.token
    let token = text.tokens[index]
    var status: EventStatus = .happened
    if token.upos == "VERB" {
      status = verbal(index)
    } else {
      status = Self.farther(status, attributes(index))
    }
    if let mention = mentions[index] {
      if mention.negated { status = Self.farther(status, .negated) }
      if ["could", "would", "may", "might"].contains(mention.modality), token.upos == "VERB" {
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
      let token = text.tokens[child]
      switch token.baseRelation {
      case "aux":
        switch token.lower {
        case "will", "shall", "'ll", "wo", "gonna": status = Self.farther(status, .planned)
        case "could", "may", "might", "would", "can", "'d", "ca":
          status = Self.farther(status, isPerfectHad(child, verb) ? .happened : .hypothetical)
        case "should", "must", "ought": status = Self.farther(status, .demanded)
        default: break
        }
      case "advmod", "cc", "det":
        if ["not", "n't", "never", "neither", "nor", "no", "hardly", "barely"].contains(token.lower)
        {
          status = Self.farther(status, .negated)
        }
        if ["nearly", "almost"].contains(token.lower) { status = Self.farther(status, .attempted) }
        if ["perhaps", "maybe", "possibly", "potentially"].contains(token.lower) {
          status = Self.farther(status, .hypothetical)
        }
        if ["likely", "probably"].contains(token.lower) {
          status = Self.farther(status, .expected)
        }
      case "mark":
        if ["if", "unless", "whether", "lest", "should"].contains(token.lower) {
          status = Self.farther(status, .hypothetical)
        }
        if token.lower == "without" { status = Self.farther(status, .negated) }
      case "nsubj":
        if ["no", "none", "nobody", "neither"].contains(token.lower)
          || text.children(of: child, "det").contains(where: { text.tokens[$0].lower == "no" })
        {
          status = Self.farther(status, .negated)
        }
      case "obj":
        if token.lower == "nobody" || token.lower == "nothing"
          || text.children(of: child, "det").contains(where: { text.tokens[$0].lower == "no" })
        {
          status = Self.farther(status, .negated)
        }
      default: break
      }
    }
    let token = text.tokens[verb]
    if isGoingTo(verb) { status = Self.farther(status, .planned) }
    if token.feature("Mood") == "Imp" { status = Self.farther(status, .demanded) }
    if status == .happened, token.xpos == "VBG",
      text.child(of: verb, "aux").map({
        ["is", "are", "'re", "'s", "am"].contains(text.tokens[$0].lower)
      }) ?? false
    {
      status = .ongoing
    }
    return status
  }

  /// "had"/"'d" of the past perfect is no "would".
  private func isPerfectHad(_ auxiliary: Int, _ verb: Int) -> Bool {
    text.tokens[auxiliary].lower == "'d" && text.tokens[verb].xpos == "VBN"
  }

  private func isGoingTo(_ verb: Int) -> Bool {
    guard text.tokens[verb].baseRelation == "xcomp", let head = text.tokens[verb].head else {
      return false
    }
    return text.tokens[head].lower == "going"
      || ["about", "set", "due", "ready", "poised", "likely", "bound", "willing", "prepared"]
        .contains(text.tokens[head].lower)
  }

  /// Adjectives and determiners of a noun.
  private func attributes(_ noun: Int) -> EventStatus {
    var status: EventStatus = .happened
    for child in text.children(of: noun) {
      let token = text.tokens[child]
      if let told = Self.adjectives[token.lower], ["amod", "compound"].contains(token.baseRelation)
      {
        status = Self.farther(status, told)
      }
      if token.baseRelation == "det", token.lower == "no" {
        status = Self.farther(status, .negated)
      }
      if token.lower == "without", token.baseRelation == "case" {
        status = Self.farther(status, .negated)
      }
      if token.baseRelation == "case", token.lower == "against", isBare(noun) {
        status = Self.farther(status, .hypothetical)
      }
    }
    return status
  }

  // MARK: - What governs it

  /// What a head makes of what it governs; `nil` ends the walk: what stands higher no longer bears on the event.
  private func governed(_ current: Int, by head: Int, isFirst: Bool, trigger: EventTrigger)
    -> EventStatus?
  {
    let relation = text.tokens[current].baseRelation
    let token = text.tokens[head]
    let lemma = token.lemma.lowercased()
    if relation == "conj" {
      // Joined clauses share what governs both; a finite clause with its own subject stands for itself.
      if text.tokens[current].upos == "VERB", text.child(of: current, "nsubj") != nil {
        return governs(head) ? .happened : nil
      }
      let shared =
        token.upos == "VERB" && text.tokens[current].upos == "VERB"
          && text.child(of: current, "aux") == nil
          && ["VB", "VBN", "VBG"].contains(text.tokens[current].xpos)
        ? verbal(head) : token.upos == "NOUN" ? attributes(head) : .happened
      return shared == .ongoing ? .happened : shared
    }
    if token.upos == "NOUN" || token.upos == "PROPN" {
      if ["nmod", "acl", "compound", "obl", "xcomp", "ccomp"].contains(relation),
        let told = Self.outerNouns[lemma], token.baseRelation != "root" || true
      {
        // "the threat of attack"; a participle ("the threat posed by the attack") tells of a thing that is.
        if relation == "acl", text.child(of: current, "mark") == nil,
          text.tokens[current].xpos == "VBN"
        {
          return nil
        }
        return Self.farther(told, .happened)
      }
      return relation == "appos" || relation == "nmod" || relation == "acl" && isInfinitive(current)
        ? (isInfinitive(current) ? .planned : .happened) : nil
    }
    if token.upos == "ADJ" {
      if [
        "likely", "ready", "willing", "set", "due", "poised", "able", "possible", "potential",
        "prepared", "eager",
      ].contains(lemma), ["xcomp", "ccomp", "csubj", "advcl", "obl"].contains(relation) {
        return ["able"].contains(lemma) ? .hypothetical : .expected
      }
      return ["xcomp", "ccomp", "csubj", "advcl"].contains(relation) ? clause(head) : nil
    }
    guard token.upos == "VERB" || token.upos == "AUX" else { return nil }
    return governedByVerb(current, head, lemma, relation, trigger)
  }

  private func governedByVerb(
    _ current: Int, _ head: Int, _ lemma: String, _ relation: String, _ trigger: EventTrigger
  ) -> EventStatus? {
    let isNoun = text.tokens[current].upos == "NOUN" || text.tokens[current].upos == "PROPN"
    let told = Self.governors[lemma]
    switch relation {
    case "xcomp", "csubj":
      if let told { return combine(told, clause(head)) }
      return clause(head)
    case "ccomp":
      // What is said is judged as the speaker gives it; who denies, fears or wants it does bear on it.
      if let told,
        ![.demanded, .expected].contains(told) || !isFinite(current) || lemma == "expect"
          || lemma == "predict" || lemma == "demand"
      {
        if [
          "warn", "suggest", "speculate", "doubt", "discuss", "caution", "promise", "vow", "pledge",
        ].contains(lemma), isFinite(current),
          !["promise", "vow", "pledge", "doubt", "speculate"].contains(lemma)
        {
          return .happened
        }
        return told
      }
      return text.tokens[head].lower == "if" ? .hypothetical : .happened
    case "obj", "nsubj:pass", "nsubj", "obl":
      guard isNoun else { return relation == "obl" ? clause(head) : nil }
      let preposition = text.child(of: current, "case").map { text.tokens[$0].lower }
      if relation != "nsubj" || text.tokens[current].relation == "nsubj:pass" {
        if preposition == "without" { return .negated }
        if let told,
          relation != "obl"
            || ["for", "of", "about", "against", "from", "on", "to"].contains(preposition ?? "")
        {
          if told == .denied
            || [.negated, .planned, .threatened, .expected, .demanded, .hypothetical, .attempted]
              .contains(told)
          {
            // "the attack was condemned", "stopped the attack": a definite event that is, is not undone by being discussed or feared.
            if isDefinite(current), [.hypothetical, .demanded, .planned].contains(told),
              !["plan", "prepare", "propose", "demand", "schedule"].contains(lemma)
            {
              return nil
            }
            return combine(told, clause(head))
          }
        }
        if EventLexicon.light.contains(lemma),
          relation == "obj" || text.tokens[current].relation == "nsubj:pass"
        {
          return clause(head)
        }
      } else if [
        "occur", "happen", "take", "begin", "start", "erupt", "break", "continue", "unfold",
        "follow", "come",
      ].contains(lemma) {
        return clause(head)
      }
      // An indefinite event in a clause of what may be is itself only possible.
      if !isDefinite(current) {
        let around = clause(head)
        if [.hypothetical, .planned, .expected, .demanded, .negated].contains(around),
          isBare(current) || hasIndefinite(current)
        {
          return around
        }
      }
      return nil
    case "advcl":
      if let mark = text.child(of: current, "mark") {
        let word = text.tokens[mark].lower
        if ["if", "unless", "lest"].contains(word) { return .hypothetical }
        if word == "to", isInfinitive(current) {
          return text.tokens[current].upos == "VERB" ? .planned : nil
        }
        if ["of", "for", "from"].contains(word), let told, told != .demanded { return told }
        if ["before"].contains(word) { return clause(head) }
        return nil
      }
      return isInfinitive(current) ? .planned : clause(head)
    case "acl": return isInfinitive(current) ? .planned : nil
    default: return nil
    }
  }

  /// The status of the clause that a word governs, its own governors included.
  private func clause(_ head: Int) -> EventStatus {
    var status =
      text.tokens[head].upos == "VERB" || text.tokens[head].upos == "AUX"
        || text.tokens[head].upos == "ADJ" ? verbal(head) : .happened
    if status == .ongoing { status = .happened }
    return status
  }

  private func combine(_ told: EventStatus, _ around: EventStatus) -> EventStatus {
    // "did not deny", "did not stop the attack": two denials make no statement that it happened; it stays open.
    if around == .negated, told == .negated || told == .denied { return .hypothetical }
    // "did not try to attack", "has no plan to".
    if around == .negated { return .negated }
    return told
  }

  private func governs(_ head: Int) -> Bool { text.tokens[head].head != nil }

  // MARK: - Small questions

  private func isInfinitive(_ index: Int) -> Bool {
    text.tokens[index].xpos == "VB"
      && text.children(of: index, "mark", "aux").contains { text.tokens[$0].lower == "to" }
  }

  private func isFinite(_ index: Int) -> Bool {
    if ["VBD", "VBZ", "VBP"].contains(text.tokens[index].xpos) { return true }
    return text.children(of: index, "aux", "cop").contains {
      ["VBD", "VBZ", "VBP", "MD"].contains(text.tokens[$0].xpos)
    }
  }

  private func isDefinite(_ noun: Int) -> Bool {
    text.children(of: noun, "det", "nmod:poss").contains {
      ["the", "this", "that", "these", "those"].contains(text.tokens[$0].lower)
        || text.tokens[$0].relation == "nmod:poss"
    }
  }

  private func hasIndefinite(_ noun: Int) -> Bool {
    text.children(of: noun, "det").contains {
      ["a", "an", "any", "another", "some"].contains(text.tokens[$0].lower)
    }
  }

  private func isBare(_ noun: Int) -> Bool {
    text.child(of: noun, "det", "nmod:poss", "nummod") == nil
  }

  private func isQuestion(_ index: Int) -> Bool {
    let sentence = text.sentence(of: index)
    guard let last = sentence.last else { return false }
    return (max(sentence.lowerBound, last - 2)...last).contains { text.tokens[$0].text == "?" }
  }

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
