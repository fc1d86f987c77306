/// The flat arrays that a parsed page lies in.
final class HTMLTree: Sendable {
  struct Record: Sendable {
    let tag: HTMLTag
    /// Index into `names`.
    let name: UInt16
    let parent: Int32
    /// One past the last node of its subtree.
    var end: Int32
    private var start: Int32
    private var count: Int32

    /// Where the characters of a text lie in `bytes`, or the attributes of an element in `attributes`.
    var content: Range<Int> {
      get { Int(start)..<Int(start) + Int(count) }
      set {
        start = Int32(newValue.lowerBound)
        count = Int32(newValue.count)
      }
    }

    init(tag: HTMLTag, name: UInt16, parent: Int, end: Int, content: Range<Int>) {
      self.tag = tag
      self.name = name
      self.parent = Int32(parent)
      self.end = Int32(end)
      start = Int32(content.lowerBound)
      count = Int32(content.count)
    }
  }

  struct Attribute: Sendable {
    /// Index into `names`.
    let name: UInt16
    private let start: Int32
    private let count: Int32

    /// Where its value lies in `bytes`.
    var value: Range<Int> { Int(start)..<Int(start) + Int(count) }

    init(name: UInt16, value: Range<Int>) {
      self.name = name
      start = Int32(value.lowerBound)
      count = Int32(value.count)
    }
  }

  let records: [Record]
  let attributes: [Attribute]
  /// The UTF-8 of all texts and attribute values.
  let bytes: [UInt8]
  /// The names of elements and attributes; those of ``HTMLTag`` and ``HTMLAttributeName`` come first.
  let names: [String]

  init(records: [Record], attributes: [Attribute], bytes: [UInt8], names: [String]) {
    self.records = records
    self.attributes = attributes
    self.bytes = bytes
    self.names = names
  }

  /// One past the last node of the subtree of a node.
  func end(_ index: Int) -> Int { max(Int(records[index].end), index + 1) }
}

/// The elements that tell something of what they hold.
enum HTMLTag: UInt8, CaseIterable, Sendable {
  case text, html, head, body, title, meta, link, script, style, noscript, template, svg, math
  case object, embed, iframe, canvas, map, audio, video, picture, img
  case form, button, select, option, input, textarea, label, fieldset, legend
  case header, footer, nav, aside, main, article, section, div, center, address, dialog, menu,
    hgroup
  case p, pre, blockquote, q, h1, h2, h3, h4, h5, h6, br, hr
  case ul, ol, li, dl, dt, dd, figure, figcaption, details, summary
  case table, caption, thead, tbody, tfoot, tr, td, th
  case a, b, strong, i, em, u, s, del, ins, span, font, small, sup, sub, time, cite, code, mark,
    abbr, rt, rp
  case other

  /// Its name in the markup; empty for text.
  var name: String { self == .text || self == .other ? "" : "\(self)" }

  /// h1 to h6.
  var isHeading: Bool { (HTMLTag.h1.rawValue...HTMLTag.h6.rawValue).contains(rawValue) }
}

/// The attributes that the main text is found by.
enum HTMLAttributeName: UInt8, CaseIterable, Sendable {
  case `class`, id, role, style, hidden, ariaHidden, itemprop, type, href

  /// Its name in the markup.
  var name: String {
    switch self {
    case .class: "class"
    case .ariaHidden: "aria-hidden"
    default: "\(self)"
    }
  }

  /// Its index in ``HTMLTree/names``; what an element is called too has one index for both.
  var index: UInt16 {
    self == .style
      ? UInt16(HTMLTag.style.rawValue) : UInt16(HTMLTag.allCases.count) + UInt16(rawValue)
  }
}
