import FoundationEssentials
import HearsayRecords

/// Reads web archives in WARC 0.17 to 1.1, plain, with a gzip member a record, or gzipped as a whole.
///
/// A record is believed if its length leads to the next record or the end. Otherwise it is counted as damaged, and
/// reading goes on with the next line that begins as a record does.
final class WARCReader: PlacedReader {
  /// The head of a record is no longer.
  private static let longestHead = 1 << 16
  private static let magic = Array("WARC/".utf8)
  /// The most empty lines between records that are passed over.
  private static let longestGap = 64
  /// How often an archive is gone back in when a record claims to be longer than all that follows.
  private static let mostReturns = 4

  var tally = ArchiveTally()
  let bytes: PlacedBytes
  private var returns = 0
  /// Up to this position no head ends.
  private var headless = 0

  init(_ bytes: PlacedBytes) { self.bytes = bytes }

  /// Records that begin from here on are not read.
  private var limit = Int.max

  func confine(to range: Range<Int>) throws(ArchiveError) {
    limit = range.upperBound
    try bytes.goToFirst(from: range.lowerBound, where: { $0.starts(with: Self.magic) })
    guard range.lowerBound > 0, !bytes.isCompressed else { return }
    // A line that looks like the first of a record is one if a head follows that has what heads have.
    var isHere = goToNextRecord(from: 1)
    while isHere, !(head()?.isComplete ?? false) {
      isHere = goToNextRecord(from: Self.magic.count)
    }
  }

  func next() throws(ArchiveError) -> ArchivedPage? {
    while true {
      switch try step() {
      case .page(let page):
        tally.pages += 1
        return page
      case .passedOver: continue
      case .end: return nil
      }
    }
  }

  private enum Step {
    case page(ArchivedPage)
    case passedOver
    case end
  }

  private func step() throws(ArchiveError) -> Step {
    while reader.look(1, { $0.first == 0x0D || $0.first == 0x0A }) { reader.skip(1) }
    guard reader.fill(1) > 0 else {
      guard let problem = reader.problem else { return .end }
      guard problem.code == .damaged else { throw problem }
      return damaged(recover())
    }
    guard limit == .max || bytes.place.offset < limit else { return .end }
    guard reader.comes(Self.magic) else { return damaged(goToNextRecord(from: 1)) }
    guard let head = head(), let length = head.length else {
      return damaged(goToNextRecord(from: headSize() ?? Self.magic.count))
    }
    return try length <= ArchiveFile.largestEntry ? read(head, length) : passOver(head, length)
  }

  /// Counts damage; where no record comes behind it, the archive is cut short.
  private func damaged(_ goesOn: Bool) -> Step {
    tally.damaged += 1
    guard !goesOn else { return .passedOver }
    tally.cutShort = 1
    return .end
  }

  private func head() -> RecordHead? {
    headSize().map { size in reader.look(size) { RecordHead($0) } }
  }

  /// Bytes of the head that begins here; `nil` if it has no end.
  ///
  /// Where no head was found to end is not looked through again for the next that begins there: a file of nothing but
  /// beginnings would take for ever.
  private func headSize() -> Int? {
    let known = max(0, headless - bytes.position)
    return reader.look(Self.longestHead) { window in
      // The end may have begun in the bytes looked through before.
      let rest = window.dropFirst(max(0, known - 4))
      guard let size = HeaderLines.length(ofHeadIn: rest) else {
        headless = bytes.position + window.count
        return nil
      }
      return rest.startIndex - window.startIndex + size
    }
  }

