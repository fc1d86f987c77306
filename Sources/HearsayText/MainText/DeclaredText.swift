/// What a page declares of its story in its head: headline, description and, sometimes, the whole text.
struct DeclaredText {
  static let title: UInt32 = 1
  static let description: UInt32 = 2
  static let body: UInt32 = 4

  let hasDescription: Bool
  let hasBody: Bool
  private let table: PageVocabulary

  init(title: String?, description: String?, body: String?) {
    hasDescription = (description?.utf8.count ?? 0) > 20
    hasBody = (body?.utf8.count ?? 0) > 200
    table = PageVocabulary(
      Self.words(title, Self.title, pairs: false)
        + Self.words(description, Self.description, pairs: true)
        + (hasBody ? Self.words(body, Self.body, pairs: true) : []))
  }

  init(_ document: HTMLDocument, _ metadata: PageMetadata) {
    let descriptions = document.elements("meta").map { document.nodes[$0].attributes }.filter {
      let name = ($0["property"] ?? $0["name"] ?? "").lowercased()
      return name == "og:description" || name == "description"
    }
    self.init(
      title: metadata.title,
      description: descriptions.compactMap { $0["content"] }.max { $0.count < $1.count },
      body: metadata.articleBody)
  }

  /// The paragraphs of a declared text, which may be plain or markup.
  static func paragraphs(_ body: String) -> [String] {
    if body.contains("</") {
      let page = PageBlocks(HTMLDocument(body).tree)
      return page.blocks.map(page.string)
    }
    return body.split(whereSeparator: \.isNewline).map { String($0).collapsed }
      .filter { !$0.isEmpty }
  }

  private static func words(_ text: String?, _ group: UInt32, pairs: Bool)
    -> [(hash: UInt64, bits: UInt32)]
  {
    var words: [(hash: UInt64, bits: UInt32)] = []
    var last: UInt64 = 0
    var hash = PageVocabulary.seed
    var length = 0
    for byte in (text ?? "").utf8 {
      if byte <= 0x20 {
        if length > 0 {
          words.append((pairs ? pair(hash, last) : hash, group))
          last = hash
        }
        hash = PageVocabulary.seed
        length = 0
      } else if byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        || byte == 0x2D && length > 0
      {
        hash = PageVocabulary.hash(hash, (0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        length += 1
      }
    }
    if length > 0 { words.append((pairs ? pair(hash, last) : hash, group)) }
    return words
  }

  private static func pair(_ word: UInt64, _ last: UInt64) -> UInt64 {
    word &* 31 ^ (last >> 7) &+ 1
  }

  /// Where a word, or it and the one before, was declared.
  func groups(_ word: UInt64, after last: UInt64) -> UInt32 {
    let own = table.groups(word) & Self.title
    guard hasDescription || hasBody else { return own }
    return own | table.groups(Self.pair(word, last)) & ~Self.title
  }
}
