import Foundation
import HearsayLedger
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayStories

/// Invented reports with the records a reader would make of them, for what looks across reports.
struct InventedReport {
  var outlet: String
  var day: String
  var title: String
  var text: String
  /// Names of parties with their kinds.
  var parties: [(String, EntityKind)] = []
  /// A place with its number.
  var place: (name: String, geonameid: Int, lat: Double, lon: Double)?
  /// The words for the day on which it was, with the day.
  var time: (words: String, day: String)?
  var type: EventType = .assault
  var trigger: String
  var actor: String?
  var recipient: String?
  var status: EventStatus = .happened
  /// Who says that it stands so: the words for the source; `nil` for the report itself.
  var source: String?
  var act: ClaimAct = .state
  var polarity: Polarity = .positive
  /// The words for a number, its value and what it counts.
  var count: (words: String, value: Double, counts: String)?
  var blamed: String?
  var url: String?

  var whole: String { title + "\n\n" + text }

  func reading() -> Reading {
    let bytes = Array(whole.utf8)
    func span(_ words: String) -> TextSpan {
      let wanted = Array(words.utf8)
      let start = bytes.indices.last { bytes[$0...].starts(with: wanted) }
      guard let start else { preconditionFailure("not in the text: \(words)") }
      return TextSpan(start: start, end: start + wanted.count)
    }
    func id(_ name: String) -> String? {
      parties.firstIndex { $0.0 == name }.map { "e\($0 + 1)" }
    }
    func slot(_ name: String, _ voice: String?) -> Slot {
      Slot(id: id(name), span: span(name), saidBy: voice)
    }
    let voice = source == nil ? nil : "c1"
    return Reading(
      report: Report(
        id: "unset", url: url ?? "https://\(outlet.lowercased()).example/\(day)/\(title.count)",
        outlet: outlet, title: title, published: day, publishedFrom: .meta, language: "en",
        text: whole, sha256: SHA256.hex(Array((whole + outlet).utf8)),
        reader: Reader(version: "1", model: "m1")),
      entities: parties.enumerated().map { number, party in
        Entity(
          id: "e\(number + 1)", name: party.0, kind: party.1, mentions: [span(party.0)])
      },
      places: place.map {
        [
          Place(
            id: "p1", name: $0.name, kind: "city", country: "XKV", lat: $0.lat, lon: $0.lon,
            geonameid: $0.geonameid, precision: .named, mentions: [span($0.name)])
        ]
      } ?? [],
      times: time.map {
        [
          TimeSpan(
            id: "t1", earliest: $0.day, latest: $0.day, granularity: .day, timex: $0.day,
            evidence: span($0.words))
        ]
      } ?? [],
      events: [
        Event(
          id: "v1", type: type, trigger: span(trigger), status: status, saidBy: voice,
          confidence: 0.9, evidence: [span(trigger)])
      ],
      claims: source.map {
        [
          Claim(
            id: "c1", speaker: id($0), source: span($0), content: [span(trigger)], act: act,
            polarity: polarity,
            about: ["v1"], blames: blamed.flatMap(id).map { [$0] } ?? [], confidence: 0.9)
        ]
      } ?? [],
      figures: count.map {
        [
          Figure(
            id: "f1", value: $0.value, low: $0.value, high: $0.value, counts: $0.counts,
            about: "v1", saidBy: voice, evidence: [span($0.words)])
        ]
      } ?? [],
      happenings: [
        Happening(
          id: "h1", type: type, label: "\(trigger) at \(place?.name ?? "sea")", events: ["v1"],
          main: true, status: status,
          statuses: [ToldStatus(status: status, saidBy: voice, events: ["v1"])],
          actors: actor.map { [slot($0, voice)] } ?? [],
          recipients: recipient.map { [slot($0, voice)] } ?? [],
          places: place.map { [Slot(.place, id: "p1", span: span($0.name))] } ?? [],
          times: time.map { [Slot(.time, id: "t1", span: span($0.words))] } ?? [],
          blamed: blamed.map { [slot($0, voice)] } ?? [],
          figures: count == nil ? [] : ["f1"], claims: source == nil ? [] : ["c1"],
          confidence: 0.9)
      ])
  }

  // MARK: A small world

  static let shelling: [InventedReport] = [
    InventedReport(
      outlet: "Courier", day: "2031-03-05", title: "Shells hit grain depot at Port Ledra",
      text:
        "Shells fired by Sorrati gunners struck the grain depot of Port Ledra on Tuesday, killing nine people, the harbour master Ilse Venn said. Warehouses burned through the night.",
      parties: [("Sorrati gunners", .military), ("Ilse Venn", .person)],
      place: ("Port Ledra", 900_001, 40.1, 30.2), time: ("Tuesday", "2031-03-04"),
      trigger: "struck", actor: "Sorrati gunners", recipient: "grain depot", source: "Ilse Venn",
      count: ("nine people", 9, "people killed")),
    InventedReport(
      outlet: "Herald", day: "2031-03-05", title: "Nine dead as depot at Port Ledra is shelled",
      text:
        "The grain depot at Port Ledra was shelled on 4 March and warehouses burned. Twelve people died, the hospital director Omar Tass said; harbour crews searched the ruins.",
      parties: [("Omar Tass", .person)], place: ("Port Ledra", 900_001, 40.1, 30.2),
      time: ("4 March", "2031-03-04"), trigger: "shelled", recipient: "grain depot",
      source: "Omar Tass", count: ("Twelve people", 12, "people killed")),
    InventedReport(
      outlet: "Sorrat Today", day: "2031-03-06",
      title: "Sorrat denies firing shells at grain depot in Port Ledra",
      text:
        "Sorrat's army spokesman Juri Paal denied on Wednesday that Sorrati gunners had shelled the grain depot in Port Ledra on 4 March, where warehouses burned.",
      parties: [("Juri Paal", .person), ("Sorrati gunners", .military)],
      place: ("Port Ledra", 900_001, 40.1, 30.2), time: ("4 March", "2031-03-04"),
      trigger: "shelled", actor: "Sorrati gunners", recipient: "grain depot", status: .denied,
      source: "Juri Paal", act: .deny),
  ]

