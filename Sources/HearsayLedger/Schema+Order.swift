import HearsayDatabase
import HearsayRecords

// Step 7.
extension Schema {
  /// Everything in the order of publication, and what tells that nothing was lost.
  ///
  /// Records are numbered by their readings, so that they need no index to be found by them. What they are asked by stands in one
  /// full-text table whose row numbers are the order of publication; that takes the place of tables of words and parts, and of an
  /// index for each column. Signatures are kept whole and sorted into bands many at a time, since each band is another page.
  static var order: String {
    RecordKind.allCases.map(numbered).joined()
      + """
      DROP TABLE words_index;
      DROP TABLE words;
      DROP TABLE parts;
      DROP TABLE readings_index;
      DROP TABLE bands;
      DROP TABLE copies;
      DROP INDEX readings_by_publication;
      DROP INDEX reports_by_bytes;

      CREATE TABLE outlets(
        number INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE
      ) STRICT;

      -- Readings in the order of publication, as ShelfOrder has it. Drawn from readings and reports: `newest` changes.
      CREATE TABLE shelf(
        place INTEGER PRIMARY KEY,
        room INTEGER NOT NULL CHECK(room > 0),
        reading INTEGER NOT NULL UNIQUE REFERENCES readings(number),
        newest INTEGER NOT NULL CHECK(newest IN (0, 1, 2)),
        at REAL NOT NULL,
        dated INTEGER NOT NULL CHECK(dated IN (0, 1)),
        outlet INTEGER REFERENCES outlets(number)
      ) STRICT;
      CREATE INDEX shelf_of_newest ON shelf(dated, place, outlet) WHERE newest = 2;

      -- The digest of everything that was stored with a reading, and the signature of its text.
      CREATE TABLE seals(
        reading INTEGER PRIMARY KEY REFERENCES readings(number),
        digest TEXT NOT NULL,
        signature BLOB NOT NULL
      ) STRICT;

      CREATE TABLE bands(
        band INTEGER NOT NULL,
        reading INTEGER NOT NULL REFERENCES readings(number),
        PRIMARY KEY(band, reading)
      ) STRICT, WITHOUT ROWID;

      -- Every pair of near copies that was met, the later one first.
      CREATE TABLE copies(
        reading INTEGER NOT NULL REFERENCES readings(number),
        of INTEGER NOT NULL REFERENCES readings(number),
        common INTEGER NOT NULL,
        own INTEGER NOT NULL,
        others INTEGER NOT NULL,
        PRIMARY KEY(reading, of)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX copies_by_original ON copies(of);

      ALTER TABLE captures ADD COLUMN seal TEXT;
      ALTER TABLE addresses ADD COLUMN seal TEXT;
      ALTER TABLE bookmarks ADD COLUMN seal TEXT;

      -- How many rows each table has, and how far the signatures are sorted into bands. Notes: they change.
      CREATE TABLE counts(
        name TEXT PRIMARY KEY,
        count INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE VIEW shelved AS
        SELECT s.place, g.title, g.text FROM shelf s JOIN readings g ON g.number = s.reading;

      -- Filled by the writer at the end of a transaction, in the order of their rows: FTS5 writes out what it has
      -- gathered at every savepoint and whenever a row comes before the last.
      CREATE VIRTUAL TABLE readings_index USING \(fullText["readings_index"] ?? "");
      CREATE VIRTUAL TABLE words_index USING \(fullText["words_index"] ?? "");

      """
      + growsOnly(["outlets", "seals", "bands", "copies"] + RecordKind.allCases.map(\.rawValue))
  }

  /// How the full-text tables are made.
  static let fullText = [
    "readings_index": """
    fts5(title, text, content='shelved', content_rowid='place', tokenize='unicode61 remove_diacritics 2')
    """,
    "words_index": """
    fts5(tags, speaker, blames, content, counts, actor, recipient, place, content='', columnsize=0, \
    tokenize='unicode61 remove_diacritics 2')
    """,
  ]

  /// Step 9.
  ///
  /// Left to itself FTS5 merges what it wrote before at every 64th page, whoever comes along: a report of three lines then had
  /// half a megabyte written. The writer tells it to merge when many reports come together; of those that come one by one sixteen
  /// are put together at a time.
  static var mergesOnlyWhenTold: String {
    indexes.map { "INSERT INTO \($0)(\($0), rank) VALUES ('automerge', 0);\n" }.joined()
  }

