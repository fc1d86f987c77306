package import HearsayLedger
import HearsayRecords
package import HearsayStories

/// Which incidents are wanted.
package struct IncidentQuestion: Sendable {
  /// What one of its records must answer to; the same question as that of `hearsay events`.
  package var records = EventQuestion()
  /// Only the story of this report.
  package var story: ReportLine?
  /// Only the incident with this record, as `report:record`.
  package var incident: String?
  /// Whether each record stands by itself, as if no other told of the same.
  package var isByRecord = false

  package init() {}

  /// Whether all incidents are asked for.
  var isOfAll: Bool { story == nil && incident == nil && !asksOfRecords }

  /// Whether anything is asked of records.
  var asksOfRecords: Bool {
    var blank = EventQuestion()
    blank.scope.asOf = records.scope.asOf
    blank.scope.limit = records.scope.limit
    return records != blank
  }
}

/// Shows the incidents of a ledger one after the other, each with what its reports say of it.
package struct IncidentSource {
  private let snapshot: Snapshot
  private let keeper: StoryKeeper
  private let tables: ExchangeTables

  package init(_ snapshot: Snapshot, _ keeper: StoryKeeper, _ tables: ExchangeTables) {
    self.snapshot = snapshot
    self.keeper = keeper
    self.tables = tables
  }

  /// Shows the incidents asked for, by story, the story that began first first, until `body` says `false`; only one story is in
  /// memory at a time.
  ///
  /// - Throws: ``LedgerError``; what `body` throws.
  package func forEach(
    _ question: IncidentQuestion, _ body: (ExportedIncident) throws -> Bool
  ) throws {
    var wanted: Set<String>?
    var firsts: Set<String>?
    if question.asksOfRecords {
      var asked = question.records
      asked.scope.limit = nil
      var records: Set<String> = []
      var found: Set<String> = []
      var lines: [ReportLine] = []
      try snapshot.forEachHappening(asked) { happening in
        if records.insert("\(happening.report.id):\(happening.record.id)").inserted,
          lines.last?.id != happening.report.id
        {
          lines.append(happening.report)
        }
        return true
      }
      for line in lines {
        if let first = try keeper.first(ofStoryWith: line) { found.insert(first) }
      }
      wanted = records
      firsts = found
    }
    if let line = question.story {
      let first = try keeper.first(ofStoryWith: line)
      firsts = Set([first].compactMap(\.self)).intersection(firsts ?? Set([first ?? ""]))
    }
    let rows = try keeper.list().sorted {
      ($0.since ?? "9999", $0.first) < ($1.since ?? "9999", $1.first)
    }
    for row in rows where firsts?.contains(row.first) ?? true {
      guard let story = try keeper.story(first: row.first) else { continue }
      let chosen = story.incidents.filter { incident in
        (wanted.map { !$0.isDisjoint(with: incident.records) } ?? true)
          && (question.incident.map(incident.records.contains) ?? true)
      }
      guard !chosen.isEmpty else { continue }
      var book = try StoryBook(snapshot, story, asOf: question.records.scope.asOf)
      for incident in chosen {
        let exported = book.exported(incident, story, tables)
        // What was imported stays its maker's: an incident that only such rows tell is no row of ours.
        guard !exported.tellings.isEmpty else { continue }
        guard question.isByRecord else {
          guard try body(exported) else { return }
          continue
        }
        for telling in exported.tellings
        where wanted?.contains(telling.id) ?? true
          && (question.incident.map { $0 == telling.id } ?? true)
        {
          guard let record = book.alone(telling, keeper, tables, partOf: exported.number) else {
            continue
          }
          guard try body(record) else { return }
        }
      }
    }
  }
}

// What people decided.
extension IncidentSource {
  /// Shows what was decided about the records of each report, in the order in which it was.
  ///
  /// - Throws: ``LedgerError``; what `body` throws.
  func forEachDecided(
    asOf: Moment?, _ body: (ReportLine, PositionMap, [Decision]) throws -> Void
  ) throws {
    for key in try snapshot.decidedReports().sorted() {
      guard let line = try snapshot.report(key: key) else { continue }
      let decided = try snapshot.decisions(report: key, asOf: asOf)
      let positions = PositionMap(try snapshot.text(of: line))
      try body(line, positions, decided.filter { $0.target.report == key })
    }
  }
}

/// The readings of one story.
private struct StoryBook {
  private struct Page {
    let line: ReportLine
    let index: ReadingIndex
    let copyOf: String?
    let decisions: [Decision]
  }

  private var pages: [String: Page] = [:]
  private var numbers: [String: IncidentNumber] = [:]
  private var decisions: [String: [Decision]] = [:]
  /// The happenings of a report, each by itself.
  private var singles: [String: [Incident]] = [:]

  init(_ snapshot: Snapshot, _ story: Story, asOf: Moment?) throws {
    for member in story.reports {
      let line = try snapshot.report(member.id, asOf: asOf)
      let reading = try snapshot.reviewed(line, asOf: asOf)
      let first = try snapshot.versions(of: line.address).map(\.firstSeen).min()
      numbers.merge(
        IncidentNumber.all(of: reading, line, seen: first ?? line.firstSeen),
        uniquingKeysWith: { one, _ in one })
      let decided = try line.report.key.map { try snapshot.decisions(report: $0, asOf: asOf) } ?? []
      for decision in decided {
        decisions["\(member.id):\(decision.target.record)", default: []].append(decision)
      }
      pages[member.id] = Page(
        line: line, index: ReadingIndex(reading), copyOf: member.copyOf,
        decisions: decided.filter { $0.target.report == line.report.key })
    }
  }

  /// One record of an incident by itself; a near copy stands for what it says like any other.
  mutating func alone(
    _ telling: ExportedIncident.Telling, _ keeper: StoryKeeper, _ tables: ExchangeTables,
    partOf number: Int
  ) -> ExportedIncident? {
    let report = telling.line.id
    let all = singles[report] ?? keeper.alone(telling.line, telling.index.reading)
    singles[report] = all
    guard let single = all.first(where: { $0.event == telling.id }) else { return nil }
    let own = ExportedIncident.Telling(
      line: telling.line, index: telling.index, happening: telling.happening, copyOf: nil)
    var record = ExportedIncident(
      story: report, incident: single, questions: [], tellings: [own], numbers: numbers,
      decisions: decisions[telling.id] ?? [], tables: tables)
    record.partOf = number
    return record
  }

  func exported(
    _ incident: Incident, _ story: Story, _ tables: ExchangeTables
  ) -> ExportedIncident {
    let tellings = incident.records.compactMap { id -> ExportedIncident.Telling? in
      guard let colon = id.firstIndex(of: ":"), let page = pages[String(id[..<colon])],
        !ForeignRow.isForeign(address: page.line.address)
      else { return nil }
      let record = String(id[id.index(after: colon)...])
      guard let happening = page.index.reading.happenings.first(where: { $0.id == record }) else {
        return nil
      }
      return ExportedIncident.Telling(
        line: page.line, index: page.index, happening: happening, copyOf: page.copyOf,
        decisions: page.decisions)
    }
    return ExportedIncident(
      story: story.report, incident: incident,
      questions: story.contested.filter { $0.incident == incident.event }, tellings: tellings,
      numbers: numbers, decisions: incident.records.flatMap { decisions[$0] ?? [] },
      tables: tables)
  }
}
