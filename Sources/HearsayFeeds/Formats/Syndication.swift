import FoundationEssentials
import HearsayRecords

/// Reads RSS 0.9 to 2.0 and Atom 0.3 and 1.0, which are used mixed more often than pure: whatever form a feed has, each
/// field is looked for under all names that any of them gives it.
struct Syndication {
  private let tree: MarkupTree
  private let base: WebAddress

  init(_ tree: MarkupTree, base: WebAddress) {
    self.tree = tree
    self.base = base
  }

  func feed() -> Feed {
    let isAtom = tree.nodes.prefix(20).contains { $0.name == "feed" }
    var feed = Feed(form: isAtom ? .atom : .rss)
    if let channel = tree.nodes.firstIndex(where: { $0.name == "channel" || $0.name == "feed" }) {
      let fields = Fields(tree, of: channel)
      feed.title = fields.first(["title", "dc:title"]).flatMap(plain)
      feed.home = address(fields)
      feed.language = fields.text(["language", "dc:language"]) ?? tree.nodes[channel]["xml:lang"]
      feed.minutes = minutes(fields)
    }
    var seen: Set<String> = []
    let items = tree.nodes.indices.filter { ["item", "entry"].contains(tree.nodes[$0].name) }
    for index in items.prefix(FeedReader.mostEntries) {
      var entry = entry(index)
      // Some feeds give all their entries the same id.
      if !seen.insert(entry.id).inserted, let address = entry.address { entry.id += " " + address }
      guard seen.insert(entry.id + "\n" + (entry.address ?? "")).inserted else { continue }
      feed.entries.append(entry)
    }
    return feed
  }

  private func entry(_ index: Int) -> FeedEntry {
    let fields = Fields(tree, of: index)
    var entry = FeedEntry(id: "")
    entry.title = fields.first(["title", "dc:title", "media:title"]).flatMap(plain)
    entry.published = date(
      fields,
      ["published", "pubdate", "issued", "dcterms:issued", "dc:date", "created", "dcterms:created"])
    entry.updated = date(fields, ["updated", "modified", "dcterms:modified", "lastbuilddate"])
    entry.author = author(fields)
    entry.content =
      fields.first(["content:encoded", "fullitem"]).map(escapedHTML) ?? fields.first(["content"])
      .map(text)
      ?? fields.first(["html:body", "html:div", "body"]).map(escapedHTML)
    entry.summary =
      fields.first(["description", "dc:description"]).map(escapedHTML)
      ?? fields.first(["summary"]).map(text)
    let about = tree.nodes[index]["rdf:about"]
    let id = fields.text(["id", "guid"]) ?? about
    entry.address = (address(fields) ?? permanent(fields) ?? about.flatMap { web($0, at: index) })
      .map { WebAddress($0).withoutTrackers.text }
    // Many Atom feeds have no link but an id that is one.
    if entry.address == nil, let id {
      entry.address = web(whole: id).map { WebAddress($0).withoutTrackers.text }
    }
    entry.id = id ?? entry.address ?? SHA256.hex(tree.markup(index).utf8)
    return entry
  }
}

// Addresses.
extension Syndication {
  /// The page that an entry or feed stands for.
  ///
  /// Where an agency rewrote the links to count readers, the address that it keeps of the page is taken.
  private func address(_ fields: Fields) -> String? {
    for node in fields.all(["feedburner:origlink"]) {
      if let address = web(tree.text(node), at: node) { return address }
    }
    var best: (rank: Int, address: String)?
    for node in fields.all(["link"]) {
      let link = tree.nodes[node]
      let written = link["href"] ?? tree.text(node)
      guard let address = web(written, at: node) else { continue }
      let relation = link["rel"]?.lowercased() ?? ""
      let type = link["type"]?.lowercased() ?? ""
      let rank: Int
      if !relation.isEmpty, relation != "alternate" {
        // Links to comments, files, replies and the feed itself are no reports.
        continue
      } else if link["href"] == nil {
        rank = 3
      } else {
        rank = type.isEmpty || type.contains("html") ? 2 : 1
      }
      if rank > best?.rank ?? 0 { best = (rank, address) }
    }
    return best?.address
  }

  /// The guid, which is the report's address unless it is said not to be.
  private func permanent(_ fields: Fields) -> String? {
    guard let guid = fields.first(["guid"]),
      tree.nodes[guid]["ispermalink"]?.lowercased() != "false"
    else { return nil }
    let written = tree.text(guid)
    // Many are numbers or tags that say nothing of it; those are no addresses.
    if tree.nodes[guid]["ispermalink"] != nil { return web(written, at: guid) }
    return web(whole: written)
  }

  private func web(whole written: String) -> String? {
    let address = WebAddress(written)
    return address.isWeb ? address.withoutFragment.text : nil
  }

