/// What is known of a page as a whole, and where its headline and its story seem to be.
struct PageFacts {
  /// The block that repeats the headline: an h1, or another that has most of its words.
  private(set) var titleBlock: Int?
  /// The first and the last long block of running text.
  private(set) var firstLong = 0
  private(set) var lastLong = 0
  /// The element that gathers the most running text close below it.
  private(set) var root = 0
  private(set) var firstInRoot = 0
  private(set) var lastInRoot = 0
  private var values: [Int16] = []

  private static let long = 140

  init(
    _ blocks: [PageBlocks.Block], _ languages: [BlockLanguage], _ tree: HTMLTree,
    _ sums: SubtreeSums
  ) {
    guard !blocks.isEmpty else { return }
    findTitle(blocks, languages)
    let longs = blocks.indices.filter {
      sums.isRunning[$0] && languages[$0].characters >= Self.long
    }
    firstLong = longs.first ?? 0
    lastLong = longs.last ?? blocks.count - 1
    root = Self.root(blocks, languages, tree, sums)
    let range = root..<tree.end(root)
    firstInRoot = blocks.firstIndex { range.contains($0.element) } ?? 0
    lastInRoot = blocks.lastIndex { range.contains($0.element) } ?? 0
    let running = sums.running(0)
    values = [
      Int16(clamping: blocks.count), Int16(clamping: sums.all(0) / 4),
      Int16(clamping: running / 4), BlockFeatures.share(running, sums.all(0)),
      Int16(clamping: longs.count), BlockFeatures.share(sums.running(root), running),
      Int16(clamping: tree.records.reduce(0) { $0 + ($1.tag == .article ? 1 : 0) }),
      Int16(clamping: tree.records.reduce(0) { $0 + ($1.tag == .p ? 1 : 0) }),
      Int16(clamping: tree.records.reduce(0) { $0 + ($1.tag == .h1 ? 1 : 0) }),
    ]
  }

  func append(_ row: inout [Int16]) { row += values }

  private mutating func findTitle(
    _ blocks: [PageBlocks.Block], _ languages: [BlockLanguage]
  ) {
    var best = 0
    for (index, block) in blocks.enumerated() {
      let language = languages[index]
      guard language.words > 0, language.characters < 300 else { continue }
      let shared = language.inTitle * 100 / max(language.words, 1)
      var score = shared >= 50 ? min(language.inTitle, 20) * shared / 10 : 0
      if block.tag == .h1 { score += 60 } else if block.tag.isHeading { score += score / 2 }
      if score > best, score >= 30 {
        best = score
        titleBlock = index
      }
    }
  }

  /// Each paragraph speaks for what holds it, and less for what holds that.
  private static func root(
    _ blocks: [PageBlocks.Block], _ languages: [BlockLanguage], _ tree: HTMLTree,
    _ sums: SubtreeSums
  ) -> Int {
    var weights = [Float](repeating: 0, count: tree.records.count)
    var best = 0
    var most: Float = 0
    for (index, block) in blocks.enumerated() where sums.isRunning[index] {
      let value = 1 + min(Float(block.range.count) / 100, 5)
      var current = block.element
      switch block.tag {
      case .div, .section, .article, .main, .body, .td: break
      default: current = Int(tree.records[current].parent)
      }
      var share: Float = 1
      while current >= 0, share > 0.2 {
        weights[current] += value * share
        if weights[current] > most {
          most = weights[current]
          best = current
        }
        current = Int(tree.records[current].parent)
        share *= 0.75
      }
    }
    return best
  }
}
