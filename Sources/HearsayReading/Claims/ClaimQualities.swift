import HearsayLanguage
import HearsayRecords

/// Decides what a claim does, how sure it is, and whom it blames.
struct ClaimQualities {
  let text: AnnotatedText

  private static let possibility: Set<String> = ["may", "might", "could"]
  private static let likelihood: Set<String> = [
    "perhaps", "possibly", "probably", "likely", "maybe", "apparently", "seemingly", "presumably",
  ]

  /// What is done by saying it; `speaker` is the kind of entity that says it.
  func act(_ candidate: ClaimCandidate, speaker: EntityKind? = nil) -> ClaimAct {
    let base = candidate.lexical?.act ?? lexicalAct(candidate)
    let root = contentRoot(candidate)
    if let act = certainAct(candidate, base, root) { return act }
    guard base == .state || base == .threaten, let root else { return base }
    let modal = text.children(of: root, "aux").map { text.tokens[$0].lower }
    if candidate.lexical?.lemma == "warn" || candidate.lexical?.lemma == "caution" {
      // Whoever can do what he warns of threatens; others foresee it.
      if candidate.addressee == nil, [.armedGroup, .military].contains(speaker),
        EventLexicon.verb(text.tokens[root].lemma)?.type == .assault
      {
        return .threaten
      }
      // "we will burn their capital," he warned.
      let spoken = SpokenActs(text: text).act(candidate, root: root, speaker: speaker)
      if spoken == .promise || spoken == .threaten { return .threaten }
      return candidate.addressee == nil || !modal.isEmpty ? .predict : .threaten
    }
    guard base == .state else { return base }
    if modal.contains("must"), candidate.lexical != nil { return .demand }
    if !blamedInContent(candidate).isEmpty, !candidate.isNegative { return .accuse }
    return SpokenActs(text: text).act(candidate, root: root, speaker: speaker) ?? base
  }

  /// Cues whose words around them decide.
  private func certainAct(_ candidate: ClaimCandidate, _ base: ClaimAct, _ root: Int?) -> ClaimAct?
  {
    guard let head = candidate.cueHead else { return nil }
    let lemma = text.tokens[head].lemma
    if lemma == "plead", let cue = candidate.cue {
      let words = (cue.lowerBound..<min(cue.upperBound + 3, text.tokens.count)).map {
        text.tokens[$0].lower
      }
      return words.contains("guilty") ? words.contains("not") ? .deny : .confirm : nil
    }
    // "asked the court to annul the vote" demands, "asked whether" does not.
    if base == .ask, candidate.addressee != nil, let root, text.tokens[root].xpos == "VB",
      root > 0, text.tokens[root - 1].lower == "to"
    {
      return .demand
    }
    if base == .promise, let root, text.tokens[root].upos == "NOUN",
      SpokenActs.harmful.contains(text.tokens[root].lemma)
    {
      return .threaten
    }
    // "vowed to fight", "intends to march on the capital".
    if base == .promise, let root, text.tokens[root].upos == "VERB",
      SpokenActs.harm.contains(text.tokens[root].lemma)
    {
      return .threaten
    }
    return nil
  }

  private func lexicalAct(_ candidate: ClaimCandidate) -> ClaimAct {
    guard let head = candidate.cueHead else { return .state }
    let lemma = text.tokens[head].lemma
    return CueLexicon.verb(lemma)?.act ?? CueLexicon.noun(lemma)?.act ?? .state
  }

  /// How surely it is said: what stands over the cue, then the cue, then the content's own modal.
  func certainty(_ candidate: ClaimCandidate) -> Certainty {
    if let certainty = candidate.certainty { return certainty }
    let base = lexicalCertainty(candidate)
    guard base == .asserted, let root = contentRoot(candidate) else { return base }
    let isPossible =
      text.children(of: root, "aux", "advmod").contains {
        Self.possibility.contains(text.tokens[$0].lower)
          || Self.likelihood.contains(text.tokens[$0].lower)
      } || ["seem", "appear"].contains(text.tokens[root].lemma)
      || Self.likelihood.contains(text.tokens[root].lower)
    return isPossible ? .possible : .asserted
  }

  /// What the cue word says, by whether somebody says it or it is only said.
  private func lexicalCertainty(_ candidate: ClaimCandidate) -> Certainty {
    guard let head = candidate.cueHead else { return candidate.lexical?.certainty ?? .asserted }
    let lemma = text.tokens[head].lemma
    let isVerb = text.tokens[head].upos == "VERB"
    let known = candidate.lexical ?? (isVerb ? CueLexicon.verb(lemma) : CueLexicon.noun(lemma))
    let base = known?.certainty ?? .asserted
    guard isVerb else { return base }
    let isPassive = text.child(of: head, "nsubj:pass", "aux:pass") != nil
    if isPassive, candidate.sources.isEmpty {
      switch lemma {
      case "say", "report", "understand", "tell", "rumor", "rumour": return .reported
      case "believe", "think", "assume", "suspect", "presume", "attribute": return .suspected
      case "fear": return .possible
      default: return base
      }
    }
    // "The hospital reported": it says so itself.
    if lemma == "report", let source = candidate.sourceHead,
      !["which", "that", "it"].contains(text.tokens[source].lower),
      text.tokens[source].upos == "PROPN" || text.tokens[source].mentionType == "person"
        || text.tokens[source].mentionType == "organization"
        || ActorNouns.kind(ofNoun: text.tokens[source].lemma) != nil
    {
      return .asserted
    }
    return base
  }