  /// A whole address on the web, read against where it stands; without the part after the number sign.
  private func web(_ written: String, at node: Int) -> String? {
    guard written.utf8.contains(where: { $0 > 0x20 }) else { return nil }
    let base = tree.bases(node).reduce(base) { $0.resolving($1) }
    let address = base.resolving(written)
    return address.isWeb ? address.withoutFragment.text : nil
  }
}

// Words.
extension Syndication {
  /// What is printed, without markup and on one line; `nil` for nothing.
  private func plain(_ node: Int) -> String? {
    let type = tree.nodes[node]["type"]?.lowercased()
    // Atom says that a text is plain; everybody else's may be HTML within XML.
    let isPlain = type == "text" || type == "text/plain"
    let words =
      isPlain
      ? written(node)
      : PlainWords.ofHTML(tree.hasElements(node) ? tree.markup(node) : written(node))
    let line = PlainWords.onOneLine(words)
    return line.isEmpty ? nil : line
  }

  /// The characters of an element; Atom may have them in base64.
  private func written(_ node: Int) -> String {
    let text = tree.text(node)
    guard
      tree.nodes[node]["mode"]?.lowercased() == "base64"
        || tree.nodes[node]["type"]?.lowercased() == "application/octet-stream",
      let data = Data(base64Encoded: text.filter { !$0.isWhitespace })
    else { return text }
    return String(decoding: data, as: UTF8.self)
  }

  /// An Atom text: its type says what it is.
  private func text(_ node: Int) -> FeedText {
    let type = tree.nodes[node]["type"]?.lowercased() ?? "text"
    if tree.hasElements(node) { return FeedText(isHTML: true, text: tree.markup(node)) }
    let text = written(node)
    let isPlain = type == "text" || type == "text/plain"
    return FeedText(isHTML: !isPlain || PlainWords.looksLikeHTML(text), text: text)
  }

  /// RSS never says whether a text is HTML; what has tags in it is.
  private func escapedHTML(_ node: Int) -> FeedText {
    if tree.hasElements(node) { return FeedText(isHTML: true, text: tree.markup(node)) }
    let text = tree.text(node)
    return FeedText(isHTML: PlainWords.looksLikeHTML(text) || text.contains("&"), text: text)
  }

  private func author(_ fields: Fields) -> String? {
    for name in ["dc:creator", "author", "dc:author", "itunes:author"] {
      let names = fields.all([name]).compactMap { node -> String? in
        let person = Fields(tree, of: node).first(["name"]) ?? node
        return AuthorWords.name(
          in: PlainWords.onOneLine(PlainWords.ofHTML(tree.text(person))))
      }
      var printed: [String] = []
      for name in names where !printed.contains(name) { printed.append(name) }
      if !printed.isEmpty { return printed.joined(separator: ", ") }
    }
    return nil
  }

  private func date(_ fields: Fields, _ names: [String]) -> String? {
    for name in names {
      for node in fields.all([name]) {
        if let date = FeedDate.iso(tree.text(node)) { return date }
      }
    }
    return nil
  }

  /// RSS tells how long it may be kept, RSS 1.0 how often in a period it changes.
  private func minutes(_ fields: Fields) -> Int? {
    if let minutes = fields.text(["ttl"]).flatMap({ Int($0) }), minutes > 0 { return minutes }
    let periods = [
      "hourly": 60, "daily": 1_440, "weekly": 10_080, "monthly": 43_200, "yearly": 525_600,
    ]
    guard let period = fields.text(["sy:updateperiod"])?.lowercased(), let length = periods[period]
    else { return nil }
    let frequency = fields.text(["sy:updatefrequency"]).flatMap { Int($0) } ?? 1
    return max(1, length / max(1, frequency))
  }
}

/// What stands directly in an entry or feed, by name.
private struct Fields {
  private let tree: MarkupTree
  private let children: [Int]

  init(_ tree: MarkupTree, of index: Int) {
    self.tree = tree
    children = tree.children(index)
  }

  /// All of the first name that there is any of.
  func all(_ names: [String]) -> [Int] {
    for name in names {
      let found = children.filter { tree.nodes[$0].name == name }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The first with something in it.
  func first(_ names: [String]) -> Int? {
    for name in names {
      for child in children where tree.nodes[child].name == name {
        if tree.hasElements(child) || tree.nodes[child].text.utf8.contains(where: { $0 > 0x20 }) {
          return child
        }
      }
    }
    return nil
  }

  /// The characters of the first with something in it, without blanks around them.
  func text(_ names: [String]) -> String? {
    guard let node = first(names) else { return nil }
    let text = PlainWords.onOneLine(tree.text(node))
    return text.isEmpty ? nil : text
  }
}
