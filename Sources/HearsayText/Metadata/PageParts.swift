/// The elements of a page that metadata is read from, found in one walk.
struct PageParts {
  /// A meta element: what it is named by, in lower case, and what it says.
  struct Meta {
    let name: String
    let content: String
    /// Whether it stands for a header of the transfer, which tells of the file and not of the report.
    let isHeader: Bool
  }

  private(set) var metas: [Meta] = []
  private(set) var scripts: [Int] = []
  private(set) var linkedData: [String] = []
  private(set) var headings: [Int] = []
  private(set) var title: Int?
  private(set) var html: Int?
  /// Elements with a `rel`: links of all kinds.
  private(set) var related: [Int] = []
  /// Elements with an `itemprop` or a `property` that are no meta elements, or meta elements in the body.
  private(set) var properties: [Int] = []
  /// Elements with an attribute that may hold a date: `datetime`, `title` of abbreviations, `data-date`.
  private(set) var stamped: [Int] = []
  /// Elements with a class, an id or a role.
  private(set) var labelled: [Int] = []
  /// What the body and the articles on the page are called by.
  private(set) var ids: [String] = []
  /// Block quotations: a shown post of a social network is one until a script replaces it.
  private(set) var quotations: [Int] = []

  /// Frames, and elements that name a post by its number.
  private(set) var frames: [Int] = []
  private var isInBody = false

  init(_ document: HTMLDocument) {
    for (index, node) in document.nodes.enumerated() where !node.isText {
      switch node.name {
      case "meta": take(meta: node, index)
      case "script":
        if node.attributes["type"]?.lowercased().contains("ld+json") ?? false {
          linkedData.append(document.text(index))
        } else {
          scripts.append(index)
        }
      case "h1", "h2", "h3": headings.append(index)
      case "title": title = title ?? index
      case "html": html = html ?? index
      case "body", "article":
        isInBody = true
        if ids.count < 3, let id = node.attributes["id"] { ids.append(id) }
      case "blockquote": quotations.append(index)
      case "iframe": frames.append(index)
      default: break
      }
      if node.attributes.isEmpty { continue }
      for key in document.attributeNames(index) {
        switch key {
        case "rel": related.append(index)
        case "itemprop", "property": properties.append(index)
        case "data-tweet-id", "data-tweetid": if frames.last != index { frames.append(index) }
        case "class", "id": if labelled.last != index { labelled.append(index) }
        default:
          if Self.holdsStamp(key, of: node.name), stamped.last != index { stamped.append(index) }
        }
      }
    }
  }

  private mutating func take(meta node: HTMLDocument.Node, _ index: Int) {
    guard let content = node.attributes["content"] ?? node.attributes["value"], !content.isEmpty
    else { return }
    let header = node.attributes["http-equiv"]
    // In the body, microdata belongs to whatever holds it.
    let item = isInBody ? nil : node.attributes["itemprop"]
    for name in [node.attributes["property"], node.attributes["name"], item, header] {
      if let name, !name.isEmpty {
        metas.append(Meta(name: name.lowercased(), content: content, isHeader: name == header))
      }
    }
  }

  private static func holdsStamp(_ key: String, of element: String) -> Bool {
    switch key {
    case "datetime": return true
    case "title": return element == "abbr" || element == "time" || element == "span"
    default:
      guard key.hasPrefix("data-") else { return false }
      return key.contains("date") || key.contains("time") || key.contains("publish")
    }
  }
}

extension HTMLDocument {
  /// The names of an element's attributes, in the same order every time.
  func attributeNames(_ index: Int) -> [String] { nodes[index].attributes.keys.sorted() }
}
