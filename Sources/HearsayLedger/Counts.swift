import HearsayDatabase
package import HearsayRecords

/// How much a ledger, or one report of it, holds.
package struct LedgerCounts: Hashable, Sendable {
  /// Different addresses.
  package let addresses: Int
  /// Reports, every version counted.
  package let reports: Int
  /// Readings, every one counted.
  package let readings: Int
  /// Records of each kind, of every reading.
  package let records: [RecordKind: Int]
}

/// Keeps count of the rows of every table, so that nobody has to count them, and so that a row that is gone is missed.
struct Counts {
  /// What is counted, and how it is counted anew.
  static let counted: [(name: String, sql: String)] =
    [
      "reports", "captures", "readings", "copies", "addresses", "bookmarks", "outlets", "shelf",
      "seals",
    ].map { ($0, "SELECT count(*) FROM \($0)") }
    + RecordKind.allCases.map { ($0.rawValue, "SELECT count(*) FROM \($0.rawValue)") } + [
      ("pages", "SELECT count(*) FROM reports WHERE version = 1")
    ]
  /// What is counted since step 9.
  static let countedLater = [("decisions", "SELECT count(*) FROM decisions")]
  /// Everything that is counted in every ledger.
  static var names: [String] { (counted + countedLater).map(\.name) + [sorted] }
  /// Words of all texts, where the database itself does not count them.
  static let words = "words"
  /// The highest number of a reading whose signature is sorted into bands.
  static let sorted = "sorted"

  private let connection: any Database

  init(_ connection: any Database) { self.connection = connection }

  /// Begins to count.
  static func fill(_ connection: any Database) throws {
    for (name, sql) in counted {
      try connection.run("INSERT INTO counts(name, count) VALUES (?, (\(sql)))", [.text(name)])
    }
    try connection.run("INSERT INTO counts(name, count) VALUES (?, 0)", [.text(sorted)])
  }

  /// What was counted of something.
  func of(_ name: String) throws(DatabaseError) -> Int {
    try connection.first("SELECT count FROM counts WHERE name = ?", [.text(name)]) { $0.int(0) }
      ?? 0
  }

  /// Adds what came.
  func add(_ counts: [String: Int]) throws(DatabaseError) {
    for (name, count) in counts where count != 0 {
      try connection.post(
        "UPDATE counts SET count = count + ? WHERE name = ?", [Value(count), .text(name)])
    }
  }

  /// Sets how far signatures are sorted.
  func setSorted(_ reading: Int) throws(DatabaseError) {
    try connection.run(
      "UPDATE counts SET count = ? WHERE name = ?", [Value(reading), .text(Self.sorted)])
  }
}

extension Snapshot {
  /// How much the ledger holds.
  ///
  /// - Throws: ``LedgerError``.
  package func counts() throws(LedgerError) -> LedgerCounts {
    try answering {
      let counts = Counts(connection)
      var records: [RecordKind: Int] = [:]
      for kind in RecordKind.allCases { records[kind] = try counts.of(kind.rawValue) }
      return LedgerCounts(
        addresses: try counts.of("pages"), reports: try counts.of("reports"),
        readings: try counts.of("readings"), records: records)
    }
  }

  /// How many records of each kind a report has, as it was read last.
  ///
  /// - Throws: ``LedgerError``.
  package func counts(of line: ReportLine) throws(LedgerError) -> [RecordKind: Int] {
    try answering {
      let numbers = RecordNumber.range(of: line.number)
      var records: [RecordKind: Int] = [:]
      for kind in RecordKind.allCases {
        records[kind] = try connection.first(
          "SELECT count(*) FROM \(kind.rawValue) WHERE number BETWEEN ? AND ?",
          [Value(numbers.first), Value(numbers.last)]
        ) { $0.int(0) }
      }
      return records
    }
  }
}
