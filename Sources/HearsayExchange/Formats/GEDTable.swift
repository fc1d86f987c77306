package import HearsayLedger
import HearsayRecords
import HearsayStories

extension TableFormat {
  /// The 49 columns of UCDP's Georeferenced Event Dataset, as in version 25.1.
  package static let ged = TableFormat(
    name: "ged", title: "incidents in the shape of UCDP's Georeferenced Event Dataset",
    style: .commas, hasHeader: true, columns: GEDTable.columns,
    leftOut: "no lethal event between sides that are known",
    rows: { incident, context in
      var row = ExportRow(incident, context)
      let isLethal = incident.killed.high ?? 0 > 0
      guard context.takes(incident), isLethal || context.takesNonLethal, row.date.days != nil,
        let sides = GEDSides(incident, context.tables)
      else { return [] }
      row.sides = sides
      return [row]
    })
}

/// The columns of ``TableFormat/ged``.
private enum GEDTable {
  private static let numberOfUCDP = "UCDP gives these numbers"

  static let columns: [ExportColumn] = identity + sides + sources + place + day + deaths

  private static let identity: [ExportColumn] = [
    ExportColumn("id", .integer, "the incident's number", tag: "#event+id") {
      Cell($0.incident.number)
    },
    ExportColumn(
      "relid",
      "`country-year-type-dyad-n`: the dyad's number in this file, and which of its events that year"
    ) { row in
      guard let sides = row.sides, let year = row.date.year else { return .absent }
      let dyad = row.context.dyads.number(sides.dyad) ?? 0
      let event = row.context.dyads.event(row.incident) ?? 0
      return Cell("\(row.incident.country ?? "XXX")-\(year)-\(sides.violence)-\(dyad)-\(event)")
    },
    ExportColumn("year", .year, "of the first day") { Cell($0.date.year) },
    ExportColumn(
      "active_year", .code, "1 where `best` of its dyad reaches 25 in that year of this file"
    ) { row in
      guard let sides = row.sides, let year = row.date.year else { return .absent }
      return .integer(row.context.dyads.isActive(sides.dyad, year) ? 1 : 0)
    },
    ExportColumn("code_status", "`Clear` where a person accepted one of its records, else `Check`")
    {
      Cell($0.incident.isReviewed ? "Clear" : "Check")
    },
    ExportColumn(
      "type_of_violence", .code,
      "1 a government is one side, 2 two armed groups, 3 civilians are attacked"
    ) { Cell($0.sides?.violence) },
  ]

  private static let sides: [ExportColumn] = [
    .empty("conflict_dset_id", .integer, numberOfUCDP),
    .empty("conflict_new_id", .integer, numberOfUCDP),
    ExportColumn("conflict_name", "`Country: side_b`") { row in
      Cell(row.sides.map { "\(row.country?.ucdpName ?? "Unknown"): \($0.b)" })
    },
    .empty("dyad_dset_id", .integer, numberOfUCDP),
    .empty("dyad_new_id", .integer, numberOfUCDP),
    ExportColumn("dyad_name", "`side_a - side_b`") { Cell($0.sides?.dyad) },
    .empty("side_a_dset_id", .integer, numberOfUCDP),
    .empty("side_a_new_id", .integer, numberOfUCDP),
    ExportColumn(
      "side_a", "who fights; the government first, as `Government of …`; never who is only blamed",
      tag: "#actor+doer"
    ) {
      Cell($0.sides?.a)
    },
    .empty("side_b_dset_id", .integer, numberOfUCDP),
    .empty("side_b_new_id", .integer, numberOfUCDP),
    ExportColumn("side_b", "whom; `Civilians` of type 3", tag: "#actor+recipient") {
      Cell($0.sides?.b)
    },
  ]

  private static let sources: [ExportColumn] = [
    ExportColumn(
      "number_of_sources", .integer, "`sources`: how many independent sources speak of it"
    ) {
      Cell($0.incident.incident.sources)
    },
    ExportColumn("source_article", "`\"outlet,date,headline\"` of each report, joined by `;`") {
      row in
      joined(row) { "\"\($0.outlet),\(day($0) ?? ""),\($0.line.report.title?.safeLine ?? "")\"" }
    },
    ExportColumn("source_office", "outlets") { joined($0) { $0.outlet } },
    ExportColumn("source_date", "when each report came out") { joined($0) { day($0) ?? "" } },
    ExportColumn("source_headline", "headlines") {
      joined($0) { $0.line.report.title?.safeLine ?? "" }
    },
    ExportColumn("source_original", "who is named as saying that it happened") { row in
      Cell(
        row.incident.tellings.flatMap { telling in
          telling.happening.claims.compactMap { telling.index.claims[$0] }
            .compactMap(telling.index.speaker)
        }.distinct.joined(separator: ";"))
    },
  ]

