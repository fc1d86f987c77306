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

  static func parse(_ html: ArraySlice<UInt8>) -> HTMLTree {
    _ = isReady
    return unsafe html.withUnsafeBufferPointer { html in
      unsafe parse(TrimmedHTML(html, most: mostMarkup))
    }
  }

  private static func parse(_ page: TrimmedHTML) -> HTMLTree {
    var builder = TreeBuilder(page)
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
  private let page: TrimmedHTML
  private var records: [HTMLTree.Record] = []
  private var attributes: [HTMLTree.Attribute] = []
  private var bytes: [UInt8] = []
  private var names: [String]
  /// The numbers of names by their hash, and by their address: the parser keeps one copy of each.
  private var byHash = knownTable
  private var byAddress = NameTable()
  private var open: [Int32] = []
  /// Elements open beyond the greatest depth.
  private var beyond = 0
  private var isFull = false

  init(_ page: TrimmedHTML) {
    self.page = page
    names = Self.knownNames
    records.reserveCapacity(4096)
    bytes.reserveCapacity(1 << 16)
  }

  private static let knownNames =
    HTMLTag.allCases.map(\.name) + HTMLAttributeName.allCases.map(\.name)
  private static let knownTable = knownNames.enumerated().reduce(into: NameTable()) { table, name in
    // What is an element and an attribute has one number.
    let hash = PageVocabulary.hash(of: name.element)
    if table[hash] == nil { table[hash] = UInt16(name.offset) }
  }

  private mutating func number(_ pointer: UnsafePointer<xmlChar>) -> UInt16 {
    let address = UInt64(UInt(bitPattern: pointer))
    if let number = byAddress[address] { return number }
    let name = unsafe String(cString: pointer).lowercased()
    let hash = PageVocabulary.hash(of: name)
    let number = byHash[hash] ?? add(name, hash)
    byAddress[address] = number
    return number
  }

  private mutating func number(_ attribute: TrimmedHTML.Attribute) -> UInt16 {
    if let number = byHash[attribute.hash] { return number }
    let name = unsafe String(decoding: page[attribute.name], as: UTF8.self)
    return add(name.lowercased(), attribute.hash)
  }

  private mutating func add(_ name: String, _ hash: UInt64) -> UInt16 {
    guard names.count < Int(UInt16.max) else { return UInt16(HTMLTag.other.rawValue) }
    let number = UInt16(names.count)
    byHash[hash] = number
    names.append(name)
    return number
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
        let value = unsafe values[index + 1]
        let characters = unsafe UnsafeBufferPointer(
          start: value, count: value == nil ? 0 : Int(xmlStrlen(value)))
        if unsafe key[0] == TrimmedHTML.asideName, unsafe key[1] == 0 {
          for attribute in unsafe page.attributes(of: characters) { add(attribute) }
        } else {
          unsafe add(number(key), characters)
        }
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

  private mutating func add(_ name: UInt16, _ value: UnsafeBufferPointer<UInt8>) {
    let start = bytes.count
    unsafe bytes.append(contentsOf: value)
    attributes.append(HTMLTree.Attribute(name: name, value: start..<bytes.count))
  }

  private mutating func add(_ attribute: TrimmedHTML.Attribute) {
    let name = number(attribute)
    let value = unsafe page[attribute.value]
    guard attribute.hasAmpersand else {
      unsafe add(name, value)
      return
    }
    let start = bytes.count
    var index = 0
    while index < value.count {
      let byte = unsafe value[index]
      bytes.append(byte)
      // All of them are "&amp;".
      index += byte == UInt8(ascii: "&") ? 5 : 1
    }
    attributes.append(HTMLTree.Attribute(name: name, value: start..<bytes.count))
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
    let start = bytes.count
    let characters = unsafe UnsafeBufferPointer(start: pointer, count: count)
    unsafe bytes.append(contentsOf: page.meaning(of: characters))
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

/// Numbers by addresses or hashes.
private struct NameTable {
  private var keys = [UInt64](repeating: 0, count: 512)
  private var values = [UInt16](repeating: 0, count: 512)
  private var count = 0

  /// Another one in each process, so that no page can be made whose names all meet.
  private static let spread = UInt64.random(in: .min ... .max) | 1

  private func slot(_ key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int((key &* Self.spread) >> 32) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  subscript(key: UInt64) -> UInt16? {
    get {
      let slot = slot(key)
      return keys[slot] == key ? values[slot] : nil
    }
    set {
      guard let newValue else { return }
      if count * 2 >= keys.count { grow() }
      let slot = slot(key)
      if keys[slot] != key { count += 1 }
      keys[slot] = key
      values[slot] = newValue
    }
  }

  private mutating func grow() {
    let old = (keys, values)
    keys = [UInt64](repeating: 0, count: old.0.count * 2)
    values = [UInt16](repeating: 0, count: keys.count)
    for (key, value) in zip(old.0, old.1) where key != 0 {
      let slot = slot(key)
      keys[slot] = key
      values[slot] = value
    }
  }
}
