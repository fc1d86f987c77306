import HearsayDatabase
import HearsayRecords

/// The tables of a ledger, as the steps that led to them.
///
/// A step that has been released is never edited: ledgers made with it exist. A change is a new step.
package enum Schema {
  /// One step.
  struct Step {
    /// The tables it makes.
    let sql: String
    /// What it fills them with from a ledger that is there.
    var fill: (any Database) throws -> Void = { _ in }
  }

  /// SQLite's `application_id` of a ledger: "HRSY" in ASCII.
  static let applicationID = 0x4852_5359

  /// The steps; a ledger's `user_version` is the number of those it has taken.
  static var steps: [Step] {
    [
      Step(sql: reportsAndRecords + growsOnly(tablesOfStep1)),
      Step(sql: nearCopies + growsOnly(["bands"])),
      Step(sql: bookmarks),
      // Filled by step 7, which makes the tables again.
      Step(sql: copiesAndProvenance + growsOnly(["bands", "copies"])),
      Step(sql: happenings + growsOnly(["happenings"])),
      Step(sql: addresses, fill: fillAddresses),
      Step(sql: order, fill: fillOrder),
      Step(sql: decisions + growsOnly(["decisions"])),
      Step(sql: mergesOnlyWhenTold + sealedDecisions, fill: Seal.fillDecisions),
    ]
  }

  /// The SQL of the first `count` steps, as an older version would have run it.
  package static func sql(ofSteps count: Int) -> String {
    steps.prefix(count).map(\.sql).joined(separator: "\n")
  }

  /// Step 1.
  ///
  /// A report is one version of what stands at an address; a reading is what one reader made of it;
  /// a record keeps its JSON, with the columns that are asked for beside it.
  private static let reportsAndRecords = """
    CREATE TABLE reports(
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      address TEXT NOT NULL,
      version INTEGER NOT NULL CHECK(version > 0),
      supersedes INTEGER REFERENCES reports(number),
      sha256 TEXT NOT NULL,
      first_seen TEXT NOT NULL,
      UNIQUE(address, version)
    ) STRICT;
    CREATE INDEX reports_by_bytes ON reports(sha256);

    -- Every sequence of bytes that was seen to carry a report's text.
    CREATE TABLE captures(
      report INTEGER NOT NULL REFERENCES reports(number),
      sha256 TEXT NOT NULL,
      seen TEXT NOT NULL,
      PRIMARY KEY(report, sha256)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX captures_by_bytes ON captures(sha256);

    CREATE TABLE readings(
      number INTEGER PRIMARY KEY,
      report INTEGER NOT NULL REFERENCES reports(number),
      ordinal INTEGER NOT NULL CHECK(ordinal > 0),
      read_at TEXT NOT NULL,
      reader_version TEXT NOT NULL,
      reader_model TEXT,
      outlet TEXT,
      title TEXT,
      language TEXT,
      published TEXT,
      published_at REAL,
      record TEXT NOT NULL,
      text TEXT NOT NULL,
      text_sha256 TEXT NOT NULL,
      UNIQUE(report, ordinal)
    ) STRICT;
    CREATE INDEX readings_by_publication ON readings(published_at);

    CREATE TABLE entities(
      number INTEGER PRIMARY KEY,
      reading INTEGER NOT NULL REFERENCES readings(number),
      ordinal INTEGER NOT NULL,
      id TEXT NOT NULL,
      record TEXT NOT NULL,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      country TEXT,
      code TEXT,
      UNIQUE(reading, ordinal)
    ) STRICT;

    CREATE TABLE places(
      number INTEGER PRIMARY KEY,
      reading INTEGER NOT NULL REFERENCES readings(number),
      ordinal INTEGER NOT NULL,
      id TEXT NOT NULL,
      record TEXT NOT NULL,
      kind TEXT,
      name TEXT NOT NULL,
      country TEXT,
      admin1 TEXT,
      lat REAL,
      lon REAL,
      geonameid INTEGER,
      precision TEXT NOT NULL,
      UNIQUE(reading, ordinal)
    ) STRICT;
    CREATE INDEX places_by_geonameid ON places(geonameid);

    CREATE TABLE times(
      number INTEGER PRIMARY KEY,
      reading INTEGER NOT NULL REFERENCES readings(number),
      ordinal INTEGER NOT NULL,
      id TEXT NOT NULL,
      record TEXT NOT NULL,
      earliest REAL,
      latest REAL,
      granularity TEXT,
      UNIQUE(reading, ordinal)
    ) STRICT;

    CREATE TABLE events(
      number INTEGER PRIMARY KEY,
      reading INTEGER NOT NULL REFERENCES readings(number),
      ordinal INTEGER NOT NULL,
      id TEXT NOT NULL,
      record TEXT NOT NULL,
      type TEXT NOT NULL,
      mode TEXT,
      cameo TEXT,
      status TEXT NOT NULL,
      certainty TEXT NOT NULL,
      said_by TEXT,
      place TEXT,
      time TEXT,
      earliest REAL,
      latest REAL,
      confidence REAL NOT NULL,
      UNIQUE(reading, ordinal)
    ) STRICT;
    CREATE INDEX events_by_type ON events(type, status);
    CREATE INDEX events_by_time ON events(earliest);

    CREATE TABLE claims(
      number INTEGER PRIMARY KEY,
      reading INTEGER NOT NULL REFERENCES readings(number),
      ordinal INTEGER NOT NULL,
      id TEXT NOT NULL,
      record TEXT NOT NULL,
      speaker TEXT,
      speaker_name TEXT,
      act TEXT NOT NULL,
      polarity TEXT NOT NULL,
      certainty TEXT NOT NULL,
      parent TEXT,
      confidence REAL NOT NULL,
      UNIQUE(reading, ordinal)
    ) STRICT;
    CREATE INDEX claims_by_act ON claims(act);

    CREATE TABLE figures(
      number INTEGER PRIMARY KEY,
      reading INTEGER NOT NULL REFERENCES readings(number),
      ordinal INTEGER NOT NULL,
      id TEXT NOT NULL,
      record TEXT NOT NULL,
      value REAL,
      low REAL,
      high REAL,
      unit TEXT,
      about TEXT,
      said_by TEXT,
      UNIQUE(reading, ordinal)
    ) STRICT;

    CREATE TABLE relations(
      number INTEGER PRIMARY KEY,
      reading INTEGER NOT NULL REFERENCES readings(number),
      ordinal INTEGER NOT NULL,
      record TEXT NOT NULL,
      kind TEXT NOT NULL,
      holder TEXT NOT NULL,
      other TEXT NOT NULL,
      UNIQUE(reading, ordinal)
    ) STRICT;

    CREATE TABLE wording(
      number INTEGER PRIMARY KEY,
      reading INTEGER NOT NULL REFERENCES readings(number),
      ordinal INTEGER NOT NULL,
      record TEXT NOT NULL,
      kind TEXT NOT NULL,
      words TEXT NOT NULL,
      UNIQUE(reading, ordinal)
    ) STRICT;

    -- Everything by which a record may be asked for in words: an entity's or place's names, a claim's source
    -- and content, what a figure counts, the words of participants that no entity was made of. One table for
    -- all, since each full-text index costs as much at every commit as many rows do.
    CREATE TABLE words(
      number INTEGER PRIMARY KEY,
      reading INTEGER NOT NULL REFERENCES readings(number),
      record TEXT NOT NULL,
      role TEXT NOT NULL,
      words TEXT NOT NULL
    ) STRICT;
    CREATE INDEX words_by_record ON words(reading, record);

    -- The entities and places that are blamed by a claim, or do or suffer an event.
    CREATE TABLE parts(
      reading INTEGER NOT NULL REFERENCES readings(number),
      record TEXT NOT NULL,
      role TEXT NOT NULL,
      party TEXT NOT NULL,
      PRIMARY KEY(reading, record, role, party)
    ) STRICT, WITHOUT ROWID;

    -- Filled by the writer at the end of a transaction, not by triggers: FTS5 writes out what it has gathered
    -- at every savepoint, and a statement with triggers makes one.
    CREATE VIRTUAL TABLE readings_index USING fts5(
      title, text, content='readings', content_rowid='number',
      tokenize='unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE words_index USING fts5(
      words, content='words', content_rowid='number',
      tokenize='unicode61 remove_diacritics 2');

    """

  package static let tablesOfStep1 = [
    "reports", "captures", "readings", "entities", "places", "times", "events", "claims", "figures",
    "relations", "wording", "words", "parts",
  ]

  /// Step 2.
  ///
  /// The signature of every text, by which near copies are found.
  private static let nearCopies = """
    CREATE TABLE bands(
      band INTEGER NOT NULL,
      reading INTEGER NOT NULL REFERENCES readings(number),
      PRIMARY KEY(band, reading)
    ) STRICT, WITHOUT ROWID;

    """

  /// Step 3.
  ///
  /// How far archives of many reports have been read. Kept in the ledger, so that no bookmark can outlive the reports
  /// before it, whatever happens to the machine. Notes, not records: they are moved and removed.
  private static let bookmarks = """
    CREATE TABLE bookmarks(
      archive TEXT PRIMARY KEY,
      stamp TEXT NOT NULL,
      place TEXT NOT NULL,
      tally TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    """

  /// Step 4.
  ///
  /// Signatures of more bands; which reading is a near copy of which earlier one; and of versions and bytes, when they stood
  /// at the address (where that is told), whether they are in the archive, and what was known of them besides.
  private static let copiesAndProvenance = """
    DROP TABLE bands;
    CREATE TABLE bands(
      band INTEGER NOT NULL,
      reading INTEGER NOT NULL REFERENCES readings(number),
      PRIMARY KEY(band, reading)
    ) STRICT, WITHOUT ROWID;

    -- A reading has a row for each that was the earliest when one of the two was added.
    CREATE TABLE copies(
      reading INTEGER NOT NULL REFERENCES readings(number),
      of INTEGER NOT NULL REFERENCES readings(number),
      likeness REAL NOT NULL,
      shared REAL NOT NULL,
      PRIMARY KEY(reading, of)
    ) STRICT, WITHOUT ROWID;

    ALTER TABLE reports ADD COLUMN stood TEXT;
    ALTER TABLE captures ADD COLUMN stood TEXT;
    ALTER TABLE captures ADD COLUMN kept INTEGER NOT NULL DEFAULT 0 CHECK(kept IN (0, 1));
    ALTER TABLE captures ADD COLUMN provenance TEXT;

    """

  /// Step 5.
  ///
  /// What the events of a report tell of, each thing once. Readings of older versions have none.
  private static let happenings = """
    CREATE TABLE happenings(
      number INTEGER PRIMARY KEY,
      reading INTEGER NOT NULL REFERENCES readings(number),
      ordinal INTEGER NOT NULL,
      id TEXT NOT NULL,
      record TEXT NOT NULL,
      type TEXT NOT NULL,
      mode TEXT,
      cameo TEXT,
      main INTEGER NOT NULL,
      background INTEGER NOT NULL,
      status TEXT NOT NULL,
      certainty TEXT NOT NULL,
      earliest REAL,
      latest REAL,
      confidence REAL NOT NULL,
      UNIQUE(reading, ordinal)
    ) STRICT;
    CREATE INDEX happenings_by_type ON happenings(type, status);
    CREATE INDEX happenings_by_time ON happenings(earliest);

    """

  /// Step 6.
  ///
  /// Under which address a page is kept that was met at another: since pages call themselves by one, and since older versions
  /// took an address as it was written. Notes, not records.
  private static let addresses = """
    CREATE TABLE addresses(
      met TEXT PRIMARY KEY,
      address TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    """

  /// What is in the ledger already keeps its address, and what is read of the same page from now on becomes a version of it.
  private static func fillAddresses(_ connection: any Database) throws {
    let addresses = try connection.rows(
      "SELECT address FROM reports GROUP BY address ORDER BY min(number)"
    ) { $0.string(0) }
    for address in addresses {
      let met = WebAddress(address).page.text
      guard WebAddress(address).isWeb, met != address else { continue }
      try connection.run(
        "INSERT OR IGNORE INTO addresses(met, address) VALUES (?, ?)",
        [.text(met), .text(address)])
    }
  }

  /// The number of the next row of a table, as SQL: only one writes at a time.
  static func next(_ table: String) -> String {
    "(SELECT coalesce(max(number), 0) + 1 FROM \(table))"
  }

  /// Full-text tables.
  static let indexes = ["readings_index", "words_index"]

  /// Refuses to change or remove rows, whoever asks: the ledger only grows.
  static func growsOnly(_ tables: [String]) -> String {
    tables.map { table in
      stays(table) + """
        CREATE TRIGGER \(table)_remain BEFORE DELETE ON \(table)
          BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

        """
    }.joined()
  }

  /// The trigger that refuses to change rows of a table.
  static func stays(_ table: String) -> String {
    """
    CREATE TRIGGER \(table)_stay BEFORE UPDATE ON \(table)
      BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

    """
  }
}
