package import HearsayLedger

// Lists of stories. Where decisions are hidden from who looks, the stories that rest on those stand in them as they are drawn for that
// person: they are counted, narrowed and ordered by what is told of them so.
extension StoryKeeper {
  /// A story that is drawn for one person, with what lists tell of it.
  struct Own: Sendable {
    let row: DrawnFile.StoryRow
    let readings: [Int]
    let changes: [DrawnFile.Change]
  }

  /// The stories that are drawn for one person, and those that are drawn for all in whose place they stand.
  struct OwnStories: Sendable {
    let stories: [Own]
    let replaced: Set<String>
  }

  /// What lists tell of all stories, the most contested first.
  ///
  /// - Throws: ``LedgerError``.
  package func list() throws -> [DrawnFile.StoryRow] {
    var wanted = StoryWanted()
    wanted.limit = .max
    return try list(wanted)
  }

  /// A page of that list.
  ///
  /// - Throws: ``LedgerError``.
  package func list(_ wanted: StoryWanted) throws -> [DrawnFile.StoryRow] {
    if try listsByPage() { return try pastList(wanted) }
    try catchUp()
    guard let own = try ownStories() else { return try file.stories(wanted) }
    var asked = wanted
    asked.except = Array(own.replaced)
    let before = own.stories.first { $0.row.first == wanted.after }
    asked.behind = try before.map { StoryWanted.Place($0.row) } ?? place(of: wanted.after)
    let mine = own.stories.filter { story in
      wanted.holds(story.row, story.readings)
        && asked.behind.map { $0 < StoryWanted.Place(story.row) } ?? true
    }
    let all = try file.stories(asked) + mine.map(\.row)
    if wanted.bySources {
      return Array(
        all.sorted { (-$0.sources, $0.first) < (-$1.sources, $1.first) }.prefix(wanted.limit))
    }
    return Array(all.sorted { StoryWanted.Place($0) < StoryWanted.Place($1) }.prefix(wanted.limit))
  }

  private func place(of first: String?) throws -> StoryWanted.Place? {
    try first.flatMap { try file.row(ofStory: $0) }.map { StoryWanted.Place($0) }
  }

  /// How many stories and reports such a list has in all.
  ///
  /// - Throws: ``LedgerError``.
  package func count(_ wanted: StoryWanted) throws -> (stories: Int, reports: Int) {
    try catchUp()
    guard let own = try ownStories() else { return try file.count(wanted) }
    var asked = wanted
    asked.except = Array(own.replaced)
    let others = try file.count(asked)
    let mine = own.stories.filter { wanted.holds($0.row, $0.readings) }
    return (
      others.stories + mine.count, others.reports + mine.reduce(0) { $0 + $1.row.reports }
    )
  }

  /// For each story with readings after a row of the ledger, how many.
  ///
  /// - Throws: ``LedgerError``.
  package func news(after row: Int) throws -> [String: Int] {
    try catchUp()
    var news = try file.news(after: row)
    guard let own = try ownStories() else { return news }
    for first in own.replaced { news[first] = nil }
    for story in own.stories {
      let new = story.readings.count { $0 > row }
      news[story.row.first] = new > 0 ? new : nil
    }
    return news
  }

  /// What stories tell otherwise, or newly, at a date or later, as dates are written.
  func storyChanges(since day: String) throws -> [DrawnFile.Change] {
    let all = try file.changes(since: day)
    guard let own = try ownStories() else { return all }
    return all.filter { !own.replaced.contains($0.story) }
      + own.stories.flatMap(\.changes).filter { $0.at >= day }
  }
}
