import Foundation
import HearsayExchange
import HearsayLedger
import HearsayRecords
import HearsayStories
import TestSupport
import Testing

/// Made-up files in the shapes of their makers.
enum ForeignFixture {
  static let acledHeader = TableFormat.acled.columns.map(\.name)
  static let gedHeader = TableFormat.ged.columns.map(\.name)

  /// A row by the names of its columns; all others are empty.
  static func row(_ header: [String], _ cells: [String: String]) -> [String] {
    header.map { cells[$0] ?? "" }
  }

  static let events = [
    ("Battles", "Armed clash"), ("Explosions/Remote violence", "Air/drone strike"),
    ("Violence against civilians", "Attack"), ("Protests", "Peaceful protest"),
    ("Riots", "Violent demonstration"), ("Strategic developments", "Arrests"),
    ("Strategic developments", "Other"),
  ]

  /// Two hundred rows of ACLED's, and some that are none behind them.
  static func acled(broken: [[String]] = []) -> [UInt8] {
    let rows = (0..<200).map { index in
      let (event, sub) = events[index % events.count]
      return row(
        acledHeader,
        [
          "event_id_cnty": "IRQ\(1_000 + index)",
          "event_date": index % 2 == 0
            ? "2031-03-\(10 + index % 20)" : "\(10 + index % 20) March 2031",
          "year": "2031", "time_precision": "\(1 + index % 3)", "event_type": event,
          "sub_event_type": sub,
          "actor1": "Military Forces of Iraq", "actor2": "Dunmar Brigade, \"northern\" wing",
          "iso": "368",
          "country": "Iraq", "location": "Town \(index)", "latitude": "\(30 + Double(index) / 100)",
          "longitude": "44.5", "geo_precision": "1", "source": "Courier; Herald",
          "notes":
            "On \(10 + index % 20) March 2031, something was told of,\nand written down \u{1F4A5}.",
          "fatalities": "\(index % 9)",
        ])
    }
    return Array(([acledHeader] + rows + broken).map(CSVStyle.exact.line).joined().utf8)
  }

  static func ged() -> [UInt8] {
    let rows = (0..<200).map { index in
      row(
        gedHeader,
        [
          "id": "\(500_000 + index)", "year": "2031", "type_of_violence": "\(1 + index % 3)",
          "dyad_name": "Government of Iraq - Dunmar Brigade", "side_a": "Government of Iraq",
          "side_b": index % 3 == 2 ? "Civilians" : "Dunmar Brigade",
          "where_prec": "\(1 + index % 6)",
          "where_coordinates": "Town \(index)", "where_description": "a market near the river",
          "latitude": "30.5", "longitude": "44.5", "country": "Iraq",
          "date_start": "2031-03-04 00:00:00.000",
          "date_end": "2031-03-0\(4 + index % 3) 00:00:00.000", "best": "\(index)",
          "low": "\(index / 2)", "high": "\(index * 2)",
        ])
    }
    return Array(([gedHeader] + rows).map(CSVStyle.exact.line).joined().utf8)
  }

