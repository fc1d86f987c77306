import HearsayArchives

/// Gives out the inputs of a run one after the other, and of archives the pages in them, each when it is asked for.
///
/// Not more of an archive is in memory than a page and what its reader looks ahead.
actor InputQueue: AssignmentQueue {
  private struct Current {
    let name: String
    let path: String
    let reader: any ArchiveReader
    /// What was counted in earlier runs.
    let before: ArchiveTally

    var state: ArchiveState {
      ArchiveState(name: name, path: path, place: reader.place, tally: before + reader.tally)
    }
  }

  /// What an address or standard input counts for in telling progress.
  private static let usualSize = 1 << 16

  /// Bytes of all inputs together.
  nonisolated let allBytes: Int
  private let inputs: [Input]
  private let sizes: [Int]
  private let starts: [String: ArchiveStart]
  private let range: Range<Int>?
  private let columns: TableColumns?
  private let standardInput: StandardInput
  private var next = 0
  private var given = 0
  private var bytesDone = 0
  private var current: Current?

  /// A queue of inputs; `starts` says for archives, by their paths from the root, where to begin, and `range` in which part
  /// of them entries must begin to be read; `columns` says where in tables reports stand.
  init(
    _ inputs: [Input], starts: [String: ArchiveStart], range: Range<Int>? = nil,
    columns: TableColumns? = nil, standardInput: StandardInput = StandardInput()
  ) {
    self.range = range
    self.columns = columns
    self.standardInput = standardInput
    self.inputs = inputs
    self.starts = starts
    sizes = inputs.map { input in
      switch input {
      case .file(let path), .archive(let path, _): FileSystem.stamp(path)?.size ?? 0
      case .bytes(let given): given.bytes.count
      case .page, .standardInput: Self.usualSize
      }
    }
    allBytes = sizes.reduce(0, +)
  }

  /// How many assignments were given out.
  var count: Int { given }

  /// The next assignment; `nil` after the last.
  func assignment() -> Assignment? {
    if let current { return continued(current) }
    guard next < inputs.count else { return nil }
    let input = inputs[next]
    guard case .archive(let name, let kind) = input else { return finished(.input(input)) }
    do throws(ArchiveError) {
      let current = try opened(name, kind)
      self.current = current
      return continued(current)
    } catch {
      return finished(.failure(InputError(name: name, reason: error.reason)))
    }
  }

  private func opened(_ name: String, _ kind: ArchiveFile.Kind) throws(ArchiveError) -> Current {
    guard name != "-" else {
      let reader =
        kind == .feed
        ? try FeedFileReader(standardInput.bytes(most: FeedFileReader.largest), path: name)
        : try ArchiveFile.open(standardInput, as: kind, columns: columns)
      return Current(name: name, path: name, reader: reader, before: ArchiveTally())
    }
    let path = FileSystem.absolute(name)
    let reader =
      kind == .feed
      ? try FeedFileReader(path: path) : try ArchiveFile.open(path, as: kind, columns: columns)
    if let range { try reader.confine(to: range) }
    guard let start = starts[path] else {
      return Current(name: name, path: path, reader: reader, before: ArchiveTally())
    }
    try reader.go(to: start.place)
    return Current(name: name, path: path, reader: reader, before: start.tally)
  }

  private func continued(_ archive: Current) -> Assignment {
    do throws(ArchiveError) {
      if let page = try archive.reader.next() {
        return given(
          .page(page), archive.state, bytesDone + min(archive.reader.bytesRead, sizes[next]))
      }
      current = nil
      return finished(.endOfArchive, archive.state)
    } catch {
      current = nil
      return finished(.failure(InputError(name: archive.name, reason: error.reason)))
    }
  }

  /// The last, or only, assignment of an input.
  private func finished(_ work: Assignment.Work, _ state: ArchiveState? = nil) -> Assignment {
    bytesDone += sizes[next]
    next += 1
    return given(work, state, bytesDone)
  }

  private func given(_ work: Assignment.Work, _ state: ArchiveState?, _ bytes: Int) -> Assignment {
    defer { given += 1 }
    return Assignment(number: given, work: work, archive: state, bytesDone: bytes)
  }
}

/// Where an archive is begun because what stands before was read in an earlier run.
struct ArchiveStart: Sendable {
  let place: ArchivePlace
  let tally: ArchiveTally
}
