package import HearsayRecords
import HearsaySQLite

/// A ledger to be asked: reads what was committed when it was opened or last refreshed, while others write.
///
/// It owns a connection and belongs to one thread at a time; a server opens one for each thread.
package final class Snapshot {
  /// The file.
  package let path: String
  let connection: Connection

  /// Opens the ledger at `path` for reading.
  ///
  /// - Throws: ``LedgerError`` if there is none, it is something else, or a newer version made it.
  package init(path: String, busyTimeoutMilliseconds: Int32 = 30_000) throws(LedgerError) {
    self.path = path
    connection = try LedgerFile.openForReading(
      path, busyTimeoutMilliseconds: busyTimeoutMilliseconds)
    try refresh()
  }

  /// Takes in what was committed since.
  ///
  /// - Throws: ``LedgerError``.
  package func refresh() throws(LedgerError) {
    try answering {
      if holdsTransaction { try connection.execute("COMMIT") }
      holdsTransaction = false
      try connection.execute("BEGIN")
      // A transaction begins to stand still only with its first read.
      try connection.run("SELECT count(*) FROM sqlite_schema")
      holdsTransaction = true
    }
  }

  private var holdsTransaction = false

  /// Runs a query and speaks of its failure in the ledger's words.
  func answering<Result>(_ body: () throws -> Result) throws(LedgerError) -> Result {
    do {
      return try body()
    } catch {
      throw LedgerError(error, path: path)
    }
  }
}

// Reports.
extension Snapshot {
  /// The reports in scope, newest publication first, those without a date after them.
  ///
  /// - Throws: ``LedgerError``.
  package func reports(_ scope: Scope = Scope()) throws(LedgerError) -> [ReportLine] {
    try answering {
      var conditions = Conditions()
      conditions.add(scope)
      var lines: [ReportLine] = []
      try connection.forEach(
        """
        SELECT \(ReportLine.columns) FROM \(ReportLine.tables)
        WHERE \(conditions.sql)
        ORDER BY g.published_at DESC NULLS LAST, r.number DESC LIMIT ?
        """, conditions.values + [Value(scope.limit ?? -1)]
      ) { row in
        lines.append(try ReportLine(row))
        return true
      }
      return lines
    }
  }

  /// The report whose id begins with `prefix`, as it was read last.
  ///
  /// - Throws: ``LedgerError`` with code `noReport` or `ambiguous`.
  package func report(_ prefix: String, asOf: Moment? = nil) throws(LedgerError) -> ReportLine {
    guard !prefix.isEmpty, prefix.allSatisfy(\.isHexDigit) else {
      throw LedgerError(.noReport, "no report has the id \(prefix)")
    }
    var scope = Scope()
    scope.report = prefix
    scope.asOf = asOf
    scope.limit = 6
    let found = try reports(scope)
    if let exact = found.first(where: { $0.id == prefix.lowercased() }) { return exact }
    guard let first = found.first else {
      throw LedgerError(.noReport, "no report has an id that begins with \(prefix)")
    }
    guard found.count == 1 else {
      let ids = found.prefix(5).map(\.id).joined(separator: ", ")
      throw LedgerError(
        .ambiguous,
        "several reports have ids that begin with \(prefix): \(ids)\(found.count > 5 ? " …" : "")")
    }
    return first
  }

  /// The versions of what stands at an address, however that is come by, oldest first.
  ///
  /// - Throws: ``LedgerError``.
  package func versions(of address: String) throws(LedgerError) -> [ReportLine] {
    try answering {
      let page = ReportAddress.of(met: address, sha256: "")
      let kept = try connection.first(
        "SELECT address FROM addresses WHERE met = ?", [.text(page)]
      ) { $0.string(0) }
      for address in [address, kept ?? page, page] {
        var conditions = Conditions()
        var scope = Scope()
        scope.versions = .all
        conditions.add(scope)
        conditions.add("r.address = ?", .text(address))
        let found = try lines(conditions, order: VersionOrder.ascending("r"))
        if !found.isEmpty { return found }
      }
      return []
    }
  }

