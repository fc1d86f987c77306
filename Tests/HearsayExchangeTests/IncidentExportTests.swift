import Foundation
import HearsayExchange
import HearsayLedger
import HearsayRecords
import HearsayStories
import TestSupport
import Testing

@Suite struct IncidentExportTests {
  private static let tables: [TableFormat] = TableFormat.all

  @Test(arguments: [
    EventStatus.denied, .negated, .planned, .expected, .hypothetical, .threatened, .demanded,
  ])
  func `what did not happen is no row of any table`(status: EventStatus) async throws {
    var report = InventedReport.courier
    report.status = status
    let ledger = try await InventedLedger([report])
    for format in Self.tables {
      #expect(try ledger.rows(format).isEmpty, "\(format.name)")
      #expect(try ledger.rows(format) { $0.takesClaimed = true }.isEmpty, "\(format.name), claimed")
    }
    let incident = try #require(try ledger.incidents().first)
    #expect(GeoJSONFeatures.feature(incident, ledger.context, centroids: false) == nil)
  }

  @Test(arguments: [Certainty.alleged, .suspected, .possible, .speculated])
  func `what is only alleged is a row only where it is asked for, and marked`(
    certainty: Certainty
  ) async throws {
    var report = InventedReport.courier
    report.certainty = certainty
    let ledger = try await InventedLedger([report])
    for format in Self.tables { #expect(try ledger.rows(format).isEmpty, "\(format.name)") }
    let row = try #require(try ledger.rows(.acled) { $0.takesClaimed = true }.first)
    #expect(row["tags"]?.contains("hearsay: said") == true)
    #expect(row["notes"]?.contains("Only said") == true)
    #expect(try ledger.rows(.hxl) { $0.takesClaimed = true }.first?["status"] == "said")
  }

  @Test func `who only says it, or is only blamed, is never who did it`() async throws {
    var report = InventedReport.courier
    report.actor = nil
    report.blamed = "Sorrati gunners"
    let ledger = try await InventedLedger([report])
    let acled = try #require(try ledger.rows(.acled).first)
    #expect(acled["actor1"] == "")
    #expect(acled["tags"]?.contains("Sorrati gunners is blamed") == true)
    #expect(try ledger.rows(.gdeltEvents).first?["Actor1Name"] == "")
    #expect(try ledger.rows(.polecat).first?["Actor Name"] == "")
    // UCDP counts only what sides are known to have done.
    #expect(try ledger.rows(.ged).isEmpty)
    for format in Self.tables {
      for row in try ledger.rows(format) {
        for (column, value) in row
        where column.lowercased().contains("actor1") || column == "side_a" {
          #expect(!value.lowercased().contains("gunners") && !value.contains("Venn"), "\(column)")
        }
      }
    }
  }

  @Test func `numbers stay when reports join, come in another order, or change`() async throws {
    let alone = try await InventedLedger([.courier])
    let number = try #require(try alone.incidents().first?.number)
    let joined = try await alone.adding([.herald])
    #expect(try joined.incidents().map(\.number) == [number])
    #expect(try joined.incidents().first?.held.count == 1)

    // The same report earlier in the order of publication does not take the number over.
    var early = InventedReport.herald
    early.day = "2031-03-04"
    early.url = "https://early.example/ledra"
    early.outlet = "Early Bird"
    let third = try await joined.adding([early])
    #expect(try third.incidents().contains { $0.number == number })

    // A new version of the page keeps it too.
    var changed = InventedReport.courier
    changed.text += " The fire burned through the night."
    let later = try await third.adding([changed])
    #expect(try later.incidents().contains { $0.number == number })
    // None is given twice, whether it stands alone or is held.
    let all = try later.incidents().flatMap { [$0.number] + $0.held }
    #expect(Set(all).count == all.count)
    #expect(all.allSatisfy { $0 > 0 && $0 <= 1 << 48 })
  }

  @Test func `numbers that no longer stand alone are told with what holds them`() async throws {
    let herald = try await InventedLedger([.herald])
    let gone = try #require(try herald.incidents().first?.number)
    let both = try await InventedLedger([.courier, .herald])
    let kept = try #require(try both.incidents().first?.number)
    var csv = ""
    let tally = try IncidentExport(both.source, IncidentQuestion(), both.context).deleted {
      csv += $0
    }
    #expect(tally.rows == 1)
    #expect(csv.contains("\(gone),\(kept),"))
  }

  @Test func `the filter of events is the filter of the file`() async throws {
    var other = InventedReport.courier
    other.outlet = "Skerry Post"
    other.url = "https://skerry.example/velm"
    other.text =
      "Farm workers marched through the streets of Velm on Tuesday over wages, far from Port Ledra; a band of brass and drums led them."
    other.parties = [.init(name: "Farm workers", kind: .civil, country: "IRQ")]
    other.type = .protest
    other.mode = "demonstration"
    other.cameo = "141"
    other.trigger = "marched"
    other.actor = "Farm workers"
    other.recipient = nil
    other.numbers = []
    let ledger = try await InventedLedger([.courier, .herald, other])
    var question = IncidentQuestion()
    question.records.types = [.protest]
    let protests = try ledger.incidents(question)
    #expect(protests.map(\.incident.type) == ["PROTEST"])
    question.records.types = []
    question.records.actor = "gunners"
    #expect(try ledger.incidents(question).map(\.incident.type) == ["ASSAULT"])
    question.records.actor = "nobody"
    #expect(try ledger.incidents(question).isEmpty)
    question.records = EventQuestion()
    question.records.until = Moment("2031-03-03")
    #expect(try ledger.incidents(question).isEmpty)
    question.records.until = nil
    question.records.scope.outlet = "Skerry"
    #expect(try ledger.incidents(question).count == 1)
    let row = try #require(
      try ledger.rows(.acled).first { $0["event_type"] == "Protests" })
    #expect(row["actor1"] == "Protesters (Iraq)")
    #expect(row["assoc_actor_1"] == "Farm workers")
    #expect(row["interaction"] == "Protesters only")
  }

