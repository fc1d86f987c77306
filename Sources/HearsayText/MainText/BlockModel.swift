/// Tells for each block of a page how surely it is part of the story: boosted decision trees, learned from pages on
/// which people marked what belongs to the text and what does not.
///
/// `Training/train_blocks.py` learns them; the table is ``BlockModelTable``.
struct BlockModel: Sendable {
  private struct Node {
    /// Which value is looked at; -1 for a leaf.
    let feature: Int16
    /// Up to this the next node follows, beyond it the one at `beyond`.
    let threshold: Int16
    let beyond: Int32
    /// What a leaf adds, in thousandths of a logit.
    let value: Int32
  }

  private let nodes: [Node]
  private let roots: [Int]
  private let bias: Int

  /// After so many trees a block that lies below the limit is given up; most of a page is that.
  private let exits: [(trees: Int, limit: Int)]

  static let shared = BlockModel(BlockModelTable.trees)

  /// - Parameter table: One tree a line, nodes in preorder: `feature:threshold` or `=value`. Lines
  ///   before them name the bias, and after how many trees a block below a limit is given up.
  init(_ table: StaticString) {
    var nodes: [Node] = []
    var roots: [Int] = []
    var bias = 0
    var exits: [(trees: Int, limit: Int)] = []
    for line in "\(table)".split(separator: "\n") {
      if line.hasPrefix("bias ") {
        bias = Int(line.dropFirst(5)) ?? 0
        continue
      }
      if line.hasPrefix("exit ") {
        let numbers = line.split(separator: " ").compactMap { Int($0) }
        if numbers.count == 2 { exits.append((numbers[0], numbers[1])) }
        continue
      }
      roots.append(nodes.count)
      // Inner nodes whose second branch is still to come.
      var waiting: [Int] = []
      for word in line.split(separator: " ") {
        if word.first == "=" {
          nodes.append(
            Node(feature: -1, threshold: 0, beyond: 0, value: Int32(word.dropFirst()) ?? 0))
          if let inner = waiting.popLast() {
            let node = nodes[inner]
            nodes[inner] = Node(
              feature: node.feature, threshold: node.threshold, beyond: Int32(nodes.count), value: 0
            )
          }
        } else {
          let parts = word.split(separator: ":")
          guard parts.count == 2, let feature = Int16(parts[0]), let threshold = Int16(parts[1])
          else { continue }
          waiting.append(nodes.count)
          nodes.append(Node(feature: feature, threshold: threshold, beyond: 0, value: 0))
        }
      }
    }
    self.nodes = nodes
    self.roots = roots
    self.bias = bias
    self.exits = exits + [(roots.count, Int.min)]
  }

  /// How surely a block is part of the story, in thousandths of a logit.
  ///
  /// - Parameter values: The values of the block, see ``BlockFeatures``.
  /// - Returns: The sum of the trees, or ``hopeless`` and less for a block that was given up.
  func score(_ values: [Int16]) -> Int {
    var sum = bias
    var tree = 0
    for exit in exits {
      while tree < exit.trees {
        var index = roots[tree]
        var node = nodes[index]
        while node.feature >= 0 {
          index = values[Int(node.feature)] <= node.threshold ? index + 1 : Int(node.beyond)
          node = nodes[index]
        }
        sum += Int(node.value)
        tree += 1
      }
      if sum < exit.limit { return min(sum, Self.hopeless) }
    }
    return sum
  }

  /// What a block scores at most that was given up.
  static let hopeless = -6000
}