  /// The reports at other addresses that came with the same bytes.
  ///
  /// - Throws: ``LedgerError``.
  package func copies(of line: ReportLine) throws(LedgerError) -> [ReportLine] {
    try answering {
      var conditions = Conditions()
      var scope = Scope()
      scope.versions = .all
      conditions.add(scope)
      conditions.add("r.sha256 = ?", .text(line.report.sha256))
      conditions.add("r.address <> ?", .text(line.address))
      return try lines(conditions, order: "r.number")
    }
  }

  func lines(
    _ conditions: Conditions, order: String, with values: [Value] = []
  ) throws -> [ReportLine] {
    var lines: [ReportLine] = []
    try connection.forEach(
      """
      SELECT \(ReportLine.columns) FROM \(ReportLine.tables) WHERE \(conditions.sql) ORDER BY \(order)
      """, conditions.values + values
    ) { row in
      lines.append(try ReportLine(row))
      return true
    }
    return lines
  }
}

// Whole readings.
extension Snapshot {
  /// Everything that was read from a report.
  ///
  /// - Throws: ``LedgerError`` with code `damaged` if a stored record cannot be read.
  package func reading(of line: ReportLine) throws(LedgerError) -> Reading {
    try answering {
      let text = try text(of: line.number)
      var reading = Reading(report: line.report)
      reading.report.text = text
      let reader = RecordReader(positions: PositionMap(text))
      do {
        reading.entities = try records(Entity.self, of: line.number, reader)
        reading.places = try records(Place.self, of: line.number, reader)
        reading.times = try records(TimeSpan.self, of: line.number, reader)
        reading.events = try records(Event.self, of: line.number, reader)
        reading.claims = try records(Claim.self, of: line.number, reader)
        reading.figures = try records(Figure.self, of: line.number, reader)
        reading.happenings = try records(Happening.self, of: line.number, reader)
        reading.relations = try records(Relation.self, of: line.number, reader)
        reading.wording = try records(Wording.self, of: line.number, reader)
      } catch is DecodingError {
        throw LedgerError(
          .damaged,
          "\(path): a record of report \(line.id) cannot be read; hearsay verify tells more")
      }
      return reading
    }
  }

  /// Shows every reading in scope to `body`, oldest report first, one at a time, until it says `false`.
  ///
  /// - Throws: ``LedgerError``; what `body` throws, wrapped.
  package func forEachReading(
    _ scope: Scope = Scope(), _ body: (ReportLine, Reading) throws -> Bool
  ) throws {
    for line in try lines(scope) {
      guard try body(line, try reading(of: line)) else { return }
    }
  }

  /// The reports in scope, in the order the ledger took them in.
  ///
  /// - Throws: ``LedgerError``.
  package func lines(_ scope: Scope) throws(LedgerError) -> [ReportLine] {
    try answering {
      var conditions = Conditions()
      conditions.add(scope)
      var lines = try lines(conditions, order: "r.number")
      if let limit = scope.limit { lines = Array(lines.prefix(limit)) }
      return lines
    }
  }

  func text(of reading: Int) throws(SQLiteError) -> String {
    try connection.first("SELECT text FROM readings WHERE number = ?", [Value(reading)]) {
      $0.string(0)
    } ?? ""
  }

  private func records<Kind: Record>(
    _ type: Kind.Type, of reading: Int, _ reader: RecordReader
  ) throws -> [Kind] {
    var records: [Kind] = []
    try connection.forEach(
      "SELECT record FROM \(Kind.kind.rawValue) WHERE reading = ? ORDER BY ordinal",
      [Value(reading)]
    ) { row in
      records.append(try reader.read(type, row.string(0)))
      return true
    }
    return records
  }
}
