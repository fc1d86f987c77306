/// Reads an archive from a place on, one page at a time; what is damaged or no page is passed over and counted.
///
/// Not to be shared between threads.
package protocol ArchiveReader: AnyObject {
  /// The next page; `nil` at the end.
  ///
  /// - Throws: ``ArchiveError`` if the file itself cannot be read on.
  func next() throws(ArchiveError) -> ArchivedPage?

  /// Goes to a place that this reader, or another of the same file, told before.
  ///
  /// - Throws: ``ArchiveError`` if there is no such place.
  func go(to place: ArchivePlace) throws(ArchiveError)

  /// Leaves out all that begins before a part of the file, or behind it; to be called before anything is read.
  ///
  /// - Throws: ``ArchiveError`` if parts of such archives cannot be read.
  func confine(to range: Range<Int>) throws(ArchiveError)

  /// Where the entry behind the last page begins.
  var place: ArchivePlace { get }

  /// What was found since the start, or since ``go(to:)``.
  var tally: ArchiveTally { get }

  /// Bytes of the file that have been read, for telling progress.
  var bytesRead: Int { get }
}

/// A reader of an archive that comes in order, of which the place is that of its bytes.
protocol PlacedReader: ArchiveReader {
  var bytes: PlacedBytes { get }
  var tally: ArchiveTally { get set }
}

extension PlacedReader {
  var reader: ByteReader { bytes.reader }
  var place: ArchivePlace { bytes.place }
  var bytesRead: Int { bytes.bytesRead }

  func go(to place: ArchivePlace) throws(ArchiveError) { try bytes.go(to: place) }

  /// Goes over empty lines, and over what is damaged up to where an entry begins.
  ///
  /// - Returns: Whether there is more to read.
  /// - Throws: ``ArchiveError`` if the file itself cannot be read on.
  func goOn(where begins: ([UInt8]) -> Bool) throws(ArchiveError) -> Bool {
    while true {
      while reader.look(1, { $0.first == 0x0D || $0.first == 0x0A }) { reader.skip(1) }
      if reader.fill(1) > 0 { return true }
      guard let problem = reader.problem else { return false }
      guard problem.code == .damaged else { throw problem }
      tally.damaged += 1
      guard bytes.recover(where: begins) else {
        tally.cutShort = 1
        return false
      }
    }
  }
}

extension ArchiveReader {
  /// Most archives are read whole or not at all.
  package func confine(to range: Range<Int>) throws(ArchiveError) {
    throw ArchiveError(.notAnArchive, "only of WARC and of JSON Lines can parts be read")
  }
}
