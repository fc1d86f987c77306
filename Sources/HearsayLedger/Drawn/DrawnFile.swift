import FoundationEssentials
import HearsayDatabase
import HearsaySQLite

/// What was drawn from a ledger: sketches of readings, and which of them belong together.
///
/// Nothing here is truth. The file stands beside the ledger (`ledger.sqlite.drawn`), may be deleted at any time and is drawn again
/// from the ledger, which is never touched. It knows rows and bytes, not what they mean.
package final class DrawnFile {
  /// A sketch as it is kept.
  package struct Row: Sendable {
    /// The row of the reading in the ledger.
    package let reading: Int
    package let report: String
    package let address: String
    package let published: String?
    package let day: Int?
    /// When the ledger knew of it.
    package let seen: String
    package let signature: [UInt8]

    package init(
      reading: Int, report: String, address: String, published: String?, day: Int?, seen: String,
      signature: [UInt8]
    ) {
      self.reading = reading
      self.report = report
      self.address = address
      self.published = published
      self.day = day
      self.seen = seen
      self.signature = signature
    }
  }

  /// A reading in a story.
  package struct Member: Hashable, Sendable {
    package let reading: Int
    /// The reading it is a near copy of.
    package let copyOf: Int?

    package init(reading: Int, copyOf: Int?) {
      self.reading = reading
      self.copyOf = copyOf
    }
  }

  /// What lists tell of a story without drawing it.
  package struct StoryRow: Hashable, Sendable {
    package var first: String
    package var title: String?
    package var since: String?
    package var until: String?
    package var reports: Int
    package var outlets: Int
    /// How contested it is; lists begin with the most.
    package var weight: Double
    /// Its most contested question, in words.
    package var question: String?
    /// Types of its incidents, each between spaces.
    package var types: String
    /// Its places in lower case, each between line feeds.
    package var places: String
    /// How far the pair of its records that is hardest to tell is from a half; `nil` if there is none.
    package var doubt: Double?
    /// Whether somebody accuses somebody in it.
    package var accuses: Bool
    /// Of what kinds its outlets are, each between line feeds.
    package var kinds: String
    /// How many independent roots speak in it.
    package var sources: Int
    /// The countries that it names (three letters), each between line feeds, those first that most of its reports name.
    package var countries: String
    /// The countries that its outlets report from (two letters), so far as addresses tell, each between line feeds.
    package var origins: String

    package init(
      first: String, title: String?, since: String?, until: String?, reports: Int, outlets: Int,
      weight: Double, question: String?, types: String, places: String, doubt: Double?,
      accuses: Bool, kinds: String, sources: Int, countries: String, origins: String
    ) {
      self.first = first
      self.title = title
      self.since = since
      self.until = until
      self.reports = reports
      self.outlets = outlets
      self.weight = weight
      self.question = question
      self.types = types
      self.places = places
      self.doubt = doubt
      self.accuses = accuses
      self.kinds = kinds
      self.sources = sources
      self.countries = countries
      self.origins = origins
    }
  }

  let connection: Connection
  /// Where it is; `nil` in memory.
  package let path: String?

  /// The path of what is drawn from the ledger at `path`.
  package static func path(besideLedger path: String) -> String {
    LedgerLocation.beside(path) + ".drawn"
  }

  /// Opens what was drawn from the ledger at `ledger`, and makes it where there is none; in memory where nothing may be written.
  ///
  /// - Throws: ``LedgerError`` if it is damaged.
  package convenience init(besideLedger ledger: String) throws(LedgerError) {
    let path = Self.path(besideLedger: ledger)
    do {
      try self.init(path: path)
    } catch {
      // A folder that may not be written, or an older or damaged file: it is drawn anew, nothing is lost by that.
      guard error.code != .busy else { throw error }
      try self.init(path: nil)
    }
  }

  /// One that is gone when it is closed: SQLite keeps it in a file of its own where it does not fit into memory.
  ///
  /// - Throws: ``LedgerError``.
  package static func passing() throws(LedgerError) -> DrawnFile { try DrawnFile(path: "") }

  /// - Throws: ``LedgerError``.
  package init(path: String?) throws(LedgerError) {
    self.path = path
    do {
      connection = try Connection(
        path: path ?? ":memory:", access: .create, busyTimeoutMilliseconds: 30_000)
      try connection.execute(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -16000")
      try forgetOlder()
      try connection.execute(Self.tables + Self.graphTables + Self.partTables)
    } catch {
      throw LedgerError(error, path: path ?? "memory")
    }
  }

  /// Raised with every change of the tables: what stands in others is thrown away, and drawn again.
  private static let layout = 5

  private func forgetOlder() throws(DatabaseError) {
    let layout = try connection.first("PRAGMA user_version") { $0.int(0) }
    guard layout != Self.layout else { return }
    let tables = try connection.rows(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ) { $0.string(0) }
    for table in tables { try connection.execute("DROP TABLE \"\(table)\"") }
    try connection.execute("PRAGMA user_version = \(Self.layout)")
  }

  /// Whether anything was drawn from the ledger at `ledger`.
  package static func exists(besideLedger ledger: String) -> Bool {
    FileManager.default.fileExists(atPath: path(besideLedger: ledger))
  }

  /// Removes what was drawn from a ledger.
  package static func remove(besideLedger ledger: String) {
    for end in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path(besideLedger: ledger) + end)
    }
  }

  private static let tables = """
    CREATE TABLE IF NOT EXISTS state(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS sketches(
      reading INTEGER PRIMARY KEY, report TEXT NOT NULL, address TEXT NOT NULL, published TEXT,
      day INTEGER, seen TEXT NOT NULL,
      -- Whether another version or reading has taken its place: kept for questions about the past.
      gone INTEGER NOT NULL DEFAULT 0,
      signature BLOB NOT NULL, sketch BLOB NOT NULL, sheet BLOB) STRICT;
    CREATE INDEX IF NOT EXISTS sketches_by_address ON sketches(address);
    CREATE INDEX IF NOT EXISTS sketches_by_arrival ON sketches(seen);
    CREATE INDEX IF NOT EXISTS sketches_gone ON sketches(reading) WHERE gone;
    -- The story of each reading that counts; a copy has that of what it copies.
    CREATE TABLE IF NOT EXISTS members(
      reading INTEGER PRIMARY KEY, story TEXT NOT NULL, copy_of INTEGER) STRICT;
    CREATE INDEX IF NOT EXISTS members_by_story ON members(story);
    CREATE INDEX IF NOT EXISTS members_that_copy ON members(copy_of, reading)
      WHERE copy_of IS NOT NULL;
    CREATE TABLE IF NOT EXISTS stories(
      first TEXT PRIMARY KEY, title TEXT, since TEXT, until TEXT, reports INTEGER NOT NULL,
      outlets INTEGER NOT NULL, weight REAL NOT NULL, question TEXT, types TEXT NOT NULL,
      places TEXT NOT NULL, members TEXT NOT NULL, doubt REAL, accuses INTEGER NOT NULL,
      kinds TEXT NOT NULL, sources INTEGER NOT NULL, countries TEXT NOT NULL,
      origins TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS stories_in_order ON stories(-weight, -reports, first);
    CREATE INDEX IF NOT EXISTS stories_by_sources ON stories(-sources, first);
    CREATE INDEX IF NOT EXISTS stories_in_doubt ON stories(doubt) WHERE doubt IS NOT NULL;
    CREATE INDEX IF NOT EXISTS stories_that_accuse ON stories(-weight, -reports, first)
      WHERE accuses;
    -- Whole stories of more than one report.
    CREATE TABLE IF NOT EXISTS pages(first TEXT PRIMARY KEY, page BLOB NOT NULL) STRICT;

    """

  @discardableResult
  func answering<Result>(_ body: () throws -> Result) throws(LedgerError) -> Result {
    do {
      return try body()
    } catch {
      throw LedgerError(error, path: path ?? "memory")
    }
  }

  /// Runs `body` in one transaction; what it did is undone if it throws.
  ///
  /// - Throws: What `body` throws; ``LedgerError``.
  package func transaction<Result>(_ body: () throws -> Result) throws(LedgerError) -> Result {
    try answering { try connection.transaction(body) }
  }
}

