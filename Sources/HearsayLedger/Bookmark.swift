import HearsayDatabase

/// How far an archive of many reports has been read: every report before the place is in the ledger.
package struct Bookmark: Hashable, Sendable {
  /// The archive's path from the root.
  package let archive: String
  /// What tells that the archive, and what reads it, are still the same.
  package let stamp: String
  /// Where to read on.
  package let place: String
  /// What was counted up to the place.
  package let tally: String

  package init(archive: String, stamp: String, place: String, tally: String) {
    self.archive = archive
    self.stamp = stamp
    self.place = place
    self.tally = tally
  }
}

extension Ledger {
  /// The bookmark in an archive, if one was put there with the same stamp.
  ///
  /// - Throws: ``LedgerError``.
  package func bookmark(in archive: String, stamp: String) throws(LedgerError) -> Bookmark? {
    try told {
      try connection.first(
        "SELECT place, tally FROM bookmarks WHERE archive = ? AND stamp = ?",
        [.text(archive), .text(stamp)]
      ) { Bookmark(archive: archive, stamp: stamp, place: $0.string(0), tally: $0.string(1)) }
    }
  }

  /// Puts a bookmark into an archive, in place of any that is there.
  ///
  /// - Throws: ``LedgerError``.
  package func put(_ bookmark: Bookmark) throws(LedgerError) {
    try told {
      try transact {
        let removed = try connection.run(
          "DELETE FROM bookmarks WHERE archive = ?", [.text(bookmark.archive)])
        writer.count("bookmarks", 1 - removed)
        let values: [Value] = [
          .text(bookmark.archive), .text(bookmark.stamp), .text(bookmark.place),
          .text(bookmark.tally),
        ]
        try connection.run(
          "INSERT INTO bookmarks(archive, stamp, place, tally, seal) VALUES (?, ?, ?, ?, ?)",
          values + [.text(Seal.of(values))])
      }
    }
  }

  /// Takes the bookmark out of an archive.
  ///
  /// - Throws: ``LedgerError``.
  package func removeBookmark(in archive: String) throws(LedgerError) {
    try told {
      try transact {
        let removed = try connection.run(
          "DELETE FROM bookmarks WHERE archive = ?", [.text(archive)])
        writer.count("bookmarks", -removed)
      }
    }
  }

  @discardableResult
  private func told<Result>(
    _ body: () throws -> Result
  ) throws(LedgerError) -> Result {
    do {
      return try body()
    } catch {
      throw LedgerError(error, path: path)
    }
  }
}
