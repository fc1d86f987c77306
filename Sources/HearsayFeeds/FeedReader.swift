import HearsayRecords
import HearsayText

/// Reads feeds, sitemaps and lists of feeds, told apart by what they hold rather than by what they are called.
///
/// Pure: nothing is fetched, no entity or document type outside the bytes is ever looked at. Time and memory grow with
/// the number of bytes and no faster.
package enum FeedReader {
  /// Larger feeds are refused, packed or not: sitemaps may have 50 MB by their own rules, feeds have far less.
  package static let largestFeed = 64 << 20
  /// More entries are not taken in; it is the most that a sitemap may have by its own rules.
  static let mostEntries = 50_000

  /// What the bytes hold.
  ///
  /// - Parameters:
  ///   - bytes: The whole of a file or answer, also packed with gzip.
  ///   - contentType: The Content-Type header, if there was one.
  ///   - address: Where they came from, against which the addresses in them are read.
  /// - Returns: The feed, or the feeds that are named.
  /// - Throws: ``FeedError`` for bytes that hold neither.
  package static func read(
    _ bytes: [UInt8], contentType: String? = nil, address: String
  ) throws(FeedError) -> FeedDocument {
    guard bytes.count <= largestFeed else { throw tooLarge }
    var bytes = bytes
    if bytes.starts(with: [0x1F, 0x8B]) {
      guard let unpacked = Unpacking.gunzip(bytes, limit: largestFeed) else { throw tooLarge }
      bytes = unpacked
    }
    guard !Charset.isBinary(bytes[...]) else {
      throw FeedError(code: .binary, description: "no feed: binary data")
    }
    let text = text(bytes, contentType: contentType)
    guard let first = text.utf8.first(where: { $0 > 0x20 }) else {
      throw FeedError(code: .empty, description: "no feed: nothing but white space")
    }
    let base = WebAddress(address)
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if let feed = JSONFeed.read(text, base: base) { return .feed(feed) }
    case UInt8(ascii: "h"), UInt8(ascii: "H"):
      if let feed = Sitemap.read(lines: text, base: base) { return .feed(feed) }
    default:
      return try read(markup: text, base: base)
    }
    // Some servers put a warning or a few letters before the feed.
    return try read(markup: text, base: base)
  }

  private static let tooLarge = FeedError(
    code: .tooLarge, description: "larger than \(largestFeed >> 20) MiB; no feed is")

  /// What the document says of its charset counts before the header: servers state one for all their files, and the
  /// files know better.
  private static func text(_ bytes: [UInt8], contentType: String?) -> String {
    let head = String(decoding: bytes.prefix(1024), as: UTF8.self).lowercased()
    let declared =
      value(after: "encoding=", in: head.prefix { $0 != ">" })
      ?? contentType.flatMap { value(after: "charset=", in: $0.lowercased()[...]) }
    return Charset.decode(bytes[...], declared: declared).text
  }

  private static func value(after key: String, in text: Substring) -> String? {
    guard let range = text.firstRange(of: key) else { return nil }
    let rest = text[range.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == ":" }
    return name.isEmpty ? nil : String(name)
  }

  private static func read(markup text: String, base: WebAddress) throws(FeedError) -> FeedDocument
  {
    let bytes = Array(text.utf8)
    if PageLinks.isPage(bytes) { return .list(try PageLinks.read(bytes, base: base)) }
    let tree = MarkupTree(bytes)
    // What stands first decides; wrappers around a feed are passed over.
    for node in tree.nodes.prefix(200) {
      switch node.name {
      case "rss", "rdf:rdf", "feed", "channel", "item", "entry":
        return .feed(Syndication(tree, base: base).feed())
      case "urlset": return .feed(Sitemap.read(tree, base: base))
      case "sitemapindex": return .list(Sitemap.index(tree, base: base))
      case "opml", "outline": return .list(Subscriptions.read(tree, base: base))
      case "html", "head", "body": return .list(try PageLinks.read(bytes, base: base))
      default: continue
      }
    }
    throw FeedError(
      code: .other, description: "no feed: nothing of RSS, Atom, JSON Feed or sitemap")
  }
}
