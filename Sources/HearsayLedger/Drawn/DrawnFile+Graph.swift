import HearsaySQLite

// Which reports find each other, and which are near.
extension DrawnFile {
  /// A report that is near another.
  package struct Near: Hashable, Sendable {
    package let reading: Int
    package let likeness: Float

    package init(reading: Int, likeness: Float) {
      self.reading = reading
      self.likeness = likeness
    }
  }

  static let graphTables = """
    -- Under which features a report is looked up; a day of NULL matches every day.
    CREATE TABLE IF NOT EXISTS terms(
      term INTEGER NOT NULL, day INTEGER, reading INTEGER NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS terms_by_term ON terms(term, day, reading);
    CREATE INDEX IF NOT EXISTS terms_by_reading ON terms(reading);
    -- The nearest of each report.
    CREATE TABLE IF NOT EXISTS nearest(
      reading INTEGER NOT NULL, other INTEGER NOT NULL, likeness REAL NOT NULL,
      PRIMARY KEY(reading, other)) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS nearest_by_other ON nearest(other);
    """

  /// Notes under which features a report is looked up.
  package func putTerms(_ terms: [Int], day: Int?, of reading: Int) throws(LedgerError) {
    try answering {
      for term in terms {
        try connection.run(
          "INSERT INTO terms(term, day, reading) VALUES (?, ?, ?)",
          [Value(term), Value(day), Value(reading)])
      }
    }
  }

  /// Takes a report out of the graph.
  package func removeNode(_ reading: Int) throws(LedgerError) {
    try answering {
      try connection.run("DELETE FROM terms WHERE reading = ?", [Value(reading)])
      try connection.run(
        "DELETE FROM nearest WHERE reading = ? OR other = ?", [Value(reading), Value(reading)])
    }
  }

  /// Takes all reports out of the graph.
  package func clearGraph() throws(LedgerError) {
    try answering {
      try connection.run("DELETE FROM terms")
      try connection.run("DELETE FROM nearest")
    }
  }

  /// Whether a report is in the graph.
  package func isNode(_ reading: Int) throws(LedgerError) -> Bool {
    try answering {
      try connection.first("SELECT 1 FROM terms WHERE reading = ? LIMIT 1", [Value(reading)]) { _ in
        true
      } ?? false
    }
  }

  /// The reports that are looked up under a feature, at most so many days from a day.
  package func readings(under term: Int, day: Int?, window: Int?) throws(LedgerError) -> [Int] {
    try answering {
      guard let day, let window else {
        return try connection.rows("SELECT reading FROM terms WHERE term = ?", [Value(term)]) {
          $0.int(0)
        }
      }
      return try connection.rows(
        """
        SELECT reading FROM terms WHERE term = ? AND day BETWEEN ? AND ?
        UNION ALL SELECT reading FROM terms WHERE term = ? AND day IS NULL
        """, [Value(term), Value(day - window), Value(day + window), Value(term)]
      ) { $0.int(0) }
    }
  }

  /// The nearest of a report.
  package func nearest(of reading: Int) throws(LedgerError) -> [Near] {
    try answering {
      try connection.rows(
        "SELECT other, likeness FROM nearest WHERE reading = ?", [Value(reading)]
      ) { Near(reading: $0.int(0), likeness: Float($0.double(1) ?? 0)) }
    }
  }

  /// The reports that have a report among their nearest.
  package func having(_ reading: Int) throws(LedgerError) -> [Int] {
    try answering {
      try connection.rows("SELECT reading FROM nearest WHERE other = ?", [Value(reading)]) {
        $0.int(0)
      }
    }
  }

  /// Notes the nearest of a report, in the place of those before.
  package func putNearest(_ nearest: [Near], of reading: Int) throws(LedgerError) {
    try answering {
      try connection.run("DELETE FROM nearest WHERE reading = ?", [Value(reading)])
      for near in nearest {
        try connection.run(
          "INSERT OR REPLACE INTO nearest(reading, other, likeness) VALUES (?, ?, ?)",
          [Value(reading), Value(near.reading), .real(Double(near.likeness))])
      }
    }
  }

  /// How many reports have a sketch.
  package func count() throws(LedgerError) -> Int {
    try answering {
      try connection.first("SELECT count(*) FROM sketches") { $0.int(0) } ?? 0
    }
  }

  /// The readings of an address that have a sketch.
  package func readings(of address: String) throws(LedgerError) -> [Int] {
    try answering {
      try connection.rows("SELECT reading FROM sketches WHERE address = ?", [.text(address)]) {
        $0.int(0)
      }
    }
  }

  /// Forgets the sketch of a reading, and whose member it is.
  package func removeSketch(_ reading: Int) throws(LedgerError) {
    try answering {
      try connection.run("DELETE FROM sketches WHERE reading = ?", [Value(reading)])
    }
  }

  /// The reading that a reading is drawn as a copy of.
  package func copyOf(_ reading: Int) throws(LedgerError) -> Int? {
    try answering {
      try connection.first("SELECT copy_of FROM members WHERE reading = ?", [Value(reading)]) {
        $0.integer(0)
      } ?? nil
    }
  }

  /// The readings that are drawn as copies of a reading.
  package func copies(of reading: Int) throws(LedgerError) -> [Int] {
    try answering {
      try connection.rows(
        "SELECT m.reading FROM members m JOIN members o ON o.story = m.story WHERE o.reading = ? AND m.copy_of = ?",
        [Value(reading), Value(reading)]
      ) { $0.int(0) }
    }
  }
}
