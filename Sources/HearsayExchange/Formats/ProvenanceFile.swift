import HearsayLedger
import HearsayRecords
import HearsayStories

/// Where each incident comes from: bytes, reading, drawing, decisions, as PROV-JSON (W3C).
package struct ProvenanceFile {
  private var parts: [String: [String: JSONTree]] = [:]
  private let version: String

  package init(version: String) { self.version = version }

  /// Takes in an incident with everything that it was made of.
  package mutating func add(_ incident: ExportedIncident) {
    let name = "hearsay:incident-\(incident.number)"
    let drawing = "hearsay:drawing"
    put("entity", name, ["prov:label": .text(incident.incident.label.safeLine)])
    put("activity", drawing, ["prov:label": .text("reports are drawn into stories and incidents")])
    put(
      "agent", "hearsay:program",
      ["prov:label": .text("Hearsay \(version)"), "prov:type": .text("prov:SoftwareAgent")])
    relate("wasAssociatedWith", ["prov:activity": drawing, "prov:agent": "hearsay:program"])
    relate("wasGeneratedBy", ["prov:entity": name, "prov:activity": drawing])
    for telling in incident.tellings {
      let record = add(telling)
      relate("wasDerivedFrom", ["prov:generatedEntity": name, "prov:usedEntity": record])
      relate("used", ["prov:activity": drawing, "prov:entity": record])
    }
    for decision in incident.decisions {
      let (activity, person) = (
        "hearsay:decision-\(decision.number)", "hearsay:person-\(Self.token(decision.person))"
      )
      put(
        "activity", activity,
        ["prov:label": .text(decision.verdict.rawValue), "prov:endTime": .text(decision.made)])
      put(
        "agent", person, ["prov:label": .text(decision.person), "prov:type": .text("prov:Person")])
      relate("wasAssociatedWith", ["prov:activity": activity, "prov:agent": person])
      relate("used", ["prov:activity": activity, "prov:entity": name])
    }
  }

  /// Adds a record with its report and its bytes.
  private mutating func add(_ telling: ExportedIncident.Telling) -> String {
    let (line, report) = (telling.line, telling.line.report)
    let bytes = "hearsay:bytes-\(report.sha256)"
    let text = "hearsay:report-\(line.id)"
    let record = "hearsay:record-\(line.id)-\(telling.happening.id)"
    let reading = "hearsay:reading-\(line.id)-\(line.reading)"
    let reader = "hearsay:reader-\(Self.token(report.reader.version))"
    put(
      "entity", bytes,
      ["hearsay:sha256": .text(report.sha256), "hearsay:seen": .text(line.firstSeen)])
    put(
      "entity", text,
      [
        "prov:label": .text((report.title ?? line.id).safeLine),
        "hearsay:address": .text(line.address),
      ])
    put("entity", record, ["prov:label": .text(telling.happening.label.safeLine)])
    put("activity", reading, ["prov:endTime": .text(line.readAt)])
    put(
      "agent", reader,
      [
        "prov:label": .text(
          "Hearsay \(report.reader.version), \(report.reader.model ?? "no model")"),
        "prov:type": .text("prov:SoftwareAgent"),
      ])
    relate("wasAssociatedWith", ["prov:activity": reading, "prov:agent": reader])
    relate("used", ["prov:activity": reading, "prov:entity": bytes])
    relate("wasGeneratedBy", ["prov:entity": text, "prov:activity": reading])
    relate("wasGeneratedBy", ["prov:entity": record, "prov:activity": reading])
    relate("wasDerivedFrom", ["prov:generatedEntity": text, "prov:usedEntity": bytes])
    relate("wasDerivedFrom", ["prov:generatedEntity": record, "prov:usedEntity": text])
    return record
  }

  private mutating func put(
    _ kind: String, _ name: String, _ fields: KeyValuePairs<String, JSONTree>
  ) {
    parts[kind, default: [:]][name] = .object(fields.map { JSONTree.Field($0.key, $0.value) })
  }

  private mutating func relate(_ kind: String, _ ends: KeyValuePairs<String, String>) {
    let name =
      "_:" + kind + "-" + SHA256.hex(ends.map(\.value).joined(separator: " ").utf8).prefix(16)
    parts[kind, default: [:]][name] = .object(ends.map { JSONTree.Field($0.key, .text($0.value)) })
  }

  /// What may stand in a name of PROV.
  private static func token(_ words: String) -> String {
    String(
      words.unicodeScalars.map {
        $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
          ? Character($0) : "-"
      })
  }

  /// The whole file; the same incidents give the same bytes.
  ///
  /// - Throws: `EncodingError`, which nothing gives cause for.
  package func json() throws -> String {
    let prefix = JSONTree.Field(
      "prefix", .object(of: ["hearsay": .text("urn:hearsay:")]))
    let kinds = parts.sorted { $0.key < $1.key }.map { kind in
      JSONTree.Field(
        kind.key,
        .object(kind.value.sorted { $0.key < $1.key }.map { JSONTree.Field($0.key, $0.value) }))
    }
    return try JSONTree.object([prefix] + kinds).line() + "\n"
  }
}
