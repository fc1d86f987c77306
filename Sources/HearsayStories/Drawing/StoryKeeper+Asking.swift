import HearsayLedger

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
