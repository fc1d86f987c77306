import HearsayLedger

// Stories as somebody may see them from whom decisions are hidden: which reports belong together, and what they tell, without what
// others decided about the reports that this person codes blind.
extension StoryKeeper {
  /// A story as somebody sees it.
  struct Seen {
    let first: String
    let inputs: StoryInputs

    func story(_ maker: StoryMaker) -> Story { inputs.story(maker) }
  }

  /// The story that a reading is in; `nil` where it is the one that is drawn for all.
  func seen(of reading: Int) throws -> Seen? {
    guard let hidden = try hiddenReadings(), let drawn = try file.story(of: reading) else {
      return nil
    }
    let members = try file.members(of: drawn)
    guard members.contains(where: { hidden.contains($0.reading) }) else { return nil }
    return try seen(of: reading, drawnFor: members)
  }

  /// A story by its first report; `nil` where it is the one that is drawn for all.
  func seen(first: String) throws -> Story? {
    guard try hiddenReadings() != nil else { return nil }
    for member in try file.members(of: first)
    where try file.row(of: member.reading)?.report == first {
      return try seen(of: member.reading)?.story(maker)
    }
    // One that others joined to another has a first report of its own.
    guard let line = try? snapshot.report(first) else { return nil }
    return try seen(of: line.row)?.story(maker)
  }

  /// The stories that are drawn otherwise than for all for whoever looks; `nil` where there is none.
  func ownStories() throws -> OwnStories? {
    if let drawnOwn { return drawnOwn }
    guard let hidden = try hiddenReadings(), let blindness = eyes?.blindness else { return nil }
    let seen =
      "\(try snapshot.newestRow()) \(try snapshot.newestDecision()) \(blindness.person) "
      + blindness.reports.sorted().joined()
    if let known = cache?.own(seen) {
      drawnOwn = known
      return known
    }
    let replaced = Set(try hidden.compactMap { try file.story(of: $0) })
    var stories: [Own] = []
    for first in replaced.sorted() {
      let members = try file.members(of: first)
      var open = members.map(\.reading)
      while let reading = open.first {
        open.removeFirst()
        guard let seen = try self.seen(of: reading, drawnFor: members) else { continue }
        let page = seen.inputs.page(maker)
        let readings = seen.inputs.reports.map(\.member.reading)
        // One that others joined to another story hangs together with what is not theirs: it is one story all the same.
        if !stories.contains(where: { $0.row.first == page.row.first }) {
          stories.append(Own(row: page.row, readings: readings, changes: page.changes))
        }
        open.removeAll(where: readings.contains)
      }
    }
    let own = OwnStories(stories: stories, replaced: replaced)
    drawnOwn = own
    cache?.keep(own, seen)
    return own
  }

  private func seen(of reading: Int, drawnFor members: [DrawnFile.Member]) throws -> Seen? {
    guard let eyes, let blindness = eyes.blindness else { return nil }
    let anew = Set(
      blindness.reports.intersection(try snapshot.decidedReports()).map { String($0.prefix(12)) })
    let all = verdicts.about(members.map(\.reading))
    let own = all.filter { !blindness.hides($0.decision) }
    guard own.count < all.count else {
      return try seen(try inputs(members, in: file, own, anew: anew))
    }
    let others =
      try madeUnseen ?? PastStories(snapshot, file, nil, Verdicts(eyes), largest: largest)
    madeUnseen = others
    guard let found = try others?.story(with: reading) else { return nil }
    return try seen(try inputs(found.members, in: file, found.rulings, anew: anew))
  }

  private func seen(_ inputs: StoryInputs) throws -> Seen? {
    let cards = inputs.reports.compactMap { report in
      report.member.copyOf == nil ? Sketch(report.sketch)?.card : nil
    }
    let first = cards.min { ($0.published ?? "9999", $0.id) < ($1.published ?? "9999", $1.id) }
    return first.map { Seen(first: $0.id, inputs: inputs) }
  }

  /// The readings of reports about which something is hidden that others decided; `nil` where nothing is.
  private func hiddenReadings() throws -> Set<Int>? {
    guard asOf == nil, let blindness = eyes?.blindness else { return nil }
    if let known = knownHidden { return known.isEmpty ? nil : known }
    var readings: Set<Int> = []
    for key in blindness.reports.intersection(try snapshot.decidedReports()) {
      if let line = try snapshot.report(key: key) { readings.insert(line.row) }
    }
    for ruling in verdicts.rulings where blindness.hides(ruling.decision) {
      readings.formUnion(ruling.readings)
    }
    knownHidden = readings
    return readings.isEmpty ? nil : readings
  }
}
