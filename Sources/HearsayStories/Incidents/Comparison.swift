import HearsayRecords

/// A telling made ready to be compared with those of other reports.
struct Comparand {
  /// Days on which it may have been.
  struct Time {
    let days: ClosedRange<Int>
    let isLent: Bool
    let words: Excerpt
    let shared: String?
  }

  /// What a report is about without telling when was, where nothing says otherwise, at most so many days before.
  private static let freshness = 2

  let report: Int
  let telling: Telling
  let published: Int?
  let actors: [Int]
  let recipients: [Int]
  let blamed: [Int]
  let instruments: [Int]
  let times: [Time]
  let signature: Signature
  /// Whether nobody's mouth is needed for it, or what it is by most voices.
  let status: EventStatus

  init(report: Int, _ telling: Telling, _ sketch: Sketch, _ register: PartyRegister) {
    self.report = report
    self.telling = telling
    published = sketch.card.day
    signature = sketch.signature
    status = telling.status
    func numbers(_ roles: [Role]) -> [Int] { roles.map { register.number(of: $0.party) } }
    actors = numbers(telling.actors)
    recipients = numbers(telling.recipients)
    blamed = numbers(telling.blamed)
    instruments = numbers(telling.instruments)
    var times = telling.times.compactMap { time in
      time.days.map { days in
        Time(
          days: days, isLent: time.isLent, words: time.words,
          shared: time.earliest.map { String($0.prefix(10)) })
      }
    }
    // The matter of a report is news: lent, it was about the day of publication.
    if times.isEmpty, telling.isMain, !telling.isBackground, telling.status.isReal,
      let day = sketch.card.day, let trigger = telling.triggers.first
    {
      times = [
        Time(
          days: (day - Self.freshness)...day, isLent: true, words: trigger,
          shared: sketch.card.published.map { String($0.prefix(10)) })
      ]
    }
    self.times = times
  }
}

/// Compares two tellings of different reports, one kind of evidence after the other.
struct Comparison {
  let left: Comparand
  let right: Comparand
  let register: PartyRegister

  /// Everything that speaks for or against their being one, in a fixed order.
  func evidence() -> [Evidence] {
    var all: [Evidence] = []
    all.append(what())
    if let verb = verb() { all.append(verb) }
    if let when = when() { all.append(when) }
    all.append(`where`())
    all.append(
      parties(.actor, left.actors, right.actors, left.telling.actors, right.telling.actors))
    all.append(
      parties(
        .recipient, left.recipients, right.recipients, left.telling.recipients,
        right.telling.recipients))
    if let swapped = swapped() { all.append(swapped) }
    if let blamed = blamed() { all.append(blamed) }
    if let thing = things() { all.append(thing) }
    if let figure = figures() { all.append(figure) }
    all.append(
      amount(.words, Signature.cosine(left.telling.features, right.telling.features)))
    all.append(amount(.names, Signature.cosine(left.telling.names, right.telling.names)))
    all.append(amount(.report, left.signature.likeness(to: right.signature)))
    all += standing()
    return all
  }

  private func amount(_ kind: Evidence.Kind, _ value: Float) -> Evidence {
    Evidence(
      kind: kind, level: .alike, amount: Double(value), spans: left.telling.triggers,
      otherSpans: right.telling.triggers)
  }

  // MARK: What

  private func what() -> Evidence {
    let (one, other) = (left.telling, right.telling)
    let level: Evidence.Level
    if one.type == other.type {
      if let mode = one.mode, let theirs = other.mode {
        level = mode == theirs ? .mode : .otherMode
      } else {
        level = .type
      }
    } else {
      level = TypeGroup.family(one.type) == TypeGroup.family(other.type) ? .group : .otherGroup
    }
    return Evidence(
      kind: .what, level: level, amount: 1, spans: one.triggers, otherSpans: other.triggers)
  }

  private func verb() -> Evidence? {
    let mine = Set(left.telling.triggerStems)
    let common = mine.intersection(right.telling.triggerStems)
    guard !common.isEmpty else { return nil }
    let share =
      Double(common.count)
      / Double(min(mine.count, right.telling.triggerStems.count))
    return Evidence(
      kind: .verb, level: .same, amount: share, spans: left.telling.triggers,
      otherSpans: right.telling.triggers)
  }

  // MARK: When

  private func when() -> Evidence? {
    var best: (rank: Int, evidence: Evidence)?
    for mine in left.times {
      for theirs in right.times {
        let (days, others) = (mine.days, theirs.days)
        let isExact = days.count == 1 && others.count == 1
        let isLent = mine.isLent || theirs.isLent
        let gap =
          days.overlaps(others)
          ? 0 : max(others.lowerBound - days.upperBound, days.lowerBound - others.upperBound)
        let (rank, level): (Int, Evidence.Level) =
          switch gap {
          case 0:
            isExact
              ? (6, .sameDay)
              : days.count > 62 || others.count > 62 ? (3, .overlapLong) : (5, .overlap)
          case 1: (4, .nextDay)
          case 2...3: (2, .days)
          case 4...31: (1, .weeks)
          default: (0, .apart)
          }
        if best.map({ rank > $0.rank }) ?? true {
          best = (
            rank,
            Evidence(
              kind: .when, level: isLent ? level.lent : level, amount: 1, spans: [mine.words],
              otherSpans: [theirs.words], shared: mine.shared)
          )
        }
      }
    }
    return best?.evidence
  }

