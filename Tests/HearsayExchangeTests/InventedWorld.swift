import Foundation
import HearsayExchange
import HearsayLedger
import HearsayRecords
import HearsayStories
import TestSupport

/// An invented report with the records that a reader would make of it.
struct InventedReport {
  struct Party {
    var name: String
    var kind: EntityKind
    var country: String?
    var code: String?
    var partOf: String?
  }
  struct Number {
    var words: String
    var value: Double
    var counts: String
    /// The words for who says it; the report itself if none.
    var source: String?
  }

  var outlet: String
  var url: String
  var day: String
  var text: String
  var parties: [Party] = []
  var type = EventType.assault
  var mode: String?
  var cameo: String?
  var trigger: String
  var actor: String?
  var recipient: String?
  var status = EventStatus.happened
  var certainty = Certainty.asserted
  /// Who says that it happened; the report itself if nobody.
  var source: String?
  var blamed: String?
  var numbers: [Number] = []
  var hasPlace = true
  var isDated = true

  func reading() -> Reading {
    let title = "Report of \(outlet)"
    let whole = title + "\n\n" + text
    let bytes = Array(whole.utf8)
    func span(_ words: String) -> TextSpan {
      let wanted = Array(words.utf8)
      let start = bytes.indices.last { bytes[$0...].starts(with: wanted) }
      guard let start else { preconditionFailure("not in the text: \(words)") }
      return TextSpan(start: start, end: start + wanted.count)
    }
    func id(_ name: String) -> String? {
      parties.firstIndex { $0.name == name }.map { "e\($0 + 1)" }
    }
    func slot(_ name: String, _ voice: String? = nil) -> Slot {
      Slot(id: id(name), span: span(name), saidBy: voice)
    }
    let sources = ([source].compactMap(\.self) + numbers.compactMap(\.source)).distinct
    func voice(_ source: String?) -> String? {
      source.flatMap { sources.firstIndex(of: $0) }.map { "c\($0 + 1)" }
    }
    let saidBy = voice(source)
    return Reading(
      report: Report(
        id: "unset", url: url, outlet: outlet, title: title, published: day, publishedFrom: .meta,
        language: "en", text: whole, sha256: SHA256.hex(Array((whole + outlet).utf8)),
        reader: Reader(version: "0.2.0", model: "m1")),
      entities: parties.enumerated().map { number, party in
        Entity(
          id: "e\(number + 1)", name: party.name, kind: party.kind, country: party.country,
          code: party.code, mentions: [span(party.name)])
      },
      places: hasPlace
        ? [
          Place(
            id: "p1", name: "Port Ledra", kind: "city", country: "IRQ", admin1: "Basra",
            lat: 30.123456, lon: 47.98765, geonameid: 900_001, precision: .named,
            mentions: [span("Port Ledra")])
        ] : [],
      times: isDated
        ? [
          TimeSpan(
            id: "t1", earliest: "2031-03-04", latest: "2031-03-04", granularity: .day,
            timex: "2031-03-04", evidence: span("Tuesday"))
        ] : [],
      events: [
        Event(
          id: "v1", type: type, mode: mode, cameo: cameo, trigger: span(trigger), status: status,
          certainty: certainty, saidBy: saidBy, confidence: 0.9, evidence: [span(trigger)])
      ],
      claims: sources.enumerated().map { number, words in
        Claim(
          id: "c\(number + 1)", speaker: id(words), source: span(words), content: [span(trigger)],
          act: .state, about: ["v1"], confidence: 0.9)
      },
      figures: numbers.enumerated().map { index, number in
        Figure(
          id: "f\(index + 1)", value: number.value, low: number.value, high: number.value,
          counts: number.counts, about: "v1", saidBy: voice(number.source),
          evidence: [span(number.words)])
      },
      happenings: [
        Happening(
          id: "h1", type: type, mode: mode, cameo: cameo, label: "shelling of Port Ledra",
          events: ["v1"], main: true, status: status, certainty: certainty,
          statuses: [ToldStatus(status: status, saidBy: saidBy, events: ["v1"])],
          actors: actor.map { [slot($0, saidBy)] } ?? [],
          recipients: recipient.map { [slot($0, saidBy)] } ?? [],
          places: hasPlace ? [Slot(.place, id: "p1", span: span("Port Ledra"))] : [],
          times: isDated ? [Slot(.time, id: "t1", span: span("Tuesday"))] : [],
          blamed: blamed.map { [slot($0, saidBy)] } ?? [],
          figures: numbers.indices.map { "f\($0 + 1)" },
          claims: sources.indices.map { "c\($0 + 1)" }, confidence: 0.9)
      ],
      relations: parties.compactMap { party in
        guard let body = party.partOf, let from = id(party.name) else { return nil }
        return Relation(
          kind: "memberOf", from: from, to: id(body) ?? body, evidence: [span(party.name)])
      })
  }

