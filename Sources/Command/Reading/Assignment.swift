import HearsayArchives

/// What a worker is given to do.
struct Assignment: Sendable {
  enum Work: Sendable {
    /// A report of its own.
    case input(Input)
    /// A report in an archive.
    case page(ArchivedPage)
    /// An archive has come to its end.
    case endOfArchive
    /// An archive cannot be opened or read on.
    case failure(InputError)
  }

  /// The place in the order in which results are given out.
  let number: Int
  let work: Work
  /// How far the archive has been read with this.
  var archive: ArchiveState?
  /// Bytes of all inputs that are done with this, for telling progress.
  let bytesDone: Int

  /// Bytes that are held in memory for it.
  var weight: Int {
    if case .page(let page) = work { page.bytes.count } else { 0 }
  }
}

/// How far an archive has been read.
struct ArchiveState: Sendable {
  /// The archive as it was named.
  let name: String
  /// Its path from the root.
  let path: String
  /// Where to read on.
  let place: ArchivePlace
  /// What was counted up to the place.
  let tally: ArchiveTally
}
