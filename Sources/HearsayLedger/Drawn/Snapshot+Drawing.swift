import HearsayDatabase

extension ReportLine {
  /// The row of the reading in this ledger; another ledger has others.
  package var row: Int { number }
}

extension Snapshot {
  /// The row of the newest reading; 0 in an empty ledger.
  ///
  /// - Throws: ``LedgerError``.
  package func newestRow() throws(LedgerError) -> Int {
    try answering {
      try connection.first("SELECT max(number) FROM readings") { $0.integer(0) ?? 0 } ?? 0
    }
  }

  /// The line of a reading.
  ///
  /// - Throws: ``LedgerError``.
  package func line(ofRow row: Int) throws(LedgerError) -> ReportLine {
    try answering { try stored.line(row) }
  }

  /// The addresses of readings that came after a row, in order.
  ///
  /// - Throws: ``LedgerError``.
  package func addresses(after row: Int) throws(LedgerError) -> [String] {
    try answering {
      try connection.rows(
        """
        SELECT DISTINCT r.address FROM readings g JOIN reports r ON r.number = g.report
        WHERE g.number > ? ORDER BY r.address
        """, [Value(row)]
      ) { $0.string(0) }
    }
  }

  /// The newest version of what stands at an address, exactly as it is kept.
  ///
  /// - Throws: ``LedgerError``.
  package func newest(at address: String) throws(LedgerError) -> ReportLine? {
    try answering {
      var conditions = Conditions()
      conditions.add(Scope(), connection.dialect)
      conditions.add("r.address = ?", .text(address))
      return try lines(conditions).last
    }
  }

  /// Which readings are near copies of which earlier ones.
  ///
  /// - Throws: ``LedgerError``.
  package func copyTies() throws(LedgerError) -> [(reading: Int, of: Int)] {
    try answering {
      try connection.rows("SELECT reading, of FROM copies ORDER BY reading, of") {
        ($0.int(0), $0.int(1))
      }
    }
  }

  /// The readings that a reading is a near copy of.
  ///
  /// - Throws: ``LedgerError``.
  package func copyTies(of reading: Int) throws(LedgerError) -> [Int] {
    try answering {
      try connection.rows("SELECT of FROM copies WHERE reading = ? ORDER BY of", [Value(reading)]) {
        $0.int(0)
      }
    }
  }

  /// The readings that are near copies of a reading.
  ///
  /// - Throws: ``LedgerError``.
  package func copies(tiedTo reading: Int) throws(LedgerError) -> [Int] {
    try answering {
      try connection.rows(
        "SELECT reading FROM copies WHERE of = ? ORDER BY reading", [Value(reading)]
      ) { $0.int(0) }
    }
  }

  /// Whether a reading was the newest of its address at the end of a moment.
  ///
  /// - Throws: ``LedgerError``.
  package func counted(_ row: Int, asOf: Moment) throws(LedgerError) -> Bool {
    try answering {
      var conditions = Conditions()
      conditions.add("g.number = ?", Value(row))
      conditions.add(known: asOf, versions: .latest)
      return try connection.first(
        "SELECT 1 FROM readings g JOIN reports r ON r.number = g.report WHERE \(conditions.sql)",
        conditions.values
      ) { _ in true } ?? false
    }
  }

  /// Whether any report was read again, so that an older reading of it may have counted in the past.
  ///
  /// - Throws: ``LedgerError``.
  package func hasOlderReadings() throws(LedgerError) -> Bool {
    try answering {
      try connection.first("SELECT 1 FROM shelf WHERE newest = 0 LIMIT 1") { _ in true } ?? false
    }
  }

  /// The readings that were tied to another since a row was the newest.
  ///
  /// - Throws: ``LedgerError``.
  package func readingsTied(after row: Int) throws(LedgerError) -> [Int] {
    try answering {
      try connection.rows(
        "SELECT DISTINCT reading FROM copies WHERE reading > ? OR of > ? ORDER BY reading",
        [Value(row), Value(row)]
      ) { $0.int(0) }
    }
  }

  /// The number of the newest decision; 0 if there is none.
  ///
  /// - Throws: ``LedgerError``.
  package func newestDecision() throws(LedgerError) -> Int {
    try answering {
      try connection.first("SELECT max(number) FROM decisions") { $0.integer(0) ?? 0 } ?? 0
    }
  }

  /// The names of all outlets.
  ///
  /// - Throws: ``LedgerError``.
  package func outlets() throws(LedgerError) -> [String] {
    try answering { try connection.rows("SELECT name FROM outlets") { $0.string(0) } }
  }

  /// The readings of outlets with these words in their names.
  ///
  /// - Throws: ``LedgerError``.
  package func readings(ofOutlet words: String) throws(LedgerError) -> [Int] {
    try answering {
      try connection.rows(
        """
        SELECT reading FROM shelf
        WHERE newest = 2 AND outlet IN
          (SELECT number FROM outlets WHERE name \(connection.dialect.like) ? ESCAPE '\\')
        """, [.text("%\(Conditions.literal(words))%")]
      ) { $0.int(0) }
    }
  }

  /// The readings about whose records anybody decided anything.
  ///
  /// - Throws: ``LedgerError``.
  package func decidedReadings() throws(LedgerError) -> [Int] {
    try answering {
      try connection.rows(
        """
        SELECT DISTINCT g.number FROM decisions d
        JOIN reports r ON r.id = substr(d.report, 1, 12) JOIN readings g ON g.report = r.number
        WHERE d.verdict <> 'note'
        """
      ) { $0.int(0) }
    }
  }

  /// The readings of whose reports somebody edited, rejected or added a record, each with the number of the newest decision about
  /// them: an *accept* by a second person may end what an edit said.
  ///
  /// - Throws: ``LedgerError``.
  package func revisedReadings() throws(LedgerError) -> [Int: Int] {
    try answering {
      Dictionary(
        try connection.rows(
          """
          SELECT g.number, max(d.number)
          FROM decisions d
          JOIN reports r ON r.id = substr(d.report, 1, 12)
          JOIN readings g ON g.report = r.number
          WHERE d.verdict <> 'note' AND d.other_report IS NULL
            AND d.report IN (SELECT report FROM decisions WHERE verdict IN ('edit', 'reject', 'add'))
          GROUP BY g.number
          """
        ) { ($0.int(0), $0.int(1)) }, uniquingKeysWith: max)
    }
  }

  /// The readings about whose happenings people decided, or took a decision back, after a number.
  ///
  /// - Throws: ``LedgerError``.
  package func readingsRuled(after number: Int) throws(LedgerError) -> [Int] {
    let new = try decisions(verdicts: [.same, .notSame, .undo], after: number)
    var ruled = new
    for undone in new.compactMap(\.undoes) {
      ruled += try decisions(after: undone - 1, limit: 1)
    }
    var rows: Set<Int> = []
    for key in Set(ruled.flatMap { [$0.target.report, $0.other?.report].compactMap(\.self) }) {
      if let line = try report(key: key) { rows.insert(line.row) }
    }
    return rows.sorted()
  }
}
