import HearsayLanguage
import HearsayRecords

/// Reads how sure a report is of an event, with the words that say so.
struct EventCertainty {
  let text: AnnotatedText

  struct Told {
    var certainty: Certainty
    /// The word that says so; `nil` where nothing does.
    var hedge: TextSpan?
  }

  /// What the words at the event and the verbs above it say; `nil` where they say nothing.
  func told(of trigger: EventTrigger) -> Told? {
    var words = Array(trigger.words)
    words += [trigger.token, trigger.outer].compactMap { $0 }
    for word in words {
      for child in text.children(of: word, "amod", "advmod", "compound") {
        if let told = certainty(child, .leaves) {
          return Told(certainty: told, hedge: text.tokens[child].span)
        }
      }
    }
    return above(trigger.outer ?? trigger.token)
  }

  /// "was accused of attacking", "is believed to have attacked", "allegations of torture", "allegedly carried out an attack".
  private func above(_ token: Int) -> Told? {
    var current = token
    for _ in 0..<3 {
      guard let head = text.tokens[current].head else { return nil }
      let relation = text.tokens[current].baseRelation
      if ["advcl", "obl", "xcomp", "ccomp", "acl", "nmod"].contains(relation),
        let told = certainty(head, .holds), isHeld(current, relation)
      {
        return Told(certainty: told, hedge: text.tokens[head].span)
      }
      guard ["obj", "nsubj", "xcomp", "conj"].contains(relation) else { return nil }
      for child in text.children(of: head, "advmod") {
        if let told = certainty(child, .leaves) {
          return Told(certainty: told, hedge: text.tokens[child].span)
        }
      }
      current = head
    }
    return nil
  }

  private func isHeld(_ current: Int, _ relation: String) -> Bool {
    guard ["advcl", "obl", "nmod"].contains(relation) else { return true }
    return text.child(of: current, "mark", "case").map { text.isForm($0, .carriesHedge) } ?? false
  }

  private func certainty(_ word: Int, _ facet: Facet) -> Certainty? {
    text.value(of: word, for: facet).flatMap(Certainty.init)
  }
}
