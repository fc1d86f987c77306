import HearsayLanguage
import HearsayRecords

// Claims told by a word beside a clause or a noun: "reportedly", "alleged", "according to", "per", "by his account".

extension SyntaxCandidates {
  /// The claim that the rules of `claims.beside` find at a word.
  func beside(_ word: Int) -> ClaimCandidate? {
    for match in rules.matches(text, at: word) {
      if let found = candidate(of: match) { return found }
    }
    return nil
  }

  private func candidate(of match: RuleMatch) -> ClaimCandidate? {
    guard let head = match.token("cue") else { return nil }
    let cue = head..<((match.token("end") ?? head) + 1)
    var candidate = ClaimCandidate(origin: .syntax)
    candidate.by = [match.rule.name]
    candidate.cueHead = head
    candidate.cue = cue
    candidate.certainty = match.value("certainty").flatMap(Certainty.init)
    candidate.confidence = match.value("confidence").flatMap(Double.init) ?? candidate.confidence
    if let source = match.token("source") {
      candidate.lexical = Cue.plainest(in: text.language)
      setSource(source, of: &candidate)
      candidate.sources = candidate.sources.flatMap { text.runs(of: $0, without: [cue]) }
        .map { stripPossessive(withoutPreposition($0, of: source)) }.filter { !$0.isEmpty }
      guard !candidate.sources.isEmpty else { return nil }
    }
    switch match.value("shape") {
    case "clause":
      guard let clause = match.token("clause") else { return nil }
      let frame = match.token("source").map { source in
        text.subtree(of: text.isBelow(source, head) ? head : source)
      }
      candidate.contents = text.runs(of: text.subtree(of: clause), without: [frame ?? cue])
    case "noun":
      // "the widely reported assassination attempt"
      guard let noun = match.token("noun"), noun > head else { return nil }
      if head > 0, text.tokens[head - 1].head == head { candidate.cue = (head - 1)..<(head + 1) }
      candidate.contents = [
        text.trimmed((head + 1)..<max(text.subtree(of: noun).upperBound, head + 2))
      ]
    case "span":
      guard let from = match.token("from"), let to = match.token("to") else { return nil }
      let start = text.subtree(of: from).lowerBound
      let end = text.subtree(of: to).upperBound
      guard start < end, !(start..<end).contains(head) else { return nil }
      candidate.contents = [text.trimmed(start..<end)]
      candidate.isWhole = true
    case "number":
      guard let number = match.token("number") else { return nil }
      candidate.contents = [text.trimmed(text.subtree(of: number))]
      candidate.isWhole = true
    default: return nil
    }
    return candidate.contents.isEmpty ? nil : candidate
  }
}
