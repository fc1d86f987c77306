import HearsayRecords

/// Finds the feeds that a web page names in its head.
enum PageLinks {
  /// Beyond this, a page's head is over.
  private static let longestHead = 1 << 20

  /// Whether the first element is one of a web page: document types say what they like.
  static func isPage(_ bytes: [UInt8]) -> Bool {
    var scanner = MarkupScanner(Array(bytes.prefix(1 << 16)))
    while let token = scanner.next() {
      guard case .open(let tag) = token else { continue }
      return ["html", "head", "body", "meta", "title", "link", "script"].contains(tag.name)
    }
    return false
  }

  static func read(_ bytes: [UInt8], base: WebAddress) throws(FeedError) -> FeedList {
    var scanner = MarkupScanner(Array(bytes.prefix(longestHead)))
    var list = FeedList(kind: .page, references: [])
    var base = base
    var seen: Set<String> = []
    while let token = scanner.next() {
      guard case .open(let tag) = token else { continue }
      func value(_ name: String) -> String { tag.attributes.first { $0.name == name }?.value ?? "" }
      if tag.name == "base", !value("href").isEmpty {
        base = base.resolving(value("href"))
      } else if tag.name == "link", isFeed(relation: value("rel"), type: value("type")) {
        let address = base.resolving(value("href"))
        guard !value("href").isEmpty, address.isWeb else { continue }
        let page = address.withoutFragment.text
        guard seen.insert(page).inserted else { continue }
        let title = PlainWords.onOneLine(value("title"))
        list.references.append(
          FeedReference(address: page, title: title.isEmpty ? nil : title))
      }
    }
    guard !list.references.isEmpty else {
      throw FeedError(code: .page, description: "a web page that names no feed")
    }
    // Feeds of readers' comments come after those of reports, wherever the page names them.
    let isOfComments = { (reference: FeedReference) in
      let words = (reference.address + " " + (reference.title ?? "")).lowercased()
      return words.contains("comment")
    }
    list.references =
      list.references.filter { !isOfComments($0) } + list.references.filter(isOfComments)
    return list
  }

  private static func isFeed(relation: String, type: String) -> Bool {
    let relations = relation.lowercased().split { $0.isWhitespace }
    let type = type.lowercased().prefix { $0 != ";" }.filter { !$0.isWhitespace }
    guard relations.contains("alternate") || relations.contains("feed"),
      !relations.contains("stylesheet")
    else { return false }
    return [
      "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
      "application/xml", "text/xml",
    ].contains(type) || (relations.contains("feed") && type.isEmpty)
  }
}
