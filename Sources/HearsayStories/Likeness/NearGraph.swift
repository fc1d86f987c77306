/// Finds which reports are so near each other that they may belong to one story.
///
/// Pure: what it gives depends on which reports it is given, never on their order. Two reports are looked at together if they share
/// one of their heaviest features at about the same time, or one of their heaviest names at any time. They are tied if each is among
/// the nearest of the other. Calibrated on development corpora (Documentation/Stories.md); the numbers are tuned together.
package struct NearGraph: Sendable {
  /// So many days apart, reports find each other by any heavy feature.
  static let window = 60
  /// Heaviest words and names by which reports find each other.
  static let wordsLookedUp = 16
  static let namesLookedUp = 10
  /// Of the names, so many find each other at any time.
  static let lastingNames = 6
  /// How many nearest count.
  static let nearest = 16
  /// Less likeness ties nobody.
  package static let leastLikeness: Float = 0.12

  /// A report as the graph sees it.
  package struct Node: Sendable {
    /// What tells it from others, the same in every ledger.
    package let id: String
    /// The day it was published; `nil` if nobody knows.
    package let day: Int?
    package let signature: Signature

    package init(id: String, day: Int?, signature: Signature) {
      self.id = id
      self.day = day
      self.signature = signature
    }

    /// Features under which it is found at about its time, and those under which it is found at any time.
    ///
    /// Names and words are told apart by the last bit.
    package var lookedUp: (timed: [UInt32], lasting: [UInt32]) {
      let heavy = signature.heaviest(
        words: NearGraph.wordsLookedUp, names: NearGraph.namesLookedUp)
      let names = heavy.names.map { $0.key | 1 }
      return (
        heavy.words.map { $0.key & ~1 } + names.dropFirst(NearGraph.lastingNames),
        Array(names.prefix(NearGraph.lastingNames))
      )
    }
  }

  /// Another report with how like it is.
  package struct Neighbour: Hashable, Sendable {
    package let index: Int
    package let likeness: Float
  }

  private let nodes: [Node]

  package init(_ nodes: [Node]) { self.nodes = nodes }

  /// For each report the nearest others, the nearest first; ties go to the smaller id.
  package func neighbours() -> [[Neighbour]] {
    let lookedUp = nodes.map(LookedUp.init)
    let words = Postings(nodes.map(\.signature.words))
    let names = Postings(nodes.map(\.signature.names))
    let parts = Parallel.parts(Array(nodes.indices), Self.workers)
    return Parallel.map(parts) { part in
      var likeness = Likeness(words, names, count: nodes.count)
      return part.map { neighbours(of: $0, lookedUp, &likeness) }
    }.flatMap(\.self)
  }

  /// Parts that are looked at by themselves: more than processors, since reports differ in how many are like them.
  private static let workers = 64

  /// By what a report finds others: its features in order.
  struct LookedUp: Sendable {
    let timed: [UInt32]
    let lasting: [UInt32]
    let day: Int?

    init(_ node: Node) {
      let features = node.lookedUp
      timed = Set(features.timed).sorted()
      lasting = Set(features.lasting).sorted()
      day = node.day
    }

    func finds(_ other: LookedUp) -> Bool {
      Self.share(lasting, other.lasting)
        || NearGraph.isNear(day, other.day) && Self.share(timed, other.timed)
    }

    private static func share(_ one: [UInt32], _ other: [UInt32]) -> Bool {
      var i = 0
      var j = 0
      while i < one.count, j < other.count {
        if one[i] == other[j] { return true }
        if one[i] < other[j] { i += 1 } else { j += 1 }
      }
      return false
    }
  }

  /// Likeness is told first and by what they find each other second: of all that are alike only the nearest are asked for that.
  private func neighbours(
    of index: Int, _ lookedUp: [LookedUp], _ likeness: inout Likeness
  ) -> [Neighbour] {
    var nearest: [Neighbour] = []
    nearest.reserveCapacity(Self.nearest + 1)
    likeness.forEach(like: index, atLeast: Self.leastLikeness) { other, value in
      let found = Neighbour(index: other, likeness: value)
      if nearest.count == Self.nearest, let last = nearest.last, !isNearer(found, last) { return }
      guard other != index, lookedUp[index].finds(lookedUp[other]) else { return }
      let place = nearest.firstIndex { isNearer(found, $0) } ?? nearest.count
      nearest.insert(found, at: place)
      if nearest.count > Self.nearest { nearest.removeLast() }
    }
    return nearest
  }

  /// Whether two days are near enough for any feature; one that nobody knows is near all.
  static func isNear(_ one: Int?, _ other: Int?) -> Bool {
    guard let one, let other else { return true }
    return abs(one - other) <= window
  }

  private func isNearer(_ one: Neighbour, _ other: Neighbour) -> Bool {
    one.likeness != other.likeness
      ? one.likeness > other.likeness : nodes[one.index].id < nodes[other.index].id
  }

  /// The parts that hang together by ties of at least so much likeness, each in the order of its members.
  package static func components(
    of neighbours: [[Neighbour]], atLeast least: Float = leastLikeness
  ) -> [[Int]] {
    var parent = Array(neighbours.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index {
        parent[index] = parent[parent[index]]
        index = parent[index]
      }
      return index
    }
    for (index, others) in neighbours.enumerated() {
      for other in others
      where other.index > index && other.likeness >= least
        && neighbours[other.index].contains(where: { $0.index == index })
      {
        let (left, right) = (root(index), root(other.index))
        if left != right { parent[max(left, right)] = min(left, right) }
      }
    }
    return Dictionary(grouping: neighbours.indices, by: root).values
      .map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }
}
