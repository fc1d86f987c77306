private import CXML

/// A parsed web page: its nodes in document order, each knowing where its subtree ends.
///
/// The only file that touches libxml2; the tree is copied out once and freed.
struct HTMLDocument {
  struct Node {
    /// The element's name in lower case; empty for text.
    let name: String
    /// The characters of a text node.
    let text: String
    let attributes: [String: String]
    let parent: Int
    /// One past the last node of its subtree.
    var end: Int

    var isText: Bool { name.isEmpty }
    /// class, id and role together, in lower case, for matching by words.
    var labels: String {
      [attributes["class"], attributes["id"], attributes["role"]].compactMap { $0 }.joined(
        separator: " "
      ).lowercased()
    }
  }

  let nodes: [Node]

  /// More nodes than this are not copied: what follows is no news report.
  private static let mostNodes = 400_000

  init(_ html: String) {
    var nodes: [Node] = []
    var bytes = Array(html.utf8)
    let count = Int32(clamping: bytes.count)
    // The text is UTF-8 by now, whatever the page declares.
    let options = Int32(
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue)
    let document = unsafe bytes.withUnsafeMutableBytes { raw in
      unsafe htmlReadMemory(
        raw.baseAddress?.assumingMemoryBound(to: CChar.self), count, nil, "UTF-8", options)
    }
    guard let document = unsafe document else {
      self.nodes = []
      return
    }
    defer { unsafe xmlFreeDoc(document) }
    // An iterative walk: pages may be nested deeper than the stack.
    var stack: [(node: xmlNodePtr, index: Int)] = unsafe []
    var current = unsafe xmlDocGetRootElement(document)
    var parent = -1
    while nodes.count < Self.mostNodes {
      if let node = unsafe current {
        let copied = unsafe Self.copy(node, parent: parent)
        if let copied { nodes.append(copied) }
        if copied != nil, let child = unsafe node.pointee.children,
          unsafe node.pointee.type == XML_ELEMENT_NODE
        {
          unsafe stack.append((node, nodes.count - 1))
          parent = nodes.count - 1
          unsafe current = child
        } else {
          unsafe current = node.pointee.next
        }
      } else if let (node, index) = unsafe stack.popLast() {
        nodes[index].end = nodes.count
        parent = nodes[index].parent
        unsafe current = node.pointee.next
      } else {
        break
      }
    }
    for entry in unsafe stack.map({ unsafe $0.index }) { nodes[entry].end = nodes.count }
    self.nodes = nodes
  }

  private static func copy(_ node: xmlNodePtr, parent: Int) -> Node? {
    let index = unsafe node.pointee.type
    switch index {
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE, XML_ENTITY_REF_NODE:
      guard let content = unsafe node.pointee.content else { return nil }
      let text = unsafe String(
        decoding: UnsafeBufferPointer(start: content, count: strlen(content)), as: UTF8.self)
      return Node(name: "", text: text, attributes: [:], parent: parent, end: 0)
    case XML_ELEMENT_NODE:
      let name = unsafe String(cString: node.pointee.name).lowercased()
      var attributes: [String: String] = [:]
      var property = unsafe node.pointee.properties
      while let here = unsafe property {
        let key = unsafe String(cString: here.pointee.name).lowercased()
        if let value = unsafe here.pointee.children?.pointee.content {
          attributes[key] = unsafe String(cString: value)
        } else {
          attributes[key] = ""
        }
        unsafe property = here.pointee.next
      }
      return Node(name: name, text: "", attributes: attributes, parent: parent, end: 0)
    default: return nil
    }
  }

  private static func strlen(_ pointer: UnsafeMutablePointer<xmlChar>) -> Int {
    var count = 0
    while unsafe pointer[count] != 0 { count += 1 }
    return count
  }
}

extension HTMLDocument {
  /// One past the last node of the subtree of a node.
  func end(_ index: Int) -> Int { max(nodes[index].end, index + 1) }

  /// All elements of a name, in order.
  func elements(_ name: String) -> [Int] { nodes.indices.filter { nodes[$0].name == name } }

  /// The text below a node, white space as it is.
  func text(_ index: Int) -> String {
    var text = ""
    for child in index..<end(index) where nodes[child].isText { text += nodes[child].text }
    return text
  }
}

extension String {
  /// Runs of white space as one space, none at the ends.
  var collapsed: String {
    split { $0.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}" }.joined(separator: " ")
  }
}
