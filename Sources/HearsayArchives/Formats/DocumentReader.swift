/// Reads a file that is one document of a word processor.
final class DocumentReader: ArchiveReader {
  private(set) var tally = ArchiveTally()
  private(set) var bytesRead = 0
  private let file: OpenFile
  private let document: ([UInt8]) throws(ArchiveError) -> DocumentText
  private var isDone = false

  /// A reader of a file of which `document` makes the text.
  init(_ file: OpenFile, _ document: @escaping ([UInt8]) throws(ArchiveError) -> DocumentText) {
    self.file = file
    self.document = document
  }

  var place: ArchivePlace { ArchivePlace(offset: isDone ? file.count : 0) }

  func go(to place: ArchivePlace) { isDone = place.offset > 0 }

  func next() throws(ArchiveError) -> ArchivedPage? {
    guard !isDone else { return nil }
    isDone = true
    guard file.count <= XMLPull.largest else {
      throw ArchiveError(.notAnArchive, "larger than \(XMLPull.largest >> 20) MiB; no report is")
    }
    var bytes: [UInt8] = []
    bytesRead = try file.read(file.count, at: 0, into: &bytes)
    guard let page = try document(bytes).page() else {
      throw ArchiveError(.notAnArchive, "no text in it")
    }
    tally.pages += 1
    return page
  }
}
