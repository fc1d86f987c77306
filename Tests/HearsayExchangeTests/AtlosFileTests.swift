import HearsayExchange
import HearsayLedger
import HearsayRecords
import HearsayStories
import TestSupport
import Testing

@Suite struct AtlosFileTests {
  /// As the bulk import reads it, and as the export writes it.
  private static let imported = [
    "status", "description", "sensitive", "type", "date", "geolocation", "geolocation_resolution",
    "more_info", "source_1", "source_2",
  ]
  private static let exported = [
    "Slug", "Project", "Inserted At", "Updated At", "Latitude", "Longitude", "Sensitive",
    "Description", "Type", "Date", "Status", "Source 1",
  ]

  private static func file(_ header: [String], _ rows: [[String: String]]) -> [UInt8] {
    let lines = [header] + rows.map { ForeignFixture.row(header, $0) }
    return Array(lines.map(CSVStyle.exact.line).joined().utf8)
  }

  private static func row(_ index: Int) -> [String: String] {
    let kinds = ["Airstrike, Civilian Harm", "Military Activity/Shelling", "Protests", "Weather"]
    return [
      "status": "Completed", "description": "Something hit the depot of Velm, no. \(index)",
      "sensitive": "Graphic Violence", "type": kinds[index % 4],
      "date": "2031-03-0\(1 + index % 9)",
      "geolocation": "30.5, 47.\(index % 10)", "geolocation_resolution": "Exact",
      "more_info": "seen in two videos", "source_1": "https://www.courier.example/\(index)",
    ]
  }

  @Test func `two hundred rows become Atlos's word, of the kinds that its lists name`() async throws
  {
    let tables = try InventedLedger.tables()
    let file = try ForeignFile(Self.file(Self.imported, (0..<200).map(Self.row)), tables)
    #expect(file.maker == .atlos && file.flaws.isEmpty)
    #expect(file.passed == [.kind: 50])
    #expect(
      file.rows.prefix(3).map { [$0.type.rawValue, $0.mode ?? ""] } == [
        ["ASSAULT", "aerial"], ["ASSAULT", "heavy-weapons"], ["PROTEST", "demonstration"],
      ])
    #expect(Set(file.rows.map(\.id)).count == 150)
    let folder = try TemporaryFolder()
    let ledger = try Ledger(path: folder.ledger)
    for row in file.rows {
      #expect(row.latitude == 30.5 && row.precision == .exact && row.outlets == ["courier.example"])
      let reading = row.reading(version: "1")
      #expect(reading.flaws() == [])
      let happening = try #require(reading.happenings.first)
      #expect(happening.statuses.allSatisfy { $0.saidBy == "c1" })
      _ = try await ledger.append(reading, address: row.address)
    }
    #expect(try Snapshot(path: folder.ledger).counts().reports == 150)
  }

  @Test func `its own export is read as well, with its own numbers`() throws {
    var row: [String: String] = [
      "Slug": "ATL-7QX2", "Latitude": "30.5", "Longitude": "47.25", "Sensitive": "Not Sensitive",
      "Description": "Shelling of the harbour", "Type": "Shelling", "Date": "2031-03-04",
      "Status": "In Progress", "Source 1": "https://herald.example/1",
    ]
    let tables = try InventedLedger.tables()
    let file = try ForeignFile(Self.file(Self.exported, [row]), tables)
    let read = try #require(file.rows.first)
    #expect(read.address == "atlos:ATL-7QX2" && read.longitude == 47.25)
    #expect(read.precision == .named && read.outlets == ["herald.example"])
    row["Latitude"] = "north"
    #expect(
      try ForeignFile(Self.file(Self.exported, [row]), tables).flaws.map { "\($0)" } == [
        "line 2, column 5 (latitude): no degrees from −90 to 90: north"
      ])
  }

  @Test func `hoaxes, what was given up and what has no day are passed over, and told`() throws {
    let rows = (0..<5).map { number -> [String: String] in
      var row = Self.row(0)
      switch number {
      case 0: row["sensitive"] = "Deleted by Source, Deceptive or Misleading"
      case 1: row["status"] = "Cancelled"
      case 2: row["date"] = ""
      case 3: row["date"] = "soon"
      default: row["geolocation"] = "over there"
      }
      return row
    }
    let file = try ForeignFile(Self.file(Self.imported, rows), try InventedLedger.tables())
    #expect(file.rows.isEmpty)
    #expect(file.passed == [.doubted: 1, .givenUp: 1, .undated: 1])
    #expect(
      file.flaws.map { "\($0)" } == [
        "line 5, column 5 (date): no day: soon",
        "line 6, column 6 (geolocation): no latitude and longitude: over there",
      ])
  }

  @Test func `what only the description tells is read from it, and is Atlos's word all the same`()
    throws
  {
    var row = Self.row(0)
    row["type"] = ""
    let reading = InventedReport.courier.reading()
    row["description"] = reading.report.text.replacing("\n", with: " ")
    let bytes = Self.file(Self.imported, [row])
    let tables = try InventedLedger.tables()
    // Without anybody to read it, nothing tells what kind it is.
    #expect(try ForeignFile(bytes, tables).passed == [.kind: 1])
    let file = try ForeignFile(bytes, tables) { _, day in day == "2031-03-01" ? reading : nil }
    let read = try #require(file.rows.first)
    #expect(read.type == .assault && read.mode == "heavy-weapons")
    #expect(read.actors == ["Sorrati gunners"] && read.recipients == ["villagers"])
    #expect(read.place == "Port Ledra" && read.country == "IRQ")
    // Somebody in the description says how many died; Atlos does not.
    #expect(read.best == nil)
    let own = read.reading(version: "1")
    #expect(own.flaws() == [])
    let positions = PositionMap(own.report.text)
    for entity in own.entities.dropFirst() {
      #expect(entity.mentions.map(positions.exact) == [entity.name])
    }
    #expect(own.places.first?.mentions.map(positions.exact) == ["Port Ledra"])
    // A reading that tells it in its own voice alone need not say so; who died of what is done beside it counts.
    var plain = InventedReport.courier
    plain.numbers = [.init(words: "Nine people", value: 9, counts: "people killed")]
    var second = plain.reading()
    second.happenings[0].statuses = []
    second.happenings[0].figures = []
    let other = try ForeignFile(bytes, tables) { _, _ in second }
    #expect(other.rows.first?.mode == "heavy-weapons" && other.rows.first?.best == 9)
    let written = try #require(other.rows.first).reading(version: "1")
    #expect(written.flaws() == [])
    #expect(
      written.figures.first?.evidence.map(PositionMap(written.report.text).exact) == ["Nine people"]
    )
    // What is denied or only said there is nothing that happened.
    var denied = InventedReport.courier
    denied.status = .denied
    #expect(
      try ForeignFile(bytes, tables) { _, _ in denied.reading() }.passed == [.kind: 1])
    var said = InventedReport.courier
    said.source = "Ilse Venn"
    #expect(try ForeignFile(bytes, tables) { _, _ in said.reading() }.passed == [.kind: 1])
  }

  @Test func `what Atlos has is held against the ledger's own incidents`() async throws {
    var row = Self.row(1)
    row["date"] = "2031-03-04"
    row["geolocation"] = "30.12, 47.99"
    let file = try ForeignFile(
      Self.file(Self.imported, [row, Self.row(0)]), try InventedLedger.tables())
    let ledger = try await InventedLedger([.courier])
    let comparison = CodedComparison(file, try ledger.incidents(), try InventedLedger.tables())
    #expect(comparison.both.map(\.theirs.line) == [2])
    #expect(comparison.onlyTheirs.count == 1)
  }
}
