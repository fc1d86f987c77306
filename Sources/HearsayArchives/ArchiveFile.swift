/// Opens archives: files that hold many reports, or a report in a wrapping.
package enum ArchiveFile {
  /// Larger entries are passed over: no report is this long, and memory must not grow with what an archive holds.
  package static let largestEntry = 32 << 20

  /// What kinds of archives are read.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case warc, wacz, arc, jsonLines, json, mailbox, message, pdf, rtf, docx, odt, epub, zip, gzip,
      feed, table

    /// As a person names it: by what names of such files end in.
    package var word: String {
      switch self {
      case .jsonLines: "jsonl"
      case .mailbox: "mbox"
      case .message: "eml"
      case .gzip: "gz"
      case .table: "csv"
      default: rawValue
      }
    }

    /// The kind that a person names.
    package init?(word: String) {
      guard let kind = Self.allCases.first(where: { $0.word == word }) else { return nil }
      self = kind
    }
  }

  /// What names of archives end in.
  ///
  /// Only files whose first bytes tell nothing are what their names say.
  package static let endings: [(ending: String, kind: Kind)] = [
    (".warc", .warc), (".warc.gz", .warc), (".wacz", .wacz), (".arc", .arc), (".arc.gz", .arc),
    (".jsonl", .jsonLines), (".jsonl.gz", .jsonLines), (".ndjson", .jsonLines),
    (".ndjson.gz", .jsonLines), (".json", .json), (".mbox", .mailbox), (".mbox.gz", .mailbox),
    (".eml", .message), (".mht", .message), (".mhtml", .message), (".pdf", .pdf), (".rtf", .rtf),
    (".docx", .docx), (".odt", .odt), (".epub", .epub), (".zip", .zip),
  ]

  /// The kind that a file's name tells; `nil` for all other files.
  package static func kind(ofName name: String) -> Kind? {
    let name = name.lowercased()
    return endings.first { name.hasSuffix($0.ending) }?.kind
  }

  /// A reader of the archive at a path, at its start.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - kind: What it is.
  ///   - columns: Where in a table the reports stand.
  /// - Returns: The reader.
  /// - Throws: ``ArchiveError`` if it cannot be opened or is not of that kind.
  package static func open(
    _ path: String, as kind: Kind, columns: TableColumns? = nil
  ) throws(ArchiveError) -> any ArchiveReader {
    let file = try OpenFile(path)
    guard file.count > 0 else { throw ArchiveError(.damaged, "the file is empty") }
    guard !file.isAllZeros else { throw ArchiveError(.damaged, "it holds only zeros") }
    return try reader(kind, file, columns) { PlacedBytes(file) }
  }

  /// A reader of the archive that comes from standard input.
  ///
  /// What has many reports is read as it comes; what is one, or has its directory at the end, is put into a file first.
  ///
  /// - Throws: ``ArchiveError`` if it is not of that kind.
  package static func open(
    _ input: StandardInput, as kind: Kind, columns: TableColumns? = nil
  ) throws(ArchiveError) -> any ArchiveReader {
    let stream = input.stream
    if kind.comesInOrder { return try reader(kind, nil, columns) { PlacedBytes(stream) } }
    let file = try OpenFile(allOf: stream)
    guard file.count > 0 else { throw ArchiveError(.damaged, "nothing came") }
    return try reader(kind, file, columns) { PlacedBytes(file) }
  }

  static func reader(
    _ kind: Kind, _ file: OpenFile?, _ columns: TableColumns?, depth: Int = 0,
    bytes: () -> PlacedBytes
  ) throws(ArchiveError) -> any ArchiveReader {
    switch (kind, file) {
    case (.jsonLines, _): return JSONLinesReader(bytes())
    case (.mailbox, _): return MailboxReader(bytes())
    case (.warc, _): return WARCReader(bytes())
    case (.arc, _): return ARCReader(bytes())
    case (.table, _):
      guard let columns else { throw ArchiveError(.notAnArchive, "a table; name a column of it") }
      return try TableReader(bytes(), columns)
    case (.json, let file?): return JSONFileReader(file)
    case (.message, let file?): return MessageReader(file)
    case (.pdf, let file?): return PDFReader(file)
    case (.rtf, let file?): return DocumentReader(file, RTFText.document)
    case (.wacz, let file?): return try WACZReader(file, try ZipDirectory.entries(of: file))
    case (.docx, let file?), (.odt, let file?), (.epub, let file?),
      (.zip, let file?):
      return try ZipFile.reader(file, depth: depth)
    case (.gzip, let file?): return try GzipReader(file, columns, depth: depth)
    case (.feed, _): throw ArchiveError(.notAnArchive, "a feed")
    default: preconditionFailure("\(kind) is read from a file")
    }
  }
}

extension ArchiveFile.Kind {
  /// Whether it is read from front to end, so that it can be read as it comes.
  var comesInOrder: Bool {
    switch self {
    case .warc, .arc, .jsonLines, .mailbox, .table: true
    default: false
    }
  }
}
