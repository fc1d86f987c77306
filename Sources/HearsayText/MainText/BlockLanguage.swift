/// What the characters of a block tell: how much of it is running text, and of what kind its words are.
struct BlockLanguage {
  var characters = 0
  var words = 0
  /// Words that begin with a capital letter.
  var capitalised = 0
  /// Words all in capitals, of two letters or more.
  var shouted = 0
  var digits = 0
  var commas = 0
  /// Ends of sentences inside and at the end.
  var sentences = 0
  var endsSentence = false
  var endsWithColon = false
  var quotes = 0
  /// Marks that stand between links and in notes rather than in sentences: | © » › → @ /.
  var marks = 0
  /// Words of each ``PageVocabulary/Saying``.
  var said = SIMD8<UInt16>()
  /// Of the first three words.
  var saidFirst: UInt32 = 0
  /// Words of the headline, and pairs of words of the description and of the article that the page declares.
  var inTitle = 0
  var inDescription = 0
  var inBody = 0
  /// A hash of the whole text.
  var hash = PageVocabulary.seed
  private let declared: DeclaredText
  private var lastWord: UInt64 = 0

  init(_ text: ArraySlice<UInt8>, declared: DeclaredText) {
    self.declared = declared
    var word = Word()
    var previous: UInt8 = 0
    for byte in text {
      hash = PageVocabulary.hash(hash, byte)
      if byte & 0xC0 != 0x80 { characters += 1 }
      if byte == 0x20 {
        end(&word, after: previous)
      } else {
        word.add(byte, previous: previous)
        count(byte, previous: previous)
      }
      previous = byte
    }
    end(&word, after: previous)
    endsSentence = word.endedSentence
    endsWithColon = previous == UInt8(ascii: ":")
  }

  private mutating func count(_ byte: UInt8, previous: UInt8) {
    switch byte {
    case 0x30...0x39: digits += 1
    case UInt8(ascii: ","): commas += 1
    case UInt8(ascii: "\""): quotes += 1
    case UInt8(ascii: "|"), UInt8(ascii: "@"), UInt8(ascii: "/"): marks += 1
    case 0x9C...0x9E where previous == 0x80: quotes += 1
    case 0xA9 where previous == 0xC2: marks += 1
    case 0xAB where previous == 0xC2: marks += 1
    case 0xBB where previous == 0xC2: marks += 1
    default: break
    }
  }

  private mutating func end(_ word: inout Word, after last: UInt8) {
    guard word.length > 0 else { return }
    words += 1
    if word.isCapitalised { capitalised += 1 }
    if word.letters >= 2, word.capitals == word.letters { shouted += 1 }
    let groups = PageVocabulary.sayings.groups(word.hash)
    if groups != 0 {
      for group in said.indices where groups & (1 << UInt32(group)) != 0 { said[group] &+= 1 }
      if words <= 3 { saidFirst |= groups }
    }
    let stated = declared.groups(word.hash, after: lastWord)
    if stated & DeclaredText.title != 0 { inTitle += 1 }
    if stated & DeclaredText.description != 0 { inDescription += 1 }
    if stated & DeclaredText.body != 0 { inBody += 1 }
    lastWord = word.hash
    word.endedSentence = word.closes
    if word.closes { sentences += 1 }
    let ended = word.endedSentence
    word = Word()
    word.endedSentence = ended
  }

  /// The word being read.
  private struct Word {
    var hash = PageVocabulary.seed
    var length = 0
    var letters = 0
    var capitals = 0
    var isCapitalised = false
    /// Whether it ends in a full stop or the like, closing quotation marks and brackets not counted.
    var closes = false
    var endedSentence = false

    mutating func add(_ byte: UInt8, previous: UInt8) {
      length += 1
      let isCapital =
        (0x41...0x5A).contains(byte) || previous == 0xC3 && (0x80...0x9E).contains(byte)
      let isLetter = isCapital || (0x61...0x7A).contains(byte) || byte >= 0x80
      if isLetter || (0x30...0x39).contains(byte) || byte == 0x2D && letters > 0 {
        hash = PageVocabulary.hash(hash, (0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
      if isLetter {
        if byte & 0xC0 != 0x80 || previous == 0xC3 {
          if byte & 0xC0 != 0x80 { letters += 1 }
          if isCapital {
            capitals += 1
            if letters == 1 { isCapitalised = true }
          }
        }
      }
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): closes = true
      case 0xA6 where previous == 0x80: closes = true  // …
      case UInt8(ascii: "\""), UInt8(ascii: ")"), UInt8(ascii: "'"), UInt8(ascii: "]"), 0xC2, 0xE2,
        0x80, 0x98, 0x99, 0x9C, 0x9D, 0xAB, 0xBB:
        break
      default: closes = false
      }
    }
  }
}
