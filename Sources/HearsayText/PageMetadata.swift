import HearsayRecords

/// What a page's markup says about itself: meta tags, JSON-LD, time elements.
struct PageMetadata {
  let document: HTMLDocument
  let parts: PageParts
  private let meta: [String: String]
  let linked: LinkedData
  private let headline: Headline

  init(_ document: HTMLDocument) {
    self.document = document
    parts = PageParts(document)
    linked = LinkedData(parts.linkedData)
    var meta: [String: String] = [:]
    for element in parts.metas where meta[element.name] == nil {
      meta[element.name] = element.content
    }
    self.meta = meta
    let page = parts.title.map { document.text($0).collapsed }
    let stated = [
      linked.string("headline", upTo: .article), meta["og:title"], meta["twitter:title"], meta["dc.title"],
      page, meta["title"],
    ].compactMap { $0 }
    let site = meta["og:site_name"]
    headline = Headline(
      document, headings: parts.headings,
      stated: stated.map { Self.withoutOutlet($0.collapsed) }.filter { !$0.isEmpty })
    _ = site
  }

  // MARK: - Fields

  var title: String? { headline.text }

  /// The element that shows the headline.
  var headlineNode: Int? { headline.node }

  var byline: String? {
    if let author = linkedAuthor { return author }
    if let author = first([
      "author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl",
      "twitter:creator",
    ]), !author.hasPrefix("http"), !author.hasPrefix("@") {
      return author.collapsed
    }
    for index in document.nodes.indices {
      let node = document.nodes[index]
      guard
        node.attributes["rel"] == "author" || node.attributes["itemprop"] == "author"
          || node.labels.contains("byline") || node.labels.contains("author-name")
      else { continue }
      var text = document.text(index).collapsed
      if text.lowercased().hasPrefix("by ") { text = String(text.dropFirst(3)) }
      if !text.isEmpty, text.count < 90 { return text }
    }
    return nil
  }

  var outlet: String? {
    if let site = first(["og:site_name", "application-name", "publisher", "dc.publisher", "cre"]) {
      return site.collapsed
    }
    if let name = linked.value("publisher")?["name"]?.strings.first { return name.collapsed }
    return nil
  }

  var section: String? { first(["article:section", "section"]) ?? linked.string("articleSection") }

  var canonical: String? {
    document.elements("link").first {
      document.nodes[$0].attributes["rel"]?.lowercased() == "canonical"
    }.flatMap { document.nodes[$0].attributes["href"] }
      ?? meta["og:url"]
  }

  /// The BCP 47 tag of the page's language as it is stated.
  var languageTag: String? {
    parts.html.flatMap {
      document.nodes[$0].attributes["lang"] ?? document.nodes[$0].attributes["xml:lang"]
    }
      ?? meta["og:locale"] ?? meta["content-language"]
  }

  var language: String? {
    guard let languageTag, languageTag.count >= 2 else { return nil }
    return String(languageTag.prefix(2)).lowercased()
  }

  /// When it was published and changed, and where that stands; `body` is the text that the page shows.
  func dates(address: String?, body: String) -> PublicationDate {
    PublicationDate(dateCandidates(address: address, body: body))
  }

  // MARK: - Finding

  private func first(_ names: [String]) -> String? {
    for name in names { if let value = meta[name], !value.collapsed.isEmpty { return value } }
    return nil
  }

  private static func withoutOutlet(_ title: String) -> String {
    for mark in [" | ", " - ", " – ", " — ", " :: ", " » "] {
      if let range = title.ranges(of: mark).last {
        let head = title[..<range.lowerBound]
        let tail = title[range.upperBound...]
        if head.count > tail.count, head.count > 15 { return String(head) }
      }
    }
    return title
  }

  // MARK: - JSON-LD

  private var linkedAuthor: String? {
    guard let author = linked.value("author") else { return nil }
    let names = Self.names(author)
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// The text of the article as the page's JSON-LD gives it.
  var articleBody: String? { linked.string("articleBody") }

  private static func names(_ value: JSONValue) -> [String] {
    switch value {
    case .string(let name): name.hasPrefix("http") ? [] : [name.collapsed]
    case .object(let object):
      if case .string(let name)? = object["name"] { [name.collapsed] } else { [] }
    case .array(let values): values.flatMap(names)
    default: []
    }
  }
}
