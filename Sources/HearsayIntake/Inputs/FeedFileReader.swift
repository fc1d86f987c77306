import HearsayArchives
import HearsayFeeds
import HearsayRecords
import HearsayText

/// Reads a feed that somebody has as a file: each of its entries is a report, as far as the feed carries it.
final class FeedFileReader: ArchiveReader {
  /// Larger files are no feeds.
  static let largest = FeedReader.largestFeed

  private(set) var tally = ArchiveTally()
  let bytesRead: Int
  private let feed: Feed
  private var taken = 0

  /// - Throws: ``ArchiveError`` if the file cannot be read or is no feed.
  convenience init(path: String) throws(ArchiveError) {
    let bytes: [UInt8]
    do throws(InputError) {
      bytes = try FileSystem.bytes(of: path)
    } catch {
      throw ArchiveError(.unreadable, error.reason)
    }
    try self.init(bytes, path: path)
  }

  /// - Throws: ``ArchiveError`` if the bytes are no feed.
  init(_ bytes: [UInt8], path: String) throws(ArchiveError) {
    bytesRead = bytes.count
    let document: FeedDocument
    do throws(FeedError) {
      document = try FeedReader.read(bytes, address: path)
    } catch {
      throw ArchiveError(.notAnArchive, error.description)
    }
    guard case .feed(let feed) = document, feed.form != .sitemap else {
      throw ArchiveError(
        .notAnArchive, "a list of addresses, no report: give it, or them, to hearsay watch")
    }
    self.feed = feed
  }

  var place: ArchivePlace { ArchivePlace(offset: taken) }

  func go(to place: ArchivePlace) { taken = place.offset }

  func next() -> ArchivedPage? {
    while taken < feed.entries.count {
      defer { taken += 1 }
      if let page = page(feed.entries[taken]) {
        tally.pages += 1
        return page
      }
      tally.withoutText += 1
    }
    return nil
  }

  private func page(_ entry: FeedEntry) -> ArchivedPage? {
    let texts = [entry.content, entry.summary].compactMap { $0 }.map { text in
      text.isHTML ? MarkupText.paragraphs(text.text) : text.text
    }
    guard let text = texts.first(where: { $0.contains { !$0.isWhitespace } }) else { return nil }
    let whole = [entry.title, text].compactMap { $0 }.joined(separator: "\n\n")
    var page = ArchivedPage(place: ArchivePlace(offset: taken), bytes: Array(whole.utf8))
    page.contentType = "text/plain; charset=utf-8"
    page.address = entry.address
    page.title = entry.title
    page.published = entry.published ?? entry.updated
    page.publishedFrom = page.published == nil ? nil : .feed
    page.modified = entry.updated.flatMap { $0 == page.published ? nil : $0 }
    page.byline = entry.author
    page.outlet = feed.title
    page.language = feed.language
    return page
  }
}
