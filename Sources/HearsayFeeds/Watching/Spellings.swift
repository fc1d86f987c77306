import HearsayDatabase
import HearsayRecords
import HearsaySQLite

/// The addresses that a watch knows pages by: of several that mean one page (http and https, `www.`, a slash at the end, what tells who
/// sent the reader) the one that was named first.
struct Spellings {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// Makes the table, with the pages that are known already; memories of the first version have none.
  func make() throws {
    try connection.transaction {
      try connection.execute(
        """
        CREATE TABLE spellings(page TEXT PRIMARY KEY, address TEXT NOT NULL) STRICT, WITHOUT ROWID;
        PRAGMA user_version = 2
        """)
      for address in try connection.rows(
        "SELECT address FROM pages ORDER BY first_read IS NULL, first_read, address", [],
        { $0.string(0) })
      {
        _ = try first(for: address)
      }
    }
  }

  /// The address that was named first for the page of an address, which is that address itself if the page is new.
  func first(for address: String) throws(DatabaseError) -> String {
    let page = ReportAddress.of(met: address, sha256: "")
    let known = try connection.first(
      "SELECT address FROM spellings WHERE page = ?", [.text(page)]
    ) { $0.string(0) }
    if let known { return known }
    try connection.run(
      "INSERT INTO spellings(page, address) VALUES (?, ?)", [.text(page), .text(address)])
    return address
  }
}
