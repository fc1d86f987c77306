import HearsayLedger
import HearsayRecords
import HearsayStories

/// What only the ledger knows, behind the last column of any format.
package enum ExtraColumns {
  package static let all: [ExportColumn] = [
    ExportColumn("hearsay_incident", "the record that the number comes from, as `report:record`") {
      Cell($0.incident.anchor)
    },
    ExportColumn(
      "hearsay_part_of", .integer,
      "with `--per record`, the number of the incident that the record tells of"
    ) { Cell($0.incident.partOf) },
    ExportColumn("hearsay_status", "`status` of the incident: told, said, open, denied …") {
      Cell($0.incident.status)
    },
    ExportColumn("hearsay_roots", .integer, "`sources`: how many independent sources speak of it") {
      Cell($0.incident.incident.sources)
    },
    ExportColumn("hearsay_contest", "the questions on which they differ, joined by `; `") {
      Cell($0.incident.questions.map(\.kind.rawValue).distinct.joined(separator: "; "))
    },
    ExportColumn("hearsay_url", "the incident's page on the desk, with `--desk ADDRESS`") { row in
      Cell(row.context.desk.map { "\($0)/report/\(row.incident.anchor.prefix { $0 != ":" })" })
    },
    ExportColumn(
      "hearsay_evidence",
      "the words it was read from, as `report:start-end` in code points, joined by ` | `"
    ) { Cell($0.incident.evidence.joined(separator: " | ")) },
  ]
}

extension ExportedIncident {
  /// The words that tell it, as `report:start-end`.
  package var evidence: [String] {
    tellings.flatMap { telling in
      telling.happening.events.compactMap { telling.index.events[$0]?.trigger }.map { span in
        let positions = telling.index.positions
        return
          "\(telling.line.id):\(positions.scalarOffset(ofUTF8: span.start))-\(positions.scalarOffset(ofUTF8: span.end))"
      }
    }
  }
}
