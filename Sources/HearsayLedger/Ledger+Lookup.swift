import HearsayDatabase
import HearsayRecords

// Looking up what is there.
extension Ledger {
  struct LatestReading {
    let ordinal: Int
    let reader: Reader
    let published: String?

    /// Whether another reader read it, or somebody says that it was published at another time.
    func differs(from report: Report) -> Bool {
      reader != report.reader || report.publishedFrom == .option && report.published != published
    }
  }

  struct LatestVersion {
    let number: Int
    let version: Int
  }

  /// The address under which a page is kept that was met at another, or is called otherwise by what wrote the ledger first.
  func address(of met: String) throws(DatabaseError) -> String? {
    try connection.first("SELECT address FROM addresses WHERE met = ?", [.text(met)]) {
      $0.string(0)
    }
  }

  /// Notes under which address a page is kept that was met at another.
  func note(_ entry: Entry) throws(DatabaseError) {
    guard entry.met != entry.address else { return }
    let known = try address(of: entry.met)
    guard known != entry.address else { return }
    let values: [Value] = [.text(entry.met), .text(entry.address)]
    try connection.run(
      """
      INSERT INTO addresses(met, address, seal) VALUES (?, ?, ?)
      ON CONFLICT(met) DO UPDATE SET address = excluded.address, seal = excluded.seal
      """,
      values + [.text(Seal.of(values))])
    if known == nil { writer.count("addresses") }
  }

  func knownReport(address: String, sha256: String) throws(DatabaseError) -> Int? {
    try connection.first(
      """
      SELECT r.number FROM captures c JOIN reports r ON r.number = c.report
      WHERE c.sha256 = ? AND r.address = ? ORDER BY \(VersionOrder.descending("r")) LIMIT 1
      """, [.text(sha256), .text(address)]
    ) { $0.int(0) }
  }

  func latestReading(of report: Int) throws(DatabaseError) -> LatestReading? {
    try connection.first(
      """
      SELECT ordinal, reader_version, reader_model, published FROM readings
      WHERE report = ? ORDER BY ordinal DESC LIMIT 1
      """, [Value(report)]
    ) {
      LatestReading(
        ordinal: $0.int(0), reader: Reader(version: $0.string(1), model: $0.text(2)),
        published: $0.text(3))
    }
  }

  func latestVersion(of address: String) throws(DatabaseError) -> LatestVersion? {
    try connection.first(
      """
      SELECT r.number, r.version FROM reports r WHERE r.address = ?
      ORDER BY \(VersionOrder.descending("r")) LIMIT 1
      """,
      [.text(address)]
    ) { LatestVersion(number: $0.int(0), version: $0.int(1)) }
  }

  /// The newest version of the address that says what the entry says.
  ///
  /// Web pages come with other bytes each time they are fetched; a version is another title or text.
  func version(saying entry: Entry) throws(DatabaseError) -> Int? {
    try connection.first(
      """
      SELECT r.number FROM reports r JOIN readings g ON g.report = r.number
      WHERE r.address = ? AND g.text_sha256 = ? AND g.title IS NOT DISTINCT FROM ?
      ORDER BY \(VersionOrder.descending("r")) LIMIT 1
      """, [.text(entry.address), .text(entry.textDigest), Value(entry.report.title)]
    ) { $0.int(0) }
  }

  /// The newest version of the address that says what a version says.
  func newestVersion(sayingTheSameAs report: Int) throws(DatabaseError) -> Int {
    try connection.first(
      """
      SELECT same.number FROM reports r JOIN readings g ON g.report = r.number
        JOIN reports same ON same.address = r.address JOIN readings s ON s.report = same.number
      WHERE r.number = ? AND s.text_sha256 = g.text_sha256 AND s.title IS NOT DISTINCT FROM g.title
      ORDER BY \(VersionOrder.descending("same")) LIMIT 1
      """, [Value(report)]
    ) { $0.int(0) } ?? report
  }

  /// Whether what an older version says stands at the address again, so that it is the newest once more.
  ///
  /// That is so if it stood there after the newest version was first seen. Otherwise it is only an old copy that turns
  /// up late, as in an archive that is read twice.
  func hasComeBack(
    _ report: Int, stood: Moment?, since latest: LatestVersion
  ) throws(DatabaseError) -> Bool {
    guard report != latest.number, let stood else { return false }
    let since = try connection.first(
      "SELECT min(coalesce(stood, seen)) FROM captures WHERE report = ?", [Value(latest.number)]
    ) { $0.string(0) }
    return since.map { stood.firstText > $0 } ?? false
  }

  func stored(_ report: Int, _ outcome: Stored.Outcome) throws(DatabaseError) -> Stored {
    let stored = try connection.first(
      """
      SELECT r.id, r.version, old.id, (SELECT min(same.version) FROM reports same
        JOIN readings s ON s.report = same.number JOIN readings g ON g.report = r.number
        WHERE same.address = r.address AND s.text_sha256 = g.text_sha256 AND s.title IS NOT DISTINCT FROM g.title),
        NOT EXISTS (SELECT 1 FROM reports n
          WHERE n.address = r.address AND \(VersionOrder.key("n")) > \(VersionOrder.key("r"))),
        r.address, r.sha256
      FROM reports r LEFT JOIN reports old ON old.number = r.supersedes WHERE r.number = ?
      """, [Value(report)]
    ) {
      Stored(
        id: $0.string(0),
        key: ReportLine.key(
          of: $0.string(0), address: $0.string(5), sha256: $0.string(6), version: $0.int(1)),
        version: $0.int(1), supersedes: $0.text(2), outcome: outcome,
        firstVersion: $0.integer(3) ?? $0.int(1), isNewest: $0.int(4) == 1)
    }
    guard var stored else { preconditionFailure("report \(report) has no row") }
    stored.original = try original(of: report)
    return stored
  }

  private func original(of report: Int) throws(DatabaseError) -> Stored.Original? {
    let newest = try connection.first(
      "SELECT number FROM readings WHERE report = ? ORDER BY ordinal DESC LIMIT 1", [Value(report)]
    ) { $0.int(0) }
    guard let newest, let tie = try NearCopyIndex(connection).tie(of: newest) else { return nil }
    return try connection.first(
      """
      SELECT r.id, g.outlet FROM readings g JOIN reports r ON r.number = g.report WHERE g.number = ?
      """, [Value(tie.reading)]
    ) { Stored.Original(id: $0.string(0), outlet: $0.text(1), shared: tie.overlap.shared) }
  }
}
