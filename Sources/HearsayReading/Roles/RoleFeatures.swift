import HearsayLanguage
import HearsayRecords

/// What is asked of a word to tell its part in an event: how it hangs on the trigger, what it is, what stands before it.
///
/// Tuned together with Data/roles.tsv: what is changed here must be learned anew (Training/train_roles.py asks the same).
struct RoleFeatures {
  let text: AnnotatedText
  private let nameOfToken: [Int: Int]
  private let timeTokens: Set<Int>

  init(_ text: AnnotatedText) {
    self.text = text
    var names: [Int: Int] = [:]
    for (number, name) in text.names.enumerated() {
      for token in name.tokens { names[token] = number }
    }
    nameOfToken = names
    timeTokens = Set(text.timexes.flatMap { Array($0.tokens) })
  }

  // MARK: - Candidates

  /// The words of a sentence that may have a part: heads of phrases, names within them.
  func candidates(in sentence: Range<Int>) -> [Int] {
    sentence.filter { index in
      let token = text.tokens[index]
      let name = nameOfToken[index]
      switch token.upos {
      case "NOUN", "PROPN", "PRON", "NUM", "SYM": break
      case "ADJ" where name != nil: break
      default: return false
      }
      switch token.relation {
      case "flat", "fixed", "goeswith", "nummod": return false
      case "compound": return name != nil && token.head.map { nameOfToken[$0] != name } ?? true
      default: return true
      }
    }
  }

  /// The words of a candidate: what stands before it and belongs to it, and the rest of its name.
  func phrase(_ head: Int) -> Range<Int> {
    var low = head
    var high = head + 1
    for child in text.children(of: head) {
      let relation = self.relation(child)
      if child < head,
        ["det", "amod", "compound", "nummod", "nmod:poss", "flat"].contains(relation)
      {
        low = min(low, text.subtree(of: child).lowerBound)
      } else if child > head, relation == "flat" {
        high = max(high, child + 1)
      }
    }
    if let name = nameOfToken[head] {
      while high < text.tokens.count, nameOfToken[high] == name { high += 1 }
    }
    return low..<high
  }

  // MARK: - Features

  /// The features of a candidate for the part it has in what a trigger tells.
  func features(of word: Int, trigger: Int, type: EventType) -> [String] {
    let type = type.rawValue
    let told = text.tokens[trigger]
    let token = text.tokens[word]
    let path = path(from: word, to: trigger) ?? "far"
    let isPassive = told.upos == "VERB" && isPassive(trigger)
    let kind = kind(word)
    let voice = told.upos.prefix(4) + (isPassive ? "p" : "")
    let mark = mark(word)
    let side = word < trigger ? "L" : "R"
    let distance = min(abs(word - trigger), 12) / 3
    let noun = token.upos == "NOUN" ? token.lemma.lowercased() : "-"
    return [
      "P=\(voice)\(path)", "K=\(kind)", "PK=\(path)/\(kind)", "TP=\(type)/\(voice)\(path)",
      "pr=\(mark)/\(kind)", "prP=\(mark)/\(voice)\(path)", "prT=\(mark)/\(type)",
      "LP=\(told.lemma.lowercased())/\(path)", "TK=\(type)/\(kind)", "S=\(side)\(distance)",
      "SK=\(side)\(kind)\(voice)", "cl=\(noun)", "clT=\(noun)/\(type)",
      "trel=\(relation(trigger))/\(side)\(kind)", "cr=\(relation(word))\(voice)\(side)",
    ]
  }

  private static let subtypes: Set<String> = [
    "nsubj:pass", "obl:agent", "nmod:poss", "obl:unmarked", "nmod:unmarked", "acl:relcl",
    "compound:prt",
  ]

  private func relation(_ token: Int) -> String {
    let full = text.tokens[token].relation
    return Self.subtypes.contains(full) ? full : text.tokens[token].baseRelation
  }

  /// The way up from a word to the nearest word above both, and down to the trigger: "nmod<obj|acl"; `nil` if it is long.
  private func path(from word: Int, to trigger: Int) -> String? {
    var above = [trigger]
    while above.count < 7, let head = text.tokens[above[above.count - 1]].head {
      above.append(head)
    }
    var up: [String] = []
    var current = word
    for _ in 0..<5 {
      if let meeting = above.firstIndex(of: current) {
        let down = above[..<meeting].map(relation)
        return up.joined(separator: "<") + "|" + down.joined(separator: ">")
      }
      guard let head = text.tokens[current].head else { return nil }
      up.append(relation(current))
      current = head
    }
    return nil
  }

  private func isPassive(_ verb: Int) -> Bool {
    var hasAuxiliary = false
    for child in text.children(of: verb) {
      let relation = text.tokens[child].relation
      if relation == "nsubj:pass" || relation == "aux:pass" { return true }
      if relation.hasPrefix("aux") { hasAuxiliary = true }
    }
    return text.tokens[verb].xpos == "VBN" && !hasAuxiliary
  }

  private func kind(_ token: Int) -> String {
    if timeTokens.contains(token) { return "TIME" }
    if let name = nameOfToken[token] { return text.names[name].type.rawValue }
    if ["PRON", "NUM"].contains(text.tokens[token].upos) { return text.tokens[token].upos }
    return "m:" + (text.tokens[token].mentionType ?? "-")
  }

  /// The preposition before a word, or before what it is joined to.
  private func mark(_ token: Int) -> String {
    let own = preposition(token)
    guard own == "-", let head = text.tokens[token].head,
      ["conj", "appos", "compound", "nmod:poss"].contains(text.tokens[token].relation)
    else { return own }
    return "^" + preposition(head)
  }

  private func preposition(_ token: Int) -> String {
    text.children(of: token).first { text.tokens[$0].relation == "case" }
      .map { text.tokens[$0].text.lowercased() } ?? "-"
  }
}
