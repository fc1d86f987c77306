import HearsayLedger
import HearsayRecords
import HearsayStories

extension TableFormat {
  /// A small table for aid workers' tools, with a row of HXL tags below the header.
  package static let hxl = TableFormat(
    name: "hxl", title: "incidents as a small table with HXL tags", style: .commas, hasHeader: true,
    columns: HXLTable.columns, leftOut: "not told as having happened",
    rows: { incident, context in
      guard context.takes(incident) else { return [] }
      return [ExportRow(incident, context)]
    })
}

/// The columns of ``TableFormat/hxl``.
private enum HXLTable {
  static let columns: [ExportColumn] = [
    ExportColumn("id", .integer, "the incident's number", tag: "#event+id") {
      Cell($0.incident.number)
    },
    ExportColumn(
      "date", .date, "the first day that `when` may mean; without one, that of the first report",
      tag: "#date+occurred"
    ) {
      Cell($0.date.first)
    },
    ExportColumn("type", "`type`", tag: "#event+type") { Cell($0.incident.incident.type) },
    ExportColumn("mode", "`mode`", tag: "#event+type+sub") { Cell($0.incident.incident.mode) },
    ExportColumn(
      "actors", "names of `actors`, joined by ` | `; never who is only blamed", tag: "#actor+doer"
    ) { row in
      Cell(row.incident.actors.map(\.name).joined(separator: " | "))
    },
    ExportColumn("recipients", "names of `recipients`", tag: "#actor+recipient") { row in
      Cell(row.incident.recipients.map(\.name).joined(separator: " | "))
    },
    ExportColumn("country", "alpha-3 code", tag: "#country+code+v_iso3") {
      Cell($0.incident.country)
    },
    ExportColumn("adm1", "first-order division", tag: "#adm1+name") {
      Cell($0.incident.spot?.admin1)
    },
    ExportColumn("adm2", "second-order division", tag: "#adm2+name") {
      Cell($0.incident.spot?.admin2)
    },
    ExportColumn("place", "`where.place`", tag: "#loc+name") { Cell($0.incident.spot?.name) },
    ExportColumn("lat", .number, "`where.lat`", tag: "#geo+lat") {
      Cell($0.incident.spot?.latitude)
    },
    ExportColumn("lon", .number, "`where.lon`", tag: "#geo+lon") {
      Cell($0.incident.spot?.longitude)
    },
    ExportColumn(
      "killed_low", .integer, "the fewest dead that a source says last; empty if nobody tells",
      tag: "#affected+killed+low"
    ) {
      Cell($0.incident.killed.low)
    },
    ExportColumn("killed_high", .integer, "the most", tag: "#affected+killed+high") {
      Cell($0.incident.killed.high)
    },
    ExportColumn(
      "injured", .integer, "wounded: the lowest, or as `--figure` says", tag: "#affected+injured"
    ) { row in
      Cell(row.incident.wounded.number(row.context.figure ?? .lowest))
    },
    ExportColumn(
      "source", "outlets that tell it in words of their own, joined by `; `", tag: "#meta+source"
    ) {
      Cell($0.incident.outlets.joined(separator: "; "))
    },
    ExportColumn("status", "`status`: told, said, open …", tag: "#status") {
      Cell($0.incident.status)
    },
    ExportColumn("url", "address of its first report", tag: "#meta+url") {
      Cell($0.incident.tellings.first?.line.report.url)
    },
  ]
}
