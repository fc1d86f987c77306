/// The headline of a page: what it says, and the element that shows it.
struct Headline {
  let text: String?
  /// The heading that shows it; `nil` if none does.
  let node: Int?

  /// A heading shorter than this is a rubric.
  private static let leastLength = 9
  /// A heading that shares this much of its words with what the markup states is the headline.
  private static let leastShare = 0.6

  private struct Heading {
    let node: Int
    let name: String
    let text: String
  }

  /// Finds it: `stated` are the titles in the markup, the most trusted first, without the outlet's name.
  init(_ document: HTMLDocument, headings: [Int], stated: [String]) {
    let shown = headings.prefix(80).filter { !Self.isSiteName($0, document) }.map {
      Heading(node: $0, name: document.nodes[$0].name, text: document.text($0).collapsed)
    }
    .filter { !$0.text.isEmpty && $0.text.utf8.count < 600 }
    var best: (heading: Heading, share: Double)?
    let titles = stated.map(Self.words)
    for heading in shown where heading.name == "h1" || !Self.isBeside(heading.node, document) {
      let words = titles.isEmpty ? [] : Self.words(heading.text)
      let share = titles.map { Self.share(words, $0) }.max() ?? 0
      let least = heading.name == "h1" ? Self.leastShare : 0.85
      guard share >= least, heading.text.count >= Self.leastLength || share == 1 else { continue }
      let weighed = share + (heading.name == "h1" ? 0.2 : 0)
      if weighed > best?.share ?? 0 { best = (heading, weighed) }
    }
    if let best {
      node = best.heading.node
      text = Self.withoutKicker(best.heading.text, stated)
      return
    }
    let firsts = shown.filter { $0.name == "h1" && $0.text.count >= Self.leastLength }
    node = firsts.first?.node ?? shown.first { $0.name == "h1" }?.node
    text = stated.first ?? firsts.first?.text
  }

  /// Whether a heading stands in something beside the story.
  private static func isBeside(_ index: Int, _ document: HTMLDocument) -> Bool {
    var current = document.nodes[index].parent
    for _ in 0..<5 where current >= 0 {
      let node = document.nodes[current]
      if node.name == "body" || node.name == "article" || node.name == "main" { return false }
      if DateLabels.penalty(name: node.name, labels: node.labels) >= DateLabels.outskirt {
        return true
      }
      current = node.parent
    }
    return false
  }

  /// Whether a heading leads to the front page: then it shows the outlet's name.
  private static func isSiteName(_ index: Int, _ document: HTMLDocument) -> Bool {
    let around = document.nodes[index].parent
    let link =
      (index..<document.end(index)).first { document.tree.records[$0].tag == .a }
      ?? (around >= 0 && document.tree.records[around].tag == .a ? around : nil)
    guard let link, let href = document.nodes[link].attributes["href"],
      // The address of a front page has no more; taking all addresses apart takes long.
      href.utf8.prefix(while: { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
        .count(where: { $0 == UInt8(ascii: "/") }) <= 3
    else { return false }
    let path = WebAddressParts(href).path.prefix { $0 != "?" && $0 != "#" }
    return (href.hasPrefix("http") || href.hasPrefix("/")) && path.count <= 1
  }

  /// Headings often begin with a rubric or a date; what the markup states is the headline itself.
  private static func withoutKicker(_ heading: String, _ stated: [String]) -> String {
    stated.first { heading.hasSuffix($0) && $0.count >= 15 && $0.count * 4 > heading.count }
      ?? heading
  }

  /// How much two titles have in common: 1 if all the words of the shorter stand in the longer, in order.
  private static func share(_ one: [String], _ two: [String]) -> Double {
    guard !one.isEmpty, !two.isEmpty else { return 0 }
    if one == two { return 1 }
    if min(one.count, two.count) >= 4, one.starts(with: two) || two.starts(with: one) { return 1 }
    let (short, long) = one.count <= two.count ? (one, two) : (two, one)
    let set = Set(long)
    let common = short.filter(set.contains).count
    let share = Double(common) / Double(short.count)
    // One word of a long title is a rubric's name.
    return share * (short.count * 3 < long.count ? 0.5 : 1)
  }

  private static func words(_ text: String) -> [String] {
    DateTokens.split(text).compactMap { token in
      switch token.kind {
      case .word(let word): word
      case .number(let value, _): String(value)
      case .mark: nil
      }
    }
  }
}