  // MARK: Where

  private func `where`() -> Evidence {
    var best: (rank: Int, evidence: Evidence)?
    for mine in left.telling.spots {
      for theirs in right.telling.spots {
        let relation = PlaceRelation(mine, theirs)
        let isLent = mine.isLent || theirs.isLent
        if best.map({ relation.rank > $0.rank }) ?? true {
          best = (
            relation.rank,
            Evidence(
              kind: .where, level: isLent ? relation.level.lent : relation.level, amount: 1,
              spans: [mine.words], otherSpans: [theirs.words], shared: mine.name)
          )
        }
      }
    }
    return best?.evidence ?? Evidence(kind: .where, level: .unknown, amount: 1)
  }

  // MARK: Who

  private func parties(
    _ kind: Evidence.Kind, _ mine: [Int], _ theirs: [Int], _ roles: [Role], _ others: [Role]
  ) -> Evidence {
    guard !mine.isEmpty, !theirs.isEmpty else {
      return Evidence(kind: kind, level: .unknown, amount: 1)
    }
    var best: Party.Agreement = .none
    var at = (0, 0)
    for (i, one) in mine.enumerated() {
      for (j, other) in theirs.enumerated() {
        let agreement = register.agreement(one, other)
        if agreement > best {
          best = agreement
          at = (i, j)
        }
      }
    }
    let level: Evidence.Level =
      switch best {
      case .same: .same
      case .kind: .kind
      case .none: .other
      }
    return Evidence(
      kind: kind, level: level, amount: 1, spans: [roles[at.0].words],
      otherSpans: [others[at.1].words], shared: best == .none ? nil : roles[at.0].name)
  }

  /// Whoever acts in one is acted upon in the other, as in meetings.
  private func swapped() -> Evidence? {
    for (mine, theirs, roles, others) in [
      (left.actors, right.recipients, left.telling.actors, right.telling.recipients),
      (left.recipients, right.actors, left.telling.recipients, right.telling.actors),
    ] {
      for (i, one) in mine.enumerated() {
        for (j, other) in theirs.enumerated() where register.agreement(one, other) == .same {
          return Evidence(
            kind: .person, level: .swapped, amount: 1, spans: [roles[i].words],
            otherSpans: [others[j].words], shared: roles[i].name)
        }
      }
    }
    return nil
  }

  private func blamed() -> Evidence? {
    let mine = left.blamed + left.actors
    let theirs = right.blamed + right.actors
    guard !left.blamed.isEmpty || !right.blamed.isEmpty else { return nil }
    let roles = left.telling.blamed + left.telling.actors
    let others = right.telling.blamed + right.telling.actors
    for (i, one) in mine.enumerated() {
      for (j, other) in theirs.enumerated()
      where (i < left.blamed.count || j < right.blamed.count)
        && register.agreement(one, other) == .same
      {
        return Evidence(
          kind: .blamed, level: .same, amount: 1, spans: [roles[i].words],
          otherSpans: [others[j].words], shared: roles[i].name)
      }
    }
    return nil
  }

  private func things() -> Evidence? {
    for (i, one) in left.instruments.enumerated() {
      for (j, other) in right.instruments.enumerated()
      where register.agreement(one, other) > .none {
        return Evidence(
          kind: .thing, level: .same, amount: 1, spans: [left.telling.instruments[i].words],
          otherSpans: [right.telling.instruments[j].words],
          shared: left.telling.instruments[i].name)
      }
    }
    return nil
  }

  private func figures() -> Evidence? {
    for mine in left.telling.counts {
      for theirs in right.telling.counts
      where CountedThing.isSame(mine.key, theirs.key) && mine.unit == theirs.unit {
        guard let range = mine.range, let other = theirs.range else { continue }
        let level: Evidence.Level =
          range == other ? .same : range.overlaps(other) ? .within : .other
        return Evidence(
          kind: .figure, level: level, amount: 1, spans: [mine.words], otherSpans: [theirs.words],
          shared: mine.words.exact)
      }
    }
    return nil
  }

  // MARK: How it stands

  private func standing() -> [Evidence] {
    var all: [Evidence] = []
    func add(_ level: Evidence.Level) {
      all.append(Evidence(kind: .standing, level: level, amount: 1))
    }
    let (one, other) = (left.telling, right.telling)
    if one.isMain && other.isMain {
      add(.bothMain)
    } else if one.isMain || other.isMain {
      add(.oneMain)
    }
    if one.isBackground != other.isBackground { add(.oneBackground) }
    if one.isBackground && other.isBackground { add(.bothBackground) }
    if one.status.isReal != other.status.isReal { add(.oneUnreal) }
    if one.status.isToCome != other.status.isToCome { add(.oneToCome) }
    if let mine = left.published, let theirs = right.published, abs(mine - theirs) > 7 {
      add(one.isMain && other.isMain ? .mainPublished : .published)
    }
    return all
  }
}
