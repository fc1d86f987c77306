import HearsayText

/// Reads the pages, texts, mails and documents in a zip file, one after the other.
final class ZipPagesReader: ArchiveReader {
  private let file: OpenFile
  private let entries: [ZipEntry]
  private let depth: Int
  private var number = 0
  private var own = ArchiveTally()
  /// The reader of the entry at hand, if that holds several.
  private var inner: (any ArchiveReader)?
  private var inflated = 0

  /// What plain texts in a zip file are called.
  private static let texts = [
    ".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx",
  ]

  init(_ file: OpenFile, _ entries: [ZipEntry], depth: Int) throws(ArchiveError) {
    self.file = file
    self.depth = depth
    self.entries = entries.filter { entry in
      let name = entry.name.split(separator: "/").last ?? ""
      return !entry.name.hasSuffix("/") && !entry.name.hasPrefix("__MACOSX/")
        && !name.hasPrefix(".")
    }
    guard !self.entries.isEmpty else {
      throw ArchiveError(.notAnArchive, "a zip file without anything that can be unpacked")
    }
  }

  /// An entry with several reports is read again from its start by whoever goes on in the middle of it.
  var place: ArchivePlace { ArchivePlace(entry: number) }
  var tally: ArchiveTally { inner.map { own + $0.tally } ?? own }
  var bytesRead: Int { number < entries.count ? entries[number].start : file.count }

  func go(to place: ArchivePlace) throws(ArchiveError) {
    guard place.entry <= entries.count else {
      throw ArchiveError(.damaged, "the file has fewer entries")
    }
    number = place.entry
    inner = nil
    own = ArchiveTally()
  }

  func next() throws(ArchiveError) -> ArchivedPage? {
    while number < entries.count {
      if let inner {
        if let page = try? inner.next() { return named(page) }
        own = tally
        self.inner = nil
        number += 1
        continue
      }
      do throws(ArchiveError) {
        if let page = try page(of: entries[number]) {
          number += 1
          return page
        }
        if inner == nil { number += 1 }
      } catch {
        switch error.code {
        case .tooLarge: own.tooLarge += 1
        case .notAnArchive: own.otherTypes += 1
        case .damaged where inflated < ZipFile.bombSize: own.damaged += 1
        default: throw error
        }
        number += 1
      }
    }
    return nil
  }

  /// The page that an entry is; `nil` if it holds several, or none.
  private func page(of entry: ZipEntry) throws(ArchiveError) -> ArchivedPage? {
    let bytes = try ZipFile.bytes(of: entry, in: file, most: ArchiveFile.largestEntry)
    inflated += bytes.count
    guard inflated < ZipFile.bombSize || inflated / ZipFile.bombRatio < file.count else {
      throw ArchiveError(.damaged, "it inflates beyond all measure")
    }
    switch FileNature(bytes[...]) {
    case .page: return self.page(bytes, entry)
    case .archive(.feed), .archive(.table), .table, .unread:
      own.otherTypes += 1
    case .archive(let kind):
      guard kind != .gzip, kind != .zip || depth + 1 < ZipFile.deepest else {
        own.countPacked(kind.word)
        return nil
      }
      let supply = MemorySupply(bytes)
      let file = try OpenFile(allOf: supply)
      inner = try ArchiveFile.reader(kind, file, nil, depth: depth + 1) { PlacedBytes(file) }
    case .other:
      let name = entry.name.lowercased()
      if Self.texts.contains(where: name.hasSuffix), !Charset.isBinary(bytes[...]) {
        return self.page(bytes, entry)
      }
      own.otherTypes += 1
    }
    return nil
  }

  private func page(_ bytes: [UInt8], _ entry: ZipEntry) -> ArchivedPage? {
    guard !bytes[...].trimmed.isEmpty else {
      own.withoutText += 1
      return nil
    }
    own.pages += 1
    var page = ArchivedPage(place: ArchivePlace(entry: number), bytes: bytes)
    page.entry = entry.name
    return page
  }

  private func named(_ page: ArchivedPage) -> ArchivedPage {
    let entry = entries[number].name
    var named = page.moved(to: ArchivePlace(entry: number))
    named.entry = page.isWholeFile ? entry : "\(entry)#\(page.entry ?? "\(page.place)")"
    return named
  }
}
