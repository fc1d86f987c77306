import HearsayDatabase
import HearsaySQLite

// What is asked for across all stories, each with where in its story it stands: contested points, and denials of what others tell.
extension DrawnFile {
  static let partTables = """
    -- Each contested point: how contested it is, and its place in its story.
    CREATE TABLE IF NOT EXISTS points(
      story TEXT NOT NULL, place INTEGER NOT NULL, kind TEXT NOT NULL, weight REAL NOT NULL,
      PRIMARY KEY(story, place)) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS points_in_order ON points(-weight, story, place, kind);
    -- Each denial with what it denies in another report of its story.
    CREATE TABLE IF NOT EXISTS denials(
      story TEXT NOT NULL, reading INTEGER NOT NULL, denial TEXT NOT NULL,
      telling INTEGER NOT NULL, told TEXT NOT NULL, reasons TEXT NOT NULL, published TEXT) STRICT;
    CREATE INDEX IF NOT EXISTS denials_by_story ON denials(story);
    CREATE INDEX IF NOT EXISTS denials_given ON denials(reading);
    CREATE INDEX IF NOT EXISTS denials_received ON denials(telling);
    CREATE INDEX IF NOT EXISTS denials_in_order ON denials(published DESC, reading);
    -- What a story tells otherwise than before, or newly contests, where it is known since when.
    CREATE TABLE IF NOT EXISTS changes(
      story TEXT NOT NULL, at TEXT NOT NULL, kind TEXT NOT NULL, words TEXT NOT NULL,
      report TEXT NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS changes_by_story ON changes(story);
    CREATE INDEX IF NOT EXISTS changes_in_order ON changes(at);
    -- What changed in a reading since the version before it, and when it was first seen.
    CREATE TABLE IF NOT EXISTS edits(
      reading INTEGER NOT NULL, seen TEXT NOT NULL, at TEXT NOT NULL, kind TEXT NOT NULL,
      words TEXT NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS edits_by_reading ON edits(reading);
    CREATE INDEX IF NOT EXISTS edits_in_order ON edits(seen);

    """

  /// A contested point.
  package struct Point: Hashable, Sendable {
    /// The story it is of, by its first report.
    package let story: String
    /// Its place among those of its story.
    package let place: Int
    package let kind: String
    package let weight: Double

    package init(story: String, place: Int, kind: String, weight: Double) {
      self.story = story
      self.place = place
      self.kind = kind
      self.weight = weight
    }
  }

  /// Keeps a contested point.
  package func put(_ point: Point) throws(LedgerError) {
    try answering {
      try connection.run(
        "INSERT OR REPLACE INTO points(story, place, kind, weight) VALUES (?, ?, ?, ?)",
        [.text(point.story), Value(point.place), .text(point.kind), .real(point.weight)])
    }
  }

  /// The most contested points of all stories, the most contested first; of all kinds if none is given.
  package func points(kinds: [String], limit: Int) throws(LedgerError) -> [Point] {
    try answering {
      var conditions = Conditions()
      conditions.add("kind", isOneOf: kinds)
      return try connection.rows(
        """
        SELECT story, place, kind, weight FROM points WHERE \(conditions.sql)
        ORDER BY -weight, story, place LIMIT ?
        """, conditions.values + [Value(limit)]
      ) { row in
        Point(
          story: row.string(0), place: row.int(1), kind: row.string(2), weight: row.double(3) ?? 0)
      }
    }
  }

  /// A denial in one report and what it denies of what another tells.
  package struct Denial: Hashable, Sendable {
    /// The reading that denies.
    package let reading: Int
    /// Id of the claim that denies.
    package let denial: String
    /// The reading that tells it.
    package let telling: Int
    /// Id of the event or claim that is denied.
    package let told: String
    /// What speaks for it, in words.
    package let reasons: [String]
    /// When the report that denies was published.
    package let published: String?

    package init(
      reading: Int, denial: String, telling: Int, told: String, reasons: [String],
      published: String?
    ) {
      self.reading = reading
      self.denial = denial
      self.telling = telling
      self.told = told
      self.reasons = reasons
      self.published = published
    }
  }

  /// Keeps a denial of a story.
  package func put(_ denial: Denial, story: String) throws(LedgerError) {
    try answering {
      try connection.run(
        """
        INSERT INTO denials(story, reading, denial, telling, told, reasons, published)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .text(story), Value(denial.reading), .text(denial.denial), Value(denial.telling),
          .text(denial.told), .text(denial.reasons.joined(separator: " ")), Value(denial.published),
        ])
    }
  }

  /// What a reading denies of what others tell.
  package func denials(givenBy reading: Int) throws(LedgerError) -> [Denial] {
    try denials("WHERE reading = ? ORDER BY rowid", [Value(reading)])
  }

  /// What others deny of what a reading tells.
  package func denials(receivedBy reading: Int) throws(LedgerError) -> [Denial] {
    try denials("WHERE telling = ? ORDER BY rowid", [Value(reading)])
  }

  /// The readings that deny something, the newest first, from the one behind some on.
  package func denying(from start: Int, limit: Int) throws(LedgerError) -> [Int] {
    try answering {
      try connection.rows(
        """
        SELECT DISTINCT published, reading FROM denials ORDER BY published DESC, reading
        LIMIT ? OFFSET ?
        """, [Value(limit), Value(start)]
      ) { $0.int(1) }
    }
  }

  private func denials(_ which: String, _ values: [Value]) throws(LedgerError) -> [Denial] {
    try answering {
      try connection.rows(
        "SELECT reading, denial, telling, told, reasons, published FROM denials \(which)", values
      ) { row in
        Denial(
          reading: row.int(0), denial: row.string(1), telling: row.int(2), told: row.string(3),
          reasons: row.string(4).split(separator: " ").map(String.init), published: row.text(5))
      }
    }
  }
}
