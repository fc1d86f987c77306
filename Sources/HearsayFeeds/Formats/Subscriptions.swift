import HearsayRecords

/// Reads OPML, the form in which feed readers give away the list of what somebody follows.
enum Subscriptions {
  static func read(_ tree: MarkupTree, base: WebAddress) -> FeedList {
    var list = FeedList(kind: .subscriptions, references: [])
    if let head = tree.nodes.firstIndex(where: { $0.name == "head" }) {
      list.title = tree.children(head).first { tree.nodes[$0].name == "title" }.flatMap { node in
        let title = PlainWords.onOneLine(tree.text(node))
        return title.isEmpty ? nil : title
      }
    }
    var seen: Set<String> = []
    for node in tree.nodes where node.name == "outline" {
      // Folders have no address; links to pages have one under another name.
      guard let written = node["xmlurl"], !written.isEmpty else { continue }
      let address = base.resolving(written)
      guard address.isWeb, seen.insert(address.text).inserted else { continue }
      let title = [node["title"], node["text"]].compactMap { $0 }.map(PlainWords.onOneLine)
      list.references.append(
        FeedReference(address: address.text, title: title.first { !$0.isEmpty }))
      if list.references.count == FeedReader.mostEntries { break }
    }
    return list
  }
}
