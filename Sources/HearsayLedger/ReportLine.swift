import HearsayDatabase
package import HearsayRecords

/// What a list says of one report.
package struct ReportLine: Hashable, Sendable {
  /// The id, unique in the ledger.
  package let id: String
  /// What tells that two reports are versions of one.
  package let address: String
  /// The report without its text.
  package let report: Report
  /// Which version of its address it is, from 1.
  package let version: Int
  /// The id of the version before it.
  package let supersedes: String?
  /// When the ledger first saw it: ISO 8601, UTC.
  package let firstSeen: String
  /// Which reading of it this is, from 1.
  package let reading: Int
  /// When it was read: ISO 8601, UTC.
  package let readAt: String
  /// The row of the reading.
  let number: Int

  static let columns = """
    r.id, r.address, r.version, old.id, r.first_seen, g.ordinal, g.read_at, g.number, g.record
    """

  /// `readings g` with their reports; `old` is the version before.
  static let tables = """
    readings g JOIN reports r ON r.number = g.report
      LEFT JOIN reports old ON old.number = r.supersedes
    """

  /// The whole digest that an id is the beginning of; that of bytes that have come back has the version in it.
  static func key(of id: String, address: String, sha256: String, version: Int) -> String {
    let key = ReportID.key(address: address, sha256: sha256)
    return key.hasPrefix(id)
      ? key : ReportID.key(address: address, sha256: sha256, version: version)
  }

  /// What decisions name it by: the whole digest that its id is the beginning of.
  package var key: String { report.key ?? id }

  /// The number of `columns`, where those of a query's own begin.
  static let width = 9

  init(_ row: Row) throws {
    id = row.string(0)
    address = row.string(1)
    version = row.int(2)
    supersedes = row.text(3)
    firstSeen = row.string(4)
    reading = row.int(5)
    readAt = row.string(6)
    number = row.int(7)
    var report = try RecordReader(positions: PositionMap("")).read(Report.self, row.string(8))
    report.id = id
    report.key = Self.key(
      of: id, address: address, sha256: report.sha256, version: version)
    self.report = report
  }
}
