/// The elements of a feed in document order, each knowing where its subtree ends.
///
/// Made of whatever is given: an end tag closes the nearest element of its name and all that are open in it, one that
/// closes nothing is passed over.
struct MarkupTree {
  struct Node {
    /// The name in lower case; after a prefix that stands for a namespace wherever that is not one of feeds themselves.
    let name: String
    let attributes: [MarkupScanner.Attribute]
    let parent: Int
    /// One past the last node of its subtree.
    var end: Int
    /// The characters that stand in it directly.
    var text = ""
    /// The bytes between its tags.
    var content: Range<Int>

    subscript(attribute: String) -> String? {
      attributes.first { $0.name == attribute }?.value
    }
  }

  private(set) var nodes: [Node] = []
  private let bytes: [UInt8]

  /// More nodes are not taken in; 50,000 entries have fewer.
  private static let mostNodes = 1_000_000
  /// Elements nested more deeply stand beside each other; no feed has more than a dozen levels, and texts in it few
  /// more.
  private static let deepest = 128
  /// Elements that are never in one of their own kind: a second one closes the first, which was left open.
  private static let neverNested: Set<String> = ["item", "entry", "url", "sitemap"]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var scanner = MarkupScanner(bytes)
    var open: [Int] = []
    var namespaces = Namespaces()
    while nodes.count < Self.mostNodes {
      let start = scanner.position
      guard let token = scanner.next() else { break }
      switch token {
      case .text(let range):
        guard let last = open.last else { continue }
        nodes[last].text += CharacterReferences.resolved(bytes[range])
      case .verbatim(let range):
        guard let last = open.last else { continue }
        nodes[last].text += string(range)
      case .open(let tag):
        namespaces.enter(tag.attributes, depth: open.count)
        let name = namespaces.name(tag.name)
        if Self.neverNested.contains(name),
          let same = open.lastIndex(where: { nodes[$0].name == name })
        {
          close(&open, downTo: same, at: start)
          namespaces.leave(depth: same)
          namespaces.enter(tag.attributes, depth: open.count)
        }
        nodes.append(
          Node(
            name: name, attributes: tag.attributes, parent: open.last ?? -1, end: nodes.count + 1,
            content: scanner.position..<scanner.position))
        if tag.isWhole || open.count >= Self.deepest {
          namespaces.leave(depth: open.count)
        } else {
          open.append(nodes.count - 1)
        }
      case .close(let written, let end):
        let name = namespaces.name(written)
        guard let index = open.lastIndex(where: { nodes[$0].name == name }) else { continue }
        close(&open, downTo: index, at: end)
        namespaces.leave(depth: index)
      }
    }
    close(&open, downTo: 0, at: bytes.count)
  }

  /// Ends the elements from `index` on.
  private mutating func close(_ open: inout [Int], downTo index: Int, at position: Int) {
    while open.count > index, let node = open.popLast() {
      nodes[node].end = nodes.count
      nodes[node].content = nodes[node].content.lowerBound..<position
    }
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

extension MarkupTree {
  /// The elements that stand directly in one.
  func children(_ index: Int) -> [Int] {
    var children: [Int] = []
    var child = index + 1
    while child < nodes[index].end {
      children.append(child)
      child = nodes[child].end
    }
    return children
  }

  /// Whether elements stand in one.
  func hasElements(_ index: Int) -> Bool { nodes[index].end > index + 1 }

  /// All characters in an element, without tags.
  func text(_ index: Int) -> String {
    guard hasElements(index) else { return nodes[index].text }
    // The order of text and elements is only in the bytes.
    var scanner = MarkupScanner(Array(bytes[nodes[index].content]))
    let content = Array(bytes[nodes[index].content])
    var text = ""
    while let token = scanner.next() {
      switch token {
      case .text(let range):
        text += CharacterReferences.resolved(content[range])
      case .verbatim(let range): text += String(decoding: content[range], as: UTF8.self)
      case .open, .close: continue
      }
    }
    return text
  }

  /// What stands between the tags of an element, as it is written.
  func markup(_ index: Int) -> String { string(nodes[index].content) }

  /// All elements of a name.
  func elements(_ name: String) -> [Int] { nodes.indices.filter { nodes[$0].name == name } }

  /// The nearest value of `xml:base` and those it stands in, the outermost first.
  func bases(_ index: Int) -> [String] {
    var bases: [String] = []
    var node = index
    while node >= 0 {
      if let base = nodes[node]["xml:base"], !base.isEmpty { bases.append(base) }
      node = nodes[node].parent
    }
    return bases.reversed()
  }
}
