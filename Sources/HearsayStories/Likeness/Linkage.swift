/// Joins what is like each other by average linkage: the two clusters whose members are most alike on average become one, until no two
/// are alike enough.
///
/// Average linkage has one answer whatever the order of merging, but for ties; those go to the clusters that come first. So its input must
/// stand in an order that does not depend on the ledger's.
package enum Linkage {
  /// What two things have to do with each other.
  package enum Tie {
    /// How alike they are.
    case likeness(Double)
    /// They are not one, whatever the others say.
    case never
  }

  /// That two clusters of some size stay apart if they are much less alike than the members of each are among themselves:
  /// two look-alike crashes share their words, but not as the reports on one crash do.
  package struct Contrast {
    /// From so many members on, a cluster has a likeness of its own.
    let size: Int
    /// Two such clusters are joined only if they are at least so alike, of the mean of their own likenesses.
    let share: Double
  }

  /// The clusters, each in order, the one with the smallest member first.
  ///
  /// - Parameters:
  ///   - count: How many things there are.
  ///   - stop: Clusters less alike than this stay apart.
  ///   - contrast: When clusters stay apart that are more alike than that.
  ///   - joined: Pairs that are one whatever is like what.
  ///   - tie: What two of them have to do with each other; asked once for each pair, with the smaller index first.
  /// - Returns: All things, each in one cluster. Takes time and space with the square of `count`.
  package static func clusters(
    _ count: Int, stop: Double, contrast: Contrast? = nil, joined: [(Int, Int)] = [],
    _ tie: (Int, Int) -> Tie
  ) -> [[Int]] {
    guard count > 1 else { return count == 0 ? [] : [[0]] }
    var members = (0..<count).map { [$0] }
    // Sums over the pairs of two clusters; -infinity where some pair may never be one.
    var sums = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for left in 0..<count {
      for right in (left + 1)..<max(count, left + 1) {
        let value: Double =
          switch tie(left, right) {
          case .likeness(let likeness): likeness
          case .never: -.infinity
          }
        sums[left][right] = value
        sums[right][left] = value
      }
    }
    var alive = Array(0..<count)
    // Sums over the pairs within each cluster.
    var own = [Double](repeating: 0, count: count)
    func inner(_ cluster: Int) -> Double {
      let size = members[cluster].count
      return own[cluster] / Double(size * (size - 1) / 2)
    }
    func average(_ left: Int, _ right: Int) -> Double {
      let value = sums[left][right] / Double(members[left].count * members[right].count)
      guard let contrast, members[left].count >= contrast.size,
        members[right].count >= contrast.size
      else { return value }
      let least = contrast.share * (inner(left) + inner(right)) / 2
      return value >= least ? value : -.infinity
    }
    func bestPartner(of cluster: Int) -> (partner: Int, value: Double) {
      var best = (partner: -1, value: -Double.infinity)
      for other in alive where other != cluster {
        let value = average(cluster, other)
        if value > best.value { best = (other, value) }
      }
      return best
    }
    /// Makes two clusters one, which keeps the place of the first.
    func merge(_ pair: (Int, Int)) {
      own[pair.0] += own[pair.1] + sums[pair.0][pair.1]
      members[pair.0] = (members[pair.0] + members[pair.1]).sorted()
      alive.removeAll { $0 == pair.1 }
      for other in alive where other != pair.0 {
        let sum = sums[pair.0][other] + sums[pair.1][other]
        sums[pair.0][other] = sum
        sums[other][pair.0] = sum
      }
    }
    for (left, right) in joined {
      guard let one = alive.first(where: { members[$0].contains(left) }),
        let other = alive.first(where: { members[$0].contains(right) }), one != other
      else { continue }
      merge((min(one, other), max(one, other)))
    }
    var best = (0..<count).map(bestPartner)
    while alive.count > 1 {
      var left = -1
      var value = -Double.infinity
      for cluster in alive where best[cluster].value > value {
        left = cluster
        value = best[cluster].value
      }
      guard left >= 0, value >= stop else { break }
      let pair = (min(left, best[left].partner), max(left, best[left].partner))
      merge(pair)
      best[pair.0] = bestPartner(of: pair.0)
      for other in alive where other != pair.0 {
        if best[other].partner == pair.0 || best[other].partner == pair.1 {
          best[other] = bestPartner(of: other)
        } else {
          let value = average(other, pair.0)
          if value > best[other].value
            || value == best[other].value && pair.0 < best[other].partner
          {
            best[other] = (pair.0, value)
          }
        }
      }
    }
    return alive.map { members[$0] }
  }
}
