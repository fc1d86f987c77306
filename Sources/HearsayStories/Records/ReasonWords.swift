import HearsayRecords

/// Puts evidence into words that a coder can check.
enum ReasonWords {
  /// Whether it is worth telling; what is not known is no reason.
  static func isTold(_ evidence: Evidence) -> Bool { evidence.level != .unknown }

  /// One reason, as a part of a sentence about "both".
  static func words(_ evidence: Evidence) -> String {
    let shared = evidence.shared.map { " (\($0.safe))" } ?? ""
    let mine = evidence.spans.first.map { "“\($0.exact.safe)”" } ?? "nothing"
    let theirs = evidence.otherSpans.first.map { "“\($0.exact.safe)”" } ?? "nothing"
    switch (evidence.kind, evidence.level) {
    case (.what, .mode): return "both are of the same kind and mode"
    case (.what, .type): return "both are of the same kind"
    case (.what, .otherMode): return "both are of one kind, of different modes"
    case (.what, .group): return "the kinds are akin"
    case (.what, _): return "the kinds differ"
    case (.verb, _): return "both use the same word: \(mine), \(theirs)"
    case (.when, .sameDay), (.when, .sameDayLent): return "both are on one day\(shared)"
    case (.when, .overlap), (.when, .overlapLent), (.when, .overlapLong),
      (.when, .overlapLongLent):
      return "the times may be one: \(mine), \(theirs)"
    case (.when, .nextDay), (.when, .nextDayLent): return "one is told a day later"
    case (.when, _): return "the times differ: \(mine), \(theirs)"
    case (.where, .same), (.where, .sameLent): return "both are in one place\(shared)"
    case (.where, .within), (.where, .withinLent):
      return "one place lies in the other: \(mine), \(theirs)"
    case (.where, .near), (.where, .nearLent):
      return "the places are near each other: \(mine), \(theirs)"
    case (.where, _): return "the places differ: \(mine), \(theirs)"
    case (.actor, .same): return "the same does it\(shared)"
    case (.actor, .kind): return "a doer of the same kind: \(mine), \(theirs)"
    case (.actor, _): return "others do it: \(mine), \(theirs)"
    case (.recipient, .same): return "it is done to the same\(shared)"
    case (.recipient, .kind): return "it is done to somebody of the same kind: \(mine), \(theirs)"
    case (.recipient, _): return "it is done to others: \(mine), \(theirs)"
    case (.person, _): return "the same takes part\(shared)"
    case (.blamed, _): return "the same is blamed\(shared)"
    case (.thing, _): return "with the same\(shared)"
    case (.figure, .same): return "both count \(mine)"
    case (.figure, .within): return "the counts may be one: \(mine), \(theirs)"
    case (.figure, _): return "the counts differ: \(mine), \(theirs)"
    case (.words, _): return "the sentences share telling words"
    case (.names, _): return "the sentences share names"
    case (.report, _): return "the reports are alike"
    case (.standing, .bothMain): return "both are the matter of their report"
    case (.standing, .oneMain): return "only one is the matter of its report"
    case (.standing, .oneBackground): return "one is told as background"
    case (.standing, .bothBackground): return "both are told as background"
    case (.standing, .oneUnreal): return "only one is told as having happened"
    case (.standing, .oneToCome): return "one is still to come"
    case (.standing, .published), (.standing, .mainPublished):
      return "the reports are more than a week apart"
    case (.standing, _): return "they stand differently"
    case (.decision, _): return "a person took them for one"
    }
  }

  /// Why two were joined, and what speaks against it.
  static func sentence(
    _ one: Telling, _ other: Telling, speaking: [Evidence], against: [Evidence]
  ) -> String {
    let reasons = speaking.prefix(4).map(words)
    var sentence =
      reasons.isEmpty
      ? "linked by what both are part of" : "linked because \(ReadingIndex.list(reasons))"
    if !against.isEmpty {
      sentence += ". Against it: \(ReadingIndex.list(against.prefix(3).map(words)))"
    }
    return sentence + "."
  }
}

extension String {
  fileprivate var safe: String { safeLine }
}
