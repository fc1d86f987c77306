package import HearsayLedger
package import HearsayRecords

/// Writes what a ledger holds, piece by piece, to wherever `write` puts it.
///
/// Memory does not grow with the ledger.
package struct Export {
  private let snapshot: Snapshot
  private let scope: Scope

  /// Prepares to export the reports in `scope`.
  package init(_ snapshot: Snapshot, _ scope: Scope = Scope()) {
    self.snapshot = snapshot
    self.scope = scope
  }

  /// One report a line, as the contract has it, in the order the ledger took them in.
  ///
  /// - Returns: The number of reports.
  /// - Throws: `LedgerError`; what `write` throws.
  package func jsonLines(_ write: (String) throws -> Void) throws -> Int {
    var count = 0
    try snapshot.forEachJSON(scope) { _, json in
      try write(json + "\n")
      count += 1
      return true
    }
    return count
  }

  /// The records of one kind as RFC 4180 has it: a header, then one record a line, lines ended by CR LF.
  ///
  /// - Returns: The number of records.
  /// - Throws: `LedgerError`; what `write` throws.
  package func csv(
    _ kind: RecordKind, _ style: CSVStyle = .exact, _ write: (String) throws -> Void
  ) throws -> Int {
    try write(style.line(CSVSheet.header(of: kind)))
    var count = 0
    try snapshot.forEachLine(scope) { line in
      let reading = try snapshot.reviewed(line, asOf: scope.asOf)
      let rows = CSVSheet(reading, id: line.id).rows(of: kind)
      for row in rows { try write(style.line(row)) }
      count += rows.count
      return true
    }
    return count
  }

  /// The reports themselves as RFC 4180 has it, without their texts.
  ///
  /// - Returns: The number of reports.
  /// - Throws: `LedgerError`; what `write` throws.
  package func csvOfReports(
    _ style: CSVStyle = .exact, _ write: (String) throws -> Void
  ) throws -> Int {
    try write(
      style.line(
        ["report", "url", "address", "version", "supersedes", "first_seen"]
          + Report.definitions.filter(Self.isColumn).map(\.tableName)
          + ["reader_version", "reader_model"]))
    var count = 0
    try snapshot.forEachReport(scope) { line in
      count += 1
      let report = line.report
      let fields = report.values.filter { Self.isColumn($0.definition) }.map { field in
        if case .text(let text) = field.value { text ?? "" } else { "" }
      }
      try write(
        style.line(
          [
            line.id, report.url ?? "", line.address, String(line.version), line.supersedes ?? "",
            line.firstSeen,
          ] + fields + [report.reader.version, report.reader.model ?? ""]))
      return true
    }
    return count
  }

  /// Whether a field of a report stands under its own name behind what the ledger knows of it; the text does not.
  private static func isColumn(_ definition: FieldDefinition) -> Bool {
    !["id", "url", "text", "reader"].contains(definition.name)
  }

  /// Each report that is a near copy of an earlier one at another address, with the earliest such report.
  ///
  /// - Returns: The number of rows.
  /// - Throws: `LedgerError`; what `write` throws.
  package func csvOfCopies(
    _ style: CSVStyle = .exact, _ write: (String) throws -> Void
  ) throws -> Int {
    try write(
      style.line([
        "report", "url", "outlet", "title", "published", "copy_of", "copy_of_url", "copy_of_outlet",
        "copy_of_title", "copy_of_published", "shared", "likeness",
      ]))
    var count = 0
    try snapshot.forEachLine(scope) { line in
      guard let original = try snapshot.original(of: line, asOf: scope.asOf) else { return true }
      try write(
        style.line(
          cells(of: line) + cells(of: original.report) + [
            String(original.shared), String(original.likeness),
          ]))
      count += 1
      return true
    }
    return count
  }

  private func cells(of line: ReportLine) -> [String] {
    let report = line.report
    return [
      line.id, report.url ?? "", report.outlet ?? "", report.title ?? "", report.published ?? "",
    ]
  }
}
