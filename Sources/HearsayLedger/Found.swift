package import HearsayRecords
import HearsaySQLite

/// A record that answers a question, with the report it stands in.
package struct Found<Kind: Record>: Sendable {
  /// The report.
  package let report: ReportLine
  /// The record.
  package let record: Kind
  /// The record as the contract's JSON.
  package let json: String
  private let page: Page

  init(report: ReportLine, record: Kind, json: String, page: Page) {
    self.report = report
    self.record = record
    self.json = json
    self.page = page
  }

  /// The words of a span of this report.
  package func words(_ span: TextSpan) -> String { page.positions.exact(span) }

  /// The name of an entity or place of this report.
  package func name(_ id: String) -> String? { page.names[id] }

  /// The name of a participant, or the words it is told in.
  package func name(_ participant: Participant) -> String {
    switch participant {
    case .entity(let id): name(id) ?? id
    case .mention(let span): words(span)
    }
  }

  /// The time of this report with this id.
  package func time(_ id: String) -> TimeSpan? { page.times[id] }

  /// The text of the report with its positions, shared by all records found in it.
  package var positions: PositionMap { page.positions }
}

/// What all records found in one reading share.
struct Page: Sendable {
  let line: ReportLine
  let positions: PositionMap
  let names: [String: String]
  let times: [String: TimeSpan]
}

extension Snapshot {
  /// Records of one kind that meet `conditions` on `records x`, their `readings g` and `reports r`,
  /// in the order of publication, then of the text.
  func find<Kind: Record>(
    _ type: Kind.Type, _ conditions: Conditions, limit: Int?
  ) throws(LedgerError) -> [Found<Kind>] {
    try answering {
      var found: [Found<Kind>] = []
      var page: Page?
      var reader = RecordReader(positions: PositionMap(""))
      try connection.forEach(
        """
        SELECT \(ReportLine.columns), x.record FROM \(Kind.kind.rawValue) x
          JOIN readings g ON g.number = x.reading JOIN reports r ON r.number = g.report
          LEFT JOIN reports old ON old.number = r.supersedes
        WHERE \(conditions.sql)
        ORDER BY coalesce(g.published_at, unixepoch(r.first_seen)), g.number, x.ordinal LIMIT ?
        """, conditions.values + [Value(limit ?? -1)]
      ) { row in
        let current: Page
        if let page, page.line.number == row.int(7) {
          current = page
        } else {
          current = try self.page(of: try ReportLine(row))
          reader = RecordReader(positions: current.positions)
          page = current
        }
        let json = row.string(ReportLine.width)
        found.append(
          Found(
            report: current.line, record: try reader.read(type, json), json: json, page: current))
        return true
      }
      return found
    }
  }

  private func page(of line: ReportLine) throws -> Page {
    let positions = PositionMap(try text(of: line.number))
    let reader = RecordReader(positions: positions)
    var names: [String: String] = [:]
    for table in ["entities", "places"] {
      try connection.forEach(
        "SELECT id, name FROM \(table) WHERE reading = ?", [Value(line.number)]
      ) { row in
        names[row.string(0)] = row.string(1)
        return true
      }
    }
    var times: [String: TimeSpan] = [:]
    try connection.forEach("SELECT record FROM times WHERE reading = ?", [Value(line.number)]) {
      row in
      let time = try reader.read(TimeSpan.self, row.string(0))
      times[time.id] = time
      return true
    }
    return Page(line: line, positions: positions, names: names, times: times)
  }
}
