/// Finds the main text of a page: blocks are taken from the element that gathers the most running text, less
/// what labels, links and place show to be something else.
struct MainText {
  private let document: HTMLDocument
  private var excluded: [Bool]
  /// Whether class names are heeded; a page on which that leaves hardly anything is read without them.
  private let usesLabels: Bool

  // Tuned together on the development third of trafilatura's evaluation pages; see Evaluation/Pages.swift.
  /// A paragraph shorter than this says little about where the story is.
  private static let tellingLength = 40
  /// Blocks with a larger share of linked characters are navigation.
  private static let mostLinked = 0.5
  /// Next to the chosen element, others with this share of its weight belong to the story.
  private static let siblingShare = 0.25

  /// A run of text that stands by itself on the page.
  struct Block {
    let element: Int
    let name: String
    let text: String
    let linkedShare: Double
  }

  init(_ document: HTMLDocument, usesLabels: Bool = true) {
    self.document = document
    self.usesLabels = usesLabels
    excluded = [Bool](repeating: false, count: document.nodes.count)
    exclude()
  }

  /// The paragraphs of the story in order; empty if the page has none.
  func paragraphs() -> [String] {
    let all = blocks()
    guard let root = storyElement(all) else { return [] }
    let range = root..<document.end(root)
    var inside = all.filter { range.contains($0.element) }
    inside = inside.filter(isStory)
    while let last = inside.last, isHeading(last.name) {
      inside.removeLast()
      _ = last
    }
    var seen: Set<String> = []
    return inside.filter { $0.text.count < 60 || seen.insert($0.text).inserted }.map(\.text)
  }

  // MARK: - What is not the story

  private static let skippedElements: Set<String> = [
    "script", "style", "noscript", "template", "svg", "form", "button", "select", "iframe", "nav",
    "aside", "footer", "object", "embed", "canvas", "map", "dialog", "menu", "input", "textarea",
    "label", "figcaption", "audio", "video", "head",
  ]

  /// Words in an element's class, id or role that tell of something beside the story.
  private static let skippedLabels: [String] = [
    "nav", "menu", "footer", "sidebar", "related", "recommend", "share", "sharing", "social",
    "comment", "promo", "advert", "sponsor", "newsletter", "subscribe", "subscription", "cookie",
    "consent",
    "breadcrumb", "mostread", "popular", "trending", "outbrain", "taboola", "modal", "popup",
    "banner", "signup", "login", "caption", "credit", "gallery", "rating", "toolbar", "pagination",
    "disqus",
    "replies", "readmore", "teaser", "tags", "taglist", "topics", "masthead", "infobox", "byline",
    "copyright", "disclaimer", "navbox", "toc", "references", "reflist", "noprint", "metadata",
    "donate",
    "player", "slideshow", "carousel", "feedback", "tooltip", "shoutbox", "poll", "jp",
  ]

  /// Words that tell so at the end of a name too: "page-footer".
  private static let endingLabels: Set<String> = [
    "nav", "navigation", "menu", "footer", "sidebar", "related", "share", "sharing", "social",
    "comments", "newsletter", "breadcrumb", "breadcrumbs", "caption", "ads", "advert",
    "advertisement", "teaser",
    "teasers", "pagination", "byline", "credit", "copyright", "tags", "toolbar", "recommendations",
    "promo",
  ]

  /// Joined words that tell so anywhere in a name.
  private static let compoundLabels = [
    "author-bio", "about-author", "most-read", "sign-up", "print-only", "read-more", "more-stories",
    "also-like", "tag-list", "skip-link", "screen-reader", "visually-hidden", "sr-only",
    "post-meta",
    "entry-meta", "article-meta", "jp-relatedposts", "wp-caption-text", "mw-editsection",
    "next-post", "prev-post", "post-nav", "report-error", "article-tools",
  ]

  /// Labels that hold the story even if a word of theirs is in the list above.
  private static let keptLabels = [
    "article-body", "articlebody", "story-body", "entry-content", "post-content", "main-content",
    "article__body", "article-content", "story-content", "body-content", "articletext",
    "content-body",
  ]

  /// Elements that never hold a story, however much text they have.
  private static let neverStory: Set<String> = [
    "script", "style", "noscript", "template", "svg", "select", "iframe", "object", "embed",
    "canvas", "textarea", "head", "button",
  ]

  /// An element with more than this share of the page's text is the page, whatever it is called.
  private static let wholePage = 0.5

