import HearsayLanguage
import HearsayRecords

/// Reads how sure a report is of an event, with the words that say so (`Data/language/hedges.tsv`).
struct EventCertainty {
  let text: AnnotatedText

  struct Told {
    var certainty: Certainty
    /// The word that says so.
    var hedge: TextSpan
    /// Whether it is said of the event itself, and not of what the event is part of or is charged with.
    var isDirect = true
  }

  /// What the words at the event and the verbs above it say; `nil` where they say nothing.
  ///
  /// Of several hedges the weakest holds.
  func told(of trigger: EventTrigger) -> Told? {
    told(of: trigger.words, trigger.token, outer: trigger.outer)
  }

  /// The same of words whose head is `token`; `outer` is the noun that says how far it went.
  func told(of words: Range<Int>, _ token: Int, outer: Int? = nil) -> Told? {
    let others = [token, outer].compactMap { $0 }.filter { !words.contains($0) }
    if let told = weakest((Array(words) + others).flatMap(hedges(at:))) { return told }
    let top = outer ?? token
    guard var told = above(top) else { return nil }
    told.isDirect = isSaidOf(top)
    return told
  }

  /// "allegedly attacked", "the suspected murder", "may have attacked", "by all accounts they attacked".
  private func hedges(at word: Int) -> [Told] {
    text.children(of: word).compactMap { child in
      switch text.tokens[child].baseRelation {
      case "amod", "advmod", "compound": told(child, .leaves)
      case "aux": isOfPerfect(word) && text.is(child, .mayBe) ? told(.possible, child) : nil
      case "obl": text.child(of: child, "case").flatMap { phrase($0) }
      // "Seemingly rebels attacked": an adverb that the tree hangs on the noun behind it.
      case "nsubj":
        text.children(of: child, "amod", "advmod").first.flatMap { first in
          text.tokens[first].xpos == "RB" ? told(first, .leaves) : nil
        }
      default: nil
      }
    }
  }

  /// "Is thought to have attacked", "it is likely that they attacked", "allegedly carried out an attack": said of the event, where
  /// "accused of attacking" and "perhaps they welcome the talks" are not.
  private func isSaidOf(_ event: Int) -> Bool {
    guard let head = text.tokens[event].head else { return false }
    switch text.tokens[event].baseRelation {
    case "xcomp", "ccomp", "csubj":
      return text.tokens[head].upos == "ADJ" || text.is(head, .leaves)
        || text.child(of: head, "aux:pass") != nil
    case "parataxis": return true
    case "obj": return text.is(head, .light)
    case "nsubj": return text.is(head, .light) || text.is(head, .takesPlace)
    default: return false
    }
  }

  /// "was accused of attacking", "is believed to have attacked", "allegations of torture", "allegedly carried out an attack".
  private func above(_ token: Int) -> Told? {
    var current = token
    for _ in 0..<3 {
      guard let head = text.tokens[current].head else { return nil }
      let relation = text.tokens[current].baseRelation
      if let told = held(current, by: head, relation) { return told }
      guard ["obj", "nsubj", "xcomp", "conj"].contains(relation) else { return nil }
      if let told = weakest(text.children(of: head, "advmod").compactMap({ told($0, .leaves) })) {
        return told
      }
      current = head
    }
    return nil
  }

  private func held(_ current: Int, by head: Int, _ relation: String) -> Told? {
    switch relation {
    case "advcl", "obl", "nmod":
      let isHeld = text.child(of: current, "mark", "case").map { text.isForm($0, .carriesHedge) }
      return isHeld ?? false ? told(head, .holds) : nil
    case "xcomp", "ccomp", "csubj", "acl":
      if let told = told(head, .holds) { return told }
      // What is only to come, "likely to attack", has a status that says so.
      guard relation != "acl", !text.isInfinitive(current) || text.isPerfectInfinitive(current)
      else { return nil }
      // "it is likely that", "it is rumoured that", "rumour has it that", "are assumed to have".
      return (text.tokens[head].upos == "ADJ" ? told(head, .leaves) : nil)
        ?? weakest(text.children(of: head).compactMap { phrase($0, with: head) })
    case "parataxis":
      // "Most likely, rebels attacked the port."
      let isFirst = head <= text.sentence(of: head).lowerBound + 1
      return isFirst && text.tokens[head].upos == "ADJ" ? told(head, .leaves) : nil
    default: return nil
    }
  }

  /// What a phrase that begins at a word leaves; `other`: a word that must be of it.
  private func phrase(_ word: Int, with other: Int? = nil) -> Told? {
    guard let known = text.known(word, .leaves), known.tokens.count > 1,
      other.map(known.tokens.contains) ?? true
    else { return nil }
    return known.value.flatMap(Certainty.init).map { told($0, word) }
  }

  private func isOfPerfect(_ verb: Int) -> Bool {
    text.children(of: verb, "aux").contains { text.is($0, .ofPerfect) }
  }

  private func told(_ word: Int, _ facet: Facet) -> Told? {
    text.value(of: word, for: facet).flatMap(Certainty.init).map { told($0, word) }
  }

  private func told(_ certainty: Certainty, _ word: Int) -> Told {
    Told(certainty: certainty, hedge: text.tokens[word].span)
  }

  private func weakest(_ hedges: [Told]) -> Told? {
    hedges.max { $0.certainty.weakness < $1.certainty.weakness }
  }
}

extension Certainty {
  /// The higher the less is left of what is told: nothing of "confirmed", most of "asserted" (`allCases` stands in that order).
  var weakness: Int { self == .confirmed ? -1 : Self.allCases.firstIndex(of: self) ?? 0 }
}
