import HearsayLedger
import HearsayRecords
import HearsayStories

/// A format with one JSON object a line.
package struct LineFormat: Sendable {
  /// What the command line calls it.
  package let name: String
  package let title: String
  /// What is said of incidents for which it has no line.
  package let leftOut: String
  /// The lines of an incident; `met` holds what was written once for all, such as reports.
  package let lines:
    @Sendable (ExportedIncident, ExportContext, inout Set<String>) throws -> [JSONTree]
  /// Whether what people decided about a report goes with it, and that about all others behind everything else.
  package var tellsDecisions = false

  /// All that ship.
  package static let all: [LineFormat] = [.plover, .webAnnotation, .claimReview, .ninjs]

  private static let plover = LineFormat(
    name: "plover", title: "incidents as PLOVER records of the Open Event Data Alliance",
    leftOut: "no PLOVER event, or not told as having happened"
  ) { incident, context, _ in
    [PLOVERLines.record(incident, context)].compactMap(\.self)
  }

  private static let webAnnotation = LineFormat(
    name: "web-annotation", title: "records of incidents as W3C Web Annotations",
    leftOut: "not told as having happened",
    lines: { incident, context, met in
      incident.isTold || context.takesClaimed
        ? try AnnotationLines.annotations(incident, &met) : []
    }, tellsDecisions: true)

  private static let claimReview = LineFormat(
    name: "claimreview", title: "claims, with the verdicts of people, in schema.org's words",
    leftOut: "nobody says it"
  ) { incident, _, _ in ClaimReviewLines.objects(incident) }

  private static let ninjs = LineFormat(
    name: "ninjs", title: "the reports of incidents as IPTC ninjs 3.1",
    leftOut: "not told as having happened"
  ) { incident, context, met in
    guard incident.isTold || context.takesClaimed else { return [] }
    return NinjsLines.items(incident, &met)
  }
}