  /// The word that governs what is said.
  func contentRoot(_ candidate: ClaimCandidate) -> Int? {
    guard let first = candidate.contents.first else { return nil }
    // A clause that the cue takes goes before its subject, which the parser may hang on the cue too.
    let clause = candidate.cueHead.flatMap { cue in
      text.children(of: cue, "ccomp").first { first.contains($0) }
    }
    let root = clause ?? text.head(of: first)
    // "Let me be clear: nobody ordered it": what the words lead up to.
    if ["let", "make", "be"].contains(text.tokens[root].lemma),
      text.tokens[root].lemma != "let" || text.child(of: root, "nsubj") == nil,
      let colon = first.first(where: { text.tokens[$0].text == ":" && $0 > root }),
      colon - first.lowerBound <= 7, colon + 1 < first.upperBound
    {
      return text.head(of: (colon + 1)..<first.upperBound)
    }
    return root
  }

  /// Whoever the content says is behind it: "Iran was behind the attack", "X is responsible for", "X is to blame".
  func blamedInContent(_ candidate: ClaimCandidate) -> [Range<Int>] {
    var blamed: [Range<Int>] = []
    for index in candidate.contents.joined() {
      let token = text.tokens[index]
      var subject: Int?
      switch token.lower {
      case "behind":
        if let head = token.head, token.relation == "case" {
          subject = text.child(of: head, "nsubj")
        } else {
          subject = text.child(of: index, "nsubj")
        }
      case "responsible", "liable", "culpable":
        subject = text.child(of: index, "nsubj") ?? object(beside: index)
      case "work", "doing", "handiwork":
        // "This was the work of the cartel."
        if text.child(of: index, "cop") != nil {
          subject = text.children(of: index, "nmod").first { phrase in
            text.children(of: phrase, "case").contains { text.tokens[$0].lower == "of" }
          }
        }
      case "responsibility", "blame", "fault":
        // "Responsibility for the ambush lies with the general staff."
        if token.baseRelation == "nsubj", let verb = token.head,
          ["lie", "rest", "fall"].contains(text.tokens[verb].lemma)
        {
          subject = text.children(of: verb, "obl").first { phrase in
            text.children(of: phrase, "case").contains {
              ["with", "on", "upon"].contains(text.tokens[$0].lower)
            }
          }
        }
        guard token.lower == "blame" else { break }
        if index > 0, text.tokens[index - 1].lower == "to" {
          subject =
            text.child(of: index, "nsubj") ?? token.head.flatMap { text.child(of: $0, "nsubj") }
        }
      default: break
      }
      guard let subject, !isNegated(index),
        text.tokens[subject].upos != "PRON" || text.tokens[subject].lower == "they"
      else { continue }
      blamed += SyntaxCandidates(text: text).jointSources(subject).map {
        text.trimmed($0, dropping: ["of", "with", "on", "upon"])
      }.filter { !$0.isEmpty }
    }
    return blamed.isEmpty ? wrongdoers(candidate) : blamed
  }

  /// Doings that nobody tells of another without blaming him; acts of war are none of them, since armies report those.
  private static let wrongs: Set<String> = [
    "stage", "orchestrate", "mastermind", "plot", "rig", "stuff", "falsify", "fabricate", "forge",
    "steal", "loot", "plunder", "embezzle", "bribe", "poison", "sabotage", "torture", "rape",
    "molest", "cheat", "defraud", "betray", "frame", "extort", "blackmail", "instigate", "incite",
    "harass", "abuse", "mistreat", "smuggle", "launder", "spy", "conceal", "mislead", "deceive",
    "lynch", "exploit", "violate",
  ]
  /// Acts of violence that one is blamed for having ordered.
  private static let ordering: Set<String> = ["order", "finance", "fund", "arrange", "commission"]

  /// "said the ruling party had stuffed ballot boxes": whoever is said to have done wrong is blamed for it.
  private func wrongdoers(_ candidate: ClaimCandidate) -> [Range<Int>] {
    guard let root = contentRoot(candidate), text.tokens[root].upos == "VERB",
      [.state, .accuse, .confirm, nil].contains(candidate.lexical?.act)
    else { return [] }
    let doings = [root] + text.children(of: root, "conj")
    for verb in doings {
      let token = text.tokens[verb]
      let isWrong =
        Self.wrongs.contains(token.lemma)
        || Self.ordering.contains(token.lemma)
          && text.children(of: verb, "obj").contains {
            EventLexicon.noun(text.tokens[$0].lemma)?.type == .assault
          }
      guard isWrong, ["VBD", "VBN", "VBG", "VBZ", "VBP"].contains(token.xpos),
        !text.isNegated(verb),
        let subject = text.subject(of: verb),
        text.tokens[subject].relation == "nsubj", candidate.says(subject),
        text.tokens[subject].upos == "PROPN"
          || ["person", "organization"].contains(text.tokens[subject].mentionType ?? "")
            && text.tokens[subject].upos == "NOUN",
        !text.children(of: verb, "aux").contains(where: {
          ["will", "would", "should", "must", "can"].contains(text.tokens[$0].lower)
        }), text.child(of: verb, "mark").map({ text.tokens[$0].lower == "that" }) ?? true
      else { continue }
      return SyntaxCandidates(text: text).jointSources(subject).filter { !$0.isEmpty }
    }
    return []
  }

  /// "found the company liable": the object that the adjective is said of.
  private func object(beside adjective: Int) -> Int? {
    guard text.tokens[adjective].baseRelation == "xcomp", let verb = text.tokens[adjective].head
    else {
      return nil
    }
    return text.child(of: verb, "obj")
  }

  private func isNegated(_ index: Int) -> Bool {
    let around = [index] + [text.tokens[index].head].compactMap { $0 }
    return around.contains { token in
      text.children(of: token, "advmod").contains {
        ["not", "n't", "never"].contains(text.tokens[$0].lower)
      }
    }
  }
}