  private static let place: [ExportColumn] = [
    ExportColumn(
      "where_prec", .code, "`where.precision`: exact, named 1; admin2 3; admin1 4; country 6"
    ) { row in
      guard let precision = row.incident.spot?.precision else { return .absent }
      switch precision {
      case .exact, .named: return .integer(1)
      case .admin2: return .integer(3)
      case .admin1: return .integer(4)
      case .country: return .integer(6)
      }
    },
    ExportColumn("where_coordinates", "`where.place`", tag: "#loc+name") {
      Cell($0.incident.spot?.name)
    },
    ExportColumn("where_description", "the words that name the place") {
      Cell($0.incident.spot?.words)
    },
    ExportColumn("adm_1", "first-order division", tag: "#adm1+name") {
      Cell($0.incident.spot?.admin1)
    },
    ExportColumn("adm_2", "second-order division", tag: "#adm2+name") {
      Cell($0.incident.spot?.admin2)
    },
    ExportColumn("latitude", .number, "`where.lat`", tag: "#geo+lat") {
      Cell($0.incident.spot?.latitude)
    },
    ExportColumn("longitude", .number, "`where.lon`", tag: "#geo+lon") {
      Cell($0.incident.spot?.longitude)
    },
    ExportColumn("geom_wkt", "`POINT (lon lat)`") { row in
      guard let spot = row.incident.spot, let lat = spot.latitude, let lon = spot.longitude else {
        return .absent
      }
      return Cell("POINT (\(Cell.number(lon).words) \(Cell.number(lat).words))")
    },
    ExportColumn("priogrid_gid", .integer, "⌊(lat+90)/0.5⌋·720 + ⌊(lon+180)/0.5⌋ + 1") { row in
      guard let spot = row.incident.spot, let lat = spot.latitude, let lon = spot.longitude,
        (-90..<90).contains(lat), (-180..<180).contains(lon)
      else { return .absent }
      return .integer(
        Int(((lat + 90) * 2).rounded(.down)) * 720 + Int(((lon + 180) * 2).rounded(.down)) + 1)
    },
    ExportColumn("country", "the country as UCDP writes it", tag: "#country+name") {
      Cell($0.country?.ucdpName)
    },
    ExportColumn("country_id", .integer, "its Gleditsch–Ward number") {
      Cell($0.country?.gleditschWard)
    },
    ExportColumn("region", "UCDP's region, by that number", tag: "#region+name") {
      Cell($0.country?.ucdpRegion)
    },
  ]

  private static let day: [ExportColumn] = [
    ExportColumn("event_clarity", .code, "1: a happening of its own; sums over many are none here")
    { _ in
      .integer(1)
    },
    ExportColumn(
      "date_prec", .code,
      "1 a day; 2 two to six; 3 a week; 4 a month; 5 longer, and where only the report is dated"
    ) { row in
      guard let width = row.date.width else { return .absent }
      if row.date.isPublication { return .integer(5) }
      switch width {
      case 1: return .integer(1)
      case 2...6: return .integer(2)
      case 7: return .integer(3)
      case 8...31: return .integer(4)
      default: return .integer(5)
      }
    },
    ExportColumn("date_start", "the first day that `when` may mean", tag: "#date+start") {
      Cell($0.date.first.map { $0 + " 00:00:00.000" })
    },
    ExportColumn("date_end", "the last", tag: "#date+end") {
      Cell($0.date.last.map { $0 + " 00:00:00.000" })
    },
  ]

  private static let deaths: [ExportColumn] = [
    ExportColumn("deaths_a", .integer, "killed of side a, by the source of `best`") { row in
      dead(row, row.sides?.sideA)
    },
    ExportColumn("deaths_b", .integer, "of side b, where that is armed") { row in
      guard let sides = row.sides, sides.violence != 3, sides.sideA != sides.sideB else {
        return .integer(0)
      }
      return dead(row, sides.sideB)
    },
    ExportColumn("deaths_civilians", .integer, "civilians") { dead($0, .civil) },
    ExportColumn("deaths_unknown", .integer, "those of `best` that are told of no side") { row in
      guard let entry = entry(row) else { return .integer(0) }
      let told = columns.filter { ["deaths_a", "deaths_b", "deaths_civilians"].contains($0.name) }
        .reduce(0) { sum, column in
          if case .integer(let number) = column.value(row) { sum + number } else { sum }
        }
      return .integer(max(0, Int(entry.value) - told))
    },
    ExportColumn(
      "best", .integer,
      "killed: what most sources say last, of several the lower; or as `--figure` says",
      tag: "#affected+killed"
    ) {
      Cell(entry($0).map { Int($0.value) } ?? 0)
    },
    ExportColumn("high", .integer, "the most that a source says last", tag: "#affected+killed+high")
    {
      Cell($0.incident.killed.high ?? 0)
    },
    ExportColumn("low", .integer, "the least", tag: "#affected+killed+low") {
      Cell($0.incident.killed.low ?? 0)
    },
    ExportColumn("gwnoa", .integer, "Gleditsch–Ward number of side a, if it is a state") { row in
      Cell(row.sides?.countryA.flatMap { row.context.tables.countries[$0]?.gleditschWard })
    },
    ExportColumn("gwnob", .integer, "of side b") { row in
      Cell(row.sides?.countryB.flatMap { row.context.tables.countries[$0]?.gleditschWard })
    },
  ]

  private static func entry(_ row: ExportRow) -> TollOfIncident.Entry? {
    row.incident.killed.entry(row.context.figure ?? .most)
  }

  private static func dead(_ row: ExportRow, _ side: TollOfIncident.Side?) -> Cell {
    .integer(side.flatMap { entry(row)?.bySide[$0] }.map { Int($0) } ?? 0)
  }

  private static func day(_ telling: ExportedIncident.Telling) -> String? {
    telling.line.report.published.map { String($0.prefix(10)) }
  }

  private static func joined(
    _ row: ExportRow, _ words: (ExportedIncident.Telling) -> String
  ) -> Cell {
    Cell(row.incident.tellings.map(words).joined(separator: ";"))
  }
}

extension ExportedIncident {
  /// Whether a person accepted one of its records, and that still holds.
  package var isReviewed: Bool { !standing(.accept).isEmpty }

  /// The decisions of a kind that nobody took back.
  package func standing(_ verdict: Decision.Verdict) -> [Decision] {
    ReviewState.holding(decisions).filter { $0.verdict == verdict }
  }
}
