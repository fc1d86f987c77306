import HearsayLedger
import HearsayRecords
import HearsayStories

extension TableFormat {
  /// The 61 columns of GDELT 2.0's table of events.
  package static let gdeltEvents = TableFormat(
    name: "gdelt-events", title: "incidents in the shape of GDELT 2.0's table of events",
    style: .tabs(absent: ""), hasHeader: false, columns: GDELTEvents.columns,
    leftOut: "no CAMEO code", rows: GDELTEvents.rows)
}

/// The columns of ``TableFormat/gdeltEvents``.
enum GDELTEvents {
  @Sendable static func rows(_ incident: ExportedIncident, _ context: ExportContext) -> [ExportRow]
  {
    let row = ExportRow(incident, context)
    guard context.takes(incident), incident.cameo != nil, row.date.days != nil else { return [] }
    return [row.coded()]
  }

  static let columns: [ExportColumn] =
    head
    + actor(1) {
      $0.incident.actors.first
    } code: {
      $0.actorCodes.first
    }
    + actor(2) {
      $0.incident.recipients.first
    } code: {
      $0.recipientCodes.first
    } + deed
    + actorPlace(1) { $0.actorCodes.first } + actorPlace(2) { $0.recipientCodes.first }
    + place + tail

  private static let head: [ExportColumn] = [
    ExportColumn("GLOBALEVENTID", .integer, "the incident's number") { Cell($0.incident.number) },
    ExportColumn("SQLDATE", .integer, "the first day as `YYYYMMDD`") { row in
      Cell(row.date.first.map { $0.replacing("-", with: "") }.flatMap { Int($0) })
    },
    ExportColumn("MonthYear", .integer, "`YYYYMM`") { row in
      Cell(row.date.first.map { $0.prefix(7).replacing("-", with: "") }.flatMap { Int($0) })
    },
    ExportColumn("Year", .year, "its year") { Cell($0.date.year) },
    ExportColumn("FractionDate", .number, "the year and (30 · month + day) / 365") { row in
      guard let days = row.date.days else { return .absent }
      let day = CivilCalendar.day(days.lowerBound)
      let part = Double(day.month * 30 + day.day) / 365
      return .number(((Double(day.year) + part) * 10_000).rounded() / 10_000)
    },
  ]

  /// The ten columns of an actor.
  private static func actor(
    _ number: Int, _ side: @escaping @Sendable (ExportRow) -> ExportedIncident.Side?,
    code: @escaping @Sendable (ExportRow) -> ActorCode?
  ) -> [ExportColumn] {
    let who = number == 1 ? "first of `actors`" : "first of `recipients`"
    @Sendable func role(_ row: ExportRow, _ place: Int) -> Cell {
      let roles = code(row)?.roles ?? []
      return Cell(place < roles.count ? roles[place] : nil)
    }
    return [
      ExportColumn("Actor\(number)Code", "`code` of the \(who), else the country") { row in
        let code = code(row)
        let all = ([code?.country].compactMap(\.self) + (code?.roles ?? [])).joined()
        return Cell(all.isEmpty ? nil : all)
      },
      ExportColumn("Actor\(number)Name", "its name in capitals; never who is only blamed") {
        Cell(side($0)?.name.uppercased())
      },
      ExportColumn("Actor\(number)CountryCode", "the first three letters of the code") {
        Cell(code($0)?.country)
      },
      .empty("Actor\(number)KnownGroupCode", "the ledger's codes name no groups"),
      .empty("Actor\(number)EthnicCode", "nobody is coded by descent"),
      .empty("Actor\(number)Religion1Code", "nobody is coded by religion"),
      .empty("Actor\(number)Religion2Code", "nobody is coded by religion"),
      ExportColumn("Actor\(number)Type1Code", "the next three letters") { role($0, 0) },
      ExportColumn("Actor\(number)Type2Code", "the next") { role($0, 1) },
      ExportColumn("Actor\(number)Type3Code", "the next") { role($0, 2) },
    ]
  }

  private static let deed: [ExportColumn] = [
    ExportColumn("IsRootEvent", .code, "1 if a report tells it in its title or first paragraph") {
      row in
      .integer(row.incident.tellings.contains { $0.isInLead } ? 1 : 0)
    },
    ExportColumn("EventCode", "`cameo`") { Cell($0.incident.cameo) },
    ExportColumn("EventBaseCode", "its first three digits") {
      Cell($0.incident.cameo.map { String($0.prefix(3)) })
    },
    ExportColumn("EventRootCode", "its first two") {
      Cell($0.incident.cameo.map { String($0.prefix(2)) })
    },
    ExportColumn(
      "QuadClass", .code, "by the root: 01–05 1, 06–08 2, 09–13 3, 14–20 4"
    ) { row in
      switch row.incident.cameo.flatMap({ Int($0.prefix(2)) }) ?? 0 {
      case 1...5: .integer(1)
      case 6...8: .integer(2)
      case 9...13: .integer(3)
      default: .integer(4)
      }
    },
    ExportColumn("GoldsteinScale", .number, "Goldstein's score of the code") { row in
      Cell(row.incident.cameo.flatMap(row.context.tables.goldstein))
    },
    ExportColumn("NumMentions", .integer, "records, near copies among them") {
      Cell($0.incident.tellings.count)
    },
    ExportColumn("NumSources", .integer, "outlets") {
      Cell($0.incident.tellings.map(\.outlet).distinct.count)
    },
    ExportColumn("NumArticles", .integer, "reports") {
      Cell($0.incident.tellings.map(\.line.id).distinct.count)
    },
    .empty("AvgTone", .number, "Hearsay does not score tone"),
  ]

