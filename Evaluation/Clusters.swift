/// How alike two ways are of putting the same things together: the measures of coreference.
struct Clusters {
  private let read: [[Int]]
  private let coded: [[Int]]
  /// For each thing its cluster.
  private let readOf: [Int: Int]
  private let codedOf: [Int: Int]

  /// Both hold the same things, each in one cluster.
  init(read: [[Int]], coded: [[Int]]) {
    self.read = read
    self.coded = coded
    func places(_ clusters: [[Int]]) -> [Int: Int] {
      Dictionary(
        clusters.enumerated().flatMap { number, things in things.map { ($0, number) } },
        uniquingKeysWith: { first, _ in first })
    }
    readOf = places(read)
    codedOf = places(coded)
  }

  /// The mean of MUC, B³ and CEAF-e.
  var conll: Double { (muc + bCubed + ceaf) / 3 }

  /// Links that one way needs and the other has.
  var muc: Double {
    func share(_ one: [[Int]], _ other: [Int: Int]) -> Double {
      var found = 0
      var all = 0
      for things in one {
        found += things.count - Set(things.map { other[$0] ?? -1 }).count
        all += things.count - 1
      }
      return all > 0 ? Double(found) / Double(all) : 0
    }
    return Self.f1(share(read, codedOf), share(coded, readOf))
  }

  /// What each thing's cluster has in common with the other, averaged over things.
  var bCubed: Double {
    func share(_ one: [[Int]], _ other: [Int: Int], _ clusters: [[Int]]) -> Double {
      var sum = 0.0
      var count = 0
      for things in one {
        var common: [Int: Int] = [:]
        for thing in things { common[other[thing] ?? -1, default: 0] += 1 }
        for number in common.values { sum += Double(number * number) / Double(things.count) }
        count += things.count
      }
      return count > 0 ? sum / Double(count) : 0
    }
    return Self.f1(share(read, codedOf, coded), share(coded, readOf, read))
  }

  /// The best pairing of clusters, each with one of the other way.
  var ceaf: Double {
    var common: [[Int]: Int] = [:]
    for (number, things) in read.enumerated() {
      for thing in things { common[[number, codedOf[thing] ?? -1], default: 0] += 1 }
    }
    // Clusters that share no thing need not be held against each other.
    var parts: [Int: [[Int]]] = [:]
    var partOf = Array(0..<(read.count + coded.count))
    func root(_ index: Int) -> Int {
      var index = index
      while partOf[index] != index { index = partOf[index] }
      return index
    }
    for pair in common.keys {
      let (one, other) = (root(pair[0]), root(read.count + pair[1]))
      if one != other { partOf[max(one, other)] = min(one, other) }
    }
    for pair in common.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      parts[root(pair[0]), default: []].append(pair)
    }
    let total = parts.values.reduce(0.0) { sum, pairs in
      let rows = Array(Set(pairs.map { $0[0] })).sorted()
      let columns = Array(Set(pairs.map { $0[1] })).sorted()
      let values = rows.map { row in
        columns.map { column in
          2 * Double(common[[row, column]] ?? 0)
            / Double(self.read[row].count + self.coded[column].count)
        }
      }
      return sum + Self.best(values)
    }
    return Self.f1(total / Double(max(1, read.count)), total / Double(max(1, coded.count)))
  }

  static func f1(_ precision: Double, _ recall: Double) -> Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  /// The largest sum of values with at most one of each row and column (the Hungarian method).
  static func best(_ values: [[Double]]) -> Double {
    let width = values.first?.count ?? 0
    let values =
      values.count <= width
      ? values : (0..<width).map { column in values.map { $0[column] } }
    let (rows, columns) = (values.count, values.first?.count ?? 0)
    guard rows > 0 else { return 0 }
    var rowPotential = [Double](repeating: 0, count: rows + 1)
    var columnPotential = [Double](repeating: 0, count: columns + 1)
    var rowOf = [Int](repeating: 0, count: columns + 1)
    var way = [Int](repeating: 0, count: columns + 1)
    for row in 1...rows {
      rowOf[0] = row
      var column = 0
      var least = [Double](repeating: .infinity, count: columns + 1)
      var isUsed = [Bool](repeating: false, count: columns + 1)
      repeat {
        isUsed[column] = true
        let current = rowOf[column]
        var delta = Double.infinity
        var next = 0
        for other in 1...columns where !isUsed[other] {
          let cost =
            -values[current - 1][other - 1] - rowPotential[current] - columnPotential[other]
          if cost < least[other] {
            least[other] = cost
            way[other] = column
          }
          if least[other] < delta {
            delta = least[other]
            next = other
          }
        }
        for other in 0...columns {
          if isUsed[other] {
            rowPotential[rowOf[other]] += delta
            columnPotential[other] -= delta
          } else {
            least[other] -= delta
          }
        }
        column = next
      } while rowOf[column] != 0
      repeat {
        let before = way[column]
        rowOf[column] = rowOf[before]
        column = before
      } while column != 0
    }
    return (1...columns).reduce(0.0) { sum, column in
      rowOf[column] > 0 ? sum + values[rowOf[column] - 1][column - 1] : sum
    }
  }
}
