import HearsayDatabase
import HearsayRecords

/// Takes a ledger over into an empty one, wherever the two are.
///
/// Every row as it is, so that each keeps its number and its seal. Only the
/// full-text tables are made anew, since each database has its own.
package enum LedgerCopy {
  /// So many readings are put into the full-text tables at a time.
  private static let together = 256

  /// - Parameters:
  ///   - source: The ledger that is there.
  ///   - target: The place of the new one.
  ///   - progress: Called with the number of readings done and of all.
  /// - Throws: ``LedgerError``; nothing is in the new ledger then.
  package static func copy(
    from source: String, to target: String,
    progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws(LedgerError) {
    let snapshot = try Snapshot(path: source)
    let connection = try LedgerStore.openForWriting(target, busyTimeoutMilliseconds: 30_000)
    do {
      let tables = try PostgresTables().tables
      try connection.transaction {
        for table in tables {
          let rows = try connection.first("SELECT 1 FROM \(table.name) LIMIT 1") { _ in true }
          guard rows == nil || table.name == "counts" else {
            throw LedgerError(
              .other,
              "\(LedgerLocation.shown(target)) holds something already; only an empty ledger takes in another"
            )
          }
        }
        for table in tables where table.name != "counts" {
          try copy(table, from: snapshot.connection, to: connection)
        }
        let names = Counts.names
        for name in names {
          try connection.run(
            "UPDATE counts SET count = ? WHERE name = ?",
            [Value(try Counts(snapshot.connection).of(name)), .text(name)])
        }
        try fillWords(snapshot, connection, progress)
      }
      try connection.settle()
    } catch {
      throw LedgerError(error, path: target)
    }
  }

  private static func copy(
    _ table: PostgresTables.Table, from source: any Database, to target: any Database
  ) throws {
    let names = table.columns.map(\.name)
    let insertion = Insertion(table.name, names)
    let order = table.key.isEmpty ? names : table.key
    try source.stream(
      """
      SELECT \(names.joined(separator: ", ")) FROM \(table.name) ORDER BY \(order.joined(separator: ", "))
      """
    ) { row in
      try target.add((0..<row.count).map { row[$0] }, insertion)
      return true
    }
  }

  private static func fillWords(
    _ snapshot: Snapshot, _ target: any Database, _ progress: (Int, Int) -> Void
  ) throws {
    let stored = StoredReading(snapshot.connection)
    let words = try target.makeWords()
    let all = try Counts(snapshot.connection).of("readings")
    var open: [Findable] = []
    var done = 0
    var after = 0
    while true {
      let numbers = try snapshot.connection.rows(
        "SELECT number FROM readings WHERE number > ? ORDER BY number LIMIT \(together)",
        [Value(after)]
      ) { $0.int(0) }
      guard let last = numbers.last else { break }
      after = last
      for number in numbers {
        if let one = try stored.findable(number) { open.append(one) }
      }
      try words.add(open)
      open = []
      done += numbers.count
      progress(done, all)
    }
  }
}
