import HearsayLedger
import HearsayRecords
import HearsayStories

extension CodedComparison {
  /// One result: an incident that both have, or that only one has.
  package enum Item: Sendable {
    case both(Pair)
    case theirs(ForeignRow)
    case ours(ExportedIncident)
  }

  /// All results: those that both have, then only theirs, then only ours.
  package var items: [Item] {
    both.map(Item.both) + onlyTheirs.map(Item.theirs) + onlyOurs.map(Item.ours)
  }
}

extension CodedComparison.Item {
  /// As one JSON object.
  ///
  /// - Throws: `EncodingError`, which nothing gives cause for.
  package func json() throws -> String { try tree.line() }

  private var tree: JSONTree {
    switch self {
    case .both(let pair):
      .object(of: [
        "kind": .text("both"), "theirs": Self.tree(pair.theirs), "ours": Self.tree(pair.ours),
        "score": .number(pair.score), "reasons": JSONTree(pair.reasons),
        "differences": .array(
          pair.differences.map {
            .object(of: [
              "field": .text($0.field.rawValue), "theirs": .text($0.theirs), "ours": .text($0.ours),
            ])
          }),
      ])
    case .theirs(let row):
      .object(of: ["kind": .text("theirs"), "theirs": Self.tree(row), "ours": .null])
    case .ours(let incident):
      .object(of: ["kind": .text("ours"), "theirs": .null, "ours": Self.tree(incident)])
    }
  }

  private static func tree(_ row: ForeignRow) -> JSONTree {
    .object(of: [
      "id": .text(row.id), "line": .integer(row.line),
      "earliest": .text(CivilCalendar.text(row.days.lowerBound)),
      "latest": .text(CivilCalendar.text(row.days.upperBound)), "type": .text(row.type.rawValue),
      "mode": JSONTree(row.mode), "actors": JSONTree(row.actors),
      "recipients": JSONTree(row.recipients), "place": JSONTree(row.place),
      "country": JSONTree(row.country), "killed": JSONTree(row.best),
    ])
  }

  private static func tree(_ incident: ExportedIncident) -> JSONTree {
    let date = ExportDate(incident)
    return .object(of: [
      "number": .integer(incident.number), "record": .text(incident.anchor),
      "label": .text(incident.incident.label.safeLine), "earliest": JSONTree(date.first),
      "latest": JSONTree(date.last), "type": .text(incident.incident.type),
      "mode": JSONTree(incident.incident.mode), "actors": JSONTree(incident.actors.map(\.name)),
      "recipients": JSONTree(incident.recipients.map(\.name)),
      "place": JSONTree(incident.spot?.name), "country": JSONTree(incident.country),
      "killed_low": JSONTree(incident.killed.low), "killed_high": JSONTree(incident.killed.high),
      "outlets": JSONTree(incident.outlets),
    ])
  }
}
