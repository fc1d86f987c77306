import HearsayRecords

/// What a page's markup says about itself: meta elements, JSON-LD, names of elements.
struct PageMetadata {
  let document: HTMLDocument
  let parts: PageParts
  let linked: LinkedData
  let surroundings: PageSurroundings
  let outlet: String?
  /// The page's own address, in full; `nil` if it states none that may be its own.
  let canonical: String?
  private let meta: [String: String]
  private let headline: Headline

  /// Reads a page; `address` is where it came from.
  init(_ document: HTMLDocument, address: String? = nil) {
    self.document = document
    parts = PageParts(document)
    linked = LinkedData(parts.linkedData)
    var meta: [String: String] = [:]
    for element in parts.metas where meta[element.name] == nil && !element.content.collapsed.isEmpty
    {
      meta[element.name] = element.content
    }
    self.meta = meta
    canonical = Self.canonical(document, parts, meta, address: address)
    let page = parts.title.map { String(document.text($0).collapsed.prefix(600)) }
    let outlet = Outlet(
      stated: [
        meta["og:site_name"], linked.publisher, meta["application-name"], meta["publisher"],
        meta["dc.publisher"], meta["dcterms.publisher"], meta["cre"], meta["copyright-holder"],
      ].compactMap { $0 },
      title: page, address: canonical ?? address)
    self.outlet = outlet.name
    let stated = [
      linked.string("headline", upTo: .article), meta["og:title"], meta["twitter:title"],
      meta["dc.title"], meta["dcterms.title"], meta["sailthru.title"], page, meta["title"],
    ]
    headline = Headline(
      document, headings: parts.headings,
      // Most pages state the same title in several places.
      stated: stated.compactMap { $0.map { String($0.prefix(600)).collapsed } }.distinct
        .map { outlet.stripped($0) }.filter { !$0.isEmpty })
    surroundings = PageSurroundings(document, headline: headline.node)
  }

  // MARK: - Fields

  var title: String? { headline.text }

  /// The element that shows the headline.
  var headlineNode: Int? { headline.node }

  var section: String? {
    (meta["article:section"] ?? meta["section"] ?? linked.string("articleSection"))?.collapsed
  }

  /// The text of the article as the page's JSON-LD gives it.
  var articleBody: String? { linked.string("articleBody") }

  /// The BCP 47 tag of the page's language as it is stated.
  var languageTag: String? {
    let stated = [
      parts.html.flatMap { document.nodes[$0].attributes["lang"] },
      parts.html.flatMap { document.nodes[$0].attributes["xml:lang"] }, meta["og:locale"],
      meta["content-language"], meta["dc.language"], meta["language"], linked.string("inLanguage"),
    ]
    return stated.compactMap { $0?.collapsed }.first { Self.primary($0) != nil }
  }

  /// The primary part of the language's tag.
  var language: String? { languageTag.flatMap(Self.primary) }

  private static func primary(_ tag: String) -> String? {
    guard let first = tag.split(whereSeparator: { "-_, ".contains($0) }).first,
      (2...3).contains(first.utf8.count),
      first.utf8.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A })
    else { return nil }
    return first.lowercased()
  }

  /// When it was published and changed, and where that stands; `body` is the text that the page shows.
  func dates(address: String?, body: String) -> PublicationDate {
    PublicationDate(dateCandidates(address: address, body: body))
  }

  // MARK: - Finding

  /// All values of meta elements of the first name that has one.
  func metas(_ names: [String]) -> [String] {
    for name in names {
      let values = parts.metas.filter { $0.name == name }.map(\.content.collapsed)
        .filter { !$0.isEmpty }
      if !values.isEmpty { return values }
    }
    return []
  }

  private static func canonical(
    _ document: HTMLDocument, _ parts: PageParts, _ meta: [String: String], address: String?
  ) -> String? {
    let link = parts.related.first { index in
      document.nodes[index].name == "link"
        && document.nodes[index].attributes["rel"]?.lowercased().split(separator: " ")
          .contains("canonical") ?? false
    }
    let base = address.map { WebAddress($0) }
    for stated in [link.flatMap { document.nodes[$0].attributes["href"] }, meta["og:url"]] {
      guard let stated = stated?.collapsed, !stated.isEmpty else { continue }
      let found = base?.scheme != nil ? base?.resolving(stated) : WebAddress(stated)
      guard let found, found.scheme == "http" || found.scheme == "https", found.authority != nil
      else {
        continue
      }
      // Some systems call their front page the canonical address of everything.
      if found.path.count <= 1, found.query == nil, let base, base.path.count > 1 { continue }
      return found.text
    }
    return nil
  }
}
