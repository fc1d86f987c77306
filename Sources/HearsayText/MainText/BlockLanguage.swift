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
  private var lastWord: UInt64 = 0

  init(_ text: ArraySlice<UInt8>, declared: DeclaredText) {
    var word = Word()
    var previous: UInt8 = 0
    // Looked up once: each use of a static value asks whether it was made yet.
    let kinds = Byte.kinds
    let sayings = PageVocabulary.sayings
    for byte in text {
      hash = PageVocabulary.hash(hash, byte)
      if byte & 0xC0 != 0x80 { characters += 1 }
      if byte == 0x20 {
        end(&word, declared, sayings)
      } else {
        let kind = kinds[Int(byte)]
        word.add(byte, kind, previous: previous)
        if kind & (Byte.capital | Byte.small) == 0 { count(byte, previous: previous) }
      }
      previous = byte
    }
    end(&word, declared, sayings)
    endsSentence = word.endedSentence
    endsWithColon = previous == UInt8(ascii: ":")
  }

  /// What single bytes may be.
  private enum Byte {
    static let capital: UInt8 = 1
    static let small: UInt8 = 2
    static let digit: UInt8 = 4
    /// A byte of a character that is not ASCII.
    static let high: UInt8 = 8
    /// A full stop or the like.
    static let stop: UInt8 = 16
    /// May stand between a full stop and the end of the word: closing marks and brackets.
    static let closing: UInt8 = 32

    static let kinds = (0...255).map { (value: Int) -> UInt8 in
      let byte = UInt8(value)
      var kind: UInt8 = 0
      if (0x41...0x5A).contains(byte) { kind |= capital }
      if (0x61...0x7A).contains(byte) { kind |= small }
      if (0x30...0x39).contains(byte) { kind |= digit }
      if byte >= 0x80 { kind |= high }
      if ".!?".utf8.contains(byte) { kind |= stop }
      if "\")']".utf8.contains(byte)
        || [0xC2, 0xE2, 0x80, 0x98, 0x99, 0x9C, 0x9D, 0xAB, 0xBB].contains(byte)
      {
        kind |= closing
      }
      return kind
    }
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

  private mutating func end(
    _ word: inout Word, _ declared: DeclaredText, _ sayings: PageVocabulary
  ) {
    guard word.length > 0 else { return }
    words += 1
    if word.isCapitalised { capitalised += 1 }
    if word.letters >= 2, word.capitals == word.letters { shouted += 1 }
    let groups = sayings.groups(word.hash)
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

    mutating func add(_ byte: UInt8, _ kind: UInt8, previous: UInt8) {
      length += 1
      if kind & (Byte.capital | Byte.small) != 0 {
        letters += 1
        hash = PageVocabulary.hash(hash, byte | 0x20)
        closes = false
        if kind & Byte.capital != 0 { addCapital() }
        return
      }
      if kind & Byte.high != 0 {
        hash = PageVocabulary.hash(hash, byte)
        // The first byte of a character stands for it.
        if byte & 0xC0 != 0x80 { letters += 1 }
        if previous == 0xC3, (0x80...0x9E).contains(byte) { addCapital() }
      } else if kind & Byte.digit != 0 || byte == UInt8(ascii: "-") && letters > 0 {
        hash = PageVocabulary.hash(hash, byte)
      }
      if kind & Byte.stop != 0 || byte == 0xA6 && previous == 0x80 {  // …
        closes = true
      } else if kind & Byte.closing == 0 {
        closes = false
      }
    }

    private mutating func addCapital() {
      capitals += 1
      if letters == 1 { isCapitalised = true }
    }
  }
}
