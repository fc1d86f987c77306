import HearsayLedger
import HearsayRecords
import HearsayStories

extension TableFormat {
  /// The 40 columns of POLECAT's files.
  package static let polecat = TableFormat(
    name: "polecat", title: "incidents in the shape of POLECAT's files",
    style: .tabs(absent: "None"), hasHeader: true, columns: POLECATTable.columns,
    leftOut: "no PLOVER event",
    rows: { incident, context in
      let row = ExportRow(incident, context)
      guard context.takes(incident), row.date.days != nil,
        context.tables.plover(incident.incident.type, incident.incident.mode) != nil
      else { return [] }
      return [row.coded()]
    })
}

/// The columns of ``TableFormat/polecat``.
private enum POLECATTable {
  static let columns: [ExportColumn] =
    head
    + side("Actor") {
      $0.incident.actors
    } codes: {
      $0.actorCodes
    }
    + side("Recipient") {
      $0.incident.recipients
    } codes: {
      $0.recipientCodes
    } + place + tail

  private static let head: [ExportColumn] = [
    ExportColumn("Event ID", "the incident's number") { Cell(String($0.incident.number)) },
    ExportColumn("Event Date", .date, "the first day") { Cell($0.date.first) },
    ExportColumn("Event Type", "PLOVER's type") { Cell(plover($0)?.type) },
    ExportColumn("Event Mode", "PLOVER's mode") { Cell(plover($0)?.mode) },
    ExportColumn("Intensity", .number, "PLOVER's score of type and mode") {
      Cell(plover($0)?.score)
    },
    ExportColumn("Quad Code", "from the type") { Cell(plover($0)?.quad) },
    .empty("Contexts", "the ledger has no contexts"),
  ]

  /// The eight columns of one side; several parties are joined by `; `.
  private static func side(
    _ name: String, _ sides: @escaping @Sendable (ExportRow) -> [ExportedIncident.Side],
    codes: @escaping @Sendable (ExportRow) -> [ActorCode]
  ) -> [ExportColumn] {
    @Sendable func joined(
      _ row: ExportRow, _ words: (ExportedIncident.Side, ActorCode) -> String?
    ) -> Cell {
      let all = zip(sides(row), codes(row)).map { (words($0, $1) ?? "None").safeLine }
      return all.isEmpty || all.allSatisfy { $0 == "None" }
        ? .absent : .text(all.joined(separator: "; "))
    }
    let of = name == "Actor" ? "`actors`" : "`recipients`"
    return [
      ExportColumn("\(name) Name", "names of \(of); never who is only blamed") {
        joined($0) { side, _ in side.name }
      },
      ExportColumn("\(name) Country", "their countries, alpha-3") { row in
        joined(row) { $1.country }
      },
      ExportColumn("\(name) COW", "the countries' Correlates of War numbers") { row in
        joined(row) { _, code in
          code.country.flatMap { row.context.tables.countries[$0]?.cow }.map(String.init)
        }
      },
      ExportColumn(
        "Primary \(name) Sector", "the first role of the first one's code, else by its kind"
      ) { row in
        Cell(sides(row).first.flatMap { codes(row).first?.sector($0.kind) })
      },
      ExportColumn("\(name) Sectors", "the same of all") { row in
        joined(row) { $1.sector($0.kind) }
      },
      ExportColumn("\(name) Title", "`role`") { joined($0) { side, _ in side.role } },
      ExportColumn("\(name) Name Raw", "the report's words for them") {
        joined($0) { side, _ in side.words }
      },
      .empty("Wikipedia \(name) ID", "the ledger has no such number"),
    ]
  }

  private static let place: [ExportColumn] = [
    ExportColumn("Placename", "`where.place`") { Cell($0.incident.spot?.name) },
    ExportColumn("City", "the same where it is a town or finer") { row in
      let precision = row.incident.spot?.precision
      return precision == .exact || precision == .named ? Cell(row.incident.spot?.name) : .absent
    },
    ExportColumn("District", "second-order division") { Cell($0.incident.spot?.admin2) },
    ExportColumn("Province", "first-order division") { Cell($0.incident.spot?.admin1) },
    ExportColumn("Country", "the country, alpha-3") { Cell($0.incident.country) },
    ExportColumn("Latitude", .number, "`where.lat`") { Cell($0.incident.spot?.latitude) },
    ExportColumn("Longitude", .number, "`where.lon`") { Cell($0.incident.spot?.longitude) },
    ExportColumn("GeoNames ID", .integer, "`geonameid`") { Cell($0.incident.spot?.geonameid) },
    ExportColumn("Raw Placename", "the words that name the place") {
      Cell($0.incident.spot?.words)
    },
    ExportColumn("Feature Type", "`kind` of the place") { Cell($0.incident.spot?.kind) },
  ]

  private static let tail: [ExportColumn] = [
    ExportColumn("Source", "outlets, joined by `; `") {
      Cell($0.incident.outlets.joined(separator: "; "))
    },
    ExportColumn("Publication Date", .date, "day of the first report") { row in
      Cell(
        row.incident.tellings.compactMap { $0.line.report.published?.prefix(10) }.min().map(
          String.init))
    },
    ExportColumn("Story People", "persons of its first report") { named($0) { $0 == .person } },
    ExportColumn("Story Organizations", "bodies of its first report") {
      named($0, \.isBody)
    },
    ExportColumn("Story Locations", "places of its first report") { row in
      let places = row.incident.tellings.first?.index.reading.places.map(\.name.safeLine) ?? []
      return places.isEmpty ? .absent : .text(places.distinct.joined(separator: "; "))
    },
    ExportColumn("Language", "of its first report") {
      Cell($0.incident.tellings.first?.line.report.language)
    },
    ExportColumn("Version", "what read it") { row in
      Cell(row.incident.tellings.first.map { "Hearsay \($0.line.report.reader.version)" })
    },
  ]

  private static func plover(_ row: ExportRow) -> ExchangeTables.Plover? {
    row.context.tables.plover(row.incident.incident.type, row.incident.incident.mode)
  }

  private static func named(_ row: ExportRow, _ isWanted: (EntityKind) -> Bool) -> Cell {
    let names =
      row.incident.tellings.first?.index.reading.entities
      .filter { isWanted($0.kind) }.map(\.name.safeLine) ?? []
    return names.isEmpty ? .absent : .text(names.distinct.joined(separator: "; "))
  }
}
