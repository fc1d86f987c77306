/// A file in a zip file.
struct ZipEntry {
  let name: String
  /// Bytes from the start of the file to the entry's own header.
  let start: Int
  /// Bytes that its contents take in the file.
  let size: Int
  let isDeflated: Bool

  private static let headerSize = 30

  /// Where its contents are.
  func contents(in file: OpenFile) throws(ArchiveError) -> Range<Int> {
    var header: [UInt8] = []
    let count = try file.read(Self.headerSize, at: start, into: &header)
    guard count == Self.headerSize, header.starts(with: [0x50, 0x4B, 3, 4]) else {
      throw ArchiveError(.damaged, "no entry where the zip directory has one")
    }
    let begin = start + Self.headerSize + header.number(2, at: 26) + header.number(2, at: 28)
    guard begin + size <= file.count else {
      throw ArchiveError(.damaged, "an entry of the zip file is cut off")
    }
    return begin..<(begin + size)
  }
}

/// The list of entries at the end of a zip file (PKWARE APPNOTE 6.3.10; Zip64 included).
enum ZipDirectory {
  /// The most that is read of a directory: a million entries with long names.
  private static let largest = 128 << 20
  private static let endSize = 22
  private static let longestComment = 1 << 16
  private static let entrySize = 46

  /// The entries, in the order of the file; those that are encrypted, compressed in other ways than deflate, or lie
  /// over each other (as in bombs) are left out.
  static func entries(of file: OpenFile) throws(ArchiveError) -> [ZipEntry] {
    let place = try directory(of: file)
    guard place.count <= largest else {
      throw ArchiveError(.notAnArchive, "its zip directory is too large")
    }
    var bytes: [UInt8] = []
    guard try file.read(place.count, at: place.lowerBound, into: &bytes) == place.count else {
      throw ArchiveError(.notAnArchive, "its zip directory is cut off")
    }
    var entries: [ZipEntry] = []
    var at = 0
    while at + entrySize <= bytes.count, bytes[at...].starts(with: [0x50, 0x4B, 1, 2]) {
      let nameSize = bytes.number(2, at: at + 28)
      let extraSize = bytes.number(2, at: at + 30)
      let end = at + entrySize + nameSize + extraSize + bytes.number(2, at: at + 32)
      guard end <= bytes.count else { break }
      if let entry = entry(bytes, at: at, nameSize: nameSize, extraSize: extraSize) {
        entries.append(entry)
      }
      at = end
    }
    var last = 0
    return entries.sorted { $0.start < $1.start }.filter { entry in
      guard entry.start >= last else { return false }
      last = entry.start + entry.size
      return true
    }
  }

  private static func entry(
    _ bytes: [UInt8], at: Int, nameSize: Int, extraSize: Int
  ) -> ZipEntry? {
    let method = bytes.number(2, at: at + 10)
    let isEncrypted = bytes.number(2, at: at + 8) & 1 == 1
    guard !isEncrypted, method == 0 || method == 8 else { return nil }
    let nameStart = at + entrySize
    let extra = bytes[(nameStart + nameSize)..<(nameStart + nameSize + extraSize)]
    // Numbers of all ones stand in the Zip64 field instead, in this order.
    var wide = Zip64(extra)
    let inflated = bytes.number(4, at: at + 24)
    if inflated == 0xFFFF_FFFF { _ = wide.next() }
    var size = bytes.number(4, at: at + 20)
    if size == 0xFFFF_FFFF { size = wide.next() ?? size }
    var start = bytes.number(4, at: at + 42)
    if start == 0xFFFF_FFFF { start = wide.next() ?? start }
    guard size >= 0, start >= 0, size < 1 << 62, start < 1 << 62 else { return nil }
    return ZipEntry(
      name: bytes[nameStart..<(nameStart + nameSize)].text, start: start, size: size,
      isDeflated: method == 8)
  }

  /// Where the directory is, as the last bytes of the file say.
  private static func directory(of file: OpenFile) throws(ArchiveError) -> Range<Int> {
    let tailStart = max(0, file.count - longestComment - endSize)
    var tail: [UInt8] = []
    _ = try file.read(file.count - tailStart, at: tailStart, into: &tail)
    var end = tail.count - endSize
    while end >= 0, !tail[end...].starts(with: [0x50, 0x4B, 5, 6]) { end -= 1 }
    guard end >= 0 else { throw ArchiveError(.notAnArchive, "not a zip file") }
    var size = tail.number(4, at: end + 12)
    var start = tail.number(4, at: end + 16)
    if start == 0xFFFF_FFFF || size == 0xFFFF_FFFF || tail.number(2, at: end + 10) == 0xFFFF {
      let locator = end - 20
      guard locator >= 0, tail[locator...].starts(with: [0x50, 0x4B, 6, 7]) else {
        throw ArchiveError(.notAnArchive, "its Zip64 directory is not where it should be")
      }
      var record: [UInt8] = []
      let at = tail.number(8, at: locator + 8)
      guard at >= 0, at < file.count, try file.read(56, at: at, into: &record) == 56,
        record.starts(with: [0x50, 0x4B, 6, 6])
      else { throw ArchiveError(.notAnArchive, "its Zip64 directory is not where it should be") }
      size = record.number(8, at: 40)
      start = record.number(8, at: 48)
    }
    guard start >= 0, size >= 0, start <= file.count, size <= file.count - start else {
      throw ArchiveError(.notAnArchive, "its zip directory is cut off")
    }
    return start..<(start + size)
  }
}

/// The wide numbers of an entry.
private struct Zip64 {
  private var rest: ArraySlice<UInt8> = []

  init(_ extra: ArraySlice<UInt8>) {
    var fields = extra
    while fields.count >= 4 {
      let all = Array(fields.prefix(4))
      let (id, size) = (all.number(2, at: 0), all.number(2, at: 2))
      let body = fields.dropFirst(4).prefix(size)
      if id == 1 {
        rest = body
        return
      }
      fields = fields.dropFirst(4 + size)
    }
  }

  mutating func next() -> Int? {
    guard rest.count >= 8 else { return nil }
    defer { rest = rest.dropFirst(8) }
    return Array(rest.prefix(8)).number(8, at: 0)
  }
}

extension [UInt8] {
  /// A number of `size` bytes with the lowest first; -1 if it is larger than any file.
  fileprivate func number(_ size: Int, at place: Int) -> Int {
    let value = self[place..<(place + size)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(exactly: value) ?? -1
  }
}
