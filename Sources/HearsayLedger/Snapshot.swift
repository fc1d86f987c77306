import HearsayDatabase
package import HearsayRecords

/// A ledger to be asked: reads what was committed when it was opened or last refreshed, while others write.
///
/// It owns a connection and belongs to one thread at a time; a server opens one for each thread.
package final class Snapshot {
  /// The file, or the address of a database.
  package let path: String
  let connection: any Database

  /// Opens the ledger at `path` for reading.
  ///
  /// - Throws: ``LedgerError`` if there is none, it is something else, or a newer version made it.
  package init(path: String, busyTimeoutMilliseconds: Int32 = 30_000) throws(LedgerError) {
    self.path = path
    connection = try LedgerStore.openForReading(
      path, busyTimeoutMilliseconds: busyTimeoutMilliseconds)
    try refresh()
  }

  /// Takes in what was committed since.
  ///
  /// - Throws: ``LedgerError``.
  package func refresh() throws(LedgerError) {
    try answering {
      knownDecided = nil
      try connection.standStill()
    }
  }

  private var madeWords: (any WordTables)?

  /// The full-text tables.
  func wordTables() throws(DatabaseError) -> any WordTables {
    if let made = madeWords { return made }
    let made = try connection.makeWords()
    madeWords = made
    return made
  }

  /// What is hidden from whoever asks; such a snapshot is to be shown, and nothing is to be drawn from it and kept.
  package var blindness: Blindness?

  /// See ``decidedReports()``.
  var knownDecided: Set<String>?

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
  /// Shows the reports in scope to `body`, newest publication first, those without a date after them, until it says `false`.
  ///
  /// - Throws: ``LedgerError``; what `body` throws.
  package func forEachReport(
    _ asked: Scope = Scope(), _ body: (ReportLine) throws -> Bool
  ) throws {
    let scope = try answering { try ShelfScope(connection, asked) }
    var left = asked.limit ?? .max
    for isDated in [true, false] {
      for places in scope.placesBack(dated: isDated) where left > 0 && !scope.isEmpty {
        var goesOn = true
        try answering {
          try connection.stream(
            """
            SELECT \(ShelfRow.columns) FROM shelf s
            WHERE s.place BETWEEN ? AND ? AND s.dated = ? AND \(scope.condition)
            ORDER BY s.place DESC
            """, [Value(places.lowerBound), Value(places.upperBound), Value(isDated)]
          ) { row in
            let row = ShelfRow(row)
            guard try scope.holds(row) else { return true }
            left -= 1
            goesOn = try body(try stored.line(row.reading)) && left > 0
            return goesOn
          }
        }
        guard goesOn else { return }
      }
    }
  }

  /// The reports in scope, newest publication first, those without a date after them.
  ///
  /// - Throws: ``LedgerError``.
  package func reports(_ scope: Scope = Scope()) throws(LedgerError) -> [ReportLine] {
    try answering {
      var lines: [ReportLine] = []
      try forEachReport(scope) {
        lines.append($0)
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

  /// The report with this ``Report/key``, which is the same in every ledger; `nil` if it is not there.
  ///
  /// - Throws: ``LedgerError``.
  package func report(key: String, asOf: Moment? = nil) throws(LedgerError) -> ReportLine? {
    guard key.utf8.count == 64, key.allSatisfy(\.isHexDigit) else { return nil }
    var scope = Scope()
    scope.report = String(key.prefix(12))
    scope.asOf = asOf
    return try reports(scope).first { $0.report.key == key }
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
        conditions.add(scope, connection.dialect)
        conditions.add("r.address = ?", .text(address))
        let found = try lines(conditions)
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
      conditions.add(scope, connection.dialect)
      conditions.add(
        "g.report IN (SELECT c.report FROM captures c WHERE c.sha256 = ?)",
        .text(line.report.sha256))
      conditions.add("r.sha256 = ?", .text(line.report.sha256))
      conditions.add("r.address <> ?", .text(line.address))
      return try lines(conditions).sorted { $0.number < $1.number }
    }
  }

  /// The lines that meet conditions, which are few, the oldest version first.
  func lines(_ conditions: Conditions, with values: [Value] = []) throws -> [ReportLine] {
    var lines: [(order: (String, Int), line: ReportLine)] = []
    try connection.forEach(
      """
      SELECT \(ReportLine.columns), coalesce(r.stood, r.first_seen) FROM \(ReportLine.tables)
      WHERE \(conditions.sql)
      """, conditions.values + values
    ) { row in
      let line = try ReportLine(row)
      lines.append(((row.string(ReportLine.width), line.version), line))
      return true
    }
    return lines.sorted { $0.order < $1.order }.map(\.line)
  }
}

// Whole readings.
extension Snapshot {
  /// Everything that was read from a report.
  ///
  /// - Throws: ``LedgerError`` with code `damaged` if a stored record cannot be read.
  package func reading(of line: ReportLine) throws(LedgerError) -> Reading {
    try reading(of: line) { try stored.reading($0, $1, $2) }
  }

  /// What of a reading is compared across reports: everything but relations and wording.
  ///
  /// - Throws: ``LedgerError`` with code `damaged` if a stored record cannot be read.
  package func readingToCompare(of line: ReportLine) throws(LedgerError) -> Reading {
    try reading(of: line) { try stored.readingToCompare($0, $1, $2) }
  }

  /// Some claims and events of a reading, as people left them, with whoever and whatever they name: of a reading of which nobody
  /// decided anything, nothing else is read.
  ///
  /// - Throws: ``LedgerError`` with code `damaged` if a stored record cannot be read.
  package func part(
    of line: ReportLine, around ids: Set<String>, asOf: Moment? = nil
  ) throws(LedgerError) -> Reading {
    guard try !decidedReports().contains(line.key) else { return try reviewed(line, asOf: asOf) }
    return try reading(of: line) { try stored.part($0, $1, $2, around: ids) }
  }

  private func reading(
    of line: ReportLine, _ read: (Int, Report, PositionMap) throws -> Reading
  ) throws(LedgerError) -> Reading {
    try answering {
      var report = line.report
      report.text = try stored.text(of: line.number)
      do {
        return try read(line.number, report, PositionMap(report.text))
      } catch is DecodingError {
        throw LedgerError(
          .damaged,
          "\(path): a record of report \(line.id) cannot be read; hearsay verify tells more")
      }
    }
  }

  /// The text of a report, without its records.
  ///
  /// - Throws: ``LedgerError``.
  package func text(of line: ReportLine) throws(LedgerError) -> String {
    try answering { try stored.text(of: line.number) }
  }

  /// So many lines are read at a time.
  private static let page = 500

  /// Shows the reports in scope to `body`, in the order the ledger took them in, until it says `false`; only a page of them is in
  /// memory at a time.
  ///
  /// - Throws: ``LedgerError``; what `body` throws.
  package func forEachLine(
    _ scope: Scope = Scope(), _ body: (ReportLine) throws -> Bool
  ) throws {
    var after = 0
    var left = scope.limit ?? .max
    while left > 0 {
      var conditions = Conditions()
      conditions.add("r.number > ?", Value(after))
      conditions.add(scope, connection.dialect)
      var lines: [ReportLine] = []
      try answering {
        try connection.forEach(
          """
          SELECT \(ReportLine.columns), r.number FROM reports r
            \(connection.dialect.then) readings g ON g.report = r.number
            LEFT JOIN reports old ON old.number = r.supersedes
          WHERE \(conditions.sql) ORDER BY r.number LIMIT ?
          """, conditions.values + [Value(min(left, Self.page))]
        ) { row in
          lines.append(try ReportLine(row))
          after = row.int(ReportLine.width)
          return true
        }
      }
      for line in lines {
        guard try body(line) else { return }
      }
      left -= lines.count
      guard lines.count == Self.page else { return }
    }
  }

  /// The reports in scope, in the order the ledger took them in.
  ///
  /// - Throws: ``LedgerError``.
  package func lines(_ scope: Scope) throws(LedgerError) -> [ReportLine] {
    try answering {
      var lines: [ReportLine] = []
      try forEachLine(scope) {
        lines.append($0)
        return true
      }
      return lines
    }
  }

  /// What is stored of readings.
  var stored: StoredReading { StoredReading(connection) }
}
