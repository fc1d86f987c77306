import HearsayLedger
import HearsayRecords

/// Draws single stories of a ledger as it was at a past moment, or as it is without what some people decided, from what is drawn for now:
/// only what hangs together with the report that is asked about is looked at.
///
/// It must come out as if everything had been drawn from what was there then; a test holds both against each other.
final class PastStories {
  private typealias Entry = StoryKeeper.Entry
  private typealias Found = StoryKeeper.Found

  private let snapshot: Snapshot
  /// What is drawn for now, whole.
  private let file: DrawnFile
  /// `nil` for now.
  private let moment: Moment?
  private let verdicts: Verdicts
  /// Readings that the ledger did not know yet.
  private let late: Set<Int>
  /// Readings in whose place there is another now.
  private let gone: Set<Int>
  /// Those that stood for themselves then and do not now.
  private var others: [Int: Entry] = [:]
  /// Under which features those are looked up.
  private var otherTerms: [Int: [Int]] = [:]
  /// For each report those whose happenings people took for its own.
  private var ties: [Int: [Int]] = [:]

  private var entries: [Int: Entry?] = [:]
  private var there: [Int: Bool] = [:]
  private var originals: [Int: Int?] = [:]
  private var nearest: [Int: [Found]] = [:]

  /// `nil` for a past in which some report was read again: older readings of it are not kept where stories are drawn.
  ///
  /// - Parameters:
  ///   - snapshot: The ledger.
  ///   - file: What is drawn for now, whole.
  ///   - moment: The moment up to which reports count; `nil` for now.
  ///   - verdicts: What people decided about which happenings are one, so far as it counts.
  /// - Throws: ``LedgerError``.
  init?(
    _ snapshot: Snapshot, _ file: DrawnFile, _ moment: Moment?, _ verdicts: Verdicts
  ) throws {
    if moment != nil, try snapshot.hasOlderReadings() { return nil }
    self.snapshot = snapshot
    self.file = file
    self.moment = moment
    self.verdicts = verdicts
    late = try moment.map { try file.seen(after: $0) } ?? []
    gone = Set(try file.gone())
    if moment != nil { try findOthers() }
    for pair in verdicts.ties where try pair.allSatisfy(isThere) {
      let nodes = try pair.map { try original(of: $0) ?? $0 }
      ties[nodes[0], default: []].append(nodes[1])
      ties[nodes[1], default: []].append(nodes[0])
    }
  }

  private func findOthers() throws {
    var possible = try gone.filter(isThere)
    // Whoever copies what came later copied something else then, or nothing.
    for (of, copies) in Dictionary(grouping: try file.copies(), by: \.of)
    where late.contains(of) || copies.contains(where: { late.contains($0.reading) }) {
      possible.formUnion(copies.map(\.reading).filter { !late.contains($0) })
    }
    for reading in possible {
      guard try isNode(reading), let entry = try entry(reading) else { continue }
      others[reading] = entry
      for term in entry.node.terms { otherTerms[term, default: []].append(reading) }
    }
  }

  // MARK: What was there

  private func entry(_ reading: Int) throws(LedgerError) -> Entry? {
    if let known = entries[reading] { return known }
    let made = try file.row(ofPast: reading).flatMap(Entry.init)
    entries[reading] = .some(made)
    return made
  }

  private func isThere(_ reading: Int) throws(LedgerError) -> Bool {
    guard !late.contains(reading) else { return false }
    guard gone.contains(reading) else { return true }
    guard let moment else { return false }
    if let known = there[reading] { return known }
    let counted = try snapshot.counted(reading, asOf: moment)
    there[reading] = counted
    return counted
  }

  /// The earliest reading of which a reading was a copy, followed to the end; `nil` if it was none.
  private func original(of reading: Int) throws(LedgerError) -> Int? {
    if let known = originals[reading] { return known }
    var current = reading
    while let entry = try entry(current) {
      var best: Entry?
      for other in try snapshot.copyTies(of: current) {
        guard try isThere(other), let other = try self.entry(other), Entry.isEarlier(other, entry)
        else { continue }
        if best.map({ Entry.isEarlier(other, $0) }) ?? true { best = other }
      }
      guard let best else { break }
      current = best.reading
    }
    let found = current == reading ? nil : current
    originals[reading] = .some(found)
    return found
  }

