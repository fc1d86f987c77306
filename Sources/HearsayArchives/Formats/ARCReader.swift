/// Reads web archives in ARC (Internet Archive, versions 1 and 2; before WARC), plain, with a gzip member a record, or gzipped as
/// a whole.
///
/// A record is a line that ends in a length, and so many bytes. Where a line is none, reading goes on with the next that is.
final class ARCReader: PlacedReader {
  /// The line that begins a record is no longer.
  private static let longestLine = 1 << 14
  private static let schemes = ["http://", "https://", "filedesc://", "ftp://", "dns:"].map {
    Array($0.utf8)
  }

  var tally = ArchiveTally()
  let bytes: PlacedBytes

  init(_ bytes: PlacedBytes) { self.bytes = bytes }

  func next() throws(ArchiveError) -> ArchivedPage? {
    while true {
      guard try goOn(where: { Self.begins($0[...]) }) else { return nil }
      let place = bytes.place
      guard let head = reader.look(Self.longestLine, { ARCHead($0) }) else {
        tally.damaged += 1
        skipLine()
        continue
      }
      reader.skip(head.size)
      guard head.length <= ArchiveFile.largestEntry else {
        tally.tooLarge += 1
        bytes.skip(head.length)
        continue
      }
      let block = reader.peek(head.length)
      guard block.count == head.length else {
        tally.damaged += 1
        tally.cutShort = 1
        reader.skip(block.count)
        continue
      }
      reader.skip(head.length)
      if let page = page(head, block[...], place) {
        tally.pages += 1
        return page
      }
    }
  }

  private func page(
    _ head: ARCHead, _ block: ArraySlice<UInt8>, _ place: ArchivePlace
  ) -> ArchivedPage? {
    guard head.address.hasPrefix("http") else {
      tally.otherRecords += 1
      return nil
    }
    switch HTTPAnswer.page(block, address: head.address) {
    case .page(let bytes, let type):
      var page = ArchivedPage(place: place, bytes: bytes)
      page.address = head.address
      page.fetched = StatedDate.iso(head.date)
      page.contentType = type
      return page
    case .passedOver(let count): count(&tally)
    }
    return nil
  }

  private static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
    schemes.contains { bytes.starts(with: $0) }
  }

  private func skipLine() {
    let length = reader.find([0x0A], within: FileSection.piece)
    reader.skip(length.map { $0 + 1 } ?? FileSection.piece)
  }

  /// "http://news.example/a 192.0.2.1 20080304050607 text/html 1234": of version 2 with five words more before the length.
  private struct ARCHead {
    let address: String
    let date: String
    let length: Int
    /// Bytes of the line with its end.
    let size: Int

    init?(_ bytes: ArraySlice<UInt8>) {
      guard ARCReader.begins(bytes), let end = bytes.firstIndex(of: 0x0A) else { return nil }
      let words = bytes[..<end].trimmed.split(separator: 0x20)
      guard words.count >= 5, let length = words.last.flatMap({ Int($0.text) }), length >= 0,
        // Addresses in old archives have blanks in them.
        let date = words.dropFirst(2).first(where: { word in
          word.count == 14 && word.allSatisfy { (0x30...0x39).contains($0) }
        })
      else { return nil }
      address = words[0].text
      self.date = date.text
      self.length = length
      size = end + 1 - bytes.startIndex
    }
  }
}
