import HearsayLedger

// Taking in a few new readings: only what they touch is drawn again. It must come out as if everything had been drawn at once; the
// test of orders and batches holds both against each other.
extension StoryKeeper {
  /// Takes in the readings that came after a row, and what people decided after a number.
  ///
  /// - Returns: How many stories were drawn.
  func update(after row: Int, decidedAfter number: Int) throws -> Int {
    var removed: Set<Int> = []
    var affected = Set(try snapshot.readingsTied(after: row))
    for address in try snapshot.addresses(after: row) {
      let current = try snapshot.newest(at: address)
      let drawn = try file.readings(of: address)
      removed.formUnion(drawn.filter { $0 != current?.row })
      if let current, !drawn.contains(current.row) {
        try sketch(current)
        affected.insert(current.row)
      }
      // Versions that came and were replaced since are kept for questions about the past.
      for line in try snapshot.versions(of: address)
      where line.row > row && line.row != current?.row {
        try sketch(line)
        try file.putAside(line.row)
      }
    }
    for reading in removed { affected.formUnion(try file.copies(of: reading)) }
    // Whoever copied a copy copies what that copies.
    var open = Array(affected)
    while let reading = open.popLast() {
      for copy in try file.copies(of: reading) where affected.insert(copy).inserted {
        open.append(copy)
      }
    }
    var touched: Set<String> = []
    for reading in affected.union(removed) {
      if let story = try file.story(of: reading) { touched.insert(story) }
    }
    var copyOf: [Int: Int] = [:]
    var gone: [Int] = []
    var come: [Int] = []
    for reading in affected.subtracting(removed).sorted() {
      guard let entry = try entry(reading) else { continue }
      let isNode = try file.isNode(reading)
      if let original = try original(of: entry, without: removed) {
        copyOf[reading] = original
        if isNode { gone.append(reading) }
      } else if !isNode {
        come.append(reading)
      }
    }
    for reading in removed.sorted() where try file.isNode(reading) { gone.append(reading) }
    var former = FormerLists()
    let moved = try changeGraph(gone: gone, come: come, &former)
    var seeds = try moved.union(formerParts(around: moved, former))
    for reading in removed { try file.putAside(reading) }
    seeds.formUnion(copyOf.values)
    let reshaped = try resketch(after: number, without: removed)
    let ruled = try snapshot.readingsRuled(after: number)
    for reading in Set(ruled + reshaped).sorted() where !removed.contains(reading) {
      seeds.insert(try copyOf[reading] ?? file.copyOf(reading) ?? reading)
      if let story = try file.story(of: reading) { touched.insert(story) }
    }
    return try redraw(
      seeds: seeds, touched: touched, removed: removed, copyOf: copyOf,
      asked: affected.subtracting(removed))
  }

  /// Sketches the readings anew whose records people set right after a number.
  private func resketch(after number: Int, without removed: Set<Int>) throws -> [Int] {
    let reshaped = revised.filter { $0.value > number && !removed.contains($0.key) }.keys.sorted()
    return try reshaped.filter { reading in
      guard let row = try file.row(of: reading),
        let line = try snapshot.newest(at: row.address), line.row == reading
      else { return false }
      try sketchAnew(line)
      return true
    }
  }

  /// The earliest reading that counts of which a reading is a copy, followed to the end; `nil` if it is none.
  private func original(of entry: Entry, without removed: Set<Int>) throws -> Int? {
    var current = entry
    while true {
      var best: Entry?
      for reading in try snapshot.copyTies(of: current.reading) where !removed.contains(reading) {
        guard let other = try self.entry(reading), Entry.isEarlier(other, current) else { continue }
        if best.map({ Entry.isEarlier(other, $0) }) ?? true { best = other }
      }
      guard let best else { break }
      current = best
    }
    return current.reading == entry.reading ? nil : current.reading
  }

  // MARK: The graph

  /// Takes reports out of the graph and puts others in.
  ///
  /// - Returns: All whose ties may have changed.
  private func changeGraph(
    gone: [Int], come: [Int], _ former: inout FormerLists
  ) throws -> Set<Int> {
    var seeds: Set<Int> = []
    var dirty: Set<Int> = []
    for reading in gone {
      guard let entry = try entry(reading) else { continue }
      // Whoever has it among the nearest finds it by the features by which it finds them.
      for other in try near(entry) {
        let theirs = try file.nearest(of: other.entry.reading)
        if theirs.contains(where: { $0.reading == reading }) { dirty.insert(other.entry.reading) }
      }
      seeds.formUnion(try file.nearest(of: reading).map(\.reading))
    }
    for reading in gone {
      guard let entry = try entry(reading) else { continue }
      try former.note(reading, in: file)
      try file.removeNode(reading, terms: entry.node.terms, day: entry.node.day)
    }
    dirty.subtract(gone)
    seeds.subtract(gone)
    var nodes: [Int: Entry] = [:]
    for reading in come {
      guard let entry = try entry(reading) else { continue }
      nodes[reading] = entry
      try file.putTerms(entry.node.terms, day: entry.node.day, of: reading)
    }
    let new = Set(come)
    for reading in come {
      guard let entry = nodes[reading] else { continue }
      let near = try near(entry)
      seeds.insert(reading)
      try former.note(reading, in: file)
      try file.putNearest(Self.nearest(near), of: reading)
      for other in near
      where !new.contains(other.entry.reading) && !dirty.contains(other.entry.reading) {
        seeds.formUnion(try add(entry, other.likeness, toNearestOf: other.entry, &former))
      }
    }
    for reading in dirty.sorted() {
      guard let entry = try entry(reading) else { continue }
      seeds.insert(reading)
      seeds.formUnion(try file.nearest(of: reading).map(\.reading))
      let near = Self.nearest(try near(entry))
      seeds.formUnion(near.map(\.reading))
      try former.note(reading, in: file)
      try file.putNearest(near, of: reading)
    }
    return seeds
  }

