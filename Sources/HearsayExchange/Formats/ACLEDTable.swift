import HearsayLedger
import HearsayRecords
import HearsayStories

extension TableFormat {
  /// The 31 columns of the Armed Conflict Location & Event Data project.
  package static let acled = TableFormat(
    name: "acled", title: "incidents in the shape of ACLED's files", style: .commas,
    hasHeader: true, columns: ACLEDTable.columns, leftOut: "no ACLED event",
    rows: { incident, context in
      let isAttempted = incident.status == "attempted"
      let isWanted = isAttempted || context.takes(incident)
      var row = ExportRow(incident, context)
      guard isWanted, row.date.days != nil, let acled = ACLEDRow(incident, context.tables) else {
        return []
      }
      row.acled = acled
      return [row]
    })
}

/// The columns of ``TableFormat/acled``.
private enum ACLEDTable {
  static let columns: [ExportColumn] = [
    ExportColumn(
      "event_id_cnty", "the country's alpha-3 code and the incident's number", tag: "#event+id"
    ) { Cell(($0.incident.country ?? "XXX") + String($0.incident.number)) },
    ExportColumn(
      "event_date", .date,
      "the first day that `when` may mean; without one, that of the first report",
      tag: "#date+occurred"
    ) { Cell($0.date.first) },
    ExportColumn("year", .year, "of the same day", tag: "#date+year") { Cell($0.date.year) },
    ExportColumn(
      "time_precision", .code,
      "1 a day, 2 a week or less, 3 longer, and where only the report is dated"
    ) { row in
      guard let width = row.date.width else { return .absent }
      return .integer(row.date.isPublication ? 3 : width == 1 ? 1 : width <= 7 ? 2 : 3)
    },
    ExportColumn("disorder_type", "from `event_type`") { Cell($0.acled?.kind.disorder) },
    ExportColumn("event_type", "from type, mode and sides, see below", tag: "#event+type") {
      Cell($0.acled?.kind.event)
    },
    ExportColumn("sub_event_type", "the same", tag: "#event+type+sub") { Cell($0.acled?.kind.sub) },
    ExportColumn(
      "actor1",
      "the first of `actors`; crowds as `Protesters (Country)`, civilians as `Civilians (Country)`; never who is only blamed",
      tag: "#actor+doer"
    ) { Cell($0.acled?.doer?.name) },
    ExportColumn(
      "assoc_actor_1",
      "the other `actors` and the bodies they are part or member of, joined by `; `"
    ) { Cell($0.acled?.doer?.others.joined(separator: "; ")) },
    ExportColumn("inter1", "its kind in words, with `--inter numbers` 1 to 8") {
      inter($0, $0.acled?.doer)
    },
    ExportColumn("actor2", "the first of `recipients`, in the same way", tag: "#actor+recipient") {
      Cell($0.acled?.sufferer?.name)
    },
    ExportColumn("assoc_actor_2", "the other `recipients`") {
      Cell($0.acled?.sufferer?.others.joined(separator: "; "))
    },
    ExportColumn("inter2", "its kind") { inter($0, $0.acled?.sufferer) },
    ExportColumn("interaction", "both kinds, the lower number first; `… only` where one is known") {
      interaction($0)
    },
    ExportColumn("civilian_targeting", "`Civilian targeting` where a recipient is civil") { row in
      let isTargeted =
        row.incident.incident.type == "ASSAULT"
        && row.incident.recipients.contains { ACLEDParty.isCivil($0, row.context.tables) }
      return Cell(isTargeted ? "Civilian targeting" : "")
    },
    ExportColumn("iso", .integer, "ISO 3166 numeric of the country") {
      Cell($0.country?.isoNumeric)
    },
    ExportColumn("region", "ACLED's region of the country", tag: "#region+name") {
      Cell($0.country?.region)
    },
    ExportColumn("country", "the country as ACLED writes it", tag: "#country+name") {
      Cell($0.country?.name)
    },
    ExportColumn("admin1", "the place's first-order division", tag: "#adm1+name") {
      Cell($0.incident.spot?.admin1)
    },
    ExportColumn("admin2", "its second-order division", tag: "#adm2+name") {
      Cell($0.incident.spot?.admin2)
    },
    .empty("admin3", "no gazetteer of ours has one"),
    ExportColumn("location", "`where.place`", tag: "#loc+name") { Cell($0.incident.spot?.name) },
    ExportColumn("latitude", .number, "`where.lat`", tag: "#geo+lat") {
      Cell($0.incident.spot?.latitude)
    },
    ExportColumn("longitude", .number, "`where.lon`", tag: "#geo+lon") {
      Cell($0.incident.spot?.longitude)
    },
    ExportColumn(
      "geo_precision", .code, "`where.precision`: exact, named 1; admin2 2; admin1, country 3"
    ) { row in
      guard let precision = row.incident.spot?.precision else { return .absent }
      switch precision {
      case .exact, .named: return .integer(1)
      case .admin2: return .integer(2)
      case .admin1, .country: return .integer(3)
      }
    },
    ExportColumn(
      "source", "outlets that tell it in words of their own, joined by `; `", tag: "#meta+source"
    ) { Cell($0.incident.outlets.joined(separator: "; ")) },
    ExportColumn(
      "source_scale",
      "National or International by the ending of the outlets' domains; empty where it tells none"
    ) { Cell(scale($0)) },
    ExportColumn(
      "notes",
      "a sentence of ours: label, place, day, outlets; each number of dead and wounded with who says it; what sources differ on"
    ) { Cell($0.incident.notes) },
    ExportColumn(
      "fatalities", .integer,
      "killed: the lowest that a source says last, or as `--figure` says; where nobody tells of dead 0, empty with `--extra`, and `tags` says so",
      tag: "#affected+killed"
    ) { row in
      let number = row.incident.killed.number(row.context.figure ?? .lowest)
      return number == nil && row.context.hasExtra ? .absent : Cell(number ?? 0)
    },
    ExportColumn(
      "tags",
      "`crowd size=…` in a report's words, contested questions, how it stands if it is not told as a fact, who is only blamed and by whom; joined by `; `"
    ) { Cell($0.incident.tags.joined(separator: "; ")) },
    ExportColumn(
      "timestamp", .integer, "Unix time at which the ledger last read one of its reports"
    ) { row in
      Cell(Moment(row.incident.changed).map { Int($0.first) })
    },
  ]

