import HearsayDatabase
package import HearsayRecords

/// A record that answers a question, with the report it stands in.
package struct Found<Kind: Record>: Sendable {
  /// The report.
  package let report: ReportLine
  /// The record.
  package let record: Kind
  /// The record as the contract's JSON.
  package let json: String
  /// How it stands with the people who looked at it; `nil` of machine work.
  package let review: ReviewState?
  private let page: Page

  init(report: ReportLine, record: Kind, json: String, review: ReviewState?, page: Page) {
    self.report = report
    self.record = record
    self.json = json
    self.review = review
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

  /// When the report was published, or first seen, in seconds since 1970.
  package var moment: Double { page.moment }
}

/// What all records found in one reading share.
struct Page: Sendable {
  let line: ReportLine
  let moment: Double
  let positions: PositionMap
  let names: [String: String]
  let times: [String: TimeSpan]
  /// What people decided; `nil` where nobody did.
  let reviewing: Reviewing?
}

/// What of a record's columns is compared after it was found: tags may stand for several values.
struct Comparison {
  /// The columns, of the table's own and the reading's date.
  let columns: [String]
  /// Whether a row with these values counts.
  let holds: (Row) -> Bool
}

extension Snapshot {
  /// Shows the records that are wanted to `body`, in the order of publication, then of the text, until it says `false` or there were
  /// as many as the scope asks for.
  ///
  /// Nothing of a record but its key is read before it is known to answer.
  func find<Kind: Record>(
    _ type: Kind.Type, _ wanted: Wanted, _ comparison: Comparison,
    _ body: (Found<Kind>) throws -> Bool
  ) throws {
    var page: (reading: Int, page: Page, reader: RecordReader)?
    var left = wanted.scope.limit ?? .max
    guard left > 0 else { return }
    func show(_ row: ShelfRow, _ json: String) throws -> Bool {
      let current: (reading: Int, page: Page, reader: RecordReader)
      if let page, page.reading == row.reading {
        current = page
      } else {
        let made = try self.page(of: row, asOf: wanted.scope.asOf)
        current = (row.reading, made, RecordReader(positions: made.positions))
        page = current
      }
      let record = try current.reader.read(type, json)
      guard let found = try found(record, json, current.page) else { return true }
      left -= 1
      return try body(found) && left > 0
    }
    var open = Gathered<(row: ShelfRow, number: Int)>(connection, first: left)
    func take() throws -> Bool {
      let asked = open.take()
      let kept = try records(of: wanted.kind, asked.map(\.number), comparison)
      for one in asked {
        guard let json = kept[one.number] else { continue }
        guard try show(one.row, json) else { return false }
      }
      return true
    }
    var goesOn = true
    try walk(wanted) { row, number in
      guard open.add((row, number)) else { return true }
      goesOn = try take()
      return goesOn
    }
    if goesOn { _ = try take() }
  }

  /// Those of some records that a comparison keeps, as JSON by their numbers.
  private func records(
    of kind: AskedKind, _ numbers: [Int], _ comparison: Comparison
  ) throws -> [Int: String] {
    guard !numbers.isEmpty else { return [:] }
    let columns = comparison.columns.map { "x.\($0), " }.joined()
    let (condition, value) =
      switch connection.dialect {
      case .sqlite: ("x.number = ?", Value(numbers[0]))
      case .postgres:
        ("x.number = ANY(?::bigint[])", Value(list: numbers))
      }
    var kept: [Int: String] = [:]
    try connection.forEach(
      "SELECT \(columns)x.record, x.number FROM \(kind) x WHERE \(condition)", [value]
    ) { record in
      if comparison.holds(record) {
        let count = comparison.columns.count
        kept[record.int(count + 1)] = record.string(count)
      }
      return true
    }
    return kept
  }

  /// A record as people left it; `nil` if it was rejected.
  private func found<Kind: Record>(
    _ record: Kind, _ json: String, _ page: Page
  ) throws -> Found<Kind>? {
    guard let reviewing = page.reviewing else {
      return Found(report: page.line, record: record, json: json, review: nil, page: page)
    }
    guard let left = reviewing.record(record) else { return nil }
    let state = left.recordID.map(reviewing.reviews.state) ?? ReviewState([])
    return Found(
      report: page.line, record: left, json: try reviewing.json(left),
      review: state.word == .machine ? nil : state, page: page)
  }

  private func page(of row: ShelfRow, asOf: Moment?) throws -> Page {
    let line = try stored.line(row.reading)
    let positions = PositionMap(try stored.text(of: line.number))
    let reader = RecordReader(positions: positions)
    let numbers = RecordNumber.range(of: row.reading)
    let range = [Value(numbers.first), Value(numbers.last)]
    var names: [String: String] = [:]
    var times: [String: TimeSpan] = [:]
    // Asked for at once: a server is waited for once, not three times.
    try connection.forEach(
      """
      SELECT id, name, NULL FROM entities WHERE number BETWEEN ?1 AND ?2
      UNION ALL SELECT id, name, NULL FROM places WHERE number BETWEEN ?1 AND ?2
      UNION ALL SELECT id, NULL, record FROM times WHERE number BETWEEN ?1 AND ?2
      """, range
    ) { row in
      if let record = row.text(2) {
        let time = try reader.read(TimeSpan.self, record)
        times[time.id] = time
      } else {
        names[row.string(0)] = row.string(1)
      }
      return true
    }
    let reviews = try reviews(of: line, asOf: asOf)
    return Page(
      line: line, moment: row.at, positions: positions, names: names, times: times,
      reviewing: reviews.isEmpty ? nil : Reviewing(reviews, positions))
  }
}