  /// All that are alike enough of those that a report finds.
  private func near(_ entry: Entry) throws -> [Found] {
    try file.alike(entry).compactMap { reading, likeness in
      try self.entry(reading).map { Found(entry: $0, likeness: likeness) }
    }.sorted(by: Found.isNearer)
  }

  private static func nearest(_ found: [Found]) -> [DrawnFile.Near] {
    found.prefix(NearGraph.nearest).map { .init(reading: $0.entry.reading, likeness: $0.likeness) }
  }

  /// Takes a report among the nearest of another, if it is near enough.
  ///
  /// - Returns: Those whose ties may have changed.
  private func add(
    _ entry: Entry, _ likeness: Float, toNearestOf other: Entry, _ former: inout FormerLists
  ) throws -> Set<Int> {
    var found: [Found] = [Found(entry: entry, likeness: likeness)]
    let nearest = try file.nearest(of: other.reading)
    if nearest.count == NearGraph.nearest, nearest.allSatisfy({ $0.likeness > likeness }) {
      return []
    }
    for near in nearest where near.reading != entry.reading {
      guard let known = try self.entry(near.reading) else { continue }
      found.append(Found(entry: known, likeness: near.likeness))
    }
    found.sort(by: Found.isNearer)
    let kept = Self.nearest(found)
    guard kept.contains(where: { $0.reading == entry.reading }) else { return [] }
    try former.note(other.reading, in: file)
    try file.putNearest(kept, of: other.reading)
    return Set(found.dropFirst(NearGraph.nearest).map(\.entry.reading)).union([other.reading])
  }

  // MARK: The stories

  /// All that hung together with some reports before their lists of the nearest changed: where something was joined to it, it may be cut
  /// at a higher likeness now, and where something was taken away, at a lower one.
  private func formerParts(around moved: Set<Int>, _ former: FormerLists) throws -> Set<Int> {
    let finder = PartFinder(largest: largest, kept: former.reader(file))
    var found: Set<Int> = []
    for reading in moved.union(former.lists.keys).sorted() where !found.contains(reading) {
      found.formUnion(try finder.part(of: reading))
    }
    return found
  }

  /// Draws the parts of the graph that some reports are in.
  private func redraw(
    seeds: Set<Int>, touched: Set<String>, removed: Set<Int>, copyOf: [Int: Int], asked: Set<Int>
  ) throws -> Int {
    var stories = touched
    var copies: [Int: Int] = copyOf
    var open = seeds.sorted()
    var looked: Set<String> = []
    let ties = try ties(copyOf)
    func takeIn(_ story: String) throws {
      guard looked.insert(story).inserted else { return }
      stories.insert(story)
      for member in try file.members(of: story) where !removed.contains(member.reading) {
        if let of = member.copyOf {
          if !asked.contains(member.reading) { copies[member.reading] = of }
        } else {
          open.append(member.reading)
        }
      }
    }
    for story in touched { try takeIn(story) }
    let finder = PartFinder(largest: largest, kept: FormerLists().reader(file))
    var groups: [Set<Int>] = []
    var found: Set<Int> = []
    while let reading = open.popLast() {
      guard !found.contains(reading), try file.isNode(reading) else { continue }
      var group: Set<Int> = []
      var parts = [reading]
      while let next = parts.popLast() {
        guard !group.contains(next), try file.isNode(next) else { continue }
        let part = try finder.part(of: next)
        group.formUnion(part)
        for member in part {
          if let story = try file.story(of: member) { try takeIn(story) }
          // What people took for one joins whole parts.
          parts += ties[member] ?? []
        }
      }
      found.formUnion(group)
      groups.append(group)
    }
    let copiesOf = Dictionary(grouping: copies.keys, by: { copies[$0] ?? 0 })
    let drawn = try groups.flatMap { group in
      try Entry.stories(of: group.compactMap { try entry($0) }, ties: ties).map {
        Drawn($0, copies: copiesOf, verdicts, revised: revised)
      }
    }
    return try replace(
      try file.drawnMembers(of: stories), by: drawn.sorted { $0.first < $1.first })
  }

  /// For each report in the graph those whose happenings people took for its own.
  private func ties(_ copyOf: [Int: Int]) throws -> [Int: [Int]] {
    var ties: [Int: [Int]] = [:]
    for pair in verdicts.ties {
      let nodes = try pair.map { try copyOf[$0] ?? file.copyOf($0) ?? $0 }
      ties[nodes[0], default: []].append(nodes[1])
      ties[nodes[1], default: []].append(nodes[0])
    }
    return ties
  }
}

/// Lists of the nearest as they were before they were changed.
private struct FormerLists {
  private(set) var lists: [Int: [DrawnFile.Near]] = [:]

  /// Notes the list of a report, if it is not noted yet.
  mutating func note(_ reading: Int, in file: DrawnFile) throws(LedgerError) {
    guard lists[reading] == nil else { return }
    lists[reading] = try file.nearest(of: reading)
  }

  /// What reads lists as they were, each once.
  func reader(_ file: DrawnFile) -> (Int) throws -> [DrawnFile.Near] {
    var known = lists
    return { reading in
      if let list = known[reading] { return list }
      let list = try file.nearest(of: reading)
      known[reading] = list
      return list
    }
  }
}
