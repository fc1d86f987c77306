import Hearsay
import HearsayArchives

/// Gives out what is to be done, one after the other.
protocol AssignmentQueue: Sendable {
  /// The next assignment; `nil` after the last.
  func assignment() async -> Assignment?
  /// How many were given out.
  var count: Int { get async }
}

/// A page that was fetched because a feed named it.
struct FetchedPage: Sendable {
  /// The address that the feed names, which stands for its versions.
  let address: String
  let bytes: [UInt8]
  let contentType: String?
  /// When it was fetched, ISO 8601.
  let fetched: String
  /// What the feed says of it.
  let stated: StatedDetails
}

/// What a worker is given to do.
struct Assignment: Sendable {
  enum Work: Sendable {
    /// A report of its own.
    case input(Input)
    /// A report in an archive.
    case page(ArchivedPage)
    /// A report that a feed named.
    case fetched(FetchedPage)
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
    switch work {
    case .page(let page): page.bytes.count
    case .fetched(let page): page.bytes.count
    case .input, .endOfArchive, .failure: 0
    }
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
