import HearsayLanguage
import HearsayRecords

extension Draft {
  /// Whether a time may be when something happened, by what the time's own words and clause tell.
  ///
  /// "The blast comes a week after an attack": such a time dates what stands behind "after". "He blamed them, and said an inquiry would begin
  /// on Friday": a time in what is said, or in a clause joined to it, is not the other clause's.
  func mayDate(_ time: TimeFinding, _ token: Int) -> Bool {
    let sentence = text.sentence(of: time.tokens.lowerBound)
    guard sentence.contains(token) else { return true }
    if time.record.timex?.hasPrefix("P") ?? false, let mark = countsFrom(time.tokens, sentence) {
      let comma = ((mark + 1)..<sentence.upperBound).first { text.tokens[$0].text == "," }
      let behind = (mark + 1)..<(comma ?? sentence.upperBound)
      return behind.count < 2 || behind.contains(token)
    }
    let head = text.head(of: time.tokens)
    for node in [head] + text.ancestors(of: head) {
      if node == token || text.isBelow(token, node) { return true }
      let isClause =
        text.tokens[node].relation == "ccomp"
        || text.tokens[node].relation == "conj" && text.tokens[node].upos == "VERB"
          && text.child(of: node, "ccomp") != nil
      if isClause { return false }
    }
    return true
  }

  /// "A week after": the word behind or at the end of a time that counts from what follows.
  private func countsFrom(_ time: Range<Int>, _ sentence: Range<Int>) -> Int? {
    [time.upperBound - 1, time.upperBound].first {
      sentence.contains($0) && text.formValue(of: $0, for: .countsFrom) == "after"
    }
  }
}
