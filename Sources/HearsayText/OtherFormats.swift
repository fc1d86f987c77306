/// Kinds of files that people have and that are not read: what they are, and what to do with them.
///
/// Told by the first bytes, since names often tell something else.
package enum OtherFormats {
  /// What a file is and how it can be made readable; `nil` for all that is read, or at least not known.
  package static func advice(on bytes: some Collection<UInt8>) -> String? {
    // Compound files (MS-CFB) tell what is in them by names in UTF-16.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return compound(Array(bytes))
    }
    for (mark, advice) in marks where bytes.starts(with: mark) { return advice }
    // The mark of a tar file stands behind the name of the first file in it.
    if bytes.dropFirst(257).starts(with: Array("ustar".utf8)) { return unpack("a tar file") }
    if bytes.dropFirst(60).starts(with: Array("BOOKMOBI".utf8)) {
      return "a Kindle book: not read; save it as EPUB, HTML or text"
    }
    if bytes.dropFirst(4).starts(with: Array("ftyp".utf8)) { return "film or sound: not read" }
    return nil
  }

  private static func compound(_ bytes: [UInt8]) -> String {
    func holds(_ name: String) -> Bool {
      bytes.firstRange(of: name.utf8.flatMap { [$0, 0] }) != nil
    }
    if holds("__nameid_version1.0") || holds("__properties_version1.0") {
      return "an Outlook mail: not read; save it as .eml or text"
    }
    if holds("Workbook") {
      return
        "an Excel workbook: not read; save the sheet as CSV and name a column (--column)"
    }
    if holds("WordDocument") {
      return "a Word document of before 2007: not read; save it as .docx, PDF, HTML or text"
    }
    return "a Microsoft Office file: not read; save it as .docx, PDF, HTML or text"
  }

  private static func unpack(_ name: String) -> String { "\(name): not read; unpack it" }

  private static let marks: [([UInt8], String)] = [
    (Array("7z".utf8) + [0xBC, 0xAF, 0x27, 0x1C], unpack("packed with 7-Zip")),
    (Array("Rar!".utf8), unpack("packed with RAR")),
    ([0x28, 0xB5, 0x2F, 0xFD], unpack("packed with zstd")),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], unpack("packed with xz")),
    (Array("BZh".utf8), unpack("packed with bzip2")),
    ([0x89, 0x50, 0x4E, 0x47], "a picture: not read"), ([0xFF, 0xD8, 0xFF], "a picture: not read"),
    (Array("GIF8".utf8), "a picture: not read"),
    (Array("RIFF".utf8), "a picture or sound: not read"),
    ([0x49, 0x49, 0x2A, 0x00], "a picture: not read"),
    ([0x4D, 0x4D, 0x00, 0x2A], "a picture: not read"),
    (Array("ID3".utf8), "sound: not read"), (Array("OggS".utf8), "film or sound: not read"),
    (Array("SQLite format 3".utf8), "a database (SQLite): not read"),
    (
      Array("bplist00".utf8),
      "a Safari web archive or another property list: not read; save the page as HTML or PDF"
    ),
    (
      Array("PAR1".utf8), "a table (Parquet): not read; save it as CSV and name a column (--column)"
    ),
  ]
}
