package import FoundationEssentials
package import HearsayRecords
import HearsaySQLite

/// The ledger's single writer: takes in readings, one transaction each, and changes nothing that is there.
///
///     let ledger = try Ledger(path: path)
///     let stored = try await ledger.append(reading)
///     let claims = try Snapshot(path: path).claims(ClaimQuery(speaker: "Kadhimi"))
package actor Ledger {
  /// The file.
  package nonisolated let path: String
  let connection: Connection
  private let now: @Sendable () -> Date

  /// Opens the ledger at `path` and makes it where there is none.
  ///
  /// - Throws: ``LedgerError`` if the file is something else, was made by a newer version, or may not be written.
  package init(
    path: String, busyTimeoutMilliseconds: Int32 = 30_000,
    now: @escaping @Sendable () -> Date = { Date() }
  ) throws(LedgerError) {
    self.path = path
    self.now = now
    connection = try LedgerFile.openForWriting(
      path, busyTimeoutMilliseconds: busyTimeoutMilliseconds)
  }

  /// Stores a reading, unless the same bytes of the same address are already there.
  ///
  /// - Parameters:
  ///   - reading: What was read. The id of its report is replaced by the ledger's.
  ///   - address: What tells that two reports are versions of one: `report.url` if `nil`. Files are best
  ///     given by their absolute path, so that the folder a command runs in does not matter.
  ///   - again: Whether to keep another reading of known bytes when what reads them has changed, or when somebody
  ///     gives another date of publication.
  ///   - delivery: How the bytes came here.
  /// - Returns: Under which id it is kept and whether anything was added.
  /// - Throws: ``LedgerError``; nothing of the reading is kept then.
  package nonisolated func append(
    _ reading: Reading, address: String? = nil, again: Bool = false, delivery: Delivery = Delivery()
  ) async throws(LedgerError) -> Stored {
    try await append(try Entry(reading, address: address, delivery: delivery), again: again)
  }

  /// What the ledger has of these bytes at this address, so that reading them can be spared.
  ///
  /// - Returns: `nil` if they were never read, if `reader` is given and the latest reading is not its, or if they have
  ///   come back: another version stood there before `stood`.
  /// - Throws: ``LedgerError``.
  package func known(
    address: String?, sha256: String, reader: Reader? = nil, stood: Moment? = nil
  ) throws(LedgerError) -> Stored? {
    do {
      let met = ReportAddress.of(met: address, sha256: sha256)
      let address = try self.address(of: met) ?? met
      guard let known = try knownReport(address: address, sha256: sha256) else { return nil }
      let report = try newestVersion(sayingTheSameAs: known)
      if let reader, try latestReading(of: report)?.reader != reader { return nil }
      if let latest = try latestVersion(of: address),
        try hasComeBack(report, stood: stood, since: latest)
      {
        return nil
      }
      return try stored(report, .unchanged)
    } catch {
      throw LedgerError(error, path: path)
    }
  }

  /// Moves what was written into the main file and onto the disk; call it when a run is done.
  ///
  /// - Throws: ``LedgerError``; a reader elsewhere that holds back the move is no error.
  package func settle() throws(LedgerError) {
    do {
      try connection.run("PRAGMA wal_checkpoint(PASSIVE)")
    } catch {
      throw LedgerError(error, path: path)
    }
  }

  /// Lets the file grow to so many pages of 4 KiB and then behave as on a full disk.
  ///
  /// - Throws: ``LedgerError``.
  package func limitPages(to pages: Int) throws(LedgerError) {
    do {
      try connection.run("PRAGMA max_page_count = \(pages)")
    } catch {
      throw LedgerError(error, path: path)
    }
  }

  private func append(_ entry: Entry, again: Bool) throws(LedgerError) -> Stored {
    do {
      let entry = entry.at(try address(of: entry.address) ?? entry.address)
      // The usual case of a command that is run again needs no write lock.
      if !again,
        let report = try knownReport(address: entry.address, sha256: entry.report.sha256),
        let latest = try latestVersion(of: entry.address),
        try report == newestVersion(sayingTheSameAs: report),
        try !hasComeBack(report, stood: entry.delivery.stood, since: latest)
      {
        return try stored(report, .unchanged)
      }
      return try connection.transaction { try appendInTransaction(entry, again: again) }
    } catch {
      throw LedgerError(error, path: path)
    }
  }

  private func appendInTransaction(_ entry: Entry, again: Bool) throws -> Stored {
    let time = now().ledgerText
    try note(entry)
    let entry = entry.stoodNoLater(than: now().timeIntervalSince1970)
    guard let latest = try latestVersion(of: entry.address) else {
      let report = try insertReport(entry, time: time)
      return try stored(report, .added)
    }
    let known = try knownReport(address: entry.address, sha256: entry.report.sha256)
    let old = try known.map(newestVersion) ?? version(saying: entry)
    guard let old, try !hasComeBack(old, stood: entry.delivery.stood, since: latest) else {
      let report = try insertReport(entry, time: time)
      return try stored(report, .newVersion)
    }
    if known != old { try insertCapture(entry, of: old, time: time) }
    guard again, let reading = try latestReading(of: old), reading.differs(from: entry.report)
    else { return try stored(old, .unchanged) }
    try insertReading(entry, of: old, ordinal: reading.ordinal + 1, time: time)
    return try stored(old, .readAgain)
  }
}

