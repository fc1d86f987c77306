import HearsayRecords

// Did it happen, who did it, how many.
extension QuestionDrawing {
  /// What somebody may have to answer for.
  private static let hostile: Set<EventType> = [
    .assault, .coerce, .crime, .threaten, .mobilize, .sanction, .accident, .disaster,
  ]

  // MARK: Did it happen?

  func happened(_ tellers: [Teller]) -> [Draft]? {
    var drafts: [Draft] = []
    let accused = Set(tellers.flatMap { $0.telling.blamed + $0.telling.actors }.map(\.party))
    // Where a reporter tells it in his own voice, whoever is accused denies that it was he, which is another question.
    let isTold = tellers.contains { teller in
      teller.telling.certainty == .asserted
        && teller.telling.statuses.contains { $0.voice == 0 && $0.status.isReal }
    }
    func isAnotherQuestion(_ voice: Voice) -> Bool {
      guard isTold, let mine = voice.party else { return false }
      return accused.contains { $0.agreement(with: mine) == .same }
    }
    for teller in tellers {
      for status in teller.telling.statuses {
        let voice = teller.voice(status.voice)
        // "No group has claimed the attack" is nobody's word on whether there was one.
        guard !voice.isNegative else { continue }
        guard !(status.status.isDenied && isAnotherQuestion(voice)) else { continue }
        let by = by(teller, status.voice, status.words)
        if status.status.isReal {
          drafts.add(value: "yes", label: "it happened", by)
        } else if status.status.isDenied {
          drafts.add(value: "no", label: "it did not happen", by)
        } else if status.status == .attempted {
          drafts.add(value: "attempted", label: "it was attempted", by)
        }
      }
      for number in teller.telling.about {
        let voice = teller.voice(number)
        guard !voice.isNegative, !isAnotherQuestion(voice) else { continue }
        switch voice.act {
        case .deny: drafts.add(value: "no", label: "it did not happen", by(teller, number, []))
        case .doubt: drafts.add(value: "unclear", label: "doubtful", by(teller, number, []))
        case .accuse, .confirm, .claimResponsibility:
          // Whoever accuses somebody of it holds that it happened, unless his own words for it say otherwise.
          guard !teller.telling.statuses.contains(where: { $0.voice == number }),
            !teller.telling.status.isToCome
          else { continue }
          drafts.add(value: "yes", label: "it happened", by(teller, number, []))
        default: continue
        }
      }
    }
    guard drafts.contains(where: { $0.value == "no" || $0.value == "unclear" }),
      drafts.contains(where: { $0.value == "yes" || $0.value == "attempted" }),
      isContested(drafts)
    else { return nil }
    return drafts
  }

  // MARK: Who?

  func who(_ tellers: [Teller]) -> [Draft]? {
    guard
      tellers.contains(where: {
        Self.hostile.contains($0.telling.type) || !$0.telling.blamed.isEmpty
      })
    else { return nil }
    let parties = Parties(
      tellers.map { ($0.report, $0.telling.actors + $0.telling.blamed) }, sketches)
    var drafts: [Draft] = []
    var hasDoubt = false
    for teller in tellers {
      for role in teller.telling.actors + teller.telling.blamed where !role.party.names.isEmpty {
        let isBlamed = teller.telling.blamed.contains(role)
        guard !isBlamed || !teller.voice(role.voice).isNegative else { continue }
        let name = parties.name(of: role)
        hasDoubt = hasDoubt || isBlamed
        drafts.add(value: name, label: name, by(teller, role.voice, [role.words]))
      }
      for number in teller.telling.about {
        let voice = teller.voice(number)
        switch voice.act {
        case .claimResponsibility where voice.isNegative:
          drafts.add(
            value: "nobody", label: "nobody has claimed responsibility", by(teller, number, []))
        case .deny where !voice.isNegative, .disavow where !voice.isNegative:
          guard let party = voice.party, let speaker = voice.speaker,
            let known = parties.name(like: party)
          else { continue }
          hasDoubt = true
          drafts.add(value: "not \(known)", label: "not \(speaker)", by(teller, number, []))
        case .accuse where voice.isNegative:
          // "Washington has not accused Sorrat" blames nobody.
          drafts.add(value: "open", label: "left open", by(teller, number, []))
        case .accuse, .condemn:
          for role in voice.blames where !voice.isNegative {
            hasDoubt = true
            let name = parties.name(of: role)
            drafts.add(value: name, label: name, by(teller, number, [role.words]))
          }
        default: continue
        }
      }
    }
    guard !drafts.isEmpty else { return nil }
    return hasDoubt || drafts.contains { $0.value == "nobody" } || isContested(telling(drafts))
      ? drafts : nil
  }

