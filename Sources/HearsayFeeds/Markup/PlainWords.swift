/// What a reader sees of a line that may be HTML.
enum PlainWords {
  /// The characters without tags, references replaced; nothing of scripts and styles.
  static func ofHTML(_ html: String) -> String {
    guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return html
    }
    let bytes = Array(html.utf8)
    var scanner = MarkupScanner(bytes)
    var words = ""
    var hidden: String?
    while let token = scanner.next() {
      switch token {
      case .text(let range) where hidden == nil:
        words += CharacterReferences.resolved(bytes[range])
      case .verbatim(let range) where hidden == nil:
        words += ofHTML(inner: String(decoding: bytes[range], as: UTF8.self))
      case .open(let tag):
        if hidden == nil, !tag.isWhole, ["script", "style"].contains(tag.name) {
          hidden = tag.name
        }
        if breaking.contains(tag.name) { words += " " }
      case .close(let name, _):
        if hidden == name { hidden = nil }
        if breaking.contains(name) { words += " " }
      case .text, .verbatim: continue
      }
    }
    return words
  }

  /// CDATA in what is HTML already; not read further than this once.
  private static func ofHTML(inner: String) -> String {
    let bytes = Array(inner.utf8)
    var scanner = MarkupScanner(bytes)
    var words = ""
    while let token = scanner.next() {
      if case .text(let range) = token {
        words += CharacterReferences.resolved(bytes[range])
      }
    }
    return words
  }

  /// Elements that stand on lines of their own.
  private static let breaking: Set<String> = [
    "p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote", "td", "tr", "hr",
  ]

  /// Whether there are tags in it.
  static func looksLikeHTML(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return false }
    var scanner = MarkupScanner(Array(text.utf8))
    while let token = scanner.next() {
      switch token {
      case .open, .close: return true
      case .text, .verbatim: continue
      }
    }
    return false
  }

  /// No line that people wrote is longer; more of one is not looked at.
  private static let longestLine = 1 << 16

  /// Runs of white space as one space, none at the ends.
  static func onOneLine(_ text: String) -> String {
    let isTooLong = text.utf8.count > longestLine
    let text = isTooLong ? String(decoding: text.utf8.prefix(longestLine), as: UTF8.self) : text
    // Looking for characters beyond ASCII costs ten times as much, and addresses and dates have none.
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      return text.utf8.split { $0 <= 0x20 }.map { String($0) ?? "" }.joined(separator: " ")
    }
    return text.split { $0.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}" }.joined(
      separator: " ")
  }
}

/// Names of authors as feeds write them.
enum AuthorWords {
  /// The name in `mail@news.example (Ann Lee)`, `Ann Lee <mail@…>` or `Ann Lee (mail@…)`.
  ///
  /// An address for mail is no name: alone it is left out.
  static func name(in text: String) -> String? {
    let parts = text.split { "()<>".contains($0) }.map { PlainWords.onOneLine(String($0)) }
    let names = parts.filter { !$0.contains("@") && $0.contains { $0.isLetter } }
    // Without an address for mail the brackets belong to the name: "Ann Lee (Reuters)".
    guard parts.count != names.count else { return names.isEmpty ? nil : text }
    return names.first
  }
}
