/// A mail, or a part of one (RFC 5322, RFC 2045 to 2049).
struct MailPart {
  let headers: HeaderLines
  /// "text/html" and the like, in lower case.
  let type: String
  private let parameters: [String: String]
  private let body: ArraySlice<UInt8>

  /// Parts within parts within parts: none that people send go deeper.
  private static let deepest = 12
  private static let mostParts = 500

  init(_ bytes: ArraySlice<UInt8>) {
    // A part may have no head at all: then it begins with an empty line.
    let isBare = bytes.first == 0x0A || bytes.starts(with: [0x0D, 0x0A])
    let bare = bytes.first == 0x0A ? 1 : 2
    let size = isBare ? bare : HeaderLines.length(ofHeadIn: bytes) ?? bytes.count
    headers = HeaderLines(bytes.prefix(size))
    body = bytes.dropFirst(size)
    let value = headers["content-type"] ?? "text/plain"
    type = PageType.name(value)
    parameters = Self.parameters(value)
  }

  /// A text of a mail.
  struct Text: Sendable {
    let bytes: [UInt8]
    let isHTML: Bool
    let charset: String?
  }

  /// The texts that people are shown, in their order: of alternatives the page rather than plain text, no attachments, and
  /// of a page with its pictures the page.
  var texts: [Text] {
    var texts: [Text] = []
    var budget = Self.mostParts
    gather(&texts, depth: 0, &budget)
    return texts
  }

  /// The page that a saved page (MHTML, RFC 2557) is one of: the part that its header names, else the first.
  var root: MailPart? {
    guard type == "multipart/related" else { return type == "text/html" ? self : nil }
    guard let boundary = parameters["boundary"], !boundary.isEmpty else { return nil }
    let parts = parts(boundary)
    let start = parameters["start"]
    let named = start.flatMap { start in parts.first { $0.headers["content-id"] == start } }
    if let named, named.type.contains("html") { return named }
    for part in parts {
      if part.type == "text/html" || part.type == "application/xhtml+xml" { return part }
      if part.type == "multipart/alternative", let inner = part.parameters["boundary"],
        let page = part.parts(inner).first(where: { $0.type == "text/html" })
      {
        return page
      }
    }
    return nil
  }

  /// The part as a page.
  var page: Text { decoded(isHTML: true) }

  private var isAttachment: Bool {
    headers["content-disposition"]?.lowercased().hasPrefix("attachment") ?? false
  }

  private func gather(_ texts: inout [Text], depth: Int, _ budget: inout Int) {
    budget -= 1
    guard budget > 0, depth < Self.deepest, !isAttachment else { return }
    if type.hasPrefix("multipart/"), let boundary = parameters["boundary"], !boundary.isEmpty {
      let parts = parts(boundary)
      guard type == "multipart/alternative" || type == "multipart/related" else {
        for part in parts { part.gather(&texts, depth: depth + 1, &budget) }
        return
      }
      // Of several forms of one text the page is what most people see.
      var forms: [[Text]] = []
      for part in parts {
        var own: [Text] = []
        part.gather(&own, depth: depth + 1, &budget)
        if !own.isEmpty { forms.append(own) }
      }
      texts += forms.first { $0.contains(where: \.isHTML) } ?? forms.first ?? []
    } else if type == "message/rfc822" {
      MailPart(body).gather(&texts, depth: depth + 1, &budget)
    } else if type == "text/html" || type == "text/plain" {
      let text = decoded(isHTML: type == "text/html")
      if !text.bytes[...].trimmed.isEmpty { texts.append(text) }
    }
  }

  /// The parts between lines of two hyphens and the boundary; one that is not closed ends with the mail.
  private func parts(_ boundary: String) -> [MailPart] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [MailPart] = []
    var start: Int?
    var from = body.startIndex
    while let found = ByteSearch.first(mark, in: body[from...]), parts.count < Self.mostParts {
      from = found + mark.count
      guard found == body.startIndex || body[found - 1] == 0x0A else { continue }
      let tail = body[from...].prefix { $0 != 0x0A }
      let isLast = tail.starts(with: [0x2D, 0x2D])
      guard isLast || tail.trimmed.isEmpty else { continue }
      if let start {
        // The line end before the boundary belongs to it.
        let isWide = found >= 2 && body.indices.contains(found - 2) && body[found - 2] == 0x0D
        parts.append(MailPart(body[start..<max(start, found - (isWide ? 2 : 1))]))
      }
      start = isLast ? nil : min(tail.endIndex + 1, body.endIndex)
      if isLast { return parts }
    }
    if let start { parts.append(MailPart(body[start...])) }
    return parts
  }

  private func decoded(isHTML: Bool) -> Text {
    var bytes = TransferCoding.decode(body, headers["content-transfer-encoding"].map(Self.bare))
    if !isHTML, parameters["format"]?.lowercased() == "flowed" {
      bytes = Self.unfolded(bytes, deletesSpace: parameters["delsp"]?.lowercased() == "yes")
    }
    return Text(bytes: bytes, isHTML: isHTML, charset: parameters["charset"])
  }

  private static func bare(_ value: String) -> String { value.filter { !$0.isWhitespace } }

  /// Joins lines that end in a blank with the next (RFC 3676).
  private static func unfolded(_ bytes: [UInt8], deletesSpace: Bool) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = line.last == 0x0D ? line.dropLast() : line
      // "-- " stands before a signature.
      if line.last == 0x20, !line.elementsEqual([0x2D, 0x2D, 0x20]) {
        out += deletesSpace ? line.dropLast() : line
      } else {
        out += line + [0x0A]
      }
    }
    return out
  }

  /// What follows the type: "charset=utf-8; boundary="x"".
  private static func parameters(_ value: String) -> [String: String] {
    var parameters: [String: String] = [:]
    var rest = value.drop { $0 != ";" }.dropFirst()
    while let equals = rest.firstIndex(of: "=") {
      let name = rest[..<equals].filter { !$0.isWhitespace && $0 != ";" }.lowercased()
      rest = rest[rest.index(after: equals)...].drop { $0 == " " || $0 == "\t" }
      let content: Substring
      if rest.first == "\"" {
        content = rest.dropFirst().prefix { $0 != "\"" }
        rest = rest[content.endIndex...].dropFirst()
      } else {
        content = rest.prefix { $0 != ";" && !$0.isWhitespace }
        rest = rest[content.endIndex...]
      }
      if parameters[name] == nil { parameters[name] = String(content) }
    }
    return parameters
  }
}
