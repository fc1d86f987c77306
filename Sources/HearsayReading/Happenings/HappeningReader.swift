import HearsayLanguage
package import HearsayRecords

/// Settles the events of a report into happenings: each thing once, with who, whom, where, when, and in whose mouth.
///
/// Pure. Events are mentions; figures and claims must be read before.
package enum HappeningReader {
  /// The happenings of a report in the order in which it first tells them; `roles` is what trees say of parts in events.
  package static func read(_ draft: Draft, roles: RoleTable = RoleTable()) -> [Happening] {
    let odds = RoleOdds(draft, roles)
    let groups = HappeningClusters(draft: draft).groups()
    let standing = HappeningStanding(draft: draft, groups: groups)
    let label = HappeningLabel(draft: draft, names: HappeningNames(draft.text.language))
    var happenings = groups.enumerated().map { number, events in
      happening(events, id: "h\(number + 1)", draft, standing, odds)
    }
    let told = happenings
    for index in happenings.indices {
      happenings[index].returnLoans(to: told.filter { $0.id != happenings[index].id })
      happenings[index].label = label.label(of: happenings[index])
    }
    return happenings
  }

  private static func happening(
    _ events: [Int], id: String, _ draft: Draft, _ standing: HappeningStanding,
    _ odds: RoleOdds
  ) -> Happening {
    let records = events.map { draft.events[$0].record }
    let slots = HappeningSlots(draft: draft, events: events, odds: odds)
    let told = HappeningStatus(records)
    let type = commonest(events.map { (draft.events[$0].record.type, weight($0, draft)) })
    let ofType = records.filter { $0.type == type }
    var happening = Happening(
      id: id, type: type ?? records[0].type,
      mode: commonest(ofType.compactMap { event in event.mode.map { ($0, event.confidence) } }),
      cameo: commonest(ofType.compactMap { event in event.cameo.map { ($0, event.confidence) } }),
      events: records.map(\.id), status: told.status, certainty: told.certainty,
      statuses: told.statuses, confidence: records.map(\.confidence).max() ?? 0)
    happening.actors = slots.slots(.actor)
    happening.recipients = slots.slots(.recipient)
    happening.instruments = slots.slots(.instrument)
    happening.places = slots.slots(.place)
    happening.times = slots.slots(.time)
    happening.blamed = slots.blamed()
    // Who is only blamed is not told as the doer.
    let blamed = Set(happening.blamed.compactMap(\.id))
    happening.actors.removeAll { $0.id.map(blamed.contains) ?? false }
    let ids = Set(happening.events)
    happening.figures = draft.figures.filter { $0.about.map(ids.contains) ?? false }.map(\.id)
    happening.claims = draft.claims.filter { !ids.isDisjoint(with: $0.record.about) }.map(
      \.record.id)
    happening.main = standing.isMain(events)
    happening.background = standing.isBackground(happening)
    for record in records { happening.by.add(record.by) }
    return happening
  }

  private static func weight(_ event: Int, _ draft: Draft) -> Double {
    draft.mention(of: event).map { Double($0.typeScore * $0.score) }
      ?? draft.events[event].record.confidence
  }

  /// The value that weighs most; of equals the one that comes first.
  static func commonest<Value: Hashable>(_ values: [(Value, Double)]) -> Value? {
    var weights: [Value: Double] = [:]
    for (value, weight) in values { weights[value, default: 0] += weight }
    let most = weights.values.max()
    return values.first { weights[$0.0] == most }?.0
  }
}

/// What a report as a whole tells of a happening: the reporter's voice goes before anybody's.
struct HappeningStatus {
  let status: EventStatus
  let certainty: Certainty
  /// Each voice apart, if they differ.
  let statuses: [ToldStatus]

  init(_ events: [Event]) {
    var voices: [ToldStatus] = []
    for event in events {
      if let same = voices.firstIndex(where: {
        $0.saidBy == event.saidBy && $0.status == event.status
      }) {
        voices[same].events.append(event.id)
      } else {
        voices.append(ToldStatus(status: event.status, saidBy: event.saidBy, events: [event.id]))
      }
    }
    // The reporter's own voice; without it whatever most mentions say. What a headline only quotes is not its own.
    let own = events.filter { $0.saidBy == nil && !$0.isOnlyQuoted }
    let deciding = own.isEmpty ? events : own
    let decided =
      HappeningReader.commonest(deciding.map { ($0.status, $0.confidence) }) ?? .happened
    status = decided
    certainty =
      HappeningReader.commonest(
        deciding.filter { $0.status == decided }.map { ($0.certainty, $0.confidence) }) ?? .asserted
    statuses = voices.count > 1 ? voices : []
  }
}
