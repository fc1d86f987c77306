/// Kinds of files that people have and that are not read: what they are, and what to do with them.
///
/// Told by the first bytes, since names often tell something else.
enum OtherFormats {
  /// What a file is and how it can be made readable; `nil` for all that is read, or at least not known.
  static func advice(on bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) { return packed(bytes) }
    // Compound files (MS-CFB) tell what is in them by names in UTF-16.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return contains(bytes, "__nameid_version1.0".utf8.flatMap { [$0, 0] })
        ? "an Outlook mail: not read; save it as .eml or text" : document("a Microsoft Office file")
    }
    if bytes.starts(with: Array("{\\rtf".utf8)) { return document("an RTF document") }
    if bytes.starts(with: Array("filedesc://".utf8)) {
      return "an ARC file (web archives before 2009): not read; convert it to WARC"
    }
    if bytes.starts(with: [0x1F, 0x8B]) {
      return "packed with gzip: not read; unpack it, or name it .warc.gz, .jsonl.gz or .mbox.gz"
    }
    return nil
  }

  /// Zip files by the entry that each kind has (OOXML, OpenDocument, EPUB).
  private static func packed(_ bytes: [UInt8]) -> String {
    let head = Array(bytes.prefix(128))
    for (mark, name) in [
      ("application/epub+zip", "an EPUB book"),
      ("application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument workbook"),
      ("application/vnd.oasis.opendocument", "an OpenDocument text"),
    ] where contains(head, Array(mark.utf8)) {
      return document(name)
    }
    // The directory with all names is at the end; the first entries are at the start.
    let ends = Array(bytes.prefix(edge)) + Array(bytes.suffix(edge))
    for (mark, name) in [
      ("word/", "a Word document"), ("xl/", "an Excel workbook"), ("ppt/", "PowerPoint slides"),
    ] where contains(ends, Array(mark.utf8)) {
      return document(name)
    }
    return "a zip file: not read; unpack it"
  }

  /// How far from either end of a zip file names are looked for.
  private static let edge = 1 << 16

  private static func document(_ name: String) -> String {
    "\(name): not read; save it as PDF, HTML or text"
  }

  private static func contains(_ bytes: [UInt8], _ mark: [UInt8]) -> Bool {
    bytes.firstRange(of: mark) != nil
  }
}
