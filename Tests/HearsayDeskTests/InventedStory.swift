import Foundation
import HearsayLedger
import HearsayRecords
import HearsayStories
import TestSupport

@testable import HearsayDesk

/// Reports of one invented fire, with the records a reader would make of them: who says what differs.
struct InventedReport {
  var outlet: String
  var day: String
  var title: String
  var text: String
  /// Who speaks, as the text names them.
  var speaker: String
  var act: ClaimAct = .state
  var status: EventStatus = .happened
  var actor: String?
  var blamed: String?
  var count: (words: String, value: Double)?

  func reading() -> Reading {
    let whole = title + "\n\n" + text
    let bytes = Array(whole.utf8)
    func span(_ words: String) -> TextSpan {
      let wanted = Array(words.utf8)
      let start = bytes.indices.last { bytes[$0...].starts(with: wanted) }
      guard let start else { preconditionFailure("not in the text: \(words)") }
      return TextSpan(start: start, end: start + wanted.count)
    }
    let parties = ([speaker] + [actor, blamed].compactMap(\.self)).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    func id(_ name: String) -> String {
      "e\((parties.firstIndex(of: name) ?? 0) + 1)"
    }
    func slots(_ name: String?) -> [Slot] {
      name.map { [Slot(id: id($0), span: span($0), saidBy: "c1")] } ?? []
    }
    return Reading(
      report: Report(
        id: "unset", url: "https://\(outlet.count).example/\(day)/\(title.count)", outlet: outlet,
        title: title, published: day, publishedFrom: .meta, language: "en", text: whole,
        sha256: SHA256.hex(Array((whole + outlet).utf8)), reader: Reader(version: "1", model: "m1")),
      entities: parties.map { Entity(id: id($0), name: $0, kind: .person, mentions: [span($0)]) },
      places: [
        Place(
          id: "p1", name: "Tollen", kind: "city", country: "XTL", lat: 47.2, lon: 18.4,
          geonameid: 990_001, precision: .named, mentions: [span("Tollen")])
      ],
      times: [
        TimeSpan(
          id: "t1", earliest: "2032-05-10", latest: "2032-05-10", granularity: .day,
          timex: "2032-05-10", evidence: span("10 May"))
      ],
      events: [
        Event(
          id: "v1", type: .assault, trigger: span("burned"), status: status, saidBy: "c1",
          confidence: 0.9, evidence: [span("burned")])
      ],
      claims: [
        Claim(
          id: "c1", speaker: id(speaker), source: span(speaker), content: [span("burned")],
          act: act, about: ["v1"], blames: blamed.map { [id($0)] } ?? [], confidence: 0.9)
      ],
      figures: count.map {
        [
          Figure(
            id: "f1", value: $0.value, low: $0.value, high: $0.value, counts: "people killed",
            about: "v1", saidBy: "c1", evidence: [span($0.words)])
        ]
      } ?? [],
      happenings: [
        Happening(
          id: "h1", type: .assault, label: "fire at Tollen", events: ["v1"], main: true,
          status: status, statuses: [ToldStatus(status: status, saidBy: "c1", events: ["v1"])],
          actors: slots(actor), places: [Slot(.place, id: "p1", span: span("Tollen"))],
          times: [Slot(.time, id: "t1", span: span("10 May"))], blamed: slots(blamed),
          figures: count == nil ? [] : ["f1"], claims: ["c1"], confidence: 0.9)
      ])
  }

  static let fire: [InventedReport] = [
    InventedReport(
      outlet: "Tollen Post", day: "2032-05-11", title: "Granary burned at Tollen, seven dead",
      text:
        "The granary at Tollen burned on 10 May and seven people died, said fire chief Ada Mross. She blamed raiders of the Hill League.",
      speaker: "Ada Mross", act: .accuse, blamed: "Hill League", count: ("seven people", 7)),
    InventedReport(
      outlet: "Evening Wire", day: "2032-05-11T20:00:00Z",
      title: "Eleven dead after granary burned at Tollen",
      text:
        "Eleven people were killed when the granary at Tollen burned on 10 May, hospital head Leo Brandt said. Nobody knew who had set it alight.",
      speaker: "Leo Brandt", count: ("Eleven people", 11)),
    InventedReport(
      outlet: "League Voice", day: "2032-05-13",
      title: "Hill League denies granary burned at its hands",
      text:
        "Hill League envoy Sara Quill denied that its people burned the granary at Tollen on 10 May. It was sabotage by the owners, she said.",
      speaker: "Sara Quill", act: .deny, status: .denied, actor: "Hill League"),
  ]

