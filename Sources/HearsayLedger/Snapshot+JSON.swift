import HearsayDatabase
import HearsayRecords

extension Snapshot {
  /// The contract's JSON of everything read from a report, on one line; what people decided stands in its place, and beside it.
  ///
  /// The same text as encoding ``reviewed(_:asOf:)`` gives, put together from what is stored without reading it where nobody decided.
  ///
  /// - Throws: ``LedgerError``.
  package func json(of line: ReportLine, asOf: Moment? = nil) throws(LedgerError) -> String {
    let reviews = try reviews(of: line, asOf: asOf)
    guard reviews.isEmpty else { return try answering { try reviewedJSON(of: line, reviews) } }
    return try answering {
      var report = line.report
      report.text = try stored.text(of: line.number)
      let writer = ContractWriter.spanless
      var json =
        #"{"schema":\#(try writer.json(Reading.schema)),"report":\#(try writer.json(report))"#
      let numbers = RecordNumber.range(of: line.number)
      for kind in RecordKind.allCases {
        let records = try connection.rows(
          "SELECT record FROM \(kind.rawValue) WHERE number BETWEEN ? AND ? ORDER BY number",
          [Value(numbers.first), Value(numbers.last)]
        ) { $0.string(0) }
        json += #","\#(kind.rawValue)":["# + records.joined(separator: ",") + "]"
      }
      return json + "}"
    }
  }

  /// Shows the JSON of every reading in scope to `body`, oldest report first, until it says `false`.
  ///
  /// - Throws: ``LedgerError``; what `body` throws.
  package func forEachJSON(
    _ scope: Scope = Scope(), _ body: (ReportLine, String) throws -> Bool
  ) throws {
    try forEachLine(scope) { try body($0, try json(of: $0, asOf: scope.asOf)) }
  }
}
