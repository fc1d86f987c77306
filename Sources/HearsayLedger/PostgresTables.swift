import HearsayDatabase
import HearsayRecords
import HearsaySQLite

/// The tables of a ledger as PostgreSQL has them.
///
/// Drawn from those that the steps of ``Schema`` make, so that there is one definition of them: the steps are run on nothing, and what
/// came of it is read. Only the full-text tables are PostgreSQL's own.
struct PostgresTables {
  struct Column: Hashable {
    let name: String
    /// As PostgreSQL calls it.
    let type: String
    let isRequired: Bool
    /// Its place in the primary key, from 1; 0 outside of it.
    let key: Int
  }

  struct Table {
    let name: String
    let columns: [Column]
    let uniques: [[String]]
    /// Columns that hold the number of a row of another table.
    let references: [(column: String, table: String)]

    /// The columns of the primary key, in order.
    var key: [String] { columns.filter { $0.key > 0 }.sorted { $0.key < $1.key }.map(\.name) }
  }

  /// In an order in which each refers only to those before it, or to itself.
  let tables: [Table]
  /// Statements that make indexes, by their names.
  let indexes: [String: String]
  /// Tables whose rows may not be changed or removed.
  let growing: [String]

  /// References that only verifying looks after: a look-up for each of many rows would cost more than adding them.
  private static let unchecked = Set(RecordKind.allCases.map(\.rawValue) + ["bands"])

  init() throws(DatabaseError) {
    let memory = try Connection(path: ":memory:")
    for step in Schema.steps { try memory.execute(step.sql) }
    var open: [Table] = []
    for name in try memory.rows(
      """
      SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name
      """, { $0.string(0) })
    { open.append(try Self.table(name, memory)) }
    var sorted: [Table] = []
    while !open.isEmpty {
      let known = Set(sorted.map(\.name))
      let next = open.firstIndex { table in
        table.references.allSatisfy { known.contains($0.table) || $0.table == table.name }
      }
      sorted.append(open.remove(at: next ?? 0))
    }
    tables = sorted
    indexes = Dictionary(
      try memory.rows(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
      ) { ($0.string(0), $0.string(1)) }, uniquingKeysWith: { first, _ in first })
    growing = try memory.rows(
      "SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%\\_stay' ESCAPE '\\' ORDER BY 1"
    ) { $0.string(0) }
  }

  private static func table(_ name: String, _ memory: Connection) throws(DatabaseError) -> Table {
    let columns = try memory.rows(
      #"SELECT name, type, "notnull", pk FROM pragma_table_info(?) ORDER BY cid"#, [.text(name)]
    ) {
      Column(
        name: $0.string(0), type: types[$0.string(1)] ?? "text",
        isRequired: $0.int(2) == 1 || $0.int(3) > 0, key: $0.int(3))
    }
    var uniques: [[String]] = []
    for index in try memory.rows(
      "SELECT name FROM pragma_index_list(?) WHERE origin = 'u' ORDER BY name", [.text(name)],
      { $0.string(0) })
    {
      uniques.append(
        try memory.rows("SELECT name FROM pragma_index_info(?) ORDER BY seqno", [.text(index)]) {
          $0.string(0)
        })
    }
    let references = try memory.rows(
      #"SELECT "from", "table" FROM pragma_foreign_key_list(?) ORDER BY id"#, [.text(name)]
    ) { (column: $0.string(0), table: $0.string(1)) }
    return Table(name: name, columns: columns, uniques: uniques, references: references)
  }

  /// Text is compared byte by byte, as SQLite does.
  private static let types = [
    "INTEGER": "bigint", "REAL": "double precision", "TEXT": #"text COLLATE "C""#, "BLOB": "bytea",
  ]

  // MARK: As statements

  /// Makes all of it in an empty schema.
  var statements: [String] {
    tables.map(Self.create) + indexes.sorted { $0.key < $1.key }.map(\.value)
      + Self.fullText + [Self.monthly, Self.grows] + growing.map(Self.stays)
      + [
        "CREATE TABLE \(Self.format)(version bigint NOT NULL)",
        "INSERT INTO \(Self.format) VALUES (\(Schema.steps.count))",
      ]
  }

  /// The table that tells which steps of the schema the tables have; what tells a ledger from other tables, too.
  static let format = "hearsay_format"

  private static func create(_ table: Table) -> String {
    var lines = table.columns.map { column in
      "\"\(column.name)\" \(column.type)\(column.isRequired ? " NOT NULL" : "")"
    }
    func list(_ names: [String]) -> String { names.map { "\"\($0)\"" }.joined(separator: ", ") }
    if !table.key.isEmpty { lines.append("PRIMARY KEY (\(list(table.key)))") }
    lines += table.uniques.map { "UNIQUE (\(list($0)))" }
    if !unchecked.contains(table.name) {
      lines += table.references.map { "FOREIGN KEY (\"\($0.column)\") REFERENCES \($0.table)" }
    }
    return "CREATE TABLE \(table.name)(\n  \(lines.joined(separator: ",\n  "))\n)"
  }

  /// New rows lie in a heap before they are put into an index of words, and every look-up goes through all of that heap: of the four
  /// megabytes that PostgreSQL allows, a question of all months took a quarter of a second, of nothing 14 ms.
  private static let pending = "WITH (gin_pending_list_limit = 64)"

  /// A part for each month of publication: what is asked of some months does not look at the others, and the newest are asked first.
  private static let fullText = [
    """
    CREATE TABLE readings_index(place bigint NOT NULL PRIMARY KEY, words tsvector NOT NULL, size bigint NOT NULL)
      PARTITION BY RANGE (place)
    """,
    "CREATE INDEX readings_index_words ON readings_index USING gin(words) \(pending)",
    """
    CREATE TABLE words_index(key bigint NOT NULL PRIMARY KEY, words tsvector NOT NULL)
      PARTITION BY RANGE (key)
    """,
    "CREATE INDEX words_index_words ON words_index USING gin(words) \(pending)",
  ]

  /// Makes the parts of a month where there are none, with the rights of the one who made the ledger.
  ///
  /// Made apart and then put in, since that waits for nobody who reads.
  private static let monthly = """
    CREATE FUNCTION hearsay_month(month text, first bigint, behind bigint) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
    DECLARE
      whole text; part text; size bigint;
    BEGIN
      FOREACH whole IN ARRAY ARRAY['readings_index', 'words_index'] LOOP
        part := whole || '_' || month;
        size := CASE whole WHEN 'words_index' THEN \(ShelfOrder.keys) ELSE 1 END;
        CONTINUE WHEN to_regclass(quote_ident(part)) IS NOT NULL;
        EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', part, whole);
        EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%s)',
          whole, part, first * size, behind * size);
      END LOOP;
    END $$
    """

  private static let grows = """
    CREATE FUNCTION hearsay_grows() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'the ledger only grows';
    END $$
    """

  private static func stays(_ table: String) -> String {
    """
    CREATE TRIGGER \(table)_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON \(table)
      FOR EACH STATEMENT EXECUTE FUNCTION hearsay_grows()
    """
  }
}