  /// A record that memory can hold is looked at as a whole before it is believed.
  private func read(_ head: RecordHead, _ length: Int) -> Step {
    let place = bytes.place
    let whole = head.size + length
    // A length that goes beyond the file is wrong; nothing need be read to see that.
    let isBeyond = bytes.knownRest.map { whole > $0 } ?? false
    let got = isBeyond ? 0 : reader.fill(whole)
    let start = bytes.position
    if let next = bytes.memberStart(in: (start + 1)..<(start + max(got, 1))),
      reader.comes(Self.magic, after: next - start)
    {
      // The next record begins before this one's length is used up.
      tally.damaged += 1
      reader.skip(next - start)
      return .passedOver
    }
    guard got == whole, endsARecord(after: whole) else {
      return damaged(goToNextRecord(from: head.size))
    }
    let page = reader.look(whole) { self.page(head, $0.dropFirst(head.size), place) }
    reader.skip(whole)
    return page.map { .page($0) } ?? .passedOver
  }

  /// Whether `offset` bytes from here a record may end: there is the empty line that belongs there, or behind line
  /// ends comes another record, or nothing, or what cannot be read, which is no fault of this one.
  private func endsARecord(after offset: Int) -> Bool {
    if reader.comes([0x0D, 0x0A, 0x0D, 0x0A], after: offset) { return true }
    let gap = reader.look(offset + Self.longestGap) { bytes in
      bytes.dropFirst(offset).prefix { $0 == 0x0D || $0 == 0x0A }.count
    }
    let end = offset + gap
    if reader.comes(Self.magic, after: end) || reader.fill(end + 1) <= end { return true }
    return bytes.memberStart(in: (bytes.position + end)..<(bytes.position + end + 1)) != nil
  }

  /// A record that is larger than any page is not kept in memory.
  private func passOver(_ head: RecordHead, _ length: Int) throws(ArchiveError) -> Step {
    reader.skip(head.size)
    let start = bytes.place
    if let rest = bytes.knownRest {
      if length <= rest { bytes.skip(length) }
      if length <= rest, endsARecord(after: 0) { return passedOver(head) }
      // A plain file can be gone back in for nothing.
      try bytes.go(to: start)
      return damaged(goToNextRecord(from: 0))
    }
    var left = length
    while left > 0 {
      let got = reader.fill(min(left, FileSection.piece))
      let here = bytes.position
      if got > 0, let next = bytes.memberStart(in: here..<(here + got)),
        reader.comes(Self.magic, after: next - here)
      {
        tally.damaged += 1
        reader.skip(next - here)
        return .passedOver
      }
      guard got > 0 else {
        return damaged(try goBack(to: start) || recover())
      }
      reader.skip(got)
      left -= got
    }
    if endsARecord(after: 0) { return passedOver(head) }
    return damaged(try goBack(to: start) || goToNextRecord(from: 0))
  }

  private func passedOver(_ head: RecordHead) -> Step {
    switch head.kind {
    case .response, .resource, .conversion: tally.tooLarge += 1
    case .revisit: tally.revisits += 1
    case .other: tally.otherRecords += 1
    }
    return .passedOver
  }

  /// Looks for records in what was passed over for a length that was wrong.
  private func goBack(to place: ArchivePlace) throws(ArchiveError) -> Bool {
    guard reader.problem == nil, bytes.canGoBack, returns < Self.mostReturns else { return false }
    returns += 1
    headless = 0
    try bytes.go(to: place)
    return goToNextRecord(from: 0)
  }

  /// Goes to where a line or a gzip member begins as a record does, `offset` bytes from here or later.
  private func goToNextRecord(from offset: Int) -> Bool {
    var last: UInt8 = 0x0A
    if offset > 0 { last = reader.look(offset) { $0.last ?? last } }
    reader.skip(offset)
    while true {
      let start = bytes.position
      if let found = reader.find(Self.magic, within: FileSection.piece) {
        let before = found > 0 ? reader.look(found) { $0.last ?? last } : last
        let isMember = bytes.memberStart(in: (start + found)..<(start + found + 1)) != nil
        reader.skip(found)
        if before == 0x0A || isMember { return true }
        last = Self.magic[0]
        reader.skip(1)
        continue
      }
      let seen = reader.fill(FileSection.piece)
      // The magic may begin in the last bytes seen.
      let step = seen - (Self.magic.count - 1)
      guard step > 0 else {
        reader.skip(seen)
        return reader.problem?.code == .damaged ? recover() : false
      }
      last = reader.look(step) { $0.last ?? last }
      reader.skip(step)
    }
  }

