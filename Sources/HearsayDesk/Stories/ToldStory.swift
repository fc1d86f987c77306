import HearsayLedger
import HearsayRecords
import HearsayStories

/// The story that an address means, as it stood at the moment that is asked for, and when the ledger learned more of it.
///
/// An address names a report that may have come later than that moment: then the story is meant in which the first of those stood
/// that are in one story with it now.
struct ToldStory {
  let visit: Visit
  /// The report by which it is found.
  let line: ReportLine
  let story: Story
  /// Whether the address names another report.
  private let isAnother: Bool
  /// The happening that the address means, by its record in that report; `nil` where a story is meant.
  let record: String?
  /// Larger stories have no steps: each report would be looked up.
  private static let mostReports = 200

  /// - Parameters:
  ///   - visit: Who asks, as of when.
  ///   - id: The report.
  ///   - record: The happening that is meant, or an event of it.
  /// - Throws: ``LedgerError`` where the ledger has no such report; ``DeskFault`` where it is in no story.
  init(_ visit: Visit, _ id: String, record: String? = nil) throws {
    self.visit = visit
    let told = try Self.told(visit, id, record)
    (line, self.record, isAnother) = (told.line, told.record, told.isAnother)
    guard let story = try visit.keeper().story(of: line) else {
      throw DeskFault(404, "report \(line.id) is in no story")
    }
    self.story = story
  }

  /// The report of an address, else another in its place.
  private static func told(_ visit: Visit, _ id: String, _ record: String?) throws -> Named {
    if let line = try there(visit, id) {
      return Named(
        line: line, record: try record.map { try happening($0, of: line, visit, visit.asOf) },
        isAnother: false)
    }
    guard let before = try earlier(visit, id, record) else {
      throw LedgerError(.noReport, "report \(id) was not in the ledger then")
    }
    return before
  }

  /// The report of an address; `nil` if it came later than the moment that is asked for.
  private static func there(_ visit: Visit, _ id: String) throws(LedgerError) -> ReportLine? {
    do {
      return try visit.line(id)
    } catch {
      guard error.code == .noReport, visit.asOf != nil else { throw error }
      return nil
    }
  }

  /// The happening that a record of a report is, or tells of.
  private static func happening(
    _ record: String, of line: ReportLine, _ visit: Visit, _ asOf: Moment?
  ) throws -> String {
    try visit.snapshot.reviewed(line, asOf: asOf).happening(told: record)?.id ?? record
  }

  private struct Named {
    let line: ReportLine
    let record: String?
    let isAnother: Bool
  }

  /// Of the reports that are in one story, or tell of one happening, with a report now, the first that was there.
  private static func earlier(
    _ visit: Visit, _ id: String, _ record: String?
  ) throws -> Named? {
    guard let asOf = visit.asOf else { return nil }
    let line = try visit.snapshot.report(id)
    guard let now = try visit.keeper(asOf: nil).story(of: line) else { return nil }
    var there = try members(visit, now).filter { isKnown($0, asOf) }
    var records: [String: String] = [:]
    if let record {
      let name = "\(line.id):\(try happening(record, of: line, visit, nil))"
      let incident = now.incidents.first { $0.records.contains(name) }
      for named in (incident?.records ?? []).compactMap(RecordName.init) {
        records[named.report] = named.record
      }
      there = there.filter { records[$0.id] != nil }
    }
    return try there.min { ($0.known, $0.id) < ($1.known, $1.id) }.map {
      Named(
        line: try visit.snapshot.report($0.id, asOf: asOf), record: records[$0.id],
        isAnother: true)
    }
  }

  private static func isKnown(_ line: ReportLine, _ asOf: Moment) -> Bool {
    Moment(line.known).map { $0.first <= asOf.last } ?? false
  }

  /// The reports of a story as the ledger has them now, with the versions before them.
  private static func members(_ visit: Visit, _ story: Story?) throws -> [ReportLine] {
    guard let story, story.reports.count <= mostReports else { return [] }
    var lines: [ReportLine] = []
    for report in story.reports {
      var next: String? = report.id
      while let id = next {
        let line = try visit.snapshot.report(id)
        lines.append(line)
        next = line.supersedes
      }
    }
    return lines
  }

  /// The moments at which the ledger learned more of it, to go back and forth in.
  func stood() throws -> HTML {
    // What it is now tells of all moments; a version that another took the place of is in no story now.
    let line =
      try visit.asOf == nil
      ? line : visit.snapshot.versions(of: line.address).last ?? line
    let now = try visit.asOf == nil ? story : visit.keeper(asOf: nil).story(of: line)
    return Stood(visit, of: try Self.members(visit, now).map(\.known)).html
  }

  /// That another report is shown than the one that is named.
  var note: HTML {
    guard isAnother else { return .none }
    return .tag(
      "p", [.class("quiet")],
      "The report of this address came later. This is what stood there of its story: "
        + Parts.report(line, visit))
  }
}

extension ReportLine {
  /// Since when the ledger knows what it tells of the report.
  var known: String { max(firstSeen, readAt) }
}
