import HearsayRecords

/// Decides what a claim does, how sure it is, and whom it blames.
struct ClaimQualities {
  let text: AnnotatedText

  private static let possibility: Set<String> = ["may", "might", "could"]
  private static let likelihood: Set<String> = [
    "perhaps", "possibly", "probably", "likely", "maybe",
  ]

  /// What is done by saying it.
  func act(_ candidate: ClaimCandidate) -> ClaimAct {
    let base = candidate.lexical?.act ?? lexicalAct(candidate)
    guard base == .state || base == .threaten else {
      // "denied responsibility", "apologised" … stand as they are.
      return base
    }
    guard let root = contentRoot(candidate) else { return base == .threaten ? .threaten : .state }
    let modal = text.children(of: root, "aux").map { text.tokens[$0].lower }
    if candidate.lexical?.lemma == "warn" || candidate.lexical?.lemma == "caution" {
      return candidate.addressee == nil || !modal.isEmpty ? .predict : .threaten
    }
    if base == .state, modal.contains("must"), candidate.lexical != nil { return .demand }
    if base == .state, !blamedInContent(candidate).isEmpty { return .accuse }
    return base
  }

  private func lexicalAct(_ candidate: ClaimCandidate) -> ClaimAct {
    guard let head = candidate.cueHead else { return .state }
    let lemma = text.tokens[head].lemma
    return CueLexicon.verb(lemma)?.act ?? CueLexicon.noun(lemma)?.act ?? .state
  }

  /// How surely it is said: what stands over the cue, then the cue, then the content's own modal.
  func certainty(_ candidate: ClaimCandidate) -> Certainty {
    if let certainty = candidate.certainty { return certainty }
    let base = candidate.lexical?.certainty ?? .asserted
    guard base == .asserted, let root = contentRoot(candidate) else { return base }
    let isPossible = text.children(of: root, "aux", "advmod").contains {
      Self.possibility.contains(text.tokens[$0].lower)
        || Self.likelihood.contains(text.tokens[$0].lower)
    }
    return isPossible ? .possible : .asserted
  }

  /// The word that governs what is said.
  func contentRoot(_ candidate: ClaimCandidate) -> Int? {
    candidate.contents.first.map { text.head(of: $0) }
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
      case "responsible": subject = text.child(of: index, "nsubj")
      case "blame":
        if index > 0, text.tokens[index - 1].lower == "to" {
          subject =
            text.child(of: index, "nsubj") ?? token.head.flatMap { text.child(of: $0, "nsubj") }
        }
      default: break
      }
      guard let subject, !isNegated(index),
        text.tokens[subject].upos != "PRON" || text.tokens[subject].lower == "they"
      else { continue }
      let words = SyntaxCandidates(text: text).jointSources(subject)
      blamed += words
    }
    return blamed
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
