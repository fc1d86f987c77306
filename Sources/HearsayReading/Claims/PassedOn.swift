import HearsayLanguage
import HearsayRecords

/// Finds whom an outlet quotes: "Xinhua said, citing the police", "Interfax quoted a diplomat as saying", and the outlet that somebody
/// speaks to: "told Reuters", "in an interview with Le Monde".
struct PassedOn {
  let text: AnnotatedText

  func add(to candidates: [ClaimCandidate]) -> [ClaimCandidate] {
    var candidates = candidates
    for verb in text.tokens.indices
    where text.tokens[verb].upos == "VERB" && text.is(verb, .cites) {
      addCited(verb, to: &candidates)
    }
    for index in candidates.indices { addMeeting(to: &candidates[index]) }
    return candidates
  }

  /// Whether words name an outlet by a noun: "state radio".
  func isOutlet(_ words: Range<Int>) -> Bool {
    text.is(text.head(of: words), .outlet)
  }

  /// Whether words name people of the press and no outlet: "told reporters".
  func isPeople(_ words: Range<Int>) -> Bool {
    text.is(text.head(of: words), .press)
  }

  private func addCited(_ verb: Int, to candidates: inout [ClaimCandidate]) {
    guard
      let object = text.child(of: verb, "obj", "iobj")
        ?? text.children(of: verb, "obl").first(where: {
          $0 > verb && text.child(of: $0, "case") == nil && text.tokens[$0].mentionType != "time"
        })
    else { return }
    let saying =
      text.children(of: verb, "advcl", "xcomp", "ccomp", "obl").first {
        text.is($0, .asSaying)
      } ?? text.children(of: object, "acl", "advcl").first { text.isLemma($0, .plainest) }
    let outer = candidates.firstIndex { $0.cueHead == verb }
    // The claim that the citing words belong to: "reported, citing X, that …".
    let teller =
      candidates.indices.first { index in
        guard let head = candidates[index].cueHead, head != verb,
          !candidates[index].contents.isEmpty
        else { return false }
        return text.tokens[verb].head == head
          || text.tokens[verb].baseRelation == "acl"
            && candidates[index].sourceHead == text.tokens[verb].head
            && text.sentenceOfToken[verb] == text.sentenceOfToken[head]
          || text.tokens[verb].baseRelation == "advcl" && text.isBelow(verb, head)
            && text.sentenceOfToken[verb] == text.sentenceOfToken[head]
            && !candidates[index].says(verb)
      }
      ?? candidates.indices.first { index in
        guard let head = candidates[index].cueHead, head != verb,
          text.tokens[verb].baseRelation == "advcl"
        else { return false }
        return text.sentenceOfToken[head] == text.sentenceOfToken[verb]
          && !candidates[index].contents.isEmpty
          && !candidates[index].says(verb)
          && text.is(head, .relays)
      }
    var cited = ClaimCandidate(origin: .syntax)
    cited.by = ["cited"]
    cited.lexical = Cue.plainest(in: text.language)
    let holes = [saying.map { text.subtree(of: $0) }].compactMap { $0 }
    cited.sources = SyntaxCandidates(text: text).jointSources(object).flatMap {
      text.runs(of: $0, without: holes)
    }
    cited.sourceHead = object
    cited.confidence = 0.7
    if let saying {
      cited.cueHead = saying
      cited.cue = saying..<(saying + 1)
      cited.contents = text.children(of: saying, "ccomp", "xcomp").map {
        text.trimmed(text.subtree(of: $0), dropping: .subordinates)
      }
      if cited.contents.isEmpty { cited.contents = outside(verb) }
    } else if let teller {
      cited.cueHead = verb
      cited.cue = verb..<(verb + 1)
      cited.contents = candidates[teller].contents.flatMap {
        text.runs(of: $0, without: [text.subtree(of: verb)])
      }
    }
    guard !cited.contents.isEmpty, !cited.sources.isEmpty else { return }
    let keeper = saying == nil ? teller : outer ?? teller
    if let keeper {
      cited.passedOnBy = candidates[keeper].cueHead
      cited.via = candidates[keeper].sources
      if saying != nil, candidates[keeper].contents.isEmpty || candidates[keeper].says(object) {
        candidates[keeper].contents = cited.contents
      }
    }
    // The model may have taken the cited words for what is said.
    candidates.removeAll { other in
      other.cueHead == cited.cueHead || saying == nil && other.cueHead == verb
        || saying != nil && other.origin == .model && other.cueHead != verb
          && cited.contents.contains { other.cue.map($0.overlaps) ?? false }
          && other.sources.isEmpty
    }
    candidates.append(cited)
  }

  /// "…, Interfax quoted him as saying": the clause above.
  private func outside(_ verb: Int) -> [Range<Int>] {
    if let clause = text.child(of: verb, "ccomp", "parataxis") {
      return [text.trimmed(text.subtree(of: clause))].filter { !$0.isEmpty }
    }
    guard let head = text.tokens[verb].head, text.tokens[verb].baseRelation == "parataxis" else {
      return []
    }
    return text.runs(of: text.subtree(of: head), without: [text.subtree(of: verb)])
  }

  /// "In an interview with Le Monde, he said".
  private func addMeeting(to candidate: inout ClaimCandidate) {
    guard let cue = candidate.cueHead else { return }
    for phrase in text.children(of: cue, "obl")
    where text.is(phrase, .meeting) {
      for outlet in text.children(of: phrase, "nmod") {
        guard let mark = text.child(of: outlet, "case"),
          text.is(mark, .meets)
        else { continue }
        candidate.via.append(
          text.trimmed(text.subtree(of: outlet), dropping: [text.tokens[mark].lower]))
      }
    }
  }
}