  static func gdelt() -> [UInt8] {
    let names = TableFormat.gdeltEvents.columns.map(\.name)
    let codes = ["190", "195", "010", "141", "043", "1823", "173"]
    let lines = (0..<200).map { index in
      row(
        names,
        [
          "GLOBALEVENTID": "\(900_000_000 + index)", "SQLDATE": "203103\(10 + index % 20)",
          "EventCode": codes[index % codes.count],
          "Actor1Name": "IRAQ", "Actor2Name": "DUNMAR BRIGADE", "ActionGeo_Type": "4",
          "ActionGeo_FullName": "Town, Basra, Iraq", "ActionGeo_CountryCode": "IZ",
          "ActionGeo_Lat": "30.5",
          "ActionGeo_Long": "47.5", "SOURCEURL": "https://courier.example/\(index)",
        ]
      ).joined(separator: "\t")
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// Two hundred rows of POLECAT's, with the header a second time in the midst of them.
  static func polecat() -> [UInt8] {
    let names = TableFormat.polecat.columns.map(\.name)
    let kinds = [
      ("ASSAULT", "aerial"), ("PROTEST", "demo"), ("CONSULT", "None"), ("RETREAT", "release"),
      ("ASSAULT", "None"), ("SANCTION", "unheard-of"),
    ]
    var lines = (0..<200).map { index in
      let known = row(
        names,
        [
          "Event ID": "203103\(10 + index % 20)-\(index)-x",
          "Event Date": "2031-03-\(10 + index % 20)",
          "Event Type": kinds[index % kinds.count].0, "Event Mode": kinds[index % kinds.count].1,
          "Actor Name": "Dunmar Brigade; \"Northern\" Wing", "Recipient Name": "None; Arvan Front",
          "Placename": "Town \(index)", "City": "Town \(index)", "Country": "IRQ",
          "Latitude": "30.5",
          "Longitude": "47.5", "Source": "Courier; Herald",
        ])
      return known.map { $0.isEmpty ? "None" : $0 }.joined(separator: "\t")
    }
    lines.insert(names.joined(separator: "\t"), at: 100)
    return Array(([names.joined(separator: "\t")] + lines).joined(separator: "\n").utf8)
  }
}

@Suite struct ForeignFileTests {
  @Test func `two hundred rows of each maker become its word, with their own words`() async throws {
    let tables = try InventedLedger.tables()
    let expected: [(bytes: [UInt8], maker: ForeignRow.Maker, passedOver: Int)] = [
      (ForeignFixture.acled(), .acled, 28), (ForeignFixture.ged(), .ged, 0),
      (ForeignFixture.gdelt(), .gdelt, 29), (ForeignFixture.polecat(), .polecat, 0),
    ]
    for file in expected {
      let read = try ForeignFile(file.bytes, tables)
      #expect(read.maker == file.maker)
      #expect(read.flaws.isEmpty)
      #expect(read.passedOver == file.passedOver)
      #expect(read.rows.count + read.passedOver == 200)
      let folder = try TemporaryFolder()
      let ledger = try Ledger(path: folder.ledger)
      for row in read.rows {
        let reading = row.reading(version: "0.2.0")
        #expect(reading.flaws() == [])
        let happening = try #require(reading.happenings.first)
        #expect(happening.country(in: reading) == "IRQ")
        // Nothing of it is in the ledger's own voice.
        #expect(happening.statuses.allSatisfy { $0.saidBy == "c1" })
        #expect(reading.events.allSatisfy { $0.saidBy == "c1" })
        #expect(
          (happening.actors + happening.recipients + happening.places).allSatisfy {
            $0.saidBy == "c1"
          })
        #expect(reading.figures.allSatisfy { $0.saidBy == "c1" })
        let speaker = try #require(reading.claims.first?.speaker)
        #expect(reading.entities.first { $0.id == speaker }?.name == file.maker.name)
        for entity in reading.entities.dropFirst() {
          #expect(
            entity.mentions.allSatisfy { PositionMap(reading.report.text).exact($0) == entity.name }
          )
        }
        if let best = row.best {
          #expect(reading.figures.first?.value == Double(best))
          let words = reading.figures.first?.evidence.first.map(
            PositionMap(reading.report.text).exact)
          #expect(words == "\(best)")
        }
        _ = try await ledger.append(reading, address: row.address)
      }
      #expect(try Snapshot(path: folder.ledger).counts().reports == read.rows.count)
    }
  }

