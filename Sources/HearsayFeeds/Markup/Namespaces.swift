/// Gives elements the same names whatever prefix a feed has chosen for their namespace.
struct Namespaces {
  private struct Binding {
    let prefix: String
    let name: String
    let depth: Int
  }

  private var bindings: [Binding] = []
  /// Names as they are under these bindings, by how they are written.
  private var names: [String: String] = [:]
  /// Prefixes of the namespaces that were met.
  private var prefixes: [String: String?] = [:]

  /// More declarations at a time are passed over.
  private static let most = 64

  /// The prefix used here for a namespace, by what its address contains.
  ///
  /// By a part of it, since feeds misspell these addresses (http for https, a slash more or less). An empty prefix
  /// is for namespaces of feeds themselves, whose names mean the same in all of them.
  private static let known: [(part: String, prefix: String)] = [
    ("purl.org/rss/1.0/modules/content", "content"),
    ("purl.org/rss/1.0/modules/syndication", "sy"),
    ("purl.org/rss/1.0/modules/", "other"),
    ("www.w3.org/2005/atom", ""),
    ("purl.org/atom/", ""),
    ("purl.org/rss/1.0", ""),
    ("my.netscape.com/", ""),
    ("channel.netscape.com/", ""),
    ("backend.userland.com/", ""),
    ("blogs.law.harvard.edu/tech/rss", ""),
    ("purl.org/net/rss", ""),
    ("www.rssboard.org/rss-specification", ""),
    ("sitemap-news/", "news"),
    ("sitemap-image/", "image"),
    ("sitemap-video/", "video"),
    ("sitemaps.org/schemas/sitemap/", ""),
    ("google.com/schemas/sitemap/", ""),
    ("purl.org/dc/elements/", "dc"),
    ("purl.org/dc/terms", "dcterms"),
    ("www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
    ("www.w3.org/1999/xhtml", "html"),
    ("search.yahoo.com/mrss", "media"),
    ("rssnamespace.org/feedburner", "feedburner"),
    ("www.itunes.com/dtds/podcast", "itunes"),
  ]

  /// Takes in what an element declares.
  mutating func enter(_ attributes: [MarkupScanner.Attribute], depth: Int) {
    for attribute in attributes where attribute.name.hasPrefix("xmlns") {
      guard bindings.count < Self.most else { return }
      let prefix: String
      if attribute.name == "xmlns" {
        prefix = ""
      } else if attribute.name.hasPrefix("xmlns:") {
        prefix = String(attribute.name.dropFirst(6))
      } else {
        continue
      }
      let known = known(attribute.value)
      // What is not known keeps its prefix; without one it is taken for the feed's own.
      bindings.append(Binding(prefix: prefix, name: known ?? prefix, depth: depth))
      names = [:]
    }
  }

  /// The prefix used here for a namespace, if it is one of those that are known.
  private mutating func known(_ address: String) -> String? {
    if let prefix = prefixes[address] { return prefix }
    // Feeds have a dozen namespaces; looking through all that a hostile one makes up would take minutes.
    guard prefixes.count < Self.most else { return nil }
    let written = address.lowercased()
    let prefix = Self.known.first { written.contains($0.part) }?.prefix
    prefixes[address] = .some(prefix)
    return prefix
  }

  /// Forgets what elements at this depth or deeper declared.
  mutating func leave(depth: Int) {
    while let last = bindings.last, last.depth >= depth {
      bindings.removeLast()
      names = [:]
    }
  }

  /// The name of an element, with the prefix used here.
  mutating func name(_ written: String) -> String {
    if let name = names[written] { return name }
    let name = resolved(written)
    // Names are few; a document that makes up more of them gains nothing by it.
    if names.count < Self.most { names[written] = name }
    return name
  }

  private func resolved(_ written: String) -> String {
    let parts = written.split(separator: ":", maxSplits: 1)
    let prefix = parts.count == 2 ? String(parts[0]) : ""
    let local = String(parts.last ?? "")
    let binding = bindings.last { $0.prefix == prefix }?.name
    // Prefixes that are used without being declared mean what everybody means by them.
    let name = binding ?? (prefix == "atom" || prefix == "rss" ? "" : prefix)
    return name.isEmpty ? local : name + ":" + local
  }
}
