/// A page's markup without what is no markup: comments, styles, and the code of scripts, which is kept aside.
///
/// Two thirds of a page are such code, and the parser would look at each of its characters.
struct TrimmedHTML {
  private(set) var markup: [UInt8] = []
  /// The code of scripts; in the markup its number stands in its place.
  private(set) var scripts: [[UInt8]] = []
  private var hasNull = false

  /// - Parameters:
  ///   - html: A page.
  ///   - most: More bytes of markup than this are cut off.
  init(_ html: String, most: Int) {
    var html = html
    html.withUTF8 { source in unsafe trim(source, most: most) }
  }

  /// The number of the script that some characters inside a script element stand for.
  static func scriptNumber(_ characters: UnsafeBufferPointer<UInt8>) -> Int? {
    guard characters.count < 9 else { return nil }
    var number = 0
    for index in 0..<characters.count {
      let character = unsafe characters[index]
      guard (0x30...0x39).contains(character) else { return nil }
      number = number * 10 + Int(character - 0x30)
    }
    return number
  }

  private mutating func trim(_ source: UnsafeBufferPointer<UInt8>, most: Int) {
    let count = source.count
    hasNull = unsafe source.contains(0)
    markup.reserveCapacity(min(count, most))
    var index = 0
    var kept = 0
    // Up to here what was not closed has been searched for in vain; searching again would take quadratic time.
    var hasCommentEnd = true
    while index < count, markup.count < most {
      guard unsafe source[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if unsafe Self.matches(source, index, "<!--"), hasCommentEnd {
        guard let end = unsafe Self.find(source, index + 2, "-->") else {
          hasCommentEnd = false
          index += 4
          continue
        }
        unsafe keep(source, kept..<index)
        index = end + 3
        kept = index
      } else if let name = unsafe Self.rawName(source, index) {
        guard let open = unsafe Self.find(source, index, ">"),
          let close = unsafe Self.findEnd(source, open + 1, of: name)
        else {
          // Never closed: nothing but code follows.
          unsafe keep(source, kept..<index)
          return
        }
        unsafe keep(source, kept..<(open + 1))
        if name == "script", close > open + 1 {
          markup += Array("\(scripts.count)".utf8)
          scripts.append(unsafe Array(source[(open + 1)..<close]))
        }
        index = close
        kept = close
      } else {
        index += 1
      }
    }
    unsafe keep(source, kept..<max(index, kept))
    if markup.count > most { markup.removeLast(markup.count - most) }
  }

  private mutating func keep(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let start = markup.count
    unsafe markup.append(contentsOf: UnsafeBufferPointer(rebasing: source[range]))
    // The parser takes a null byte for the end of the page.
    guard hasNull else { return }
    for index in start..<markup.count where markup[index] == 0 { markup[index] = 0x20 }
  }

  /// Elements whose content is no markup, or none that a report is told in.
  private static let rawNames = ["script", "style", "svg"]

  /// The name of such an element, if one opens here.
  private static func rawName(_ source: UnsafeBufferPointer<UInt8>, _ index: Int) -> String? {
    guard index + 4 < source.count, unsafe source[index + 1] | 0x20 == UInt8(ascii: "s") else {
      return nil
    }
    for name in rawNames where unsafe matches(source, index + 1, name) {
      let after = index + 1 + name.utf8.count
      guard after < source.count else { return nil }
      let next = unsafe source[after]
      return next == UInt8(ascii: ">") || next == UInt8(ascii: "/") || next <= 0x20 ? name : nil
    }
    return nil
  }

  /// Whether lower-case ASCII text stands here, in either case.
  private static func matches(
    _ source: UnsafeBufferPointer<UInt8>, _ index: Int, _ text: String
  ) -> Bool {
    var at = index
    for byte in text.utf8 {
      guard at < source.count else { return false }
      let here = unsafe source[at]
      let lower = (0x41...0x5A).contains(here) ? here | 0x20 : here
      guard lower == byte else { return false }
      at += 1
    }
    return true
  }

  /// Where the end tag of an element begins.
  private static func findEnd(
    _ source: UnsafeBufferPointer<UInt8>, _ start: Int, of name: String
  ) -> Int? {
    var from = start
    while let index = unsafe find(source, from, "</") {
      if unsafe matches(source, index + 2, name) { return index }
      from = index + 2
    }
    return nil
  }

  private static func find(
    _ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ text: String
  ) -> Int? {
    guard let first = text.utf8.first else { return nil }
    var index = start
    while index < source.count {
      if unsafe source[index] == first, unsafe matches(source, index, text) { return index }
      index += 1
    }
    return nil
  }
}