// Looking up what is there.
extension Ledger {
  private struct LatestReading {
    let ordinal: Int
    let reader: Reader
    let published: String?

    /// Whether another reader read it, or somebody says that it was published at another time.
    func differs(from report: Report) -> Bool {
      reader != report.reader || report.publishedFrom == .option && report.published != published
    }
  }

  private struct LatestVersion {
    let number: Int
    let version: Int
  }

  /// The address under which a page is kept that was met at another, or is called otherwise by what wrote the ledger first.
  private func address(of met: String) throws(SQLiteError) -> String? {
    try connection.first("SELECT address FROM addresses WHERE met = ?", [.text(met)]) {
      $0.string(0)
    }
  }

  /// Notes under which address a page is kept that was met at another.
  private func note(_ entry: Entry) throws(SQLiteError) {
    guard entry.met != entry.address, try address(of: entry.met) != entry.address else { return }
    try connection.run(
      "INSERT OR REPLACE INTO addresses(met, address) VALUES (?, ?)",
      [.text(entry.met), .text(entry.address)])
  }

  private func knownReport(address: String, sha256: String) throws(SQLiteError) -> Int? {
    try connection.first(
      """
      SELECT r.number FROM captures c JOIN reports r ON r.number = c.report
      WHERE c.sha256 = ? AND r.address = ? ORDER BY \(VersionOrder.descending("r")) LIMIT 1
      """, [.text(sha256), .text(address)]
    ) { $0.int(0) }
  }

