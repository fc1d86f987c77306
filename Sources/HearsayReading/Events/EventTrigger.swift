import HearsayLanguage
import HearsayRecords

/// A word that tells an event, and of which kind.
struct EventTrigger {
  /// The word the syntax hangs on.
  var token: Int
  /// All its words.
  var words: Range<Int>
  var sense: EventSense
  /// "assassination attempt", "coup plot": the noun that tells how far it went.
  var outer: Int?
  /// The rule that says what the word tells together with others, whatever it tells by itself.
  var rule: String?
}

/// Finds the words that tell events.
struct EventTriggers {
  let text: AnnotatedText
  let draft: Draft
  /// The types of the happenings that the model is sure of, by token.
  private let told: [Int: EventType]
  private let kinds: [Int: EntityKind]

  init(_ draft: Draft) {
    self.draft = draft
    text = draft.text
    var told: [Int: EventType] = [:]
    for mention in text.happenings ?? [] where mention.score >= 0.5 {
      for token in mention.tokens { told[token] = mention.type }
    }
    self.told = told
    var kinds: [Int: EntityKind] = [:]
    for entity in draft.entities {
      for mention in entity.mentions { kinds[mention.head] = entity.record.kind }
    }
    self.kinds = kinds
  }

  func find() -> [EventTrigger] {
    var found: [EventTrigger] = []
    for index in text.tokens.indices {
      switch text.tokens[index].upos {
      case "VERB": if let trigger = verb(index) { found.append(trigger) }
      case "NOUN", "PROPN":
        // "went on strike" is one event, told by the verb and the noun together.
        let isTold = found.last { text.tokens[$0.token].upos == "VERB" }?.words.contains(index)
        if isTold != true, let trigger = noun(index) { found.append(trigger) }
      default: break
      }
    }
    return found
  }

  // MARK: - Verbs

  private func verb(_ index: Int) -> EventTrigger? {
    let token = text.tokens[index]
    guard !["amod", "compound", "case"].contains(token.relation) else { return nil }
    let lemma = text.lemma(index)
    if let trigger = ruled(index) { return trigger }
    if let (sense, words) = phrase(index, lemma) {
      return EventTrigger(token: index, words: words, sense: sense)
    }
    if text.is(index, .laysDownWork), isLabour(verb: index) {
      return EventTrigger(
        token: index, words: index..<(index + 1), sense: .labourStrike)
    }
    guard var sense = text.eventSense(ofVerb: index), !isVetoed(index, sense.type),
      !sense.needsEvidence || isMeant(sense, verb: index, lemma)
    else { return nil }
    if sense.type == .assault, let cause = Mishaps(text: text).cause(ofHarm: index) {
      sense = EventSense(type: cause, mode: nil, cameo: nil, needsEvidence: true)
    }
    return EventTrigger(token: index, words: index..<(index + 1), sense: sense)
  }

  /// What a rule says that a word tells together with others, whatever it tells by itself: "cut ties", "lifted the embargo".
  private func ruled(_ index: Int) -> EventTrigger? {
    for match in text.language.rules.family("events.types").matches(text, at: index) {
      guard let type = match.value("type").flatMap(EventType.init) else { continue }
      return EventTrigger(
        token: index, words: index..<(index + 1),
        sense: EventSense(
          type: type, mode: match.value("mode"), cameo: match.value("cameo"), needsEvidence: false),
        rule: match.rule.name)
    }
    return nil
  }

  /// Whether a rule says that a word tells no event of a type here: "backed out", "election results", "a heart attack".
  private func isVetoed(_ index: Int, _ type: EventType) -> Bool {
    text.language.rules.family("events.senses").matches(text, at: index).contains { match in
      (match.value("of").map { $0 == type.rawValue } ?? true) && match.value("but") != type.rawValue
    }
  }

  private func phrase(_ index: Int, _ lemma: String) -> (EventSense, Range<Int>)? {
    func told(with other: String) -> EventSense? {
      EventSense(text.language.value(of: "\(lemma) \(other)", for: .phraseTells))
    }
    for child in text.children(of: index, "obj", "nsubj:pass", "compound:prt", "advmod") {
      if let sense = told(with: text.lemma(child)) {
        return (
          sense, child > index && child - index <= 3 ? index..<(child + 1) : index..<(index + 1)
        )
      }
    }
    for oblique in text.children(of: index, "obl") {
      for preposition in text.children(of: oblique, "case") {
        if let sense = told(with: text.tokens[preposition].lower) {
          return (
            sense,
            preposition > index && preposition - index <= 2
              ? index..<(preposition + 1) : index..<(index + 1)
          )
        }
      }
      if let sense = told(with: text.lemma(oblique)) {
        return (
          sense,
          oblique > index && oblique - index <= 3 ? index..<(oblique + 1) : index..<(index + 1)
        )
      }
    }
    return nil
  }

