import HearsayLanguage
import HearsayRecords

/// "The army rejected claims that it had used gas": one denial of what is claimed, and nobody's claim.
///
/// Whoever denies, doubts or takes back a claim, a report or an accusation does not make it. Read apart, the noun would give him a
/// claim that says the opposite of what he says.
struct RejectedClaims {
  let text: AnnotatedText

  private static let rejecting: Set<ClaimAct> = [.deny, .disavow, .doubt]

  /// The candidates with each such noun taken into the denial that it is the object of.
  func joined(_ candidates: [ClaimCandidate]) -> [ClaimCandidate] {
    var candidates = candidates
    var taken: Set<Int> = []
    for index in candidates.indices {
      guard let head = candidates[index].cueHead, text.tokens[head].upos == "VERB",
        let act = act(of: candidates[index]), Self.rejecting.contains(act)
      else { continue }
      for noun in text.children(of: head, "obj", "nsubj:pass") {
        guard
          let claim = candidates.indices.first(where: {
            candidates[$0].cueHead == noun && $0 != index
          }), CueLexicon.noun(text.tokens[noun].lemma) != nil, !candidates[claim].contents.isEmpty
        else { continue }
        candidates[index].contents = candidates[claim].contents
        taken.insert(claim)
      }
    }
    return candidates.indices.filter { !taken.contains($0) }.map { candidates[$0] }
  }

  private func act(of candidate: ClaimCandidate) -> ClaimAct? {
    candidate.lexical?.act
      ?? candidate.cueHead.flatMap { CueLexicon.verb(text.tokens[$0].lemma)?.act }
  }
}
