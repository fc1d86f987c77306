import FoundationEssentials
import HearsayDatabase
package import HearsayRecords

/// Puts what people decided in the place of what was read.
///
/// A record that was rejected is gone, a value that was edited is as it was edited, a record that was added is there; where people
/// differ, what was read stands, and is marked.
package struct Reviewing: Sendable {
  package let reviews: Reviews
  private let positions: PositionMap

  package init(_ reviews: Reviews, _ positions: PositionMap) {
    self.reviews = reviews
    self.positions = positions
  }

  /// A record as it is to be shown; `nil` if it was rejected.
  package func record<Kind: Record>(_ record: Kind) -> Kind? {
    guard let id = record.recordID else { return record }
    let state = reviews.state(of: id)
    if state.isRejected { return nil }
    guard let values = state.values, let edited = try? edited(record, values) else { return record }
    return edited
  }

  /// A record with other values of some fields.
  ///
  /// - Throws: `DecodingError` if a field takes no such value, or a span does not say what the text says.
  package func edited<Kind: Record>(_ record: Kind, _ values: [String: JSONValue]) throws -> Kind {
    let known = Set(Kind.definitions.map(\.name)).subtracting(["id", "by"])
    if let wrong = values.keys.first(where: { !known.contains($0) }) {
      throw LedgerError(.damaged, "a record of \(Kind.kind.rawValue) has no field \(wrong) to edit")
    }
    let json = try ContractWriter(positions: positions).json(record)
    guard case .object(var fields)? = JSONValue(text: json) else { return record }
    fields.merge(values) { _, new in new }
    return try read(Kind.self, JSONValue.object(fields).text)
  }

  /// Tries whether a record takes other values.
  ///
  /// - Throws: what ``edited(_:_:)`` throws.
  package func tried(_ record: some Record, _ values: [String: JSONValue]) throws {
    _ = try edited(record, values)
  }

  /// Reads a record from JSON of the contract.
  ///
  /// - Throws: `DecodingError` if it is none, or a span does not say what the text says.
  package func read<Kind: Record>(_ type: Kind.Type, _ json: String) throws -> Kind {
    try RecordReader(positions: positions).read(type, json)
  }

  /// The JSON of a record, with what was decided beside its fields.
  package func json(_ record: some Record) throws -> String {
    let json = try ContractWriter(positions: positions).json(record)
    guard let id = record.recordID, let review = reviews.state(of: id).json else { return json }
    return json.dropLast() + #","review":\#(review)}"#
  }

  private func all<Kind: Record>(_ records: [Kind]) -> [Kind] {
    let added = reviews.added.filter { $0.target.kind == Kind.kind }
      .compactMap { decision in
        decision.values.flatMap { try? read(Kind.self, $0) }
      }
    return (records + added).compactMap(record)
  }

  /// A reading as people left it.
  package func reading(_ reading: Reading) -> Reading {
    guard !reviews.isEmpty else { return reading }
    var reviewed = reading
    reviewed.entities = all(reading.entities)
    reviewed.places = all(reading.places)
    reviewed.times = all(reading.times)
    reviewed.events = all(reading.events)
    reviewed.claims = all(reading.claims)
    reviewed.figures = all(reading.figures)
    reviewed.happenings = all(reading.happenings)
    let kept = Set(
      reviewed.claims.map(\.id) + reviewed.figures.map(\.id) + reviewed.events.map(\.id))
    // What refers to a record that was rejected no longer does.
    for index in reviewed.happenings.indices {
      reviewed.happenings[index].claims.removeAll { !kept.contains($0) }
      reviewed.happenings[index].figures.removeAll { !kept.contains($0) }
    }
    return reviewed
  }
}

extension Snapshot {
  /// What people decided about the records of a report.
  ///
  /// - Throws: ``LedgerError``.
  package func reviews(of line: ReportLine, asOf: Moment? = nil) throws(LedgerError) -> Reviews {
    let key = line.key
    guard try decidedReports().contains(key) else { return Reviews([], of: key) }
    return Reviews(try decisions(report: key, asOf: asOf), of: key)
  }

  /// Everything that was read from a report, with what people decided in its place.
  ///
  /// - Throws: ``LedgerError``.
  package func reviewed(_ line: ReportLine, asOf: Moment? = nil) throws(LedgerError) -> Reading {
    let reading = try reading(of: line)
    let reviews = try reviews(of: line, asOf: asOf)
    guard !reviews.isEmpty else { return reading }
    return Reviewing(reviews, PositionMap(reading.report.text)).reading(reading)
  }

  /// The contract's JSON of a reading as people left it, with what was decided beside each record.
  func reviewedJSON(of line: ReportLine, _ reviews: Reviews) throws -> String {
    let reading = try reading(of: line)
    let reviewing = Reviewing(reviews, PositionMap(reading.report.text))
    let left = reviewing.reading(reading)
    let writer = ContractWriter.spanless
    var json =
      #"{"schema":\#(try writer.json(Reading.schema)),"report":\#(try writer.json(left.report))"#
    for kind in RecordKind.allCases {
      let records = try left.records(of: kind).map { try reviewing.json($0) }
      json += #","\#(kind.rawValue)":["# + records.joined(separator: ",") + "]"
    }
    return json + "}"
  }

  /// The keys of the reports of which any record was decided about: few, and looked up once.
  package func decidedReports() throws(LedgerError) -> Set<String> {
    if let known = knownDecided { return known }
    let keys = try answering {
      // From one key to the next, over the decisions between them.
      var keys: Set<String> = []
      var last = ""
      while let next = try connection.first(
        "SELECT report FROM decisions WHERE report > ? ORDER BY report LIMIT 1", [.text(last)],
        { $0.string(0) })
      {
        keys.insert(next)
        last = next
      }
      return keys
    }
    knownDecided = keys
    return keys
  }
}