  private func recover() -> Bool {
    bytes.recover { $0.starts(with: Self.magic) }
  }
}

// What a record holds.
extension WARCReader {
  private func page(
    _ head: RecordHead, _ block: ArraySlice<UInt8>, _ place: ArchivePlace
  ) -> ArchivedPage? {
    switch head.kind {
    case .response: return answer(head, block, place)
    case .resource, .conversion: return resource(head, block, place)
    case .revisit:
      tally.revisits += 1
      return nil
    case .other:
      tally.otherRecords += 1
      return nil
    }
  }

  private func answer(
    _ head: RecordHead, _ block: ArraySlice<UInt8>, _ place: ArchivePlace
  ) -> ArchivedPage? {
    guard head.isWebAddress else {
      tally.otherTypes += 1
      return nil
    }
    switch HTTPAnswer.page(block, address: head.address) {
    case .page(let bytes, let type): return page(head, bytes, type, place)
    case .passedOver(let count): count(&tally)
    }
    return nil
  }

  private func resource(
    _ head: RecordHead, _ block: ArraySlice<UInt8>, _ place: ArchivePlace
  ) -> ArchivedPage? {
    if let provenance = head.provenance, var page = page(head, Array(block), nil, place) {
      page.take(provenance, stood: head.date)
      return page
    }
    guard head.isWebAddress, PageType.isRead(head.contentType), !PageType.isRobots(head.address)
    else {
      tally.otherTypes += 1
      return nil
    }
    return page(head, Array(block), head.contentType, place)
  }

  private func page(
    _ head: RecordHead, _ bytes: [UInt8], _ type: String?, _ place: ArchivePlace
  ) -> ArchivedPage? {
    guard !bytes[...].trimmed.isEmpty else {
      tally.withoutText += 1
      return nil
    }
    var page = ArchivedPage(place: place, bytes: bytes)
    page.address = head.address
    page.fetched = head.date
    page.contentType = type
    return page
  }
}

/// The head of a WARC record.
private struct RecordHead {
  enum Kind { case response, resource, conversion, revisit, other }

  /// Bytes of the head with the empty line.
  let size: Int
  let kind: Kind
  let address: String?
  let date: String?
  let contentType: String?
  /// What Hearsay knew of the block when it read it, in archives that it wrote itself.
  let provenance: Provenance?
  /// Bytes of the block; `nil` if the head does not say it.
  let length: Int?
  /// Whether it says what kind of record it is, and which.
  private let isNamed: Bool

  init(_ bytes: ArraySlice<UInt8>) {
    size = bytes.count
    let lines = HeaderLines(bytes)
    kind =
      switch lines["warc-type"]?.lowercased() {
      case "response": .response
      case "resource": .resource
      case "conversion": .conversion
      case "revisit": .revisit
      default: .other
      }
    isNamed = lines["warc-type"] != nil && lines["warc-record-id"] != nil
    address = lines["warc-target-uri"].map { uri in
      // Some writers of version 1.0 put the address in angle brackets.
      uri.hasPrefix("<") && uri.hasSuffix(">") ? String(uri.dropFirst().dropLast()) : uri
    }
    date = lines["warc-date"]
    contentType = lines["content-type"]
    provenance = lines.bytes("hearsay-provenance").flatMap {
      try? JSONDecoder().decode(Provenance.self, from: Data($0))
    }
    length = lines["content-length"].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
  }

  /// Whether it has what the head of every record has.
  var isComplete: Bool { length != nil && isNamed }

  /// Whether the address is one of a page: archives also keep DNS answers, and texts and pictures of pages under
  /// names of their own.
  var isWebAddress: Bool {
    guard let scheme = address?.prefix(while: { $0 != ":" }).lowercased() else { return false }
    return ["http", "https", "ftp", "file"].contains(scheme)
  }
}