  static let ferry: [InventedReport] = [
    InventedReport(
      outlet: "Courier", day: "2031-03-07", title: "Ferry Halcyon runs aground off Marn island",
      text:
        "The ferry Halcyon ran aground off Marn on Friday with 140 passengers; lifeboats from Skerry took all of them ashore, the coast guard said.",
      parties: [("Halcyon", .other)], place: ("Marn", 900_002, 55.0, 2.0),
      time: ("Friday", "2031-03-07"), type: .accident, trigger: "ran aground",
      recipient: "Halcyon"),
    InventedReport(
      outlet: "Skerry Post", day: "2031-03-08",
      title: "Passengers tell of night on grounded ferry Halcyon",
      text:
        "Passengers of the ferry Halcyon, which ran aground off Marn on Friday, told how lifeboats from Skerry came at dawn.",
      parties: [("Halcyon", .other)], place: ("Marn", 900_002, 55.0, 2.0),
      time: ("Friday", "2031-03-07"), type: .accident, trigger: "ran aground",
      recipient: "Halcyon"),
  ]

  static let strike: [InventedReport] = [
    InventedReport(
      outlet: "Herald", day: "2031-03-06", title: "Tram drivers of Velm walk out over rosters",
      text:
        "Tram drivers in Velm walked out on Thursday over new rosters; the union leader Bea Lorn said that 800 drivers took part.",
      parties: [("Bea Lorn", .person)], place: ("Velm", 900_003, 48.0, 11.0),
      time: ("Thursday", "2031-03-06"), type: .protest, trigger: "walked out",
      source: "Bea Lorn", count: ("800 drivers", 800, "drivers took part"))
  ]

  /// The first report again under another outlet's name, word for word.
  static var copy: InventedReport {
    var copy = shelling[0]
    copy.outlet = "Evening Mirror"
    return copy
  }

  static var world: [InventedReport] { shelling + ferry + strike + [copy] }
}

/// Draws stories from invented reports.
enum StoryDesk {
  /// The tables as they ship.
  static func tables() throws -> StoryMaker.Tables {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Data/stories")
    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    return StoryMaker.Tables(
      background: Background(try text("background.tsv")),
      incidents: IncidentModel(try text("incidents.tsv")),
      words: PurposeWords(try text("questions.tsv")),
      outlets: OutletKinds(try text("outlets.tsv")), name: "test")
  }

  /// The story of some reports, whatever else may be.
  static func story(
    _ reports: [InventedReport], rulings: [Verdicts.Ruling] = []
  ) throws -> Story {
    let tables = try tables()
    let maker = SketchMaker(tables.background, tables.words)
    return StoryMaker(tables).story(
      reports.map { report in
        let reading = report.reading()
        let address = reading.report.url ?? ""
        return maker.sketch(
          Sketch.Card(
            id: ReportID.make(
              key: ReportID.key(address: address, sha256: reading.report.sha256)),
            outlet: report.outlet, title: report.title, published: report.day,
            day: Days.number(report.day), address: address, version: 1), reading)
      }, rulings: rulings)
  }

  /// What a person decided about two records.
  static func ruling(
    _ verdict: Decision.Verdict, _ one: String, _ other: String
  ) -> Verdicts.Ruling {
    Verdicts.Ruling(
      decision: Decision(
        made: "2031-03-09T10:00:00Z", person: "ada", verdict: verdict,
        target: .init(report: one, kind: .happenings), other: .init(report: other)),
      one: one, other: other, readings: [])
  }

  static func json(_ value: some Encodable) throws -> String {
    try ContractWriter(positions: PositionMap("")).json(value)
  }

  /// The JSON of all stories of a ledger that takes reports in this order, drawn after each batch.
  static func drawn(_ reports: [InventedReport], batches: Int) async throws -> String {
    let folder = try TemporaryFolder()
    let path = folder.ledger
    let ledger = try Ledger(path: path)
    let tables = try tables()
    for start in stride(from: 0, to: reports.count, by: batches) {
      for report in reports[start..<min(reports.count, start + batches)] {
        _ = try await ledger.append(report.reading())
      }
      try StoryKeeper(try Snapshot(path: path), tables).catchUp()
    }
    let keeper = try StoryKeeper(try Snapshot(path: path), tables)
    let since = try #require(Moment("1900"))
    let changes = try json(try keeper.changes(since: since))
    return try keeper.list().map { row in
      guard let story = try keeper.story(first: row.first) else { return "" }
      return try json(story)
    }.joined(separator: "\n") + changes
  }
}
