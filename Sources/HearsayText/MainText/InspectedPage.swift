/// The blocks of a page with all that the block model decides by, as the training of that model reads them.
package struct InspectedPage: Sendable {
  /// The headline.
  package let title: String?
  /// The text of each block.
  package let texts: [String]
  /// The values of each block, see ``BlockFeatures``.
  package let values: [[Int16]]
  /// Index of the nearest cluster of each block.
  package let clusters: [Int]
  /// The element of each block, and the elements that hold that, from the nearest on.
  package let containers: [[Int]]

  /// - Parameter bytes: A web page.
  package init(_ bytes: [UInt8]) {
    let (html, _) = Charset.decode(bytes[...], declared: ArticleReader.declaredCharset(bytes, ArticleHints()))
    let document = HTMLDocument(html)
    let page = PageBlocks(document.tree)
    let metadata = PageMetadata(document)
    let declared = DeclaredText(document, metadata)
    title = metadata.title
    let features = BlockFeatures(page, tree: document.tree, declared: declared)
    texts = page.blocks.map(page.string)
    values = page.blocks.indices.map { Array(features.row($0)) }
    clusters = page.blocks.indices.map(features.cluster)
    containers = page.blocks.map { block in
      var elements: [Int] = []
      var current = block.element
      while current >= 0, elements.count < 12 {
        elements.append(current)
        current = Int(document.tree.records[current].parent)
      }
      return elements
    }
  }
}
