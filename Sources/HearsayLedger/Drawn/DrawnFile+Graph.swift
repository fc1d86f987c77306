import HearsayDatabase
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
    -- Under which features a report is looked up; one without a day has the day -1000000, which matches every day.
    CREATE TABLE IF NOT EXISTS terms(
      term INTEGER NOT NULL, day INTEGER NOT NULL, reading INTEGER NOT NULL,
      PRIMARY KEY(term, day, reading)) STRICT, WITHOUT ROWID;
    -- The nearest of each report in the graph: pairs of a reading and a likeness.
    CREATE TABLE IF NOT EXISTS nearest(reading INTEGER PRIMARY KEY, near BLOB NOT NULL) STRICT;
    """

  /// Under which feature a report is looked up.
  package struct Term: Sendable, Comparable {
    let term: Int
    let day: Int
    let reading: Int

    package init(term: Int, day: Int?, reading: Int) {
      self.term = term
      self.day = day ?? DrawnFile.anyDay
      self.reading = reading
    }

    package static func < (left: Term, right: Term) -> Bool {
      (left.term, left.day, left.reading) < (right.term, right.day, right.reading)
    }
  }

  /// The day of a report that has none.
  private static let anyDay = -1_000_000

  /// Notes under which features a report is looked up.
  package func putTerms(_ terms: [Int], day: Int?, of reading: Int) throws(LedgerError) {
    try answering {
      for term in terms { try put(Term(term: term, day: day, reading: reading)) }
    }
  }

  /// Notes a feature under which a report is looked up.
  package func put(_ term: Term) throws(LedgerError) {
    try answering {
      try connection.run(
        "INSERT OR REPLACE INTO terms(term, day, reading) VALUES (?, ?, ?)",
        [Value(term.term), Value(term.day), Value(term.reading)])
    }
  }

  /// Takes a report out of the graph, with the features that were noted for it.
  package func removeNode(_ reading: Int, terms: [Int], day: Int?) throws(LedgerError) {
    try answering {
      for term in terms {
        try connection.run(
          "DELETE FROM terms WHERE term = ? AND day = ? AND reading = ?",
          [Value(term), Value(day ?? Self.anyDay), Value(reading)])
      }
      try connection.run("DELETE FROM nearest WHERE reading = ?", [Value(reading)])
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
      try connection.first("SELECT 1 FROM nearest WHERE reading = ?", [Value(reading)]) { _ in
        true
      } ?? false
    }
  }

  /// A report in the graph with what it is compared by.
  package struct Kept: Sendable {
    package let reading: Int
    package let report: String
    package let day: Int?
    package let signature: [UInt8]
  }

  /// All reports in the graph but some.
  package func graph(without hidden: Set<Int>) throws(LedgerError) -> [Kept] {
    try answering {
      let readings = try connection.rows("SELECT reading FROM nearest") { $0.int(0) }
      return try readings.filter { !hidden.contains($0) }.compactMap { reading in
        try connection.first(
          "SELECT report, day, signature FROM sketches WHERE reading = ?", [Value(reading)]
        ) {
          Kept(
            reading: reading, report: $0.string(0), day: $0.integer(1),
            signature: $0.bytes(2) ?? [])
        }
      }
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
        UNION ALL SELECT reading FROM terms WHERE term = ? AND day = ?
        """,
        [
          Value(term), Value(day - window), Value(day + window), Value(term), Value(Self.anyDay),
        ]
      ) { $0.int(0) }
    }
  }

  /// The nearest of a report; none of one that is not in the graph.
  package func nearest(of reading: Int) throws(LedgerError) -> [Near] {
    try answering {
      let bytes = try connection.first(
        "SELECT near FROM nearest WHERE reading = ?", [Value(reading)]
      ) { $0.bytes(0) ?? [] }
      return Self.near(bytes ?? [])
    }
  }

  /// Notes the nearest of a report, in the place of those before, and that it is in the graph.
  package func putNearest(_ nearest: [Near], of reading: Int) throws(LedgerError) {
    try answering {
      try connection.run(
        "INSERT OR REPLACE INTO nearest(reading, near) VALUES (?, ?)",
        [Value(reading), .blob(Self.bytes(nearest))])
    }
  }

  /// Eight bytes of the reading and four of the likeness for each, the lowest first.
  private static func bytes(_ nearest: [Near]) -> [UInt8] {
    nearest.flatMap { near in
      stride(from: 0, to: 64, by: 8).map { UInt8(truncatingIfNeeded: near.reading >> $0) }
        + stride(from: 0, to: 32, by: 8).map {
          UInt8(truncatingIfNeeded: near.likeness.bitPattern >> UInt32($0))
        }
    }
  }

  private static func near(_ bytes: [UInt8]) -> [Near] {
    stride(from: 0, to: bytes.count - 11, by: 12).map { start in
      var reading = 0
      for offset in 0..<8 { reading |= Int(bytes[start + offset]) << (8 * offset) }
      var likeness: UInt32 = 0
      for offset in 0..<4 { likeness |= UInt32(bytes[start + 8 + offset]) << UInt32(8 * offset) }
      return Near(reading: reading, likeness: Float(bitPattern: likeness))
    }
  }

  /// How many readings are in stories.
  package func count() throws(LedgerError) -> Int {
    try answering {
      try connection.first("SELECT count(*) FROM members") { $0.int(0) } ?? 0
    }
  }

  /// The readings of an address that have a sketch.
  package func readings(of address: String) throws(LedgerError) -> [Int] {
    try answering {
      try connection.rows(
        "SELECT reading FROM sketches WHERE address = ? AND gone = 0", [.text(address)]
      ) {
        $0.int(0)
      }
    }
  }

  /// Notes that another reading has taken the place of one.
  package func putAside(_ reading: Int) throws(LedgerError) {
    try answering {
      try connection.run("UPDATE sketches SET gone = 1 WHERE reading = ?", [Value(reading)])
      try connection.run("DELETE FROM edits WHERE reading = ?", [Value(reading)])
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

  /// The readings that are drawn as copies, each with the reading it copies.
  package func copies() throws(LedgerError) -> [(reading: Int, of: Int)] {
    try answering {
      try connection.rows("SELECT reading, copy_of FROM members WHERE copy_of IS NOT NULL") {
        ($0.int(0), $0.int(1))
      }
    }
  }
}
