import HearsayRecords
import HearsaySQLite

/// Something in a ledger that is not as it must be.
package struct Problem: Hashable, Sendable, CustomStringConvertible {
  /// The id of the report it is in; `nil` if it concerns the whole file.
  package let report: String?
  /// What is wrong, without the report's words.
  package let reason: String

  /// The report and what is wrong.
  package var description: String { report.map { "report \($0): \(reason)" } ?? reason }
}

extension Snapshot {
  /// Reads everything again and compares: the file's structure, every reference, every text with its digest,
  /// every span with the words that were stored for it, every column with the record it was made from, and the
  /// full-text tables with their sources.
  ///
  /// - Parameter progress: Called after each reading with the number done and the number of all;
  ///   it ends the check by returning `false`.
  /// - Returns: What is wrong; empty for a sound ledger.
  /// - Throws: ``LedgerError`` if the file cannot be read at all.
  package func verify(
    progress: (_ done: Int, _ all: Int) -> Bool = { _, _ in true }
  ) throws(LedgerError) -> [Problem] {
    try answering {
      var problems = try structure()
      let lines = try everyLine()
      for (offset, line) in lines.enumerated() {
        problems += try verify(line)
        guard progress(offset + 1, lines.count) else { break }
      }
      return problems + (try versions())
    }
  }

  private func structure() throws -> [Problem] {
    var problems = try connection.rows("PRAGMA integrity_check") { $0.string(0) }
      .filter { $0 != "ok" }
      .map { Problem(report: nil, reason: "the file is damaged: \($0)") }
    problems += try connection.rows("PRAGMA foreign_key_check") { row in
      Problem(
        report: nil,
        reason: "row \(row.int(1)) of \(row.string(0)) refers to nothing in \(row.string(2))")
    }
    for (index, source) in Schema.indexes.sorted(by: { $0.key < $1.key }) {
      // FTS5's own check writes; counting the indexed rows finds what a lost or doubled transaction leaves.
      let indexed = try connection.first("SELECT count(*) FROM \(index)_docsize") { $0.int(0) }
      let stored = try connection.first("SELECT count(*) FROM \(source)") { $0.int(0) }
      if indexed != stored {
        problems.append(
          Problem(
            report: nil,
            reason: "\(index) covers \(indexed ?? 0) of \(stored ?? 0) rows of \(source)"))
      }
    }
    return problems
  }

  private func everyLine() throws -> [ReportLine] {
    var lines: [ReportLine] = []
    try connection.forEach(
      "SELECT \(ReportLine.columns) FROM \(ReportLine.tables) ORDER BY g.number"
    ) { row in
      lines.append(try ReportLine(row))
      return true
    }
    return lines
  }

  /// Numbers of versions without gaps, each after the one it supersedes, both in being read and in standing there.
  private func versions() throws -> [Problem] {
    try connection.rows(
      """
      SELECT r.id FROM reports r LEFT JOIN reports old ON old.number = r.supersedes
      WHERE (r.supersedes IS NOT NULL AND (old.address <> r.address OR old.version >= r.version
          OR \(VersionOrder.key("old")) > \(VersionOrder.key("r"))))
        OR (r.supersedes IS NULL AND EXISTS (SELECT 1 FROM reports p WHERE p.address = r.address
          AND p.version < r.version AND \(VersionOrder.key("p")) < \(VersionOrder.key("r"))))
        OR (r.version > 1 AND NOT EXISTS (SELECT 1 FROM reports p
          WHERE p.address = r.address AND p.version = r.version - 1))
      UNION ALL SELECT r.id FROM reports r
        WHERE NOT EXISTS (SELECT 1 FROM readings g WHERE g.report = r.number AND g.ordinal = 1)
      """
    ) { Problem(report: $0.string(0), reason: "its versions or readings are not in order") }
  }

  private func verify(_ line: ReportLine) throws -> [Problem] {
    func problem(_ reason: String) -> Problem { Problem(report: line.id, reason: reason) }
    let text = try text(of: line.number)
    let positions = PositionMap(text)
    let digest = try connection.first(
      "SELECT text_sha256 FROM readings WHERE number = ?", [Value(line.number)]
    ) { $0.string(0) }
    var problems: [Problem] = []
    if digest != SHA256.hex(positions.utf8) {
      problems.append(problem("its text is not the one that was stored"))
    }
    var reading = Reading(report: line.report)
    reading.report.text = text
    let reader = RecordReader(positions: positions)
    for kind in RecordKind.allCases {
      problems += try decode(kind, of: line.number, with: reader, into: &reading).map(problem)
    }
    guard problems.isEmpty else { return problems }
    problems += reading.flaws().map { problem($0.description) }
    return problems + (try columns(of: reading, positions: positions, line: line)).map(problem)
  }

