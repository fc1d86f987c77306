import HearsayDatabase
import HearsayRecords

/// Digests that tell whether what is stored is what was stored.
///
/// A column that is changed together with its record, a row that is gone with all that spoke of it: comparing rows with each other
/// does not find everything, a digest of what was written does.
struct Seal {
  private let connection: any Database

  init(_ connection: any Database) { self.connection = connection }

  /// The digest of values in their order.
  static func of(_ values: [Value]) -> String {
    var sum = SHA256()
    for value in values {
      switch value {
      case .null: sum.update("n\n".utf8)
      case .integer(let number): sum.update("i\(number)\n".utf8)
      case .real(let number): sum.update("r\(number.bitPattern)\n".utf8)
      case .text(let text):
        sum.update("t\(text.utf8.count)\n".utf8)
        sum.update(text.utf8)
      case .blob(let bytes):
        sum.update("b\(bytes.count)\n".utf8)
        sum.update(bytes)
      }
    }
    return sum.hex()
  }

  /// The digest of records in the order of their kinds and numbers.
  static func records(_ records: some Sequence<(kind: RecordKind, json: String)>) -> String {
    var sum = SHA256()
    for record in records {
      sum.update("\(record.kind.rawValue) \(record.json.utf8.count)\n".utf8)
      sum.update(record.json.utf8)
    }
    return sum.hex()
  }

  /// The digest of the records of a reading as they are stored.
  func records(of reading: Int) throws -> String {
    let numbers = RecordNumber.range(of: reading)
    var sum = SHA256()
    for kind in RecordKind.allCases {
      try connection.forEach(
        "SELECT record FROM \(kind.rawValue) WHERE number BETWEEN ? AND ? ORDER BY number",
        [Value(numbers.first), Value(numbers.last)]
      ) { row in
        let json = row.string(0)
        sum.update("\(kind.rawValue) \(json.utf8.count)\n".utf8)
        sum.update(json.utf8)
        return true
      }
    }
    return sum.hex()
  }

  /// The digest of all that was stored with a reading: its report, itself, its records, and its ties to readings that were there.
  func reading(_ reading: Int, records: String) throws -> String {
    var values: [Value] = []
    try connection.forEach(
      """
      SELECT r.id, r.address, r.version, r.supersedes, r.sha256, r.first_seen, r.stood, g.ordinal,
        g.read_at, g.reader_version, g.reader_model, g.outlet, g.title, g.language, g.published,
        g.published_at, g.record, g.text_sha256
      FROM readings g JOIN reports r ON r.number = g.report WHERE g.number = ?
      """, [Value(reading)]
    ) { row in
      values += (0..<row.count).map { row[$0] }
      return false
    }
    return try self.reading(reading, stored: values, records: records)
  }

  /// The same where it is known what is stored of the report and of the reading, and whether there are ties.
  func reading(
    _ reading: Int, stored: [Value], records: String, hasTies: Bool = true
  ) throws -> String {
    var values: [Value] = [.text(records)] + stored
    guard hasTies else { return Self.of(values + [.null, .null]) }
    for sql in [
      "SELECT of, common, own, others FROM copies WHERE reading = ?1 AND of < ?1 ORDER BY of",
      """
      SELECT reading, common, own, others FROM copies WHERE of = ?1 AND reading < ?1 ORDER BY reading
      """,
    ] {
      try connection.forEach(sql, [Value(reading)]) { row in
        values += (0..<row.count).map { row[$0] }
        return true
      }
      values.append(.null)
    }
    return Self.of(values)
  }

  /// Tables whose rows have seals of their own, with the columns that they cover.
  static let tables: [(name: String, columns: String)] = [
    ("captures", "report, sha256, seen, stood, kept, provenance"),
    ("addresses", "met, address"), ("bookmarks", "archive, stamp, place, tally"),
  ]

  /// The same of decisions, since step 9.
  static let decisions = (
    name: "decisions",
    columns: """
    number, made, person, verdict, report, kind, record, other_report, other_kind, other_record, seen,
    given, reason, undoes, blind
    """
  )

  /// Seals decisions that older versions stored.
  static func fillDecisions(_ connection: any Database) throws {
    try connection.execute("DROP TRIGGER decisions_stay")
    let rows = try connection.rows("SELECT \(decisions.columns) FROM decisions") { row in
      (0..<row.count).map { row[$0] }
    }
    for row in rows {
      try connection.run(
        "UPDATE decisions SET seal = ? WHERE number = ?", [.text(of(row)), row[0]])
    }
    try connection.execute(Schema.stays("decisions"))
  }

  /// Seals what older versions stored.
  static func fill(_ connection: any Database) throws {
    try connection.execute("DROP TRIGGER captures_stay")
    for table in tables {
      let keys = table.name == "captures" ? ["report", "sha256"] : [table.columns.prefixWord]
      let rows = try connection.rows("SELECT \(table.columns) FROM \(table.name)") { row in
        (0..<row.count).map { row[$0] }
      }
      for row in rows {
        try connection.run(
          """
          UPDATE \(table.name) SET seal = ?
          WHERE \(keys.map { "\($0) = ?" }.joined(separator: " AND "))
          """, [.text(of(row))] + row.prefix(keys.count))
      }
    }
    try connection.execute(Schema.stays("captures"))
  }
}

extension String {
  fileprivate var prefixWord: String { String(prefix { $0 != "," }) }
}
