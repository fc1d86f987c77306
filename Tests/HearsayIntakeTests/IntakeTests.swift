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
}