  /// Whether a verb of several senses is used in the event's.
  private func isMeant(_ sense: EventSense, verb: Int, _ lemma: String) -> Bool {
    let isDeadly = text.is(verb, .deadly)
    // "killed the bill", "shot the film", "attacked her record": what is not alive, or a thought, is not assaulted.
    let affected =
      text.child(of: verb, "obj") ?? text.children(of: verb, "nsubj:pass").first
    if let affected, sense.type == .assault {
      if isDeadly, !isLiving(affected) || isThing(affected) { return false }
      if isThought(affected) { return false }
    }
    if let type = told[verb] { return type == sense.type }
    let arguments = text.children(of: verb, "nsubj", "obj", "obl", "nsubj:pass")
    let hasWeapon = arguments.contains { text.is($0, .weapon) }
    switch sense.type {
    case .assault, .coerce:
      if hasWeapon { return true }
      if text.is(verb, .needsForce) {
        return arguments.contains { isForce($0) } && isViolent(verb, besides: verb)
      }
      if isDeadly {
        return affected.map { isLiving($0) } ?? false
          || text.tokens[verb].relation.hasPrefix("acl") || isViolent(verb, besides: verb)
      }
      return isViolent(verb, besides: verb) || arguments.contains { isForce($0) }
    case .consult:
      return arguments.contains { kinds[$0] != nil }
        && (text.child(of: verb, "obj", "obl") != nil || text.is(verb, .meetsAlone))
    case .concede:
      guard text.is(verb, .setsFree) else { return true }
      return affected.map { isLiving($0) && !isThing($0) } ?? false && !isRescue(verb)
    case .support, .reject, .accuse, .request, .protest, .cooperate, .aid, .mobilize:
      return arguments.contains {
        kinds[$0] != nil
          || ["person", "organization"].contains(text.tokens[$0].mentionType ?? "")
          || text.tokens[$0].upos == "PRON" && sense.type == .protest
      }
    case .election: return text.child(of: verb, "obj", "nsubj:pass") != nil
    default: return true
    }
  }

  /// "free people trapped under rubble": nobody held them.
  private func isRescue(_ verb: Int) -> Bool {
    text.sentence(of: verb).contains { text.is($0, .rescue) }
  }

  /// Work is laid down: "the union will strike", and nothing is struck.
  private func isLabour(verb: Int) -> Bool {
    guard text.child(of: verb, "obj", "nsubj:pass") == nil,
      let subject = text.child(of: verb, "nsubj")
    else { return false }
    return text.is(subject, .work)
      && (text.is(verb, .strikesAlone) || text.child(of: verb, "compound:prt") != nil)
  }

  /// A thing of thought or law, which is attacked with words only.
  private func isThought(_ token: Int) -> Bool {
    if kinds[token] != nil { return false }
    return text.tokens[token].mentionType == "abstract"
      && !text.is(token, .violent)
  }

  /// What no violence is done to by another: things, and oneself.
  private func isThing(_ token: Int) -> Bool {
    text.is(token, .unharmed)
  }

  private func isForce(_ token: Int) -> Bool {
    if text.is(token, .weapon) || text.is(token, .violent) { return true }
    guard let kind = kinds[token] else { return false }
    return [.military, .police, .armedGroup, .weapon, .facility].contains(kind)
  }

  private func isLiving(_ token: Int) -> Bool {
    if text.tokens[token].mentionType == "person" || text.tokens[token].upos == "PRON"
      || text.tokens[token].upos == "NUM"
    {
      return true
    }
    let kind = kinds[token] ?? text.language.actor(ofNoun: text.lemma(token))
    guard let kind else { return false }
    return ![.weapon, .facility, .country].contains(kind)
  }

  /// Whether the sentence, or the ones beside it, speak of violence.
  private func isViolent(_ token: Int, besides: Int) -> Bool {
    let sentence = text.sentenceOfToken[token]
    for number in max(0, sentence - 1)...min(text.sentences.count - 1, sentence + 1) {
      for index in text.sentences[number] where index != besides && text.is(index, .violent) {
        return true
      }
    }
    return false
  }

  // MARK: - Nouns

