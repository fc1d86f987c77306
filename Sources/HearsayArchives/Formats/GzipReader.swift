/// Reads a file that somebody packed with gzip: a page, a mail, a document, a list in JSON.
final class GzipReader: ArchiveReader {
  /// More is no report, and no list of reports that is held in memory.
  private static let largest = 512 << 20

  private let inner: any ArchiveReader

  init(_ file: OpenFile, _ columns: TableColumns?, depth: Int) throws(ArchiveError) {
    guard depth < ZipFile.deepest else {
      throw ArchiveError(.notAnArchive, "packed again and again")
    }
    let unpacked = try OpenFile(allOf: GzipSupply(FileSection(file)), most: Self.largest)
    var head: [UInt8] = []
    _ = try unpacked.read(FileNature.head, at: 0, into: &head)
    switch FileNature(head[...]) {
    case .archive(let kind):
      inner = try ArchiveFile.reader(kind, unpacked, columns, depth: depth + 1) {
        PlacedBytes(unpacked)
      }
    case .table where columns != nil:
      inner = try ArchiveFile.reader(.table, unpacked, columns) { PlacedBytes(unpacked) }
    case .unread(let advice): throw ArchiveError(.notAnArchive, advice)
    case .page, .table, .other: inner = PageReader(unpacked)
    }
  }

  var place: ArchivePlace { inner.place }
  var tally: ArchiveTally { inner.tally }
  var bytesRead: Int { inner.bytesRead }

  func go(to place: ArchivePlace) throws(ArchiveError) { try inner.go(to: place) }

  func next() throws(ArchiveError) -> ArchivedPage? { try inner.next() }
}

/// Reads a file that is one page or text.
private final class PageReader: ArchiveReader {
  private(set) var tally = ArchiveTally()
  private let file: OpenFile
  private var isDone = false

  init(_ file: OpenFile) { self.file = file }

  var place: ArchivePlace { ArchivePlace(offset: isDone ? 1 : 0) }
  var bytesRead: Int { isDone ? file.count : 0 }

  func go(to place: ArchivePlace) { isDone = place.offset > 0 }

  func next() throws(ArchiveError) -> ArchivedPage? {
    guard !isDone else { return nil }
    isDone = true
    guard file.count <= ArchiveFile.largestEntry else {
      tally.tooLarge += 1
      return nil
    }
    var page = ArchivedPage(place: ArchivePlace())
    _ = try file.read(file.count, at: 0, into: &page.bytes)
    page.isWholeFile = true
    tally.pages += 1
    return page
  }
}
