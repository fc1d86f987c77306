import HearsayLedger
import HearsayRecords
import HearsayStories

/// Writes incidents in other people's formats, to wherever `write` puts it.
package struct IncidentExport {
  /// What was written and what was not.
  package struct Tally: Hashable, Sendable {
    /// Rows, features or lines.
    package var rows = 0
    /// Incidents with a place in the file.
    package var incidents = 0
    /// Incidents without one.
    package var leftOut = 0

    package init() {}
  }

  private let source: IncidentSource
  private let question: IncidentQuestion
  /// What all rows share.
  package var context: ExportContext

  package init(_ source: IncidentSource, _ question: IncidentQuestion, _ context: ExportContext) {
    self.source = source
    self.question = question
    self.context = context
  }

  /// At most so many incidents.
  private var most: Int { question.records.scope.limit ?? .max }

  /// Writes a table.
  ///
  /// - Throws: `LedgerError`; what `write` throws.
  package func table(
    _ file: TableFile, _ write: (String) throws -> Void
  ) throws -> Tally {
    var context = context
    if file.format.name == "ged" {
      // Numbers of pairs and the dead of a year are known only when all is seen.
      try source.forEach(question) { incident in
        if !file.format.rows(incident, context).isEmpty { context.dyads.add(incident, context) }
        return true
      }
    }
    try write(file.head)
    return try gathered { incident in
      let rows = file.format.rows(incident, context)
      for row in rows { try write(file.line(row)) }
      return rows.count
    }
  }

  /// Writes features of a map.
  ///
  /// - Throws: `LedgerError`; what `write` throws.
  package func geojson(
    centroids: Bool, _ write: (String) throws -> Void
  ) throws -> Tally {
    try write(GeoJSONFeatures.head)
    var isFirst = true
    let tally = try gathered { incident in
      guard let feature = GeoJSONFeatures.feature(incident, context, centroids: centroids) else {
        return 0
      }
      try write((isFirst ? "" : ",\n") + feature.line())
      isFirst = false
      return 1
    }
    try write(GeoJSONFeatures.tail)
    return tally
  }

  /// Writes one object a line.
  ///
  /// - Throws: `LedgerError`; what `write` throws.
  package func lines(
    _ format: LineFormat, _ write: (String) throws -> Void
  ) throws -> Tally {
    var met: Set<String> = []
    var tally = try gathered { incident in
      let lines = try format.lines(incident, context, &met)
      for line in lines { try write(line.line() + "\n") }
      return lines.count
    }
    guard format.tellsDecisions, question.isOfAll, tally.incidents < most else { return tally }
    // What people rejected, say, may be all that a report told.
    try source.forEachDecided(asOf: question.records.scope.asOf) { line, positions, decisions in
      for annotation in AnnotationLines.decided(decisions, line, positions, &met) {
        try write(annotation.line() + "\n")
        tally.rows += 1
      }
    }
    return tally
  }

  /// Writes where every incident comes from; held in memory until all is seen.
  ///
  /// - Throws: `LedgerError`; what `write` throws.
  package func provenance(
    version: String, _ write: (String) throws -> Void
  ) throws -> Tally {
    var file = ProvenanceFile(version: version)
    let tally = try gathered { incident in
      guard context.takes(incident) else { return 0 }
      file.add(incident)
      return 1
    }
    try write(file.json())
    return tally
  }

  /// Writes the numbers that no longer stand alone, each with the one that holds it now, as RFC 4180 has it.
  ///
  /// - Throws: `LedgerError`; what `write` throws.
  package func deleted(_ write: (String) throws -> Void) throws -> Tally {
    try write(CSVStyle.exact.line(["number", "held_by", "record"]))
    return try gathered { incident in
      for number in incident.held {
        try write(
          CSVStyle.exact.line([String(number), String(incident.number), incident.anchor]))
      }
      return incident.held.count
    }
  }

  /// Shows incidents until as many as wanted had a place, and counts; `body` says how many rows it wrote of one.
  ///
  /// - Throws: `LedgerError`; what `body` throws.
  package func gathered(_ body: (ExportedIncident) throws -> Int) throws -> Tally {
    var tally = Tally()
    try source.forEach(question) { incident in
      let rows = try body(incident)
      tally.rows += rows
      if rows > 0 { tally.incidents += 1 } else { tally.leftOut += 1 }
      return tally.incidents < most
    }
    return tally
  }
}
