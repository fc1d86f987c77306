/// A parsed web page: its nodes in document order, each knowing where its subtree ends.
///
/// The nodes lie in a few flat arrays, as copying a page into objects of their own would take longer than parsing it.
struct HTMLDocument: Sendable {
  /// What the nodes are made of; shared by all views of a page.
  let tree: HTMLTree

  /// - Parameter html: A page in valid UTF-8.
  init(_ html: ArraySlice<UInt8>) { tree = HTMLParser.parse(html) }

  init(_ html: String) { self.init(Array(html.utf8)[...]) }

  /// All nodes in document order.
  var nodes: Nodes { Nodes(tree: tree) }

  /// The nodes of a page, each made into a view when it is asked for.
  struct Nodes: RandomAccessCollection {
    fileprivate let tree: HTMLTree
    var startIndex: Int { 0 }
    var endIndex: Int { tree.records.count }
    subscript(index: Int) -> Node { Node(tree: tree, index: index) }
  }

  /// One element or one piece of text.
  struct Node {
    fileprivate let tree: HTMLTree
    fileprivate let index: Int

    private var record: HTMLTree.Record { tree.records[index] }

    /// The element's name in lower case; empty for text.
    var name: String { tree.names[Int(record.name)] }
    var isText: Bool { record.tag == .text }
    /// The characters of a text node.
    var text: String {
      guard isText else { return "" }
      return String(decoding: tree.bytes[record.content], as: UTF8.self)
    }
    var attributes: Attributes { Attributes(tree: tree, range: isText ? 0..<0 : record.content) }
    /// The element it is in; -1 for the first.
    var parent: Int { Int(record.parent) }
    /// One past the last node of its subtree.
    var end: Int { Int(record.end) }
    /// class, id and role together, in lower case, for matching by words.
    var labels: String {
      [attributes["class"], attributes["id"], attributes["role"]].compactMap { $0 }.joined(
        separator: " "
      ).lowercased()
    }

    /// Which words of some sets stand in class, id or role; as if asked of ``labels``.
    func labelled(by sets: SubstringSets) -> UInt32 {
      guard !isText else { return 0 }
      var found: UInt32 = 0
      for attribute in tree.attributes[record.content] {
        switch attribute.name {
        case HTMLAttributeName.class.index, HTMLAttributeName.id.index,
          HTMLAttributeName.role.index:
          found |= sets.found(in: tree.bytes[attribute.value])
        default: break
        }
      }
      return found
    }
  }

  /// The attributes of an element.
  struct Attributes {
    fileprivate let tree: HTMLTree
    fileprivate let range: Range<Int>

    var isEmpty: Bool { range.isEmpty }

    /// The names of the attributes, in the order of the markup.
    var keys: [String] { tree.attributes[range].map { tree.names[Int($0.name)] } }

    /// The value of an attribute; empty if it has none, `nil` if the element lacks it.
    subscript(name: String) -> String? {
      for attribute in tree.attributes[range] where tree.names[Int(attribute.name)] == name {
        return String(decoding: tree.bytes[attribute.value], as: UTF8.self)
      }
      return nil
    }
  }
}

extension HTMLDocument {
  /// One past the last node of the subtree of a node.
  func end(_ index: Int) -> Int { tree.end(index) }

  /// All elements of a name, in order.
  func elements(_ name: String) -> [Int] {
    guard let number = tree.names.firstIndex(of: name) else { return [] }
    return tree.records.indices.filter { tree.records[$0].name == number }
  }

  /// The text below a node, white space as it is.
  func text(_ index: Int) -> String {
    var bytes: [UInt8] = []
    for record in tree.records[index..<end(index)] where record.tag == .text {
      bytes += tree.bytes[record.content]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  /// Runs of white space as one space, none at the ends.
  var collapsed: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var isApart = false
    for scalar in unicodeScalars {
      if scalar.isSpace {
        isApart = !bytes.isEmpty
        continue
      }
      if isApart { bytes.append(UInt8(ascii: " ")) }
      isApart = false
      if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
      } else {
        bytes += UTF8.encode(scalar) ?? .init()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Unicode.Scalar {
  /// Whether it is Unicode's White_Space, or a space of no width; the properties themselves are slow to look up.
  var isSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000, 0xFEFF:
      true
    default: false
    }
  }
}
