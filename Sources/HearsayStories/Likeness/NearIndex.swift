/// Finds what is alike many reports of one set: made ready once, which is worth it where very many are looked for.
final class NearIndex {
  /// A report of the set.
  struct Item {
    let reading: Int
    let node: NearGraph.Node
  }

  private let items: [Item]
  private var likeness: Likeness
  /// By what each finds others; made when it is asked for.
  private var lookedUp: [NearGraph.LookedUp?]

  init(_ items: [Item]) {
    self.items = items
    likeness = Likeness(
      Postings(items.map(\.node.signature.words)), Postings(items.map(\.node.signature.names)),
      count: items.count)
    lookedUp = .init(repeating: nil, count: items.count)
  }

  /// The nearest that a report finds by its features, but for itself: so many that are wanted, and all that are as near as the last.
  ///
  /// - Parameters:
  ///   - reading: The report, which need not be of the set.
  ///   - node: What it is compared by.
  ///   - most: How many.
  ///   - isWanted: Whether one counts; asked of the nearest first, as long as there are too few.
  /// - Returns: The most alike first; of those that are equally alike in no order.
  func nearest(
    _ reading: Int, _ node: NearGraph.Node, most: Int, isWanted: (Int) throws -> Bool
  ) rethrows -> [(reading: Int, likeness: Float)] {
    var alike = Alike()
    likeness.forEach(like: node.signature, atLeast: NearGraph.leastLikeness) {
      alike.add($0, likeness: $1)
    }
    let mine = NearGraph.LookedUp(node)
    return try alike.nearest(most) { index in
      let item = items[index]
      return try item.reading != reading && mine.finds(lookedUp(index)) && isWanted(item.reading)
    }.map { (items[$0.thing].reading, $0.likeness) }
  }

  private func lookedUp(_ index: Int) -> NearGraph.LookedUp {
    if let known = lookedUp[index] { return known }
    let made = NearGraph.LookedUp(items[index].node)
    lookedUp[index] = made
    return made
  }
}

/// Very many things with how alike they are to something, of which a few are wanted: the most alike.
struct Alike {
  private var all: [(thing: Int, likeness: Float)] = []

  mutating func add(_ thing: Int, likeness: Float) { all.append((thing, likeness)) }

  /// So many of the most alike that are wanted, and all that are as alike as the last, the most alike first.
  ///
  /// Only those that come into question are brought into order.
  func nearest(
    _ most: Int, isWanted: (Int) throws -> Bool
  ) rethrows -> [(thing: Int, likeness: Float)] {
    var found: [(thing: Int, likeness: Float)] = []
    var above = Float.infinity
    var wanted = 4 * most
    while true {
      // What was looked at already is at least so alike.
      let least = likeness(below: above, of: wanted)
      let some = all.filter { $0.likeness >= least && $0.likeness < above }
        .sorted { $0.likeness > $1.likeness }
      for one in some {
        if found.count >= most, let last = found.last, one.likeness < last.likeness { return found }
        if try isWanted(one.thing) { found.append(one) }
      }
      guard least > 0 else { return found }
      above = least
      wanted *= 4
    }
  }

  /// Steps into which likenesses are counted.
  private static let steps = 512

  /// A likeness that about so many are at least, of those that are less alike than some; 0 if there are fewer.
  private func likeness(below above: Float, of wanted: Int) -> Float {
    var counts = [Int](repeating: 0, count: Self.steps + 1)
    for one in all where one.likeness < above { counts[Self.step(one.likeness)] += 1 }
    var count = 0
    for step in counts.indices.reversed() {
      count += counts[step]
      if count >= wanted, step > 0 { return Float(step) / Float(Self.steps) }
    }
    return 0
  }

  private static func step(_ likeness: Float) -> Int {
    min(steps, max(0, Int(likeness * Float(steps))))
  }
}
