import HearsayText

/// Makes a page of a mail: a newsletter, an article that was sent on, or a page that a browser saved in the form of a mail.
enum MailPage {
  /// What a message holds.
  enum Content {
    case page(ArchivedPage)
    case withoutText
    /// It has no headers.
    case damaged
  }

  static func content(_ bytes: ArraySlice<UInt8>, _ place: ArchivePlace) -> Content {
    let mail = MailPart(bytes)
    if let saved = savedPage(mail, place) { return .page(saved) }
    guard ["from", "date", "subject"].contains(where: { mail.headers.bytes($0) != nil }) else {
      return .damaged
    }
    let headers = mail.headers
    let title = headers.bytes("subject").map(EncodedWords.decode).flatMap { $0.isEmpty ? nil : $0 }
    guard var page = page(mail.texts, title, place) else { return .withoutText }
    page.title = title
    page.published = headers["date"].flatMap(StatedDate.iso)
    page.address = address(headers)
    let sender = headers.bytes("from").flatMap(name)
    // What is sent to a list comes from an outlet, all else from a person.
    if headers.bytes("list-id") != nil || headers.bytes("list-unsubscribe") != nil {
      page.outlet = sender
    } else {
      page.byline = sender
    }
    return .page(page)
  }

  /// A page that a browser saved with its pictures (MHTML): with the address that it stood at, and when it was saved.
  ///
  /// A mail has somebody that it was sent to; a saved page has an address of the web.
  private static func savedPage(_ mail: MailPart, _ place: ArchivePlace) -> ArchivedPage? {
    let headers = mail.headers
    let from = headers["from"]?.lowercased() ?? ""
    let isSaved = headers.bytes("snapshot-content-location") != nil || from.contains("saved by")
    guard isSaved || ["to", "received", "message-id"].allSatisfy({ headers.bytes($0) == nil }),
      let root = mail.root
    else { return nil }
    let stated = [
      headers["snapshot-content-location"], root.headers["content-location"],
      root.headers["content-base"], headers["content-location"],
    ]
    let address = stated.compactMap { $0 }.first {
      $0.hasPrefix("http://") || $0.hasPrefix("https://")
    }
    guard isSaved || address != nil else { return nil }
    let text = root.page
    var page = ArchivedPage(place: place, bytes: text.bytes)
    page.address = address
    page.contentType = "text/html" + (text.charset.map { "; charset=\($0)" } ?? "")
    // Chrome writes UTC with the offset that mail has for a time zone that is not known.
    page.fetched = headers["date"].flatMap(StatedDate.iso)?.replacing("-00:00", with: "Z")
    page.stood = page.fetched
    return page
  }

  /// The texts of a mail as one: the only one as it is, several as plain text in their order.
  private static func page(
    _ texts: [MailPart.Text], _ title: String?, _ place: ArchivePlace
  ) -> ArchivedPage? {
    let told = texts.count > 1 ? texts.filter { !isFooter($0) } : texts
    guard let first = told.first ?? texts.first else { return nil }
    if told.count < 2, first.isHTML || title?.utf8.allSatisfy({ $0 < 0x80 }) ?? true {
      var page = ArchivedPage(place: place, bytes: first.bytes)
      if !first.isHTML, let title {
        // In plain text the headline stands above, as in a file of its own; it must be in the same charset.
        let body = first.bytes[...].drop { $0 == 0x0A || $0 == 0x0D }
        page.bytes = Array((title + "\n\n").utf8) + body
      }
      page.contentType =
        (first.isHTML ? "text/html" : "text/plain")
        + (first.charset.map { "; charset=\($0)" } ?? "")
      return page
    }
    let words = [title].compactMap { $0 } + told.map(plain).filter { !$0.isEmpty }
    var page = ArchivedPage(place: place, bytes: Array(words.joined(separator: "\n\n").utf8))
    page.contentType = "text/plain; charset=utf-8"
    return page
  }

  /// A text as plain text: of a page what a reader takes for the story, or all of it where nothing is.
  private static func plain(_ text: MailPart.Text) -> String {
    let decoded = Charset.decode(text.bytes[...], declared: text.charset).text
    let words: String
    if text.isHTML {
      let hints = ArticleHints(contentType: "text/html; charset=utf-8")
      let story = ArticleReader.mainText(Array(decoded.utf8), hints: hints) ?? ""
      words = story.isEmpty ? MarkupText.paragraphs(decoded) : story
    } else {
      words = decoded.replacing("\r\n", with: "\n")
    }
    return String(
      words.trimmingPrefix { $0.isNewline }.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// Whether a text is what a mailing list puts below each mail: a line, and how to leave the list.
  private static func isFooter(_ text: MailPart.Text) -> Bool {
    let words = Array(text.bytes[...].trimmed)
    guard words.count < 1_500, words.prefix(3).allSatisfy({ "_-=*".utf8.contains($0) }) else {
      return false
    }
    let said = words[...].text.lowercased()
    return ["mailing list", "unsubscribe", "listinfo", "google groups"].contains(
      where: said.contains)
  }

  /// Where the mail can be read (RFC 5064), else its own name as an address (RFC 2392).
  private static func address(_ headers: HeaderLines) -> String? {
    func bare(_ value: String) -> String {
      String(value.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" })
    }
    if let archived = headers["archived-at"].map(bare), archived.hasPrefix("http") {
      return archived
    }
    guard let id = headers["message-id"].map(bare), !id.isEmpty else { return nil }
    let kept = Set("-._~!$&'()*+,;=:@".utf8)
    let coded = id.utf8.map { byte -> String in
      let isPlain =
        byte < 0x80 && (Character(UnicodeScalar(byte)).isLetter || (0x30...0x39).contains(byte))
      return isPlain || kept.contains(byte)
        ? String(UnicodeScalar(byte))
        : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    return "mid:" + coded.joined()
  }

  /// The name of a sender: "The Morning" of "The Morning <news@paper.example>".
  private static func name(_ value: ArraySlice<UInt8>) -> String? {
    let text = EncodedWords.decode(value)
    let name = text.prefix { $0 != "<" }.filter { $0 != "\"" }
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    // A bare address names nobody.
    return name.isEmpty || name.contains("@") ? nil : name
  }
}
