import HearsayLedger

extension StoryKeeper {
  /// Draws everything at once.
  func drawAll() throws -> Int {
    var scope = Scope()
    scope.asOf = asOf
    let lines = try snapshot.lines(scope)
    let known = try file.sketched()
    try sketch(lines.filter { !known.contains($0.row) || revised[$0.row] != nil })
    let current = Set(lines.map(\.row))
    for reading in known where !current.contains(reading) { try file.putAside(reading) }
    if asOf == nil { try sketchPast(without: current) }
    var entries: [Entry] = []
    for line in lines {
      if let entry = try entry(line.row) { entries.append(entry) }
    }
    entries.sort(by: Entry.isEarlier)
    let copyOf = try copies(among: entries)
    let own = entries.filter { copyOf[$0.reading] == nil }
    let nodes = own.map(\.node)
    let neighbours = NearGraph(nodes).neighbours()
    try file.clearGraph()
    // In the order of the table, so that it grows at its end only.
    let terms = own.flatMap { entry in
      entry.node.terms.map {
        DrawnFile.Term(term: $0, day: entry.node.day, reading: entry.reading)
      }
    }
    for term in terms.sorted() { try file.put(term) }
    for (number, entry) in own.enumerated() {
      try file.putNearest(
        neighbours[number].map { .init(reading: own[$0.index].reading, likeness: $0.likeness) },
        of: entry.reading)
    }
    let copies = Dictionary(grouping: copyOf.keys, by: { copyOf[$0] ?? 0 })
    let places = Dictionary(uniqueKeysWithValues: own.enumerated().map { ($1.reading, $0) })
    let joined = verdicts.ties.compactMap { pair in
      places[copyOf[pair[0]] ?? pair[0]].flatMap { left in
        places[copyOf[pair[1]] ?? pair[1]].map { (left, $0) }
      }
    }
    let drawing = StoryDrawing(nodes, neighbours: neighbours, joined: joined, largest: largest)
    let stories = drawing.stories().map {
      Drawn($0.map { own[$0] }, copies: copies, verdicts, revised: revised)
    }
    return try replace(try file.drawnMembers(), by: stories)
  }

  /// Sketches older versions too, for questions about the past.
  private func sketchPast(without current: Set<Int>) throws {
    var scope = Scope()
    scope.versions = .all
    let known = Set(try file.gone())
    let past = try snapshot.lines(scope).filter {
      !current.contains($0.row) && !known.contains($0.row)
    }
    try sketch(past)
    for line in past { try file.putAside(line.row) }
  }

  /// For each copy the earliest reading among those that count that it is a copy of.
  private func copies(among entries: [Entry]) throws -> [Int: Int] {
    let order = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.reading, $0) })
    var earliest: [Int: Int] = [:]
    for tie in try snapshot.copyTies() {
      guard let mine = order[tie.reading], let other = order[tie.of], other < mine else { continue }
      if let known = earliest[tie.reading], order[known] ?? .max <= other { continue }
      earliest[tie.reading] = tie.of
    }
    return earliest.mapValues { of in
      var original = of
      while let before = earliest[original] { original = before }
      return original
    }
  }
}

extension NearGraph.Node {
  /// Under which numbers it is looked up; those that last have the last bit set.
  var terms: [Int] {
    let features = lookedUp
    return Set(features.timed).sorted().map { Int($0) << 1 }
      + Set(features.lasting).sorted().map { Int($0) << 1 | 1 }
  }
}