  /// The first again in another paper, word for word.
  static var copy: InventedReport {
    var copy = fire[0]
    copy.outlet = "Morning Echo"
    return copy
  }

  static let other = InventedReport(
    outlet: "Coast Mail", day: "2032-06-02", title: "Boat shed burned down by the sea near Tollen",
    text: "A boat shed near Tollen burned on 10 May, the owner Ib Karr said; gulls circled.",
    speaker: "Ib Karr")
}

/// A desk over invented reports, and a browser that keeps its cookies.
struct StoryBrowser {
  let folder: TemporaryFolder
  let desk: Desk
  private(set) var cookies: [String: String] = [:]
  let path: String

  init(
    _ reports: [InventedReport] = InventedReport.fire + [.copy],
    now: @escaping @Sendable () -> Date = { Date(timeIntervalSince1970: 1_970_000_000) },
    adjust: (inout Desk.Setting) -> Void = { _ in }
  ) async throws {
    folder = try TemporaryFolder()
    path = folder.ledger
    let ledger = try Ledger(path: path)
    for report in reports { _ = try await ledger.append(report.reading()) }
    var setting = Desk.Setting(
      ledger: path, assets: Self.root.appending(path: "Data/desk").path, person: "ana")
    setting.tables = try Self.tables()
    setting.now = now
    adjust(&setting)
    desk = try Desk(setting, door: Door(hosts: Door.loopback(port: 8731)))
    take(answer("/"))
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The tables as they ship.
  static func tables() throws -> StoryMaker.Tables {
    func text(_ name: String) throws -> String {
      try String(contentsOf: root.appending(path: "Data/stories/\(name)"), encoding: .utf8)
    }
    return StoryMaker.Tables(
      background: Background(try text("background.tsv")),
      incidents: IncidentModel(try text("incidents.tsv")),
      words: PurposeWords(try text("questions.tsv")),
      outlets: OutletKinds(try text("outlets.tsv")), name: "test")
  }

  func answer(
    _ target: String, _ method: DeskRequest.Method = .get, form: [(String, String)] = [],
    files: [DeskRequest.File] = []
  ) -> DeskAnswer {
    desk.answer(
      DeskRequest(
        method, target, form: form.map { .init(name: $0.0, value: $0.1) }, files: files,
        host: "127.0.0.1:8731", cookies: cookies))
  }

  func page(_ target: String) -> String {
    String(decoding: answer(target).body, as: UTF8.self)
  }

  /// Keeps the cookies of an answer.
  mutating func take(_ answer: DeskAnswer) {
    for line in answer.head where line.name == "Set-Cookie" {
      let pair = line.value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
      if pair.count == 2 { cookies[String(pair[0])] = String(pair[1]) }
    }
  }

  /// What the forms of a page with this class send.
  static func forms(_ name: String = "decide", on page: String) -> [[(String, String)]] {
    page.components(separatedBy: "<form class=\"\(name)\"").dropFirst().map { part in
      let form = part.prefix(upTo: part.firstRange(of: "</form>")?.lowerBound ?? part.endIndex)
      return form.components(separatedBy: "<input type=\"hidden\" name=\"").dropFirst().map {
        let parts = $0.components(separatedBy: "\"")
        return (parts[0], parts[2])
      }
    }
  }

  func line(_ title: String) throws -> ReportLine {
    let lines = try Snapshot(path: path).reports()
    guard let line = lines.first(where: { $0.report.title?.hasPrefix(title) == true }) else {
      throw DeskFault(404, title)
    }
    return line
  }

  func decisions() throws -> [Decision] { try Snapshot(path: path).decisions() }
}
