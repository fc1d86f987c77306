/// Reads a file with one mail (EML, RFC 5322).
final class MessageReader: ArchiveReader {
  private(set) var tally = ArchiveTally()
  private(set) var bytesRead = 0
  private let file: OpenFile
  private var isDone = false

  init(_ file: OpenFile) { self.file = file }

  var place: ArchivePlace { ArchivePlace(offset: isDone ? file.count : 0) }

  func go(to place: ArchivePlace) { isDone = place.offset > 0 }

  func next() throws(ArchiveError) -> ArchivedPage? {
    guard !isDone else { return nil }
    isDone = true
    guard file.count <= ArchiveFile.largestEntry else {
      tally.tooLarge += 1
      return nil
    }
    var bytes: [UInt8] = []
    bytesRead = try file.read(file.count, at: 0, into: &bytes)
    switch MailPage.content(bytes[...], ArchivePlace()) {
    case .page(var page):
      tally.pages += 1
      page.isWholeFile = true
      return page
    case .withoutText: throw ArchiveError(.notAnArchive, "a mail without text")
    case .damaged: throw ArchiveError(.notAnArchive, "not a mail: no sender, date or subject")
    }
  }
}
