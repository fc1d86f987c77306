import HearsayRecords

// Where, when, with what, why, and whether it was right.
extension QuestionDrawing {
  // MARK: Where?

  func places(_ tellers: [Teller]) -> [Draft]? {
    var known: [Spot] = []
    var drafts: [Draft] = []
    for teller in tellers {
      for spot in teller.telling.spots where !spot.isLent {
        // One within the other is the same place told at two precisions; the finer stands for it.
        let same = known.first { other in
          switch PlaceRelation(spot, other) {
          case .same, .within, .near: true
          case .country: spot.country == nil || other.country == nil
          case .far, .apart: false
          }
        }
        if same == nil { known.append(spot) }
        let name = same?.name ?? spot.name
        drafts.add(value: name, label: name, by(teller, spot.voice, [spot.words]))
      }
    }
    return isContested(drafts) && reportsDiffer(drafts) ? drafts : nil
  }

  // MARK: When?

  func times(_ tellers: [Teller]) -> [Draft]? {
    var known: [When] = []
    var drafts: [Draft] = []
    for teller in tellers {
      for time in teller.telling.times where !time.isLent {
        guard let days = time.days, let earliest = time.earliest else { continue }
        let same = known.first { $0.days?.overlaps(days) ?? false }
        if same == nil { known.append(time) }
        let label = String((same?.earliest ?? earliest).prefix(10))
        drafts.add(
          value: label, label: time.words.exact.safeLine, by(teller, time.voice, [time.words]))
      }
    }
    return isContested(drafts) && reportsDiffer(drafts) ? drafts : nil
  }

  // MARK: With what?

  func instruments(_ tellers: [Teller]) -> [Draft]? {
    let parties = Parties(tellers.map { ($0.report, $0.telling.instruments) }, sketches)
    var drafts: [Draft] = []
    for teller in tellers {
      for role in teller.telling.instruments {
        let name = parties.name(of: role)
        drafts.add(value: name, label: name, by(teller, role.voice, [role.words]))
      }
    }
    return isContested(drafts) && reportsDiffer(drafts) ? drafts : nil
  }

  /// Whether there are answers that no voice gives beside another: a trip to three towns is in all three.
  private func reportsDiffer(_ drafts: [Draft]) -> Bool {
    for (offset, one) in drafts.enumerated() {
      for other in drafts[(offset + 1)...]
      where one.rootNames.isDisjoint(with: other.rootNames)
        && Set(one.by.map(\.report)).isDisjoint(with: other.by.map(\.report))
      {
        return true
      }
    }
    return false
  }

  // MARK: Why?

  func reasons(_ tellers: [Teller]) -> [Draft]? {
    var drafts: [Draft] = []
    for teller in tellers {
      for remark in teller.telling.reasons {
        let words = remark.words.exact.safeLine
        drafts.add(like: words, by(teller, remark.voice, [remark.words]))
      }
    }
    return isContested(drafts) ? drafts : nil
  }

  // MARK: Was it right?

  func verdicts(_ tellers: [Teller]) -> [Draft]? {
    var drafts: [Draft] = []
    for teller in tellers {
      for remark in teller.telling.verdicts where !teller.voice(remark.voice).isNegative {
        let words = remark.words.exact.safeLine
        drafts.add(like: words, by(teller, remark.voice, [remark.words]))
      }
    }
    return isContested(drafts) ? drafts : nil
  }
}
