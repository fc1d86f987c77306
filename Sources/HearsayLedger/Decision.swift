import HearsayDatabase
package import HearsayRecords

/// What a person decided about a record: kept for ever with who, when and why, and undone only by another decision.
package struct Decision: Hashable, Sendable, Codable {
  /// What is decided.
  package enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
    /// The record is right.
    case accept
    /// Fields of the record are to be read otherwise: see ``values``.
    case edit
    /// There should be no such record.
    case reject
    /// A record that the reading lacks: ``values`` holds it.
    case add
    /// People do not agree.
    case dispute
    /// Something to know, which changes nothing.
    case note
    /// Two records tell of one happening.
    case same
    /// Two records do not tell of one happening.
    case notSame = "not-same"
    /// Another decision no longer holds.
    case undo
  }

  /// A record of a report.
  package struct Target: Hashable, Sendable, Codable {
    /// The report's ``Report/key``: the same everywhere, for ever.
    package var report: String
    /// What kind of record it is; `nil` for the report itself.
    package var kind: RecordKind?
    /// The record's id in the report; empty for the report itself, or for what is to be added.
    package var record: String

    package init(report: String, kind: RecordKind? = nil, record: String = "") {
      self.report = report
      self.kind = kind
      self.record = record
    }
  }

  /// In a ledger, from 1; 0 before it is kept.
  package var number = 0
  /// When: ISO 8601, UTC.
  package var made: String
  /// Who.
  package var person: String
  package var verdict: Verdict
  package var target: Target
  /// The other record of *same* and *not the same*.
  package var other: Target?
  /// The words of the record as they were when it was decided about: JSON of the contract.
  package var seen: String?
  /// What fields are to be instead: a JSON object by the names of the contract; of a note on words that no record is told in, those words
  /// (``NotedWords``).
  package var values: String?
  /// Why.
  package var reason: String
  /// The number of the decision that no longer holds.
  package var undoes: Int?
  /// Whether it was made without seeing what others decided.
  package var blind: Bool

  package init(
    made: String, person: String, verdict: Verdict, target: Target, other: Target? = nil,
    seen: String? = nil, values: String? = nil, reason: String = "", undoes: Int? = nil,
    blind: Bool = false
  ) {
    self.made = made
    self.person = person
    self.verdict = verdict
    self.target = target
    self.other = other
    self.seen = seen
    self.values = values
    self.reason = reason
    self.undoes = undoes
    self.blind = blind
  }
}

extension Decision {
  static let columns = """
    d.number, d.made, d.person, d.verdict, d.report, d.kind, d.record, d.other_report, d.other_kind,
    d.other_record, d.seen, d.given, d.reason, d.undoes, d.blind
    """

  init(_ row: Row) {
    self.init(
      made: row.string(1), person: row.string(2),
      verdict: Verdict(rawValue: row.string(3)) ?? .note,
      target: Target(
        report: row.string(4), kind: row.text(5).flatMap(RecordKind.init), record: row.string(6)),
      other: row.text(7).map {
        Target(
          report: $0, kind: row.text(8).flatMap(RecordKind.init), record: row.text(9) ?? "")
      },
      seen: row.text(10), values: row.text(11), reason: row.string(12), undoes: row.integer(13),
      blind: row.int(14) == 1)
    number = row.int(0)
  }
}

extension Decision {
  /// Adds it as a row, sealed and counted, and gives its number; in a transaction.
  func insert(into connection: any Database) throws(DatabaseError) -> Int {
    let last = try connection.first("SELECT max(number) FROM decisions") { $0.int(0) } ?? 0
    let values = row(numbered: last + 1)
    try connection.run(
      """
      INSERT INTO decisions(\(Seal.decisions.columns), seal)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, values + [.text(Seal.of(values))])
    try Counts(connection).add(["decisions": 1])
    return last + 1
  }

  /// What is kept of it, in the order of the columns.
  private func row(numbered number: Int) -> [Value] {
    [
      Value(number), .text(made), .text(person), .text(verdict.rawValue), .text(target.report),
      Value(target.kind?.rawValue), .text(target.record), Value(other?.report),
      Value(other?.kind?.rawValue), Value(other?.record), Value(seen), Value(values),
      .text(reason), Value(undoes), Value(blind),
    ]
  }
}

extension Snapshot {
  /// Every decision that was made until a moment, in the order in which they were made.
  ///
  /// Of `report` (a key) either side of *same* and *not the same* counts; `after` is a number.
  package func decisions(
    report: String? = nil, verdicts: [Decision.Verdict] = [], person: String? = nil, after: Int = 0,
    asOf: Moment? = nil, limit: Int? = nil
  ) throws(LedgerError) -> [Decision] {
    try answering {
      var conditions = Conditions()
      conditions.add("d.number > ?", Value(after))
      if let report {
        conditions.add("(d.report = ? OR d.other_report = ?)", .text(report), .text(report))
      }
      if let person { conditions.add("d.person = ?", .text(person)) }
      if let asOf { conditions.add("d.made <= ?", .text(asOf.lastText)) }
      conditions.add("d.verdict", isOneOf: verdicts.map(\.rawValue))
      return try connection.rows(
        "SELECT \(Decision.columns) FROM decisions d WHERE \(conditions.sql) ORDER BY d.number LIMIT ?",
        conditions.values + [Value(limit ?? .max)]
      ) { Decision($0) }.filter { blindness?.hides($0) != true }
    }
  }
}

/// Whose eyes must not see what others decided about some reports, so that two code the same report apart.
package struct Blindness: Hashable, Sendable {
  package let person: String
  /// The keys of the reports.
  package let reports: Set<String>

  package init(person: String, reports: Set<String>) {
    self.person = person
    self.reports = reports
  }

  /// Whether a decision is hidden: another's about one of the reports, or one that takes such a decision back.
  package func hides(_ decision: Decision) -> Bool {
    decision.person != person
      && (reports.contains(decision.target.report)
        || decision.other.map { reports.contains($0.report) } ?? false)
  }
}
