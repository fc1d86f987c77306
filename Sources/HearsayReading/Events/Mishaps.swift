import HearsayLanguage
import HearsayRecords

/// Tells the dead of accidents and disasters from the victims of violence: "killed in a crash", "a flood that killed twelve".
///
/// Without it every death counts as an assault, since the verbs are the same.
struct Mishaps {
  let text: AnnotatedText

  /// What the harm that a verb tells came from, if an accident or a disaster is named as its cause and nothing in the
  /// sentence speaks of violence.
  func cause(ofHarm verb: Int) -> EventType? {
    guard text.is(verb, .harms), !speaksOfViolence(text.sentence(of: verb)) else {
      return nil
    }
    // "killed and injured when a tram derailed": what stands beside one verb bears on all that are joined.
    var top = verb
    while text.tokens[top].baseRelation == "conj", let head = text.tokens[top].head,
      text.is(head, .harms)
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
    let isVerb = text.tokens[token].upos == "VERB"
    let sense = isVerb ? text.eventSense(ofVerb: token) : text.eventSense(ofNoun: token)
    if let type = sense?.type, type == .accident || type == .disaster { return type }
    if isVerb { return nil }
    return text.value(of: token, for: .harmfulCause).flatMap(EventType.init)
  }

  private func speaksOfViolence(_ sentence: Range<Int>) -> Bool {
    sentence.contains {
      text.is($0, .violent) && !text.is($0, .harms) && !text.is($0, .bystander)
    }
  }
}
