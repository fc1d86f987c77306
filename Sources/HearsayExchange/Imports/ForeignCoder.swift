import HearsayLedger
import HearsayRecords
import HearsayStories

/// Understands the cells of a row by the names of their columns.
struct ForeignCoder {
  private let maker: ForeignRow.Maker
  let names: [String]
  private let places: [String: Int]
  let tables: ExchangeTables
  /// Reads what a row tells in words alone.
  let reading: ForeignFile.WordReader?

  init(
    _ maker: ForeignRow.Maker, _ names: [String], _ tables: ExchangeTables,
    reading: ForeignFile.WordReader?
  ) {
    self.reading = reading
    self.maker = maker
    self.names = names
    self.tables = tables
    places = Dictionary(
      names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A column that every row needs and that the file has not.
  var missing: String? { needed.first { places[$0] == nil } }

  private var needed: [String] {
    switch maker {
    case .acled:
      [
        "event_id_cnty", "event_date", "event_type", "sub_event_type", "actor1", "actor2",
        "country",
        "location", "latitude", "longitude", "notes", "fatalities",
      ]
    case .ged:
      [
        "id", "date_start", "date_end", "type_of_violence", "side_a", "side_b", "country",
        "latitude",
        "longitude", "best", "low", "high",
      ]
    case .gdelt: ["GLOBALEVENTID", "SQLDATE", "EventCode"]
    case .atlos: Self.ofAtlos
    case .polecat:
      [
        "Event ID", "Event Date", "Event Type", "Event Mode", "Actor Name", "Recipient Name",
        "Placename", "Country",
      ]
    }
  }

  /// The event of a row, or why there is none.
  func row(_ row: CSVReader.Row) throws(ForeignFlaw) -> ForeignFile.Coded {
    guard row.cells.count == names.count else {
      throw ForeignFlaw(
        line: row.line, column: 0, name: nil,
        words: "\(row.cells.count) cells under \(names.count) columns")
    }
    let cells = ForeignCells(row: row, places: places, absent: maker == .polecat ? "None" : nil)
    let coded: ForeignRow?
    switch maker {
    case .acled: coded = try acled(cells)
    case .ged: coded = try ged(cells)
    case .gdelt: coded = try gdelt(cells)
    case .polecat: coded = try polecat(cells)
    case .atlos: return try atlos(cells)
    }
    return coded.map { .row($0) } ?? .passed(.kind)
  }

  private func acled(_ cells: ForeignCells) throws(ForeignFlaw) -> ForeignRow? {
    let event = try cells.needed("event_type")
    let sub = cells.text("sub_event_type") ?? ""
    let type: EventType
    var mode: String?
    switch (event, sub) {
    case ("Battles", _): (type, mode) = (.assault, "clash")
    case ("Explosions/Remote violence", "Air/drone strike"): (type, mode) = (.assault, "aerial")
    case ("Explosions/Remote violence", "Shelling/artillery/missile attack"):
      (type, mode) = (.assault, "heavy-weapons")
    case ("Explosions/Remote violence", _): (type, mode) = (.assault, "bombing")
    case ("Violence against civilians", "Abduction/forced disappearance"):
      (type, mode) = (.assault, "abduction")
    case ("Violence against civilians", "Sexual violence"): (type, mode) = (.assault, "sexual")
    case ("Violence against civilians", _): type = .assault
    case ("Protests", _): (type, mode) = (.protest, "demonstration")
    case ("Riots", _): (type, mode) = (.protest, "riot")
    case ("Strategic developments", "Arrests"): (type, mode) = (.coerce, "arrest")
    case ("Strategic developments", "Looting/property destruction"):
      (type, mode) = (.coerce, "seizure")
    case ("Strategic developments", "Agreement"): type = .agree
    case ("Strategic developments", "Change to group/activity"):
      (type, mode) = (.mobilize, "deployment")
    case ("Strategic developments", _): return nil
    default: throw cells.flaw("event_type", "no event type of ACLED: \(event)")
    }
    let day = try cells.day("event_date")
    let precision = try cells.whole("time_precision") ?? 1
    let days = precision == 1 ? day...day : day...(day + (precision == 2 ? 6 : 30))
    let killed = try cells.whole("fatalities")
    var coded = ForeignRow(
      maker: .acled, id: try cells.needed("event_id_cnty"), days: days, type: type, mode: mode,
      cameo: nil, typeWords: sub.isEmpty ? event : sub,
      actors: [cells.text("actor1")].compactMap(\.self),
      recipients: [cells.text("actor2")].compactMap(\.self), place: cells.text("location"),
      admin1: cells.text("admin1"), country: try country(cells),
      latitude: try cells.degrees("latitude", 90), longitude: try cells.degrees("longitude", 180),
      precision: [2: .admin2, 3: .admin1][try cells.whole("geo_precision") ?? 1] ?? .named,
      low: killed, best: killed, high: killed, notes: cells.text("notes") ?? "",
      line: cells.row.line,
      cells: kept(cells, needed + ["source"]))
    coded.actorsBeside = cells.list("assoc_actor_1")
    coded.recipientsBeside = cells.list("assoc_actor_2")
    coded.outlets = cells.list("source")
    return coded
  }

  private func ged(_ cells: ForeignCells) throws(ForeignFlaw) -> ForeignRow? {
    let violence = try cells.whole("type_of_violence")
    guard let violence, (1...3).contains(violence) else {
      throw cells.flaw("type_of_violence", "not 1, 2 or 3")
    }
    let (first, last) = (try cells.day("date_start"), try cells.day("date_end"))
    guard first <= last else { throw cells.flaw("date_end", "before date_start") }
    let precisions: [Int: PlacePrecision] = [1: .exact, 2: .named, 3: .admin2, 4: .admin1]
    var coded = ForeignRow(
      maker: .ged, id: try cells.needed("id"), days: first...last, type: .assault,
      mode: violence == 3 ? nil : "clash", cameo: nil,
      typeWords: String(violence), actors: [cells.text("side_a")].compactMap(\.self),
      recipients: [cells.text("side_b")].compactMap(\.self),
      place: cells.text("where_coordinates"), admin1: cells.text("adm_1"),
      country: try country(cells), latitude: try cells.degrees("latitude", 90),
      longitude: try cells.degrees("longitude", 180),
      precision: precisions[try cells.whole("where_prec") ?? 1] ?? .country,
      low: try cells.whole("low"), best: try cells.whole("best"), high: try cells.whole("high"),
      notes: cells.text("where_description") ?? "", line: cells.row.line,
      cells: kept(cells, needed + ["dyad_name", "where_coordinates", "source_article"]))
    coded.outlets = cells.list("source_office")
    return coded
  }

  private func gdelt(_ cells: ForeignCells) throws(ForeignFlaw) -> ForeignRow? {
    let code = try cells.needed("EventCode")
    guard code.allSatisfy(\.isNumber), (2...4).contains(code.count) else {
      throw cells.flaw("EventCode", "no CAMEO code: \(code)")
    }
    let types: [String: EventType] = [
      "02": .request, "03": .agree, "04": .consult, "05": .support, "06": .cooperate, "07": .aid,
      "08": .concede, "09": .accuse, "10": .request, "11": .accuse, "12": .reject, "13": .threaten,
      "14": .protest, "15": .mobilize, "16": .sanction, "17": .coerce, "18": .assault,
      "19": .assault, "20": .assault,
    ]
    guard let type = types[String(code.prefix(2))] else { return nil }
    let day = try cells.day("SQLDATE")
    let kind = try cells.whole("ActionGeo_Type") ?? 0
    return ForeignRow(
      maker: .gdelt, id: try cells.needed("GLOBALEVENTID"), days: day...day, type: type, mode: nil,
      cameo: code, typeWords: code, actors: [cells.text("Actor1Name")].compactMap(\.self),
      recipients: [cells.text("Actor2Name")].compactMap(\.self),
      place: cells.text("ActionGeo_FullName").map { String($0.prefix { $0 != "," }) }, admin1: nil,
      country: cells.text("ActionGeo_CountryCode").flatMap { fips in
        tables.countries.values.first { $0.fips == fips }?.iso3
      },
      latitude: try cells.degrees("ActionGeo_Lat", 90),
      longitude: try cells.degrees("ActionGeo_Long", 180),
      precision: kind == 3 || kind == 4 ? .named : kind == 1 ? .country : .admin1, low: nil,
      best: nil,
      high: nil, notes: "", line: cells.row.line,
      cells: kept(
        cells,
        [
          "GLOBALEVENTID", "SQLDATE", "Actor1Name", "Actor2Name", "EventCode", "ActionGeo_FullName",
          "SOURCEURL",
        ]))
  }

  private func polecat(_ cells: ForeignCells) throws(ForeignFlaw) -> ForeignRow? {
    let words = try cells.needed("Event Type")
    guard let kind = tables.own(plover: words, mode: cells.text("Event Mode")),
      let type = EventType(rawValue: kind.type)
    else { throw cells.flaw("Event Type", "no event type of PLOVER: \(words.safeLine)") }
    let day = try cells.day("Event Date")
    let isTown = cells.text("City") != nil
    var coded = ForeignRow(
      maker: .polecat, id: try cells.needed("Event ID"), days: day...day, type: type,
      mode: kind.mode, cameo: nil,
      typeWords: [words, cells.text("Event Mode")].compactMap(\.self).joined(separator: " "),
      actors: cells.list("Actor Name"), recipients: cells.list("Recipient Name"),
      place: cells.text("Placename"), admin1: cells.text("Province"),
      country: cells.text("Country").flatMap {
        tables.countries[$0]?.iso3 ?? tables.country(named: $0)?.iso3
      }, latitude: try cells.degrees("Latitude", 90),
      longitude: try cells.degrees("Longitude", 180),
      precision: isTown
        ? .named
        : cells.text("District") != nil
          ? .admin2 : cells.text("Province") != nil ? .admin1 : .country, low: nil, best: nil,
      high: nil, notes: "", line: cells.row.line, cells: kept(cells, needed + ["Source"]))
    coded.outlets = cells.list("Source")
    return coded
  }

  /// The country by its name; one that is not known is none.
  private func country(_ cells: ForeignCells) throws(ForeignFlaw) -> String? {
    if let number = try cells.whole("iso"),
      let known = tables.countries.values.first(where: { $0.isoNumeric == number })
    {
      return known.iso3
    }
    return cells.text("country").flatMap { tables.country(named: $0)?.iso3 }
  }

  /// The cells that values come from, each once, in the order of the file.
  func kept(_ cells: ForeignCells, _ wanted: [String]) -> [ForeignRow.Column] {
    names.filter { wanted.contains($0) && $0 != "notes" }.compactMap { name in
      cells.text(name).map { ForeignRow.Column(name: name, words: $0.safeLine) }
    }
  }
}