  @Test
  func
    `types and modes of POLECAT are those of the ledger, and who is in a list is named by himself`()
    throws
  {
    let rows = try ForeignFile(ForeignFixture.polecat(), try InventedLedger.tables()).rows
    #expect(
      rows.prefix(6).map { [$0.type.rawValue, $0.mode ?? ""] } == [
        ["ASSAULT", "aerial"], ["PROTEST", "demonstration"], ["CONSULT", ""],
        ["CONCEDE", "release"], ["ASSAULT", ""], ["SANCTION", ""],
      ])
    #expect(rows[0].actors == ["Dunmar Brigade", "\"Northern\" Wing"])
    #expect(rows[0].recipients == ["Arvan Front"])
    #expect(rows[0].precision == .named && rows[0].outlets == ["Courier", "Herald"])
    let unknown = Array(
      String(decoding: ForeignFixture.polecat(), as: UTF8.self).replacing("PROTEST", with: "PARTY")
        .utf8)
    let file = try ForeignFile(unknown, try InventedLedger.tables())
    #expect(
      file.flaws.first.map { "\($0)" }
        == "line 3, column 3 (Event Type): no event type of PLOVER: PARTY")
  }

  @Test func `the same file again adds nothing`() async throws {
    let rows = try ForeignFile(ForeignFixture.acled(), try InventedLedger.tables()).rows
    let folder = try TemporaryFolder()
    let ledger = try Ledger(path: folder.ledger)
    for _ in 1...2 {
      let stored = try await ledger.append(
        rows.map { Delivered($0.reading(version: "1"), address: $0.address) })
      #expect(stored.count == rows.count)
    }
    #expect(try Snapshot(path: folder.ledger).counts().reports == rows.count)
  }

  @Test func `what is malformed is refused with its line and column, and the rest is read`() throws
  {
    let good = ForeignFixture.row(
      ForeignFixture.acledHeader,
      [
        "event_id_cnty": "IRQ1", "event_date": "2031-03-04", "event_type": "Battles",
        "latitude": "30",
        "longitude": "44", "fatalities": "3",
      ])
    func broken(_ column: String, _ words: String) -> [String] {
      zip(ForeignFixture.acledHeader, good).map { $0 == column ? words : $1 }
    }
    let cases: [(row: [String], column: String, words: String)] = [
      (broken("event_date", "yesterday"), "event_date", "no day"),
      (broken("event_date", "2031-02-30"), "event_date", "no day"),
      (broken("latitude", "91"), "latitude", "no degrees"),
      (broken("longitude", "east"), "longitude", "no degrees"),
      (broken("fatalities", "-1"), "fatalities", "no whole number"),
      (broken("fatalities", "about 3"), "fatalities", "no whole number"),
      (broken("event_id_cnty", ""), "event_id_cnty", "empty"),
      (broken("event_type", "Battle"), "event_type", "no event type"),
    ]
    // Each row of the fixture takes two lines, since its notes hold a line end.
    let file = try ForeignFile(
      ForeignFixture.acled(broken: cases.map(\.row) + [Array(good.dropLast())]),
      try InventedLedger.tables())
    #expect(file.rows.count + file.passedOver == 200)
    #expect(file.flaws.count == cases.count + 1)
    for (index, wrong) in cases.enumerated() {
      let flaw = file.flaws[index]
      #expect(flaw.line == 402 + index)
      #expect(flaw.column == (ForeignFixture.acledHeader.firstIndex(of: wrong.column) ?? -2) + 1)
      #expect(flaw.name == wrong.column)
      #expect("\(flaw)".contains(wrong.words), "\(flaw)")
    }
    #expect("\(file.flaws[cases.count])" == "line \(402 + cases.count): 30 cells under 31 columns")
  }

  @Test(arguments: ["", "a,b\r\n1,2\r\n", "event_id_cnty,event_date\r\nx,y\r\n", "\"event_id_cnty"])
  func `what is no such file is refused`(text: String) throws {
    let tables = try InventedLedger.tables()
    #expect(throws: ForeignFlaw.self) { try ForeignFile(Array(text.utf8), tables) }
  }

  @Test func `any bytes end in rows or in an error`() throws {
    let tables = try InventedLedger.tables()
    var state: UInt64 = 7
    func random(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(below))
    }
    let whole = ForeignFixture.acled()
    for _ in 0..<60 {
      var bytes = Array(whole.prefix(1 + random(whole.count)))
      for _ in 0..<random(20) { bytes[random(bytes.count)] = UInt8(random(256)) }
      guard let file = try? ForeignFile(bytes, tables) else { continue }
      for row in file.rows { #expect(row.reading(version: "1").flaws() == []) }
    }
  }
}

extension Happening {
  fileprivate func country(in reading: Reading) -> String? {
    places.first?.id.flatMap { id in reading.places.first { $0.id == id } }?.country
  }
}

@Suite struct CodedComparisonTests {
  private static func acled(_ changes: [String: String]) -> [UInt8] {
    let cells = [
      "event_id_cnty": "IRQ9", "event_date": "2031-03-04", "time_precision": "1",
      "event_type": "Explosions/Remote violence",
      "sub_event_type": "Shelling/artillery/missile attack", "actor1": "Sorrat Front",
      "actor2": "Civilians (Iraq)",
      "country": "Iraq", "iso": "368", "location": "Port Ledra", "latitude": "30.12",
      "longitude": "47.99",
      "geo_precision": "1", "notes": "Shells hit the market.", "fatalities": "9",
    ].merging(changes) { $1 }
    let header = ForeignFixture.acledHeader
    return Array(
      [header, ForeignFixture.row(header, cells)].map(CSVStyle.exact.line).joined().utf8)
  }

