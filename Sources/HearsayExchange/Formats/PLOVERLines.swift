import HearsayLedger
import HearsayRecords
import HearsayStories

/// Incidents as records of the Open Event Data Alliance's gold standard, one a line.
package enum PLOVERLines {
  /// The record of an incident; `nil` for what is no PLOVER event.
  ///
  /// What is only planned, thought of or denied is written only with `claimed`, and says so among its modes.
  package static func record(
    _ incident: ExportedIncident, _ context: ExportContext
  ) -> JSONTree? {
    guard let plover = context.tables.plover(incident.incident.type, incident.incident.mode),
      incident.isTold || context.takesClaimed, let first = incident.tellings.first
    else { return nil }
    let marked = Markup(first)
    return .object(of: [
      "id": .text("HEARSAY-\(incident.number)"), "date": JSONTree(ExportDate(incident).first),
      "source": .array(incident.actors.map { party($0, context) }),
      "target": .array(incident.recipients.map { party($0, context) }),
      "event": .text(plover.type),
      "mode": JSONTree(
        ([plover.mode].compactMap(\.self) + auxiliary(incident)).joined(separator: "; ").nonEmpty),
      "context": .null,
      "eventText": JSONTree(first.trigger.map(first.index.words)),
      "text": .text(marked.text), "textInfo": .object(of: ["markup": .text(marked.markup)]),
      "language": JSONTree(first.line.report.language),
      "publication": JSONTree(first.line.report.outlet),
      "coder": .text("Hearsay"), "version": .text(first.line.report.reader.version),
      "dateCoded": .text(String(first.line.readAt.prefix(10))), "comment": .text(incident.notes),
    ])
  }

  private static func party(
    _ side: ExportedIncident.Side, _ context: ExportContext
  ) -> JSONTree {
    let code = ActorCode(side, context.tables)
    return .object(of: [
      "actorText": .text(side.words), "code": JSONTree(code.country),
      "sector": JSONTree(code.sector(side.kind)),
    ])
  }

  /// PLOVER's auxiliary modes, which carry how something stands.
  private static func auxiliary(_ incident: ExportedIncident) -> [String] {
    var modes: [String] = []
    switch incident.status {
    case "denied", "negated": modes.append("negation")
    case "planned", "expected", "threatened", "demanded": modes.append("future")
    case "hypothetical": modes.append("hypothetical")
    default: break
    }
    if incident.tellings.allSatisfy(\.happening.background) { modes.append("historical") }
    return modes
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

/// The line of a report that tells an event, with its parts marked as `(SRC: …)`, `(EVT: …)` and `(TAR: …)`.
private struct Markup {
  let text: String
  let markup: String

  init(_ telling: ExportedIncident.Telling) {
    guard let trigger = telling.trigger else {
      text = ""
      markup = ""
      return
    }
    let positions = telling.index.positions
    let line = positions.line(around: trigger)
    text = positions.exact(line).safeLine
    var marks: [(span: TextSpan, name: String)] = [(trigger, "EVT")]
    for (slots, name) in [(telling.happening.actors, "SRC"), (telling.happening.recipients, "TAR")]
    {
      for slot in slots where line.contains(slot.span) {
        // Marks never lie over each other.
        let isFree = marks.allSatisfy {
          slot.span.end <= $0.span.start || slot.span.start >= $0.span.end
        }
        if isFree { marks.append((slot.span, name)) }
      }
    }
    var written = ""
    var at = line.start
    for mark in marks.sorted(by: { $0.span.start < $1.span.start }) {
      written += positions.exact(TextSpan(start: at, end: mark.span.start))
      written += "(\(mark.name): \(positions.exact(mark.span)))"
      at = mark.span.end
    }
    written += positions.exact(TextSpan(start: at, end: line.end))
    markup = written.safeLine
  }
}
