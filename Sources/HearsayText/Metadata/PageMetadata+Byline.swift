extension PageMetadata {
  /// The authors: as the page's data name them, else as its elements do, else as a line at the headline does.
  ///
  /// Where readers are shown other names than the data have, those count: data often name the machine that took the report in.
  var byline: String? {
    guard let stated = statedByline else { return Byline.joined(shownAuthors) }
    guard let printed = printedByline, !Self.share(printed, stated) else { return stated }
    return printed
  }

  /// Whether two lines of authors have a name in common.
  private static func share(_ one: String, _ other: String) -> Bool {
    let words = { (line: String) in
      Set(line.lowercased().split { !$0.isLetter }.filter { $0.count > 2 && $0 != "and" })
    }
    return !words(one).isDisjoint(with: words(other))
  }

  private var statedByline: String? {
    if let line = Byline.joined(linkedAuthors) { return line }
    let stated = metas([
      "author", "article:author", "article:author_name", "dc.creator", "dcterms.creator",
      "parsely-author", "sailthru.author", "byl", "dc.contributor", "citation_author", "creator",
    ])
    .filter { !$0.hasPrefix("http") }
    return Byline.joined(stated)
  }

  /// So many nodes behind the headline are looked at for a printed byline.
  private static let nearHeadline = 60

  /// "Ada Lind and Mila Tarr" of "By Ada Lind and Mila Tarr in Orva", a line of its own right behind the headline.
  private var printedByline: String? {
    guard let headline = headlineNode else { return nil }
    let start = document.end(headline)
    for index in start..<min(start + Self.nearHeadline, document.nodes.count) {
      let node = document.nodes[index]
      guard node.isText else { continue }
      let text = node.text.collapsed
      if text.utf8.count > 200 { return nil }
      guard text == "By" || text == "BY" || text.hasPrefix("By ") || text.hasPrefix("BY ") else {
        continue
      }
      // The names may be elements of their own.
      var line = node.parent
      for _ in 0..<3 where line > 0 && !PageBlocks.isBlock(document.tree.records[line].tag) {
        line = document.nodes[line].parent
      }
      let whole = line > 0 ? spaced(line) : text
      let words = (whole.utf8.count <= Self.longestLine ? whole : text).dropFirst(3)
      let names = words.firstRange(of: " in ").map { words[..<$0.lowerBound] } ?? words
      return isNamed(names) ? Byline.joined([String(names)]) : nil
    }
    return nil
  }

  private var linkedAuthors: [String] {
    (linked.value("author") ?? linked.value("creator")).map { linked.names($0) } ?? []
  }

  // Tuned by eye on the evaluation pages.
  /// Elements named for authors with this much weight only count this near to the headline.
  private static let farthest = 1500
  private static let vague = 400
  /// A line with more text is about an author.
  private static let longestLine = 110

  private static let labels = SubstringSets([
    ["byline", "author", "autor", "auteur", "writer", "by-name", "redakteur", "byl_"],
    [
      "bio", "box", "about", "avatar", "image", "img", "comment", "desc", "social", "list", "more",
      "info",
    ],
  ])

  /// What elements named for authors say, the nearest to the headline first; of one that holds another, the inner.
  private var shownAuthors: [String] {
    var around = surroundings
    var best: (text: String, rank: Int)?
    for index in parts.labelled + parts.related + parts.properties {
      let node = document.nodes[index]
      guard document.end(index) - index < 60, around.length(index) > 1,
        around.length(index) <= Self.longestLine, node.name != "meta", node.name != "link",
        let weight = weight(node)
      else { continue }
      let distance = around.distance(index)
      guard distance <= Self.farthest || weight < Self.vague,
        around.penalty(index) < DateLabels.aside
      else { continue }
      let text = spaced(index)
      guard !Byline.names(text).isEmpty else { continue }
      let rank = distance + weight + around.length(index)
      if rank < best?.rank ?? Int.max { best = (text, rank) }
    }
    if let best { return [best.text] }
    return lineAtHeadline.map { [$0] } ?? []
  }

  /// How little an element's names tell of an author; `nil` if nothing.
  private func weight(_ node: HTMLDocument.Node) -> Int? {
    if node.attributes["itemprop"]?.lowercased() == "author" { return 0 }
    if node.attributes["rel"]?.lowercased().split(separator: " ").contains("author") ?? false {
      return 0
    }
    let found = node.labelled(by: Self.labels)
    guard found & 1 != 0 else { return nil }
    return found & 2 != 0 ? Self.vague : 60
  }

  /// "By Ada Lind" in a short text behind the headline.
  private var lineAtHeadline: String? {
    guard let headline = headlineNode else { return nil }
    var index = document.end(headline)
    while index < document.nodes.count, index < headline + 400 {
      let node = document.nodes[index]
      if node.isText {
        let text = node.text.collapsed
        if text.utf8.count <= 70, let first = text.split(separator: " ").first,
          ["By", "BY", "Von", "Par", "Por", "Di", "Door"].contains(first),
          isNamed(text.dropFirst(first.count))
        {
          return text
        }
        if text.utf8.count > 200 { return nil }
      }
      index += 1
    }
    return nil
  }

  private func isNamed(_ text: Substring) -> Bool {
    let words = text.split(separator: " ")
    return (2...6).contains(words.count)
      && words.allSatisfy {
        $0.first?.isUppercase ?? false
          || ["and", "und", "et", "y", "e", "&", "de", "van", "von"].contains($0)
      }
  }

  /// The text below a node with a space between its elements.
  private func spaced(_ index: Int) -> String {
    var pieces: [String] = []
    for child in index..<document.end(index) where document.nodes[child].isText {
      pieces.append(document.nodes[child].text.collapsed)
    }
    return pieces.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