  /// Reads the records of one kind; a span whose words are not in the text there fails to read.
  private func decode(
    _ kind: RecordKind, of number: Int, with reader: RecordReader, into reading: inout Reading
  ) throws -> [String] {
    var faults: [String] = []
    var decoded = reading
    try connection.forEach(
      "SELECT record, ordinal FROM \(kind.rawValue) WHERE reading = ? ORDER BY ordinal",
      [Value(number)]
    ) { row in
      let json = row.string(0)
      do {
        switch kind {
        case .entities: decoded.entities.append(try reader.read(Entity.self, json))
        case .places: decoded.places.append(try reader.read(Place.self, json))
        case .times: decoded.times.append(try reader.read(TimeSpan.self, json))
        case .events: decoded.events.append(try reader.read(Event.self, json))
        case .claims: decoded.claims.append(try reader.read(Claim.self, json))
        case .figures: decoded.figures.append(try reader.read(Figure.self, json))
        case .happenings: decoded.happenings.append(try reader.read(Happening.self, json))
        case .relations: decoded.relations.append(try reader.read(Relation.self, json))
        case .wording: decoded.wording.append(try reader.read(Wording.self, json))
        }
      } catch let error as DecodingError {
        faults.append("\(kind.rawValue) number \(row.int(1)): \(Self.reason(error))")
      }
      return true
    }
    reading = decoded
    return faults
  }

  private static func reason(_ error: DecodingError) -> String {
    switch error {
    case .dataCorrupted(let context), .keyNotFound(_, let context),
      .typeMismatch(_, let context), .valueNotFound(_, let context):
      context.debugDescription
    @unknown default: "cannot be read"
    }
  }

  /// Derives every row again and compares it with what is stored.
  private func columns(
    of reading: Reading, positions: PositionMap, line: ReportLine
  ) throws -> [String] {
    var faults: [String] = []
    let rows = try Entry.rows(
      of: reading, writer: ContractWriter(positions: positions), positions: positions)
    for (kind, rows) in Dictionary(grouping: rows, by: \.kind) {
      guard let table = RecordTable.all[kind] else { continue }
      let names = (["record"] + table.columns).joined(separator: ", ")
      var offset = 0
      try connection.forEach(
        "SELECT \(names) FROM \(table.name) WHERE reading = ? ORDER BY ordinal",
        [Value(line.number)]
      ) { row in
        let stored = (1..<row.count).map { row[$0] }
        if offset >= rows.count || stored != rows[offset].columns {
          faults.append("\(kind.rawValue) number \(offset + 1): its columns are not its record's")
        }
        offset += 1
        return true
      }
    }
    let words = try connection.rows(
      "SELECT record, role, words FROM words WHERE reading = ? ORDER BY number",
      [Value(line.number)]
    ) { Entry.Words(record: $0.string(0), role: $0.string(1), words: $0.string(2)) }
    if words != Entry.words(in: reading, positions: positions) {
      faults.append("the words it is found by are not its records'")
    }
    let parts = try connection.rows(
      "SELECT record, role, party FROM parts WHERE reading = ?", [Value(line.number)]
    ) { Entry.Part(record: $0.string(0), role: $0.string(1), party: $0.string(2)) }
    if Set(parts) != Set(Entry.parts(in: reading)) {
      faults.append("its participants are not its records'")
    }
    for band in Set(Shingles(reading.report.text).signature) {
      let isThere = try connection.first(
        "SELECT 1 FROM bands WHERE band = ? AND reading = ?", [.integer(band), Value(line.number)]
      ) { _ in true }
      guard isThere == nil else { continue }
      faults.append("its signature is not its text's")
      break
    }
    for (other, stored) in try ties(of: line.number) {
      let overlap = Shingles(reading.report.text).overlap(with: Shingles(try text(of: other)))
      guard [overlap.likeness, overlap.shared] != stored else { continue }
      faults.append("what it shares with an earlier report is not what was stored")
    }
    return faults
  }

  private func ties(of reading: Int) throws -> [(Int, [Double])] {
    try connection.rows(
      "SELECT of, likeness, shared FROM copies WHERE reading = ?", [Value(reading)]
    ) { ($0.int(0), [$0.double(1) ?? 0, $0.double(2) ?? 0]) }
  }
}

extension Snapshot {
  /// Looks for the bytes of every report that were put into the archive when it was read.
  ///
  /// - Returns: A problem for each report whose bytes are not there any more.
  /// - Throws: ``LedgerError`` if the ledger cannot be read.
  package func verifyPresence(in archive: Archive) throws(LedgerError) -> [Problem] {
    try answering {
      var problems: [Problem] = []
      try connection.forEach(
        """
        SELECT r.id, c.sha256 FROM captures c JOIN reports r ON r.number = c.report
        WHERE c.kept = 1 ORDER BY r.number, c.sha256
        """
      ) { row in
        if !archive.contains(row.string(1)) {
          problems.append(
            Problem(
              report: row.string(0), reason: "its original bytes are not in \(archive.path)"))
        }
        return true
      }
      return problems
    }
  }
}
