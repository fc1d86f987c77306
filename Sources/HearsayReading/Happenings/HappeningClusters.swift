import HearsayLanguage
import HearsayRecords

/// Settles which events of a report tell one happening, by average linkage over what the model and the words say of each pair.
struct HappeningClusters {
  let draft: Draft

  /// Groups are joined while the mean of their pairs is at least this; with what one word adds and another type takes away,
  /// best for B³ among eight settings on the coded reports' development part.
  private static let joining: Float = 0.4
  private static let oneWord: Float = 0.2
  private static let otherType: Float = 0.1
  /// What other doers take away, and what others to whom it was done do.
  private static let otherParty: Float = 0.1
  /// Words that begin with so many letters in common are one word here: "bombing", "bombed".
  private static let stem = 5

  /// Groups of indices into `draft.events`, each in order, the groups in the order of their first.
  ///
  /// Long texts are settled a stretch of ``HappeningMention/reach`` events at a time.
  func groups() -> [[Int]] {
    stride(from: 0, to: draft.events.count, by: HappeningMention.reach).flatMap {
      groups(of: $0..<min($0 + HappeningMention.reach, draft.events.count))
    }
  }

  private func groups(of events: Range<Int>) -> [[Int]] {
    var groups = events.map { [$0] }
    // sums[i][j], i > j: over all pairs of two groups; divided by their number it is the linkage.
    var sums = events.map { later in
      (events.lowerBound..<later).map { likeness(later, $0) }
    }
    while true {
      var best: (value: Float, i: Int, j: Int)?
      for i in groups.indices where !groups[i].isEmpty {
        for j in 0..<i where !groups[j].isEmpty {
          let mean = sums[i][j] / Float(groups[i].count * groups[j].count)
          if mean >= Self.joining, mean > best?.value ?? 0 { best = (mean, i, j) }
        }
      }
      guard let best else { break }
      let (i, j) = (best.i, best.j)
      for k in groups.indices where k != i && k != j && !groups[k].isEmpty {
        let other = i > k ? sums[i][k] : sums[k][i]
        if j > k { sums[j][k] += other } else { sums[k][j] += other }
      }
      groups[j] += groups[i]
      groups[i] = []
    }
    return groups.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// Whether one is what some have not done and the other what others did.
  ///
  /// "The army never fired on the crowd. Rebels shelled the port." "Two men were arrested. Their brother was not."
  private func isAnother(_ one: Event, _ other: Event) -> Bool {
    let isReal = [one, other].map { $0.status == .happened || $0.status == .ongoing }
    let isNone = [one, other].map { $0.status == .negated || $0.status == .denied }
    guard isReal[0] && isNone[1] || isReal[1] && isNone[0] else { return false }
    return isApart(one.actors, other.actors) || isApart(one.recipients, other.recipients)
  }

  /// Whether two events each have known parties of their own, and none that is the other's too.
  private func isApart(_ ones: [Participant], _ others: [Participant]) -> Bool {
    let (own, others) = (Set(ones.filter(isKnown)), Set(others.filter(isKnown)))
    return !own.isEmpty && !others.isEmpty && own.isDisjoint(with: others)
  }

  private func isKnown(_ who: Participant) -> Bool {
    if case .entity = who { true } else { false }
  }

  /// Whether two events differ in two of three: who or to whom, where and when, each telling its own.
  ///
  /// A list of shootings: "In May a farmer shot two pupils in Dorn. In June a student shot a teacher in Kestrin."
  private func isElsewhere(_ one: Event, _ other: Event) -> Bool {
    func differ(_ one: String?, _ other: String?) -> Bool {
      one != nil && other != nil && one != other
    }
    let parties = isApart(one.actors, other.actors) || isApart(one.recipients, other.recipients)
    return [parties, differ(one.place, other.place), differ(one.time, other.time)].count { $0 } > 1
  }

  /// How likely two events tell one happening, 0 … 1.
  private func likeness(_ later: Int, _ earlier: Int) -> Float {
    let (one, other) = (draft.events[later], draft.events[earlier])
    guard let mentions = draft.text.happenings, let i = one.mention, let j = other.mention,
      i > j, mentions[i].sameAs.indices.contains(i - j - 1)
    else { return wordLikeness(one, other) }
    var likeness = mentions[i].sameAs[i - j - 1]
    if isOneWord(one, other) { likeness += Self.oneWord }
    if one.record.type != other.record.type { likeness -= Self.otherType }
    if isAnother(one.record, other.record) || isElsewhere(one.record, other.record) { return 0 }
    if isApart(one.record.actors, other.record.actors) { likeness -= Self.otherParty }
    if isApart(one.record.recipients, other.record.recipients) { likeness -= Self.otherParty }
    return max(0, min(1, likeness))
  }

  private func isOneWord(_ one: EventFinding, _ other: EventFinding) -> Bool {
    let tokens = draft.text.tokens
    return tokens[one.token].lemma.lowercased().prefix(Self.stem)
      == tokens[other.token].lemma.lowercased().prefix(Self.stem)
  }

  /// For events that the model did not propose: one type, and one word or one recipient.
  private func wordLikeness(_ one: EventFinding, _ other: EventFinding) -> Float {
    guard one.record.type == other.record.type else { return 0 }
    let isOneWord = isOneWord(one, other)
    let shares = !Set(one.record.recipients).isDisjoint(with: other.record.recipients)
    return isOneWord && shares ? 0.9 : shares ? 0.6 : isOneWord ? 0.4 : 0.2
  }
}