  private func isNode(_ reading: Int) throws(LedgerError) -> Bool {
    guard try isThere(reading) else { return false }
    return try original(of: reading) == nil
  }

  // MARK: What was near

  /// The nearest of a report then.
  private func nearest(_ reading: Int) throws -> [Found] {
    if let known = nearest[reading] { return known }
    guard let entry = try entry(reading) else { return [] }
    let kept = others[reading] == nil ? try file.nearest(of: reading) : []
    let left = try kept.filter { try isNode($0.reading) }
    // A list that is not full has all that are near; one that lost somebody may have room for others.
    let isWhole =
      others[reading] == nil && (kept.count < NearGraph.nearest || left.count == kept.count)
    var found =
      isWhole
      ? try left.compactMap { near in
        try self.entry(near.reading).map { Found(entry: $0, likeness: near.likeness) }
      } : try near(entry)
    found += nearOthers(entry)
    let nearest = Array(found.sorted(by: Found.isNearer).prefix(NearGraph.nearest))
    self.nearest[reading] = nearest
    return nearest
  }

  /// Of those that stand for themselves now as then, all that are alike enough.
  private func near(_ entry: Entry) throws -> [Found] {
    try file.alike(entry, without: late).compactMap { reading, likeness in
      guard try isNode(reading) else { return nil }
      return try self.entry(reading).map { Found(entry: $0, likeness: likeness) }
    }
  }

  private func nearOthers(_ entry: Entry) -> [Found] {
    guard !others.isEmpty else { return [] }
    var looked: Set<Int> = [entry.reading]
    var found: [Found] = []
    for term in entry.node.terms {
      for reading in otherTerms[term] ?? [] {
        guard let other = others[reading],
          term & 1 == 1 || NearGraph.isNear(entry.node.day, other.node.day),
          looked.insert(reading).inserted
        else { continue }
        let likeness = entry.node.signature.likeness(to: other.node.signature)
        if likeness >= NearGraph.leastLikeness {
          found.append(Found(entry: other, likeness: likeness))
        }
      }
    }
    return found
  }

  // MARK: The story

  /// The members of the story that a reading was in, with the decisions about their happenings; `nil` if the reading was not there.
  func story(
    with reading: Int
  ) throws -> (members: [DrawnFile.Member], rulings: [Verdicts.Ruling])? {
    guard try isThere(reading) else { return nil }
    let start = try original(of: reading) ?? reading
    var entries: [Entry] = []
    var visited: Set<Int> = []
    var open = [start]
    while let next = open.popLast() {
      guard visited.insert(next).inserted, let entry = try entry(next) else { continue }
      entries.append(entry)
      for other in try nearest(next).map(\.entry.reading) where !visited.contains(other) {
        if try nearest(other).contains(where: { $0.entry.reading == next }) { open.append(other) }
      }
      open += ties[next] ?? []
    }
    entries.sort(by: Entry.isEarlier)
    let places = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.reading, $0) })
    let neighbours = try entries.map { entry in
      try nearest(entry.reading).compactMap { near in
        places[near.entry.reading].map {
          NearGraph.Neighbour(index: $0, likeness: near.likeness)
        }
      }
    }
    let joined = ties.flatMap { one, others in
      others.compactMap { other in
        places[one].flatMap { left in places[other].map { (left, $0) } }
      }
    }.filter { $0.0 < $0.1 }.sorted { $0 < $1 }
    let stories = StoryDrawing(entries.map(\.node), neighbours: neighbours, joined: joined)
      .stories()
    guard let place = places[start], let story = stories.first(where: { $0.contains(place) })
    else { return nil }
    var members: [DrawnFile.Member] = []
    for entry in story.map({ entries[$0] }) {
      members.append(.init(reading: entry.reading, copyOf: nil))
      members += try copies(of: entry.reading).map { .init(reading: $0, copyOf: entry.reading) }
    }
    members.sort { $0.reading < $1.reading }
    return (members, verdicts.about(members.map(\.reading)))
  }

  /// The readings that were copies of a reading, or of a copy of it.
  private func copies(of reading: Int) throws -> [Int] {
    var copies: Set<Int> = []
    var open = [reading]
    while let next = open.popLast() {
      for copy in try snapshot.copies(tiedTo: next) where !copies.contains(copy) {
        guard try isThere(copy), try original(of: copy) == reading else { continue }
        copies.insert(copy)
        open.append(copy)
      }
    }
    return copies.sorted()
  }
}