  private func latestReading(of report: Int) throws(SQLiteError) -> LatestReading? {
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

  private func latestVersion(of address: String) throws(SQLiteError) -> LatestVersion? {
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
  private func version(saying entry: Entry) throws(SQLiteError) -> Int? {
    try connection.first(
      """
      SELECT r.number FROM reports r JOIN readings g ON g.report = r.number
      WHERE r.address = ? AND g.text_sha256 = ? AND g.title IS ?
      ORDER BY \(VersionOrder.descending("r")) LIMIT 1
      """, [.text(entry.address), .text(entry.textDigest), Value(entry.report.title)]
    ) { $0.int(0) }
  }

  /// The newest version of the address that says what a version says.
  private func newestVersion(sayingTheSameAs report: Int) throws(SQLiteError) -> Int {
    try connection.first(
      """
      SELECT same.number FROM reports r JOIN readings g ON g.report = r.number
        JOIN reports same ON same.address = r.address JOIN readings s ON s.report = same.number
      WHERE r.number = ? AND s.text_sha256 = g.text_sha256 AND s.title IS g.title
      ORDER BY \(VersionOrder.descending("same")) LIMIT 1
      """, [Value(report)]
    ) { $0.int(0) } ?? report
  }

  /// Whether what an older version says stands at the address again, so that it is the newest once more.
  ///
  /// That is so if it stood there after the newest version was first seen. Otherwise it is only an old copy that turns
  /// up late, as in an archive that is read twice.
  private func hasComeBack(
    _ report: Int, stood: Moment?, since latest: LatestVersion
  ) throws(SQLiteError) -> Bool {
    guard report != latest.number, let stood else { return false }
    let since = try connection.first(
      "SELECT min(coalesce(stood, seen)) FROM captures WHERE report = ?", [Value(latest.number)]
    ) { $0.string(0) }
    return since.map { stood.firstText > $0 } ?? false
  }

  private func stored(_ report: Int, _ outcome: Stored.Outcome) throws(SQLiteError) -> Stored {
    let stored = try connection.first(
      """
      SELECT r.id, r.version, old.id, (SELECT min(same.version) FROM reports same
        JOIN readings s ON s.report = same.number JOIN readings g ON g.report = r.number
        WHERE same.address = r.address AND s.text_sha256 = g.text_sha256 AND s.title IS g.title),
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

  private func original(of report: Int) throws(SQLiteError) -> Stored.Original? {
    let newest = try connection.first(
      "SELECT number FROM readings WHERE report = ? ORDER BY ordinal DESC LIMIT 1", [Value(report)]
    ) { $0.int(0) }
    guard let newest, let tie = try NearCopyIndex(connection).tie(of: newest) else { return nil }
    return try connection.first(
      """
      SELECT r.id, g.outlet FROM readings g JOIN reports r ON r.number = g.report WHERE g.number = ?
      """, [Value(tie.reading)]
    ) { Stored.Original(id: $0.string(0), outlet: $0.text(1), shared: tie.shared) }
  }
}

// Adding rows.
extension Ledger {
  /// Adds a version; the one before it is the one that stood there last before it did.
  private func insertReport(_ entry: Entry, time: String) throws(SQLiteError) -> Int {
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
    try connection.run(
      """
      INSERT INTO reports(id, address, version, supersedes, sha256, first_seen, stood)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(try freeID(for: entry, version: version)), .text(entry.address), Value(version),
        Value(before), .text(entry.report.sha256), .text(time), Value(stood),
      ])
    let report = Int(connection.lastInsertedRow)
    try insertCapture(entry, of: report, time: time)
    try insertReading(entry, of: report, ordinal: 1, time: time)
    return report
  }

  /// The id of a report's bytes at its address; of bytes that have come back, also of the version.
  private func freeID(for entry: Entry, version: Int) throws(SQLiteError) -> String {
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

  private func insertCapture(_ entry: Entry, of report: Int, time: String) throws(SQLiteError) {
    let delivery = entry.delivery
    try connection.run(
      """
      INSERT INTO captures(report, sha256, seen, stood, kept, provenance) VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        Value(report), .text(entry.report.sha256), .text(time), Value(delivery.stood?.firstText),
        Value(delivery.isKept), .text(entry.provenanceJSON),
      ])
  }

  private func insertReading(
    _ entry: Entry, of number: Int, ordinal: Int, time: String
  ) throws(SQLiteError) {
    let report = entry.report
    try connection.run(
      """
      INSERT INTO readings(report, ordinal, read_at, reader_version, reader_model, outlet, title,
        language, published, published_at, record, text, text_sha256)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        Value(number), Value(ordinal), .text(time), .text(report.reader.version),
        Value(report.reader.model), Value(report.outlet), Value(report.title),
        Value(report.language), Value(report.published),
        Value(report.published.flatMap(Moment.init)?.first), .text(entry.reportJSON),
        .text(report.text), .text(entry.textDigest),
      ])
    let row = Int(connection.lastInsertedRow)
    let reading = Value(row)
    for record in entry.rows {
      guard let table = RecordTable.all[record.kind] else { continue }
      try connection.run(
        table.insert,
        [reading, Value(record.ordinal), .text(record.json)] + record.columns)
    }
    for words in entry.words {
      try connection.run(
        "INSERT INTO words(reading, record, role, words) VALUES (?, ?, ?, ?)",
        [reading, .text(words.record), .text(words.role), .text(words.words)])
    }
    for part in entry.parts {
      try connection.run(
        "INSERT INTO parts(reading, record, role, party) VALUES (?, ?, ?, ?)",
        [reading, .text(part.record), .text(part.role), .text(part.party)])
    }
    try NearCopyIndex(connection).add(row, of: entry.address, entry.shingles, entry.bands)
    try connection.run(
      "INSERT INTO readings_index(rowid, title, text) VALUES (?, ?, ?)",
      [reading, Value(report.title), .text(report.text)])
    try connection.run(
      "INSERT INTO words_index(rowid, words) SELECT number, words FROM words WHERE reading = ?",
      [reading])
  }
}
