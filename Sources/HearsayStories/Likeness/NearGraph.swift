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
    var timed: [UInt32: [Int32]] = [:]
    var lasting: [UInt32: [Int32]] = [:]
    let lookedUp = nodes.map(\.lookedUp)
    for (index, features) in lookedUp.enumerated() {
      for key in Set(features.timed) { timed[key, default: []].append(Int32(index)) }
      for key in Set(features.lasting) { lasting[key, default: []].append(Int32(index)) }
    }
    let (timedLists, lastingLists) = (timed, lasting)
    let parts = Parallel.parts(Array(nodes.indices), Self.workers)
    return Parallel.map(parts) { part in
      neighbours(of: part, lookedUp, timed: timedLists, lasting: lastingLists)
    }.flatMap(\.self)
  }

  /// Parts that are looked at by themselves: more than processors, since lists differ in length.
  private static let workers = 64

  private func neighbours(
    of part: ArraySlice<Int>, _ lookedUp: [(timed: [UInt32], lasting: [UInt32])],
    timed: [UInt32: [Int32]], lasting: [UInt32: [Int32]]
  ) -> [[Neighbour]] {
    var mark = [Int32](repeating: -1, count: nodes.count)
    return part.map { index in
      let own = Int32(index)
      mark[index] = own
      var found: [Neighbour] = []
      func look(at other: Int32) {
        let at = Int(other)
        guard mark[at] != own else { return }
        mark[at] = own
        let likeness = nodes[index].signature.likeness(to: nodes[at].signature)
        if likeness >= Self.leastLikeness { found.append(.init(index: at, likeness: likeness)) }
      }
      for key in lookedUp[index].lasting { for other in lasting[key] ?? [] { look(at: other) } }
      for key in lookedUp[index].timed {
        for other in timed[key] ?? [] where isNear(index, Int(other)) { look(at: other) }
      }
      return Array(found.sorted { isNearer($0, $1) }.prefix(Self.nearest))
    }
  }

  private func isNear(_ one: Int, _ other: Int) -> Bool {
    guard let left = nodes[one].day, let right = nodes[other].day else { return true }
    return abs(left - right) <= Self.window
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
