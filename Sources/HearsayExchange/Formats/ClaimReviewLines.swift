import HearsayLedger
import HearsayRecords
import HearsayStories

/// Who says that something happened, in schema.org's words, and what people found about it.
///
/// Hearsay says who says what; only a person says what is so. A verdict is a note that somebody wrote about a record on the desk and
/// that begins with `verdict:`; then come its words, and after a full stop or a semicolon why. Accepting a record says that it was
/// read rightly, not that it is true, and is no verdict.
enum ClaimReviewLines {
  private static let mark = "verdict:"

  /// The claims of an incident, each a `ClaimReview` for every verdict, else a `Claim` alone.
  static func objects(_ incident: ExportedIncident) -> [JSONTree] {
    let verdicts = incident.standing(.note).filter {
      $0.reason.lowercased().hasPrefix(mark) && $0.reason.count > mark.count
    }
    return claims(incident).flatMap { claim -> [JSONTree] in
      guard !verdicts.isEmpty else { return [.object(of: context + claim.fields)] }
      return verdicts.map { review($0, incident, claim) }
    }
  }

  private static let context: [JSONTree.Field] = [
    .init("@context", .text("https://schema.org"))
  ]

  private struct Claimed {
    let fields: [JSONTree.Field]
  }

  /// Who says it: a claim for each speaker that several reports may quote.
  private static func claims(_ incident: ExportedIncident) -> [Claimed] {
    var reports: [String: [ExportedIncident.Telling]] = [:]
    var speakers: [String] = []
    var kinds: [String: EntityKind] = [:]
    for telling in incident.tellings {
      // Only who says that it happened; whoever condemns it or tells of something beside claims nothing of the kind.
      let real = Set(
        telling.happening.statuses.filter(\.status.isReal).compactMap(\.saidBy)
          + telling.happening.events.compactMap { telling.index.events[$0] }
          .filter(\.status.isReal).compactMap(\.saidBy))
      for claim in telling.happening.claims.compactMap({ telling.index.claims[$0] })
      where real.contains(claim.id) && claim.polarity == .positive && claim.act != .ask {
        guard let speaker = telling.index.speaker(of: claim) else { continue }
        if reports[speaker] == nil { speakers.append(speaker) }
        if let kind = claim.speaker.flatMap({ telling.index.entities[$0] })?.kind {
          kinds[speaker] = kinds[speaker] ?? kind
        }
        if reports[speaker]?.last?.line.id != telling.line.id {
          reports[speaker, default: []].append(telling)
        }
      }
    }
    return speakers.map { speaker in
      let told = (reports[speaker] ?? []).map(work)
      var fields: [JSONTree.Field] = [
        .init("@type", .text("Claim")), .init("name", .text(incident.incident.label.safeLine)),
        .init(
          "author",
          .object(of: ["@type": .text(type(of: kinds[speaker])), "name": .text(speaker)])),
      ]
      if let day = reports[speaker]?.compactMap(\.line.report.published).min() {
        fields.append(.init("datePublished", .text(day)))
      }
      if let first = told.first { fields.append(.init("firstAppearance", first)) }
      if told.count > 1 { fields.append(.init("appearance", .array(Array(told.dropFirst())))) }
      return Claimed(fields: fields)
    }
  }

  /// What schema.org calls a speaker of a kind: of whom no more is known than the words, it says no more.
  private static func type(of kind: EntityKind?) -> String {
    switch kind {
    case .person: "Person"
    case let kind? where kind.isBody: "Organization"
    default: "Thing"
    }
  }

  private static func work(_ telling: ExportedIncident.Telling) -> JSONTree {
    .object(of: [
      "@type": .text("NewsArticle"), "url": .some(AnnotationLines.iri(of: telling.line.report.url)),
      "headline": .some(telling.line.report.title),
      "datePublished": .some(telling.line.report.published),
      "publisher": telling.line.report.outlet.map {
        .object(of: ["@type": .text("Organization"), "name": .text($0)])
      },
    ])
  }

  private static func review(
    _ decision: Decision, _ incident: ExportedIncident, _ claim: Claimed
  ) -> JSONTree {
    let words = decision.reason.dropFirst(mark.count).drop { $0 == " " }
    let verdict = words.prefix { $0 != "." && $0 != ";" }
    let why = words.dropFirst(verdict.count + 1).drop { $0 == " " }
    return .object(of: [
      "@context": .text("https://schema.org"), "@type": .text("ClaimReview"),
      "url": .text("urn:hearsay:decision:\(decision.number)"),
      "claimReviewed": .text(incident.incident.label.safeLine),
      "datePublished": .text(String(decision.made.prefix(10))),
      "author": .object(of: ["@type": .text("Person"), "name": .text(decision.person)]),
      "reviewRating": .object(of: [
        "@type": .text("Rating"), "alternateName": .text(String(verdict)),
      ]),
      "reviewBody": why.isEmpty ? nil : .text(String(why)),
      "itemReviewed": .object(claim.fields),
    ])
  }
}

extension JSONTree {
  fileprivate static func object(of fields: [Field]) -> JSONTree { .object(fields) }
}
