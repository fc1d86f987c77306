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

  private static let linked = SubstringSets([["ld+json"]])

  init(_ document: HTMLDocument) {
    let tree = document.tree
    let uses = tree.names.map(Use.init)
    for (index, record) in tree.records.enumerated() where record.tag != .text {
      switch record.tag {
      case .meta: take(meta: document.nodes[index], index)
      case .script:
        if let type = document.nodes[index].attributes["type"], Self.linked.found(in: type) != 0 {
          linkedData.append(document.text(index))
        } else {
          scripts.append(index)
        }
      case .h1, .h2, .h3: headings.append(index)
      case .title: title = title ?? index
      case .html: html = html ?? index
      case .body, .article:
        isInBody = true
        if ids.count < 3, let id = document.nodes[index].attributes["id"] { ids.append(id) }
      case .blockquote: quotations.append(index)
      case .iframe: frames.append(index)
      default: break
      }
      for attribute in tree.attributes[record.content] {
        switch uses[Int(attribute.name)] {
        case .none: break
        case .relation: related.append(index)
        case .property: properties.append(index)
        case .post: if frames.last != index { frames.append(index) }
        case .label: if labelled.last != index { labelled.append(index) }
        case .stamp: if stamped.last != index { stamped.append(index) }
        case .title:
          let isStamp = record.tag == .abbr || record.tag == .time || record.tag == .span
          if isStamp, stamped.last != index { stamped.append(index) }
        }
      }
    }
  }

  /// What an attribute is looked at for.
  private enum Use {
    case none, relation, property, post, label, stamp, title

    private static let stamps = SubstringSets([["date", "time", "publish"]])

    init(_ name: String) {
      switch name {
      case "rel": self = .relation
      case "itemprop", "property": self = .property
      case "data-tweet-id", "data-tweetid": self = .post
      case "class", "id": self = .label
      case "datetime": self = .stamp
      case "title": self = .title
      default:
        let isStamp =
          name.utf8.starts(with: "data-".utf8) && Self.stamps.found(in: name) != 0
        self = isStamp ? .stamp : .none
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
}
