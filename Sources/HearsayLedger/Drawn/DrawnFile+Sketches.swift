import HearsayDatabase
import HearsaySQLite

// Sketches.
extension DrawnFile {
  /// Keeps the sketch of a reading.
  package func put(_ row: Row, sketch: [UInt8], sheet: [UInt8]?) throws(LedgerError) {
    try answering {
      try connection.run(
        """
        INSERT OR REPLACE INTO sketches(reading, report, address, published, day, seen, signature,
          sketch, sheet) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          Value(row.reading), .text(row.report), .text(row.address), Value(row.published),
          Value(row.day), .text(row.seen), .blob(row.signature), .blob(sketch),
          sheet.map(Value.blob) ?? .null,
        ])
    }
  }

  /// Which readings that count have a sketch.
  package func sketched() throws(LedgerError) -> Set<Int> {
    try answering {
      // Those that are gone are few, and found by an index; of the others only an index is gone through.
      var all = Set(try connection.rows("SELECT reading FROM sketches") { $0.int(0) })
      all.subtract(try gone())
      return all
    }
  }

  /// Readings that have a sketch and in whose place there is another now.
  package func gone() throws(LedgerError) -> [Int] {
    try answering {
      try connection.rows("SELECT reading FROM sketches WHERE gone") { $0.int(0) }
    }
  }

  /// Readings of which the ledger knew only after a moment.
  package func seen(after moment: Moment) throws(LedgerError) -> Set<Int> {
    try answering {
      Set(
        try connection.rows(
          "SELECT reading FROM sketches WHERE seen > ?", [.text(moment.lastText)]
        ) { $0.int(0) })
    }
  }

  /// How many readings the ledger knew at the end of a moment.
  package func count(knownAt moment: Moment) throws(LedgerError) -> Int {
    try answering {
      try connection.first(
        "SELECT count(*) FROM sketches WHERE seen <= ?", [.text(moment.lastText)]
      ) { $0.int(0) } ?? 0
    }
  }

  /// When the ledger learned of readings, cut to so many characters: the newest of such moments, the earliest of them first.
  package func arrivals(cutTo length: Int, most: Int) throws(LedgerError) -> [String] {
    try answering {
      var found: [String] = []
      var before = "~"
      // From one to the next by the index, however many arrived together.
      while found.count < most {
        let last = try connection.first(
          "SELECT max(seen) FROM sketches WHERE seen < ?", [.text(before)]
        ) { $0.text(0) }
        guard let moment = last ?? nil else { break }
        before = String(moment.prefix(length))
        found.append(before)
      }
      return found.reversed()
    }
  }

  /// The sketch of a reading; `nil` if there is none.
  package func sketch(of reading: Int) throws(LedgerError) -> [UInt8]? {
    try answering {
      try connection.first("SELECT sketch FROM sketches WHERE reading = ?", [Value(reading)]) {
        $0.bytes(0) ?? []
      }
    }
  }

  /// What denials of a reading are compared by; `nil` if there is nothing.
  package func sheet(of reading: Int) throws(LedgerError) -> [UInt8]? {
    try answering {
      try connection.first("SELECT sheet FROM sketches WHERE reading = ?", [Value(reading)]) {
        $0.bytes(0)
      } ?? nil
    }
  }

  /// The signature of a reading, of which very many are looked at.
  package func signature(of reading: Int) throws(LedgerError) -> [UInt8]? {
    try answering {
      try connection.first("SELECT signature FROM sketches WHERE reading = ?", [Value(reading)]) {
        $0.bytes(0) ?? []
      }
    }
  }

  /// The row of a reading that counts.
  package func row(of reading: Int) throws(LedgerError) -> Row? {
    try row("WHERE reading = ? AND gone = 0", reading)
  }

  /// The row of a reading, whether or not it counts still.
  package func row(ofPast reading: Int) throws(LedgerError) -> Row? {
    try row("WHERE reading = ?", reading)
  }

  private func row(_ which: String, _ reading: Int) throws(LedgerError) -> Row? {
    try answering {
      try connection.first(
        """
        SELECT reading, report, address, published, day, seen, signature FROM sketches \(which)
        """, [Value(reading)], Self.row)
    }
  }

  private static func row(_ row: HearsayDatabase.Row) -> Row {
    Row(
      reading: row.int(0), report: row.string(1), address: row.string(2), published: row.text(3),
      day: row.integer(4), seen: row.string(5), signature: row.bytes(6) ?? [])
  }
}
