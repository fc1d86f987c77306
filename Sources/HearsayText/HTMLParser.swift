private import CXML

/// Parses pages with libxml2: its events are written into flat arrays, no tree of its own is built.
///
/// The only file of this room that touches libxml2.
enum HTMLParser {
  /// More nodes than this are not kept: what follows is no news report.
  fileprivate static let mostNodes = 400_000
  /// Elements deeper than this are taken for children of the one at this depth.
  fileprivate static let mostNested = 500
  /// Deeper than this the page is not read on: the parser searches its open elements for each end tag, which
  /// would take minutes on a page made for that.
  fileprivate static let deepest = 2_000
  /// More bytes of markup than this are not parsed, scripts and styles not counted.
  private static let mostMarkup = 24 << 20

  /// The parser's tables, made once by one thread: made by two at the same time, its locks hold both for ever.
  private static let isReady: Void = xmlInitParser()

  static func parse(_ html: String) -> HTMLTree {
    _ = isReady
    let page = TrimmedHTML(html, most: mostMarkup)
    var builder = TreeBuilder(scripts: page.scripts)
    // The text is UTF-8 by now, whatever the page declares.
    let options = Int32(
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue)
    guard !page.markup.isEmpty, let context = unsafe htmlNewParserCtxt() else {
      return builder.finished()
    }
    defer { unsafe htmlFreeParserCtxt(context) }
    guard let handler = unsafe context.pointee.sax else { return builder.finished() }
    unsafe handler.pointee = htmlSAXHandler()
    unsafe handler.pointee.initialized = 1
    unsafe handler.pointee.startElement = { context, name, attributes in
      unsafe builderOf(context)?.pointee.start(name, attributes, context: context)
    }
    unsafe handler.pointee.endElement = { context, _ in unsafe builderOf(context)?.pointee.end() }
    unsafe handler.pointee.characters = { context, characters, count in
      unsafe builderOf(context)?.pointee.characters(characters, count: Int(count))
    }
    unsafe handler.pointee.ignorableWhitespace = unsafe handler.pointee.characters
    unsafe handler.pointee.cdataBlock = unsafe handler.pointee.characters
    unsafe withUnsafeMutablePointer(to: &builder) { builder in
      unsafe context.pointee._private = UnsafeMutableRawPointer(builder)
      unsafe page.markup.withUnsafeBytes { raw in
        let document = unsafe htmlCtxtReadMemory(
          context, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count), nil,
          "UTF-8", options)
        unsafe xmlFreeDoc(document)
      }
    }
    return builder.finished()
  }
}

/// The builder that events of a parser go to.
private func builderOf(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<TreeBuilder>? {
  unsafe context?.assumingMemoryBound(to: htmlParserCtxt.self).pointee._private?
    .assumingMemoryBound(to: TreeBuilder.self)
}

/// Writes a parser's events into the arrays of a tree.
@safe private struct TreeBuilder {
  private let scripts: [[UInt8]]
  private var records: [HTMLTree.Record] = []
  private var attributes: [HTMLTree.Attribute] = []
  private var bytes: [UInt8] = []
  private var names: [String]
  private var numbers: [String: UInt16]
  /// The parser keeps one copy of each name, so that its address tells the name.
  private var known: [UnsafePointer<xmlChar>: UInt16] = unsafe [:]
  private var open: [Int32] = []
  /// Elements open beyond the greatest depth.
  private var beyond = 0
  private var isFull = false

  init(scripts: [[UInt8]]) {
    self.scripts = scripts
    names = Self.knownNames
    numbers = Self.knownNumbers
    records.reserveCapacity(4096)
    bytes.reserveCapacity(1 << 16)
  }

  private static let knownNames =
    HTMLTag.allCases.map(\.name) + HTMLAttributeName.allCases.map(\.name)
  private static let knownNumbers = Dictionary(
    knownNames.enumerated().compactMap { $1.isEmpty ? nil : ($1, UInt16($0)) },
    uniquingKeysWith: { first, _ in first })

  private mutating func number(_ pointer: UnsafePointer<xmlChar>) -> UInt16 {
    if let number = unsafe known[pointer] { return number }
    let name = unsafe String(cString: pointer).lowercased()
    var number = numbers[name]
    if number == nil, names.count < Int(UInt16.max) {
      number = UInt16(names.count)
      numbers[name] = number
      names.append(name)
    }
    let result = number ?? UInt16(HTMLTag.other.rawValue)
    unsafe known[pointer] = result
    return result
  }

  mutating func start(
    _ name: UnsafePointer<xmlChar>?, _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
    context: UnsafeMutableRawPointer?
  ) {
    guard let name = unsafe name else { return }
    guard !isFull, beyond == 0 || open.count + beyond < HTMLParser.deepest,
      records.count < HTMLParser.mostNodes
    else {
      isFull = true
      unsafe xmlStopParser(context?.assumingMemoryBound(to: htmlParserCtxt.self))
      return
    }
    let first = attributes.count
    if let values = unsafe values {
      var index = 0
      while let key = unsafe values[index] {
        let start = bytes.count
        if let value = unsafe values[index + 1] {
          unsafe bytes.append(
            contentsOf: UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
        }
        attributes.append(HTMLTree.Attribute(name: unsafe number(key), value: start..<bytes.count))
        index += 2
      }
    }
    let number = unsafe number(name)
    let index = records.count
    let tag = number < HTMLTag.other.rawValue ? HTMLTag(rawValue: UInt8(number)) : nil
    records.append(
      HTMLTree.Record(
        tag: tag ?? .other, name: number, parent: Int(open.last ?? -1), end: index + 1,
        content: first..<attributes.count))
    if open.count < HTMLParser.mostNested { open.append(Int32(index)) } else { beyond += 1 }
  }

  mutating func end() {
    if beyond > 0 {
      beyond -= 1
    } else if let index = open.popLast() {
      records[Int(index)].end = Int32(records.count)
    }
  }

  mutating func characters(_ pointer: UnsafePointer<xmlChar>?, count: Int) {
    guard !isFull, let pointer = unsafe pointer, count > 0, let parent = open.last else { return }
    let parentTag = records[Int(parent)].tag
    let start = bytes.count
    let added = unsafe UnsafeBufferPointer(start: pointer, count: count)
    if parentTag == .script, let script = unsafe TrimmedHTML.scriptNumber(added),
      script < scripts.count
    {
      bytes += scripts[script]
    } else {
      unsafe bytes.append(contentsOf: added)
    }
    if let last = records.last, last.tag == .text, last.parent == parent,
      last.content.upperBound == start
    {
      records[records.count - 1].content = last.content.lowerBound..<bytes.count
    } else {
      records.append(
        HTMLTree.Record(
          tag: .text, name: 0, parent: Int(parent), end: records.count + 1,
          content: start..<bytes.count))
    }
  }

  mutating func finished() -> HTMLTree {
    while beyond > 0 || !open.isEmpty { end() }
    return HTMLTree(records: records, attributes: attributes, bytes: bytes, names: names)
  }
}
