/// Standard input, whose first bytes can be looked at before it is read.
///
/// One after the other looks and reads: the list of inputs before a run, the queue in it. So nothing guards it.
package final class StandardInput: @unchecked Sendable {
  /// What is read.
  let stream: StreamSupply

  /// - Parameter descriptor: Another file to read in its place.
  package init(_ descriptor: Int32 = 0) { stream = StreamSupply(descriptor) }

  /// What it is, as its first bytes tell.
  package var nature: FileNature { FileNature(stream.head(FileNature.head)) }

  /// All of it.
  ///
  /// - Throws: ``ArchiveError`` if it cannot be read, or has more than `most` bytes.
  package func bytes(most: Int) throws(ArchiveError) -> [UInt8] {
    var bytes: [UInt8] = []
    while try stream.refill(&bytes) {
      guard bytes.count <= most else {
        throw ArchiveError(.unreadable, "larger than \(most >> 20) MiB; no report is")
      }
    }
    return bytes
  }
}
