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
    let row = ReportRow(
      number: try writer.nextNumber("reports"), id: try freeID(for: entry, version: version),
      address: entry.address, version: version, supersedes: before, sha256: entry.report.sha256,
      firstSeen: time, stood: stood)
    try insert(row)
    try insertCapture(entry, of: row.number, time: time)
    try writer.add(entry, of: row, ordinal: 1, time: time)
    let shelf = Shelf(connection)
    let isNewest = try latestVersion(of: entry.address)?.number == row.number
    if isNewest, let newest { try shelf.mark(report: newest.number, newest: 1) }
    try shelf.mark(report: row.number, newest: isNewest ? 2 : 1)
    return row.number
  }

  /// Adds the first version of an address of which the ledger has nothing, under the id it has by itself, without asking for anything
  /// that is known of such a one.
  func insertFirstReport(_ entry: Entry, time: String) throws -> Stored {
    let row = ReportRow(
      number: try writer.nextNumber("reports"), id: entry.report.id, address: entry.address,
      version: 1, supersedes: nil, sha256: entry.report.sha256, firstSeen: time,
      stood: entry.delivery.stood?.firstText)
    try insert(row)
    try insertCapture(entry, of: row.number, time: time)
    let ties = try writer.add(entry, of: row, ordinal: 1, time: time, newest: 2)
    guard ties == 0 else { return try stored(row.number, .added) }
    return Stored(
      id: row.id,
      key: ReportLine.key(of: row.id, address: row.address, sha256: row.sha256, version: 1),
      version: 1, supersedes: nil, outcome: .added, firstVersion: 1, isNewest: true)
  }

  private func insert(_ row: ReportRow) throws(DatabaseError) {
    try connection.post(
      """
      INSERT INTO reports(number, id, address, version, supersedes, sha256, first_seen, stood)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, [Value(row.number)] + row.values)
    writer.count("reports")
    if row.version == 1 { writer.count("pages") }
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
    try connection.post(
      """
      INSERT INTO captures(report, sha256, seen, stood, kept, provenance, seal)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """, values + [.text(Seal.of(values))])
    writer.count("captures")
  }
}
