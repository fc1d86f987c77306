package import HearsayRecords

/// One report as an archive holds it: its bytes, and what the archive says about them.
package struct ArchivedPage: Hashable, Sendable {
  /// The address it was fetched from; `nil` if the archive names none.
  package var address: String?
  /// The address or path as it was once given, where the archive was made by Hearsay.
  package var name: String?
  /// When it was fetched, ISO 8601.
  package var fetched: String?
  /// When it stood at the address, ISO 8601, where that is known otherwise than from ``fetched``.
  package var stood: String?
  /// The type of the bytes as a Content-Type header has it.
  package var contentType: String?
  /// The page or text itself, with all codings of the transfer taken off.
  package var bytes: [UInt8]
  /// The headline, where the archive has it beside the text.
  package var title: String?
  /// When it was published, ISO 8601, where the archive has it beside the text.
  package var published: String?
  /// Where that was found, where the archive tells.
  package var publishedFrom: PublishedFrom?
  /// When it was last changed, ISO 8601, where the archive has it beside the text.
  package var modified: String?
  /// The authors, where the archive has them beside the text.
  package var byline: String?
  /// Who published it, where the archive has it beside the text.
  package var outlet: String?
  /// BCP 47 code of its language, where the archive has it beside the text.
  package var language: String?
  /// What the archive calls it, such as the path in a zip file or the number of a message; ``place`` stands for it where
  /// there is nothing better.
  package var entry: String?
  /// Whether the archive says that the text is only the beginning.
  package var isCut = false
  /// Whether it is all that the file holds.
  package var isWholeFile = false
  /// Where in the archive it begins.
  package private(set) var place: ArchivePlace

  package init(place: ArchivePlace, bytes: [UInt8] = []) {
    self.place = place
    self.bytes = bytes
  }
}

extension ArchivedPage {
  /// Takes over everything that was known of the page when Hearsay read it first, and nothing else.
  mutating func take(_ known: Provenance, stood: String?) {
    address = known.address ?? address
    name = known.url
    fetched = known.fetched
    self.stood = stood
    contentType = known.contentType
    title = known.title
    published = known.published
    publishedFrom = known.publishedFrom
    modified = known.modified
    byline = known.byline
    outlet = known.outlet
    language = known.language
  }

  /// The same page as part of something larger.
  func moved(to place: ArchivePlace) -> ArchivedPage {
    var page = self
    page.place = place
    page.isWholeFile = false
    return page
  }
}
