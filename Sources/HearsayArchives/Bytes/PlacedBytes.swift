/// The bytes of a file, inflated if it is compressed with gzip, and where in the file they stand.
final class PlacedBytes {
  let reader: ByteReader
  /// Bytes of the file, or of the part of it.
  let count: Int
  /// What can be moved to any place; what a zip file deflates cannot.
  private let section: FileSection?
  private let gzip: GzipSupply?

  /// An entry of a zip file that is deflated: it can only be read from its start on.
  init(deflated file: OpenFile, _ range: Range<Int>) {
    section = nil
    count = Int.max
    let isCompressed = ByteReader(RawSupply(FileSection(file, range))).look(3) {
      GzipSupply.isMagic($0)
    }
    let raw = RawSupply(FileSection(file, range))
    gzip = isCompressed ? GzipSupply(raw) : nil
    reader = ByteReader(gzip ?? raw)
  }

  /// Bytes that come as they come, such as from a pipe: there is no going back in them.
  init(_ stream: StreamSupply) {
    section = nil
    count = Int.max
    gzip = GzipSupply.isMagic(stream.head(3)) ? GzipSupply(stream) : nil
    reader = ByteReader(gzip ?? stream)
  }

  init(_ file: OpenFile, _ range: Range<Int>? = nil) {
    let section = FileSection(file, range)
    self.section = section
    count = section.range.count
    let head = ByteReader(FileSection(file, range)).peek(16)
    // A compressed file of which the first bytes are damaged is still no text.
    let isNoText = head.contains { $0 < 9 || $0 > 0x7E }
    let isCompressed = GzipSupply.isMagic(head) || file.path.hasSuffix(".gz") && isNoText
    let gzip = isCompressed ? GzipSupply(section) : nil
    self.gzip = gzip
    reader = ByteReader(gzip ?? section)
  }

  /// The number of the next byte among all those inflated.
  var position: Int { reader.position }

  /// Where the next byte stands.
  var place: ArchivePlace {
    guard let gzip else { return ArchivePlace(offset: position) }
    // At the very end of a member, what comes next begins with the next one.
    if gzip.marks.last?.start ?? 0 <= position { _ = reader.fill(1) }
    gzip.forgetMarks(before: position)
    guard let mark = gzip.marks.first, mark.start <= position else {
      return ArchivePlace(offset: gzip.offset)
    }
    return ArchivePlace(offset: mark.offset, inside: position - mark.start)
  }

  /// Bytes of the file that were used.
  var bytesRead: Int { gzip?.offset ?? position }

  /// How many bytes there are from here on, where that can be told without inflating them.
  var knownRest: Int? { gzip == nil && section != nil ? count - position : nil }

  /// Whether the bytes are inflated from others.
  var isCompressed: Bool { gzip != nil }

  /// Whether a place before this one can be gone to.
  var canGoBack: Bool { section != nil }

  /// Goes to the first place that may be one to begin at, in a part of the file that begins at an offset: of a compressed file
  /// the first gzip member there that begins as it should, of others the byte before.
  func goToFirst(from offset: Int, where isStart: ([UInt8]) -> Bool) throws(ArchiveError) {
    guard offset > 0 else { return }
    guard let section else {
      throw ArchiveError(.notAnArchive, "only of files can parts be read")
    }
    guard offset < count else {
      section.seek(to: count)
      reader.restart(at: count)
      return
    }
    if let gzip {
      gzip.seek(to: offset)
      _ = gzip.findMember(where: isStart)
      reader.restart(at: gzip.produced)
    } else {
      section.seek(to: offset - 1)
      reader.restart(at: offset - 1)
    }
  }

  /// Goes to a place that was told before.
  func go(to place: ArchivePlace) throws(ArchiveError) {
    guard place.offset <= count else { throw ArchiveError(.damaged, "the file is shorter") }
    var ahead = place.inside
    if let gzip {
      guard gzip.seek(to: place.offset) else {
        throw ArchiveError(.damaged, "the file is shorter")
      }
      reader.restart(at: gzip.produced)
    } else if let section {
      section.seek(to: place.offset)
      reader.restart(at: place.offset)
    } else {
      ahead = place.offset - position
    }
    guard ahead >= 0, reader.skip(ahead) == ahead else {
      throw reader.problem ?? ArchiveError(.damaged, "the file is shorter")
    }
  }

  /// Goes on by many bytes; a plain file is not read for that.
  func skip(_ bytes: Int) {
    guard let section, gzip == nil, bytes > FileSection.piece else {
      reader.skip(bytes)
      return
    }
    let target = min(position + bytes, count)
    section.seek(to: target)
    reader.restart(at: target)
  }

  /// The first position in a range of those already inflated at which a gzip member begins.
  func memberStart(in range: Range<Int>) -> Int? {
    gzip?.marks.first { range.contains($0.start) }?.start
  }

  /// After the supply has failed: goes to the next part of the file that begins as it should.
  ///
  /// - Returns: `false` if there is none.
  func recover(where isStart: ([UInt8]) -> Bool) -> Bool {
    guard let gzip, reader.problem?.code == .damaged, gzip.recover(where: isStart) else {
      return false
    }
    reader.restart(at: gzip.produced)
    return true
  }
}
