#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file somewhere that gets its name only when it is whole.
///
/// A link stays and what it leads to is written anew; a device or pipe, such as `/dev/null`, is written into and never replaced.
package final class PublishedFile {
  private let path: String
  private let draft: DraftFile
  /// Whether the draft stands beside its place, to be moved there.
  private let isBeside: Bool
  private var isPublished = false

  /// Begins a file; what stands at the path stays until it is published.
  ///
  /// - Throws: ``LedgerError`` if nothing can be written there.
  package init(_ path: String) throws(LedgerError) {
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    isBeside = !exists || status.st_mode & S_IFMT == S_IFREG
    // Only what exists can be behind a link.
    let real = exists && isBeside ? unsafe realpath(path, nil) : nil
    defer { unsafe free(real) }
    let place = unsafe real.map { unsafe String(cString: $0) } ?? path
    self.path = place
    let slash = place.lastIndex(of: "/")
    let folder = slash.map { String(place[...$0]) } ?? "./"
    let prefix = "." + place[(slash.map(place.index(after:)) ?? place.startIndex)...] + ".draft-"
    do {
      draft = isBeside ? try DraftFile(in: folder, prefix: prefix) : try DraftFile(into: place)
    } catch {
      throw LedgerError(
        error.isFullDisk ? .full : .readOnly, "\(path) cannot be written (\(error))")
    }
    if isBeside { DraftFile.removeAbandoned(in: folder, prefix: prefix) }
  }

  deinit { if isBeside, !isPublished { draft.discard() } }

  /// Adds bytes.
  ///
  /// - Throws: ``LedgerError``.
  package func write(_ bytes: [UInt8]) throws(LedgerError) {
    do {
      try draft.write(bytes)
    } catch {
      throw LedgerError(
        error.isFullDisk ? .full : .readOnly, "\(path) cannot be written (\(error))")
    }
  }

  /// Gives it its name.
  ///
  /// - Throws: ``LedgerError``.
  package func publish() throws(LedgerError) {
    guard isBeside else { return }
    do {
      try draft.publish(as: path)
      isPublished = true
    } catch {
      throw LedgerError(
        error.isFullDisk ? .full : .readOnly, "\(path) cannot be written (\(error))")
    }
  }
}
