/// What a page that somebody saved tells of where it stood, and when it was saved: in the comments and meta elements that
/// browsers, their extensions and web archives write into it.
package struct SavedPage: Hashable, Sendable {
  /// The address that it was saved from.
  package private(set) var address: String?
  /// When it stood there, in the words of whoever saved it.
  package private(set) var saved: String?
  /// Whether something says that it is a copy at all.
  private var isCopy: Bool { address != nil || saved != nil }

  /// The comments stand in the first bytes, those of web archives in the last.
  private static let head = 1 << 14
  private static let tail = 1 << 12

  /// What the bytes of a page say; `nil` if they do not say that it was saved.
  package init?(_ bytes: [UInt8]) {
    // Addresses and dates are ASCII, and so are the marks, whatever the charset.
    let head = String(decoding: bytes.prefix(Self.head), as: UTF8.self)
    guard head.contains("<") else { return nil }
    let tail =
      bytes.count > Self.tail ? String(decoding: bytes.suffix(Self.tail), as: UTF8.self) : head
    readExtensions(head)
    if address == nil { readBrowsers(head) }
    if address == nil || saved == nil { readArchives(head, tail) }
    guard isCopy else { return nil }
    if let stated = address.flatMap(ArchivedAddress.init) {
      address = stated.address
      saved = saved ?? stated.stamp
    }
    if address == nil { address = Self.canonical(head).map { ArchivedAddress($0)?.address ?? $0 } }
  }

  /// SingleFile, Save Page WE.
  private mutating func readExtensions(_ head: String) {
    for mark in ["Page saved with SingleFile", "Archive processed by SingleFile"] {
      guard let start = head.firstRange(of: mark)?.upperBound else { continue }
      let comment = head[start...].prefix(2_000)
      address = Self.line("url:", comment)
      saved = Self.line("saved date:", comment)
      return
    }
    address = Self.meta("savepage-url", head)
    if address != nil { saved = Self.meta("savepage-date", head) }
  }

  /// Internet Explorer, Chrome and those after them; HTTrack; Google's cache.
  private mutating func readBrowsers(_ head: String) {
    // "saved from url=(0042)https://…": the number is the length of the address.
    if let mark = head.firstRange(of: "saved from url=(") {
      let rest = head[mark.upperBound...].drop { $0 != ")" }.dropFirst()
      address = Self.web(rest)
    } else if let mark = head.firstRange(of: "Mirrored from ") {
      let rest = head[mark.upperBound...].prefix(1_000)
      address = Self.web("http://" + rest.prefix { !$0.isWhitespace })
      if let end = rest.firstRange(of: "-->") {
        saved = rest[..<end.lowerBound].split(separator: "], ").dropFirst().last.map {
          String($0).collapsed
        }
      }
    } else if let mark = head.firstRange(of: "This is Google's cache of <a href=\"") {
      let rest = head[mark.upperBound...].prefix(2_000)
      address = Self.web(rest)
      if let date = rest.firstRange(of: "as it appeared on ") {
        saved = String(rest[date.upperBound...].prefix { $0 != "." && $0 != "<" })
      }
    }
  }

  /// The Wayback Machine and those that run its software; archive.today.
  private mutating func readArchives(_ head: String, _ tail: String) {
    // "FILE ARCHIVED ON 11:00:05 Mar 12, 2024 AND RETRIEVED FROM THE INTERNET ARCHIVE": in UTC.
    if let mark = tail.ranges(of: "FILE ARCHIVED ON ").last,
      let end = tail[mark.upperBound...].firstRange(of: " AND RETRIEVED")
    {
      let words = tail[mark.upperBound..<end.lowerBound].split(whereSeparator: \.isWhitespace)
      if let clock = words.first, clock.contains(":") {
        saved = saved ?? words.dropFirst().joined(separator: " ") + " \(clock) UTC"
      }
    }
    if let mark = head.firstRange(of: "__wm.wombat(\"") {
      let values = head[mark.upperBound...].prefix(4_000).split(separator: "\"").map(String.init)
      if values.count > 2 {
        address = address ?? Self.web(values[0])
        saved = saved ?? values[2]
      }
    }
    guard address == nil || saved == nil else { return }
    for stated in [Self.canonical(head), Self.meta("og:url", head)] {
      guard let found = stated.flatMap(ArchivedAddress.init) else { continue }
      address = address ?? found.address
      saved = saved ?? found.stamp
    }
  }

  // MARK: - Pieces

  private static func line(_ name: String, _ comment: Substring) -> String? {
    for line in comment.split(whereSeparator: \.isNewline).prefix(12) {
      let line = line.trimmingPrefix { $0.isWhitespace }
      if line.hasPrefix("-->") { return nil }
      if line.hasPrefix(name) {
        let value = line.dropFirst(name.count).trimmingPrefix { $0.isWhitespace }
        let bare = value.firstRange(of: "-->").map { value[..<$0.lowerBound] } ?? value
        return bare.isEmpty ? nil : String(bare).collapsed
      }
    }
    return nil
  }

  private static func meta(_ name: String, _ head: String) -> String? {
    for quote in ["\"", "'"] {
      guard let mark = head.firstRange(of: "=\(quote)\(name)\(quote)") else { continue }
      let tag = head[mark.upperBound...].prefix { $0 != ">" }
      return value(of: "content=", tag)
    }
    return nil
  }

  private static func canonical(_ head: String) -> String? {
    guard
      let mark = head.firstRange(of: "rel=\"canonical\"") ?? head.firstRange(of: "rel=canonical")
    else { return nil }
    // The address may stand on either side.
    let open = head[..<mark.lowerBound].lastIndex(of: "<") ?? mark.lowerBound
    return value(of: "href=", head[open...].prefix { $0 != ">" }).flatMap { web($0) }
  }

  private static func value(of name: String, _ tag: Substring) -> String? {
    guard let mark = tag.firstRange(of: name) else { return nil }
    let rest = tag[mark.upperBound...]
    guard let quote = rest.first else { return nil }
    let value =
      quote == "\"" || quote == "'"
      ? rest.dropFirst().prefix { $0 != quote } : rest.prefix { !$0.isWhitespace }
    return value.isEmpty ? nil : String(value).replacing("&amp;", with: "&")
  }

  /// The address that some words begin with, if it is one of the web.
  private static func web(_ words: some StringProtocol) -> String? {
    guard words.hasPrefix("http://") || words.hasPrefix("https://") else { return nil }
    return String(words.prefix { !$0.isWhitespace && !"\"'<>".contains($0) })
      .replacing("&amp;", with: "&")
  }
}

/// An address in a web archive, which holds the page's own and when it was copied.
struct ArchivedAddress {
  let address: String
  /// Year to second, or to day.
  let stamp: String?

  /// "https://web.archive.org/web/20240312110005/https://…", "https://archive.ph/2024.03.12-110005/https://…".
  init?(_ archived: String) {
    guard let scheme = archived.firstRange(of: "://") else { return nil }
    let rest = archived[scheme.upperBound...]
    // Another address within it, behind a number of digits.
    guard let inner = rest.firstRange(of: "/http") else { return nil }
    let own = rest[rest.index(after: inner.lowerBound)...]
    guard own.hasPrefix("http://") || own.hasPrefix("https://") else { return nil }
    let before = rest[..<inner.lowerBound].split(separator: "/").last ?? ""
    let digits = before.filter { $0.isASCII && $0.isNumber }
    guard digits.count >= 8, digits.hasPrefix("19") || digits.hasPrefix("20") else { return nil }
    address = String(own)
    stamp = digits.count >= 14 ? String(digits.prefix(14)) : String(digits.prefix(8))
  }
}
