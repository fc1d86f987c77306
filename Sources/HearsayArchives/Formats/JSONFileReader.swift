/// Reads a JSON file with one article, as news-please keeps them, or a list of some.
final class JSONFileReader: ArchiveReader {
  private(set) var tally = ArchiveTally()
  private(set) var bytesRead = 0
  private let file: OpenFile
  private var taken = 0
  private var articles: [ArticleObject]?

  init(_ file: OpenFile) { self.file = file }

  /// Elements of the list count as offsets: the file is read as a whole anyway.
  var place: ArchivePlace { ArchivePlace(offset: taken) }

  func go(to place: ArchivePlace) { taken = place.offset }

  func next() throws(ArchiveError) -> ArchivedPage? {
    if articles == nil { articles = try read() }
    let articles = articles ?? []
    while taken < articles.count {
      defer { taken += 1 }
      if var page = articles[taken].page(ArchivePlace(offset: taken)) {
        tally.pages += 1
        page.isWholeFile = articles.count == 1
        return page
      }
      tally.withoutText += 1
    }
    return nil
  }

  private func read() throws(ArchiveError) -> [ArticleObject] {
    guard file.count <= ArchiveFile.largestEntry else {
      throw ArchiveError(
        .notAnArchive, "larger than \(ArchiveFile.largestEntry >> 20) MiB; write JSON Lines instead"
      )
    }
    var bytes: [UInt8] = []
    bytesRead = try file.read(file.count, at: 0, into: &bytes)
    let bare = bytes[...].trimmed
    if let article = ArticleObject(json: bare) { return [article] }
    guard let list = ArticleObject.list(json: bare) else {
      throw ArchiveError(.notAnArchive, "neither a JSON object nor a list of them")
    }
    return list
  }
}
