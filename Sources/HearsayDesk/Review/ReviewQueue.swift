package import HearsayLedger
package import HearsayRecords
package import HearsayStories

/// What waits for somebody to decide, in the order in which it is asked for: what was assigned, then what is contested, then what was
/// read least surely, with pairs that may not be one and a tenth of ordinary records between them, so that agreement is measured on
/// those too.
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
    package let isContested: Bool
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
  /// Reports that one page may look into.
  static let window = 12
  private static let pairs = 6

  package init(_ visit: Visit) { self.visit = visit }

  package func items() throws -> [Item] {
    var items: [Item] = []
    var looked = 0
    var seen: Set<String> = []
    let assigned = try visit.file?.assignments(of: visit.person) ?? []
    for assignment in assigned {
      guard let line = try visit.snapshot.report(key: assignment.report, asOf: visit.asOf) else {
        continue
      }
      seen.insert(line.id)
      items += try open(line, isAssigned: true, isBlind: assignment.blind)
      if items.count > 200 { break }
    }
    var pairs: [Item] = []
    for line in try visit.snapshot.reports(try visit.scope(limit: 200))
    where seen.insert(line.id).inserted {
      let found = try open(line, isAssigned: false, isBlind: false)
      items += found
      looked += found.isEmpty ? 0 : 1
      if pairs.count < Self.pairs, !found.isEmpty { pairs += try doubtful(line, found) }
      if looked == Self.window { break }
    }
    let sorted = items.enumerated().sorted { one, other in
      Self.order(one.element, one.offset) < Self.order(other.element, other.offset)
    }.map(\.element)
    let first = sorted.prefix { $0.isAssigned || $0.isContested }
    return Array(first) + pairs.prefix(Self.pairs) + sorted.dropFirst(first.count)
  }

  private static func order(_ item: Item, _ offset: Int) -> (Int, Int, Double, Int) {
    // A tenth of the ordinary ones comes first among them, whatever their confidence.
    let isTenth = mixed("\(item.line.id):\(item.record)") % 10 == 0
    return (
      item.isAssigned ? 0 : 1, item.isContested ? 0 : 1,
      isTenth && !item.isContested ? item.confidence / 2 : item.confidence, offset
    )
  }

  /// A number of a text that is the same everywhere (FNV-1a).
  private static func mixed(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
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
        state: state, isContested: left.contested.contains(id), isAssigned: isAssigned,
        isBlind: isBlind, confidence: confidence, words: words, shown: record)
    }
    return left.index.reading.happenings.compactMap {
      item($0, Cards.words(of: $0, left.index), $0.confidence)
    } + left.index.reading.claims.compactMap { item($0, Cards.words(of: $0), $0.confidence) }
  }

  /// Pairs with a happening of this report that may be one, on which nobody has decided.
  private func doubtful(_ line: ReportLine, _ found: [Item]) throws -> [Item] {
    guard visit.tables != nil, let story = try visit.keeper().story(of: line),
      story.reports.count <= 80
    else { return [] }
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
