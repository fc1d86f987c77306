import HearsayLedger
import HearsayRecords
import HearsayStories

/// Incidents as features of a map, GeoJSON (RFC 7946).
package enum GeoJSONFeatures {
  package static let head = "{\"type\":\"FeatureCollection\",\"features\":[\n"
  package static let tail = "\n]}\n"

  /// The feature of an incident; one without a place has no geometry, and stays.
  ///
  /// A country is no point unless `centroids` asks for it.
  package static func feature(
    _ incident: ExportedIncident, _ context: ExportContext, centroids: Bool
  ) -> JSONTree? {
    guard context.takes(incident) else { return nil }
    let date = ExportDate(incident)
    let killed = incident.killed
    return .object(of: [
      "type": .text("Feature"), "id": .integer(incident.number),
      "geometry": geometry(incident.spot, centroids: centroids),
      "properties": .object(of: [
        "id": .integer(incident.number), "record": .text(incident.anchor),
        "title": .text(incident.incident.label.safeLine), "type": .text(incident.incident.type),
        "mode": JSONTree(incident.incident.mode), "status": .text(incident.status),
        "start": JSONTree(date.first), "end": JSONTree(date.last),
        "dated_by": .text(date.isPublication ? "report" : "event"),
        "place": JSONTree(incident.spot?.name), "country": JSONTree(incident.country),
        "precision": JSONTree(incident.spot?.precision.rawValue),
        "radius_km": JSONTree(incident.spot.flatMap { radius($0.precision) }),
        "actors": JSONTree(incident.actors.map(\.name)),
        "recipients": JSONTree(incident.recipients.map(\.name)),
        "blamed": .array(
          incident.blamed.map {
            .object(of: ["whom": .text($0.whom), "by": .text($0.by)])
          }),
        "killed_low": JSONTree(killed.low), "killed_high": JSONTree(killed.high),
        "roots": .integer(incident.incident.sources),
        "contest": JSONTree(incident.questions.map(\.kind.rawValue).distinct),
        "notes": .text(incident.notes),
        "url": JSONTree(incident.tellings.first?.line.report.url),
      ]),
    ])
  }

  private static func geometry(_ spot: ExportedIncident.Spot?, centroids: Bool) -> JSONTree {
    guard let spot, let lat = spot.latitude, let lon = spot.longitude,
      (-90...90).contains(lat), (-180...180).contains(lon),
      spot.precision != .country || centroids
    else { return .null }
    // No more digits than are known: a thousandth of a degree is some hundred metres.
    let digits = spot.precision == .exact ? 100_000.0 : spot.precision == .named ? 1_000.0 : 100.0
    return .object(of: [
      "type": .text("Point"),
      "coordinates": .array([
        .number((lon * digits).rounded() / digits), .number((lat * digits).rounded() / digits),
      ]),
    ])
  }

  /// How far off a point may be.
  private static func radius(_ precision: PlacePrecision) -> Int? {
    switch precision {
    case .exact: 1
    case .named: 5
    case .admin2: 25
    case .admin1: 100
    case .country: nil
    }
  }
}
