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
}

/// Finds the words that tell events.
struct EventTriggers {
  let text: AnnotatedText
  let draft: Draft
  private let incidents: [Int: String]
  private let kinds: [Int: EntityKind]

  init(_ draft: Draft) {
    self.draft = draft
    text = draft.text
    var incidents: [Int: String] = [:]
    for incident in text.incidents {
      for token in incident.tokens { incidents[token] = incident.type }
    }
    self.incidents = incidents
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
    let lemma = token.lemma.lowercased()
    if let (sense, words) = phrase(index, lemma) {
      return EventTrigger(token: index, words: words, sense: sense)
    }
    if ["strike", "walk"].contains(lemma), isLabour(verb: index) {
      return EventTrigger(
        token: index, words: index..<(index + 1), sense: EventLexicon.labourStrike)
    }
    // "backed out", "called off": with a particle it is another word.
    let isParticled = text.children(of: index, "compound:prt").contains {
      ["out", "off", "in", "away"].contains(text.tokens[$0].lower)
    }
    guard var sense = EventLexicon.verb(lemma), !isParticled || sense.type == .assault,
      !sense.needsEvidence || isMeant(sense, verb: index, lemma)
    else { return nil }
    // "demonstrated a missile", "rally support": with an object nobody takes to the street.
    if ["demonstrate", "rally"].contains(lemma),
      text.child(of: index, "obj", "nsubj:pass", "ccomp") != nil
    {
      return nil
    }
    if sense.type == .assault, let cause = Mishaps(text: text).cause(ofHarm: index) {
      sense = EventSense(type: cause, mode: nil, cameo: nil, needsEvidence: true)
    }
    return EventTrigger(token: index, words: index..<(index + 1), sense: sense)
  }

