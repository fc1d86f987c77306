package import HearsayLedger

/// A page of the stories as they were.
package struct PastPage: Sendable {
  package var rows: [DrawnFile.StoryRow]
  /// Behind which story of now the next page begins; `nil` where this is the last.
  package var next: String?
}

// Lists of stories as they were. Where the ledger knew few reports then, all their stories are drawn; where it knew many, that would
// take minutes, and they are drawn page by page: in the order in which they stand now, each with the story of now that its first report
// is in.
extension StoryKeeper {
  /// So many reports are looked up for a page, and so many of them drawn anew.
  private static let mostLooked = 4_000
  private static let mostDrawn = 400

  /// Whether the stories of the moment that is asked about are listed page by page; nobody knows how many there were then.
  ///
  /// - Throws: ``LedgerError``.
  package func listsByPage() throws -> Bool {
    guard let asOf, try snapshot.newestRow() > mostDrawnWhole, try past() != nil,
      let kept = now?.file
    else { return false }
    return try kept.count(knownAt: asOf) > mostDrawnWhole
  }

  /// One page of them, from the story of now on behind which it begins (`after`).
  ///
  /// - Throws: ``LedgerError``.
  package func pastPage(_ wanted: StoryWanted) throws -> PastPage {
    guard let past = try past(), let kept = now?.file else { return PastPage(rows: []) }
    var page = PastPage(rows: [], next: wanted.after)
    var asked = StoryWanted()
    asked.limit = 50
    asked.after = wanted.after
    let decided = try decided()
    var looked = 0
    var drawn = 0
    while true {
      let batch = try kept.stories(asked)
      for row in batch {
        if page.rows.count >= wanted.limit || looked >= Self.mostLooked || drawn >= Self.mostDrawn {
          return page
        }
        let found = try stories(of: row, past, kept, decided)
        page.rows += found.stories.filter { wanted.holds($0.row, $0.readings) }.map(\.row)
        page.next = row.first
        looked += row.reports
        drawn += found.drawn
      }
      guard batch.count == asked.limit else { break }
      asked.after = batch.last?.first
    }
    page.next = nil
    return page
  }

  /// All that are wanted, page after page.
  func pastList(_ wanted: StoryWanted) throws -> [DrawnFile.StoryRow] {
    var rows: [DrawnFile.StoryRow] = []
    var asked = wanted
    while rows.count < wanted.limit {
      asked.limit = wanted.limit - rows.count
      let page = try pastPage(asked)
      rows += page.rows
      guard let next = page.next else { break }
      asked.after = next
    }
    return Array(rows.prefix(wanted.limit))
  }

  /// A story of the past by its first report, where lists are drawn page by page.
  func pastStory(first: String) throws -> Story? {
    if let known = drawnPast[first] { return known }
    return try story(of: try snapshot.report(first, asOf: asOf))
  }

  /// The stories of the past whose first report is in a story of now, and how many reports were drawn for them.
  private func stories(
    of row: DrawnFile.StoryRow, _ past: PastStories, _ kept: DrawnFile, _ decided: Set<String>
  ) throws -> (stories: [Own], drawn: Int) {
    let members = try kept.members(of: row.first)
    var covered: Set<Int> = []
    var stories: [Own] = []
    var drawn = 0
    for member in members {
      guard let reading = try thatWasThere(member.reading, kept), !covered.contains(reading),
        let found = try past.story(with: reading)
      else { continue }
      let readings = found.members.map(\.reading)
      covered.formUnion(readings)
      let isDecided = try readings.contains { reading in
        try kept.row(ofPast: reading).map { decided.contains(String($0.report.prefix(12))) }
          ?? false
      }
      // What is drawn depends on the members alone: the same are the same story.
      if found.members == members, !isDecided {
        stories.append(Own(row: row, readings: readings, changes: []))
        continue
      }
      let inputs = try inputs(found.members, in: kept, found.rulings, anew: decided)
      let (story, page) = inputs.whole(maker)
      drawn += readings.count
      guard try owner(of: story.report, among: readings, kept) == row.first else { continue }
      drawnPast[story.report] = story
      stories.append(Own(row: page.row, readings: readings, changes: []))
    }
    return (stories, drawn)
  }

  /// The reading that counted then of the address where a reading counts now; `nil` if there was none.
  private func thatWasThere(_ reading: Int, _ kept: DrawnFile) throws -> Int? {
    guard let asOf, let row = try kept.row(ofPast: reading) else { return nil }
    if let seen = Moment(row.seen), seen.first <= asOf.last { return reading }
    for version in try snapshot.versions(of: row.address).reversed()
    where try snapshot.counted(version.row, asOf: asOf) {
      return version.row
    }
    return nil
  }

  /// The story of now that a report is in, or what stands at its address now.
  private func owner(
    of report: String, among readings: [Int], _ kept: DrawnFile
  ) throws -> String? {
    for reading in readings {
      guard let row = try kept.row(ofPast: reading), row.report == report else { continue }
      if let story = try kept.story(of: reading) { return story }
      return try kept.readings(of: row.address).lazy.compactMap { try kept.story(of: $0) }.first
    }
    return nil
  }
}
