/// Reads the WARC files in a WACZ file (a zip of web archives with their indexes), one after the other.
final class WACZReader: ArchiveReader {
  private let file: OpenFile
  private let entries: [ZipEntry]
  private var number = 0
  private var current: WARCReader?
  /// What the entries before the current one held.
  private var before = ArchiveTally()

  init(_ file: OpenFile, _ entries: [ZipEntry]) throws(ArchiveError) {
    self.file = file
    self.entries = entries.filter { entry in
      let name = entry.name.lowercased()
      return name.hasPrefix("archive/") && (name.hasSuffix(".warc") || name.hasSuffix(".warc.gz"))
    }
    guard !self.entries.isEmpty else {
      throw ArchiveError(.notAnArchive, "no WARC files under archive/ in it")
    }
  }

  var place: ArchivePlace {
    guard let current else { return ArchivePlace(entry: number) }
    var place = current.place
    place.entry = number
    return place
  }

  var tally: ArchiveTally { current.map { before + $0.tally } ?? before }

  var bytesRead: Int {
    guard number < entries.count else { return file.count }
    return entries[number].start + (current?.bytesRead ?? 0)
  }

  func go(to place: ArchivePlace) throws(ArchiveError) {
    guard place.entry <= entries.count else {
      throw ArchiveError(.damaged, "the file has fewer entries")
    }
    number = place.entry
    current = nil
    before = ArchiveTally()
    guard number < entries.count else { return }
    current = try open(entries[number])
    try current?.go(to: place)
  }

  func next() throws(ArchiveError) -> ArchivedPage? {
    while number < entries.count {
      if current == nil {
        do {
          current = try open(entries[number])
        } catch {
          guard error.code == .damaged else { throw error }
          before.damaged += 1
          number += 1
          continue
        }
      }
      if let page = try current?.next() {
        var place = page.place
        place.entry = number
        return page.moved(to: place)
      }
      before = tally
      current = nil
      number += 1
    }
    return nil
  }

  private func open(_ entry: ZipEntry) throws(ArchiveError) -> WARCReader {
    let range = try entry.contents(in: file)
    return entry.isDeflated
      ? WARCReader(PlacedBytes(deflated: file, range)) : WARCReader(PlacedBytes(file, range))
  }
}
