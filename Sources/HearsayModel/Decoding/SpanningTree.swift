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
    // Several words (or none) under the root: try each likely one as the only root and keep the best tree.
    let candidates = (roots.isEmpty ? Array(1...n) : roots)
    var best: (heads: [Int], score: Double)?
    for root in candidates {
      graph = Graph(scores, n, onlyRoot: root)
      let heads = graph.solve()
      var total = 0.0
      for word in 1...n { total += Double(scores[(word - 1) * (n + 1) + heads[word]]) }
      if best.map({ total > $0.score }) ?? true { best = (heads, total) }
    }
    return best.map { Array($0.heads[1...]) } ?? Array(free[1...])
  }

  /// Node 0 is the root; weight[d][h] the score of h as the head of d.
  private struct Graph {
    private var weight: [[Double]]
    private let count: Int
    private static let forbidden = -1e9

    init(_ scores: [Float], _ n: Int, onlyRoot: Int? = nil) {
      count = n + 1
      weight = [[Double]](
        repeating: [Double](repeating: Self.forbidden, count: n + 1), count: n + 1)
      for dependent in 1...n {
        for head in 0...n where head != dependent {
          if head == 0, let onlyRoot, onlyRoot != dependent { continue }
          weight[dependent][head] = Double(scores[(dependent - 1) * (n + 1) + head])
        }
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
      let inCycle = Set(cycle)
      let outside = (0..<count).filter { !inCycle.contains($0) }
      let joined = outside.count
      let position = Dictionary(uniqueKeysWithValues: outside.enumerated().map { ($1, $0) })
      var smaller = Graph(size: outside.count + 1)
      var entry: [Int: Int] = [:]  // outside head → the cycle's word it would govern
      var exit: [Int: Int] = [:]  // outside word → its best head in the cycle
      let cycleScore = cycle.reduce(0.0) { $0 + weight[$1][heads[$1]] }
      for node in outside {
        guard let here = position[node] else { continue }
        for other in outside where other != node && node != 0 {
          if let there = position[other] { smaller.weight[here][there] = weight[node][other] }
        }
        if node != 0 {
          var best = cycle[0]
          for member in cycle where weight[node][member] > weight[node][best] { best = member }
          smaller.weight[here][joined] = weight[node][best]
          exit[node] = best
        }
        var best = cycle[0]
        var bestScore = -Double.infinity
        for member in cycle {
          let score = weight[member][node] - weight[member][heads[member]] + cycleScore
          if score > bestScore {
            bestScore = score
            best = member
          }
        }
        smaller.weight[joined][here] = bestScore
        entry[node] = best
      }
      let solved = smaller.solve()
      var result = heads
      for node in outside where node != 0 {
        guard let here = position[node] else { continue }
        let head = solved[here]
        result[node] = head == joined ? exit[node] ?? 0 : outside[head]
      }
      let governor = outside[solved[joined]]
      if let member = entry[governor] { result[member] = governor }
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
