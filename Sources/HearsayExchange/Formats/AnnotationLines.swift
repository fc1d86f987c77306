import HearsayLedger
import HearsayRecords
import HearsayStories

/// Records as annotations of the words they were read from: W3C Web Annotation Data Model, JSON-LD.
enum AnnotationLines {
  /// Characters that tell where words stand in a page that has changed.
  private static let around = 32

  /// An annotation for each record, and one for each decision about it.
  static func annotations(_ incident: ExportedIncident) throws -> [JSONTree] {
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
        "target": .array(spans(telling).map { target($0, telling) }),
      ])
      let decisions = incident.decisions.filter {
        $0.target.report == telling.line.key && $0.target.record == telling.happening.id
      }
      return [annotation] + decisions.map { assessment($0, of: id, among: incident) }
    }
  }

  /// The words that tell the event, then those that name its parts, each once.
  private static func spans(_ telling: ExportedIncident.Telling) -> [TextSpan] {
    let happening = telling.happening
    let triggers = happening.events.compactMap { telling.index.events[$0]?.trigger }
    let slots = happening.actors + happening.recipients + happening.places + happening.times
    return (triggers + slots.map(\.span)).distinct
  }

  private static func target(_ span: TextSpan, _ telling: ExportedIncident.Telling) -> JSONTree {
    let positions = telling.index.positions
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
    let report = telling.line.report
    return .object(of: [
      "type": .text("SpecificResource"),
      "source": .object(of: [
        "id": .text(iri(of: report.url) ?? "urn:hearsay:\(telling.line.id)"), "type": .text("Text"),
        "cached": .text("urn:sha256:\(report.sha256)"), "language": JSONTree.some(report.language),
      ]),
      "state": .object(of: [
        "type": .text("TimeState"), "sourceDate": .text(telling.line.firstSeen),
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

  /// An address as identifiers of the web have it; a path of this machine is none.
  static func iri(of url: String?) -> String? {
    url.flatMap { WebAddress($0).isWeb ? WebAddress($0).text : nil }
  }

  /// What a person decided; whoever reads it back has the same decision.
  private static func assessment(
    _ decision: Decision, of id: String, among incident: ExportedIncident
  ) -> JSONTree {
    let words = JSONTree.object(of: [
      "type": .text("TextualBody"), "format": .text("text/plain"), "purpose": .text("assessing"),
      "value": .text(
        decision.verdict.rawValue + (decision.reason.isEmpty ? "" : ": \(decision.reason)")),
    ])
    let values = decision.values.map {
      JSONTree.object(of: [
        "type": .text("TextualBody"), "format": .text("application/json"),
        "purpose": .text("editing"), "value": .text($0),
      ])
    }
    // What takes another back is about that; of *same* and *not the same* both records are meant.
    let other = decision.other.map { other in
      let line = incident.tellings.first { $0.line.key == other.report }?.line
      return AnnotationFile.recordID(line?.id ?? String(other.report.prefix(12)), other.record)
    }
    let target =
      decision.undoes.map { JSONTree.text(AnnotationFile.decisionID($0)) }
      ?? other.map { .array([.text(id), .text($0)]) } ?? .text(id)
    return .object(of: [
      "@context": .text("http://www.w3.org/ns/anno.jsonld"),
      "id": .text(AnnotationFile.decisionID(decision.number)), "type": .text("Annotation"),
      "motivation": .text("assessing"),
      "creator": .object(of: ["type": .text("Person"), "name": .text(decision.person)]),
      "created": .text(decision.made),
      "body": values.map { .array([words, $0]) } ?? words, "target": target,
    ])
  }
}

extension JSONTree {
  /// Text where there is some, for fields that are left out otherwise.
  static func some(_ text: String?) -> JSONTree? { text.map(JSONTree.text) }
}
