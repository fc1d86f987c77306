/// Where something begins in an archive: enough to read on from there without reading what stands before.
package struct ArchivePlace: Hashable, Sendable, CustomStringConvertible {
  /// For a file of files (WACZ), which of them, from 0.
  package var entry = 0
  /// Bytes from the start of the file, or of the entry; for compressed ones, of the gzip member.
  package var offset = 0
  /// Bytes from the start of what the gzip member inflates to.
  package var inside = 0

  package init(entry: Int = 0, offset: Int = 0, inside: Int = 0) {
    self.entry = entry
    self.offset = offset
    self.inside = inside
  }

  /// Reads ``description`` back.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let entry = parts[0], let offset = parts[1], let inside = parts[2],
      min(entry, offset, inside) >= 0
    else { return nil }
    self.init(entry: entry, offset: offset, inside: inside)
  }

  /// The three numbers with full stops between them.
  package var description: String { "\(entry).\(offset).\(inside)" }
}
