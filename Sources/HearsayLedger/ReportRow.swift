import FoundationEssentials
import HearsayDatabase
import HearsayRecords

/// A version of a report as the ledger stores it.
struct ReportRow: Hashable {
  let number: Int
  let id: String
  let address: String
  let version: Int
  /// The number of the version before it.
  let supersedes: Int?
  let sha256: String
  let firstSeen: String
  let stood: String?

  /// Its columns in the order of the table, without the number.
  var values: [Value] {
    [
      .text(id), .text(address), Value(version), Value(supersedes), .text(sha256),
      .text(firstSeen), Value(stood),
    ]
  }
}

extension Ledger {
  /// The version with a number.
  func row(ofReport number: Int) throws(DatabaseError) -> ReportRow? {
    try connection.first(
      """
      SELECT id, address, version, supersedes, sha256, first_seen, stood FROM reports
      WHERE number = ?
      """, [Value(number)]
    ) { row in
      ReportRow(
        number: number, id: row.string(0), address: row.string(1), version: row.int(2),
        supersedes: row.integer(3), sha256: row.string(4), firstSeen: row.string(5),
        stood: row.text(6))
    }
  }
}

/// What a transaction knows of the addresses of its batch before it asks about each.
struct BatchKnowledge {
  /// Addresses of which the ledger has nothing.
  private(set) var unknown: Set<String> = []
  /// Ids that reports have.
  private(set) var takenIDs: Set<String> = []

  /// Of what is to be stored.
  init(of entries: [Entry], _ connection: any Database) throws {
    // PostgreSQL holds no such text: whoever asks about each is told so.
    let entries = entries.filter { !$0.address.utf8.contains(0) }
    guard entries.count > 1 else { return }
    let addresses = Set(entries.map(\.address))
    unknown = addresses.subtracting(
      try connection.rows(
        """
        SELECT value FROM \(connection.dialect.texts(of: "?")) WHERE
          EXISTS (SELECT 1 FROM reports r WHERE r.address = value)
          OR EXISTS (SELECT 1 FROM addresses a WHERE a.met = value)
        """, [.text(try Self.list(addresses))]
      ) { $0.string(0) })
    takenIDs = Set(
      try connection.rows(
        """
        SELECT value FROM \(connection.dialect.texts(of: "?")) WHERE
          EXISTS (SELECT 1 FROM reports r WHERE r.id = value)
        """, [.text(try Self.list(Set(entries.map(\.report.id))))]
      ) { $0.string(0) })
  }

  private static func list(_ texts: Set<String>) throws -> String {
    try String(decoding: JSONEncoder().encode(texts.sorted()), as: UTF8.self)
  }

  /// Whether an entry can be added without another question.
  ///
  /// The ledger has nothing of its address, and no report with its id. From now on it has.
  mutating func takesAtOnce(_ entry: Entry) -> Bool {
    let isUnknown = unknown.remove(entry.address) != nil
    unknown.remove(entry.met)
    return isUnknown && takenIDs.insert(entry.report.id).inserted
  }
}
