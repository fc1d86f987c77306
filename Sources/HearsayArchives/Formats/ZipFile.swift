/// Reads what zip files are: web archives, documents, books, or pages that somebody put together.
enum ZipFile {
  /// Entries inflate to no more than this, all together, unless the file is large itself: what does is a bomb.
  static let bombSize = 1 << 30
  static let bombRatio = 200
  /// Zip files in zip files are not opened deeper.
  static let deepest = 2

  /// A reader of what a zip file holds, told by the entries that each kind has.
  static func reader(_ file: OpenFile, depth: Int) throws(ArchiveError) -> any ArchiveReader {
    let entries = try ZipDirectory.entries(of: file)
    let names = Dictionary(entries.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    if let entry = names["word/document.xml"] {
      return DocumentReader(file) { _ throws(ArchiveError) in
        WordText.document(try bytes(of: entry, in: file, most: XMLPull.largest))
      }
    }
    let type = try names["mimetype"].map { entry throws(ArchiveError) in
      try bytes(of: entry, in: file, most: 1 << 10)[...].trimmed.text
    }
    if names["META-INF/container.xml"] != nil, type == "application/epub+zip" || type == nil,
      names["content.xml"] == nil
    {
      return try BookReader(file, names)
    }
    if let type, type.hasPrefix("application/vnd.oasis.opendocument.") {
      guard let entry = names["content.xml"], type.contains(".text") else {
        throw ArchiveError(
          .notAnArchive,
          type.contains("spreadsheet")
            ? "an OpenDocument workbook: not read; save the sheet as CSV and name a column (--column)"
            : "OpenDocument slides or drawings: not read; save it as PDF, HTML or text")
      }
      return DocumentReader(file) { _ throws(ArchiveError) in
        OpenDocumentText.document(try bytes(of: entry, in: file, most: XMLPull.largest))
      }
    }
    if names["xl/workbook.xml"] != nil || names["xl/workbook.bin"] != nil {
      throw ArchiveError(
        .notAnArchive,
        "an Excel workbook: not read; save the sheet as CSV and name a column (--column)")
    }
    if names["ppt/presentation.xml"] != nil {
      throw ArchiveError(.notAnArchive, "PowerPoint slides: not read; save it as PDF or text")
    }
    if let web = try? WACZReader(file, entries) { return web }
    guard depth < deepest else { throw ArchiveError(.notAnArchive, "a zip file in a zip file") }
    return try ZipPagesReader(file, entries, depth: depth)
  }

  /// What an entry holds.
  ///
  /// - Throws: ``ArchiveError`` if it is damaged, or larger than `most` bytes.
  static func bytes(
    of entry: ZipEntry, in file: OpenFile, most: Int
  ) throws(ArchiveError) -> [UInt8] {
    let range = try entry.contents(in: file)
    guard range.count <= most else { throw tooLarge }
    var packed: [UInt8] = []
    guard try file.read(range.count, at: range.lowerBound, into: &packed) == range.count else {
      throw ArchiveError(.damaged, "an entry of the zip file is cut off")
    }
    guard entry.isDeflated else { return packed }
    switch Inflater.all(packed[...], .raw, most: most) {
    case .bytes(let bytes): return bytes
    case .tooLarge: throw tooLarge
    case .damaged: throw ArchiveError(.damaged, "an entry of the zip file is damaged")
    }
  }

  private static let tooLarge = ArchiveError(
    .tooLarge, "an entry of the zip file is larger than any report")
}

/// Reads the chapters of a book (EPUB), each as a page: books of news have a report in each.
final class BookReader: ArchiveReader {
  private(set) var tally = ArchiveTally()
  private let file: OpenFile
  private let entries: [ZipEntry?]
  private let book: BookPackage
  private var number = 0
  /// Bytes that chapters have inflated to.
  private var inflated = 0

  init(_ file: OpenFile, _ names: [String: ZipEntry]) throws(ArchiveError) {
    guard let container = names["META-INF/container.xml"],
      let path = BookPackage.path(
        container: try ZipFile.bytes(of: container, in: file, most: 1 << 20)),
      let package = names[path]
    else { throw ArchiveError(.notAnArchive, "a book (EPUB) without its list of chapters") }
    self.file = file
    book = BookPackage(try ZipFile.bytes(of: package, in: file, most: 16 << 20), at: path)
    entries = book.chapters.map { names[$0] }
  }

  var place: ArchivePlace { ArchivePlace(entry: number) }
  var bytesRead: Int {
    number < entries.count ? entries[number]?.start ?? 0 : file.count
  }

  func go(to place: ArchivePlace) throws(ArchiveError) {
    guard place.entry <= entries.count else {
      throw ArchiveError(.damaged, "the file has fewer entries")
    }
    number = place.entry
  }

  func next() throws(ArchiveError) -> ArchivedPage? {
    while number < entries.count {
      defer { number += 1 }
      guard let entry = entries[number] else {
        tally.damaged += 1
        continue
      }
      do throws(ArchiveError) {
        let bytes = try ZipFile.bytes(of: entry, in: file, most: ArchiveFile.largestEntry)
        inflated += bytes.count
        guard inflated < ZipFile.bombSize || inflated / ZipFile.bombRatio < file.count else {
          throw ArchiveError(.damaged, "it inflates beyond all measure")
        }
        tally.pages += 1
        return page(bytes, entry)
      } catch {
        guard error.code == .tooLarge || error.code == .damaged, inflated < ZipFile.bombSize else {
          throw error
        }
        if error.code == .tooLarge { tally.tooLarge += 1 } else { tally.damaged += 1 }
      }
    }
    return nil
  }

  private func page(_ bytes: [UInt8], _ entry: ZipEntry) -> ArchivedPage {
    var page = ArchivedPage(place: ArchivePlace(entry: number), bytes: bytes)
    page.contentType = "application/xhtml+xml"
    page.entry = entry.name
    page.outlet = book.publisher
    page.byline = book.creator
    page.language = book.language
    page.published = book.date
    return page
  }
}
