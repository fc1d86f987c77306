/// What is known of each block of a page, as whole numbers that the block model decides by.
///
/// Everything here is linear in the page: sums over subtrees are made in one pass from the end, and from a block the
/// way up is followed for a bounded number of steps.
struct BlockFeatures {
  let count: Int

  private let tree: HTMLTree
  private let blocks: [PageBlocks.Block]
  private var languages: [BlockLanguage] = []
  private let sums: SubtreeSums
  private let clusters: BlockClusters
  private let declared: DeclaredText
  private var labels: LabelBits
  private var runningBefore: [Int] = []
  private var runningAfter: [Int] = []
  private var headingBefore: [Int] = []
  private let facts: PageFacts
  private let asides: PageAsides

  /// Steps that the way up from a block is followed.
  private static let mostSteps = 40
  /// A distance that stands for "not at all".
  private static let far: Int16 = 40

  init(_ page: PageBlocks, tree: HTMLTree, declared: DeclaredText) {
    self.tree = tree
    self.declared = declared
    blocks = page.blocks
    count = page.blocks.count
    languages.reserveCapacity(count)
    for block in page.blocks {
      languages.append(BlockLanguage(page.text[block.range], declared: declared))
    }
    sums = SubtreeSums(page.blocks, languages, tree)
    clusters = BlockClusters(page.blocks, languages, tree, sums)
    labels = LabelBits(tree)
    facts = PageFacts(blocks, languages, tree, sums)
    asides = PageAsides(
      blocks, languages, tree, sums, &labels, text: page.text, title: facts.titleBlock)
    findNearest()
  }

  /// A hash of the text of a block.
  func hash(_ block: Int) -> UInt64 { languages[block].hash }

  // MARK: - Rows

  /// Writes the values of one block into a row, over what stood there.
  mutating func write(_ block: Int, to row: inout [Int16]) {
    row.removeAll(keepingCapacity: true)
    own(block, &row)
    position(block, &row)
    neighbours(block, &row)
    surroundings(block, &row)
    way(block, &row)
    containers(block, &row)
    clusters.append(block, &row)
    facts.append(&row)
  }

  private static func clamp(_ value: Int) -> Int16 { Int16(clamping: value) }
  /// A share in thousandths.
  static func share(_ part: Int, _ whole: Int) -> Int16 {
    whole <= 0 ? 0 : Int16(clamping: part * 1000 / whole)
  }

  private func own(_ index: Int, _ row: inout [Int16]) {
    let block = blocks[index]
    let language = languages[index]
    let length = block.range.count
    row += [
      Self.clamp(language.characters), Self.clamp(language.words),
      Self.share(block.linked, length), Self.clamp(block.links),
      Self.share(block.stressed, length), Self.clamp(block.breaks),
      Self.clamp(language.characters * 10 / max(language.words, 1)),
      Self.share(language.capitalised, language.words),
      Self.share(language.shouted, language.words),
      Self.share(language.digits, language.characters), Self.clamp(language.commas),
      Self.clamp(language.sentences), language.endsSentence ? 1 : 0,
      language.endsWithColon ? 1 : 0, Self.clamp(language.quotes), Self.clamp(language.marks),
      Self.share(language.inTitle, language.words),
      declared.hasDescription ? Self.share(language.inDescription, language.words) : -1,
      declared.hasBody ? Self.share(language.inBody, language.words) : -1,
      Self.clamp(Int(language.saidFirst)), Self.kind(block.tag), headingLevel(block.tag),
    ]
    for group in language.said.indices {
      row.append(Self.share(Int(language.said[group]), language.words))
    }
  }

  private static func kind(_ tag: HTMLTag) -> Int16 {
    switch tag {
    case .p: 0
    case .blockquote, .pre: 1
    case .h1, .h2, .h3, .h4, .h5, .h6: 2
    case .li: 3
    case .tr: 4
    case .td, .th: 5
    case .dd: 6
    case .dt: 7
    case .div, .section, .article, .main: 8
    case .figcaption, .figure, .caption: 9
    case .body, .html, .center: 11
    default: 10
    }
  }

  private func headingLevel(_ tag: HTMLTag) -> Int16 {
    tag.isHeading ? Int16(tag.rawValue - HTMLTag.h1.rawValue) + 1 : 0
  }

