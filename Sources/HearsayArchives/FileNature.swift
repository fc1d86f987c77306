import HearsayText

/// What a file is, as its first bytes tell: names often tell something else.
package enum FileNature: Hashable, Sendable {
  case archive(ArchiveFile.Kind)
  /// A web page.
  case page
  /// A table, which is no report.
  case table
  /// A file of a kind that is not read, and what a person is told of it.
  case unread(String)
  /// Text, or bytes of a kind that is not known.
  case other

  /// So many bytes are looked at.
  package static let head = TableText.head

  /// What a file is; ``other`` if it cannot be opened.
  package init(path: String) {
    guard let file = try? OpenFile(path) else {
      self = .other
      return
    }
    var head: [UInt8] = []
    _ = try? file.read(Self.head, at: 0, into: &head)
    self.init(head[...])
  }

  /// What begins with some bytes.
  package init(_ head: ArraySlice<UInt8>) {
    self = Self.binary(head) ?? Self.text(head.prefix(Self.head))
  }

  /// What tells itself by a mark.
  private static func binary(_ head: ArraySlice<UInt8>) -> FileNature? {
    if head.starts(with: Array("WARC/".utf8)) { return .archive(.warc) }
    if head.starts(with: Array("filedesc://".utf8)) { return .archive(.arc) }
    if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6]) {
      return .archive(.zip)
    }
    if head.starts(with: Array("{\\rtf".utf8)) { return .archive(.rtf) }
    // Other bytes may stand before the mark of a PDF file.
    let start = head.prefix(1_024)
    if start.contains(0x25), ByteSearch.first(Array("%PDF-".utf8), in: start) != nil {
      return .archive(.pdf)
    }
    if GzipSupply.isMagic(head) { return packed(head) }
    return OtherFormats.advice(on: head).map { .unread($0) }
  }

  /// What gzip holds.
  private static func packed(_ head: ArraySlice<UInt8>) -> FileNature {
    var inner: [UInt8] = []
    let inflater = Inflater(.gzip)
    var rest = head
    while inner.count < 1 << 13 {
      let step = inflater.inflate(rest, into: &inner)
      rest = rest.dropFirst(step.consumed)
      guard step.state == .more, step.produced > 0 else { break }
    }
    switch FileNature(inner[...]) {
    case .archive(let kind) where [.warc, .arc, .jsonLines, .mailbox].contains(kind):
      return .archive(kind)
    default: return .archive(.gzip)
    }
  }

  private static func text(_ head: ArraySlice<UInt8>) -> FileNature {
    let bare = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head
    let text = bare.drop { $0 <= 0x20 }
    if let json = json(text) { return .archive(json) }
    if text.first == UInt8(ascii: "<"), let markup = markup(text) { return markup }
    if isMailbox(text) { return .archive(.mailbox) }
    if isMessage(text) { return .archive(.message) }
    // A table in UTF-16, as spreadsheets write it.
    let isWide = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
    let plain = isWide ? Array(Charset.decode(head, declared: nil).text.utf8)[...] : bare
    return TableText(plain) == nil ? .other : .table
  }

  /// JSON, JSON Lines, or JSON that a script assigns, as in the archive that Twitter sends its users.
  private static func json(_ text: ArraySlice<UInt8>) -> ArchiveFile.Kind? {
    if text.starts(with: Array("window.YTD.".utf8)) { return .json }
    let second = text.dropFirst().first { $0 > 0x20 }
    switch text.first {
    case UInt8(ascii: "["):
      return second == UInt8(ascii: "{") || second == UInt8(ascii: "[") ? .json : nil
    case UInt8(ascii: "{"):
      guard second == UInt8(ascii: "\"") else { return nil }
      let lines = text.split(separator: 0x0A, maxSplits: 1)
      let next = lines.count > 1 ? lines[1].first { $0 > 0x20 } : nil
      let endsThere = lines[0].trimmed.last == UInt8(ascii: "}")
      return endsThere && next == UInt8(ascii: "{") ? .jsonLines : .json
    default: return nil
    }
  }

  /// Pages and feeds; `nil` for other markup.
  private static func markup(_ text: ArraySlice<UInt8>) -> FileNature? {
    let words = text.prefix(4_096).text.lowercased()
    if ["<!doctype html", "<html", "<head>", "<body"].contains(where: words.contains) {
      return .page
    }
    var rest = words[...]
    // Declarations and comments may stand before.
    while let next = rest.firstIndex(of: "<") {
      rest = rest[next...].dropFirst()
      if rest.first == "?" || rest.first == "!" {
        guard let end = rest.firstIndex(of: ">") else { return nil }
        rest = rest[end...]
        continue
      }
      let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == ":" }
      let feeds: Set<String> = ["rss", "feed", "rdf:rdf", "urlset", "sitemapindex", "opml"]
      return feeds.contains(String(name)) ? .archive(.feed) : nil
    }
    return nil
  }

  /// "From ida@x.example Tue Mar  4 05:06:07 2031" and a header behind it.
  private static func isMailbox(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.starts(with: Array("From ".utf8)) else { return false }
    let line = text.prefix(512).prefix { $0 != 0x0A }
    return MailboxReader.hasTime(line)
      && HeaderLines(text.dropFirst(line.count).prefix(1 << 12)).fields.count >= 2
  }

  /// Whether bytes begin with headers as every mail or saved page has them and no plain text.
  private static func isMessage(_ text: ArraySlice<UInt8>) -> Bool {
    let line = text.prefix(200).prefix { $0 != 0x0A }
    // Headers begin with one word and a colon.
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
      line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return false }
    guard let length = HeaderLines.length(ofHeadIn: text.prefix(1 << 15)) else { return false }
    let headers = HeaderLines(text.prefix(length))
    let isMail = ["message-id", "received", "mime-version", "content-type"].contains {
      headers.bytes($0) != nil
    }
    return isMail
      && ["from", "subject", "date", "mime-version"].contains { headers.bytes($0) != nil }
  }
}