  // MARK: A small world

  static let gunners = Party(name: "Sorrati gunners", kind: .armedGroup, partOf: "Sorrat Front")
  static let villagers = Party(name: "villagers", kind: .civil, country: "IRQ", code: "IRQCVL")

  static let courier = InventedReport(
    outlet: "Courier", url: "https://courier.example/ledra", day: "2031-03-05",
    text:
      "Sorrati gunners shelled the market of Port Ledra on Tuesday and hit villagers. Nine people were killed, the harbour master Ilse Venn said; the Sorrat Front was not to be reached.",
    parties: [
      gunners, villagers, Party(name: "Ilse Venn", kind: .person),
      Party(name: "Sorrat Front", kind: .armedGroup),
    ],
    mode: "heavy-weapons", cameo: "194", trigger: "shelled", actor: "Sorrati gunners",
    recipient: "villagers",
    numbers: [Number(words: "Nine people", value: 9, counts: "people killed", source: "Ilse Venn")])

  static let herald = InventedReport(
    outlet: "Herald", url: "https://herald.example/ledra", day: "2031-03-06",
    text:
      "The market of Port Ledra was shelled by Sorrati gunners on Tuesday, who hit villagers. Twelve people died, the hospital director Omar Tass said, three children among them.",
    parties: [
      gunners, villagers, Party(name: "Omar Tass", kind: .person),
      Party(name: "Sorrat Front", kind: .armedGroup),
    ]
    .filter { $0.name != "Sorrat Front" }.map {
      var party = $0
      party.partOf = nil
      return party
    },
    mode: "heavy-weapons", cameo: "194", trigger: "shelled", actor: "Sorrati gunners",
    recipient: "villagers",
    numbers: [
      Number(words: "Twelve people", value: 12, counts: "people killed", source: "Omar Tass"),
      Number(words: "three children", value: 3, counts: "children killed", source: "Omar Tass"),
    ])
}

/// A ledger of invented reports with what is drawn from it.
struct InventedLedger {
  let folder: TemporaryFolder
  let snapshot: Snapshot
  let source: IncidentSource
  let context: ExportContext

  init(_ reports: [InventedReport]) async throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(path: folder.ledger)
    for report in reports { _ = try await ledger.append(report.reading()) }
    try self.init(folder)
  }

  private init(_ folder: TemporaryFolder) throws {
    self.folder = folder
    snapshot = try Snapshot(path: folder.ledger)
    let tables = try Self.tables()
    context = ExportContext(tables: tables)
    source = IncidentSource(snapshot, try StoryKeeper(snapshot, try Self.stories()), tables)
  }

  /// The same ledger with more reports.
  func adding(_ reports: [InventedReport]) async throws -> InventedLedger {
    let ledger = try Ledger(path: folder.ledger)
    for report in reports { _ = try await ledger.append(report.reading()) }
    return try InventedLedger(folder)
  }

  func incidents(_ question: IncidentQuestion = .init()) throws -> [ExportedIncident] {
    var found: [ExportedIncident] = []
    try source.forEach(question) {
      found.append($0)
      return true
    }
    return found
  }

  /// The rows of a table, each by the names of its columns.
  func rows(
    _ format: TableFormat, _ change: (inout ExportContext) -> Void = { _ in }
  ) throws -> [[String: String]] {
    var context = context
    change(&context)
    if format.name == "ged" {
      for incident in try incidents() { context.dyads.add(incident, context) }
    }
    return try incidents().flatMap { format.rows($0, context) }.map { row in
      Dictionary(uniqueKeysWithValues: format.columns.map { ($0.name, $0.value(row).words) })
    }
  }

  private static func text(_ path: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "Data/\(path).tsv"), encoding: .utf8)
  }

  static func tables() throws -> ExchangeTables {
    try ExchangeTables(
      countries: text("exchange/countries"), plover: text("exchange/plover"),
      goldstein: text("exchange/goldstein"), terms: text("exchange/terms"),
      kinds: text("exchange/kinds"))
  }

  static func stories() throws -> StoryMaker.Tables {
    StoryMaker.Tables(
      background: Background(try text("stories/background")),
      incidents: IncidentModel(try text("stories/incidents")),
      words: PurposeWords(try text("stories/questions")), outlets: .none, name: "test")
  }
}
