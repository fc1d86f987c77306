import HearsayExchange
import HearsayRecords
import Testing

@Suite struct TableFormatTests {
  /// The columns as their makers publish them.
  private static let published: [String: String] = [
    "acled": """
    event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2
    assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude
    geo_precision source source_scale notes fatalities tags timestamp
    """,
    "ged": """
    id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id
    dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office
    source_date source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude
    geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians
    deaths_unknown best high low gwnoa gwnob
    """,
    "gdelt-events": """
    GLOBALEVENTID SQLDATE MonthYear Year FractionDate Actor1Code Actor1Name Actor1CountryCode Actor1KnownGroupCode Actor1EthnicCode
    Actor1Religion1Code Actor1Religion2Code Actor1Type1Code Actor1Type2Code Actor1Type3Code Actor2Code Actor2Name Actor2CountryCode
    Actor2KnownGroupCode Actor2EthnicCode Actor2Religion1Code Actor2Religion2Code Actor2Type1Code Actor2Type2Code Actor2Type3Code
    IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone
    Actor1Geo_Type Actor1Geo_FullName Actor1Geo_CountryCode Actor1Geo_ADM1Code Actor1Geo_ADM2Code Actor1Geo_Lat Actor1Geo_Long
    Actor1Geo_FeatureID Actor2Geo_Type Actor2Geo_FullName Actor2Geo_CountryCode Actor2Geo_ADM1Code Actor2Geo_ADM2Code Actor2Geo_Lat
    Actor2Geo_Long Actor2Geo_FeatureID ActionGeo_Type ActionGeo_FullName ActionGeo_CountryCode ActionGeo_ADM1Code ActionGeo_ADM2Code
    ActionGeo_Lat ActionGeo_Long ActionGeo_FeatureID DATEADDED SOURCEURL
    """,
    "gdelt-mentions": """
    GLOBALEVENTID EventTimeDate MentionTimeDate MentionType MentionSourceName MentionIdentifier SentenceID Actor1CharOffset
    Actor2CharOffset ActionCharOffset InRawText Confidence MentionDocLen MentionDocTone MentionDocTranslationInfo Extras
    """,
    "polecat": """
    Event_ID Event_Date Event_Type Event_Mode Intensity Quad_Code Contexts Actor_Name Actor_Country Actor_COW Primary_Actor_Sector
    Actor_Sectors Actor_Title Actor_Name_Raw Wikipedia_Actor_ID Recipient_Name Recipient_Country Recipient_COW
    Primary_Recipient_Sector Recipient_Sectors Recipient_Title Recipient_Name_Raw Wikipedia_Recipient_ID Placename City District
    Province Country Latitude Longitude GeoNames_ID Raw_Placename Feature_Type Source Publication_Date Story_People
    Story_Organizations Story_Locations Language Version
    """,
  ]

  @Test(arguments: [
    ("acled", 31), ("ged", 49), ("gdelt-events", 61), ("gdelt-mentions", 16), ("polecat", 40),
  ])
  func `a table has its maker's columns in their order`(name: String, count: Int) throws {
    let format = try #require(TableFormat.all.first { $0.name == name })
    let wanted = (Self.published[name] ?? "").split { $0.isWhitespace }.map {
      name == "polecat" ? String($0.replacing("_", with: " ")) : String($0)
    }
    #expect(format.columns.map(\.name) == wanted)
    #expect(wanted.count == count)
  }

