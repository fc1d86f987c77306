/// Makes a page of a mail: a newsletter, or an article that was sent on.
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
    guard ["from", "date", "subject"].contains(where: { mail.headers.bytes($0) != nil }) else {
      return .damaged
    }
    guard let text = mail.text else { return .withoutText }
    let headers = mail.headers
    let title = headers.bytes("subject").map(EncodedWords.decode).flatMap { $0.isEmpty ? nil : $0 }
    var page = ArchivedPage(place: place, bytes: text.bytes)
    if !text.isHTML, let title, title.utf8.allSatisfy({ $0 < 0x80 }) {
      // In plain text the headline stands above, as in a file of its own; it must be in the same charset.
      page.bytes = Array((title + "\n\n").utf8) + text.bytes[...].drop { $0 == 0x0A || $0 == 0x0D }
    }
    page.contentType =
      (text.isHTML ? "text/html" : "text/plain") + (text.charset.map { "; charset=\($0)" } ?? "")
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