  private func phrase(_ index: Int, _ lemma: String) -> (EventSense, Range<Int>)? {
    for child in text.children(of: index, "obj", "nsubj:pass", "compound:prt", "advmod") {
      if let sense = EventLexicon.phrase(lemma, text.tokens[child].lemma.lowercased()) {
        return (
          sense, child > index && child - index <= 3 ? index..<(child + 1) : index..<(index + 1)
        )
      }
    }
    for oblique in text.children(of: index, "obl") {
      for preposition in text.children(of: oblique, "case") {
        if let sense = EventLexicon.phrase(lemma, text.tokens[preposition].lower) {
          return (
            sense,
            preposition > index && preposition - index <= 2
              ? index..<(preposition + 1) : index..<(index + 1)
          )
        }
      }
      if let sense = EventLexicon.phrase(lemma, text.tokens[oblique].lemma.lowercased()) {
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
    let isDeadly = ["kill", "wound", "injure", "stab", "slay", "shoot"].contains(lemma)
    // "killed the bill", "shot the film", "attacked her record": what is not alive, or a thought, is not assaulted.
    let affected =
      text.child(of: verb, "obj") ?? text.children(of: verb, "nsubj:pass").first
    if let affected, sense.type == .assault {
      if isDeadly, !isLiving(affected) || isThing(affected) { return false }
      if isThought(affected) { return false }
    }
    if let incident = incidents[verb] { return Self.fits(incident, sense.type) }
    let arguments = text.children(of: verb, "nsubj", "obj", "obl", "nsubj:pass")
    let hasWeapon = arguments.contains {
      EventLexicon.weapons.contains(text.tokens[$0].lemma.lowercased())
    }
    switch sense.type {
    case .assault, .coerce:
      if hasWeapon { return true }
      if ["hit", "strike", "down", "target", "engage", "fire", "hold", "ban", "capture", "seize"]
        .contains(lemma)
      {
        return arguments.contains { isForce($0) } && isViolent(verb, besides: verb)
      }
      if isDeadly {
        return affected.map { isLiving($0) } ?? false
          || text.tokens[verb].relation.hasPrefix("acl") || isViolent(verb, besides: verb)
      }
      if lemma == "attack" || lemma == "fight" || lemma == "battle" || lemma == "beat"
        || lemma == "storm" || lemma == "pound"
      {
        return arguments.contains { isForce($0) } || isViolent(verb, besides: verb)
      }
      return isViolent(verb, besides: verb) || arguments.contains { isForce($0) }
    case .consult:
      return arguments.contains { kinds[$0] != nil }
        && (text.child(of: verb, "obj", "obl") != nil || lemma == "meet")
    case .concede:
      guard ["release", "free", "pardon"].contains(lemma) else { return true }
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
    text.sentence(of: verb).contains {
      EventLexicon.rescue.contains(text.tokens[$0].lemma.lowercased())
    }
  }

  private static func fits(_ incident: String, _ type: EventType) -> Bool {
    switch type {
    case .assault:
      incident.hasPrefix("Conflict.Attack") || incident.hasPrefix("Life.")
        || incident.hasPrefix("ArtifactExistence.Damage")
    case .protest: incident.hasPrefix("Conflict.Demonstrate")
    case .coerce: incident.hasPrefix("Justice.") || incident.hasPrefix("Conflict.")
    case .consult: incident.hasPrefix("Contact.")
    default: false
    }
  }

  /// Work is laid down: "the union will strike", and nothing is struck.
  private func isLabour(verb: Int) -> Bool {
    guard text.child(of: verb, "obj", "nsubj:pass") == nil,
      let subject = text.child(of: verb, "nsubj")
    else { return false }
    return EventLexicon.labour.contains(text.tokens[subject].lemma.lowercased())
      && (text.tokens[verb].lemma == "strike" || text.child(of: verb, "compound:prt") != nil)
  }

  /// A thing of thought or law, which is attacked with words only.
  private func isThought(_ token: Int) -> Bool {
    if kinds[token] != nil { return false }
    return text.tokens[token].mentionType == "abstract"
      && !EventLexicon.violence.contains(text.tokens[token].lemma.lowercased())
  }

  /// What no violence is done to by another: things, and oneself.
  private func isThing(_ token: Int) -> Bool {
    ["it", "itself", "himself", "herself", "themselves", "that", "this", "which", "what"]
      .contains(text.tokens[token].lower)
  }

  private func isForce(_ token: Int) -> Bool {
    let lemma = text.tokens[token].lemma.lowercased()
    if EventLexicon.weapons.contains(lemma) || EventLexicon.violence.contains(lemma) { return true }
    guard let kind = kinds[token] else { return false }
    return [.military, .police, .armedGroup, .weapon, .facility].contains(kind)
  }

  private func isLiving(_ token: Int) -> Bool {
    if text.tokens[token].mentionType == "person" || text.tokens[token].upos == "PRON"
      || text.tokens[token].upos == "NUM"
    {
      return true
    }
    let kind = kinds[token] ?? ActorNouns.kind(ofNoun: text.tokens[token].lemma.lowercased())
    guard let kind else { return false }
    return ![.weapon, .facility, .country].contains(kind)
  }

  /// Whether the sentence, or the ones beside it, speak of violence.
  private func isViolent(_ token: Int, besides: Int) -> Bool {
    let sentence = text.sentenceOfToken[token]
    for number in max(0, sentence - 1)...min(text.sentences.count - 1, sentence + 1) {
      for index in text.sentences[number]
      where index != besides
        && EventLexicon.violence.contains(text.tokens[index].lemma.lowercased())
      {
        return true
      }
    }
    return false
  }

  // MARK: - Nouns

  private func noun(_ index: Int) -> EventTrigger? {
    let token = text.tokens[index]
    var lemma = token.lemma.lowercased()
    if EventLexicon.noun(lemma) == nil, EventLexicon.noun(token.lower) != nil {
      lemma = token.lower
    }
    guard var sense = EventLexicon.noun(lemma) else { return nil }
    if lemma == "strike", isLabour(noun: index) {
      sense = EventLexicon.labourStrike
    } else if sense.needsEvidence, !isMeant(sense, noun: index, lemma) {
      return nil
    }
    // "election results", "he is a fraud": neither tells an event.
    if sense.type == .election, token.relation == "compound" { return nil }
    if lemma == "fraud",
      text.child(of: index, "cop") != nil || token.relation == "obl" && !isCharged(index)
    {
      return nil
    }
    if ["war", "conflict", "combat", "battle", "warfare", "violence"].contains(lemma),
      text.children(of: index, "det", "amod", "compound", "nmod", "nmod:poss", "nummod").isEmpty,
      token.xpos != "NNS"
    {
      return nil
    }
    if token.upos == "PROPN", token.text.first?.isUppercase ?? false, isInsideName(index) {
      return nil
    }
    var low = index
    for child in text.children(of: index, "compound", "amod") where child < index {
      let word = text.tokens[child].lemma.lowercased()
      if EventLexicon.weapons.contains(word) || EventLexicon.noun(word) != nil {
        low = min(low, child)
      }
    }
    // "rocket and drone attacks" begins at the first of what is joined.
    while low > 1, text.tokens[low - 1].upos == "CCONJ",
      EventLexicon.weapons.contains(text.tokens[low - 2].lemma.lowercased())
    { low -= 2 }
    var trigger = EventTrigger(token: index, words: low..<(index + 1), sense: sense)
    // A noun before another tells what that other is of: "assassination attempt", "attack helicopter".
    if ["compound", "amod", "nmod"].contains(token.relation), let head = token.head, head > index,
      head - index <= 2
    {
      let outer = text.tokens[head].lemma.lowercased()
      if FactualityWords.nouns[outer] != nil {
        trigger.outer = head
        trigger.words = low..<(head + 1)
      } else if EventLexicon.noun(outer) != nil
        || !["victim", "site", "scene", "toll", "result", "wave", "campaign", "spree"].contains(
          outer)
      {
        return nil
      }
    }
    return trigger
  }

  /// "charged with fraud".
  private func isCharged(_ index: Int) -> Bool {
    token(above: index).map {
      ["charge", "accuse", "convict", "indict", "try", "suspect", "acquit"].contains($0.lemma)
    } ?? false
  }

  private func token(above index: Int) -> Token? { text.tokens[index].head.map { text.tokens[$0] } }

  /// A strike of workers: its kind, who strikes, or what carries it says so.
  private func isLabour(noun index: Int) -> Bool {
    let near = text.children(of: index, "compound", "amod", "nmod", "nmod:poss").map {
      text.tokens[$0].lemma.lowercased()
    }
    if near.contains(where: {
      EventLexicon.labour.contains($0) || EventLexicon.labourKinds.contains($0)
    }) {
      return true
    }
    if near.contains(where: {
      EventLexicon.weapons.contains($0) || EventLexicon.violence.contains($0) || $0 == "air"
        || $0 == "nuclear" || $0 == "military"
    }) {
      return false
    }
    let sentence = text.sentence(of: index)
    let speaksOfWork = sentence.contains {
      $0 != index && EventLexicon.labour.contains(text.tokens[$0].lemma.lowercased())
    }
    return speaksOfWork && !isViolent(index, besides: index)
  }

  /// Sport and debate borrow the words of war.
  private func isContest(_ index: Int) -> Bool {
    text.sentence(of: index).contains {
      EventLexicon.contest.contains(text.tokens[$0].lemma.lowercased())
    }
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
    let modifiers = text.children(of: index, "compound", "amod", "nmod").map {
      text.tokens[$0].lemma.lowercased()
    }
    if sense.type == .assault, modifiers.contains(where: EventLexicon.figurative.contains) {
      return false
    }
    if let incident = incidents[index] { return Self.fits(incident, sense.type) }
    if sense.type == .assault, isAnsweredFor(index) { return true }
    switch sense.type {
    case .assault:
      if modifiers.contains(where: {
        EventLexicon.weapons.contains($0) || EventLexicon.violence.contains($0)
          || [
            "air", "armed", "military", "deadly", "civil", "cross-border", "terrorist", "chemical",
          ].contains($0)
      }) {
        return true
      }
      if lemma == "conflict" || lemma == "operation" || lemma == "intervention" {
        return isViolent(index, besides: index) && lemma != "operation" && lemma != "intervention"
      }
      if ["attack", "raid", "war", "incursion", "onslaught", "fighting"].contains(lemma) {
        return !isContest(index)
          && (lemma == "attack" || text.child(of: index, "det") != nil
            || isViolent(index, besides: index))
          && !text.children(of: index, "nmod").contains { isThought($0) }
      }
      return isViolent(index, besides: index)
    case .mobilize:
      return modifiers.contains {
        ["troop", "military", "police", "army", "soldier", "force", "security", "heavy"].contains(
          $0)
      }
    case .agree:
      return modifiers.contains {
        ["peace", "trade", "nuclear", "truce", "hostage", "swap"].contains($0)
      }
        || text.children(of: index, "nmod").contains { kinds[$0] != nil }
        || token(above: index).map { EventLexicon.light.contains($0.lemma.lowercased()) } ?? false
    case .protest: return isForce(index) || text.child(of: index, "nmod", "compound", "amod") != nil
    case .consult:
      if lemma == "talk" || lemma == "talks" { return text.tokens[index].xpos == "NNS" }
      return text.child(of: index, "nmod") != nil
    default: return true
    }
  }
}
