import HearsayDatabase
import HearsaySQLite

/// Which stories a list is to hold, and where it begins.
package struct StoryWanted: Hashable, Sendable {
  /// The newest report on this day or later: as dates are written.
  package var since: String?
  /// The first report on this day or earlier.
  package var until: String?
  /// An incident of one of these types.
  package var types: [String] = []
  /// The only one of ``types``.
  package var type: String? {
    get { types.first }
    set { types = newValue.map { [$0] } ?? [] }
  }
  /// An outlet of this kind.
  package var kind: String?
  /// Words in the name of a place of an incident.
  package var place: String?
  /// Or one of these countries named (three letters), where a place is asked for.
  package var countries: [String] = []
  /// Only those on which reports differ.
  package var isContested = false
  /// Only those with two records of which nobody knows whether they are one, the hardest to tell first.
  package var isInDoubt = false
  /// Only those in which somebody accuses somebody.
  package var accuses = false
  /// Those of which the most independent roots speak first, instead of the most contested.
  package var bySources = false
  /// Only those with a reading after this row.
  package var newsAfter: Int?
  /// Only those with one of these readings.
  package var among: [Int]?
  /// Only those with none of these readings.
  package var without: [Int] = []
  /// None of these stories.
  package var except: [String] = []
  /// Begins after this story.
  package var after: String?
  /// Where that story stands, if it is none of those that are drawn for all.
  package var behind: Place?
  package var limit = 25

  package init() {}

  /// Where a story stands in lists: the most contested first, of those the one with the most reports.
  package struct Place: Hashable, Sendable, Comparable {
    let weight: Double
    let reports: Int
    let first: String

    package init(_ row: DrawnFile.StoryRow) {
      weight = row.weight
      reports = row.reports
      first = row.first
    }

    package static func < (one: Place, other: Place) -> Bool {
      (-one.weight, -one.reports, one.first) < (-other.weight, -other.reports, other.first)
    }
  }

  /// Whether a story with these readings is one that is wanted, wherever it stands.
  package func holds(_ row: DrawnFile.StoryRow, _ readings: [Int]) -> Bool {
    if let since { guard let last = row.until, last >= since else { return false } }
    if let until { guard let first = row.since, first < until + "~" else { return false } }
    guard types.isEmpty || types.contains(where: { row.types.contains(" \($0) ") }),
      !isInDoubt || row.doubt != nil, !accuses || row.accuses, !isContested || row.weight > 0,
      kind.map({ row.kinds.contains("\n\($0)\n") }) ?? true,
      place.map({ isThere($0, row) }) ?? true,
      newsAfter.map({ after in readings.contains { $0 > after } }) ?? true,
      among.map({ !Set($0).isDisjoint(with: readings) }) ?? true
    else { return false }
    return Set(without).isDisjoint(with: readings)
  }

  private func isThere(_ place: String, _ row: DrawnFile.StoryRow) -> Bool {
    row.places.contains(place.lowercased())
      || countries.contains { row.countries.contains("\n\($0)\n") }
  }
}

// Lists of stories, a page at a time.
extension DrawnFile {
  /// The stories that are wanted, the most contested first.
  package func stories(_ wanted: StoryWanted) throws(LedgerError) -> [StoryRow] {
    try answering {
      var conditions = conditions(wanted)
      if let place = wanted.behind {
        conditions.add(
          "(-s.weight, -s.reports, s.first) > (?, ?, ?)", .real(-place.weight),
          Value(-place.reports), .text(place.first))
      } else if let after = wanted.after {
        conditions.add(
          """
          (-s.weight, -s.reports, s.first) > (SELECT -a.weight, -a.reports, a.first
            FROM stories a WHERE a.first = ?)
          """, .text(after))
      }
      let order =
        wanted.isInDoubt
        ? "s.doubt, s.first"
        : wanted.bySources ? "-s.sources, s.first" : "-s.weight, -s.reports, s.first"
      return try connection.rows(
        "\(Self.storyRows) WHERE \(conditions.sql) ORDER BY \(order) LIMIT ?",
        conditions.values + [Value(wanted.limit)], Self.storyRow)
    }
  }

  /// What lists tell of a story; `nil` if none begins with this report.
  package func row(ofStory first: String) throws(LedgerError) -> StoryRow? {
    try answering {
      try connection.first("\(Self.storyRows) WHERE s.first = ?", [.text(first)], Self.storyRow)
    }
  }

  private static let storyRows = """
    SELECT s.first, s.title, s.since, s.until, s.reports, s.outlets, s.weight, s.question,
      s.types, s.places, s.doubt, s.accuses, s.kinds, s.sources, s.countries, s.origins
    FROM stories s
    """

  private static func storyRow(_ row: HearsayDatabase.Row) -> StoryRow {
    StoryRow(
      first: row.string(0), title: row.text(1), since: row.text(2), until: row.text(3),
      reports: row.int(4), outlets: row.int(5), weight: row.double(6) ?? 0,
      question: row.text(7), types: row.string(8), places: row.string(9),
      doubt: row.double(10), accuses: row.int(11) == 1, kinds: row.string(12),
      sources: row.int(13), countries: row.string(14), origins: row.string(15))
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
    if !wanted.types.isEmpty {
      let either = wanted.types.map { _ in "instr(s.types, ' ' || ? || ' ') > 0" }
      conditions.add("(\(either.joined(separator: " OR ")))", of: wanted.types.map(Value.text))
    }
    if wanted.isInDoubt { conditions.add("s.doubt IS NOT NULL") }
    if wanted.accuses { conditions.add("s.accuses") }
    if let place = wanted.place {
      let either =
        ["instr(s.places, ?) > 0"]
        + wanted.countries.map { _ in "instr(s.countries, char(10) || ? || char(10)) > 0" }
      conditions.add(
        "(\(either.joined(separator: " OR ")))",
        of: [.text(place.lowercased())] + wanted.countries.map(Value.text))
    }
    if let kind = wanted.kind {
      conditions.add("instr(s.kinds, char(10) || ? || char(10)) > 0", .text(kind))
    }
    if !wanted.except.isEmpty {
      let names = wanted.except.map { "\"\($0.filter(\.isHexDigit))\"" }.joined(separator: ",")
      conditions.add("s.first NOT IN (SELECT value FROM json_each(?))", .text("[\(names)]"))
    }
    if wanted.isContested { conditions.add("s.weight > 0") }
    if let row = wanted.newsAfter {
      conditions.add("s.first IN (SELECT story FROM members WHERE reading > ?)", Value(row))
    }
    // As one value each: a statement takes only so many.
    let ofReadings =
      "(SELECT m.story FROM json_each(?) j CROSS JOIN members m ON m.reading = j.value)"
    if let readings = wanted.among {
      conditions.add("s.first IN \(ofReadings)", .text("\(readings)"))
    }
    if !wanted.without.isEmpty {
      conditions.add("s.first NOT IN \(ofReadings)", .text("\(wanted.without)"))
    }
    return conditions
  }
}
