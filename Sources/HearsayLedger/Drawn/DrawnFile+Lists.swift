import HearsaySQLite

/// Which stories a list is to hold, and where it begins.
package struct StoryWanted: Hashable, Sendable {
  /// The newest report on this day or later: as dates are written.
  package var since: String?
  /// The first report on this day or earlier.
  package var until: String?
  /// An incident of this type.
  package var type: String?
  /// Words in the name of a place of an incident.
  package var place: String?
  /// Only those on which reports differ.
  package var isContested = false
  /// Only those with a reading after this row.
  package var newsAfter: Int?
  /// Begins after this story.
  package var after: String?
  package var limit = 25

  package init() {}
}

// Lists of stories, a page at a time.
extension DrawnFile {
  /// The stories that are wanted, the most contested first.
  package func stories(_ wanted: StoryWanted) throws(LedgerError) -> [StoryRow] {
    try answering {
      var conditions = conditions(wanted)
      if let after = wanted.after {
        conditions.add(
          """
          (-s.weight, -s.reports, s.first) > (SELECT -a.weight, -a.reports, a.first
            FROM stories a WHERE a.first = ?)
          """, .text(after))
      }
      return try connection.rows(
        """
        SELECT s.first, s.title, s.since, s.until, s.reports, s.outlets, s.weight, s.question, s.types, s.places
        FROM stories s WHERE \(conditions.sql) ORDER BY -s.weight, -s.reports, s.first LIMIT ?
        """, conditions.values + [Value(wanted.limit)]
      ) { row in
        StoryRow(
          first: row.string(0), title: row.text(1), since: row.text(2), until: row.text(3),
          reports: row.int(4), outlets: row.int(5), weight: row.double(6) ?? 0,
          question: row.text(7), types: row.string(8), places: row.string(9))
      }
    }
  }

  /// How many stories are wanted, and how many reports are in them.
  package func count(_ wanted: StoryWanted) throws(LedgerError) -> (stories: Int, reports: Int) {
    try answering {
      let conditions = conditions(wanted)
      return try connection.first(
        "SELECT count(*), coalesce(sum(s.reports), 0) FROM stories s WHERE \(conditions.sql)",
        conditions.values
      ) { (stories: $0.int(0), reports: $0.int(1)) } ?? (0, 0)
    }
  }

  /// For each story with readings after a row, how many.
  package func news(after row: Int) throws(LedgerError) -> [String: Int] {
    try answering {
      Dictionary(
        try connection.rows(
          "SELECT story, count(*) FROM members WHERE reading > ? GROUP BY story", [Value(row)]
        ) { ($0.string(0), $0.int(1)) }, uniquingKeysWith: { first, _ in first })
    }
  }

  private func conditions(_ wanted: StoryWanted) -> Conditions {
    var conditions = Conditions()
    if let since = wanted.since { conditions.add("s.until >= ?", .text(since)) }
    // A day holds every moment that begins with it.
    if let until = wanted.until { conditions.add("s.since < ? || '~'", .text(until)) }
    if let type = wanted.type { conditions.add("instr(s.types, ' ' || ? || ' ') > 0", .text(type)) }
    if let place = wanted.place {
      conditions.add("instr(s.places, ?) > 0", .text(place.lowercased()))
    }
    if wanted.isContested { conditions.add("s.weight > 0") }
    if let row = wanted.newsAfter {
      conditions.add("s.first IN (SELECT story FROM members WHERE reading > ?)", Value(row))
    }
    return conditions
  }
}
