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
  /// "The army never fired on the crowd. Rebels shelled the port."
  private func isAnother(_ one: Event, _ other: Event) -> Bool {
    let isReal = [one, other].map { $0.status == .happened || $0.status == .ongoing }
    let isNone = [one, other].map { $0.status == .negated || $0.status == .denied }
    guard isReal[0] && isNone[1] || isReal[1] && isNone[0] else { return false }
    return !one.actors.isEmpty && !other.actors.isEmpty
      && !one.actors.contains(where: other.actors.contains)
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
    if isAnother(one.record, other.record) { return 0 }
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
