/// Opens archives: files that hold many reports, or a report in a wrapping.
package enum ArchiveFile {
  /// Larger entries are passed over: no report is this long, and memory must not grow with what an archive holds.
  package static let largestEntry = 32 << 20

  /// What kinds of archives are read.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case warc, wacz, jsonLines, json, mailbox, message, pdf
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
    switch kind {
    case .warc: return WARCReader(PlacedBytes(file))
    case .wacz: return try WACZReader(file)
    case .jsonLines: return JSONLinesReader(PlacedBytes(file))
    case .json: return JSONFileReader(file)
    case .mailbox: return MailboxReader(PlacedBytes(file))
    case .message: return MessageReader(file)
    case .pdf: return PDFReader(file)
    }
  }
}
