import HearsayLanguage
import HearsayRecords

/// Tells who is only suspected of what happened, by the words beside his name: "shot by suspected rebels", "abducted, apparently by
/// soldiers", "killed by men believed to be policemen".
///
/// The happening itself is as certain as its own words make it; only the doer is in doubt.
struct Suspicion {
  private let text: AnnotatedText
  /// The word that tells the happening.
  private let trigger: Int
  /// The words that name whomever the rules of `roles.blamed` find blamed for it.
  let named: [Int]
  /// Those that name whoever blames others for it.
  private let accusers: [Int]

  init(_ text: AnnotatedText, of trigger: Int) {
    self.text = text
    self.trigger = trigger
    let matches = text.language.rules.family("roles.blamed").matches(text, at: trigger)
    func words(_ role: String) -> [Int] {
      matches.filter { $0.value("role") == role }.compactMap { $0.token("who") }
    }
    named = words("blamed").flatMap { [$0] + text.children(of: $0, "conj") }
    accusers = words("accuser")
  }

  /// Whether the phrase of a word that does it is told only as that of a suspect.
  func isOnlySuspected(_ head: Int) -> Bool {
    phrase(of: head).contains { noun in
      named.contains(noun) || isCastBefore(noun)
        // "Suspected rebels"; "allegedly by soldiers", where the word hangs on the doer or on "by".
        || text.children(of: noun).contains { child in
          child < noun && child != trigger
            && (casts(child) || text.children(of: child).contains(where: casts))
        }
    } || isTakenFor(head)
  }

  /// Whether a word names whoever blames others for it.
  func isAccuser(_ head: Int) -> Bool { accusers.contains(head) }

  /// The nouns from a word up to what hangs on the happening: "members" and "front" of "alleged members of the front".
  private func phrase(of head: Int) -> [Int] {
    var nouns = [head]
    for above in text.ancestors(of: head) {
      guard above != trigger, let last = nouns.last,
        ["nmod", "compound", "flat", "appos", "amod"].contains(text.tokens[last].baseRelation),
        ["NOUN", "PROPN"].contains(text.tokens[above].upos)
      else { break }
      nouns.append(above)
    }
    return nouns
  }

  private func casts(_ token: Int) -> Bool {
    text.isForm(token, .doubtsDoer)
      && (!text.isForm(token, .beforeNoun) || text.tokens[token].baseRelation == "amod")
  }

  /// "Kidnapped on Monday, apparently by rebels": the word before "by", whatever the tree hangs it on.
  private func isCastBefore(_ noun: Int) -> Bool {
    guard let by = text.children(of: noun, "case").first(where: { text.isForm($0, .byAgent) }),
      by > text.sentence(of: noun).lowerBound
    else { return false }
    return text.tokens[by - 1].upos == "ADV" && text.isForm(by - 1, .doubtsDoer)
  }

  /// "Men believed to be policemen", "a group thought to belong to the cartel": what the men are taken for, and the men.
  private func isTakenFor(_ head: Int) -> Bool {
    func takes(_ verb: Int) -> Bool {
      text.tokens[verb].relation == "acl" && ["VBN", "VBD"].contains(text.tokens[verb].xpos)
        && text.is(verb, .impersonal)
    }
    let path = [head] + text.ancestors(of: head).prefix { $0 != trigger }
    return path.contains(where: takes)
      || text.children(of: head, "acl").contains { takes($0) && text.child(of: $0, "xcomp") != nil }
  }
}
