import Foundation
import HearsayExchange
import HearsayLedger
import HearsayRecords
import TestSupport
import Testing

/// Claims in schema.org's words, which become reviews by a person's verdict and by nothing else.
@Suite struct ClaimReviewTests {
  private func objects(_ ledger: InventedLedger) throws -> [[String: Any]] {
    let format = try #require(LineFormat.all.first { $0.name == "claimreview" })
    var text = ""
    _ = try IncidentExport(ledger.source, IncidentQuestion(), ledger.context).lines(format) {
      text += $0
    }
    return try text.split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  private func decide(
    _ ledger: InventedLedger, _ verdict: Decision.Verdict, _ reason: String
  ) async throws -> InventedLedger {
    let line = try #require(try ledger.snapshot.reports(Scope()).first)
    try DecisionBook(path: ledger.folder.ledger).keep(
      Decision(
        made: "2031-03-07T09:00:00.000Z", person: "ana", verdict: verdict,
        target: .init(report: line.key, kind: .happenings, record: "h1"), reason: reason))
    return try await ledger.adding([])
  }

  @Test func `a claim is a review only after a verdict, and its author is what is known of him`()
    async throws
  {
    var report = InventedReport.courier
    report.source = "Ilse Venn"
    let ledger = try await InventedLedger([report])
    let claim = try #require(try objects(ledger).first)
    #expect(claim["@type"] as? String == "Claim")
    #expect(claim["author"] as? [String: String] == ["@type": "Person", "name": "Ilse Venn"])
    // That it was read rightly says nothing of whether it is so; nor does any other note.
    var later = try await decide(ledger, .accept, "verdict: so it stands there")
    later = try await decide(later, .note, "to be looked at again")
    #expect(try objects(later).map { $0["@type"] as? String } == ["Claim"])
    later = try await decide(later, .note, "Verdict: not proven; nobody saw who fired")
    let review = try #require(try objects(later).first)
    #expect(review["@type"] as? String == "ClaimReview")
    #expect((review["reviewRating"] as? [String: Any])?["alternateName"] as? String == "not proven")
    #expect(review["reviewBody"] as? String == "nobody saw who fired")
    #expect((review["author"] as? [String: Any])?["name"] as? String == "ana")
    #expect((review["itemReviewed"] as? [String: Any])?["@type"] as? String == "Claim")
  }

  @Test(arguments: [
    (EntityKind.armedGroup, "Organization"), (.person, "Person"), (.other, "Thing"),
  ])
  func `bodies are organisations, and of others no more is said than is known`(
    kind: EntityKind, type: String
  ) async throws {
    var report = InventedReport.courier
    report.source = "Sorrat Front"
    report.parties = report.parties.map {
      var party = $0
      if party.name == "Sorrat Front" { party.kind = kind }
      return party
    }
    let claim = try #require(try objects(try await InventedLedger([report])).first)
    #expect((claim["author"] as? [String: Any])?["@type"] as? String == type)
  }
}