  private static func compare(
    _ reports: [InventedReport], _ changes: [String: String] = [:]
  ) async throws -> CodedComparison {
    let ledger = try await InventedLedger(reports)
    return CodedComparison(
      try ForeignFile(acled(changes), ledger.context.tables), try ledger.incidents(),
      ledger.context.tables)
  }

  @Test func `the same shelling is found in both, and nothing differs`() async throws {
    let comparison = try await Self.compare([.courier])
    let pair = try #require(comparison.both.first)
    #expect(pair.theirs.id == "IRQ9")
    #expect(pair.differences.isEmpty)
    #expect(comparison.onlyTheirs.isEmpty && comparison.onlyOurs.isEmpty)
  }

  @Test func `where both differ is told field by field`() async throws {
    let comparison = try await Self.compare(
      [.courier],
      [
        "event_date": "2031-03-05", "fatalities": "20", "actor1": "Dunmar Brigade",
        "latitude": "30.3", "sub_event_type": "Air/drone strike",
      ])
    let pair = try #require(comparison.both.first)
    #expect(Set(pair.differences.map(\.field)) == [.day, .fatalities, .actor, .place, .kind])
    let dead = try #require(pair.differences.first { $0.field == .fatalities })
    #expect([dead.theirs, dead.ours] == ["20", "9"])
  }

  @Test(arguments: [
    ["event_date": "2031-03-09"], ["latitude": "36.3"],
    ["event_type": "Protests", "sub_event_type": "Peaceful protest"],
    ["country": "Iran", "iso": "364"],
  ])
  func `another day, town, kind or country is another event`(changes: [String: String]) async throws
  {
    let comparison = try await Self.compare([.courier], changes)
    #expect(comparison.both.isEmpty)
    #expect(comparison.onlyTheirs.count == 1)
  }

  @Test func `what is denied or only alleged is none of ours`() async throws {
    for status in [EventStatus.denied, .planned, .hypothetical] {
      var report = InventedReport.courier
      report.status = status
      let comparison = try await Self.compare([report])
      #expect(comparison.both.isEmpty && comparison.onlyOurs.isEmpty)
    }
  }

  @Test func `an incident is paired once, with the likeliest row`() async throws {
    let ledger = try await InventedLedger([.courier, .herald])
    let header = ForeignFixture.acledHeader
    let one = try ForeignFile(Self.acled([:]), ledger.context.tables)
    let two = String(
      decoding: Self.acled([
        "event_id_cnty": "IRQ10", "latitude": "30.4", "actor1": "Dunmar Brigade",
      ]), as: UTF8.self
    )
    .split(separator: "\r\n")[1]
    let file = try ForeignFile(
      Self.acled([:]) + Array((two + "\r\n").utf8), ledger.context.tables)
    let comparison = CodedComparison(file, try ledger.incidents(), ledger.context.tables)
    #expect(one.rows.count == 1 && header.count == 31)
    #expect(comparison.both.map(\.theirs.id) == ["IRQ9"])
    #expect(comparison.onlyTheirs.map(\.id) == ["IRQ10"])
  }

  /// A report that tells neither where, when nor who.
  private static let march = InventedReport(
    outlet: "Gazette", url: "https://gazette.example/march", day: "2031-03-09",
    text: "Crowds marched in the capital.", type: .protest, trigger: "marched", hasPlace: false,
    isDated: false)

  private static func exported(_ ledger: InventedLedger) throws -> [[String]] {
    let table = TableFile(.acled)
    return try ledger.rows(.acled).map { row in table.columns.map { row[$0.name] ?? "" } }
  }

  private static func file(_ rows: [[String]], _ ledger: InventedLedger) throws -> ForeignFile {
    let lines = ([ForeignFixture.acledHeader] + rows).map(CSVStyle.exact.line).joined()
    return try ForeignFile(Array(lines.utf8), ledger.context.tables)
  }

