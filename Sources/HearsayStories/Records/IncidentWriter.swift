import HearsayLedger
import HearsayRecords

/// Writes the record of an incident from the tellings that were joined.
struct IncidentWriter {
  let sketches: [Sketch]
  let original: [Int]
  let roots: Roots
  let drawing: IncidentDrawing
  let model: IncidentModel
  let rulings: [Verdicts.Ruling]

  func incident(_ group: IncidentDrawing.Group) -> Incident {
    let tellings = group.members.map { sketches[$0.report].tellings[$0.telling] }
    let first = tellings[0]
    let isReal = tellings.contains { $0.status.isReal }
    // What is only planned is no telling of what was done; it is kept beside it.
    let expected = isReal ? zip(group.members, tellings).filter { $1.status.isToCome } : []
    let sources = Set(
      zip(group.members, tellings).flatMap { member, telling in
        telling.statuses.map { roots.root(member.report, $0.voice) }
      })
    return Incident(
      event: drawing.id(group.members[0]),
      type: tellings.map(\.type.rawValue).mostFrequent ?? first.type.rawValue,
      mode: tellings.compactMap(\.mode).mostFrequent, label: label(tellings),
      records: group.members.map(drawing.id), told: tellings.count { $0.status.isReal },
      denied: tellings.count { telling in
        telling.statuses.contains { $0.status.isDenied }
      }, sources: sources.count, status: status(tellings), when: when(tellings),
      where: place(tellings), actors: parties(group, \.actors),
      recipients: parties(group, \.recipients), links: group.links.map(link),
      expected: expected.map { drawing.id($0.0) },
      decisions: decisions(Set(group.members.map(drawing.id))))
  }

  /// What people decided about its records.
  private func decisions(_ records: Set<String>) -> [Incident.Decided] {
    rulings.filter { records.contains($0.one) || records.contains($0.other) }.map {
      .init(
        verdict: $0.decision.verdict.rawValue, one: $0.one, other: $0.other,
        person: $0.decision.person, made: $0.decision.made, reason: $0.decision.reason)
    }
  }

  private func label(_ tellings: [Telling]) -> String {
    let main = tellings.filter(\.isMain)
    // The fullest of those that are the matter of their report.
    let labels = (main.isEmpty ? tellings : main).map(\.label)
    return labels.min { ($1.count, $0) < ($0.count, $1) } ?? tellings[0].label
  }

  /// Whether it is told as having happened in the report's own voice, only said, denied, or still to come.
  private func status(_ tellings: [Telling]) -> String {
    let statuses = tellings.flatMap(\.statuses)
    let isTold =
      statuses.contains { $0.status.isReal && $0.voice == 0 }
      && tellings.contains {
        $0.status.isReal && ($0.certainty == .asserted || $0.certainty == .confirmed)
      }
    let isSaid = statuses.contains { $0.status.isReal }
    let isDenied = statuses.contains { $0.status.isDenied }
    if isDenied { return isTold || isSaid ? "open" : "denied" }
    if isTold { return "told" }
    if isSaid { return "said" }
    return tellings.map(\.status.rawValue).mostFrequent ?? "open"
  }

  private func when(_ tellings: [Telling]) -> Incident.When? {
    let times = tellings.flatMap(\.times).filter { $0.days != nil }
    let own = times.filter { !$0.isLent }
    // The narrowest; of those the one that most tell.
    guard
      let best = (own.isEmpty ? times : own).min(by: { one, other in
        let (mine, theirs) = (one.days?.count ?? .max, other.days?.count ?? .max)
        return (mine, one.earliest ?? "", one.words.start)
          < (theirs, other.earliest ?? "", other.words.start)
      })
    else { return nil }
    return .init(
      earliest: best.earliest, latest: best.latest, granularity: best.granularity?.rawValue)
  }

  private func place(_ tellings: [Telling]) -> Incident.Where? {
    let spots = tellings.flatMap(\.spots)
    let own = spots.filter { !$0.isLent }
    let order: [PlacePrecision] = [.exact, .named, .admin2, .admin1, .country]
    let all = own.isEmpty ? spots : own
    let finest = all.map { order.firstIndex(of: $0.precision) ?? 9 }.min()
    let kept = all.filter { order.firstIndex(of: $0.precision) ?? 9 == finest }
    guard let name = kept.map(\.name).mostFrequent,
      let spot = kept.first(where: { $0.name == name })
    else { return nil }
    return .init(
      place: name, precision: spot.precision.rawValue, country: spot.country, lat: spot.lat,
      lon: spot.lon)
  }

