/// Reads news articles from JSON Lines: one object a line, with the names that news-please, CC-News and GDELT's lists use.
final class JSONLinesReader: ArchiveReader {
  private(set) var tally = ArchiveTally()
  private let bytes: PlacedBytes
  private var reader: ByteReader { bytes.reader }

  init(_ bytes: PlacedBytes) { self.bytes = bytes }

  var place: ArchivePlace { bytes.place }
  var bytesRead: Int { bytes.bytesRead }

  /// Lines that begin from here on are not read.
  private var limit = Int.max

  func go(to place: ArchivePlace) throws(ArchiveError) { try bytes.go(to: place) }

  func confine(to range: Range<Int>) throws(ArchiveError) {
    guard !bytes.isCompressed else {
      throw ArchiveError(.notAnArchive, "of compressed JSON Lines no parts can be read")
    }
    limit = range.upperBound
    guard range.lowerBound > 0 else { return }
    try bytes.goToFirst(from: range.lowerBound, where: { _ in true })
    // The line in which the part begins belongs to the part before, unless it ends right there.
    skipLine()
  }

  func next() throws(ArchiveError) -> ArchivedPage? {
    while true {
      let place = bytes.place
      guard limit == .max || place.offset < limit else { return nil }
      guard let line = try line() else { return nil }
      if let page = page(line, place) {
        tally.pages += 1
        return page
      }
    }
  }

  private func page(_ line: [UInt8], _ place: ArchivePlace) -> ArchivedPage? {
    let bare = line[...].trimmed
    guard !bare.isEmpty else { return nil }
    guard let article = ArticleObject(json: bare) else {
      tally.damaged += 1
      if reader.fill(1) == 0 { tally.cutShort = 1 }
      return nil
    }
    guard let page = article.page(place) else {
      tally.withoutText += 1
      return nil
    }
    return page
  }

  /// The next line; `nil` at the end.
  private func line() throws(ArchiveError) -> [UInt8]? {
    var wanted = 1 << 14
    while true {
      let got = reader.fill(wanted)
      guard got > 0 else {
        guard let problem = reader.problem else { return nil }
        guard problem.code == .damaged else { throw problem }
        tally.damaged += 1
        guard bytes.recover(where: { $0.first == 0x7B }) else {
          tally.cutShort = 1
          return nil
        }
        continue
      }
      if let end = reader.find([0x0A], within: got) {
        let line = reader.peek(end)
        reader.skip(end + 1)
        return line
      }
      if got < wanted, reader.problem == nil {
        let line = reader.peek(got)
        reader.skip(got)
        return line
      }
      if got < wanted {
        // The line breaks off where the file is damaged.
        reader.skip(got)
      } else if got >= ArchiveFile.largestEntry {
        tally.tooLarge += 1
        skipLine()
      } else {
        wanted = min(wanted * 4, ArchiveFile.largestEntry)
      }
    }
  }

  private func skipLine() {
    while true {
      if let end = reader.find([0x0A], within: FileSection.piece) {
        reader.skip(end + 1)
        return
      }
      let seen = reader.fill(FileSection.piece)
      guard seen > 0 else { return }
      reader.skip(seen)
    }
  }
}
