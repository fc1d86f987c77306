import HearsayRecords

/// Finds which happenings of different reports are one.
///
/// Pure: a function of the sketches of one story, which must stand in an order that does not depend on the ledger's.
package struct IncidentDrawing {
  /// A key that more tellings share tells nothing and is passed over.
  private static let longestList = 300
  /// Telling words of a sentence by which tellings find each other.
  private static let wordsLookedUp = 5
  private static let namesLookedUp = 4

  /// One happening of one report.
  package struct Member: Hashable, Sendable {
    package let report: Int
    package let telling: Int
  }

  /// Why one member was joined to another.
  package struct Link: Hashable, Sendable {
    package let from: Member
    package let to: Member
    package let score: Double
    package let evidence: [Evidence]
  }

  /// Happenings of different reports that are one.
  package struct Group: Hashable, Sendable {
    /// In the order of the reports.
    package let members: [Member]
    /// For each member but the first, its best link to another.
    package let links: [Link]
  }

  /// What people decided: pairs that are one, and pairs that are not.
  package struct Decisions: Sendable {
    package var same: Set<[String]> = []
    package var different: Set<[String]> = []

    package init() {}

    /// The key of two records.
    package static func key(_ one: String, _ other: String) -> [String] { [one, other].sorted() }

    /// Whether two records are one; `nil` where nobody decided, or people decided otherwise.
    package func verdict(_ one: String, _ other: String) -> Bool? {
      let key = Self.key(one, other)
      let (isSame, isDifferent) = (same.contains(key), different.contains(key))
      return isSame == isDifferent ? nil : isSame
    }
  }

  private let sketches: [Sketch]
  private let model: IncidentModel
  private let decisions: Decisions
  private let members: [Member]
  private let comparands: [Comparand]
  private let register = PartyRegister()

  package init(_ sketches: [Sketch], _ model: IncidentModel, _ decisions: Decisions = Decisions()) {
    self.sketches = sketches
    self.model = model
    self.decisions = decisions
    var members: [Member] = []
    var comparands: [Comparand] = []
    for (number, sketch) in sketches.enumerated() {
      for (at, telling) in sketch.tellings.enumerated() {
        members.append(Member(report: number, telling: at))
        comparands.append(Comparand(report: number, telling, sketch, register))
      }
    }
    self.members = members
    self.comparands = comparands
  }

  /// What was drawn.
  package struct Drawn {
    /// All happenings, each in one group, in the order of their first members.
    package let groups: [Group]
    /// Of two groups that may be one the likest pair, the surest first: for people to decide.
    package let unsure: [Link]
  }

  /// All happenings, each in one group, in the order of their first members.
  package func groups() -> [Group] { drawn().groups }

  /// The groups, and which of them may be one.
  package func drawn() -> Drawn {
    var scores: [Int: Double] = [:]
    var parent = Array(members.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index {
        parent[index] = parent[parent[index]]
        index = parent[index]
      }
      return index
    }
    for (left, right) in candidates() {
      guard let score = score(left, right) else { continue }
      scores[left * members.count + right] = score
      guard IncidentModel.probability(score) >= model.look else { continue }
      let (one, other) = (root(left), root(right))
      if one != other { parent[max(one, other)] = min(one, other) }
    }
    let decided = decidedPairs()
    for (left, right) in decided {
      let (one, other) = (root(left), root(right))
      if one != other { parent[max(one, other)] = min(one, other) }
    }
    let parts = Dictionary(grouping: members.indices, by: root).values.map { $0.sorted() }
    var groups: [[Int]] = []
    for part in parts {
      let places = Dictionary(uniqueKeysWithValues: part.enumerated().map { ($1, $0) })
      let joined = decided.compactMap { pair in
        places[pair.0].flatMap { left in places[pair.1].map { (left, $0) } }
      }
      let clusters = Linkage.clusters(part.count, stop: model.join, joined: joined) { left, right in
        let (one, other) = (part[left], part[right])
        guard members[one].report != members[other].report else { return .never }
        guard let score = scores[one * members.count + other] else {
          return decision(one, other) == false ? .never : .likeness(0)
        }
        return .likeness(IncidentModel.probability(score))
      }
      groups += clusters.map { $0.map { part[$0] } }
    }
    groups.sort { $0[0] < $1[0] }
    return Drawn(
      groups: groups.map { group in
        Group(members: group.map { members[$0] }, links: links(of: group, scores))
      }, unsure: unsure(groups, scores))
  }

  /// Pairs worth a look whose groups stayed apart, one for each two groups.
  private func unsure(_ groups: [[Int]], _ scores: [Int: Double]) -> [Link] {
    var groupOf = [Int](repeating: 0, count: members.count)
    for (number, group) in groups.enumerated() { for member in group { groupOf[member] = number } }
    var best: [Int: (left: Int, right: Int, score: Double)] = [:]
    for (pair, score) in scores {
      let (left, right) = (pair / members.count, pair % members.count)
      let (one, other) = (groupOf[left], groupOf[right])
      guard one != other, IncidentModel.probability(score) >= model.look,
        decision(left, right) == nil, !haveOneReport(groups[one], groups[other])
      else { continue }
      let key = min(one, other) * groups.count + max(one, other)
      if let known = best[key], (known.score, right, left) >= (score, known.right, known.left) {
        continue
      }
      best[key] = (left, right, score)
    }
    return best.values.sorted { ($1.score, $0.left, $0.right) < ($0.score, $1.left, $1.right) }
      .map { link($0.left, $0.right, $0.score) }
  }

  /// Whether a report tells of both: then they are two, or its reader would have made them one.
  private func haveOneReport(_ one: [Int], _ other: [Int]) -> Bool {
    !Set(one.map { members[$0].report }).isDisjoint(with: other.map { members[$0].report })
  }

  /// The score of a pair; `nil` if it may not be one.
  private func score(_ left: Int, _ right: Int) -> Double? {
    switch decision(left, right) {
    case true?: return IncidentModel.decided
    case false?: return nil
    case nil:
      return model.score(
        Comparison(left: comparands[left], right: comparands[right], register: register).evidence())
    }
  }

  private func decision(_ left: Int, _ right: Int) -> Bool? {
    guard !decisions.same.isEmpty || !decisions.different.isEmpty else { return nil }
    return decisions.verdict(id(members[left]), id(members[right]))
  }

  /// `report:record`.
  package func id(_ member: Member) -> String {
    "\(sketches[member.report].card.id):\(sketches[member.report].tellings[member.telling].id)"
  }

  // MARK: Candidates

  private enum Key: Hashable {
    case verb(UInt32)
    case word(UInt32)
    case name(UInt32)
    case party(String)
    case place(String)
    case main
  }

  /// Pairs of different reports that share a key, in order.
  private func candidates() -> [(Int, Int)] {
    var lists: [Key: [Int]] = [:]
    for index in comparands.indices {
      for key in keys(of: comparands[index]) { lists[key, default: []].append(index) }
    }
    var seen: Set<Int> = []
    var pairs: [(Int, Int)] = []
    for list in lists.values where list.count <= Self.longestList {
      for (offset, left) in list.enumerated() {
        for right in list[(offset + 1)...] where members[left].report != members[right].report {
          if seen.insert(left * members.count + right).inserted { pairs.append((left, right)) }
        }
      }
    }
    for (left, right) in decidedPairs() where seen.insert(left * members.count + right).inserted {
      pairs.append((left, right))
    }
    return pairs.sorted { $0 < $1 }
  }

  /// The pairs that people took for one, in order.
  private func decidedPairs() -> [(Int, Int)] {
    guard !decisions.same.isEmpty else { return [] }
    let numbers = Dictionary(
      members.indices.map { (id(members[$0]), $0) }, uniquingKeysWith: { first, _ in first })
    return decisions.same.compactMap { pair -> (Int, Int)? in
      guard decisions.verdict(pair[0], pair[1]) == true, let one = numbers[pair[0]],
        let other = numbers[pair[1]], one != other
      else { return nil }
      return (min(one, other), max(one, other))
    }.sorted { $0 < $1 }
  }

  private func keys(of comparand: Comparand) -> Set<Key> {
    let telling = comparand.telling
    var keys = Set(telling.triggerStems.map(Key.verb))
    func heaviest(_ features: [Signature.Feature], _ most: Int) -> [UInt32] {
      features.sorted { ($1.weight, $0.key) < ($0.weight, $1.key) }.prefix(most).map(\.key)
    }
    keys.formUnion(heaviest(telling.features, Self.wordsLookedUp).map(Key.word))
    keys.formUnion(heaviest(telling.names, Self.namesLookedUp).map(Key.name))
    for role in telling.actors + telling.recipients + telling.blamed {
      keys.formUnion(role.party.telling.map(Key.party))
    }
    for spot in telling.spots where spot.precision != .country {
      keys.insert(.place(spot.name.lowercased()))
    }
    if telling.isMain { keys.insert(.main) }
    return keys
  }

  // MARK: Links

  /// The best links that hold a group together, the surest first, each joining one more member.
  private func links(of group: [Int], _ scores: [Int: Double]) -> [Link] {
    guard group.count > 1 else { return [] }
    var joined = [group[0]]
    var open = Array(group.dropFirst())
    var links: [Link] = []
    while !open.isEmpty {
      var best: (from: Int, to: Int, score: Double)?
      for to in open {
        for from in joined {
          let score = scores[min(from, to) * members.count + max(from, to)] ?? -100
          if best.map({ score > $0.score }) ?? true { best = (from, to, score) }
        }
      }
      guard let best else { break }
      links.append(link(best.from, best.to, best.score))
      joined.append(best.to)
      open.removeAll { $0 == best.to }
    }
    return links
  }

  private func link(_ from: Int, _ to: Int, _ score: Double) -> Link {
    var evidence = Comparison(
      left: comparands[from], right: comparands[to], register: register
    ).evidence()
    if decision(from, to) == true {
      evidence.insert(Evidence(kind: .decision, level: .same, amount: 1), at: 0)
    }
    return Link(from: members[from], to: members[to], score: score, evidence: evidence)
  }

  /// Every candidate pair with its evidence, for fitting the weights.
  package func pairs() -> [(left: Member, right: Member, evidence: [Evidence])] {
    candidates().map { left, right in
      (
        members[left], members[right],
        Comparison(left: comparands[left], right: comparands[right], register: register).evidence()
      )
    }
  }
}
