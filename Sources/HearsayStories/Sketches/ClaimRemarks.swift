import HearsayRecords

/// Reasons and verdicts in what a report tells, each tied to the happenings that it is about.
struct ClaimRemarks {
  /// A reason or verdict at its place.
  struct Remark: Hashable {
    /// Id of the claim it stands in; `nil` in the report's own voice.
    let claim: String?
    let span: TextSpan
  }

  /// What is done by speaking is judged by other words than deeds are: a verdict in a condemnation is about what is condemned.
  private static let speech: Set<EventType> = [
    .accuse, .reject, .request, .support, .consult, .agree, .threaten,
  ]

  private let dossier: Dossier
  private let words: PurposeWords
  private let text: [UInt8]
  /// For each claim the happenings it is about.
  private var about: [String: Set<String>] = [:]
  /// Claims that are about no deed: their verdicts are on the matter of the report.
  private var loose: Set<String> = []

  init(_ reading: Reading, _ words: PurposeWords, _ dossier: Dossier) {
    self.dossier = dossier
    self.words = words
    text = Array(reading.report.text.utf8)
    var owners: [String: Happening] = [:]
    for happening in reading.happenings {
      for event in happening.events { owners[event] = happening }
      for claim in happening.claims { about[claim, default: []].insert(happening.id) }
    }
    for claim in reading.claims {
      let owned = claim.about.compactMap { owners[$0] }
      about[claim.id, default: []].formUnion(owned.map(\.id))
      if owned.allSatisfy({ Self.speech.contains($0.type) }) { loose.insert(claim.id) }
    }
  }

  /// Why a happening was done: told in its sentences, or in claims about it.
  func reasons(of happening: Happening, sentences: [TextSpan]) -> [Remark] {
    var spans = sentences
    for claim in dossier.reading.claims where about[claim.id]?.contains(happening.id) == true {
      spans += claim.content
    }
    return remarks(spans.flatMap { words.reasons(in: $0, of: text) })
  }

  /// Whether it was right: verdicts in claims about it, and of the matter of the report in those that are about no deed.
  func verdicts(of happening: Happening) -> [Remark] {
    var found: [Remark] = []
    for claim in dossier.reading.claims {
      let isAbout =
        about[claim.id]?.contains(happening.id) == true
        || happening.main && loose.contains(claim.id)
      guard isAbout else { continue }
      let judged = claim.content.flatMap { words.verdicts(in: $0, of: text) }
      let isJudgement = [.condemn, .praise, .apologise, .doubt].contains(claim.act)
      let spans = judged.isEmpty && isJudgement ? Array(claim.content.prefix(1)) : judged
      found += spans.map { Remark(claim: claim.id, span: $0) }
    }
    return found
  }

  /// Each once, with the innermost claim that it stands in.
  private func remarks(_ spans: [TextSpan]) -> [Remark] {
    Set(spans).sorted().map { span in
      let claims = dossier.reading.claims.filter { claim in
        claim.content.contains { $0.contains(span) }
      }
      let innermost = claims.min { one, other in
        let sizes = [one, other].map { $0.content.map(\.count).reduce(0, +) }
        return (sizes[0], one.id) < (sizes[1], other.id)
      }
      return Remark(claim: innermost?.id, span: span)
    }
  }
}
