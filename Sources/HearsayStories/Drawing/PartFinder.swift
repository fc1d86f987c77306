import HearsayLedger

/// Finds the part of the near graph that a report is in, as ``StoryDrawing`` cuts the graph, without walking through more than it must.
///
/// ``StoryDrawing`` cuts a part of too many reports again at a higher likeness. So the part of a report is what hangs together with it at the
/// lowest of those likenesses at which that is not too much. Here the strongest tie is followed first, and no further than to one
/// report too many: of a graph in which nearly all hangs together, only what is nearest is looked at. A test holds both against each other.
struct PartFinder {
  /// The nearest of a report, the nearest first, as far as they are known.
  struct Nearest {
    var near: [DrawnFile.Near]
    /// Likeness up to which there may be others that are not told yet; `nil` if there are none.
    var open: Float?
  }

  /// What is near a report: all of it if `isWhole`, else as much as is known without looking for it.
  private let nearest: (_ reading: Int, _ isWhole: Bool) throws -> Nearest
  private let largest: Int

  init(
    largest: Int, nearest: @escaping (_ reading: Int, _ isWhole: Bool) throws -> Nearest
  ) {
    self.largest = largest
    self.nearest = nearest
  }

  /// What is known of lists that are kept whole.
  init(largest: Int, kept: @escaping (Int) throws -> [DrawnFile.Near]) {
    self.init(largest: largest) { reading, _ in Nearest(near: try kept(reading), open: nil) }
  }

  /// The readings that hang together with one, itself among them.
  func part(of start: Int) throws -> [Int] {
    var frontier = Frontier()
    var members: [Int] = []
    var isMember: Set<Int> = []
    // The weakest tie that was needed to come so far.
    var reach: [Float] = []
    var weakest = Float.infinity
    func take(_ reading: Int) throws {
      members.append(reading)
      reach.append(weakest)
      isMember.insert(reading)
      push(try nearest(reading, false), of: reading)
    }
    func push(_ found: Nearest, of reading: Int) {
      for near in found.near where !isMember.contains(near.reading) {
        frontier.push(.init(likeness: near.likeness, from: reading, to: near.reading))
      }
      if let open = found.open {
        frontier.push(.init(likeness: open, from: reading, to: nil))
      }
    }
    try take(start)
    while let tie = frontier.pop() {
      guard let other = tie.to else {
        let whole = try nearest(tie.from, true).near.filter { $0.likeness <= tie.likeness }
        push(Nearest(near: whole, open: nil), of: tie.from)
        continue
      }
      guard !isMember.contains(other), try has(other, tie.from, tie.likeness) else { continue }
      weakest = min(weakest, tie.likeness)
      guard members.count < largest else {
        let least = Self.cut(above: weakest)
        return zip(members, reach).prefix { $0.1 >= least }.map(\.0)
      }
      try take(other)
    }
    return members
  }

  /// Whether a report has another, of some likeness, among its nearest.
  private func has(_ reading: Int, _ other: Int, _ likeness: Float) throws -> Bool {
    let known = try nearest(reading, false)
    if known.near.contains(where: { $0.reading == other }) { return true }
    guard let open = known.open, likeness <= open else { return false }
    return try nearest(reading, true).near.contains { $0.reading == other }
  }

  /// The lowest likeness above one at which parts are cut.
  private static func cut(above weakest: Float) -> Float {
    var least = NearGraph.leastLikeness
    while least <= weakest { least += StoryDrawing.step }
    return least
  }
}

/// Ties that lead out of a part, the strongest first.
private struct Frontier {
  struct Tie {
    let likeness: Float
    let from: Int
    /// `nil` if all that is near has to be looked for first.
    let to: Int?

    /// What is not known yet goes before ties that are no stronger.
    func goesBefore(_ other: Tie) -> Bool {
      likeness != other.likeness ? likeness > other.likeness : to == nil && other.to != nil
    }
  }

  /// A heap.
  private var ties: [Tie] = []

  mutating func push(_ tie: Tie) {
    ties.append(tie)
    var place = ties.count - 1
    while place > 0, ties[place].goesBefore(ties[(place - 1) / 2]) {
      ties.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func pop() -> Tie? {
    guard let first = ties.first, let last = ties.popLast() else { return nil }
    guard !ties.isEmpty else { return first }
    ties[0] = last
    var place = 0
    while true {
      var best = place
      for child in [2 * place + 1, 2 * place + 2]
      where child < ties.count && ties[child].goesBefore(ties[best]) {
        best = child
      }
      guard best != place else { return first }
      ties.swapAt(place, best)
      place = best
    }
  }
}
