/// What stands around an element of a page: how near the headline is, and what holds it.
struct PageSurroundings {
  let document: HTMLDocument
  let headline: Int?
  /// Visible characters before each node, white space not counted.
  private let offsets: [Int]
  private let anchor: Int?
  private var penalties: [Int: Double] = [:]

  // Tuned together with ``VisibleDates``.
  /// What stands beside a link with at least so much text belongs to the report that it leads to.
  private static let longLink = 24
  /// What holds more than this share of the page's text is the page, whatever it is called.
  private static let wholePage = 0.5

  /// Elements whose text is not shown as such.
  static let unseen: Set<String> = [
    "script", "style", "noscript", "template", "head", "select", "textarea", "svg",
  ]

  init(_ document: HTMLDocument, headline: Int?) {
    self.document = document
    self.headline = headline
    offsets = Self.offsets(document)
    anchor = (headline ?? Self.firstParagraph(document)).map { [offsets] in offsets[$0] }
  }

  // MARK: - Distance

  /// Characters between a node and the headline.
  func distance(_ index: Int) -> Int { abs(offsets[index] - (anchor ?? 0)) }

  /// Up to 25 for what stands right at the headline.
  func nearness(_ index: Int) -> Double {
    guard let anchor else { return 8 }
    switch offsets[index] - anchor {
    case -140..<0: return 22
    case -600 ..< -140: return 12
    case ..<0: return 0
    case ..<420: return 25
    case ..<1300: return 15
    case ..<4200: return 6
    default: return 0
    }
  }

  /// Visible characters below a node.
  func length(_ index: Int) -> Int {
    let end = document.end(index)
    return (end < offsets.count ? offsets[end] : offsets.last ?? 0) - offsets[index]
  }

  /// Visible characters of the paragraph or the like that a node stands in.
  func paragraphLength(_ index: Int) -> Int {
    var current = document.nodes[index].parent
    for _ in 0..<5 where current >= 0 {
      if Self.paragraphs.contains(document.nodes[current].name) { return length(current) }
      current = document.nodes[current].parent
    }
    return 0
  }

  /// Whether a text is a line by itself, with line breaks or the paragraph's ends around it.
  func isLine(_ index: Int) -> Bool {
    let parent = document.nodes[index].parent
    let next = index + 1
    let startsLine = index - 1 == parent || document.nodes[index - 1].name == "br"
    return startsLine
      && (next >= document.end(parent) || document.nodes[next].name == "br")
      && Self.paragraphs.contains(document.nodes[parent].name)
  }

  func isInHeadline(_ index: Int) -> Bool {
    headline.map { ($0..<document.end($0)).contains(index) } ?? false
  }

  static let paragraphs: Set<String> = [
    "p", "blockquote", "figcaption", "dd", "h2", "h3", "h4", "h5",
  ]

  private static func offsets(_ document: HTMLDocument) -> [Int] {
    var offsets: [Int] = []
    offsets.reserveCapacity(document.nodes.count)
    var sum = 0
    var skippedUntil = 0
    let tree = document.tree
    for (index, record) in tree.records.enumerated() {
      offsets.append(sum)
      if index < skippedUntil { continue }
      switch record.tag {
      case .text: for byte in tree.bytes[record.content] where byte > 0x20 { sum += 1 }
      case .script, .style, .noscript, .template, .head, .select, .textarea, .svg:
        skippedUntil = document.end(index)
      default: break
      }
    }
    return offsets
  }

  /// Where the story begins on a page without a headline.
  private static func firstParagraph(_ document: HTMLDocument) -> Int? {
    document.nodes.indices.first {
      document.tree.records[$0].tag == .text && document.tree.records[$0].content.count > 140
        && document.nodes[$0].parent >= 0
        && !unseen.contains(document.nodes[document.nodes[$0].parent].name)
    }
  }

  // MARK: - What holds it

  /// What the elements that hold a node take away from a date in it; the worst of them counts.
  mutating func penalty(_ index: Int) -> Double {
    var chain: [Int] = []
    var current = document.nodes[index].isText ? document.nodes[index].parent : index
    var known = 0.0
    while current >= 0 {
      if let penalty = penalties[current] {
        known = penalty
        break
      }
      chain.append(current)
      current = document.nodes[current].parent
    }
    for element in chain.reversed() {
      known = max(known, ownPenalty(element))
      penalties[element] = known
    }
    return known
  }

  private func ownPenalty(_ element: Int) -> Double {
    let node = document.nodes[element]
    if node.name == "body" || node.name == "html" { return 0 }
    if let headline, (element..<document.end(element)).contains(headline) { return 0 }
    let length = length(element)
    if Double(length) > Self.wholePage * Double(offsets.last ?? 0) { return 0 }
    if node.name == "a" { return length > 60 ? 25 : 0 }
    let penalty = DateLabels.penalty(name: node.name, labels: node.labels)
    // What stands beside the story in the article's own element is about it.
    return node.name == "aside" && penalty == DateLabels.aside && isInArticle(element)
      ? penalty / 3 : penalty
  }

  private func isInArticle(_ index: Int) -> Bool {
    guard let headline else { return false }
    var current = document.nodes[index].parent
    // No page that is meant to be read is nested deeper.
    for _ in 0..<100 where current >= 0 {
      let node = document.nodes[current]
      if node.name == "article" || node.name == "main" {
        return (current..<document.end(current)).contains(headline)
      }
      current = node.parent
    }
    return false
  }

  /// Whether the small element that holds a date holds a link to another report too.
  func isTeaser(_ index: Int) -> Bool {
    var current = document.nodes[index].isText ? document.nodes[index].parent : index
    for _ in 0..<4 where current >= 0 {
      let range = current..<document.end(current)
      if let headline, range.contains(headline) { return false }
      guard range.count <= 80, length(current) <= 330 else { return false }
      for element in range
      where document.nodes[element].name == "a" && length(element) >= Self.longLink
        && document.nodes[element].attributes["href"] != nil && !isOwnLink(element)
        && !(element..<document.end(element)).contains(index)
      {
        return true
      }
      current = document.nodes[current].parent
    }
    return false
  }

  /// Whether a date stands in an item of a list, with a link to another report, in an element that is made for what is beside
  /// the story.
  mutating func isListedAside(_ index: Int) -> Bool {
    guard headline != nil, penalty(index) >= DateLabels.aside else { return false }
    var current = document.nodes[index].isText ? document.nodes[index].parent : index
    for _ in 0..<5 where current >= 0 {
      if document.nodes[current].name == "li" {
        let range = current..<document.end(current)
        return range.count <= 80
          && range.contains { element in
            document.nodes[element].name == "a"
              && document.nodes[element].attributes["href"] != nil && length(element) >= 4
              && !isOwnLink(element) && !(element..<document.end(element)).contains(index)
          }
      }
      current = document.nodes[current].parent
    }
    return false
  }

  /// Whether a link says that it leads to this very report, to its authors or to what it is filed under.
  private func isOwnLink(_ index: Int) -> Bool {
    guard let relation = document.nodes[index].attributes["rel"]?.lowercased() else { return false }
    return ["bookmark", "author", "tag", "category", "canonical"].contains(where: relation.contains)
  }

  func isInTime(_ index: Int) -> Bool {
    document.nodes[index].name == "time"
      || (document.nodes[index].parent >= 0
        && document.nodes[document.nodes[index].parent].name == "time")
  }
}
