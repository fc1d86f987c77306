package import FoundationEssentials
import HearsayDatabase
package import HearsayRecords

/// The ledger's single writer: takes in readings, one transaction each, and changes nothing that is there.
///
///     let ledger = try Ledger(path: path)
///     let stored = try await ledger.append(reading)
///     let claims = try Snapshot(path: path).claims(ClaimQuery(speaker: "Kadhimi"))
package actor Ledger {
  /// The file, or the address of a database.
  package nonisolated let path: String
  let connection: any Database
  let writer: ReadingWriter
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
    connection = try LedgerStore.openForWriting(
      path, busyTimeoutMilliseconds: busyTimeoutMilliseconds)
    writer = ReadingWriter(connection)
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
    let entry = try Entry(reading, address: address, delivery: delivery)
    return try await append([entry], again: again)[0].get()
  }

  /// Stores several readings in one transaction, in their order, as ``append(_:address:again:delivery:)`` does.
  ///
  /// - Returns: What became of each.
  /// - Throws: ``LedgerError`` if nothing can be stored: the disk is full, or somebody else keeps the ledger.
  package nonisolated func append(
    _ deliveries: [Delivered], again: Bool = false
  ) async throws(LedgerError) -> [Result<Stored, LedgerError>] {
    var results: [Result<Stored, LedgerError>?] = []
    var entries: [Entry] = []
    for made in await Entry.all(deliveries) {
      switch made {
      case .success(let entry):
        entries.append(entry)
        results.append(nil)
      case .failure(let error): results.append(.failure(error))
      }
    }
    var stored = try await append(entries, again: again)[...]
    return results.map { result in
      result ?? stored.popFirst() ?? .failure(LedgerError(.other, "a reading was not stored"))
    }
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
      try connection.settle()
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

  /// So many times a batch is tried while the server goes and comes back.
  private static let mostTries = 5

  /// Stores entries in one transaction; if one of them cannot be stored, each in its own.
  private func append(
    _ entries: [Entry], again: Bool, tries: Int = 1
  ) throws(LedgerError) -> [Result<Stored, LedgerError>] {
    guard !entries.isEmpty else { return [] }
    do {
      // The usual case of a command that is run again needs no write lock.
      if !again, let known = try unchanged(entries) { return known.map { .success($0) } }
      return try transact {
        var knowledge = try BatchKnowledge(of: entries, connection)
        return try entries.map { entry in
          if knowledge.takesAtOnce(entry) { return .success(try appendNew(entry)) }
          return .success(try appendInTransaction(entry, again: again))
        }
      }
    } catch {
      let error = LedgerError(error, path: path)
      // What was under way was kept or not: what is there already says nothing new.
      if error.code == .lost, tries < Self.mostTries {
        return try append(entries, again: again, tries: tries + 1)
      }
      if error.endsRun { throw error }
      guard entries.count > 1 else { return [.failure(error)] }
      var results: [Result<Stored, LedgerError>] = []
      for entry in entries { results += try append([entry], again: again) }
      return results
    }
  }

  /// Runs `body` in a transaction in which rows are added.
  ///
  /// - Throws: ``LedgerError``.
  @discardableResult
  func transact<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try connection.transaction {
        let result = try body()
        try writer.flush()
        return result
      }
    } catch {
      writer.undo()
      throw LedgerError(error, path: path)
    }
  }

  /// What is known of entries none of which says anything new; `nil` if one does.
  private func unchanged(_ entries: [Entry]) throws(DatabaseError) -> [Stored]? {
    var known: [Stored] = []
    for entry in entries {
      guard let stored = try unchanged(entry) else { return nil }
      known.append(stored)
    }
    return known
  }

  /// What is known of an entry that says nothing new.
  private func unchanged(_ entry: Entry) throws(DatabaseError) -> Stored? {
    let address = try self.address(of: entry.address) ?? entry.address
    guard let report = try knownReport(address: address, sha256: entry.report.sha256),
      let latest = try latestVersion(of: address),
      try report == newestVersion(sayingTheSameAs: report),
      try !hasComeBack(report, stood: entry.delivery.stood, since: latest)
    else { return nil }
    return try stored(report, .unchanged)
  }

  /// Adds the first report of an address.
  private func appendNew(_ entry: Entry) throws -> Stored {
    let time = now().ledgerText
    try note(entry)
    return try insertFirstReport(
      entry.stoodNoLater(than: now().timeIntervalSince1970), time: time)
  }

  private func appendInTransaction(_ entry: Entry, again: Bool) throws -> Stored {
    if !again, let known = try unchanged(entry) { return known }
    let time = now().ledgerText
    let met = entry.at(try address(of: entry.address) ?? entry.address)
    try note(met)
    let entry = met.stoodNoLater(than: now().timeIntervalSince1970)
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
    guard again, let reading = try latestReading(of: old), reading.differs(from: entry.report),
      let row = try row(ofReport: old)
    else { return try stored(old, .unchanged) }
    try writer.add(entry, of: row, ordinal: reading.ordinal + 1, time: time)
    try Shelf(connection).mark(report: old, newest: old == latest.number ? 2 : 1)
    return try stored(old, .readAgain)
  }
}
