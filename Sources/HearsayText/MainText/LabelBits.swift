/// What the names of elements say they are for, worked out once for each element that is asked about.
struct LabelBits {
  private let tree: HTMLTree
  private let labels = PageVocabulary.labels
  /// Bits of ``PageVocabulary/Label``; the highest bit says that they were worked out.
  private var known: [UInt32]
  private static let done: UInt32 = 1 << 31
  /// Longer names than this are not read to their end.
  private static let longest = 400

  init(_ tree: HTMLTree) {
    self.tree = tree
    known = [UInt32](repeating: 0, count: tree.records.count)
  }

  /// The bits of an element, one for each ``PageVocabulary/Label`` that a word of its class, id, role or itemprop
  /// begins with.
  mutating func bits(_ element: Int) -> UInt32 {
    if known[element] != 0 { return known[element] & ~Self.done }
    var bits: UInt32 = 0
    for attribute in tree.attributes[tree.records[element].content] {
      switch attribute.name {
      case HTMLAttributeName.class.index, HTMLAttributeName.id.index,
        HTMLAttributeName.role.index, HTMLAttributeName.itemprop.index:
        bits |= read(attribute.value)
      default: break
      }
    }
    known[element] = bits | Self.done
    return bits
  }

  /// Words up to this length must be the whole word: "ad" is not "address".
  private static let shortWord = 3

  /// Set for a name that joins a word for a report with one for its body, such as "article-body".
  static let story: UInt32 = 1 << 16

  /// Set for a name that says that the element asks for consent.
  static let consent: UInt32 = 1 << 19

  /// A word begins after what is no letter or digit, and where small letters turn to a capital.
  private func read(_ range: Range<Int>) -> UInt32 {
    var bits: UInt32 = 0
    var name: UInt32 = 0
    var hash = PageVocabulary.seed
    var length = 0
    var wasSmall = false
    for byte in tree.bytes[range.prefix(Self.longest)] {
      let isCapital = (0x41...0x5A).contains(byte)
      let isSmall = (0x61...0x7A).contains(byte) || byte >= 0x80
      let isDigit = (0x30...0x39).contains(byte)
      if length > 0, length <= Self.shortWord, !isSmall, !isCapital || wasSmall {
        name |= labels.groups(hash)
      }
      guard isCapital || isSmall || isDigit else {
        hash = PageVocabulary.seed
        length = 0
        wasSmall = false
        if byte <= 0x20 {
          bits |= Self.whole(name)
          name = 0
        }
        continue
      }
      if isCapital, wasSmall {
        hash = PageVocabulary.seed
        length = 0
      }
      hash = PageVocabulary.hash(hash, isCapital ? byte | 0x20 : byte)
      length += 1
      if length > Self.shortWord { name |= labels.groups(hash) }
      wasSmall = isSmall
    }
    if length > 0, length <= Self.shortWord { name |= labels.groups(hash) }
    return bits | Self.whole(name)
  }

  /// The bits of one name; those that only tell of report and body count together.
  private static func whole(_ name: UInt32) -> UInt32 {
    let report: UInt32 = 1 << 17
    let body: UInt32 = 1 << 18
    let labels = name & (1 << 16 - 1)
    let others = labels & ~(1 << UInt32(PageVocabulary.Label.content.rawValue))
    let asks = name & consent
    return name & report != 0 && name & body != 0 && others == 0
      ? labels | story | asks : labels | asks
  }
}