  private func position(_ index: Int, _ row: inout [Int16]) {
    let block = blocks[index]
    row += [
      Self.clamp(index), Self.clamp(count - index),
      Self.share(block.range.lowerBound, blocks[count - 1].range.upperBound),
      facts.titleBlock.map { Self.clamp(index - $0) } ?? -9999,
      facts.titleBlock.map {
        Self.clamp((block.range.lowerBound - blocks[$0].range.upperBound) / 4)
      }
        ?? -9999,
      Self.clamp(index - facts.firstLong), Self.clamp(facts.lastLong - index),
      Self.share(sums.before(block.element), max(sums.running(0), 1)),
    ]
  }

  /// Lengths, links and kinds of the blocks before and after.
  private func neighbours(_ index: Int, _ row: inout [Int16]) {
    for offset in [-3, -2, -1, 1, 2, 3] {
      let other = index + offset
      guard blocks.indices.contains(other) else {
        row += [-1, -1, -1, -1]
        continue
      }
      let block = blocks[other]
      row += [
        Self.clamp(languages[other].characters), Self.share(block.linked, block.range.count),
        Self.kind(block.tag),
        Self.share(Int(languages[other].said[0]), languages[other].words),
      ]
    }
    let parent = tree.records[blocks[index].element].parent
    for offset in [-1, 1] {
      let other = index + offset
      row.append(
        blocks.indices.contains(other) && tree.records[blocks[other].element].parent == parent
          ? 1 : 0)
    }
    var running = 0
    var all = 0
    for other in max(0, index - 5)...min(count - 1, index + 5) where other != index {
      all += blocks[other].range.count
      if sums.isRunning[other] { running += blocks[other].range.count }
    }
    row += [Self.clamp(running), Self.share(running, all)]
  }

  /// How far it is to running text on either side, in blocks and in elements, and what the heading above says.
  private func surroundings(_ index: Int, _ row: inout [Int16]) {
    let element = blocks[index].element
    for other in [runningBefore[index], runningAfter[index]] {
      guard other >= 0 else {
        row += [999, 20, 0]
        continue
      }
      row += [
        Self.clamp(abs(index - other)),
        sums.distance(element, blocks[other].element, tree, most: 20),
        clusters.number(index) == clusters.number(other) ? 1 : 0,
      ]
    }
    let heading = headingBefore[index]
    guard heading >= 0 else {
      row += [999, 0, 0, 0, 0, 0, 0]
      return
    }
    let said = languages[heading]
    row += [
      Self.clamp(index - heading), headingLevel(blocks[heading].tag), Self.clamp(said.words),
      Self.share(Int(said.said[PageVocabulary.Saying.comment.rawValue]), said.words),
      Self.share(Int(said.said[PageVocabulary.Saying.navigation.rawValue]), said.words),
      Self.share(Int(said.said[PageVocabulary.Saying.meta.rawValue]), said.words),
      Self.share(Int(said.said[PageVocabulary.Saying.advert.rawValue]), said.words),
    ]
  }

  /// For each block the nearest running one before and after it, and the heading above.
  private mutating func findNearest() {
    runningBefore = [Int](repeating: -1, count: count)
    runningAfter = runningBefore
    headingBefore = runningBefore
    var running = -1
    var heading = -1
    for index in 0..<count {
      runningBefore[index] = running
      headingBefore[index] = heading
      if sums.isRunning[index] { running = index }
      if blocks[index].tag.isHeading { heading = index }
    }
    running = -1
    for index in stride(from: count - 1, through: 0, by: -1) {
      runningAfter[index] = running
      if sums.isRunning[index] { running = index }
    }
  }

  /// How many kinds of elements ``group(_:)`` tells apart.
  private static let tagGroups = 14
  private static let labelCount = PageVocabulary.Label.allCases.count
  private static let allLabels = UInt32((1 << UInt64(labelCount)) - 1)

