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
    let isLimit =
      limits.contains(lower(i - 1)) || lower(i - 1) == "the" && limits.contains(lower(i - 2))
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
    for length in 2...4 where i >= length {
      let words = (i - length..<i).map { lower($0) }.joined(separator: " ")
      if ["ahead of", "run - up to", "run-up to", "ahead of the", "prior to the coming"].contains(
        words)
      {
        return true
      }
    }
    return false
  }

  /// What one word above the time tells, if it tells anything.
  private func verdict(_ token: Int, under i: Int) -> Bool? {
    let word = text.tokens[token]
    if text.children(of: token, "aux", "aux:pass").contains(where: {
      aheadAuxiliaries.contains(text.tokens[$0].lower)
    }) {
      return true
    }
    if ["NOUN", "PROPN"].contains(word.upos) {
      // "the upcoming talks on Tuesday", "Tuesday's planned strike"
      let isComing = text.children(of: token, "amod", "acl", "compound").contains {
        $0 != i && comingWords.contains(text.tokens[$0].lower)
      }
      return isComing ? true : nil
    }
    guard ["VERB", "AUX", "ADJ"].contains(word.upos) else { return nil }
    if coming.contains(word.lemma) || comingWords.contains(word.lower) {
      // "they set fire on Thursday", "he planned the attack on Friday": what was done then.
      let isDone = word.xpos == "VBD" && word.lemma != "plan"
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
      return timetable.contains(word.lemma) ? true : nil
    default: return nil
    }
  }

  /// Whether an infinitive hangs on a word that looks ahead or back.
  private func governor(_ token: Int) -> Bool? {
    if text.children(of: token, "mark").contains(where: { text.tokens[$0].lemma == "due" }) {
      return true
    }
    // "is to meet on Monday"
    if text.children(of: token, "aux", "cop").contains(where: {
      ["is", "are", "'s", "'re"].contains(text.tokens[$0].lower)
    }), text.children(of: token, "mark", "aux").contains(where: { text.tokens[$0].lower == "to" }) {
      return true
    }
    guard let head = text.tokens[token].head else { return nil }
    let above = text.tokens[head]
    let hasTo = text.children(of: token, "mark").contains { text.tokens[$0].lower == "to" }
    switch text.tokens[token].baseRelation {
    case "acl" where hasTo:
      // "the talks to begin on Monday", but "the first to die on Monday".
      let isCounted =
        above.feature("NumType") == "Ord" || rankings.contains(above.lemma)
        || text.children(of: head, "amod").contains { child in
          text.tokens[child].feature("NumType") == "Ord"
            || rankings.contains(text.tokens[child].lemma)
        }
      return !isCounted
    case "xcomp", "ccomp", "advcl":
      guard hasTo || text.tokens[token].xpos == "VB" else { return nil }
      if intentions.contains(above.lemma) || coming.contains(above.lemma) { return true }
      return above.lemma == "go" && above.xpos == "VBG" ? true : nil
    default: return nil
    }
  }

  private func lower(_ i: Int) -> String { i >= 0 ? text.tokens[i].lower : "" }

  private let limits: Set<String> = ["until", "till", "by"]
  private let aheadAuxiliaries: Set<String> = ["will", "shall", "'ll", "wo", "would", "'d"]
  /// Lemmas of words that say that something is to come.
  private let coming: Set<String> = [
    "plan", "schedule", "expect", "due", "slate", "set", "upcoming", "forthcoming", "poise",
    "tentative", "await", "anticipate", "loom", "prepare",
  ]
  private let comingWords: Set<String> = [
    "planned", "scheduled", "expected", "proposed", "slated", "upcoming", "forthcoming", "coming",
    "impending", "looming", "due", "next", "set",
  ]
  /// Lemmas of words that an infinitive of what is to come hangs on.
  private let intentions: Set<String> = [
    "plan", "intend", "vow", "pledge", "promise", "threaten", "agree", "decide", "hope", "want",
    "prepare", "propose", "aim", "wish", "order", "urge", "ask", "invite", "call", "summon", "due",
    "ready", "likely", "sure", "certain", "expect", "schedule", "need", "have", "ought",
  ]
  private let rankings: Set<String> = ["first", "last", "only", "latest", "one"]
  /// Verbs whose present tense with a day is a timetable's.
  private let timetable: Set<String> = [
    "meet", "convene", "begin", "start", "open", "resume", "expire", "end", "vote", "arrive",
    "leave", "depart", "travel", "fly", "return", "last", "take", "hold", "run", "reconvene",
    "gather", "go", "close",
  ]
}
