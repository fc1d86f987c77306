/// Finds which reports belong to one story.
///
/// Pure: a function of the set of reports. The near graph keeps apart what has nothing in common; average linkage within its parts decides.
package struct StoryDrawing: Sendable {
  /// Reports less alike on average are of different stories.
  ///
  /// Tuned together with ``NearGraph``.
  package static let stop = 0.10
  /// Stories of three or more reports are joined only if they are at least 0.61 as alike as they are within.
  static let contrast = Linkage.Contrast(size: 3, share: 0.61)
  /// A part with more reports is cut again, at a likeness raised by ``step`` until all parts are smaller.
  ///
  /// ``PartFinder`` finds single parts by the same rule.
  package static let largest = 500
  static let step: Float = 0.02

  private let nodes: [NearGraph.Node]
  private let neighbours: [[NearGraph.Neighbour]]
  private let joined: [(Int, Int)]
  private let largest: Int

  /// - Parameter nodes: The reports, in an order that does not depend on the ledger's.
  package init(_ nodes: [NearGraph.Node]) {
    self.init(nodes, neighbours: NearGraph(nodes).neighbours())
  }

  /// - Parameters:
  ///   - nodes: The reports, in an order that does not depend on the ledger's.
  ///   - neighbours: For each its nearest, among them.
  ///   - joined: Pairs of which people decided that they tell of one happening.
  ///   - largest: A part with more reports is cut again.
  package init(
    _ nodes: [NearGraph.Node], neighbours: [[NearGraph.Neighbour]], joined: [(Int, Int)] = [],
    largest: Int = StoryDrawing.largest
  ) {
    self.nodes = nodes
    self.neighbours = neighbours
    self.joined = joined
    self.largest = largest
  }

  /// The stories: indexes of reports, each in order.
  package func stories() -> [[Int]] {
    Parallel.map(tied(parts())) { stories(in: $0) }.flatMap(\.self).sorted { $0[0] < $1[0] }
  }

  /// The parts that hang together, none of them too large.
  func parts() -> [[Int]] { parts(of: Array(nodes.indices), atLeast: NearGraph.leastLikeness) }

  /// The stories of reports that make one part, or parts that people made one.
  ///
  /// - Parameters:
  ///   - nodes: The reports, in an order that does not depend on the ledger's.
  ///   - joined: Pairs of which people decided that they tell of one happening.
  /// - Returns: Indexes of reports, each in order.
  static func stories(ofPart nodes: [NearGraph.Node], joined: [(Int, Int)]) -> [[Int]] {
    StoryDrawing(nodes, neighbours: [], joined: joined).stories(in: Array(nodes.indices))
      .sorted { $0[0] < $1[0] }
  }

  /// The parts, those made one of which people decided that they belong together.
  private func tied(_ parts: [[Int]]) -> [[Int]] {
    var parts = parts
    for (left, right) in joined {
      guard let one = parts.firstIndex(where: { $0.contains(left) }),
        let other = parts.firstIndex(where: { $0.contains(right) }), one != other
      else { continue }
      parts[one] = (parts[one] + parts[other]).sorted()
      parts.remove(at: other)
    }
    return parts
  }

  /// The connected parts of some reports, none of them too large.
  private func parts(of members: [Int], atLeast least: Float) -> [[Int]] {
    let places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    let local = members.map { member in
      neighbours[member].compactMap { other in
        places[other.index].map { NearGraph.Neighbour(index: $0, likeness: other.likeness) }
      }
    }
    return NearGraph.components(of: local, atLeast: least).flatMap { part -> [[Int]] in
      let part = part.map { members[$0] }
      return part.count > largest ? parts(of: part, atLeast: least + Self.step) : [part]
    }
  }

  private func stories(in part: [Int]) -> [[Int]] {
    let places = Dictionary(uniqueKeysWithValues: part.enumerated().map { ($1, $0) })
    let own = joined.compactMap { pair in
      places[pair.0].flatMap { left in places[pair.1].map { (left, $0) } }
    }
    return Linkage.clusters(
      part.count, stop: Self.stop, contrast: Self.contrast, joined: own
    ) { left, right in
      .likeness(Double(nodes[part[left]].signature.likeness(to: nodes[part[right]].signature)))
    }.map { $0.map { part[$0] } }
  }
}
