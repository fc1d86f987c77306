/// Blocks that stand in elements of the same kinds and names, as paragraphs of a story do, or teasers in a list.
struct BlockClusters {
  private struct Cluster {
    var count = 0
    var bytes = 0
    var linked = 0
    var running = 0
  }

  private var near: [Int] = []
  private var far: [Int] = []
  private var nearClusters: [Cluster] = []
  private var farClusters: [Cluster] = []
  private var repeats: [Int16] = []
  private var total = 0
  /// The most running text of any cluster.
  private var mostNear = 0
  private var mostFar = 0

  /// Steps up that the two signatures take in.
  private static let nearSteps = 2
  private static let farSteps = 5

  init(
    _ blocks: [PageBlocks.Block], _ languages: [BlockLanguage], _ tree: HTMLTree,
    _ sums: SubtreeSums
  ) {
    var nearNumbers: [UInt64: Int] = [:]
    var farNumbers: [UInt64: Int] = [:]
    var seen: [UInt64: Int] = [:]
    var names = [UInt64](repeating: 0, count: tree.records.count)
    near.reserveCapacity(blocks.count)
    far.reserveCapacity(blocks.count)
    for (index, block) in blocks.enumerated() {
      var hash = PageVocabulary.seed
      var current = block.element
      var step = 0
      while current >= 0, step < Self.farSteps {
        if names[current] == 0 { names[current] = Self.name(current, tree) }
        hash = (hash ^ names[current]) &* 0x100_0000_01B3
        step += 1
        if step == Self.nearSteps {
          near.append(Self.number(hash, &nearNumbers, &nearClusters))
        }
        current = Int(tree.records[current].parent)
      }
      if step < Self.nearSteps { near.append(Self.number(hash, &nearNumbers, &nearClusters)) }
      far.append(Self.number(hash, &farNumbers, &farClusters))
      Self.add(block, sums.isRunning[index], &nearClusters[near[index]])
      Self.add(block, sums.isRunning[index], &farClusters[far[index]])
      total += block.range.count
      seen[languages[index].hash, default: 0] += 1
    }
    mostNear = nearClusters.map(\.running).max() ?? 0
    mostFar = farClusters.map(\.running).max() ?? 0
    repeats = languages.map { Int16(clamping: seen[$0.hash] ?? 0) }
  }

  private static func number(
    _ hash: UInt64, _ numbers: inout [UInt64: Int], _ clusters: inout [Cluster]
  ) -> Int {
    if let number = numbers[hash] { return number }
    numbers[hash] = clusters.count
    clusters.append(Cluster())
    return clusters.count - 1
  }

  private static func add(_ block: PageBlocks.Block, _ runs: Bool, _ cluster: inout Cluster) {
    cluster.count += 1
    cluster.bytes += block.range.count
    cluster.linked += min(block.linked, block.range.count)
    if runs { cluster.running += block.range.count }
  }

  /// A hash of an element's tag and class, numbers left out: they differ from one to the next.
  private static func name(_ element: Int, _ tree: HTMLTree) -> UInt64 {
    let record = tree.records[element]
    var hash = PageVocabulary.hash(PageVocabulary.seed, record.tag.rawValue)
    for attribute in tree.attributes[record.content]
    where attribute.name == HTMLAttributeName.class.index {
      for byte in tree.bytes[attribute.value.prefix(80)] where !(0x30...0x39).contains(byte) {
        hash = PageVocabulary.hash(hash, byte)
      }
    }
    return hash | 1
  }

  /// The cluster that a block belongs to, by its near surroundings.
  func number(_ block: Int) -> Int { near[block] }

  func append(_ block: Int, _ row: inout [Int16]) {
    for (cluster, most) in [
      (nearClusters[near[block]], mostNear), (farClusters[far[block]], mostFar),
    ] {
      row += [
        Int16(clamping: cluster.count), Int16(clamping: cluster.bytes / max(cluster.count, 1)),
        BlockFeatures.share(cluster.linked, cluster.bytes),
        BlockFeatures.share(cluster.running, cluster.bytes),
        BlockFeatures.share(cluster.bytes, total), BlockFeatures.share(cluster.running, most),
      ]
    }
    row.append(repeats[block])
  }
}
