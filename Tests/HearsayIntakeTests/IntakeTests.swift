import Foundation
import Hearsay
import HearsayLedger
import HearsayRecords
import HearsayWeb
import TestSupport
import Testing

@testable import HearsayIntake

/// Taking in reports as a program does that is no command line.
@Suite(.enabled(if: Weights.areThere, "no weights in Models"))
struct IntakeTests {
  private let folder: TemporaryFolder
  private let ledger: Ledger
  private let intake: Intake

  init() throws {
    folder = try TemporaryFolder()
    ledger = try Ledger(path: folder("ledger.sqlite"))
    var web = WebPolicy(userAgent: "Hearsay/test")
    web.allowsPrivate = true
    intake = Intake(
      reader: try Hearsay.Reader(Weights.resources), ledger: ledger,
      archive: Archive(besideLedger: ledger.path), fetcher: WebFetcher(web), jobs: 2)
  }

  private func take(_ inputs: [Input], halt: Halt = Halt()) async throws -> (
    events: [IntakeEvent], summary: IntakeSummary
  ) {
    var events: [IntakeEvent] = []
    let summary = try await intake.read(inputs, halt: halt) { event in
      events.append(event)
      return true
    }
    return (events, summary)
  }

  private func kept(_ events: [IntakeEvent]) -> [Kept] {
    events.compactMap { if case .kept(let kept) = $0 { kept } else { nil } }
  }

  @Test func `bytes and addresses become readings, archive and ledger in one act`() async throws {
    let site = try NewsSite()
    site["/1"] = "<html><body><article><p>\(ShortReports.text(1))</p></article></body></html>"
    let text = Array(ShortReports.text(2).utf8)
    let given = GivenBytes(name: "https://news.example/2", bytes: text, contentType: "text/plain")
    let (events, summary) = try await take([.page(site.address("/1")), .bytes(given)])
    let kept = kept(events)
    #expect(summary.done == 2)
    #expect(kept.map(\.reading.report.url) == [site.address("/1"), "https://news.example/2"])
    #expect(kept.allSatisfy { $0.stored?.outcome == .added })
    let snapshot = try Snapshot(path: ledger.path)
    #expect(try Set(snapshot.reports().map(\.id)) == Set(kept.map(\.reading.report.id)))
    let archive = Archive(besideLedger: ledger.path)
    #expect(try archive.bytes(kept[1].reading.report.sha256) == text)
  }

  @Test func `a report in another language is kept and found, and nothing is told of it`()
    async throws
  {
    let german = """
      Die Polizei hat am Montag in der Hafenstadt drei Männer festgenommen. Der Sprecher des
      Innenministeriums sagte, die Männer hätten eine Brücke über den Fluss angreifen wollen. Die
      Ermittler fanden in der Wohnung Waffen und einen Plan des Bahnhofs.
      """
    let given = GivenBytes(name: "https://news.example/de", bytes: Array(german.utf8))
    let (events, _) = try await take([.bytes(given)])
    let reading = try #require(kept(events).first?.reading)
    #expect(reading.report.language == "de")
    #expect(reading.report.reader.model == nil)
    #expect(reading.events.isEmpty && reading.claims.isEmpty && reading.entities.isEmpty)
    let snapshot = try Snapshot(path: ledger.path)
    #expect(try snapshot.reports().map(\.id) == [reading.report.id])
    // Asked for, it is annotated; read again, nothing changes.
    let (again, _) = try await take([.bytes(given)])
    #expect(kept(again).first?.stored?.outcome == .unchanged)
    let any = try Hearsay.Reader(Weights.resources, anyLanguage: true)
    let forced = try any.read(Array(german.utf8), ReadingRequest(), any.makeWorkspace())
    #expect(forced.report.reader.model != nil)
  }

  @Test func `what cannot be read is told, and the rest is read`() async throws {
    let good = GivenBytes(name: "https://news.example/1", bytes: Array(ShortReports.text(1).utf8))
    let bad = GivenBytes(name: "https://news.example/2", bytes: [])
    let (events, summary) = try await take([.bytes(bad), .bytes(good)])
    #expect(kept(events).count == 1)
    let failures = events.compactMap { event -> String? in
      if case .failed(let error) = event { error.name } else { nil }
    }
    #expect(failures == ["https://news.example/2"])
    #expect(summary.done == 2)
    #expect(!summary.isStopped)
  }

  @Test func `a run that is asked to stop before it begins reads nothing and says so`() async throws
  {
    let halt = Halt()
    halt.ask()
    let inputs = (1...40).map {
      Input.bytes(GivenBytes(name: "https://news.example/\($0)", bytes: Array("x".utf8)))
    }
    let (events, summary) = try await take(inputs, halt: halt)
    #expect(summary.isStopped)
    #expect(kept(events).count < inputs.count)
  }

  @Test
  func
    `a full disk ends the run, with what was kept before, and the rest is read when there is room`()
    async throws
  {
    let inputs = (1...12).map {
      Input.bytes(
        GivenBytes(name: "https://news.example/\($0)", bytes: Array(ShortReports.text($0).utf8)))
    }
    _ = try await take([inputs[0]])
    try await ledger.limitPages(to: 1)
    let error = await #expect(throws: LedgerError.self) { _ = try await take(inputs) }
    #expect(error?.code == .full)
    #expect(error?.message.contains("disk is full") == true)
    let snapshot = try Snapshot(path: ledger.path)
    #expect(try snapshot.reports().count == 1)
    try await ledger.limitPages(to: 1_000_000)
    let (events, _) = try await take(inputs)
    #expect(kept(events).count == 12)
    try snapshot.refresh()
    #expect(try snapshot.reports().count == 12)
    #expect(try snapshot.verify() == [])
  }
}
