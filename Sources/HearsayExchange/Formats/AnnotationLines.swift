import HearsayLedger
import HearsayRecords
import HearsayStories

/// Records as annotations of the words they were read from: W3C Web Annotation Data Model, JSON-LD.
enum AnnotationLines {
  /// Characters that tell where words stand in a page that has changed.
  private static let around = 32

  /// An annotation for each record, and with the first of a report one for each decision about its records; `met` holds the reports
  /// whose decisions were written.
  static func annotations(
    _ incident: ExportedIncident, _ met: inout Set<String>
  ) throws -> [JSONTree] {
    try incident.tellings.flatMap { telling in
      let record = try ContractWriter(positions: telling.index.positions).json(telling.happening)
      let id = AnnotationFile.recordID(telling.line.id, telling.happening.id)
      let annotation = JSONTree.object(of: [
        "@context": .text("http://www.w3.org/ns/anno.jsonld"), "id": .text(id),
        "type": .text("Annotation"), "motivation": .text("classifying"),
        "creator": .object(of: [
          "type": .text("Software"), "name": .text("Hearsay \(telling.line.report.reader.version)"),
        ]),
        "created": .text(telling.line.readAt),
        "body": .object(of: [
          "type": .text("TextualBody"), "format": .text("application/json"),
          "purpose": .text("classifying"), "value": .text(record),
        ]),
        "target": .array(
          spans(telling).map { target($0, in: telling.line, telling.index.positions) }),
      ])
      return [annotation] + decided(telling.decisions, telling.line, telling.index.positions, &met)
    }
  }

  /// An annotation for each decision about a report and its records, if they were not written yet.
  static func decided(
    _ decisions: [Decision], _ line: ReportLine, _ positions: PositionMap,
    _ met: inout Set<String>
  ) -> [JSONTree] {
    guard met.insert(line.key).inserted else { return [] }
    return decisions.map { decided($0, line, positions) }
  }

  /// What a person decided about a record, or noted on words of a report.
  static func decided(
    _ decision: Decision, _ line: ReportLine, _ positions: PositionMap
  ) -> JSONTree {
    guard decision.verdict == .note, decision.target.record.isEmpty else {
      return assessment(decision)
    }
    guard let span = decision.words?.span(in: positions) else {
      return remark(
        decision,
        on: .object(of: ["type": .text("SpecificResource"), "source": source(line)]))
    }
    return remark(decision, on: target(span, in: line, positions))
  }

  /// The words that tell the event, then those that name its parts, each once.
  private static func spans(_ telling: ExportedIncident.Telling) -> [TextSpan] {
    let happening = telling.happening
    let triggers = happening.events.compactMap { telling.index.events[$0]?.trigger }
    let slots = happening.actors + happening.recipients + happening.places + happening.times
    return (triggers + slots.map(\.span)).distinct
  }

  /// Words of a report, by position and by quotation.
  static func target(_ span: TextSpan, in line: ReportLine, _ positions: PositionMap) -> JSONTree {
    let (start, end) = (
      positions.scalarOffset(ofUTF8: span.start), positions.scalarOffset(ofUTF8: span.end)
    )
    func words(_ from: Int, _ to: Int) -> String {
      guard let first = positions.utf8Offset(ofScalar: from),
        let last = positions.utf8Offset(ofScalar: to), first <= last
      else { return "" }
      return positions.exact(TextSpan(start: first, end: last))
    }
    let length = positions.scalarOffset(ofUTF8: positions.utf8.count)
    return .object(of: [
      "type": .text("SpecificResource"), "source": source(line),
      "state": .object(of: [
        "type": .text("TimeState"), "sourceDate": .text(line.firstSeen),
      ]),
      "selector": .array([
        .object(of: [
          "type": .text("TextPositionSelector"), "start": .integer(start), "end": .integer(end),
        ]),
        .object(of: [
          "type": .text("TextQuoteSelector"), "exact": .text(words(start, end)),
          "prefix": .text(words(max(0, start - around), start)),
          "suffix": .text(words(end, min(length, end + around))),
        ]),
      ]),
    ])
  }

  /// The page that a report was read from.
  static func source(_ line: ReportLine) -> JSONTree {
    .object(of: [
      "id": .text(iri(of: line.report.url) ?? AnnotationFile.reportID(line.id)),
      "type": .text("Text"), "cached": .text("urn:sha256:\(line.report.sha256)"),
      "language": JSONTree.some(line.report.language),
    ])
  }

  /// An address as identifiers of the web have it; a path of this machine is none.
  static func iri(of url: String?) -> String? {
    url.flatMap { WebAddress($0).isWeb ? WebAddress($0).text : nil }
  }

  /// What a person decided; whoever reads it back has the same decision.
  static func assessment(_ decision: Decision) -> JSONTree {
    func id(_ target: Decision.Target) -> String {
      AnnotationFile.recordID(String(target.report.prefix(12)), target.record)
    }
    let words = JSONTree.object(of: [
      "type": .text("TextualBody"), "format": .text("text/plain"), "purpose": .text("assessing"),
      "value": .text(
        decision.verdict.rawValue + (decision.reason.isEmpty ? "" : ": \(decision.reason)")),
    ])
    // A record that was added stands under the name of its kind, as in a reading.
    let values = decision.values.map { values in
      let kind = decision.verdict == .add ? decision.target.kind : nil
      return JSONTree.object(of: [
        "type": .text("TextualBody"), "format": .text("application/json"),
        "purpose": .text("editing"),
        "value": .text(kind.map { "{\"\($0.rawValue)\":[\(values)]}" } ?? values),
      ])
    }
    // What takes another back is about that; of *same* and *not the same* both records are meant.
    let first = JSONTree.text(id(decision.target))
    let target =
      decision.undoes.map { JSONTree.text(AnnotationFile.decisionID($0)) }
      ?? decision.other.map { .array([first, .text(id($0))]) } ?? first
    return annotation(
      decision, "assessing", body: values.map { .array([words, $0]) } ?? words, target: target)
  }

  /// A note on words of a report, or on the whole of it.
  static func remark(_ note: Decision, on target: JSONTree) -> JSONTree {
    annotation(
      note, "commenting",
      body: .object(of: [
        "type": .text("TextualBody"), "format": .text("text/plain"),
        "purpose": .text("commenting"), "value": .text(note.reason),
      ]), target: target)
  }

  private static func annotation(
    _ decision: Decision, _ motivation: String, body: JSONTree, target: JSONTree
  ) -> JSONTree {
    .object(of: [
      "@context": .text("http://www.w3.org/ns/anno.jsonld"),
      "id": .text(AnnotationFile.decisionID(decision.number)), "type": .text("Annotation"),
      "motivation": .text(motivation),
      "creator": .object(of: ["type": .text("Person"), "name": .text(decision.person)]),
      "created": .text(decision.made), "body": body, "target": target,
    ])
  }
}

extension JSONTree {
  /// Text where there is some, for fields that are left out otherwise.
  static func some(_ text: String?) -> JSONTree? { text.map(JSONTree.text) }
}
