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
        if let told = Self.words[text.tokens[child].lower] {
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
      let lemma = text.tokens[head].lemma.lowercased()
      if ["advcl", "obl", "xcomp", "ccomp", "acl", "nmod"].contains(relation),
        let told = Self.governors[lemma], isHeld(current, relation)
      {
        return Told(certainty: told, hedge: text.tokens[head].span)
      }
      guard ["obj", "nsubj", "xcomp", "conj"].contains(relation) else { return nil }
      for child in text.children(of: head, "advmod") {
        if let told = Self.words[text.tokens[child].lower] {
          return Told(certainty: told, hedge: text.tokens[child].span)
        }
      }
      current = head
    }
    return nil
  }

  private func isHeld(_ current: Int, _ relation: String) -> Bool {
    guard ["advcl", "obl", "nmod"].contains(relation) else { return true }
    let mark = text.child(of: current, "mark", "case").map { text.tokens[$0].lower } ?? ""
    return ["of", "for", "in", "over", "with", "to"].contains(mark)
  }

  // Adjectives and adverbs of news English; compiled for Hearsay, 2026-11. Licence: as the project.
  private static let words: [String: Certainty] = [
    "reported": .reported, "reportedly": .reported, "unconfirmed": .reported,
    "alleged": .alleged, "allegedly": .alleged, "purported": .alleged, "purportedly": .alleged,
    "supposed": .alleged, "supposedly": .alleged, "claimed": .alleged, "so-called": .alleged,
    "suspected": .suspected, "apparent": .suspected, "apparently": .suspected,
    "presumed": .suspected, "presumably": .suspected, "likely": .suspected,
    "probable": .suspected, "probably": .suspected, "possible": .possible, "possibly": .possible,
    "perhaps": .possible, "rumored": .speculated, "rumoured": .speculated,
    "confirmed": .confirmed,
  ]

  // Verbs and nouns that hold an event as a charge or a belief; compiled for Hearsay, 2026-11.
  private static let governors: [String: Certainty] = [
    "accuse": .alleged, "allege": .alleged, "charge": .alleged, "blame": .alleged,
    "implicate": .alleged, "indict": .alleged, "suspect": .suspected, "believe": .suspected,
    "think": .suspected, "presume": .suspected, "appear": .suspected, "seem": .suspected,
    "allegation": .alleged, "accusation": .alleged, "suspicion": .suspected,
    "rumor": .speculated, "rumour": .speculated,
  ]
}
