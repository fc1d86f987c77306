package import HearsayLedger
import HearsayRecords

/// A contested point with the story it is of.
package struct StoryPoint: Sendable {
  package let story: Story
  package let question: Question

  package init(story: Story, question: Question) {
    self.story = story
    self.question = question
  }
}

/// Two records that may be one, with the story they are of.
package struct OpenPair: Sendable {
  package let story: Story
  package let link: Incident.Link

  static func isHarder(_ one: OpenPair, _ other: OpenPair) -> Bool {
    (one.link.doubt, one.link.from, one.link.to)
      < (other.link.doubt, other.link.from, other.link.to)
  }
}

// Single stories.
extension StoryKeeper {
  /// When the ledger learned of readings, cut to so many characters: the newest of such moments, the earliest of them first.
  ///
  /// - Throws: ``LedgerError``.
  package func arrivals(cutTo length: Int, most: Int) throws(LedgerError) -> [String] {
    try file.arrivals(cutTo: length, most: most)
  }

  /// A story by its first report.
  ///
  /// - Throws: ``LedgerError``.
  package func story(first: String) throws -> Story? {
    try drawn(first: first).map(marked)
  }

  private func drawn(first: String) throws -> Story? {
    if try listsByPage() { return try pastStory(first: first) }
    if let seen = try seen(first: first) { return seen }
    guard asOf == nil, let cache, let text = try file.drawnMembers(of: [first])[first] else {
      return try opened(first: first)
    }
    if let known = cache.story(first, drawnFrom: text) { return known }
    guard let story = try opened(first: first) else { return nil }
    cache.keep(story, first, drawnFrom: text)
    return story
  }

  private func opened(first: String) throws -> Story? {
    if let page = try file.page(of: first), let story = Story(page) { return story }
    let members = try file.members(of: first)
    return members.isEmpty ? nil : try record(members)
  }

  /// The story that a report is in.
  ///
  /// - Throws: ``LedgerError``.
  package func story(of line: ReportLine) throws -> Story? {
    if let past = try past() { return try self.past(of: line, past).map { try marked($0.story) } }
    try catchUp()
    if let seen = try seen(of: line.row) { return try marked(seen.story(maker)) }
    guard let first = try file.story(of: line.row) else { return nil }
    return try story(first: first)
  }

  /// The first report of the story that a report is in, by which the story is asked for.
  ///
  /// - Throws: ``LedgerError``.
  package func first(ofStoryWith line: ReportLine) throws -> String? {
    try catchUp()
    return try seen(of: line.row)?.first ?? file.story(of: line.row)
  }

  /// What was read from a report.
  func reading(of id: String) throws(LedgerError) -> Reading {
    try snapshot.reviewed(try snapshot.report(id, asOf: asOf), asOf: asOf)
  }
}

// What is asked across all stories: only those stories are opened of which something is told.
extension StoryKeeper {
  /// The most contested points of all stories, the most contested first.
  ///
  /// - Throws: ``LedgerError``.
  package func contested(kinds: [Question.Kind], limit: Int) throws -> [StoryPoint] {
    try catchUp()
    var open: [String: Story] = [:]
    return try file.points(kinds: kinds.map(\.rawValue), limit: limit).compactMap { point in
      let story = try open[point.story] ?? story(first: point.story)
      open[point.story] = story
      guard let story, story.contested.indices.contains(point.place) else { return nil }
      return StoryPoint(story: story, question: story.contested[point.place])
    }
  }

  /// The pairs of records that may be one and about which nobody decided, the hardest to tell first.
  ///
  /// - Throws: ``LedgerError``.
  package func unsure(limit: Int) throws -> [OpenPair] {
    try catchUp()
    var wanted = StoryWanted()
    wanted.isInDoubt = true
    // A story gives at least one pair, and one behind those that are wanted gives none before them.
    wanted.limit = limit
    var pairs: [OpenPair] = []
    for row in try file.stories(wanted) {
      if pairs.count >= limit, let doubt = row.doubt {
        pairs.sort(by: OpenPair.isHarder)
        if pairs[limit - 1].link.doubt < doubt { break }
      }
      guard let story = try story(first: row.first) else { continue }
      pairs += story.unsure.map { OpenPair(story: story, link: $0) }
    }
    return Array(pairs.sorted(by: OpenPair.isHarder).prefix(limit))
  }

  /// Shows who accuses whom, story by story, the most contested story first, until `body` says `false`.
  ///
  /// - Throws: ``LedgerError``; what `body` throws.
  package func forEachAccusation(_ body: (Accusation) throws -> Bool) throws {
    try catchUp()
    var wanted = StoryWanted()
    wanted.accuses = true
    wanted.limit = 100
    while true {
      let rows = try file.stories(wanted)
      for row in rows {
        for accusation in try story(first: row.first)?.accusations ?? [] {
          guard try body(accusation) else { return }
        }
      }
      guard rows.count == wanted.limit, let last = rows.last else { return }
      wanted.after = last.first
    }
  }
}
