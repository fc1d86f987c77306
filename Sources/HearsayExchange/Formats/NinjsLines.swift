import HearsayLedger
import HearsayRecords
import HearsayStories

/// Reports for handing on to newsrooms: IPTC ninjs 3.1.
enum NinjsLines {
  /// The reports of an incident that were not written before, with what happened in them.
  static func items(_ incident: ExportedIncident, _ met: inout Set<String>) -> [JSONTree] {
    incident.tellings.filter { met.insert($0.line.id).inserted }.map { telling in
      let (report, reading) = (telling.line.report, telling.index.reading)
      return .object(of: [
        "uri": .text("urn:hearsay:\(telling.line.key)"), "type": .text("text"),
        "representationType": .text(report.access == .stub ? "partial" : "full"),
        "version": .text(String(telling.line.version)),
        "versionCreated": .text(telling.line.firstSeen),
        "contentCreated": .some(instant(report.published)), "language": .some(report.language),
        "headlines": report.title.map { .array([.object(of: ["value": .text($0)])]) },
        "bodies": .array([
          .object(of: [
            "role": .text("main"), "contentType": .text("text/plain"),
            "value": .text(reading.report.text),
          ])
        ]),
        "people": named(reading.entities.filter { $0.kind == .person }),
        "organisations": named(reading.entities.filter(\.kind.isBody)),
        "places": .array(reading.places.map(place)),
        "events": .array(
          reading.happenings.map { happening in
            .object(of: [
              "id": .text("\(telling.line.id):\(happening.id)"),
              "name": .text(happening.label.safeLine),
              "rel": .text(happening.status.rawValue),
              "literal": .text(
                happening.type.rawValue + (happening.mode.map { "/" + $0 } ?? "")),
            ])
          }),
        "infoSources": report.outlet.map {
          .array([.object(of: ["name": .text($0), "role": .text("publisher")])])
        },
        "by": .some(report.byline), "located": .some(report.dateline),
        "altIds": AnnotationLines.iri(of: report.url).map {
          .array([.object(of: ["role": .text("url"), "value": .text($0)])])
        },
        "standard": .object(of: [
          "name": .text("ninjs"), "version": .text("3.1"),
          "schema": .text("http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"),
        ]),
      ])
    }
  }

  /// A date that is an instant with its offset, as the schema wants it.
  private static func instant(_ date: String?) -> String? {
    guard let date, date.contains(/T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/) else { return nil }
    return date
  }

  private static func named(_ entities: [Entity]) -> JSONTree {
    .array(
      entities.map { .object(of: ["name": .text($0.name.safeLine), "literal": .some($0.code)]) })
  }

  private static func place(_ place: Place) -> JSONTree {
    .object(of: [
      "name": .text(place.name.safeLine),
      "uri": place.geonameid.map { .text("https://sws.geonames.org/\($0)/") },
      "geoJSON": place.lat.flatMap { lat in
        place.lon.map { lon in
          .object(of: [
            "type": .text("Point"), "coordinates": .array([.number(lon), .number(lat)]),
          ])
        }
      },
    ])
  }
}