  private mutating func exclude() {
    let weights = textWeights()
    let total = Double(max(weights.first ?? 0, 1))
    let headings = document.elements("h1")
    for index in document.nodes.indices where !document.nodes[index].isText {
      let node = document.nodes[index]
      if node.parent >= 0, excluded[node.parent] {
        excluded[index] = true
      } else if Self.neverStory.contains(node.name) || isHidden(node) {
        excluded[index] = true
      } else if Double(weights[index]) <= total * Self.wholePage {
        excluded[index] =
          Self.skippedElements.contains(node.name) || isLabelledOut(node, index, headings)
      }
    }
  }

  /// Characters of running text below each node: of paragraphs, and of text right in divisions that is long enough.
  private func textWeights() -> [Int] {
    var weights = [Int](repeating: 0, count: document.nodes.count)
    for index in document.nodes.indices.reversed() {
      let node = document.nodes[index]
      if node.isText, node.parent >= 0, !Self.neverStory.contains(document.nodes[node.parent].name)
      {
        let length = node.text.utf8.count
        if length >= Self.tellingLength { weights[index] = length }
      }
      if node.parent >= 0 { weights[node.parent] += weights[index] }
    }
    return weights
  }

  private func isHidden(_ node: HTMLDocument.Node) -> Bool {
    if node.attributes["hidden"] != nil || node.attributes["aria-hidden"] == "true" { return true }
    let style = (node.attributes["style"] ?? "").lowercased().filter { $0 != " " }
    return style.contains("display:none") || style.contains("visibility:hidden")
  }

  private func isLabelledOut(_ node: HTMLDocument.Node, _ index: Int, _ headings: [Int]) -> Bool {
    guard !["html", "body", "main", "article"].contains(node.name) else { return false }
    if node.name == "header" {
      return !headings.contains { (index..<document.end(index)).contains($0) }
    }
    guard usesLabels else { return false }
    let labels = node.labels
    guard !labels.isEmpty else { return false }
    if Self.keptLabels.contains(where: labels.contains) { return false }
    return labels.split(whereSeparator: \.isWhitespace).contains { Self.tellsOfAside($0) }
  }

  /// Whether one class name begins or ends with a word for something beside the story.
  private static func tellsOfAside(_ name: Substring) -> Bool {
    if compoundLabels.contains(where: name.contains) { return true }
    let words = name.split { !$0.isLetter && !$0.isNumber }
    guard let first = words.first, let last = words.last else { return false }
    return skippedLabels.contains { first.hasPrefix($0) && first.count <= $0.count + 3 }
      || endingLabels.contains(String(last))
  }

  // MARK: - Blocks

  private static let blockElements: Set<String> = [
    "p", "div", "section", "article", "main", "li", "ul", "ol", "dl", "dd", "dt", "blockquote",
    "pre", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "td", "th", "tbody", "header", "body",
    "html", "figure", "center", "address", "details", "summary", "hr",
  ]

  /// All blocks outside excluded elements: text between the borders of block elements and double line breaks.
  private func blocks() -> [Block] {
    var blocks: [Block] = []
    var text = ""
    var linked = 0
    var owner = 0
    var breaks = 0

    func flush() {
      let collapsed = text.collapsed
      if !collapsed.isEmpty {
        let total = max(collapsed.count, 1)
        blocks.append(
          Block(
            element: owner, name: document.nodes[owner].name, text: collapsed,
            linkedShare: min(1, Double(linked) / Double(total))))
      }
      text = ""
      linked = 0
      breaks = 0
    }

    var closing: [(end: Int, isBlock: Bool)] = []
    for index in document.nodes.indices {
      while let last = closing.last, last.end <= index {
        closing.removeLast()
        if last.isBlock { flush() }
      }
      let node = document.nodes[index]
      if node.isText {
        guard node.parent >= 0, !excluded[node.parent] else { continue }
        if text.isEmpty { owner = blockAbove(node.parent) }
        text += node.text
        if node.text.contains(where: { !$0.isWhitespace }) { breaks = 0 }
        if isInLink(node.parent) { linked += node.text.collapsed.count }
        continue
      }
      let isBlock = Self.blockElements.contains(node.name)
      if isBlock { flush() }
      if node.name == "br", !excluded[index] {
        breaks += 1
        if breaks >= 2 { flush() } else { text += "\n" }
      }
      closing.append((document.end(index), isBlock))
    }
    flush()
    return blocks
  }

