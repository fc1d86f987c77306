/// Reads a JSON file: a report, a list of some, or what services and programs write around such lists.
final class JSONFileReader: ArchiveReader {
  /// Larger files are refused: they are held in memory as they are.
  private static let largest = 512 << 20

  private(set) var tally = ArchiveTally()
  private(set) var bytesRead = 0
  private let file: OpenFile
  private var taken = 0
  private var bytes: [UInt8] = []
  private var items: [JSONLists.Item]?

  init(_ file: OpenFile) { self.file = file }

  /// Elements of the list count as offsets: the file is read as a whole anyway.
  var place: ArchivePlace { ArchivePlace(offset: taken) }

  func go(to place: ArchivePlace) { taken = place.offset }

  func next() throws(ArchiveError) -> ArchivedPage? {
    if items == nil { items = try read() }
    let items = items ?? []
    while taken < items.count {
      defer { taken += 1 }
      guard items[taken].value.count <= ArchiveFile.largestEntry else {
        tally.tooLarge += 1
        continue
      }
      guard let node = JSONParser.value(bytes[items[taken].value]) else {
        tally.damaged += 1
        continue
      }
      let holder = items[taken].holder
      let report = JSONReport(JSONPosts.completed(node, in: holder), in: holder)
      if var page = report.page(ArchivePlace(offset: taken)) {
        tally.pages += 1
        page.isWholeFile = items.count == 1
        if !page.isWholeFile { page.entry = report.names["id"]?.words }
        return page
      }
      tally.count(withoutText: report)
    }
    return nil
  }

  private func read() throws(ArchiveError) -> [JSONLists.Item] {
    guard file.count <= Self.largest else {
      throw ArchiveError(
        .notAnArchive, "larger than \(Self.largest >> 20) MiB; write JSON Lines instead")
    }
    bytesRead = try file.read(file.count, at: 0, into: &bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let items = JSONLists.items(in: bytes)
    guard !items.isEmpty else {
      throw ArchiveError(.notAnArchive, "neither a JSON object nor a list of them")
    }
    return items
  }
}

extension ArchiveTally {
  /// Counts an object that has no text.
  mutating func count(withoutText report: JSONReport) {
    if report.isOnlyAddress {
      onlyAddresses = (onlyAddresses ?? 0) + 1
    } else {
      withoutText += 1
    }
  }
}
