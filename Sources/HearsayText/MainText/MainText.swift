/// Finds the main text of a page: each run of text is judged by itself, by its place and by its surroundings, and the
/// story is what is judged to belong to it.
struct MainText {
  /// Surer than this, in thousandths of a logit, a block belongs to the story; tuned on the development third of
  /// trafilatura's evaluation pages by cross-validation, together with the table of the model.
  static let sure = BlockModelTable.sure
  /// A page with less text than this is looked at again, with less doubt.
  private static let littleText = 250
  /// Blocks this long that were told before are not told again.
  private static let longRepeat = 60

  /// All runs of text on the page.
  let page: PageBlocks
  private let scores: [Int]
  /// Hashes of the texts of the blocks.
  private let hashes: [UInt64]
  private let title: String?

  init(_ document: HTMLDocument, metadata: PageMetadata, byline: String?) {
    page = PageBlocks(document.tree)
    title = metadata.title
    var features = BlockFeatures(
      page, tree: document.tree, declared: DeclaredText(document, metadata))
    let authors = byline.map(Self.words) ?? []
    var row: [Int16] = []
    let model = BlockModel.shared
    hashes = page.blocks.indices.map { [features] in features.hash($0) }
    scores = page.blocks.indices.map { [page] index in
      if features.isBeside(index) { return BlockModel.hopeless }
      features.write(index, to: &row)
      let score = model.score(row)
      let isNear = score >= Self.sure - Self.doubt
      let text = page.text[page.blocks[index].range]
      return isNear && (Self.isByline(text, authors) || AsideLine.isOne(text))
        ? BlockModel.hopeless : score
    }
  }

  /// A line with the authors' names is no longer than they are and this, in bytes.
  private static let besideNames = 40

  /// Whether a block says who wrote the report and hardly more: "By Ada Lind in Orva".
  private static func isByline(_ text: ArraySlice<UInt8>, _ byline: [Substring]) -> Bool {
    guard !byline.isEmpty, text.count <= byline.reduce(besideNames, { $0 + $1.utf8.count + 1 })
    else {
      return false
    }
    let words = Set(words(String(decoding: text, as: UTF8.self)))
    return byline.allSatisfy(words.contains)
  }

  private static func words(_ text: String) -> [Substring] {
    text.split { !$0.isLetter }
  }

  /// A paragraph of the story.
  struct Paragraph {
    var text: String
    /// The element that it begins in; `nil` for what the page's data tells and no element shows.
    var element: Int?
    /// The number of the live entry that it is part of.
    var entry: Int?
  }

  /// The paragraphs of the story in order; empty if the page has none.
  func paragraphs() -> [Paragraph] {
    let text = paragraphs(surerThan: Self.sure)
    guard text.length < Self.littleText, let best = scores.max() else { return text }
    let more = paragraphs(surerThan: min(Self.sure, best) - Self.doubt)
    return more.length > 2 * text.length ? more : text
  }

  /// What leads to something is no longer than this, in bytes.
  private static let longestLead = 120

  /// How much less sure a block of a page may be on which hardly anything is sure.
  private static let doubt = 1500

  private func paragraphs(surerThan sure: Int) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    var seen: Set<UInt64> = []
    var table: Int?
    let kept = kept(surerThan: sure)
    for (index, block) in page.blocks.enumerated() where kept[index] {
      let text = page.string(block)
      if isTitle(text)
        || text.utf8.count >= Self.longRepeat && !seen.insert(hashes[index]).inserted
      {
        continue
      }
      if let row = block.table, row == table, !paragraphs.isEmpty {
        // The rows of a table are the lines of one paragraph.
        paragraphs[paragraphs.count - 1].text += "\n" + text
      } else {
        paragraphs.append(Paragraph(text: text, element: block.element))
      }
      table = block.table
    }
    return paragraphs
  }

  /// Whether a run of text is the headline once more, however it is set.
  private func isTitle(_ text: String) -> Bool {
    guard let title else { return false }
    if text == title { return true }
    guard text.utf8.count <= 2 * title.utf8.count, let one = text.first, let other = title.first,
      !one.isLetter || !other.isLetter || one.lowercased() == other.lowercased()
    else { return false }
    let bare = { (line: String) in line.lowercased().filter { $0.isLetter || $0.isNumber } }
    return bare(text) == bare(title)
  }

  /// Which blocks are told.
  ///
  /// What only leads to something is not told without it: "Read more:", "Related".
  private func kept(surerThan sure: Int) -> [Bool] {
    var kept = scores.map { $0 >= sure }
    for index in kept.indices.reversed() where kept[index] && leads(page.blocks[index]) {
      kept[index] = index + 1 < kept.count && kept[index + 1]
    }
    return kept
  }

  /// Whether a block is a heading, or ends in a colon.
  private func leads(_ block: PageBlocks.Block) -> Bool {
    guard block.range.count <= Self.longestLead else { return false }
    return block.tag.isHeading || page.text[block.range].last == UInt8(ascii: ":")
  }
}

extension [MainText.Paragraph] {
  /// The bytes of text in all of them.
  var length: Int { reduce(0) { $0 + $1.text.utf8.count } }
}
