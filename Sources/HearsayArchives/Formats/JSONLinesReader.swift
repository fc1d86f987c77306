/// Reads reports from JSON Lines: an object a line, of any shape that is known.
final class JSONLinesReader: ArchiveReader {
  private(set) var tally = ArchiveTally()
  private let bytes: PlacedBytes
  private var reader: ByteReader { bytes.reader }

  init(_ bytes: PlacedBytes) { self.bytes = bytes }

  /// Reports of a line that holds several, last first, and where the line begins.
  private var waiting: [ArchivedPage] = []
  private var line = ArchivePlace()

  /// A line of which reports are still to come is read again by whoever goes on from here.
  var place: ArchivePlace { waiting.isEmpty ? bytes.place : line }
  var bytesRead: Int { bytes.bytesRead }

  /// Lines that begin from here on are not read.
  private var limit = Int.max

  func go(to place: ArchivePlace) throws(ArchiveError) {
    waiting = []
    try bytes.go(to: place)
  }

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
    while waiting.isEmpty {
      line = bytes.place
      guard limit == .max || line.offset < limit else { return nil }
      guard let bytes = try nextLine() else { return nil }
      take(bytes)
    }
    tally.pages += 1
    return waiting.popLast()
  }

  private func take(_ bytes: [UInt8]) {
    let bare = Array(bytes[...].trimmed)
    guard !bare.isEmpty else { return }
    guard bare.first == UInt8(ascii: "{"), let node = JSONParser.value(bare[...]) else {
      tally.damaged += 1
      if reader.fill(1) == 0 { tally.cutShort = 1 }
      return
    }
    let report = JSONReport(JSONPosts.completed(node, in: .null))
    if let page = report.page(line) {
      waiting = [page]
      return
    }
    // A line of an answer of a service, with a list in it.
    let items = JSONLists.items(in: bare)
    guard items.count > 1 || items.first.map({ $0.value.count < bare.count }) ?? false else {
      tally.count(withoutText: report)
      return
    }
    for (number, item) in items.enumerated().reversed() {
      guard let node = JSONParser.value(bare[item.value]) else { continue }
      let report = JSONReport(JSONPosts.completed(node, in: item.holder), in: item.holder)
      guard var page = report.page(line) else {
        tally.count(withoutText: report)
        continue
      }
      page.entry = "\(line).\(number)"
      waiting.append(page)
    }
  }

  /// The next line; `nil` at the end.
  private func nextLine() throws(ArchiveError) -> [UInt8]? {
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
