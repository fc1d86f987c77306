/// The frame of a page: its tags, for the parser to make a tree of.
///
/// The parser looks at each character several times, and most of a page is nothing to it. So comments, styles, attributes of
/// layout and pictures, and white space after white space are left out, and scripts, texts and attributes are set aside: a
/// number stands in their place until the tree is built. What holds a character reference stays, as the parser knows
/// what it means.
@safe struct TrimmedHTML {
  /// What the parser reads.
  private(set) var markup: [UInt8] = []
  private let source: UnsafeBufferPointer<UInt8>
  /// Where in the source lies what was set aside.
  private var asides: [Range<Int>] = []
  private var attributes: [Attribute] = []
  /// Where in `attributes` those of each tag lie.
  private var groups: [Range<Int>] = []

  /// An attribute that was set aside; places are in the source.
  struct Attribute {
    let name: Range<Int>
    /// Of the name in lower case, see ``PageVocabulary/hash(_:_:)``.
    let hash: UInt64
    let value: Range<Int>
    /// Whether in the value `&amp;` stands for `&`.
    let hasAmpersand: Bool
    /// Where name and value stand.
    let place: Range<Int>
  }

  /// - Parameters:
  ///   - source: A page in UTF-8; must live as long as this.
  ///   - most: More bytes of markup than this are cut off.
  init(_ source: UnsafeBufferPointer<UInt8>, most: Int) {
    unsafe self.source = source
    var done: (asides: [Range<Int>], attributes: [Attribute], groups: [Range<Int>]) = ([], [], [])
    // Where attributes stand without a space between them, one is put there.
    let room = source.count + source.count / 4 + 16
    markup = unsafe [UInt8](unsafeUninitializedCapacity: room) { markup, count in
      var trimmer = unsafe HTMLTrimmer(source: source, markup: markup)
      trimmer.run(most: most)
      count = min(trimmer.length, most)
      done = (trimmer.asides, trimmer.attributes, trimmer.groups)
    }
    (asides, attributes, groups) = done
  }

  /// What some characters that the parser tells stand for: themselves, or what was set aside.
  func meaning(of characters: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard unsafe Self.isMarked(characters[...]),
      let number = unsafe Self.number(characters[3...]),
      asides.indices.contains(number)
    else { return unsafe characters }
    return unsafe self[asides[number]]
  }

  /// The attributes that the value of the attribute ``asideName`` stands for.
  func attributes(of value: UnsafeBufferPointer<UInt8>) -> ArraySlice<Attribute> {
    guard let number = unsafe Self.number(value[...]), groups.indices.contains(number) else {
      return []
    }
    return attributes[groups[number]]
  }

  /// A part of the source.
  subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(rebasing: source[range])
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard unsafe (1...10).contains(digits.count) else { return nil }
    var number = 0
    for index in unsafe digits.indices {
      let digit = unsafe digits[index]
      guard (0x30...0x39).contains(digit) else { return nil }
      number = number * 10 + Int(digit - 0x30)
    }
    return number
  }

  /// The attribute that stands for those set aside; one of this name that a page has itself is left out.
  static let asideName = UInt8(ascii: "_")

  /// U+F8FE, a character for private use; a page that uses it itself is parsed as it is.
  static let mark: (UInt8, UInt8, UInt8) = (0xEF, 0xA3, 0xBE)

  /// Whether the mark stands at the beginning of some bytes.
  static func isMarked(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard unsafe bytes.count > 2 else { return false }
    let start = unsafe bytes.startIndex
    return unsafe bytes[start] == mark.0 && bytes[start + 1] == mark.1 && bytes[start + 2] == mark.2
  }

  /// Shorter than the mark and ten digits nothing is set aside: its number might be longer.
  static let shortestAside = 13
}
