import HearsayDatabase
import HearsaySQLite

// What is told otherwise than before, in the order of its dates.
extension DrawnFile {
  /// Something that a story tells otherwise, or newly.
  package struct Change: Hashable, Sendable {
    /// The story it is of, by its first report.
    package let story: String
    package let at: String
    package let kind: String
    package let words: String
    /// The report that tells it so.
    package let report: String

    package init(story: String, at: String, kind: String, words: String, report: String) {
      self.story = story
      self.at = at
      self.kind = kind
      self.words = words
      self.report = report
    }
  }

  /// Something that a reading tells otherwise than the version before it.
  package struct Edit: Hashable, Sendable {
    package let reading: Int
    /// When the ledger first saw it.
    package let seen: String
    package let at: String
    package let kind: String
    package let words: String

    package init(reading: Int, seen: String, at: String, kind: String, words: String) {
      self.reading = reading
      self.seen = seen
      self.at = at
      self.kind = kind
      self.words = words
    }
  }

  /// Keeps a change of a story.
  package func put(_ change: Change) throws(LedgerError) {
    try answering {
      try connection.run(
        "INSERT INTO changes(story, at, kind, words, report) VALUES (?, ?, ?, ?, ?)",
        [
          .text(change.story), .text(change.at), .text(change.kind), .text(change.words),
          .text(change.report),
        ])
    }
  }

  /// Keeps what changed in a reading, in the place of what was kept.
  package func put(_ edits: [Edit], of reading: Int) throws(LedgerError) {
    try answering {
      try connection.run("DELETE FROM edits WHERE reading = ?", [Value(reading)])
      for edit in edits {
        try connection.run(
          "INSERT INTO edits(reading, seen, at, kind, words) VALUES (?, ?, ?, ?, ?)",
          [
            Value(edit.reading), .text(edit.seen), .text(edit.at), .text(edit.kind),
            .text(edit.words),
          ])
      }
    }
  }

  /// The changes of stories at a date or later, as dates are written.
  package func changes(since day: String) throws(LedgerError) -> [Change] {
    try answering {
      try connection.rows(
        "SELECT story, at, kind, words, report FROM changes WHERE at >= ? ORDER BY at",
        [.text(day)]
      ) { row in
        Change(
          story: row.string(0), at: row.string(1), kind: row.string(2), words: row.string(3),
          report: row.string(4))
      }
    }
  }

  /// What changed in readings that were first seen on a date or later, as dates are written.
  package func edits(since day: String) throws(LedgerError) -> [Edit] {
    try edits("WHERE seen >= ? ORDER BY seen", .text(day))
  }

  /// What changed in a reading.
  package func edits(of reading: Int) throws(LedgerError) -> [Edit] {
    try edits("WHERE reading = ?", Value(reading))
  }

  private func edits(_ which: String, _ value: Value) throws(LedgerError) -> [Edit] {
    try answering {
      try connection.rows("SELECT reading, seen, at, kind, words FROM edits \(which)", [value]) {
        row in
        Edit(
          reading: row.int(0), seen: row.string(1), at: row.string(2), kind: row.string(3),
          words: row.string(4))
      }
    }
  }
}