  @Test func `two reports of one shelling are one row in ACLED's columns`() async throws {
    let ledger = try await InventedLedger([.courier, .herald])
    let rows = try ledger.rows(.acled)
    let row = try #require(rows.first)
    #expect(rows.count == 1)
    let wanted = [
      "event_date": "2031-03-04", "year": "2031", "time_precision": "1",
      "disorder_type": "Political violence", "event_type": "Explosions/Remote violence",
      "sub_event_type": "Shelling/artillery/missile attack", "actor1": "Sorrati gunners",
      "inter1": "Rebel group", "actor2": "Civilians (Iraq)", "assoc_actor_2": "villagers",
      "inter2": "Civilians", "interaction": "Rebel group-Civilians",
      "civilian_targeting": "Civilian targeting", "iso": "368", "region": "Middle East",
      "country": "Iraq", "admin1": "Basra", "admin3": "", "location": "Port Ledra",
      "latitude": "30.123456", "longitude": "47.98765", "geo_precision": "1",
      "source": "Courier; Herald", "fatalities": "9",
    ]
    for (column, value) in wanted { #expect(row[column] == value, "\(column)") }
    #expect(row["assoc_actor_1"]?.contains("Sorrat Front") == true)
    #expect(row["event_id_cnty"]?.wholeMatch(of: /IRQ\d+/) != nil)
    #expect(row["notes"]?.contains("Killed: 9 (Ilse Venn), 12 (Omar Tass).") == true)
    // The report's own sentences stay with its publisher.
    #expect(row["notes"]?.contains("market") == false)
    let numbers = try ledger.rows(.acled) { $0.writesNumbers = true }
    #expect(numbers.first?["interaction"] == "27")
  }

  @Test func `what sources differ on stays apart in UCDP's columns`() async throws {
    let ledger = try await InventedLedger([.courier, .herald])
    let row = try #require(try ledger.rows(.ged).first)
    let wanted = [
      "type_of_violence": "3", "side_a": "Sorrati gunners", "side_b": "Civilians",
      "dyad_name": "Sorrati gunners - Civilians", "conflict_name": "Iraq: Civilians",
      "low": "9", "best": "9", "high": "12", "deaths_unknown": "9", "deaths_civilians": "0",
      "where_prec": "1", "date_prec": "1", "date_start": "2031-03-04 00:00:00.000",
      "geom_wkt": "POINT (47.98765 30.123456)", "country_id": "645", "region": "Middle East",
      "code_status": "Check", "active_year": "0", "relid": "IRQ-2031-3-1-1", "gwnoa": "",
      "source_office": "Courier;Herald",
    ]
    for (column, value) in wanted { #expect(row[column] == value, "\(column)") }
    // Of those that Omar Tass counts three are told to be civilians, and of nine nobody says who they were.
    let latest = try #require(try ledger.rows(.ged) { $0.figure = .latest }.first)
    #expect(latest["best"] == "12" || latest["best"] == "9")
    let most = try await InventedLedger([.herald]).rows(.ged)
    #expect(most.first?["deaths_civilians"] == "3")
    #expect(most.first?["deaths_unknown"] == "9")
  }

  @Test func `a government stands first, whoever began, and its number beside it`() async throws {
    var report = InventedReport.courier
    report.text = report.text.replacing("villagers", with: "its garrison")
    report.recipient = "its garrison"
    report.parties[1] = .init(
      name: "its garrison", kind: .military, country: "IRQ", code: "IRQMIL")
    report.mode = "clash"
    report.cameo = "190"
    let row = try #require(try await InventedLedger([report]).rows(.ged).first)
    #expect(row["type_of_violence"] == "1")
    #expect(row["side_a"] == "Government of Iraq")
    #expect(row["side_b"] == "Sorrati gunners")
    #expect(row["gwnoa"] == "645")
  }

  @Test func `GDELT's tables have a row an incident and a row a record`() async throws {
    let ledger = try await InventedLedger([.courier, .herald])
    let event = try #require(try ledger.rows(.gdeltEvents).first)
    let wanted = [
      "SQLDATE": "20310304", "MonthYear": "203103", "EventCode": "194", "EventRootCode": "19",
      "QuadClass": "4", "GoldsteinScale": "-10", "NumMentions": "2", "NumSources": "2",
      "NumArticles": "2", "Actor1Name": "SORRATI GUNNERS", "Actor2Code": "IRQCVL",
      "Actor2CountryCode": "IRQ", "Actor2Type1Code": "CVL", "ActionGeo_Type": "4",
      "ActionGeo_FullName": "Port Ledra, Basra, Iraq", "ActionGeo_CountryCode": "IZ",
      "ActionGeo_FeatureID": "900001", "IsRootEvent": "1",
      "SOURCEURL": "https://courier.example/ledra",
    ]
    for (column, value) in wanted { #expect(event[column] == value, "\(column)") }
    let mentions = try ledger.rows(.gdeltMentions)
    #expect(mentions.count == 2)
    for (mention, report) in zip(mentions, [InventedReport.courier, .herald]) {
      #expect(mention["GLOBALEVENTID"] == event["GLOBALEVENTID"])
      #expect(mention["MentionIdentifier"] == report.url)
      let offset = try #require(mention["ActionCharOffset"].flatMap { Int($0) })
      let text = report.reading().report.text
      #expect(text.unicodeScalars.dropFirst(offset).starts(with: "shelled".unicodeScalars))
    }
  }

  @Test func `POLECAT's lists are joined, and what is absent is None`() async throws {
    let ledger = try await InventedLedger([.courier])
    let format = TableFormat.polecat
    let file = TableFile(format)
    let incident = try #require(try ledger.incidents().first)
    let line = try #require(format.rows(incident, ledger.context).first.map(file.line))
    #expect(line.hasSuffix("\n"))
    let cells = line.dropLast().split(separator: "\t", omittingEmptySubsequences: false)
    #expect(cells.count == 40)
    #expect(!cells.contains(""))
    let row = Dictionary(
      uniqueKeysWithValues: zip(format.columns.map(\.name), cells.map(String.init)))
    #expect(row["Event Type"] == "ASSAULT")
    #expect(row["Event Mode"] == "heavy-weapons")
    #expect(row["Intensity"] == "-9.5")
    #expect(row["Recipient COW"] == "645")
    #expect(row["Primary Actor Sector"] == "REB")
    #expect(row["Contexts"] == "None")
  }

  /// Whether a cell holds what its column promises.
  private static func holds(_ cell: String, _ kind: ExportColumn.Kind) -> Bool {
    guard !cell.isEmpty else { return true }
    return switch kind {
    case .string: true
    case .integer, .code: Int(cell) != nil
    case .number: Double(cell) != nil
    case .year: cell.wholeMatch(of: /\d{4}/) != nil
    case .date: cell.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil
    }
  }

  @Test(arguments: TableFormat.all.map(\.name)) func `every cell is of its column's type`(
    name: String
  ) async throws {
    let format = try #require(TableFormat.all.first { $0.name == name })
    var vague = InventedReport.courier
    vague.url = "notes/4.txt"
    vague.outlet = "Evening\tPost"
    vague.hasPlace = false
    vague.isDated = false
    vague.numbers = []
    vague.parties[0].name = "Sorrati gunners"
    let ledger = try await InventedLedger([.courier, .herald, vague])
    let rows = try ledger.rows(format) { $0.takesNonLethal = true }
    #expect(!rows.isEmpty)
    for row in rows {
      for column in format.columns {
        #expect(
          Self.holds(row[column.name] ?? "", column.kind),
          "\(column.name): \(row[column.name] ?? "")")
      }
    }
    let file = TableFile(format)
    for incident in try ledger.incidents() where format.style != .commas {
      for row in format.rows(incident, ledger.context) {
        #expect(file.line(row).count { $0 == "\t" } == format.columns.count - 1)
      }
    }
  }
}