  private func parties(
    _ group: IncidentDrawing.Group, _ roles: KeyPath<Telling, [Role]>
  ) -> [Incident.Party] {
    let all = group.members.map { member in
      (
        report: member.report,
        roles: sketches[member.report].tellings[member.telling][keyPath: roles]
      )
    }
    let parties = Parties(all, sketches)
    var joined: [Incident.Party] = []
    for (report, roles) in all {
      for role in roles {
        let name = parties.name(of: role)
        let id = "\(sketches[report].card.id):\(role.entity ?? role.words.exact)"
        if let index = joined.firstIndex(where: { $0.name == name }) {
          if !joined[index].members.contains(id) { joined[index].members.append(id) }
          joined[index].country = joined[index].country ?? role.party.country
          joined[index].code = joined[index].code ?? role.code
        } else {
          joined.append(
            .init(name: name, members: [id], country: role.party.country, code: role.code))
        }
      }
    }
    return joined
  }

  // MARK: Links

  /// A link with its reasons in words.
  func link(_ link: IncidentDrawing.Link) -> Incident.Link {
    let (from, to) = (sketches[link.from.report].card.id, sketches[link.to.report].card.id)
    let weighed = link.evidence.map { (evidence: $0, weight: model.weight(of: $0)) }
    func reasons(_ chosen: [(evidence: Evidence, weight: Double)]) -> [Incident.Reason] {
      chosen.map { one in
        .init(
          kind: one.evidence.kind.word, words: ReasonWords.words(one.evidence),
          weight: (one.weight * 100).rounded() / 100,
          spans: one.evidence.spans.prefix(3).map { Quoted(from, $0) }
            + one.evidence.otherSpans.prefix(3).map { Quoted(to, $0) })
      }
    }
    let told = weighed.filter { abs($0.weight) >= 0.05 && ReasonWords.isTold($0.evidence) }
      .sorted { (abs($1.weight), $0.evidence.name) < (abs($0.weight), $1.evidence.name) }
    let speaking = told.filter { $0.weight > 0 }
    let against = told.filter { $0.weight < 0 }
    let telling = sketches[link.from.report].tellings[link.from.telling]
    let other = sketches[link.to.report].tellings[link.to.telling]
    return Incident.Link(
      from: drawing.id(link.from), to: drawing.id(link.to),
      score: (IncidentModel.probability(link.score) * 1_000).rounded() / 1_000,
      words: ReasonWords.sentence(
        telling, other, speaking: speaking.map(\.evidence), against: against.map(\.evidence)),
      reasons: reasons(speaking), against: reasons(against))
  }

  // MARK: Series

  func series(_ group: IncidentDrawing.Group, incident: String) -> [Series] {
    let items = group.members.flatMap { member in
      let sketch = sketches[member.report]
      let telling = sketch.tellings[member.telling]
      let teller = QuestionDrawing.Teller(report: member.report, telling: telling, sketch: sketch)
      return telling.counts.map {
        CountGroup.Item(report: member.report, teller: teller, count: $0)
      }
    }
    return CountGroup.groups(items).compactMap { group in
      guard Set(group.items.map(\.report)).count > 1 else { return nil }
      let points = group.items.map { item in
        let card = item.teller.sketch.card
        let voice = item.teller.voice(item.count.voice)
        let copied = original[item.report]
        return Series.Point(
          at: card.published, low: item.count.low, value: item.count.value, high: item.count.high,
          approximate: item.count.isApproximate,
          by: voice.speaker ?? card.outlet ?? "report \(card.id)",
          root: roots.root(item.report, item.count.voice), report: card.id,
          spans: [Quoted(card.id, item.count.words)],
          copyOf: copied == item.report ? nil : sketches[copied].card.id, record: item.count.id)
      }
      return Series(
        incident: incident, counts: group.counts, of: group.items.compactMap(\.count.of).first,
        points: points)
    }
  }
}