// State.
extension DrawnFile {
  /// A word that was noted.
  package func state(_ key: String) throws(LedgerError) -> String? {
    try answering {
      try connection.first("SELECT value FROM state WHERE key = ?", [.text(key)]) { $0.string(0) }
    }
  }

  /// Notes a word.
  package func setState(_ key: String, _ value: String) throws(LedgerError) {
    try answering {
      try connection.run(
        "INSERT OR REPLACE INTO state(key, value) VALUES (?, ?)", [.text(key), .text(value)])
    }
  }

  /// Forgets everything that was drawn.
  package func clear() throws(LedgerError) {
    try answering {
      for table in [
        "state", "sketches", "members", "stories", "pages", "terms", "nearest", "points", "denials",
        "changes", "edits",
      ] {
        try connection.run("DELETE FROM \(table)")
      }
    }
  }
}

// Stories.
extension DrawnFile {
  /// The story that a reading is in, by its first report.
  package func story(of reading: Int) throws(LedgerError) -> String? {
    try answering {
      try connection.first("SELECT story FROM members WHERE reading = ?", [Value(reading)]) {
        $0.string(0)
      }
    }
  }

  /// The readings of a story, copies among them, each with the reading it copies.
  package func members(of story: String) throws(LedgerError) -> [Member] {
    try answering {
      try connection.rows(
        "SELECT reading, copy_of FROM members WHERE story = ? ORDER BY reading", [.text(story)]
      ) { Member(reading: $0.int(0), copyOf: $0.integer(1)) }
    }
  }

