import HearsayRecords

/// Reads sitemaps, with what news sitemaps tell of each report, and lists of sitemaps.
enum Sitemap {
  static func read(_ tree: MarkupTree, base: WebAddress) -> Feed {
    var feed = Feed(form: .sitemap)
    var seen: Set<String> = []
    for index in tree.elements("url").prefix(FeedReader.mostEntries) {
      guard let entry = entry(tree, index, base), seen.insert(entry.id).inserted else { continue }
      feed.entries.append(entry)
      if feed.title == nil {
        feed.title = words(tree, in: index, "news:name")
        feed.language = words(tree, in: index, "news:language")
      }
    }
    return feed
  }

  /// The plain form: one address a line and nothing else.
  static func read(lines text: String, base: WebAddress) -> Feed? {
    var feed = Feed(form: .sitemap)
    var seen: Set<String> = []
    for line in text.split(whereSeparator: \.isNewline) {
      let line = PlainWords.onOneLine(String(line))
      guard !line.isEmpty else { continue }
      let address = WebAddress(line)
      guard address.isWeb, !line.contains(" ") else { return nil }
      let page = address.withoutFragment.text
      guard seen.insert(page).inserted, seen.count <= FeedReader.mostEntries else { continue }
      feed.entries.append(FeedEntry(id: page, address: page))
    }
    return feed.entries.isEmpty ? nil : feed
  }

  static func index(_ tree: MarkupTree, base: WebAddress) -> FeedList {
    var list = FeedList(kind: .sitemaps, references: [])
    var seen: Set<String> = []
    for index in tree.elements("sitemap").prefix(FeedReader.mostEntries) {
      guard let address = location(tree, index, base), seen.insert(address).inserted else {
        continue
      }
      var reference = FeedReference(address: address)
      reference.updated = words(tree, in: index, "lastmod").flatMap(FeedDate.iso)
      list.references.append(reference)
    }
    return list
  }

  private static func entry(_ tree: MarkupTree, _ index: Int, _ base: WebAddress) -> FeedEntry? {
    guard let address = location(tree, index, base) else { return nil }
    var entry = FeedEntry(id: address, address: address)
    entry.updated = words(tree, in: index, "lastmod").flatMap(FeedDate.iso)
    entry.title = words(tree, in: index, "news:title").map {
      PlainWords.onOneLine(PlainWords.ofHTML($0))
    }
    entry.published = words(tree, in: index, "news:publication_date").flatMap(
      FeedDate.iso)
    return entry
  }

  private static func location(_ tree: MarkupTree, _ index: Int, _ base: WebAddress) -> String? {
    guard let written = words(tree, in: index, "loc") else { return nil }
    let address = base.resolving(written)
    return address.isWeb ? address.withoutFragment.text : nil
  }

  /// The words of the first element of a name anywhere in one.
  private static func words(_ tree: MarkupTree, in index: Int, _ name: String) -> String? {
    for node in (index + 1)..<max(index + 1, tree.nodes[index].end)
    where tree.nodes[node].name == name {
      let text = PlainWords.onOneLine(tree.text(node))
      if !text.isEmpty { return text }
    }
    return nil
  }
}