  /// How far up the elements are whose tag or name tells something, and whether one of them is hidden.
  private mutating func way(_ index: Int, _ row: inout [Int16]) {
    // Written into the row at once, as arrays of their own for every block would take longer than all the rest.
    let tagDistances = row.count
    let labelDistances = tagDistances + Self.tagGroups
    let labelCounts = labelDistances + Self.labelCount
    for _ in tagDistances..<labelCounts { row.append(Self.far) }
    for _ in 0..<Self.labelCount { row.append(0) }
    var isHidden: Int16 = 0
    var depth: Int16 = 0
    var current = blocks[index].element
    let total = max(sums.running(0), 1)
    var seen: UInt32 = 0
    var story: Int16 = Self.far
    var storyShare: Int16 = -1
    while current >= 0, depth < Self.mostSteps {
      let record = tree.records[current]
      let group = Self.group(record.tag)
      if group >= 0, row[tagDistances + group] == Self.far { row[tagDistances + group] = depth }
      if record.tag != .body, record.tag != .html {
        let bits = labels.bits(current)
        // What holds most of the page is the page, whatever it is called.
        let isPage = sums.running(current) * 10 > total * 7
        var rest = bits & Self.allLabels
        while rest != 0 {
          let label = rest.trailingZeroBitCount
          rest &= rest - 1
          row[labelCounts + label] += 1
          if seen & (1 << UInt32(label)) == 0, !isPage || label == 0 {
            row[labelDistances + label] = depth
            seen |= 1 << UInt32(label)
          }
        }
        if bits & LabelBits.story != 0 {
          if story == Self.far { story = depth }
          storyShare = Self.share(sums.running(current), total)
        }
        if isHidden == 0, sums.isHidden(current, tree) { isHidden = isPage ? 2 : 1 }
      }
      current = Int(record.parent)
      depth += 1
    }
    row += [isHidden, depth, story, storyShare]
  }

  // MARK: - Beside the story

  /// Whether a block stands in an element that is made for what is beside the story (navigation, footers, captions) or
  /// is a short line above the headline.
  func isBeside(_ index: Int) -> Bool {
    if asides.hold(blocks[index].element) { return true }
    var current = blocks[index].element
    var step = 0
    while current >= 0, step < Self.mostSteps {
      switch tree.records[current].tag {
      case .nav, .aside, .footer, .figcaption:
        if sums.running(current) * 2 <= max(sums.running(0), 1) { return true }
      default: break
      }
      current = Int(tree.records[current].parent)
      step += 1
    }
    return isAboveHeadline(index)
  }

  /// A block shorter than this above the headline is a rubric or the outlet's name.
  private static let shortAbove = 60

  private func isAboveHeadline(_ index: Int) -> Bool {
    guard let title = facts.titleBlock, blocks[title].tag == .h1 else { return false }
    return index < title && languages[index].characters < Self.shortAbove
  }

  private static func group(_ tag: HTMLTag) -> Int {
    switch tag {
    case .article: 0
    case .main: 1
    case .aside: 2
    case .nav: 3
    case .footer: 4
    case .header: 5
    case .form, .fieldset: 6
    case .figure, .figcaption: 7
    case .table: 8
    case .ul, .ol: 9
    case .dl: 10
    case .blockquote: 11
    case .section: 12
    case .a: 13
    default: -1
    }
  }

  /// What the elements hold that the block is in, and where it stands to the element that seems to hold the story.
  private func containers(_ index: Int, _ row: inout [Int16]) {
    let block = blocks[index]
    let total = max(sums.running(0), 1)
    var current = block.element
    if block.tag != .div, block.tag != .section, block.tag != .article, block.tag != .body {
      current = max(0, Int(tree.records[current].parent))
    }
    for _ in 0..<4 {
      let all = sums.all(current)
      row += [
        Self.clamp(all), Self.share(sums.linked(current), all),
        Self.share(sums.running(current), all), Self.share(sums.running(current), total),
        Self.clamp(sums.blockCount(current)),
      ]
      current = max(0, Int(tree.records[current].parent))
    }
    let root = facts.root
    let range = root..<tree.end(root)
    row += [
      range.contains(block.element) ? 1 : block.element < root ? 0 : 2,
      Self.clamp(index - facts.firstInRoot), Self.clamp(facts.lastInRoot - index),
      Self.share(index - facts.firstInRoot, max(facts.lastInRoot - facts.firstInRoot, 1)),
      sums.distance(block.element, root, tree, most: 20),
    ]
  }
}
