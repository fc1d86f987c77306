/// An answer of a web server as archives keep it, head and body in one.
struct HTTPAnswer {
  let status: Int
  let headers: HeaderLines
  private let body: ArraySlice<UInt8>

  /// Reads the head; `nil` if the bytes are no answer.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.starts(with: Array("HTTP/".utf8)) else { return nil }
    // A head without a body has no empty line in some archives.
    let length = HeaderLines.length(ofHeadIn: bytes.prefix(1 << 18)) ?? bytes.count
    let head = bytes.prefix(length)
    let first = head.prefix { $0 != 0x0A }
    let words = first.trimmed.split(separator: 0x20)
    guard words.count >= 2, let status = Int(words[1].text) else { return nil }
    self.status = status
    headers = HeaderLines(head.dropFirst(first.count))
    body = bytes.dropFirst(length)
  }

  /// What became of a body.
  enum Body {
    case bytes([UInt8])
    /// It inflates to more than an entry may have.
    case tooLarge
    /// It is compressed in a way that is not known here, which has this name.
    case unknownCoding(String)
    case damaged
  }

  /// The body without the codings of the transfer and the content.
  func decoded(most: Int) -> Body {
    var bytes = body
    if headers["transfer-encoding"]?.lowercased().contains("chunked") ?? false {
      bytes = Self.unchunked(bytes)
    }
    let codings = (headers["content-encoding"] ?? "").lowercased().split(separator: ",")
      .map { $0.filter { !$0.isWhitespace } }
    for coding in codings.reversed() where coding != "identity" {
      // Some crawlers keep the header and take the coding off: a page begins with a tag, which no coding does.
      if bytes.trimmed.first == 0x3C { continue }
      guard let form = Self.form(of: coding, bytes) else { return .unknownCoding(coding) }
      switch Inflater.all(bytes, form, most: most) {
      case .bytes(let all): bytes = all[...]
      case .tooLarge: return .tooLarge
      case .damaged: return .damaged
      }
    }
    return .bytes(Array(bytes))
  }

  /// What an answer is to somebody who reads reports.
  enum Reading {
    case page([UInt8], type: String?)
    /// None, to be counted so.
    case passedOver((inout ArchiveTally) -> Void)
  }

  /// The page that an archive keeps of an address.
  static func page(_ block: ArraySlice<UInt8>, address: String?) -> Reading {
    guard let answer = HTTPAnswer(block) else { return .passedOver { $0.otherTypes += 1 } }
    guard (200..<300).contains(answer.status) else { return .passedOver { $0.failedAnswers += 1 } }
    let type = answer.headers["content-type"]
    guard PageType.isRead(type) || type == nil, !PageType.isRobots(address) else {
      return .passedOver { $0.otherTypes += 1 }
    }
    switch answer.decoded(most: ArchiveFile.largestEntry) {
    case .bytes(let bytes):
      guard type != nil || PageType.looksLikeHTML(bytes) else {
        return .passedOver { $0.otherTypes += 1 }
      }
      guard !bytes[...].trimmed.isEmpty else { return .passedOver { $0.withoutText += 1 } }
      return .page(bytes, type: type)
    case .unknownCoding(let name): return .passedOver { $0.countPacked(name) }
    case .tooLarge: return .passedOver { $0.tooLarge += 1 }
    case .damaged: return .passedOver { $0.damaged += 1 }
    }
  }

  private static func form(of coding: String, _ bytes: ArraySlice<UInt8>) -> Inflater.Form? {
    switch coding {
    case "gzip", "x-gzip": .gzip
    // Servers disagree on whether zlib's header belongs to it: its first byte is 0x78 for every usual window.
    case "deflate": bytes.first == 0x78 ? .zlib : .raw
    default: nil
    }
  }

  /// Takes off the chunks; bytes that are not in chunks (archives often keep the header alone) stay as they are.
  private static func unchunked(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var out: [UInt8] = []
    var rest = bytes
    while true {
      guard let end = rest.prefix(128).firstIndex(of: 0x0A) else { break }
      let digits = rest[..<end].prefix { $0 != 0x3B }.trimmed
      guard !digits.isEmpty, let size = Int(digits.text, radix: 16), size >= 0 else { break }
      rest = rest[(end + 1)...]
      if size == 0 { return out[...] }
      out += rest.prefix(size)
      rest = rest.dropFirst(size)
      while let first = rest.first, first == 0x0D || first == 0x0A { rest = rest.dropFirst() }
    }
    // Nothing but whole chunks was found up to where the body breaks off, or it never was in chunks.
    return out.isEmpty ? bytes : out[...]
  }
}
