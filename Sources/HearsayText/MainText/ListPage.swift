/// Tells pages that list reports (front pages, sections, results of a search) from reports: read as one, such a page is made of
/// sentences that have nothing to do with each other.
enum ListPage {
  /// A page with fewer headings that lead elsewhere lists nothing.
  private static let fewestLinks = 5
  /// Of the paragraphs, in tenths, so many stand in such an item.
  private static let mostInItems = 7
  /// An item has no more text, in bytes, and no more nodes.
  private static let longestItem = 700
  private static let mostNodes = 150
  private static let mostSteps = 5

  /// Whether what was taken for a story is the words below headings that lead to other reports.
  static func isOne(
    _ paragraphs: [MainText.Paragraph], _ document: HTMLDocument, headline: Int?
  ) -> Bool {
    let tree = document.tree
    let linked = tree.records.indices.filter { index in
      tree.records[index].tag.isHeading && tree.records[index].tag != .h1
        && isLinked(index, tree)
    }
    guard linked.count >= fewestLinks, !paragraphs.isEmpty else { return false }
    let inItems = paragraphs.count { paragraph in
      paragraph.element.map { isInItem($0, linked, tree, headline) } ?? false
    }
    return inItems * 10 >= paragraphs.count * mostInItems
  }

  /// Whether a heading holds a link, or stands in one.
  private static func isLinked(_ heading: Int, _ tree: HTMLTree) -> Bool {
    let parent = Int(tree.records[heading].parent)
    return (heading..<tree.end(heading)).contains { tree.records[$0].tag == .a }
      || parent >= 0 && tree.records[parent].tag == .a
  }

  private static func isInItem(
    _ element: Int, _ linked: [Int], _ tree: HTMLTree, _ headline: Int?
  ) -> Bool {
    var current = element
    for _ in 0..<mostSteps where current > 0 {
      let range = current..<tree.end(current)
      if range.count > mostNodes { return false }
      if let headline, range.contains(headline) { return false }
      let length = range.reduce(0) {
        $0 + (tree.records[$1].tag == .text ? tree.records[$1].content.count : 0)
      }
      if length > longestItem { return false }
      if linked.contains(where: range.contains) { return true }
      current = Int(tree.records[current].parent)
    }
    return false
  }
}