  /// The answers that name somebody: "a gunman" and "somebody" differ from nobody's.
  private func telling(_ drafts: [Draft]) -> [Draft] {
    drafts.filter { draft in Stems.words(draft.label).contains { $0.isCapital } }
  }

  // MARK: How many?

  func howMany(_ tellers: [Teller]) -> [(of: String, answers: [Draft])] {
    CountGroup.groups(
      tellers.flatMap { teller in
        teller.telling.counts.map {
          CountGroup.Item(report: teller.report, teller: teller, count: $0)
        }
      }
    ).compactMap { group in
      var drafts: [Draft] = []
      for item in group.items {
        guard let range = item.count.range else { continue }
        let value = Self.value(range)
        drafts.add(
          value: value, label: item.count.words.exact.safeLine,
          by(item.teller, item.count.voice, [item.count.words], figure: item.count.id))
      }
      guard isContested(drafts), group.differs(roots) else { return nil }
      return (group.counts, drafts)
    }
  }

  static func value(_ range: ClosedRange<Double>) -> String {
    func text(_ number: Double) -> String {
      number.rounded() == number && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
    }
    if range.lowerBound == range.upperBound { return text(range.lowerBound) }
    if range.upperBound == .infinity { return "≥ \(text(range.lowerBound))" }
    if range.lowerBound == -.infinity { return "≤ \(text(range.upperBound))" }
    return "\(text(range.lowerBound))–\(text(range.upperBound))"
  }
}

/// Numbers of one incident that count the same.
struct CountGroup {
  struct Item {
    let report: Int
    let teller: QuestionDrawing.Teller
    let count: Count
  }

  var items: [Item]

  /// What is counted, in the words of the first.
  var counts: String { items[0].count.counts }

  /// Puts numbers together that count the same, in the order of their first.
  static func groups(_ items: [Item]) -> [CountGroup] {
    var groups: [CountGroup] = []
    for item in items {
      let index = groups.firstIndex { group in
        group.items[0].count.unit == item.count.unit
          && CountedThing.isSame(group.items[0].count.key, item.count.key)
      }
      if let index { groups[index].items.append(item) } else { groups.append(.init(items: [item])) }
    }
    return groups
  }

  /// Whether two roots tell numbers that cannot both be meant, and neither is only an older state of the other.
  func differs(_ roots: Roots) -> Bool {
    for (offset, one) in items.enumerated() {
      for other in items[(offset + 1)...] {
        guard let range = one.count.range, let theirs = other.count.range,
          roots.root(one.report, one.count.voice) != roots.root(other.report, other.count.voice),
          !range.overlaps(theirs), !isGrowth(one, other)
        else { continue }
        return true
      }
    }
    return false
  }

  /// A running total that grows is no contest: the later report has the higher number.
  private func isGrowth(_ one: Item, _ other: Item) -> Bool {
    guard let day = one.teller.sketch.card.day, let theirs = other.teller.sketch.card.day,
      day != theirs, let range = one.count.range, let others = other.count.range
    else { return false }
    let (early, late) = day < theirs ? (range, others) : (others, range)
    return late.lowerBound > early.lowerBound
  }
}

/// The parties of an incident under one name each.
struct Parties {
  private var known: [(party: Party, name: String)] = []

  init(_ roles: [(report: Int, roles: [Role])], _ sketches: [Sketch]) {
    for role in roles.flatMap(\.roles) where name(like: role.party) == nil {
      known.append((role.party, role.name))
    }
  }

  /// The name under which a party is known.
  func name(of role: Role) -> String { name(like: role.party) ?? role.name }

  func name(like party: Party) -> String? {
    known.first { $0.party == party || $0.party.agreement(with: party) == .same }?.name
      ?? known.first { $0.party.isCommon && $0.party.agreement(with: party) == .kind }?.name
  }
}
