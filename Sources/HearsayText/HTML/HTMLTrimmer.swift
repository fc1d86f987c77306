#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Makes ``TrimmedHTML`` of a page in one pass, written to as it goes.
@safe struct HTMLTrimmer {
  private let source: UnsafeBufferPointer<UInt8>
  /// What no longer fits into it is not kept.
  private let markup: UnsafeMutableBufferPointer<UInt8>
  private(set) var length = 0
  private(set) var asides: [Range<Int>] = []
  private(set) var attributes: [TrimmedHTML.Attribute] = []
  private(set) var groups: [Range<Int>] = []
  /// What is read of the attributes of the tag at hand.
  private var found: [TrimmedHTML.Attribute] = []
  /// Whether the tag at hand says that its element has no content.
  private var isEmpty = false
  private enum Text {
    case none, kept, aside
  }
  /// What was written since the last tag.
  private var textBefore = Text.none
  private let names = attributeNames
  private var canSetAside = true
  private var hasNull = false
  // What was not closed has been searched for in vain; searching again would take quadratic time.
  private var hasCommentEnd = true
  private var hasQuote = (double: true, single: true)

  init(source: UnsafeBufferPointer<UInt8>, markup: UnsafeMutableBufferPointer<UInt8>) {
    unsafe self.source = source
    unsafe self.markup = markup
    hasNull = find(0, in: 0..<end) != nil
    canSetAside = !hasNull
    var from = 0
    while canSetAside, let found = find(TrimmedHTML.mark.0, in: from..<end) {
      from = found + 1
      canSetAside = unsafe !TrimmedHTML.isMarked(source[found...])
    }
  }

  private var end: Int { unsafe source.count }

  /// More is not set aside: what has so many attributes is made to fill memory.
  private static let mostAsides = 1_000_000

  mutating func run(most: Int) {
    var index = 0
    while index < end, length < most {
      let tag = find(UInt8(ascii: "<"), in: index..<end) ?? end
      keepText(index..<tag)
      guard tag + 1 < end else {
        keep(tag..<end)
        return
      }
      index = element(at: tag)
      if attributes.count + asides.count > Self.mostAsides { canSetAside = false }
    }
  }

