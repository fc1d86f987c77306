import HearsayRecords

/// How often a claim is right that was found as this one was: its confidence.
///
/// The shares are those of PolNeAR's training articles, by who found the claim and how sure the network was of its words; between two of them
/// it is a straight line. The network knows these articles, so its sure claims are right somewhat less often elsewhere.
enum ClaimConfidence {
  /// By the network alone, and where a rule sees the same cue.
  private static let byNetwork: [(score: Double, right: Double)] = [
    (0.3, 0.1), (0.45, 0.25), (0.55, 0.36), (0.65, 0.4), (0.75, 0.59), (0.85, 0.78), (0.95, 0.92),
    (1, 0.98),
  ]
  private static let byBoth: [(score: Double, right: Double)] = [
    (0.8, 0.65), (0.9, 0.8), (0.95, 0.88), (1, 0.98),
  ]
  /// Those that rules alone find where the network sees nobody speak; within what somebody says PolNeAR marks none, so that
  /// nothing was measured there.
  private static let byRules = 0.3
  private static let nested = 0.6

  static func of(_ candidate: ClaimCandidate, isNested: Bool) -> Double {
    guard candidate.by.contains("attribution") else {
      let isMarked = candidate.origin == .quotation && candidate.source != nil
      return isMarked
        ? candidate.confidence : min(candidate.confidence, isNested ? nested : byRules)
    }
    let isSeenByBoth = candidate.by.count > 1
    return read(candidate.confidence, isSeenByBoth ? byBoth : byNetwork)
  }

  private static func read(
    _ score: Double, _ table: [(score: Double, right: Double)]
  ) -> Double {
    guard let first = table.first, let last = table.last else { return score }
    if score <= first.score { return first.right }
    for (low, high) in zip(table, table.dropFirst()) where score <= high.score {
      let share = (score - low.score) / (high.score - low.score)
      return low.right + share * (high.right - low.right)
    }
    return last.right
  }
}
