import FoundationEssentials
import HearsayArchives
import HearsayLedger

/// Keeps count of the archives in a run and bookmarks how far they have been read.
///
/// Bookmarks stay until the whole run is done, so that of many archives those that were finished are not read again
/// when the run is continued.
struct ArchiveLog {
  /// What became of the pages of an archive, in this run and the earlier ones that it continues.
  struct Counts: Codable {
    var read = 0
    /// Pages without the text of a report.
    var withoutReport = 0
    var tally = ArchiveTally()
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
  ///   - continues: Whether bookmarks of earlier runs count.
  /// - Throws: ``LedgerError``.
  init(
    _ inputs: [Input], ledger: Ledger?, reader: String, continues: Bool
  ) async throws(LedgerError) {
    self.ledger = ledger
    for case .archive(let name, _) in inputs {
      let path = FileSystem.absolute(name)
      counts[path] = Counts()
      guard let ledger, let stamp = FileSystem.stamp(path) else { continue }
      let words = "\(stamp.size) \(stamp.seconds).\(stamp.nanoseconds) \(reader)"
      stamps[path] = words
      guard continues, let mark = try await ledger.bookmark(in: path, stamp: words),
        let place = ArchivePlace(mark.place),
        let before = try? JSONDecoder().decode(Counts.self, from: Data(mark.tally.utf8))
      else { continue }
      starts[path] = ArchiveStart(place: place, tally: before.tally)
      counts[path] = before
    }
  }

  /// What was read in earlier runs, for a person; `nil` if that is nothing.
  var continuation: String? {
    guard !starts.isEmpty else { return nil }
    let reports = starts.keys.reduce(0) { $0 + (counts[$1]?.read ?? 0) }
    return "going on after \(Self.number(reports, "report")) read in an earlier run; "
      + "--from-start reads everything again"
  }

  /// How many reports were read, in this run and those that it continues.
  var reports: Int { counts.values.reduce(0) { $0 + $1.read } }

  /// Counts a page, of which everything before is in the ledger.
  mutating func count(
    hasReport: Bool, _ state: ArchiveState, at now: ContinuousClock.Instant
  ) async throws(LedgerError) {
    if hasReport {
      counts[state.path]?.read += 1
    } else {
      counts[state.path]?.withoutReport += 1
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

  /// "1 report", "2 reports".
  static func number(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }
}

extension ArchiveLog {
  /// What an archive held.
  struct Summary {
    let name: String
    let counts: Counts

    /// Whether it was just one report, of which there is nothing more to say.
    var isOneReport: Bool { counts.read == 1 && counts.tally.skipped + counts.withoutReport == 0 }

    /// Whether something in it was lost.
    var hasDamage: Bool { counts.tally.damaged > 0 || counts.tally.tooLarge > 0 }

    /// One line for a person.
    var line: String {
      let tally = counts.tally
      let packed = (tally.packed ?? [:]).sorted { $0.key < $1.key }.map {
        ($0.value, "packed with \($0.key)")
      }
      let passedOver =
        (packed + [
          (tally.otherRecords, "requests and other records"), (tally.otherTypes, "of other types"),
          (tally.failedAnswers, "failed answers"), (tally.revisits, "revisits"),
          (tally.withoutText + counts.withoutReport, "without a report's text"),
        ]).filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      var parts = [ArchiveLog.number(counts.read, "report") + " read"]
      if !passedOver.isEmpty { parts.append("passed over " + passedOver.joined(separator: ", ")) }
      if tally.tooLarge > 0 {
        parts.append("\(tally.tooLarge) larger than \(ArchiveFile.largestEntry >> 20) MiB")
      }
      if tally.damaged > 0 { parts.append("\(tally.damaged) damaged") }
      return "\(name): " + parts.joined(separator: "; ")
    }
  }
}
