/// The tables of a ledger, as the steps that led to them.
///
/// A step that has been released is never edited: ledgers made with it exist. A change is a new step.
enum Schema {
  /// SQLite's `application_id` of a ledger: "HRSY" in ASCII.
  static let applicationID = 0x4852_5359

  /// The steps; a ledger's `user_version` is the number of those it has taken.
  static let steps: [String] = [reportsAndRecords + growsOnly(tablesOfStep1)]

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
      source TEXT,
      content TEXT NOT NULL,
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
      counts TEXT,
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

    -- Every name under which an entity or a place of a reading may be asked for.
    CREATE TABLE names(
      number INTEGER PRIMARY KEY,
      reading INTEGER NOT NULL REFERENCES readings(number),
      record TEXT NOT NULL,
      name TEXT NOT NULL
    ) STRICT;
    CREATE INDEX names_by_record ON names(reading, record);

    -- Who is blamed by a claim, and who does or suffers an event: an id, or words no entity was made of.
    CREATE TABLE parts(
      number INTEGER PRIMARY KEY,
      reading INTEGER NOT NULL REFERENCES readings(number),
      record TEXT NOT NULL,
      role TEXT NOT NULL,
      party TEXT,
      words TEXT
    ) STRICT;
    CREATE INDEX parts_by_record ON parts(reading, record, role);
    CREATE INDEX parts_by_party ON parts(reading, party);

    CREATE VIRTUAL TABLE readings_words USING fts5(
      title, text, content='readings', content_rowid='number',
      tokenize='unicode61 remove_diacritics 2');
    CREATE TRIGGER readings_to_words AFTER INSERT ON readings BEGIN
      INSERT INTO readings_words(rowid, title, text) VALUES (new.number, new.title, new.text);
    END;
    CREATE VIRTUAL TABLE claims_words USING fts5(
      source, content, content='claims', content_rowid='number',
      tokenize='unicode61 remove_diacritics 2');
    CREATE TRIGGER claims_to_words AFTER INSERT ON claims BEGIN
      INSERT INTO claims_words(rowid, source, content) VALUES (new.number, new.source, new.content);
    END;
    CREATE VIRTUAL TABLE figures_words USING fts5(
      counts, unit, content='figures', content_rowid='number',
      tokenize='porter unicode61 remove_diacritics 2');
    CREATE TRIGGER figures_to_words AFTER INSERT ON figures BEGIN
      INSERT INTO figures_words(rowid, counts, unit) VALUES (new.number, new.counts, new.unit);
    END;
    CREATE VIRTUAL TABLE names_words USING fts5(
      name, content='names', content_rowid='number',
      tokenize='unicode61 remove_diacritics 2');
    CREATE TRIGGER names_to_words AFTER INSERT ON names BEGIN
      INSERT INTO names_words(rowid, name) VALUES (new.number, new.name);
    END;
    CREATE VIRTUAL TABLE parts_words USING fts5(
      words, content='parts', content_rowid='number',
      tokenize='unicode61 remove_diacritics 2');
    CREATE TRIGGER parts_to_words AFTER INSERT ON parts BEGIN
      INSERT INTO parts_words(rowid, words) VALUES (new.number, new.words);
    END;

    """

  private static let tablesOfStep1 = [
    "reports", "captures", "readings", "entities", "places", "times", "events", "claims", "figures",
    "relations", "wording", "names", "parts",
  ]

  /// Full-text tables with the table each takes its words from.
  static let wordTables = [
    "readings_words": "readings", "claims_words": "claims", "figures_words": "figures",
    "names_words": "names", "parts_words": "parts",
  ]

  /// Refuses to change or remove rows, whoever asks: the ledger only grows.
  private static func growsOnly(_ tables: [String]) -> String {
    tables.map { table in
      """
      CREATE TRIGGER \(table)_stay BEFORE UPDATE ON \(table)
        BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;
      CREATE TRIGGER \(table)_remain BEFORE DELETE ON \(table)
        BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

      """
    }.joined()
  }
}
