import FoundationEssentials
import HearsayDatabase
import HearsayRecords

/// A reading made ready to be stored: everything that needs no ledger is done, so that the single writer waits
/// for nothing but the disk.
struct Entry: Sendable {
  struct Row: Sendable {
    let kind: RecordKind
    let ordinal: Int
    let json: String
    let columns: [Value]
  }

  /// The report; its id is the ledger's.
  let report: Report
  private(set) var address: String
  /// Where it was met, if that is another address.
  let met: String
  /// The report's JSON with an empty text, which has a column of its own.
  let reportJSON: String
  let textDigest: String
  let rows: [Row]
  /// The digest of the records.
  let recordsDigest: String
  /// What the records are found by.
  let found: [FoundBy]
  let shingles: Shingles
  /// The signature of the text, by which near copies are found.
  let signature: [UInt32]
  private(set) var delivery: Delivery
  let provenanceJSON: String

  /// - Throws: ``LedgerError`` with code `unsound` if a span is not in the text, an id is used twice or a number is not finite.
  init(_ reading: Reading, address: String?, delivery: Delivery = Delivery()) throws(LedgerError) {
    if let flaw = reading.flaws().first(where: { $0.weight == .fatal }) {
      throw LedgerError(.unsound, "the reading was not stored: \(flaw)")
    }
    self.address = ReportAddress.of(
      met: address ?? reading.report.url, sha256: reading.report.sha256)
    met = ReportAddress.of(met: delivery.met ?? self.address, sha256: reading.report.sha256)
    var report = reading.report
    let key = ReportID.key(address: self.address, sha256: report.sha256)
    report.id = ReportID.make(key: key)
    report.key = key
    self.report = report
    let positions = PositionMap(report.text)
    let writer = ContractWriter(positions: positions)
    do {
      reportJSON = try Self.json(of: report)
      rows = try Self.rows(of: reading, writer: writer, positions: positions)
      provenanceJSON = try ContractWriter.spanless.json(delivery.provenance)
    } catch {
      throw LedgerError(.unsound, "the reading was not stored: \(error)")
    }
    self.delivery = delivery
    shingles = Shingles(report.text)
    signature = shingles.signature
    textDigest = SHA256.hex(positions.utf8)
    recordsDigest = Seal.records(rows.map { ($0.kind, $0.json) })
    found = FoundBy.all(in: reading, RecordContext(reading, positions: positions))
  }

  /// So many are made one after the other; more are shared out among the processors.
  private static let few = 8

  /// Entries of several readings, in their order.
  static func all(_ deliveries: [Delivered]) async -> [Result<Entry, LedgerError>] {
    @Sendable func made(_ some: ArraySlice<Delivered>) -> [Result<Entry, LedgerError>] {
      some.map { delivered in
        do throws(LedgerError) {
          return .success(
            try Entry(delivered.reading, address: delivered.address, delivery: delivered.delivery))
        } catch {
          return .failure(error)
        }
      }
    }
    guard deliveries.count > few else { return made(deliveries[...]) }
    let share = max(few, deliveries.count / ProcessInfo.processInfo.activeProcessorCount + 1)
    return await withTaskGroup(of: (Int, [Result<Entry, LedgerError>]).self) { group in
      for start in stride(from: 0, to: deliveries.count, by: share) {
        let some = deliveries[start..<min(start + share, deliveries.count)]
        group.addTask { (start, made(some)) }
      }
      var parts: [Int: [Result<Entry, LedgerError>]] = [:]
      for await (start, part) in group { parts[start] = part }
      return parts.sorted { $0.key < $1.key }.flatMap(\.value)
    }
  }

  /// The same, of bytes that stood there at a moment or before: an archive that tells of the future is mistaken, and its
  /// version would stay the newest.
  func stoodNoLater(than now: Double) -> Entry {
    guard let stood = delivery.stood, stood.first > now else { return self }
    var entry = self
    entry.delivery.stood = Moment(Date(timeIntervalSince1970: now).ledgerText)
    return entry
  }

  /// The same under the address that a ledger has it under.
  func at(_ address: String) -> Entry {
    var entry = self
    entry.address = address
    return entry
  }

  static func json(of report: Report) throws -> String {
    var bare = report
    bare.text = ""
    return try ContractWriter.spanless.json(bare)
  }

  static func rows(
    of reading: Reading, writer: ContractWriter, positions: PositionMap
  ) throws -> [Row] {
    let context = RecordContext(reading, positions: positions)
    var ordinals: [RecordKind: Int] = [:]
    return try reading.records.map { record in
      let kind = type(of: record).kind
      let ordinal = ordinals[kind, default: 0] + 1
      ordinals[kind] = ordinal
      return Row(
        kind: kind, ordinal: ordinal, json: try writer.json(record),
        columns: context.values(of: record))
    }
  }
}
