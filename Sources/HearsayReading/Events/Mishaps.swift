import HearsayLanguage
import HearsayRecords

/// Tells the dead of accidents and disasters from the victims of violence: "killed in a crash", "a flood that killed twelve".
///
/// Without it every death counts as an assault, since the verbs are the same.
struct Mishaps {
  let text: AnnotatedText

  /// Verbs that tell of harm, whoever or whatever did it.
  private static let harm: Set<String> = ["kill", "wound", "injure", "hurt", "maim"]

  /// Causes of harm that are no events by themselves, or not always.
  private static let causes: [String: EventType] = [
    "fire": .accident, "blaze": .accident, "collapse": .accident, "stampede": .accident,
    "wreck": .accident, "pileup": .accident, "malfunction": .accident, "mishap": .accident,
    "crush": .accident, "leak": .accident, "storm": .disaster, "quake": .disaster,
    "avalanche": .disaster, "mudslide": .disaster, "lightning": .disaster, "heatwave": .disaster,
    "tremor": .disaster, "aftershock": .disaster, "blizzard": .disaster, "monsoon": .disaster,
    "rain": .disaster, "outbreak": .disaster, "disease": .disaster, "virus": .disaster,
  ]

  /// What the harm that a verb tells came from, if an accident or a disaster is named as its cause and nothing in the
  /// sentence speaks of violence.
  func cause(ofHarm verb: Int) -> EventType? {
    guard Self.harm.contains(lemma(verb)), !speaksOfViolence(text.sentence(of: verb)) else {
      return nil
    }
    // "killed and injured when a tram derailed": what stands beside one verb bears on all that are joined.
    var top = verb
    while text.tokens[top].baseRelation == "conj", let head = text.tokens[top].head,
      Self.harm.contains(lemma(head))
    { top = head }
    for told in Set([verb, top]).sorted() {
      if let type = cause(below: told) ?? cause(above: told) { return type }
    }
    return nil
  }

  private func cause(below verb: Int) -> EventType? {
    for child in text.children(of: verb, "nsubj", "obl", "nmod", "advcl") {
      if let type = kind(child) { return type }
      // "killed in the sinking of a ferry in a storm": the cause may hang on what the harm came with.
      if text.tokens[child].baseRelation == "obl",
        let type = text.children(of: child, "nmod", "conj").lazy.compactMap(kind).first
      {
        return type
      }
    }
    return nil
  }

  /// "The ferry capsized, killing nine", "the crash that killed her".
  private func cause(above verb: Int) -> EventType? {
    guard ["advcl", "acl", "parataxis"].contains(text.tokens[verb].baseRelation),
      let head = text.tokens[verb].head
    else { return nil }
    if let type = kind(head) { return type }
    return text.children(of: head, "nsubj").lazy.compactMap(kind).first
  }

  private func kind(_ token: Int) -> EventType? {
    let word = lemma(token)
    let isVerb = text.tokens[token].upos == "VERB"
    let sense = isVerb ? EventLexicon.verb(word) : EventLexicon.noun(word)
    if let type = sense?.type, type == .accident || type == .disaster { return type }
    // "Killed in a fire", but "killed by army fire": only what has an article burned by itself.
    if isVerb || word == "fire" && text.child(of: token, "det") == nil { return nil }
    return Self.causes[word]
  }

  private func speaksOfViolence(_ sentence: Range<Int>) -> Bool {
    sentence.contains {
      let word = lemma($0)
      return EventLexicon.violence.contains(word) && !Self.harm.contains(word)
        && !Self.bystanders.contains(word)
    }
  }

  /// Words of violence that also tell of those who are hurt or come to help in an accident.
  private static let bystanders: Set<String> = [
    "dead", "death", "casualty", "police", "army", "military", "troop", "soldier", "villager",
    "civilian", "unharmed", "explosion", "explode", "blast",
  ]

  private func lemma(_ token: Int) -> String { text.tokens[token].lemma.lowercased() }
}
