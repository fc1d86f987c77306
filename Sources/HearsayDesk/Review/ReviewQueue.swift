package import HearsayLedger
package import HearsayRecords
package import HearsayStories

/// What waits for somebody to decide, in one of several orders (``Order``); what was assigned is asked for first in each.
package struct ReviewQueue {
  /// One thing to decide.
  package struct Item {
    package let line: ReportLine
    package let index: ReadingIndex
    /// The report as it was read, before anybody decided.
    package let read: Reading
    package let kind: RecordKind
    package let record: String
    package let state: ReviewState
    /// Notes on words of its report, or on the whole of it.
    package let notes: [Decision]
    /// Whether its report leaves it open, or reports differ on it.
    package var isContested: Bool
    /// How contested the question is, across reports, that the record gives an answer to; 0 if there is none.
    package internal(set) var contest = 0.0
    /// How many independent roots speak of its happening; 0 where nothing tells.
    package internal(set) var sources = 0
    package let isAssigned: Bool
    package let isBlind: Bool
    package let confidence: Double
    /// The other record, where it is asked whether both are one.
    package var pair: Pair?
    /// What tells it apart from all others.
    var name: String {
      "\(line.id):\(record)" + (pair.map { " \($0.link.from) \($0.link.to)" } ?? "")
    }

    /// The words that the record rests on first.
    package let words: TextSpan?
    /// The record as people left it, for who is not blind.
    package let shown: any Record
  }

  /// Another record, and why both are taken for one.
  package struct Pair {
    package let link: Incident.Link
    package let target: Decision.Target
    package let other: Decision.Target
  }

  let visit: Visit
  let order: Order
  /// Reports that one page may look into.
  static let window = 12
  private static let pairs = 6

  /// - Throws: ``DeskFault`` if the address asks for an order that there is not.
  package init(_ visit: Visit) throws(DeskFault) {
    self.visit = visit
    order = try visit.choice("order") ?? .worth
  }

  package func items() throws -> [Item] {
    var items: [Item] = []
    var looked = 0
    var seen: Set<String> = []
    var told = ToldRecords(visit)
    let assigned = try visit.file?.assignments(of: visit.person) ?? []
    for assignment in assigned {
      guard let line = try visit.snapshot.report(key: assignment.report, asOf: visit.asOf) else {
        continue
      }
      seen.insert(line.id)
      items += told.marked(
        try open(line, isAssigned: true, isBlind: assignment.blind), try told.story(of: line))
      if items.count > 200 { break }
    }
    var pairs: [Item] = []
    func look(_ line: ReportLine) throws {
      let found = try open(line, isAssigned: false, isBlind: false)
      guard !found.isEmpty else { return }
      looked += 1
      let story = try told.story(of: line)
      items += told.marked(found, story)
      if pairs.count < Self.pairs, let story { pairs += try doubtful(line, story, found) }
    }
    for id in try told.reports(order) where seen.insert(id).inserted {
      try look(try visit.line(id))
      // Half of the page is for what is new.
      if looked == Self.window / 2 { break }
    }
    for line in try visit.snapshot.reports(try visit.scope(limit: 200))
    where seen.insert(line.id).inserted {
      try look(line)
      if looked >= Self.window { break }
    }
    return order.sorted(items, pairs: Array(pairs.prefix(Self.pairs)))
  }

  /// The records of a report on which this person has not decided.
  private func open(_ line: ReportLine, isAssigned: Bool, isBlind: Bool) throws -> [Item] {
    let reviews = try visit.snapshot.reviews(of: line, asOf: visit.asOf)
    let opened = try visit.opened(line)
    let raw = opened.index.reading
    // Who is blind sees what was read, not what another made of it.
    let isAsRead = isBlind || visit.isBlind || reviews.isEmpty
    let left =
      isAsRead
      ? opened : OpenReadings.Open(Reviewing(reviews, opened.index.positions).reading(raw))
    func item(_ record: some Record, _ words: TextSpan?, _ confidence: Double) -> Item? {
      let id = record.recordID ?? ""
      let state = reviews.state(of: id)
      guard !state.decisions.contains(where: { $0.person == visit.person && $0.verdict != .note })
      else { return nil }
      return Item(
        line: line, index: left.index, read: raw, kind: type(of: record).kind, record: id,
        state: state, notes: reviews.notes, isContested: left.contested.contains(id),
        isAssigned: isAssigned,
        isBlind: isBlind, confidence: confidence, words: words, shown: record)
    }
    return left.index.reading.happenings.compactMap {
      item($0, Cards.words(of: $0, left.index), $0.confidence)
    } + left.index.reading.claims.compactMap { item($0, Cards.words(of: $0), $0.confidence) }
  }

  /// Pairs with a happening of this report that may be one, on which nobody has decided.
  private func doubtful(
    _ line: ReportLine, _ story: Story, _ found: [Item]
  ) throws -> [Item] {
    let decided = try PairsDecided(visit, story)
    var items: [Item] = []
    for link in story.unsure where link.to.hasPrefix(line.id + ":") {
      guard !decided.hasSaid(visit.person, link.from, link.to),
        let mine = found.first(where: { "\(line.id):\($0.record)" == link.to }),
        let target = try visit.target(link.from), let other = try visit.target(link.to)
      else { continue }
      var item = mine
      item.pair = Pair(link: link, target: target, other: other)
      items.append(item)
    }
    return items
  }
}

extension Visit {
  /// A happening as decisions name it.
  func target(_ record: String) throws -> Decision.Target? {
    guard let named = RecordName(record) else { return nil }
    return Decision.Target(
      report: try line(named.report).key, kind: .happenings, record: named.record)
  }

  /// Whether what others decided is hidden.
  package var isBlind: Bool { request.asked("blind") != nil }

  /// What was decided about a report, so far as this person may see it: who has it assigned blind sees their own work only.
  func reviews(of line: ReportLine) throws -> Reviews { try snapshot.reviews(of: line, asOf: asOf) }

  /// Whether a report was given to this person to be coded without seeing what others decided.
  func isBlind(to line: ReportLine) -> Bool {
    snapshot.blindness?.reports.contains(line.key) ?? false
  }
}
