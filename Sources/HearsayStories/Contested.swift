package import HearsayRecords

/// A question on which voices in one report differ.
package struct ContestedPoint: Hashable, Sendable {
  /// What is asked.
  package enum Question: Hashable, Sendable {
    /// Whether this happened.
    case didItHappen(Event)
    /// Who did it; of several things that somebody is blamed for, this.
    case whoIsToBlame(Event?)
    /// How many of what, in the report's words.
    case howMany(String)
  }

  /// What somebody answers.
  package enum Reply: Hashable, Sendable {
    /// That it stands so.
    case stands(Standing)
    /// By denying, disavowing or doubting it.
    case denies(ClaimAct)
    /// That these did it, by the ids of entities.
    case blames([String])
    /// So many.
    case counts(Figure)
  }

  /// One answer.
  package struct Answer: Hashable, Sendable {
    /// Who gives it.
    package let who: String
    /// What it is.
    package let reply: Reply
    /// Where it stands.
    package let evidence: TextSpan
  }

  /// What is asked.
  package var question: Question
  /// What is answered, in the order of the text.
  package let answers: [Answer]
}

/// Finds what is contested within one report, from its records alone.
///
/// Two records are held against each other only where the report gives a reason: a claim is about the event, two
/// events are of one type and share who or what they are done to, two figures count the same of the same.
package enum Contested {
  /// All of them.
  package static func points(in index: ReadingIndex) -> [ContestedPoint] {
    let incidents = incidents(in: index)
    return incidents.compactMap { didItHappen($0, index) } + whoIsToBlame(incidents, index)
      + howMany(index)
  }

  // MARK: Did it happen?

  /// Events that tell one happening: of one type, not in different places or at different times, and done to
  /// or by the same, in the same place, or told in the same words.
  ///
  /// An event without anybody, place or time of its own ("the attack") takes up the one told last.
  private static func incidents(in index: ReadingIndex) -> [[Event]] {
    var groups: [[Event]] = []
    for event in index.reading.events {
      let home =
        groups.firstIndex { $0.contains { isSame($0, event, index) } }
        ?? (isBare(event) ? groups.lastIndex { $0[0].type == event.type } : nil)
      if let home { groups[home].append(event) } else { groups.append([event]) }
    }
    return groups
  }

  private static func isBare(_ event: Event) -> Bool {
    event.actors.isEmpty && event.recipients.isEmpty && event.place == nil && event.time == nil
  }

  private static func isSame(_ left: Event, _ right: Event, _ index: ReadingIndex) -> Bool {
    func differ<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool {
      left != nil && right != nil && left != right
    }
    func share(_ left: [Participant], _ right: [Participant]) -> Bool {
      let names = Set(left.map { index.name($0).lowercased() })
      return right.contains { names.contains(index.name($0).lowercased()) }
    }
    guard left.type == right.type, !differ(left.place, right.place), !differ(left.time, right.time)
    else { return false }
    if share(left.recipients, right.recipients) { return true }
    guard left.recipients.isEmpty || right.recipients.isEmpty else { return false }
    if share(left.actors, right.actors) { return true }
    guard left.actors.isEmpty || right.actors.isEmpty else { return false }
    return (left.place != nil && left.place == right.place)
      || index.words(left.trigger).lowercased() == index.words(right.trigger).lowercased()
  }

  private static let denials: Set<ClaimAct> = [.deny, .disavow, .doubt]

  /// What somebody may have to deny.
  private static let hostile: Set<EventType> = [
    .assault, .coerce, .crime, .threaten, .mobilize, .sanction,
  ]

  private static func didItHappen(_ events: [Event], _ index: ReadingIndex) -> ContestedPoint? {
    var answers: [ContestedPoint.Answer] = []
    var affirmed: Set<String> = []
    var denied: Set<String> = []
    for event in events {
      let denies = event.status == .denied || event.status == .negated
      guard denies || event.status == .happened || event.status == .ongoing else { continue }
      // "No group has claimed the attack" is nobody's word on whether there was one.
      let isSaid = event.saidBy.flatMap { index.claims[$0] }?.polarity != .negative
      guard isSaid else { continue }
      let voice = index.voice(of: event.saidBy)
      let isNew = denies ? denied.insert(voice).inserted : affirmed.insert(voice).inserted
      guard isNew else { continue }
      answers.append(
        .init(
          who: index.voiceName(of: event.saidBy), reply: .stands(Standing(event)),
          evidence: event.trigger))
    }
    for claim in index.reading.claims where denies(claim, events, index) {
      guard let at = claim.cue ?? claim.content.first else { continue }
      // The denied event may already speak with the voice of the same claim.
      if denied.insert(index.voice(of: claim.id)).inserted {
        answers.append(
          .init(
            who: index.voiceName(of: claim.id), reply: .denies(claim.act), evidence: at))
      }
    }
    guard let first = events.first(where: { $0.status == .happened }) ?? events.first,
      !denied.isEmpty, !affirmed.subtracting(denied).isEmpty
    else { return nil }
    return ContestedPoint(
      question: .didItHappen(first),
      answers: answers.sorted { $0.evidence < $1.evidence })
  }

  /// Whether a claim denies one of the events: it says so, or who makes it is named by another in telling
  /// the event.
  private static func denies(_ claim: Claim, _ events: [Event], _ index: ReadingIndex) -> Bool {
    guard denials.contains(claim.act), claim.polarity == .positive else { return false }
    if events.contains(where: { claim.about.contains($0.id) }) { return true }
    guard claim.about.isEmpty, let denier = claim.speaker.flatMap({ index.entities[$0] }) else {
      return false
    }
    return events.contains { event in
      guard hostile.contains(event.type), [.happened, .ongoing].contains(event.status),
        let teller = event.saidBy.flatMap({ index.claims[$0] }), teller.speaker != denier.id
      else { return false }
      return teller.content.contains { span in denier.mentions.contains(where: span.contains) }
    }
  }

  // MARK: Who is to blame?

  /// Blame for different happenings is not contested between them.
  private static func whoIsToBlame(_ incidents: [[Event]], _ index: ReadingIndex)
    -> [ContestedPoint]
  {
    let incidentOfEvent = Dictionary(
      incidents.enumerated().flatMap { number, events in events.map { ($0.id, number) } },
      uniquingKeysWith: { first, _ in first })
    let blaming = index.reading.claims.filter { !$0.blames.isEmpty && $0.polarity == .positive }
    let groups = Dictionary(grouping: blaming) { claim in
      claim.about.compactMap { incidentOfEvent[$0] }.min()
    }
    // What is blamed for nothing in particular belongs to the one thing that there is blame for.
    guard groups.count(where: { $0.key != nil }) > 1 else {
      return [whoIsToBlame(blaming, index)].compactMap(\.self)
    }
    return groups.sorted { $0.key ?? Int.max < $1.key ?? Int.max }.compactMap { number, claims in
      guard var point = whoIsToBlame(claims, index) else { return nil }
      point.question = .whoIsToBlame(number.flatMap { incidents[$0].first })
      return point
    }
  }

  private static func whoIsToBlame(_ blaming: [Claim], _ index: ReadingIndex) -> ContestedPoint? {
    let blamed = Set(blaming.flatMap(\.blames))
    let denials = index.reading.claims.filter { claim in
      guard [.deny, .disavow].contains(claim.act), let speaker = claim.speaker else { return false }
      return blamed.contains(speaker)
    }
    let parties = Set(blaming.map { Set($0.blames) })
    let voices = Set(blaming.map { index.voice(of: $0.id) })
    guard (parties.count > 1 && voices.count > 1) || !denials.isEmpty else { return nil }
    var answers: [ContestedPoint.Answer] = []
    for claim in blaming {
      guard let at = claim.cue ?? claim.content.first else { continue }
      answers.append(
        .init(
          who: index.voiceName(of: claim.id), reply: .blames(claim.blames), evidence: at))
    }
    for claim in denials where claim.blames.isEmpty {
      guard let at = claim.cue ?? claim.content.first else { continue }
      answers.append(
        .init(
          who: index.voiceName(of: claim.id), reply: .denies(claim.act), evidence: at))
    }
    return ContestedPoint(
      question: .whoIsToBlame(nil), answers: answers.sorted { $0.evidence < $1.evidence })
  }

  // MARK: How many?

  private struct Count: Hashable {
    let counts: String
    let unit: String?
    let about: String?
  }

  private static func howMany(_ index: ReadingIndex) -> [ContestedPoint] {
    let figures = index.reading.figures.filter { $0.counts != nil && !$0.evidence.isEmpty }
    let groups = Dictionary(grouping: figures) {
      Count(counts: CountedThing.words($0.counts ?? ""), unit: $0.unit, about: $0.about)
    }
    let points = groups.values.compactMap { figures -> ContestedPoint? in
      let figures = figures.sorted { $0.evidence[0] < $1.evidence[0] }
      let voices = Set(figures.map { index.voice(of: $0.saidBy) })
      guard voices.count > 1, let first = figures.first,
        figures.contains(where: { excludes($0, first) })
      else { return nil }
      return ContestedPoint(
        question: .howMany(first.counts ?? ""),
        answers: figures.map {
          .init(
            who: index.voiceName(of: $0.saidBy), reply: .counts($0), evidence: $0.evidence[0])
        })
    }
    return points.sorted { $0.answers[0].evidence < $1.answers[0].evidence }
  }

  /// Whether no number can be meant by both.
  private static func excludes(_ left: Figure, _ right: Figure) -> Bool {
    func range(_ figure: Figure) -> ClosedRange<Double>? {
      let low = figure.low ?? (figure.high == nil ? figure.value : nil) ?? -.infinity
      let high = figure.high ?? (figure.low == nil ? figure.value : nil) ?? .infinity
      return low <= high ? low...high : nil
    }
    guard let left = range(left), let right = range(right) else { return false }
    return !left.overlaps(right)
  }
}