  /// Keeps what is to be kept of what a `<` begins.
  ///
  /// - Returns: Where to go on.
  private mutating func element(at tag: Int) -> Int {
    let next = byte(tag + 1)
    if next == UInt8(ascii: "!"), hasCommentEnd, matches(tag + 2, "--") {
      if let close = find("-->", from: tag + 2) { return close + 3 }
      hasCommentEnd = false
    }
    if next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
      let close = find(UInt8(ascii: ">"), in: tag..<end).map { $0 + 1 } ?? end
      keep(tag..<close)
      textBefore = .none
      return close
    }
    guard isLetter(next) else {
      part(from: .kept)
      put(byte(tag))
      return tag + 1
    }
    let raw = next | 0x20 == UInt8(ascii: "s") ? rawNumber(tag + 1) : nil
    let open = openingTag(at: tag)
    textBefore = .none
    guard let raw, !isEmpty || raw < 2 else { return open }
    guard let close = findEnd(of: raw, from: open) else {
      // Never closed: nothing but code follows.
      return end
    }
    // A script that is shorter tells nothing.
    if raw == 0, close - open >= TrimmedHTML.shortestAside { setAside(open..<close) }
    return close
  }

  // MARK: - Attributes

  /// More attributes of one tag are not read: each is compared with those before.
  private static let mostAttributes = 100

  /// Keeps an opening tag with the attributes that somebody reads.
  private mutating func openingTag(at tag: Int) -> Int {
    var index = tag + 1
    while index < end, !isNameEnd(byte(index)), byte(index) != UInt8(ascii: "<") { index += 1 }
    keep(tag..<index)
    let isFrame = byte(tag + 1) | 0x20 == UInt8(ascii: "i") && matches(tag + 2, "frame")
    found.removeAll(keepingCapacity: true)
    isEmpty = false
    while index < end {
      let start = index
      switch byte(index) {
      case UInt8(ascii: ">"):
        keepAttributes()
        if isEmpty {
          // Or it were part of the value before.
          put(0x20)
          put(UInt8(ascii: "/"))
        }
        put(byte(index))
        return index + 1
      case UInt8(ascii: "/"), 0...0x20:
        isEmpty = byte(index) == UInt8(ascii: "/")
        index += 1
      case UInt8(ascii: "<"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="):
        // Broken; the next attribute may be whole.
        while index < end, byte(index) > 0x20, byte(index) != UInt8(ascii: ">") { index += 1 }
      default:
        isEmpty = false
        var hash = PageVocabulary.seed
        while index < end, byte(index) != UInt8(ascii: "="), !isNameEnd(byte(index)) {
          hash = PageVocabulary.hash(hash, lower(byte(index)))
          index += 1
        }
        let name = start..<index
        guard let value = value(after: &index) else {
          // The tag may be whole all the same.
          index = find(UInt8(ascii: ">"), in: index..<end) ?? end
          continue
        }
        if found.count < Self.mostAttributes,
          isRead(start, names.groups(hash), value: value, isFrame: isFrame)
        {
          found.append(
            TrimmedHTML.Attribute(
              name: name, hash: hash, value: value,
              hasAmpersand: find(UInt8(ascii: "&"), in: value) != nil, place: start..<index))
        }
      }
    }
    keepAttributes()
    return end
  }

  /// Writes the attributes found in a tag; those that can be are set aside together.
  private mutating func keepAttributes() {
    let first = attributes.count
    var spared = 0
    for attribute in found {
      if canSetAside, !attribute.hasAmpersand || isPlain(attribute.value) {
        // Of several of one name the first counts.
        if !attributes[first...].contains(where: { $0.hash == attribute.hash }) {
          attributes.append(attribute)
          spared += attribute.place.count
        }
      } else {
        put(0x20)
        keep(attribute.place)
      }
    }
    guard attributes.count > first else { return }
    if spared >= TrimmedHTML.shortestAside {
      put(0x20)
      put(TrimmedHTML.asideName)
      put(UInt8(ascii: "="))
      put(number: groups.count)
      groups.append(first..<attributes.count)
    } else {
      for attribute in attributes[first...] {
        put(0x20)
        keep(attribute.place)
      }
      attributes.removeLast(attributes.count - first)
    }
  }

  /// The value of an attribute whose name ends at `index`, which moves behind it; `nil` if its quotation mark is never closed.
  private mutating func value(after index: inout Int) -> Range<Int>? {
    var next = index
    while next < end, byte(next) <= 0x20 { next += 1 }
    guard next < end, byte(next) == UInt8(ascii: "=") else { return index..<index }
    next += 1
    while next < end, byte(next) <= 0x20 { next += 1 }
    guard next < end else {
      index = end
      return end..<end
    }
    let mark = byte(next)
    if mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") {
      let isDouble = mark == UInt8(ascii: "\"")
      guard isDouble ? hasQuote.double : hasQuote.single else { return nil }
      guard let close = find(mark, in: (next + 1)..<end) else {
        if isDouble { hasQuote.double = false } else { hasQuote.single = false }
        return nil
      }
      index = close + 1
      return (next + 1)..<close
    }
    let start = next
    while next < end, byte(next) > 0x20, byte(next) != UInt8(ascii: ">") { next += 1 }
    index = next
    return start..<next
  }

  /// What some attributes are for.
  private enum Purpose {
    static let layout: UInt32 = 1
    static let address: UInt32 = 2
    static let style: UInt32 = 4
  }

  private static let attributeNames = PageVocabulary([
    "alt srcset sizes target width height media loading decoding tabindex xmlns viewbox coords action method data-srcset data-sizes data-original data-lazy-srcset aria-label aria-labelledby aria-controls aria-describedby border cellpadding cellspacing align valign bgcolor color crossorigin integrity fetchpriority maxlength placeholder autocomplete",
    "src", "style",
  ])
  /// Longer values of attributes for scripts hold settings, neither dates nor addresses.
  private static let longestData = 300

  /// Whether an attribute is read by anybody; its name begins at `name`.
  private func isRead(_ name: Int, _ purpose: UInt32, value: Range<Int>, isFrame: Bool) -> Bool {
    switch purpose {
    case Purpose.layout: return false
    // Only frames show what is told.
    case Purpose.address: return isFrame
    // Only whether something is hidden is asked for.
    case Purpose.style: return holds("none", value) || holds("hidden", value)
    default: break
    }
    switch byte(name) | 0x20 {
    case UInt8(ascii: "o"): return !matches(name, "on")
    case UInt8(ascii: "d"): return value.count <= Self.longestData || !matches(name, "data-")
    case 0x61...0x7A: return true
    default: return false
    }
  }

  private func holds(_ text: StaticString, _ range: Range<Int>) -> Bool {
    range.contains { matches($0, text) }
  }

  // MARK: - Keeping

  private mutating func put(_ byte: UInt8) {
    guard unsafe length < markup.count else { return }
    unsafe markup[length] = byte
    length += 1
  }

  private mutating func keep(_ range: Range<Int>) {
    guard hasNull else {
      guard let from = unsafe source.baseAddress, let to = unsafe markup.baseAddress else { return }
      let count = unsafe min(range.count, markup.count - length)
      unsafe (to + length).update(from: from + range.lowerBound, count: count)
      length += count
      return
    }
    for index in range {
      let byte = byte(index)
      // The parser takes a null byte for the end of the page.
      put(byte == 0 ? 0x20 : byte)
    }
  }

  /// Whether a value holds no character reference but `&amp;`, which addresses are full of.
  private func isPlain(_ value: Range<Int>) -> Bool {
    var rest = value
    while let found = find(UInt8(ascii: "&"), in: rest) {
      guard matches(found + 1, "amp;") else { return false }
      rest = (found + 1)..<value.upperBound
    }
    return true
  }

  /// Keeps text, of white space the first character.
  private mutating func keepText(_ range: Range<Int>) {
    if canSetAside, range.count >= TrimmedHTML.shortestAside,
      find(UInt8(ascii: "&"), in: range) == nil, range.contains(where: { byte($0) > 0x20 })
    {
      part(from: .aside)
      setAside(range)
      return
    }
    guard !range.isEmpty else { return }
    part(from: .kept)
    var wasSpace = false
    for index in range {
      let byte = byte(index)
      let isSpace = byte <= 0x20
      if isSpace, wasSpace { continue }
      put(byte == 0 ? 0x20 : byte)
      wasSpace = isSpace
    }
  }

  /// Keeps what was set aside apart from other text: between them stood a comment, or a `<` that begins no tag.
  private mutating func part(from text: Text) {
    if textBefore == .aside || text == .aside && textBefore == .kept {
      for byte in "<!---->".utf8 { put(byte) }
    }
    textBefore = text
  }

  /// Writes a number that stands for a part of the source.
  private mutating func setAside(_ range: Range<Int>) {
    guard canSetAside else {
      keep(range)
      return
    }
    put(TrimmedHTML.mark.0)
    put(TrimmedHTML.mark.1)
    put(TrimmedHTML.mark.2)
    put(number: asides.count)
    asides.append(range)
  }

  private mutating func put(number: Int) {
    var power = 1
    while power * 10 <= number { power *= 10 }
    while power > 0 {
      put(0x30 + UInt8(number / power % 10))
      power /= 10
    }
  }

  // MARK: - Looking

  private func byte(_ index: Int) -> UInt8 { unsafe source[index] }

  private func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Whether a name of an element or an attribute ends before a byte.
  private func isNameEnd(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  /// Elements whose content is no markup, or none that a report is told in.
  private static let rawNames: [StaticString] = ["script", "style", "svg"]

  /// Which of these elements is named here, if one is.
  private func rawNumber(_ index: Int) -> Int? {
    Self.rawNames.firstIndex { name in
      let after = index + name.utf8CodeUnitCount
      return after < end && (isNameEnd(byte(after)) || byte(after) == UInt8(ascii: "<"))
        && matches(index, name)
    }
  }

  /// Whether lower-case ASCII text stands here, in either case.
  private func matches(_ index: Int, _ text: StaticString) -> Bool {
    guard index + text.utf8CodeUnitCount <= end else { return false }
    for offset in 0..<text.utf8CodeUnitCount
    where unsafe lower(byte(index + offset)) != text.utf8Start[offset] { return false }
    return true
  }

  private func find(_ byte: UInt8, in range: Range<Int>) -> Int? {
    guard !range.isEmpty, let base = unsafe source.baseAddress,
      let found = unsafe memchr(base + range.lowerBound, Int32(byte), range.count)
    else { return nil }
    return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private func find(_ text: StaticString, from start: Int) -> Int? {
    var from = start
    while from < end, let index = find(unsafe text.utf8Start.pointee, in: from..<end) {
      if matches(index, text) { return index }
      from = index + 1
    }
    return nil
  }

  /// Where the end tag of one of the elements without markup begins.
  private func findEnd(of raw: Int, from start: Int) -> Int? {
    var from = start
    while let index = find("</", from: from) {
      if matches(index + 2, Self.rawNames[raw]) { return index }
      from = index + 2
    }
    return nil
  }
}