  private static func inter(_ row: ExportRow, _ party: ACLEDParty?) -> Cell {
    guard let kind = party?.kind else { return row.context.writesNumbers ? .integer(0) : .absent }
    return row.context.writesNumbers ? .integer(kind.rawValue) : .text(kind.words)
  }

  private static func interaction(_ row: ExportRow) -> Cell {
    let kinds = [row.acled?.doer?.kind, row.acled?.sufferer?.kind].compactMap(\.self)
      .sorted { $0.rawValue < $1.rawValue }
    guard let first = kinds.first else { return .absent }
    if row.context.writesNumbers {
      return .integer(first.rawValue * 10 + (kinds.count > 1 ? kinds[1].rawValue : 0))
    }
    return .text(kinds.count > 1 ? "\(first.words)-\(kinds[1].words)" : "\(first.words) only")
  }

  private static func scale(_ row: ExportRow) -> String? {
    guard let country = row.country else { return nil }
    let endings = row.incident.tellings.compactMap { telling -> String? in
      guard let url = telling.line.report.url, WebAddress(url).isWeb else { return nil }
      let host = url.split(separator: "/").dropFirst().first?.split(separator: ":").first ?? ""
      let ending = host.split(separator: ".").last.map(String.init) ?? ""
      return ending.count == 2 ? ending.lowercased() : nil
    }.distinct
    guard !endings.isEmpty else { return nil }
    let own = country.iso3 == "GBR" ? "uk" : country.iso2.lowercased()
    let scales = endings.map { $0 == own ? "National" : "International" }.distinct
    return scales.sorted(by: >).joined(separator: "-")
  }
}
