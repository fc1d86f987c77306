/// The runs of text that stand by themselves on a page, in document order.
///
/// One pass over the nodes; text is kept as UTF-8 with white space collapsed.
struct PageBlocks {
  /// A run of text between the borders of block elements and double line breaks.
  struct Block {
    /// The block element that it stands in.
    let element: Int
    let tag: HTMLTag
    /// Where its text lies in ``PageBlocks/text``.
    let range: Range<Int>
    /// Characters in links, and how many links.
    var linked = 0
    var links = 0
    /// Characters in bold or italics.
    var stressed = 0
    /// Single line breaks inside.
    var breaks = 0
    /// The table that a row of cells belongs to.
    var table: Int?
  }

  private(set) var blocks: [Block] = []
  /// The UTF-8 of all blocks, one after the other.
  private(set) var text: [UInt8] = []

  /// More blocks than this are not looked at: no report has so many.
  private static let mostBlocks = 12_000

  init(_ tree: HTMLTree) {
    var walk = Walk(tree: tree)
    walk.run(most: Self.mostBlocks)
    blocks = walk.blocks
    text = walk.text
  }

  /// The text of a block.
  func string(_ block: Block) -> String {
    String(decoding: text[block.range], as: UTF8.self)
  }

  // MARK: - Elements

  /// Elements whose text is never part of the page's text.
  private static func isMute(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .head, .script, .style, .noscript, .template, .svg, .math, .object, .embed, .iframe,
      .canvas, .map, .audio, .video, .button, .select, .option, .textarea, .input, .rt, .rp:
      true
    default: false
    }
  }

  /// Elements that end a run of text.
  static func isBlock(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .html, .body, .header, .footer, .nav, .aside, .main, .article, .section, .div, .center,
      .address, .dialog, .menu, .hgroup, .p, .pre, .blockquote, .h1, .h2, .h3, .h4, .h5, .h6, .hr,
      .ul, .ol, .li, .dl, .dt, .dd, .figure, .figcaption, .details, .summary, .table, .caption,
      .thead, .tbody, .tfoot, .tr, .td, .th, .form, .fieldset, .legend:
      true
    default: false
    }
  }

  // MARK: - The pass

  private struct Walk {
    struct Open {
      let end: Int
      let isBlock: Bool
      let isLink: Bool
      let isStressed: Bool
      let isCell: Bool
    }

    let tree: HTMLTree
    var blocks: [Block] = []
    var text: [UInt8] = []
    private var open: [Open] = []
    /// The block elements that are open.
    private var owners: [Int] = []
    private var links = 0
    private var stresses = 0
    /// The row being read as one block, and where it ends.
    private var row: (element: Int, end: Int)?
    private var start = 0
    private var owner = 0
    private var linked = 0
    private var linkCount = 0
    private var stressed = 0
    private var lineBreaks = 0
    private var newBreaks = 0
    private var wantsSpace = false
    private var wantsCell = false

    init(tree: HTMLTree) {
      self.tree = tree
      text.reserveCapacity(tree.bytes.count / 4)
    }

    mutating func run(most: Int) {
      var index = 0
      let records = tree.records
      while index < records.count, blocks.count < most {
        while let last = open.last, last.end <= index { close(last) }
        let record = records[index]
        if record.tag == .text {
          add(record.content)
          index += 1
          continue
        }
        let end = tree.end(index)
        if PageBlocks.isMute(record.tag) {
          // The reading of a character stands inside the word.
          if record.tag != .rt, record.tag != .rp { wantsSpace = wantsSpace || text.count > start }
          index = end
          continue
        }
        enter(record.tag, index, end)
        index += 1
      }
      while let last = open.last { close(last) }
      flush()
    }

    private mutating func enter(_ tag: HTMLTag, _ index: Int, _ end: Int) {
      let isInRow = row != nil
      let isCell = isInRow && (tag == .td || tag == .th)
      let isBlock = PageBlocks.isBlock(tag) && !isInRow
      if isBlock {
        flush()
        owners.append(index)
        if tag == .tr, isDataRow(index, end) { row = (index, end) }
      } else if isInRow, PageBlocks.isBlock(tag) {
        wantsSpace = true
      }
      if tag == .br { lineBreak() }
      let isLink = tag == .a
      let isStressed = tag == .b || tag == .strong || tag == .i || tag == .em
      if isLink {
        links += 1
        linkCount += 1
      }
      if isStressed { stresses += 1 }
      open.append(
        Open(end: end, isBlock: isBlock, isLink: isLink, isStressed: isStressed, isCell: isCell))
    }

    private mutating func close(_ last: Open) {
      open.removeLast()
      if last.isLink { links -= 1 }
      if last.isStressed { stresses -= 1 }
      if last.isCell { wantsCell = text.count > start }
      if last.isBlock {
        flush()
        owners.removeLast()
        row = nil
      }
    }

    private mutating func lineBreak() {
      newBreaks += 1
      wantsSpace = true
      if newBreaks >= 2, row == nil { flush() }
    }

    /// Appends text with white space collapsed, and without characters that nobody sees.
    private mutating func add(_ content: Range<Int>) {
      let before = text.count
      var index = content.lowerBound
      let end = content.upperBound
      let bytes = tree.bytes
      while index < end {
        let byte = bytes[index]
        if byte > 0x20, byte < 0x7F {
          let first = index
          repeat { index += 1 } while index < end && bytes[index] > 0x20 && bytes[index] < 0x7F
          append(first..<index)
        } else if byte <= 0x20 || byte == 0x7F {
          wantsSpace = true
          index += 1
        } else {
          let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1
          switch Invisible.kind(bytes, index, length: min(length, end - index)) {
          case .space: wantsSpace = true
          case .nothing: break
          case .visible: append(index..<min(index + length, end))
          }
          index += length
        }
      }
      let added = text.count - before
      guard added > 0 else { return }
      if links > 0 { linked += added }
      if stresses > 0 { stressed += added }
    }

    /// Appends characters that are seen.
    private mutating func append(_ characters: Range<Int>) {
      if text.count == start {
        owner = row?.element ?? owners.last ?? 0
      } else if wantsCell {
        text += [0x20, 0x7C, 0x20]
      } else if wantsSpace {
        text.append(0x20)
      }
      if newBreaks > 0 {
        if text.count > start { lineBreaks += 1 }
        newBreaks = 0
      }
      wantsSpace = false
      wantsCell = false
      text += tree.bytes[characters]
    }

    private mutating func flush() {
      if text.count > start {
        var block = Block(
          element: owner, tag: tree.records[owner].tag, range: start..<text.count)
        block.linked = min(linked, text.count - start)
        block.links = linkCount
        block.stressed = stressed
        block.breaks = lineBreaks
        if row != nil {
          block.table = owners.last { tree.records[$0].tag == .table }
        }
        blocks.append(block)
      }
      start = text.count
      linked = 0
      // A link that is still open goes on in the next block.
      linkCount = links
      stressed = 0
      lineBreaks = 0
      newBreaks = 0
      wantsSpace = false
      wantsCell = false
    }

    /// The longest cell of a row that is data and not layout, in bytes.
    private static let longestCell = 240

    /// Whether a row holds two cells or more, all short and none with blocks of its own.
    private func isDataRow(_ row: Int, _ end: Int) -> Bool {
      var cells = 0
      var length = 0
      var paragraphs = 0
      for index in (row + 1)..<max(end, row + 1) {
        let record = tree.records[index]
        switch record.tag {
        case .td, .th:
          cells += 1
          length = 0
          paragraphs = 0
        case .text:
          length += record.content.count
          if length > Self.longestCell { return false }
        case .p:
          paragraphs += 1
          if paragraphs > 1 { return false }
        case .div:
          paragraphs += 1
          if paragraphs > 1 { return false }
        case .script, .style, .noscript: return false
        case let tag where PageBlocks.isBlock(tag): return false
        default: break
        }
      }
      return cells >= 2
    }
  }
}

/// Characters that are white space, or that nobody sees.
enum Invisible {
  enum Kind { case visible, space, nothing }

  /// What the character is that begins at an index; ASCII is not asked for.
  static func kind(_ bytes: [UInt8], _ index: Int, length: Int) -> Kind {
    if length == 2 {
      guard bytes[index] == 0xC2 else { return .visible }
      switch bytes[index + 1] {
      case 0xA0, 0x85: return .space
      case 0xAD: return .nothing  // soft hyphen
      default: return .visible
      }
    }
    guard length == 3 else { return .visible }
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF),
      (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80), (0xE1, 0x9A, 0x80):
      return .space
    case (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return .nothing
    default: return .visible
    }
  }
}
