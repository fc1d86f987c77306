/// The blocks of a page with all that the block model decides by, as the training of that model reads them.
package struct InspectedPage: Sendable {
  /// The headline.
  package let title: String?
  /// The text of each block.
  package let texts: [String]
  /// The values of each block, see ``BlockFeatures``.
  package let values: [[Int16]]
  /// Whether each block stands beside the story for certain, see ``BlockFeatures/isBeside(_:)`` and ``AsideLine``.
  package let besides: [Bool]

  /// - Parameter bytes: A web page.
  package init(_ bytes: [UInt8]) {
    let (html, _) = Charset.utf8(
      bytes[...], declared: ArticleReader.declaredCharset(bytes, ArticleHints()))
    let document = HTMLDocument(html)
    let page = PageBlocks(document.tree)
    let metadata = PageMetadata(document)
    let declared = DeclaredText(document, metadata)
    title = metadata.title
    var features = BlockFeatures(page, tree: document.tree, declared: declared)
    texts = page.blocks.map(page.string)
    values = page.blocks.indices.map { block in
      var row: [Int16] = []
      features.write(block, to: &row)
      return row
    }
    besides = page.blocks.indices.map { [features] in
      features.isBeside($0) || AsideLine.isOne(page.text[page.blocks[$0].range])
    }
  }
}