  @Test func `what the ledger exported is paired with what it was exported from, also when mended`()
    async throws
  {
    let ledger = try await InventedLedger([.courier, Self.march])
    var rows = try Self.exported(ledger)
    #expect(rows.count == 2)
    let date = try #require(ForeignFixture.acledHeader.firstIndex(of: "event_date"))
    for index in rows.indices { rows[index][date] = "2031-05-01" }
    let comparison = CodedComparison(
      try Self.file(rows, ledger), try ledger.incidents(), ledger.context.tables)
    for pair in comparison.both { #expect(pair.theirs.id.hasSuffix("\(pair.ours.number)")) }
    #expect(comparison.both.count == 2)
    #expect(comparison.onlyTheirs.isEmpty && comparison.onlyOurs.isEmpty)
    #expect(comparison.both.contains { $0.differences.contains { $0.field == .day } })
  }

  @Test func `rows under other numbers are paired by kind, day, outlet and who is named beside`()
    async throws
  {
    let ledger = try await InventedLedger([.courier, Self.march])
    var rows = try Self.exported(ledger)
    for index in rows.indices { rows[index][0] = "IRQ\(index)" }
    let comparison = CodedComparison(
      try Self.file(rows, ledger), try ledger.incidents(), ledger.context.tables)
    let shelling = try #require(comparison.both.first { $0.theirs.type == .assault })
    #expect(shelling.ours.incident.type == "ASSAULT")
    #expect(shelling.reasons.contains("the same outlet"))
    #expect(shelling.reasons.contains("the other party by the same name"))
    // That a crowd marched within some week is no reason to take two marches for one.
    #expect(comparison.onlyTheirs.map(\.type) == [.protest])
  }

  @Test func `of two hundred rows of each maker the one of the same shelling is found`()
    async throws
  {
    let ledger = try await InventedLedger([.courier])
    let ged = ForeignFixture.row(
      ForeignFixture.gedHeader,
      [
        "id": "9", "type_of_violence": "3", "dyad_name": "Sorrat Front - Civilians",
        "side_a": "Sorrat Front",
        "side_b": "Civilians", "where_prec": "1", "where_coordinates": "Port Ledra",
        "latitude": "30.12", "longitude": "47.99", "country": "Iraq",
        "date_start": "2031-03-04 00:00:00.000", "date_end": "2031-03-04 00:00:00.000",
        "best": "9", "low": "9", "high": "9",
      ])
    let gdelt = ForeignFixture.row(
      TableFormat.gdeltEvents.columns.map(\.name),
      [
        "GLOBALEVENTID": "9", "SQLDATE": "20310304", "EventCode": "194",
        "Actor1Name": "SORRAT FRONT", "ActionGeo_Type": "4",
        "ActionGeo_FullName": "Port Ledra, Basra, Iraq", "ActionGeo_CountryCode": "IZ",
        "ActionGeo_Lat": "30.12", "ActionGeo_Long": "47.99",
      ])
    let acled = ForeignFixture.row(
      ForeignFixture.acledHeader,
      [
        "event_id_cnty": "IRQ9", "event_date": "2031-03-04", "time_precision": "1",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Shelling/artillery/missile attack", "actor1": "Sorrat Front",
        "country": "Iraq", "iso": "368", "location": "Port Ledra", "latitude": "30.12",
        "longitude": "47.99", "geo_precision": "1", "fatalities": "9",
      ])
    let files: [(bytes: [UInt8], id: String)] = [
      (ForeignFixture.acled(broken: [acled]), "IRQ9"),
      (ForeignFixture.ged() + Array(CSVStyle.exact.line(ged).utf8), "9"),
      (ForeignFixture.gdelt() + Array((gdelt.joined(separator: "\t") + "\n").utf8), "9"),
    ]
    for bytes in files {
      let file = try ForeignFile(bytes.bytes, ledger.context.tables)
      let comparison = CodedComparison(file, try ledger.incidents(), ledger.context.tables)
      #expect(comparison.both.map(\.theirs.id) == [bytes.id], "\(file.maker.name)")
      #expect(comparison.onlyTheirs.count == file.rows.count - 1)
      #expect(file.rows.count + file.passedOver == 201)
      #expect(comparison.onlyOurs.isEmpty)
    }
  }

  @Test func `rows that were imported are no rows of an export, and nothing of ours`() async throws
  {
    let ledger = try await InventedLedger([.courier])
    let file = try ForeignFile(Self.acled([:]), ledger.context.tables)
    let writer = try Ledger(path: ledger.folder.ledger)
    for row in file.rows {
      _ = try await writer.append(row.reading(version: "1"), address: row.address)
    }
    let both = try await ledger.adding([])
    for format in TableFormat.all {
      let rows = try both.rows(format) { $0.takesClaimed = true }
      #expect(rows.count == 1, "\(format.name)")
      for row in rows { #expect(!row.values.contains { $0.contains("ACLED") }, "\(format.name)") }
    }
    #expect(CodedComparison(file, try both.incidents(), both.context.tables).both.count == 1)
  }
}
