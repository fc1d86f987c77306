import FoundationEssentials
package import HearsayArchives
import HearsayLedger

/// Keeps count of the archives in a run and bookmarks how far they have been read.
///
/// Bookmarks stay until the whole run is done, so that of many archives those that were finished are not read again
/// when the run is continued.
package struct ArchiveLog {
  /// What became of the pages of an archive, in this run and the earlier ones that it continues.
  package struct Counts: Codable, Sendable {
    /// Reports that were read.
    package var read = 0
    /// Reports that were met before in the run; `nil` for none, as in bookmarks of older versions.
    package var repeated: Int?
    /// Pages without the text of a report.
    package var withoutReport = 0
    /// What the archive was found to hold.
    package var tally = ArchiveTally()
  }

  /// What a page was found to be.
  enum Page: Sendable {
    case report, repeated, withoutReport
  }

  /// How often bookmarks are moved: as much is read again at most after a kill.
  private static let pace = Duration.milliseconds(500)

  /// Where archives are begun.
  private(set) var starts: [String: ArchiveStart] = [:]
  private var counts: [String: Counts] = [:]
  private var stamps: [String: String] = [:]
  /// Archives of which a report could not be kept: their bookmarks must not go beyond it.
  private var held: Set<String> = []
  private var lastMark: ContinuousClock.Instant?
  private var lastState: ArchiveState?
  private let ledger: Ledger?

  /// Looks up how far archives among the inputs were read before.
  ///
  /// - Parameters:
  ///   - inputs: All inputs of the run.
  ///   - ledger: Where bookmarks are kept; without one everything begins at the start.
  ///   - reader: What reads, in words; bookmarks of another reader do not count.
  ///   - range: Which part of archives is read; bookmarks of another part do not count.
  ///   - continues: Whether bookmarks of earlier runs count.
  /// - Throws: ``LedgerError``.
  init(
    _ inputs: [Input], ledger: Ledger?, reader: String, range: Range<Int>? = nil, continues: Bool
  ) async throws(LedgerError) {
    self.ledger = ledger
    let part = range.map { " \($0.lowerBound)-\($0.upperBound)" } ?? ""
    for case .archive(let name, _) in inputs {
      let path = name == "-" ? name : FileSystem.absolute(name)
      counts[path] = Counts()
      guard let ledger, let stamp = FileSystem.stamp(path) else { continue }
      let words = "\(stamp.size) \(stamp.seconds).\(stamp.nanoseconds) \(reader)\(part)"
      stamps[path] = words
      guard continues, let mark = try await ledger.bookmark(in: path, stamp: words),
        let place = ArchivePlace(mark.place),
        let before = try? JSONDecoder().decode(Counts.self, from: Data(mark.tally.utf8))
      else { continue }
      starts[path] = ArchiveStart(place: place, tally: before.tally)
      counts[path] = before
    }
  }

  /// How many reports were read in earlier runs that this one continues; `nil` if it continues none.
  var before: Int? {
    starts.isEmpty ? nil : starts.keys.reduce(0) { $0 + (counts[$1]?.read ?? 0) }
  }

  /// How many reports were read, in this run and those that it continues.
  var reports: Int { counts.values.reduce(0) { $0 + $1.read } }

  /// Counts a page, of which everything before is in the ledger.
  mutating func count(
    _ page: Page, _ state: ArchiveState, at now: ContinuousClock.Instant
  ) async throws(LedgerError) {
    switch page {
    case .report: counts[state.path]?.read += 1
    case .repeated:
      let before = counts[state.path]?.repeated ?? 0
      counts[state.path]?.repeated = before + 1
    case .withoutReport: counts[state.path]?.withoutReport += 1
    }
    counts[state.path]?.tally = state.tally
    lastState = state
    guard lastMark.map({ now - $0 >= Self.pace }) ?? true else { return }
    lastMark = now
    try await mark(state)
  }

  /// Leaves the bookmark where it is, so that another run tries again what could not be kept.
  mutating func hold(_ state: ArchiveState) { held.insert(state.path) }

  /// Takes in the end of an archive.
  ///
  /// - Returns: What it held, for a person.
  mutating func end(_ state: ArchiveState) async throws(LedgerError) -> Summary {
    counts[state.path]?.tally = state.tally
    lastState = nil
    try await mark(state)
    return Summary(name: state.name, counts: counts[state.path] ?? Counts())
  }

  /// Moves the bookmark to where a run was stopped.
  func pause() async throws(LedgerError) {
    if let lastState { try await mark(lastState) }
  }

  /// Takes the bookmarks out again after a run that was not stopped.
  func finish() async throws(LedgerError) {
    guard let ledger else { return }
    for path in stamps.keys { try await ledger.removeBookmark(in: path) }
  }

  private func mark(_ state: ArchiveState) async throws(LedgerError) {
    guard let ledger, !held.contains(state.path), let stamp = stamps[state.path],
      let counts = counts[state.path],
      let tally = try? JSONEncoder().encode(counts)
    else { return }
    try await ledger.put(
      Bookmark(
        archive: state.path, stamp: stamp, place: state.place.description,
        tally: String(decoding: tally, as: UTF8.self)))
  }
}

extension ArchiveLog {
  /// What an archive held.
  package struct Summary: Sendable {
    /// The archive as it was named.
    package let name: String
    package let counts: Counts

    /// Whether it was just one report, of which there is nothing more to say.
    package var isOneReport: Bool {
      counts.read == 1
        && counts.tally.skipped + counts.withoutReport + (counts.repeated ?? 0) == 0
    }

    /// Whether something in it was lost.
    package var hasDamage: Bool {
      counts.tally.damaged > 0 || counts.tally.tooLarge > 0 || (counts.tally.cutShort ?? 0) > 0
    }
  }
}