  /// A table of records made again without an index, with numbers that are made of their readings'.
  private static func numbered(_ kind: RecordKind) -> String {
    let name = kind.rawValue
    let columns = columns(of: kind)
    let names = columns.map(\.name).joined(separator: ", ")
    return """
      ALTER TABLE \(name) RENAME TO old_\(name);
      CREATE TABLE \(name)(
        number INTEGER PRIMARY KEY CHECK(number = reading * \(RecordNumber.most) + ordinal),
        reading INTEGER NOT NULL REFERENCES readings(number),
        ordinal INTEGER NOT NULL CHECK(ordinal BETWEEN 1 AND \(RecordNumber.most - 1)),
        \(columns.map { "\($0.name) \($0.type)" }.joined(separator: ",\n  "))
      ) STRICT;
      INSERT INTO \(name)(number, reading, ordinal, \(names))
        SELECT reading * \(RecordNumber.most) + ordinal, reading, ordinal, \(names)
        FROM old_\(name) ORDER BY reading, ordinal;
      DROP TABLE old_\(name);

      """
  }

  private struct Column {
    let name: String
    let type: String
  }

  /// The columns that a table of records had before this step, after `number`, `reading` and `ordinal`.
  private static func columns(of kind: RecordKind) -> [Column] {
    let words: String =
      switch kind {
      case .entities:
        """
        id TEXT NOT NULL, record TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, country TEXT, code TEXT
        """
      case .places:
        """
        id TEXT NOT NULL, record TEXT NOT NULL, kind TEXT, name TEXT NOT NULL, country TEXT, admin1 TEXT, lat REAL, \
        lon REAL, geonameid INTEGER, precision TEXT NOT NULL
        """
      case .times:
        "id TEXT NOT NULL, record TEXT NOT NULL, earliest REAL, latest REAL, granularity TEXT"
      case .events:
        """
        id TEXT NOT NULL, record TEXT NOT NULL, type TEXT NOT NULL, mode TEXT, cameo TEXT, status TEXT NOT NULL, \
        certainty TEXT NOT NULL, said_by TEXT, place TEXT, time TEXT, earliest REAL, latest REAL, \
        confidence REAL NOT NULL
        """
      case .claims:
        """
        id TEXT NOT NULL, record TEXT NOT NULL, speaker TEXT, speaker_name TEXT, act TEXT NOT NULL, \
        polarity TEXT NOT NULL, certainty TEXT NOT NULL, parent TEXT, confidence REAL NOT NULL
        """
      case .figures:
        """
        id TEXT NOT NULL, record TEXT NOT NULL, value REAL, low REAL, high REAL, unit TEXT, about TEXT, said_by TEXT
        """
      case .happenings:
        """
        id TEXT NOT NULL, record TEXT NOT NULL, type TEXT NOT NULL, mode TEXT, cameo TEXT, main INTEGER NOT NULL, \
        background INTEGER NOT NULL, status TEXT NOT NULL, certainty TEXT NOT NULL, earliest REAL, latest REAL, \
        confidence REAL NOT NULL
        """
      case .relations:
        "record TEXT NOT NULL, kind TEXT NOT NULL, holder TEXT NOT NULL, other TEXT NOT NULL"
      case .wording: "record TEXT NOT NULL, kind TEXT NOT NULL, words TEXT NOT NULL"
      }
    return words.replacing(", ", with: ",").split(separator: ",").map { column in
      let parts = column.split(separator: " ", maxSplits: 1)
      return Column(name: String(parts[0]), type: String(parts[1]))
    }
  }

  /// Puts what is in the ledger already where today's writer puts it.
  static func fillOrder(_ connection: any Database) throws {
    try Counts.fill(connection)
    let writer = ReadingWriter(connection)
    let readings = try connection.rows("SELECT number FROM readings ORDER BY number") { $0.int(0) }
    for reading in readings {
      try writer.shelve(stored: reading)
      if writer.isHeavy { try writer.flush() }
    }
    try writer.flush()
    let addresses = try connection.rows("SELECT address FROM reports WHERE version = 1") {
      $0.string(0)
    }
    for address in addresses { try Shelf(connection).markAll(at: address) }
    try Seal.fill(connection)
  }
}
