extension PageMetadata {
  /// The authors: as the page's data name them, else as its elements do, else as a line at the headline does.
  var byline: String? {
    if let line = Byline.joined(linkedAuthors) { return line }
    let stated = metas([
      "author", "article:author", "article:author_name", "dc.creator", "dcterms.creator",
      "parsely-author", "sailthru.author", "byl", "dc.contributor", "citation_author", "creator",
    ])
    .filter { !$0.hasPrefix("http") }
    if let line = Byline.joined(stated) { return line }
    return Byline.joined(shownAuthors)
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
