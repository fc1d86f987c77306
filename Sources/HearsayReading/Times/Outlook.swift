import HearsayLanguage

/// Whether a clause looks ahead: then a weekday, day or month that it names is the next one, not the last.
struct Outlook {
  let text: AnnotatedText

  /// Whether what is told of the time at a token is still to come.
  ///
  /// The first word above it that tells decides, from the narrowest clause outwards: "talks planned for Thursday
  /// were cancelled" looks ahead, "he said on Thursday that talks were planned" does not.
  func isAhead(_ i: Int) -> Bool {
    if isAheadOf(i) { return true }
    var current: Int? = i
    // "until Thursday", "by Friday": ahead unless told as past.
    let isLimit = has(i - 1, .limit) || has(i - 1, .article) && has(i - 2, .limit)
    for step in 0..<8 {
      guard let token = current else { break }
      if step > 0, let verdict = verdict(token, under: i) {
        return verdict
      }
      current = text.tokens[token].head
    }
    return isLimit
  }

  /// "ahead of Tuesday's election", "in the run-up to Sunday's vote".
  private func isAheadOf(_ i: Int) -> Bool {
    (max(0, i - 4)..<i).contains { start in
      text.forms(at: start, .aheadOf).contains { $0.tokens.upperBound == i }
    }
  }

  /// What one word above the time tells, if it tells anything.
  private func verdict(_ token: Int, under i: Int) -> Bool? {
    let word = text.tokens[token]
    if text.children(of: token, "aux", "aux:pass").contains(where: { text.isForm($0, .looksAhead) })
    {
      return true
    }
    if ["NOUN", "PROPN"].contains(word.upos) {
      // "the upcoming talks on Tuesday", "Tuesday's planned strike"
      let isComing = text.children(of: token, "amod", "acl", "compound").contains {
        $0 != i && text.isForm($0, .coming)
      }
      return isComing ? true : nil
    }
    guard ["VERB", "AUX", "ADJ"].contains(word.upos) else { return nil }
    if text.isLemma(token, .comes) || text.isForm(token, .coming) {
      // "they set fire on Thursday", "he planned the attack on Friday": what was done then.
      let isDone = word.xpos == "VBD" && !text.isLemma(token, .comesThen)
      return isDone ? nil : true
    }
    switch word.xpos {
    case "VB":
      // "agreed to meet on Monday" looks ahead, "managed to flee on Monday" does not.
      guard let governor = governor(token) else { return nil }
      return governor
    case "VBD": return false
    // "the summit to be held on Monday", but "the shares bought on Monday".
    case "VBN": return governor(token) ?? false
    case "VBZ", "VBP":
      // Timetables are told in the present: "parliament meets Thursday", "voting ends on Sunday".
      return text.isLemma(token, .timetabled) ? true : nil
    default: return nil
    }
  }

  /// Whether an infinitive hangs on a word that looks ahead or back.
  private func governor(_ token: Int) -> Bool? {
    if text.children(of: token, "mark").contains(where: { text.isLemma($0, .comes) }) {
      return true
    }
    // "is to meet on Monday"
    if text.children(of: token, "aux", "cop").contains(where: {
      text.isLemma($0, .copula) && ["VBZ", "VBP"].contains(text.tokens[$0].xpos)
    }), text.children(of: token, "mark", "aux").contains(where: { text.isForm($0, .infinitive) }) {
      return true
    }
    guard let head = text.tokens[token].head else { return nil }
    let above = text.tokens[head]
    let hasTo = text.children(of: token, "mark").contains { text.isForm($0, .infinitive) }
    switch text.tokens[token].baseRelation {
    case "acl" where hasTo:
      // "the talks to begin on Monday", but "the first to die on Monday".
      let isCounted =
        above.feature("NumType") == "Ord" || text.isLemma(head, .ranks)
        || text.children(of: head, "amod").contains { child in
          text.tokens[child].feature("NumType") == "Ord"
            || text.isLemma(child, .ranks)
        }
      return !isCounted
    case "xcomp", "ccomp", "advcl":
      guard hasTo || text.tokens[token].xpos == "VB" else { return nil }
      if text.isLemma(head, .intends) || text.isLemma(head, .comes) { return true }
      return text.isLemma(head, .comesAsItGoes) && above.xpos == "VBG" ? true : nil
    default: return nil
    }
  }

  private func has(_ i: Int, _ facet: Facet) -> Bool {
    text.tokens.indices.contains(i) && text.isForm(i, facet)
  }
}