  /// The eight columns of where an actor is from: its country, which is all that is known.
  private static func actorPlace(
    _ number: Int, _ code: @escaping @Sendable (ExportRow) -> ActorCode?
  ) -> [ExportColumn] {
    let name = "Actor\(number)Geo"
    @Sendable func country(_ row: ExportRow) -> ExchangeTables.Country? {
      code(row)?.country.flatMap { row.context.tables.countries[$0] }
    }
    return [
      ExportColumn("\(name)_Type", .code, "1, a country, where one is known; else 0") {
        .integer(country($0) == nil ? 0 : 1)
      },
      ExportColumn("\(name)_FullName", "the country") { Cell(country($0)?.name) },
      ExportColumn("\(name)_CountryCode", "its FIPS 10-4 code") { Cell(country($0)?.fips) },
      ExportColumn("\(name)_ADM1Code", "the same") { Cell(country($0)?.fips) },
      .empty("\(name)_ADM2Code", "only the country is known"),
      .empty("\(name)_Lat", .number, "only the country is known"),
      .empty("\(name)_Long", .number, "only the country is known"),
      ExportColumn("\(name)_FeatureID", "the FIPS code") { Cell(country($0)?.fips) },
    ]
  }

  private static let place: [ExportColumn] = [
    ExportColumn(
      "ActionGeo_Type", .code,
      "1 country; 2 state, 3 town of the USA; 4 town, 5 division elsewhere; 0 nowhere told"
    ) { row in
      guard let spot = row.incident.spot else { return .integer(0) }
      let isAmerican = spot.country == "USA"
      switch spot.precision {
      case .country: return .integer(1)
      case .admin1, .admin2: return .integer(isAmerican ? 2 : 5)
      case .exact, .named: return .integer(isAmerican ? 3 : 4)
      }
    },
    ExportColumn("ActionGeo_FullName", "place, division, country") { row in
      guard let spot = row.incident.spot else { return .absent }
      return Cell(
        [spot.name, spot.admin1, row.country?.name].compactMap(\.self).distinct.joined(
          separator: ", "))
    },
    ExportColumn("ActionGeo_CountryCode", "FIPS 10-4 code of the country") {
      Cell($0.country?.fips)
    },
    ExportColumn(
      "ActionGeo_ADM1Code", "the country's FIPS code alone: no table here has those of divisions"
    ) {
      Cell($0.country?.fips)
    },
    .empty("ActionGeo_ADM2Code", "no table here has GAUL's codes"),
    ExportColumn("ActionGeo_Lat", .number, "`where.lat`") { Cell($0.incident.spot?.latitude) },
    ExportColumn("ActionGeo_Long", .number, "`where.lon`") { Cell($0.incident.spot?.longitude) },
    ExportColumn("ActionGeo_FeatureID", "the GeoNames number, of countries the FIPS code") { row in
      row.incident.spot?.precision == .country
        ? Cell(row.country?.fips) : Cell(row.incident.spot?.geonameid.map(String.init))
    },
  ]

  private static let tail: [ExportColumn] = [
    ExportColumn(
      "DATEADDED", .integer, "when the ledger first saw one of its reports, `YYYYMMDDHHMMSS` in UTC"
    ) {
      Cell(GDELTTime.number($0.incident.added))
    },
    ExportColumn("SOURCEURL", "address of its first report") { row in
      Cell(row.incident.tellings.first?.line.report.url)
    },
  ]
}

/// Times as GDELT writes them.
enum GDELTTime {
  /// `YYYYMMDDHHMMSS` in UTC of an ISO 8601 date or instant.
  static func number(_ date: String?) -> Int? {
    guard let moment = date.flatMap(Moment.init) else { return nil }
    let seconds = Int(moment.first.rounded(.down))
    let days = seconds.flooredQuotient(by: 86_400)
    let clock = seconds - days * 86_400
    let day = CivilCalendar.day(days)
    let date = (day.year * 100 + day.month) * 100 + day.day
    return ((date * 100 + clock / 3_600) * 100 + clock / 60 % 60) * 100 + clock % 60
  }
}

extension ExportedIncident {
  /// The CAMEO code that most of its records have; of several the one that comes first in the order of numbers.
  package var cameo: String? {
    tellings.compactMap(\.happening.cameo).mostFrequent
  }
}

extension ExportedIncident.Telling {
  /// Whether the title or the first paragraph tells it.
  package var isInLead: Bool {
    guard let trigger else { return happening.main }
    let bytes = index.positions.utf8
    let blank: [UInt8] = [0x0A, 0x0A]
    var breaks = 0
    var at = 0
    while at + 1 < min(trigger.start, bytes.count) {
      if bytes[at] == blank[0], bytes[at + 1] == blank[1] { breaks += 1 }
      at += 1
    }
    return breaks <= (line.report.title == nil ? 0 : 1)
  }
}