  /// What the members of each story were when it was drawn.
  package func drawnMembers() throws(LedgerError) -> [String: String] {
    try answering {
      Dictionary(
        try connection.rows("SELECT first, members FROM stories") { ($0.string(0), $0.string(1)) },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// What the members of some stories were when they were drawn.
  package func drawnMembers(of stories: Set<String>) throws(LedgerError) -> [String: String] {
    try answering {
      var members: [String: String] = [:]
      for story in stories {
        members[story] = try connection.first(
          "SELECT members FROM stories WHERE first = ?", [.text(story)]
        ) { $0.string(0) }
      }
      return members
    }
  }

  /// Takes a story away.
  package func remove(story: String) throws(LedgerError) {
    try answering {
      try connection.run("DELETE FROM stories WHERE first = ?", [.text(story)])
      try connection.run("DELETE FROM pages WHERE first = ?", [.text(story)])
      try connection.run("DELETE FROM points WHERE story = ?", [.text(story)])
      try connection.run("DELETE FROM denials WHERE story = ?", [.text(story)])
      try connection.run("DELETE FROM changes WHERE story = ?", [.text(story)])
      try connection.run("DELETE FROM members WHERE story = ?", [.text(story)])
    }
  }

  /// Keeps a story.
  package func put(
    _ story: StoryRow, members: [Member], as text: String
  ) throws(LedgerError) {
    try answering {
      try connection.run(
        """
        INSERT OR REPLACE INTO stories(first, title, since, until, reports, outlets, weight,
          question, types, places, members, doubt, accuses, kinds, sources, countries, origins)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .text(story.first), Value(story.title), Value(story.since), Value(story.until),
          Value(story.reports), Value(story.outlets), .real(story.weight), Value(story.question),
          .text(story.types), .text(story.places), .text(text),
          story.doubt.map(Value.real) ?? .null, Value(story.accuses),
          .text(story.kinds), Value(story.sources), .text(story.countries), .text(story.origins),
        ])
      for member in members {
        try connection.run(
          "INSERT OR REPLACE INTO members(reading, story, copy_of) VALUES (?, ?, ?)",
          [Value(member.reading), .text(story.first), Value(member.copyOf)])
      }
    }
  }

  /// Keeps a whole story.
  package func put(page: [UInt8], of story: String) throws(LedgerError) {
    try answering {
      try connection.run(
        "INSERT OR REPLACE INTO pages(first, page) VALUES (?, ?)", [.text(story), .blob(page)])
    }
  }

  /// A whole story as it was kept.
  package func page(of story: String) throws(LedgerError) -> [UInt8]? {
    try answering {
      try connection.first("SELECT page FROM pages WHERE first = ?", [.text(story)]) {
        $0.bytes(0)
      } ?? nil
    }
  }
}
