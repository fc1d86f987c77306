/// Opens archives: files that hold many reports, or a report in a wrapping.
package enum ArchiveFile {
  /// Larger entries are passed over: no report is this long, and memory must not grow with what an archive holds.
  package static let largestEntry = 32 << 20

  /// What kinds of archives are read.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case warc, wacz, jsonLines, json, mailbox, message, pdf

    /// As a person names it: by what names of such files end in.
    package var word: String {
      switch self {
      case .jsonLines: "jsonl"
      case .mailbox: "mbox"
      case .message: "eml"
      case .warc, .wacz, .json, .pdf: rawValue
      }
    }

    /// What it is called.
    package var title: String {
      switch self {
      case .warc: "a web archive (WARC)"
      case .wacz: "a web archive (WACZ)"
      case .jsonLines: "JSON Lines"
      case .json: "JSON"
      case .mailbox: "a mailbox"
      case .message: "a mail"
      case .pdf: "PDF"
      }
    }

    /// The kind that a person names.
    package init?(word: String) {
      guard let kind = Self.allCases.first(where: { $0.word == word }) else { return nil }
      self = kind
    }
  }

  /// What names of archives end in.
  package static let endings: [(ending: String, kind: Kind)] = [
    (".warc", .warc), (".warc.gz", .warc), (".wacz", .wacz),
    (".jsonl", .jsonLines), (".jsonl.gz", .jsonLines), (".ndjson", .jsonLines),
    (".ndjson.gz", .jsonLines), (".json", .json), (".mbox", .mailbox), (".mbox.gz", .mailbox),
    (".eml", .message),
    (".pdf", .pdf),
  ]

  /// The kind that a file's name tells; `nil` for all other files.
  package static func kind(ofName name: String) -> Kind? {
    let name = name.lowercased()
    return endings.first { name.hasSuffix($0.ending) }?.kind
  }

  /// The kind that a file's first bytes tell, for files whose names tell nothing: WARC, also compressed, or PDF.
  package static func kind(ofContents path: String) -> Kind? {
    guard let file = try? OpenFile(path) else { return nil }
    let reader = PlacedBytes(file).reader
    if reader.comes(Array("WARC/".utf8)) { return .warc }
    return reader.comes(Array("%PDF-".utf8)) ? .pdf : nil
  }

  /// A reader of the archive at a path, at its start.
  ///
  /// - Throws: ``ArchiveError`` if it cannot be opened or is not of that kind.
  package static func open(_ path: String, as kind: Kind) throws(ArchiveError) -> any ArchiveReader
  {
    let file = try OpenFile(path)
    guard file.count > 0 else { throw ArchiveError(.damaged, "the file is empty") }
    guard !file.isAllZeros else { throw ArchiveError(.damaged, "it holds only zeros") }
    return try reader(kind, file) { PlacedBytes(file) }
  }

  /// A reader of the archive that comes from standard input.
  ///
  /// What has many reports is read as it comes; what is one, or has its directory at the end, is put into a file first.
  ///
  /// - Throws: ``ArchiveError`` if it is not of that kind.
  package static func open(standardInputAs kind: Kind) throws(ArchiveError) -> any ArchiveReader {
    let stream = StreamSupply(0)
    switch kind {
    case .warc, .jsonLines, .mailbox: return try reader(kind, nil) { PlacedBytes(stream) }
    case .wacz, .json, .message, .pdf:
      return try reader(kind, try OpenFile(allOf: stream)) { PlacedBytes(stream) }
    }
  }

  private static func reader(
    _ kind: Kind, _ file: OpenFile?, bytes: () -> PlacedBytes
  ) throws(ArchiveError) -> any ArchiveReader {
    switch (kind, file) {
    case (.wacz, let file?): return try WACZReader(file)
    case (.json, let file?): return JSONFileReader(file)
    case (.message, let file?): return MessageReader(file)
    case (.pdf, let file?): return PDFReader(file)
    case (.jsonLines, _): return JSONLinesReader(bytes())
    case (.mailbox, _): return MailboxReader(bytes())
    case (.warc, _): return WARCReader(bytes())
    case (.wacz, nil), (.json, nil), (.message, nil), (.pdf, nil):
      preconditionFailure("\(kind) is read from a file")
    }
  }

  /// The kind that bytes tell which came without a name, where they cannot be a page or plain text.
  package static func kind(ofBytes bytes: [UInt8]) -> Kind? {
    if bytes.starts(with: Array("WARC/".utf8)) || GzipSupply.isMagic(bytes) { return .warc }
    if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
    let bare = bytes[...].drop { $0 <= 0x20 }
    let second = bare.dropFirst().first { $0 > 0x20 }
    if bare.first == UInt8(ascii: "["), second == UInt8(ascii: "{") { return .json }
    if bare.first == UInt8(ascii: "{"), second == UInt8(ascii: "\"") {
      let lines = bare.split(separator: 0x0A, maxSplits: 1)
      return lines.count > 1 && lines[0].trimmed.last == UInt8(ascii: "}") ? .jsonLines : .json
    }
    return isMessage(bytes) ? .message : nil
  }

  /// Whether bytes begin with headers as every mail has them and no plain text.
  private static func isMessage(_ bytes: [UInt8]) -> Bool {
    guard let length = HeaderLines.length(ofHeadIn: bytes.prefix(1 << 16)) else { return false }
    let headers = HeaderLines(bytes.prefix(length))
    let isMail = ["message-id", "received", "mime-version"].contains { headers.bytes($0) != nil }
    return isMail && ["from", "subject", "date"].contains { headers.bytes($0) != nil }
  }
}
