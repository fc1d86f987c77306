import HearsayDatabase
import HearsayRecords

// Adding rows.
extension Ledger {
  /// Adds a version; the one before it is the one that stood there last before it did.
  func insertReport(_ entry: Entry, time: String) throws -> Int {
    let newest = try latestVersion(of: entry.address)
    let stood = entry.delivery.stood?.firstText
    let before = try connection.first(
      """
      SELECT r.number FROM reports r WHERE r.address = ? AND coalesce(r.stood, r.first_seen) <= ?
      ORDER BY \(VersionOrder.descending("r")) LIMIT 1
      """, [.text(entry.address), .text(stood ?? time)]
    ) { $0.int(0) }
    let versions = try connection.first(
      "SELECT count(*) FROM reports WHERE address = ?", [.text(entry.address)]
    ) { $0.int(0) }
    let version = (versions ?? 0) + 1
    let report = try connection.first(
      """
      INSERT INTO reports(number, id, address, version, supersedes, sha256, first_seen, stood)
      VALUES (\(Schema.next("reports")), ?, ?, ?, ?, ?, ?, ?) RETURNING number
      """,
      [
        .text(try freeID(for: entry, version: version)), .text(entry.address), Value(version),
        Value(before), .text(entry.report.sha256), .text(time), Value(stood),
      ]
    ) { $0.int(0) }
    guard let report else { preconditionFailure("a row that was added has no number") }
    writer.count("reports")
    if version == 1 { writer.count("pages") }
    try insertCapture(entry, of: report, time: time)
    try writer.add(entry, of: report, ordinal: 1, time: time)
    let shelf = Shelf(connection)
    let isNewest = try latestVersion(of: entry.address)?.number == report
    if isNewest, let newest { try shelf.mark(report: newest.number, newest: 1) }
    try shelf.mark(report: report, newest: isNewest ? 2 : 1)
    return report
  }

  /// The id of a report's bytes at its address; of bytes that have come back, also of the version.
  private func freeID(for entry: Entry, version: Int) throws(DatabaseError) -> String {
    let isBack = try knownReport(address: entry.address, sha256: entry.report.sha256) != nil
    var longer = 0
    while true {
      let key = ReportID.key(
        address: entry.address, sha256: entry.report.sha256, version: isBack ? version : nil)
      let id = ReportID.make(key: key, longer: longer)
      let isTaken = try connection.first(
        "SELECT 1 FROM reports WHERE id = ?", [.text(id)]
      ) { _ in true }
      guard isTaken != nil, longer < 52 else { return id }
      longer += 4
    }
  }

  func insertCapture(_ entry: Entry, of report: Int, time: String) throws(DatabaseError) {
    let delivery = entry.delivery
    let values: [Value] = [
      Value(report), .text(entry.report.sha256), .text(time), Value(delivery.stood?.firstText),
      Value(delivery.isKept), .text(entry.provenanceJSON),
    ]
    try connection.run(
      """
      INSERT INTO captures(report, sha256, seen, stood, kept, provenance, seal)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """, values + [.text(Seal.of(values))])
    writer.count("captures")
  }
}