  @Test func `how many marched is told in the report's words, and who was hurt is no crowd`()
    async throws
  {
    var march = InventedReport.courier
    march.text =
      "Teachers marched through the streets of Port Ledra on Tuesday. Two people were hurt, and some 300 people came."
    march.parties = [.init(name: "Teachers", kind: .civil, country: "IRQ")]
    march.type = .protest
    march.mode = "demonstration"
    march.trigger = "marched"
    march.actor = "Teachers"
    march.recipient = nil
    march.numbers = [
      .init(words: "Two people", value: 2, counts: "people wounded"),
      .init(words: "some 300 people", value: 300, counts: "people"),
    ]
    let tags = try #require(try await InventedLedger([march]).rows(.acled).first?["tags"])
    #expect(tags.contains("crowd size=some 300 people"))
    #expect(!tags.contains("Two people"))
    // Who fights is no crowd, however many there are.
    var fight = InventedReport.courier
    fight.numbers = [.init(words: "Nine people", value: 9, counts: "people")]
    let others = try await InventedLedger([fight]).rows(.acled).first?["tags"] ?? ""
    #expect(!others.contains("crowd size"))
  }

  @Test func `record by record, each stands by itself, with the number of its incident`()
    async throws
  {
    let ledger = try await InventedLedger([.courier, .herald])
    let joined = try #require(try ledger.incidents().first)
    #expect(joined.killed.low == 9 && joined.killed.high == 12)
    var question = IncidentQuestion()
    question.isByRecord = true
    let records = try ledger.incidents(question)
    #expect(records.map(\.anchor) == joined.tellings.map(\.id))
    #expect(records.map(\.killed.low) == [9, 12])
    #expect(records.map(\.outlets) == [["Courier"], ["Herald"]])
    #expect(Set(records.map(\.number)) == Set([joined.number] + joined.held))
    #expect(records.allSatisfy { $0.partOf == joined.number && $0.questions.isEmpty })
    #expect(records.allSatisfy { $0.actors.map(\.name) == ["Sorrati gunners"] })
    // The filter of events picks records, not the incidents they tell of.
    question.records.scope.outlet = "Herald"
    #expect(try ledger.incidents(question).map(\.outlets) == [["Herald"]])
    question.records.scope.outlet = nil
    question.incident = records[0].anchor
    #expect(try ledger.incidents(question).map(\.anchor) == [records[0].anchor])
  }

  @Test func `a map keeps what has no place, and gives no more digits than are known`() async throws
  {
    var nowhere = InventedReport.courier
    nowhere.hasPlace = false
    for (report, point) in [(InventedReport.courier, true), (nowhere, false)] {
      let ledger = try await InventedLedger([report])
      var text = ""
      let tally = try IncidentExport(ledger.source, IncidentQuestion(), ledger.context)
        .geojson(centroids: false) { text += $0 }
      #expect(tally.rows == 1)
      let json = try #require(
        JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      let features = try #require(json["features"] as? [[String: Any]])
      let geometry = features[0]["geometry"] as? [String: Any]
      #expect((geometry?["coordinates"] as? [Double]) == (point ? [47.988, 30.123] : nil))
      let properties = try #require(features[0]["properties"] as? [String: Any])
      #expect(properties["killed_low"] as? Int == 9)
    }
  }

  @Test func `PLOVER's record marks its parts in the report's words`() async throws {
    let ledger = try await InventedLedger([.courier])
    let incident = try #require(try ledger.incidents().first)
    let line = try #require(try PLOVERLines.record(incident, ledger.context)?.line())
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let markup = try #require((json["textInfo"] as? [String: String])?["markup"])
    #expect(markup.hasPrefix("(SRC: Sorrati gunners) (EVT: shelled) the market"))
    #expect(markup.contains("(TAR: villagers)"))
    #expect(json["event"] as? String == "ASSAULT")
    #expect((json["source"] as? [[String: Any]])?.first?["sector"] as? String == "REB")
  }
}
