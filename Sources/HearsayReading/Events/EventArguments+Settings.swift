import HearsayLanguage
import HearsayRecords

/// Where and when an event is told to have been.
extension EventArguments {
  func place(_ trigger: EventTrigger) -> String? {
    let all = draft.places.flatMap { place in place.mentions.map { ($0, place.record.id) } }
    // Of two places of which one holds the other, the narrower one tells more.
    let sentence = text.sentence(of: trigger.token)
    let here = all.filter { sentence.contains($0.0.lowerBound) }
    let found = nearest(
      trigger, all,
      behind: .placing)
    guard let found else { return subjectPlace(trigger, here) ?? onlyPlace(trigger, here) }
    let name = draft.places.first { $0.record.id == found }?.record.name
    let narrower = draft.places.first { place in
      [found, name].contains(place.record.within) && place.record.id != found
        && place.mentions.contains { isBeside($0, trigger) }
    }
    return narrower?.record.id ?? found
  }

  /// "Iraq is bracing for protests": the place that faces an event is where it is.
  private func subjectPlace(_ trigger: EventTrigger, _ here: [(Range<Int>, String)]) -> String? {
    guard text.tokens[trigger.token].upos == "NOUN" else { return nil }
    for verb in text.ancestors(of: trigger.token).prefix(4) where text.is(verb, .hosts) {
      guard let subject = text.subject(of: verb) else { continue }
      if let place = here.first(where: { $0.0.contains(subject) }) { return place.1 }
    }
    return nil
  }

  /// The one place of the sentence, where it stands in a phrase of place and in what the same person says.
  private func onlyPlace(_ trigger: EventTrigger, _ here: [(Range<Int>, String)]) -> String? {
    guard let first = here.first, here.allSatisfy({ $0.1 == first.1 }) else { return nil }
    return here.first { isBeside($0.0, trigger) }?.1
  }

  /// Whether a place stands with "in", "near" or the like, on the same side of who says it as the event.
  private func isBeside(_ place: Range<Int>, _ trigger: EventTrigger) -> Bool {
    guard text.sentence(of: trigger.token).contains(place.lowerBound) else { return false }
    let head = text.head(of: place)
    var current = head
    var isPlaced = false
    for _ in 0..<3 {
      if let mark = text.child(of: current, "case") {
        isPlaced = text.is(mark, .within)
        break
      }
      guard let up = text.tokens[current].head,
        ["appos", "conj", "compound", "nmod"].contains(text.tokens[current].baseRelation)
      else { break }
      current = up
    }
    guard isPlaced else { return false }
    return draft.claims.allSatisfy { claim in
      guard !(claim.source?.contains(head) ?? false) else { return false }
      return claim.says(head) == claim.says(trigger.token)
    }
  }

  func time(_ trigger: EventTrigger) -> String? {
    let told = draft.times.filter {
      $0.record.earliest != nil && draft.mayDate($0, trigger.token)
    }.map { ($0.tokens, $0.record.id) }
    return nearest(trigger, told, behind: nil)
  }

  /// What hangs on the trigger or its clause; else what alone stands in the sentence.
  private func nearest(
    _ trigger: EventTrigger, _ candidates: [(Range<Int>, String)], behind preposition: Facet?
  ) -> String? {
    let sentence = text.sentence(of: trigger.token)
    let here = candidates.filter { sentence.contains($0.0.lowerBound) }
    guard !here.isEmpty else { return nil }
    func isPlaced(_ range: Range<Int>) -> Bool {
      guard let preposition else { return true }
      let head = text.head(of: range)
      var current = head
      for _ in 0..<3 {
        if let mark = text.child(of: current, "case") {
          return text.is(mark, preposition)
        }
        guard let up = text.tokens[current].head,
          text.tokens[current].baseRelation == "appos"
            || text.tokens[current].baseRelation == "conj"
            || text.tokens[current].baseRelation == "compound"
            || text.tokens[current].relation == "nmod:poss"
        else { return false }
        current = up
      }
      return false
    }
    var governor = trigger.outer ?? trigger.token
    for _ in 0..<4 {
      let inside = here.filter { range, _ in
        let head = text.head(of: range)
        return (text.isBelow(head, governor) && isPlaced(range))
          && depth(head, below: governor) <= 3
      }
      if let best = inside.min(by: {
        abs($0.0.lowerBound - trigger.token) < abs($1.0.lowerBound - trigger.token)
      }) {
        return best.1
      }
      guard let up = text.tokens[governor].head, sentence.contains(up) else { break }
      governor = up
    }
    return nil
  }

  private func depth(_ token: Int, below ancestor: Int) -> Int {
    var depth = 0
    var current: Int? = token
    while let here = current, here != ancestor, depth < 20 {
      depth += 1
      current = text.tokens[here].head
    }
    return depth
  }
}
