import FoundationEssentials
import HearsayArchives
import HearsayLedger
package import HearsayRecords

/// What a run read, what it passed over and why, what was damaged and what is cut short: as JSON for whoever must account
/// for it.
package struct IntakeTally: Encodable, Sendable {
  /// The name and version of the JSON.
  package static let schema = "hearsay.tally/1"

  private let schema = Self.schema
  private let reader: HearsayRecords.Reader?
  private let inputs: Int
  /// Reports that were read.
  private(set) var read = 0
  private var kept = KeptCounts()
  /// Reports that were met before in the run.
  private var repeated = 0
  private var failed: [Failure] = []
  private let passedOver: [PassedOver]
  private var archives: [ArchiveCounts] = []
  private var stopped = false

  /// What the ledger did with them.
  private struct KeptCounts: Encodable {
    var added = 0
    var newVersion = 0
    var readAgain = 0
    var unchanged = 0
  }

  private struct Failure: Encodable {
    let name: String
    let reason: String
  }

  private struct PassedOver: Encodable {
    let path: String
    let kind: String
  }

  /// What became of an archive.
  private struct ArchiveCounts: Encodable {
    let name: String
    let read: Int
    let repeated: Int
    let passedOver: PassedOverPages
    let tooLarge: Int
    let damaged: Int
    let cutShort: Bool
  }

  private struct PassedOverPages: Encodable {
    let otherRecords: Int
    let otherTypes: Int
    let packed: [String: Int]
    let failedAnswers: Int
    let revisits: Int
    let withoutText: Int
    let onlyAddresses: Int
  }

  /// Begins to count what a reader makes of a list of inputs; without one, nothing.
  package init(_ list: InputList, reader: HearsayRecords.Reader? = nil) {
    self.reader = reader
    inputs = list.inputs.count + list.errors.count
    failed = list.errors.map { Failure(name: $0.name, reason: $0.reason) }
    passedOver = list.passedOver.map { PassedOver(path: $0.path, kind: $0.kind) }
  }

  /// Counts what happened.
  package mutating func take(_ event: IntakeEvent) {
    switch event {
    case .kept(let report):
      read += 1
      switch report.stored?.outcome {
      case .added: kept.added += 1
      case .newVersion: kept.newVersion += 1
      case .readAgain: kept.readAgain += 1
      case .unchanged: kept.unchanged += 1
      case nil: break
      }
    case .repeated: repeated += 1
    case .failed(let error): failed.append(Failure(name: error.name, reason: error.reason))
    case .endOfArchive(let archive): archives.append(Self.counts(of: archive))
    case .continues, .progress: break
    }
  }

  /// Takes in how the run ended.
  package mutating func take(_ summary: IntakeSummary) { stopped = summary.isStopped }

  /// Whether something of the inputs was lost: it could not be read, is damaged, too large or cut short.
  package var hasLoss: Bool {
    !failed.isEmpty || archives.contains { $0.tooLarge + $0.damaged > 0 || $0.cutShort }
  }

  /// The tally as JSON.
  ///
  /// - Throws: `EncodingError`.
  package func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [0x0A]
  }

  private static func counts(of archive: ArchiveLog.Summary) -> ArchiveCounts {
    let counts = archive.counts
    let tally = counts.tally
    return ArchiveCounts(
      name: archive.name, read: counts.read, repeated: counts.repeated ?? 0,
      passedOver: PassedOverPages(
        otherRecords: tally.otherRecords, otherTypes: tally.otherTypes, packed: tally.packed ?? [:],
        failedAnswers: tally.failedAnswers, revisits: tally.revisits,
        withoutText: tally.withoutText + counts.withoutReport,
        onlyAddresses: tally.onlyAddresses ?? 0),
      tooLarge: tally.tooLarge, damaged: tally.damaged, cutShort: (tally.cutShort ?? 0) > 0)
  }
}
