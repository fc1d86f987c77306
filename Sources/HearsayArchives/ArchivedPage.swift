/// One report as an archive holds it: its bytes, and what the archive says about them.
package struct ArchivedPage: Hashable, Sendable {
  /// The address it was fetched from; `nil` if the archive names none.
  package var address: String?
  /// When it was fetched, ISO 8601.
  package var fetched: String?
  /// The type of the bytes as a Content-Type header has it.
  package var contentType: String?
  /// The page or text itself, with all codings of the transfer taken off.
  package var bytes: [UInt8]
  /// The headline, where the archive has it beside the text.
  package var title: String?
  /// When it was published, ISO 8601, where the archive has it beside the text.
  package var published: String?
  /// The authors, where the archive has them beside the text.
  package var byline: String?
  /// Who published it, where the archive has it beside the text.
  package var outlet: String?
  /// BCP 47 code of its language, where the archive has it beside the text.
  package var language: String?
  /// Whether it is all that the file holds.
  package var isWholeFile = false
  /// Where in the archive it begins.
  package let place: ArchivePlace

  init(place: ArchivePlace, bytes: [UInt8] = []) {
    self.place = place
    self.bytes = bytes
  }
}

extension ArchivedPage {
  /// The same page as part of something larger.
  func moved(to place: ArchivePlace) -> ArchivedPage {
    var page = ArchivedPage(place: place, bytes: bytes)
    page.address = address
    page.fetched = fetched
    page.contentType = contentType
    page.title = title
    page.published = published
    page.byline = byline
    page.outlet = outlet
    page.language = language
    return page
  }
}