  private func noun(_ index: Int) -> EventTrigger? {
    let token = text.tokens[index]
    if let trigger = ruled(index) { return trigger }
    guard var sense = text.eventSense(ofNoun: index),
      let lemma = text.known(index, .nounTells)?.word
    else { return nil }
    if text.is(index, .strikesAlone), isLabour(noun: index) {
      sense = .labourStrike
    } else if sense.needsEvidence, !isMeant(sense, noun: index, lemma) {
      return nil
    }
    if isVetoed(index, sense.type) { return nil }
    if token.upos == "PROPN", token.text.first?.isUppercase ?? false, isInsideName(index) {
      return nil
    }
    var low = index
    for child in text.children(of: index, "compound", "amod") where child < index {
      if text.is(child, .weapon) || text.is(child, .nounTells) { low = min(low, child) }
    }
    // "rocket and drone attacks" begins at the first of what is joined.
    while low > 1, text.tokens[low - 1].upos == "CCONJ", text.is(low - 2, .weapon) { low -= 2 }
    var trigger = EventTrigger(token: index, words: low..<(index + 1), sense: sense)
    // A noun before another tells what that other is of: "assassination attempt", "attack helicopter".
    if ["compound", "amod", "nmod"].contains(token.relation), let head = token.head, head > index,
      head - index <= 2
    {
      if text.bearsOnEvents(noun: head) {
        trigger.outer = head
        trigger.words = low..<(head + 1)
      } else if text.is(head, .nounTells) || !text.is(head, .eventBefore) {
        return nil
      }
    }
    return trigger
  }

  /// A strike of workers: its kind, who strikes, or what carries it says so.
  private func isLabour(noun index: Int) -> Bool {
    let near = text.children(of: index, "compound", "amod", "nmod", "nmod:poss")
    if near.contains(where: { text.is($0, .work) || text.is($0, .stoppage) }) { return true }
    if near.contains(where: {
      text.is($0, .weapon) || text.is($0, .violent) || text.is($0, .strikeOfArms)
    }) {
      return false
    }
    let speaksOfWork = text.sentence(of: index).contains { $0 != index && text.is($0, .work) }
    return speaksOfWork && !isViolent(index, besides: index)
  }

  /// Sport and debate borrow the words of war.
  private func isContest(_ index: Int) -> Bool {
    text.sentence(of: index).contains { text.is($0, .contest) }
  }

  /// "claimed responsibility for the blast": whatever one is blamed for or owns up to is meant in earnest.
  private func isAnsweredFor(_ index: Int) -> Bool {
    draft.claims.contains { claim in
      (claim.record.act == .claimResponsibility || claim.record.act == .disavow)
        && claim.contents.contains { text.head(of: $0) == index }
    }
  }

  private func isInsideName(_ index: Int) -> Bool {
    text.names.contains { $0.tokens.contains(index) && $0.tokens.count > 1 && $0.type != .event }
  }

  private func isMeant(_ sense: EventSense, noun index: Int, _ lemma: String) -> Bool {
    let modifiers = text.children(of: index, "compound", "amod", "nmod")
    if let type = told[index] { return type == sense.type }
    if sense.type == .assault, isAnsweredFor(index) { return true }
    switch sense.type {
    case .assault:
      if modifiers.contains(where: {
        text.is($0, .weapon) || text.is($0, .violent) || text.is($0, .armsKind)
      }) {
        return true
      }
      if text.is(index, .neverAlone) { return false }
      if text.is(index, .attackOfArms) {
        return !isContest(index)
          && (text.is(index, .attackIfBare) || text.child(of: index, "det") != nil
            || isViolent(index, besides: index))
          && !text.children(of: index, "nmod").contains { isThought($0) }
      }
      return isViolent(index, besides: index)
    case .mobilize:
      return modifiers.contains { text.is($0, .troopsKind) }
    case .agree:
      return modifiers.contains { text.is($0, .agreementKind) }
        || text.children(of: index, "nmod").contains { kinds[$0] != nil }
        || text.tokens[index].head.map { text.is($0, .light) } ?? false
    case .protest: return isForce(index) || text.child(of: index, "nmod", "compound", "amod") != nil
    case .consult:
      if text.is(index, .onlyMany) { return text.tokens[index].xpos == "NNS" }
      return text.child(of: index, "nmod") != nil
    default: return true
    }
  }
}

extension Unreal {
  /// How the event of a trigger stands.
  func verdict(of trigger: EventTrigger) -> Verdict {
    verdict(of: trigger.token, outer: trigger.outer, as: trigger.sense.type)
  }
}

extension AnnotatedText {
  /// Whether a noun says how far the event named before it went: "assassination attempt".
  func bearsOnEvents(noun: Int) -> Bool {
    [
      .attemptAt, .planOf, .threatOf, .forecastOf, .possibilityOf, .callFor, .lackOf, .denialOf,
      .exercise, .fiction, .bearsWithOf, .bearsWithFor,
    ].contains { self.is(noun, $0) }
  }
}
