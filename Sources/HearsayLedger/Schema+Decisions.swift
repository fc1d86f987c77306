extension Schema {
  /// Step 8.
  ///
  /// What people decided. Reports are named by their keys, which are the same in every ledger, so that decisions can be carried
  /// from one to another.
  static let decisions = """
    CREATE TABLE decisions(
      number INTEGER PRIMARY KEY,
      made TEXT NOT NULL,
      person TEXT NOT NULL,
      verdict TEXT NOT NULL,
      report TEXT NOT NULL,
      kind TEXT,
      record TEXT NOT NULL,
      other_report TEXT,
      other_kind TEXT,
      other_record TEXT,
      seen TEXT,
      given TEXT,
      reason TEXT NOT NULL,
      undoes INTEGER REFERENCES decisions(number),
      blind INTEGER NOT NULL CHECK(blind IN (0, 1))
    ) STRICT;
    CREATE INDEX decisions_by_report ON decisions(report, record);
    CREATE INDEX decisions_by_other ON decisions(other_report) WHERE other_report IS NOT NULL;

    """

  /// Of step 9: what tells that no decision was lost or changed.
  static let sealedDecisions = """
    ALTER TABLE decisions ADD COLUMN seal TEXT;
    INSERT INTO counts(name, count) VALUES ('decisions', (SELECT count(*) FROM decisions));

    """
}