  private func blockAbove(_ index: Int) -> Int {
    var current = index
    while current > 0, !Self.blockElements.contains(document.nodes[current].name),
      document.nodes[current].parent >= 0
    { current = document.nodes[current].parent }
    return current
  }

  private func isInLink(_ index: Int) -> Bool {
    var current = index
    var steps = 0
    while current >= 0, steps < 6 {
      if document.nodes[current].name == "a" { return true }
      current = document.nodes[current].parent
      steps += 1
    }
    return false
  }

  // MARK: - Where the story is

  private func storyElement(_ blocks: [Block]) -> Int? {
    var weight = [Double](repeating: 0, count: document.nodes.count)
    for block in blocks
    where block.text.count >= Self.tellingLength && block.linkedShare < Self.mostLinked {
      let length = Double(block.text.count)
      let commas = Double(block.text.filter { $0 == "," || $0 == "،" || $0 == "，" }.count)
      let value =
        (1 + min(length / 100, 4) + min(commas, 5) * 0.3) * (1 - block.linkedShare)
        * (block.name == "li" ? 0.5 : 1)
      // A paragraph speaks for what holds it, less for what holds that.
      var current =
        block.name == "p" || isHeading(block.name) || block.name == "li"
          || block.name == "blockquote" ? document.nodes[block.element].parent : block.element
      var share = 1.0
      while current >= 0, share > 0.2 {
        weight[current] += value * share
        current = document.nodes[current].parent
        share *= 0.75
      }
    }
    for index in document.nodes.indices where weight[index] > 0 {
      let node = document.nodes[index]
      if node.name == "article" || node.attributes["itemprop"]?.lowercased() == "articlebody" {
        weight[index] *= 1.3
      }
      if node.name == "body" || node.name == "html" { weight[index] *= 0.8 }
      let labels = node.labels
      if Self.keptLabels.contains(where: labels.contains) { weight[index] *= 1.25 }
    }
    guard let best = weight.indices.max(by: { weight[$0] < weight[$1] }), weight[best] > 0 else {
      return blocks.max { $0.text.count < $1.text.count }.flatMap {
        $0.text.count > 80 ? $0.element : nil
      }
    }
    return widened(best, weight)
  }

  /// The story may go on beside the best element: then what holds both is the story's.
  private func widened(_ best: Int, _ weight: [Double]) -> Int {
    var best = best
    for _ in 0..<3 {
      let parent = document.nodes[best].parent
      guard parent >= 0, !["body", "html"].contains(document.nodes[parent].name) else { break }
      var child = parent + 1
      var others = 0.0
      while child < document.end(parent) {
        if child != best, !document.nodes[child].isText, !excluded[child] {
          others += weight[child]
        }
        child = document.end(child)
      }
      guard others > weight[best] * Self.siblingShare else { break }
      best = parent
    }
    return best
  }

  // MARK: - Which blocks are told

  private func isHeading(_ name: String) -> Bool {
    name.count == 2 && name.first == "h" && name != "hr"
  }

  private func isStory(_ block: Block) -> Bool {
    if block.name == "h1" { return false }
    if block.linkedShare > Self.mostLinked {
      return block.text.count > 200 && block.linkedShare < 0.8
    }
    let lower = block.text.lowercased()
    if block.text.count < 160, Self.asides.contains(where: lower.hasPrefix) { return false }
    if isHeading(block.name) { return block.text.count > 2 && block.linkedShare < 0.3 }
    if block.name == "p" || block.name == "blockquote" || block.name == "pre" {
      return block.text.count > 1
    }
    // Loose text in divisions, list items and cells must look like language.
    let hasEnd = block.text.last.map { ".!?”\"’:;…)".contains($0) } ?? false
    return block.text.count >= 25 && (hasEnd || block.text.split(separator: " ").count >= 8)
      || block.name == "li" && block.text.count >= 12
  }

  /// How asides begin that no label gives away.
  private static let asides = [
    "read more", "also read", "read also", "related:", "see also", "advertisement",
    "story continues", "click here", "sign up", "subscribe", "follow us", "follow @", "share this",
    "copyright", "all rights reserved", "©", "(c) ", "photo:", "image:", "image caption",
    "picture:", "file photo", "getty images", "watch:",
    "listen:", "more:", "continue reading", "tags:", "filed under", "posted in", "loading",
    "please enable", "we use cookies", "this article was originally", "leave a reply",
    "leave a comment", "comments are closed", "print this", "email this", "reuse this content",
    "recommended", "newsletter", "download our app",
  ]
}
