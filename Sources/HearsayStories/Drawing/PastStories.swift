import HearsayLedger
import HearsayRecords

/// Draws single stories of a ledger as it was at a past moment, or as it is without what some people decided, from what is drawn for now:
/// only what hangs together with the report that is asked about is looked at.
///
/// It must come out as if everything had been drawn from what was there then; a test holds both against each other.
final class PastStories {
  private typealias Entry = StoryKeeper.Entry
  private typealias Found = StoryKeeper.Found

  /// After so many reports what is near them is looked for in memory: to have all there takes as long as some ten in the file.
  private static let fewLooked = 8

  private let snapshot: Snapshot
  /// What is drawn for now, whole.
  private let file: DrawnFile
  /// `nil` for now.
  private let moment: Moment?
  private let verdicts: Verdicts
  private let largest: Int
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
  private var nearest: [Int: PartFinder.Nearest] = [:]
  private var parts: [Int: [Int]] = [:]
  /// How many reports were looked for in the file, by their features.
  private var looked = 0
  /// All that counted then and counts now, to find what is near many reports; `nil` until many are asked for.
  private var index: NearIndex?

  /// `nil` for a past in which some report was read again: older readings of it are not kept where stories are drawn.
  ///
  /// - Parameters:
  ///   - snapshot: The ledger.
  ///   - file: What is drawn for now, whole.
  ///   - moment: The moment up to which reports count; `nil` for now.
  ///   - verdicts: What people decided about which happenings are one, so far as it counts.
  ///   - largest: A part of the near graph with more reports is cut again.
  /// - Throws: ``LedgerError``.
  init?(
    _ snapshot: Snapshot, _ file: DrawnFile, _ moment: Moment?, _ verdicts: Verdicts, largest: Int
  ) throws {
    if moment != nil, try snapshot.hasOlderReadings() { return nil }
    self.snapshot = snapshot
    self.file = file
    self.moment = moment
    self.verdicts = verdicts
    self.largest = largest
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
    while true {
      let ties = try snapshot.copyTies(of: current)
      // Most copy nothing, and need not be looked at.
      guard !ties.isEmpty, let entry = try entry(current) else { break }
      var best: Entry?
      for other in ties {
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

  /// The nearest of a report then: as far as what is kept tells them, or all.
  private func nearest(_ reading: Int, _ isWhole: Bool) throws -> PartFinder.Nearest {
    if let known = nearest[reading], !isWhole || known.open == nil { return known }
    let made = try isWhole ? wholeNearest(reading) : keptNearest(reading)
    nearest[reading] = made
    return made
  }

  private func keptNearest(_ reading: Int) throws -> PartFinder.Nearest {
    guard others[reading] == nil else { return .init(near: [], open: .infinity) }
    let kept = try file.nearest(of: reading)
    let left = try kept.filter { try isNode($0.reading) }
    var near = try merged(left, of: reading)
    // A list that is not full has all that are near; one that lost somebody may have room for others, no nearer than its last.
    guard kept.count == NearGraph.nearest, left.count < kept.count, let last = kept.last else {
      return .init(near: near, open: nil)
    }
    near = Array(near.prefix { $0.likeness > last.likeness })
    return .init(near: near, open: near.count < NearGraph.nearest ? last.likeness : nil)
  }

  private func wholeNearest(_ reading: Int) throws -> PartFinder.Nearest {
    guard let entry = try entry(reading) else { return .init(near: [], open: nil) }
    return .init(near: try nearest(of: try alike(entry) + nearOthers(entry)), open: nil)
  }

  /// What is kept of those near a report with those that stood for themselves then.
  private func merged(
    _ kept: [DrawnFile.Near], of reading: Int
  ) throws -> [DrawnFile.Near] {
    guard !others.isEmpty, let entry = try entry(reading) else { return kept }
    let others = nearOthers(entry)
    return others.isEmpty ? kept : try nearest(of: others + kept)
  }

  /// The nearest of some reports.
  private func nearest(of found: [DrawnFile.Near]) throws -> [DrawnFile.Near] {
    var alike = Alike()
    for (place, near) in found.enumerated() { alike.add(place, likeness: near.likeness) }
    return try alike.nearest(NearGraph.nearest) { _ in true }.compactMap { one -> Found? in
      try entry(found[one.thing].reading).map { Found(entry: $0, likeness: one.likeness) }
    }.sorted(by: Found.isNearer).prefix(NearGraph.nearest).map {
      .init(reading: $0.entry.reading, likeness: $0.likeness)
    }
  }

  /// The nearest of those that stand for themselves now as then, and all that are as near as the last of them.
  private func alike(_ entry: Entry) throws -> [DrawnFile.Near] {
    looked += 1
    guard looked <= Self.fewLooked else {
      return try indexed().nearest(
        entry.reading, entry.node, most: NearGraph.nearest, isWanted: isNode
      ).map { .init(reading: $0.reading, likeness: $0.likeness) }
    }
    var alike = Alike()
    for one in try file.alike(entry, without: late) {
      alike.add(one.reading, likeness: one.likeness)
    }
    return try alike.nearest(NearGraph.nearest, isWanted: isNode).map {
      .init(reading: $0.thing, likeness: $0.likeness)
    }
  }

  private func indexed() throws -> NearIndex {
    if let index { return index }
    let made = NearIndex(try file.graph(without: late).compactMap(NearIndex.Item.init))
    index = made
    return made
  }

  private func nearOthers(_ entry: Entry) -> [DrawnFile.Near] {
    guard !others.isEmpty else { return [] }
    var looked: Set<Int> = [entry.reading]
    var found: [DrawnFile.Near] = []
    for term in entry.node.terms {
      for reading in otherTerms[term] ?? [] {
        guard let other = others[reading],
          term & 1 == 1 || NearGraph.isNear(entry.node.day, other.node.day),
          looked.insert(reading).inserted
        else { continue }
        let likeness = entry.node.signature.likeness(to: other.node.signature)
        if likeness >= NearGraph.leastLikeness {
          found.append(.init(reading: reading, likeness: likeness))
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
    var together: Set<Int> = []
    var open = [start]
    while let next = open.popLast() {
      guard !together.contains(next), try entry(next) != nil else { continue }
      let part = try part(of: next)
      together.formUnion(part)
      // What people took for one joins whole parts.
      open += part.flatMap { ties[$0] ?? [] }
    }
    let stories = try Entry.stories(of: together.compactMap { try entry($0) }, ties: ties)
    guard let story = stories.first(where: { $0.contains { $0.reading == start } }) else {
      return nil
    }
    var members: [DrawnFile.Member] = []
    for entry in story {
      members.append(.init(reading: entry.reading, copyOf: nil))
      members += try copies(of: entry.reading).map { .init(reading: $0, copyOf: entry.reading) }
    }
    members.sort { $0.reading < $1.reading }
    return (members, verdicts.about(members.map(\.reading)))
  }

  /// What hung together with a report then.
  private func part(of reading: Int) throws -> [Int] {
    if let known = parts[reading] { return known }
    let part = try PartFinder(largest: largest) { try self.nearest($0, $1) }.part(of: reading)
    for member in part { parts[member] = part }
    return part
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
