import HearsayRecords

/// What is known of bytes besides themselves.
public struct ArticleHints: Hashable, Sendable {
  /// The address or path they came from.
  public var address: String?
  /// The Content-Type header, if there was one.
  public var contentType: String?

  /// Creates hints; all may be unknown.
  public init(address: String? = nil, contentType: String? = nil) {
    self.address = address
    self.contentType = contentType
  }
}

/// Reads bytes into an article: a web page or plain text, told apart by what they hold.
///
/// Pure.
public enum ArticleReader {
  /// Larger inputs are refused: no report is this long, and reading them would take all memory.
  public static let largestInput = 128 << 20

  /// The most bytes of text that are read.
  ///
  /// Longer than any report, and as much as is read in well under a minute: more would hold up all other reports.
  public static let longestText = 1 << 19

  /// The article that some bytes hold.
  ///
  /// - Throws: ``TextError`` for bytes that hold no report.
  public static func read(_ bytes: [UInt8], hints: ArticleHints = ArticleHints()) throws(TextError)
    -> Article
  {
    guard !bytes.isEmpty else { throw TextError(code: .empty, description: "the file is empty") }
    guard bytes.count <= largestInput else {
      throw TextError(
        code: .tooLarge, description: "\(bytes.count) bytes; at most \(largestInput) are read")
    }
    if let advice = OtherFormats.advice(on: bytes) ?? wrapping(bytes) {
      throw TextError(code: .binary, description: advice)
    }
    guard !Charset.isBinary(bytes[...]) else {
      throw TextError(code: .binary, description: "not text: binary data from byte 0 on")
    }
    let (utf8, _) = Charset.utf8(bytes[...], declared: declaredCharset(bytes, hints))
    guard !isBlank(utf8) else {
      throw TextError(code: .empty, description: "nothing but white space")
    }
    guard isHTML(utf8, hints) else {
      if let table = TableText(utf8) { throw TextError(code: .table, description: table.advice) }
      let text = String(decoding: utf8, as: UTF8.self)
      try checkLength(of: text)
      return PlainText.article(text, hints: hints)
    }
    let article = try WebPage.article(utf8, hints: hints)
    try checkLength(of: article.text)
    return article
  }

  /// Only the main text of a web page, without its headline; for measuring.
  package static func mainText(_ bytes: [UInt8], hints: ArticleHints) -> String? {
    let (utf8, _) = Charset.utf8(bytes[...], declared: declaredCharset(bytes, hints))
    let document = HTMLDocument(utf8)
    let metadata = PageMetadata(document, address: hints.address)
    return WebPage.paragraphs(document, metadata, byline: metadata.byline)
      .map(\.text).joined(separator: "\n\n")
  }

  /// What wraps reports, for those who hand over bytes: files of these kinds are opened.
  private static func wrapping(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) { return "a zip file: give it as a file" }
    if bytes.starts(with: Array("{\\rtf".utf8)) { return "an RTF document: give it as a file" }
    if bytes.starts(with: Array("filedesc://".utf8)) {
      return "an ARC file (web archives before 2009): give it as a file"
    }
    return bytes.starts(with: [0x1F, 0x8B]) ? "packed with gzip: give it as a file" : nil
  }

  private static func checkLength(of text: String) throws(TextError) {
    guard text.utf8.count <= longestText else {
      throw TextError(
        code: .tooLarge,
        description: "\(text.utf8.count) bytes of text; no report has more than \(longestText)")
    }
  }

  private static func isBlank(_ utf8: ArraySlice<UInt8>) -> Bool {
    !utf8.contains { (0x21..<0x7F).contains($0) }
      && String(decoding: utf8, as: UTF8.self).allSatisfy(\.isWhitespace)
  }

  private static func isHTML(_ utf8: ArraySlice<UInt8>, _ hints: ArticleHints) -> Bool {
    if let type = hints.contentType?.lowercased(), type.contains("html") { return true }
    let head = String(decoding: utf8.prefix(4096), as: UTF8.self).lowercased()
    if ["<!doctype html", "<html", "<head", "<body"].contains(where: head.contains) { return true }
    let tags = ["<p>", "<p ", "<div", "<article", "<h1", "<meta", "<span"]
    return head.drop { $0.isWhitespace }.hasPrefix("<") && tags.contains(where: head.contains)
  }

  /// The part of a page in which its charset is looked for.
  private static let charsetWithin = 1 << 14

  /// The charset named by the header, or in the page's first bytes.
  ///
  /// Of several the first that is not UTF-8: it is asked for only when the bytes are not that.
  static func declaredCharset(_ bytes: [UInt8], _ hints: ArticleHints) -> String? {
    if let type = hints.contentType, let name = value(after: "charset=", in: type.lowercased()) {
      return name
    }
    let head = bytes.prefix(charsetWithin).map { $0 < 0x80 ? $0 : 0x3F }
    var names: [String] = []
    for key in ["charset=", "encoding="] {
      let key = Array(key.utf8)
      for index in head.indices.dropLast(key.count)
      where head[index] | 0x20 == key[0]
        && zip(head[index...], key).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
      {
        let near = String(decoding: head[index...].prefix(60), as: UTF8.self).lowercased()
        if let name = value(after: String(decoding: key, as: UTF8.self), in: near) {
          names.append(name)
        }
      }
    }
    return names.first { !["utf-8", "utf8"].contains($0) } ?? names.first
  }

  private static func value(after key: String, in text: String) -> String? {
    guard let range = text.firstRange(of: key) else { return nil }
    let rest = text[range.upperBound...].drop { $0 == "\"" || $0 == "'" }
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    return name.isEmpty ? nil : String(name)
  }
}
