/// The elements of a page that stand beside its story whatever they say: consent boxes, teasers of other reports, a second story
/// below the first, comments and lists of related reports.
///
/// The headline decides: what holds it is never one of them.
struct PageAsides {
  /// Nodes of elements, in order and not within each other.
  private(set) var ranges: [Range<Int>] = []

  /// So many alike make a list.
  private static let fewest = 3
  /// A consent box may say so much of a page, in tenths, without words that tell it to be one.
  private static let mostUnsaid = 4
  /// A teaser says no more, in bytes.
  private static let longestTeaser = 600
  /// A page with so much text outside of its teasers has a story there, in bytes.
  private static let leastStory = 120
  /// Steps up from a heading to what it heads.
  private static let mostSteps = 12

  init(
    _ blocks: [PageBlocks.Block], _ languages: [BlockLanguage], _ tree: HTMLTree,
    _ sums: SubtreeSums, _ labels: inout LabelBits, text: [UInt8], title: Int?
  ) {
    guard !blocks.isEmpty else { return }
    let headline = title.map { blocks[$0].element }
    var found = Self.consents(blocks, languages, tree, sums, &labels, headline)
    found += Self.teasers(blocks, tree, sums, headline)
    found += Self.closers(blocks, tree, sums, text, headline)
    var last = 0
    for range in found.sorted(by: {
      ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound)
    })
    where range.upperBound > last {
      ranges.append(max(range.lowerBound, last)..<range.upperBound)
      last = range.upperBound
    }
  }

  /// Whether an element stands in one of them.
  func hold(_ element: Int) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= element { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(element)
  }

  // MARK: - Consent

  private static func consents(
    _ blocks: [PageBlocks.Block], _ languages: [BlockLanguage], _ tree: HTMLTree,
    _ sums: SubtreeSums, _ labels: inout LabelBits, _ headline: Int?
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var end = 0
    let total = max(sums.running(0), 1)
    for (index, record) in tree.records.enumerated() where index >= end {
      guard record.tag != .text, record.tag != .body, record.tag != .html, !record.content.isEmpty,
        sums.all(index) > 0, labels.bits(index) & LabelBits.consent != 0
      else { continue }
      let range = index..<tree.end(index)
      if let headline, range.contains(headline) { continue }
      // What holds much of the page must say that it asks for consent.
      guard
        sums.running(index) * 10 <= total * mostUnsaid
          || isAsking(range, blocks, languages)
      else { continue }
      found.append(range)
      end = range.upperBound
    }
    return found
  }

  /// Whether most blocks of an element have words of consent in them.
  private static func isAsking(
    _ range: Range<Int>, _ blocks: [PageBlocks.Block], _ languages: [BlockLanguage]
  ) -> Bool {
    var asking = 0
    var all = 0
    for (block, language) in zip(blocks, languages) where range.contains(block.element) {
      guard language.words > 4 else { continue }
      all += 1
      if language.said[PageVocabulary.Saying.legal.rawValue] > 0 { asking += 1 }
    }
    return asking * 2 >= all
  }

  // MARK: - Teasers

  /// Elements `article` that each have a heading and a few words, where the story stands elsewhere.
  private static func teasers(
    _ blocks: [PageBlocks.Block], _ tree: HTMLTree, _ sums: SubtreeSums, _ headline: Int?
  ) -> [Range<Int>] {
    guard let headline else { return [] }
    let articles = tree.records.indices.filter { tree.records[$0].tag == .article }
    guard articles.count >= fewest else { return [] }
    let teasers = articles.map { $0..<tree.end($0) }.filter { range in
      !range.contains(headline) && sums.all(range.lowerBound) <= longestTeaser
        && !holds(.time, range, tree) && isTeaser(range, blocks, sums)
    }
    guard teasers.count >= fewest else { return [] }
    // A live page is a headline and a list of short articles.
    let outside = blocks.indices.reduce(0) { sum, index in
      let element = blocks[index].element
      guard sums.isRunning[index], element > headline,
        !teasers.contains(where: { $0.contains(element) })
      else { return sum }
      return sum + blocks[index].range.count
    }
    return outside >= leastStory ? teasers : []
  }

  private static func holds(_ tag: HTMLTag, _ range: Range<Int>, _ tree: HTMLTree) -> Bool {
    range.contains { tree.records[$0].tag == tag }
  }

  /// Whether an element has a heading and no more than one run of text.
  private static func isTeaser(
    _ range: Range<Int>, _ blocks: [PageBlocks.Block], _ sums: SubtreeSums
  ) -> Bool {
    var headings = 0
    var running = 0
    for index in blocks.indices where range.contains(blocks[index].element) {
      if blocks[index].tag.isHeading { headings += 1 }
      if sums.isRunning[index] { running += 1 }
    }
    return headings > 0 && running <= 1
  }

  // MARK: - What closes a story

  /// Parts below a heading that says "Related stories", "Comments" and the like: of what the heading stands in the largest
  /// element that begins with it and holds neither the headline nor text before.
  private static func closers(
    _ blocks: [PageBlocks.Block], _ tree: HTMLTree, _ sums: SubtreeSums, _ text: [UInt8],
    _ headline: Int?
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for (index, block) in blocks.enumerated()
    where block.range.count <= 60 && index > 0
      && (block.tag.isHeading || block.stressed * 10 > block.range.count * 8)
    {
      let words = String(decoding: text[block.range], as: UTF8.self).lowercased()
      guard headings.contains(words.trimming { !$0.isLetter }) else { continue }
      var element = block.element
      let before = blocks[index - 1].element
      for _ in 0..<mostSteps {
        let parent = Int(tree.records[element].parent)
        guard parent > 0, tree.records[parent].tag != .body, before < parent else { break }
        if let headline, (parent..<tree.end(parent)).contains(headline) { break }
        element = parent
      }
      guard element != block.element else { continue }
      found.append(element..<tree.end(element))
    }
    return found
  }

  /// What such headings say, in lower case.
  private static let headings: Set<String> = [
    "related", "related stories", "related articles", "related news", "related topics",
    "related content", "related coverage", "related posts", "related links", "related reading",
    "read more", "read next", "more from", "more on this", "more on this story", "more stories",
    "more news", "more like this", "more to read", "more to explore", "also read", "read also",
    "see also", "you may also like", "you might also like", "you may like", "up next",
    "recommended", "recommended for you", "recommended stories", "most read", "most popular",
    "most viewed", "most shared", "trending", "trending now", "popular", "popular now", "latest",
    "latest news", "latest stories", "top stories", "editor's picks", "editors' picks",
    "editor’s picks", "comments", "leave a comment", "leave a reply", "join the conversation",
    "what do you think", "about the author", "about the authors", "about us", "share this",
    "share this article", "share this story", "share", "topics", "tags", "keywords",
    "sign up", "newsletter", "newsletters", "subscribe", "follow us", "sponsored", "advertisement",
    "around the web", "from around the web", "paid content", "from our partners",
  ]
}
