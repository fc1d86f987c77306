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
      taken.formUnion(judgedUntrue(by: candidates[index], candidates))
      guard let head = candidates[index].cueHead, text.tokens[head].upos == "VERB",
        let act = act(of: candidates[index]), Self.rejecting.contains(act)
      else { continue }
      for noun in text.children(of: head, "obj", "nsubj:pass") {
        guard
          let claim = candidates.indices.first(where: {
            candidates[$0].cueHead == noun && $0 != index
          }), text.nounCue(noun) != nil, !candidates[claim].contents.isEmpty
        else { continue }
        candidates[index].contents = candidates[claim].contents
        taken.insert(claim)
      }
    }
    return candidates.indices.filter { !taken.contains($0) }.map { candidates[$0] }
  }

  /// "The mayor said claims that police had beaten students were false": the claims that what is said calls untrue.
  private func judgedUntrue(by candidate: ClaimCandidate, _ candidates: [ClaimCandidate]) -> [Int] {
    guard let cue = candidate.cueHead, text.tokens[cue].upos == "VERB" else { return [] }
    let judgements = text.children(of: cue, "ccomp").filter { text.is($0, .untrue) }
    let nouns = judgements.flatMap { text.children(of: $0, "nsubj", "nsubj:pass") }
    return candidates.indices.filter { index in
      candidates[index].cueHead.map { nouns.contains($0) } ?? false
    }
  }

  private func act(of candidate: ClaimCandidate) -> ClaimAct? {
    candidate.lexical?.act
      ?? candidate.cueHead.flatMap { text.verbCue($0)?.act }
  }
}
