/// The best dependency tree of a sentence: the maximum spanning arborescence (Chu–Liu/Edmonds) with one
/// word under the root.
package enum SpanningTree {
  /// The head of each of n words: 0 for the root, 1 + j for word j.
  ///
  /// - Parameters:
  ///   - scores: (n, n + 1), row = dependent, column = head; column 0 is the root. O(n³) at worst.
  ///   - n: The number of words.
  /// - Returns: n heads.
  package static func heads(_ scores: [Float], words n: Int) -> [Int] {
    precondition(scores.count == n * (n + 1), "\(scores.count) scores for \(n) words")
    guard n > 1 else { return [Int](repeating: 0, count: n) }
    var graph = Graph(scores, n)
    let free = graph.solve()
    let roots = (1...n).filter { free[$0] == 0 }
    if roots.count == 1 { return Array(free[1...]) }
    // Several words (or none) under the root: the best tree in which one of them hangs there. Each word under the root costs more than
    // all other scores together, so that there is one, whichever is best: trying them in turn took seconds for what is no sentence.
    graph = Graph(scores, n, roots: roots.isEmpty ? Array(1...n) : roots)
    return Array(graph.solve()[1...])
  }

  /// Node 0 is the root; weight[d][h] the score of h as the head of d.
  private struct Graph {
    private var weight: [[Double]]
    private let count: Int
    private static let forbidden = -1e9
    /// What a word under the root costs where only one may be.
    private static let costOfRoot = 1e5

    init(_ scores: [Float], _ n: Int, roots: [Int]? = nil) {
      count = n + 1
      weight = [[Double]](
        repeating: [Double](repeating: Self.forbidden, count: n + 1), count: n + 1)
      for dependent in 1...n {
        for head in 0...n where head != dependent {
          weight[dependent][head] = Double(scores[(dependent - 1) * (n + 1) + head])
        }
      }
      guard let roots else { return }
      for dependent in 1...n {
        let root = weight[dependent][0]
        weight[dependent][0] = roots.contains(dependent) ? root - Self.costOfRoot : Self.forbidden
      }
    }

    func solve() -> [Int] {
      var heads = [Int](repeating: -1, count: count)
      for node in 1..<count {
        var best = 0
        for head in 0..<count where head != node && weight[node][head] > weight[node][best] {
          best = head
        }
        heads[node] = best
      }
      guard let cycle = Self.cycle(heads) else { return heads }
      return contract(cycle, heads)
    }

    /// Joins a cycle into one node, solves the smaller graph, and opens the cycle again where it is entered.
    private func contract(_ cycle: [Int], _ heads: [Int]) -> [Int] {
      var position = [Int](repeating: 0, count: count)
      for member in cycle { position[member] = -1 }
      let outside = (0..<count).filter { position[$0] == 0 }
      for (place, node) in outside.enumerated() { position[node] = place }
      let joined = outside.count
      var smaller = Graph(size: outside.count + 1)
      // For each node outside: the cycle's word that it would govern, and its best head in the cycle.
      var entry = [Int](repeating: cycle[0], count: joined)
      var exit = [Int](repeating: cycle[0], count: joined)
      let cycleScore = cycle.reduce(0.0) { $0 + weight[$1][heads[$1]] }
      for (here, node) in outside.enumerated() {
        if node != 0 {
          var row = [Double](repeating: Self.forbidden, count: joined + 1)
          for (there, other) in outside.enumerated() where other != node {
            row[there] = weight[node][other]
          }
          var best = cycle[0]
          for member in cycle where weight[node][member] > weight[node][best] { best = member }
          row[joined] = weight[node][best]
          smaller.weight[here] = row
          exit[here] = best
        }
        var bestScore = -Double.infinity
        for member in cycle {
          let score = weight[member][node] - weight[member][heads[member]] + cycleScore
          if score > bestScore {
            bestScore = score
            entry[here] = member
          }
        }
        smaller.weight[joined][here] = bestScore
      }
      let solved = smaller.solve()
      var result = heads
      for (here, node) in outside.enumerated() where node != 0 {
        let head = solved[here]
        result[node] = head == joined ? exit[here] : outside[head]
      }
      let governor = solved[joined]
      result[entry[governor]] = outside[governor]
      return result
    }

    private init(size: Int) {
      count = size
      weight = [[Double]](repeating: [Double](repeating: Self.forbidden, count: size), count: size)
    }

    private static func cycle(_ heads: [Int]) -> [Int]? {
      var state = [Int](repeating: 0, count: heads.count)
      for start in 1..<heads.count where state[start] == 0 {
        var path: [Int] = []
        var node = start
        while node > 0, state[node] == 0 {
          state[node] = 1
          path.append(node)
          node = heads[node]
        }
        if node > 0, state[node] == 1, let first = path.firstIndex(of: node) {
          return Array(path[first...])
        }
        for visited in path { state[visited] = 2 }
      }
      return nil
    }
  }
}
