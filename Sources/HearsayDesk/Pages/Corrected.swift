import HearsayLedger
import HearsayRecords

/// What somebody decided and another decided otherwise later: so that one learns from who looks after one.
struct Corrected {
  let visit: Visit

  /// A decision with the later one that says otherwise.
  struct Pair: Hashable, Sendable, Encodable {
    let mine, later: Decision
  }

  static func pairs(of person: String, in all: [Decision]) -> [Pair] {
    let holding = ReviewState.holding(all).filter {
      $0.verdict != .note && $0.verdict != .add && !$0.target.record.isEmpty
    }
    let byTarget = Dictionary(grouping: holding) { [$0.target, $0.other ?? $0.target] }
    return byTarget.values.compactMap { made -> Pair? in
      guard let mine = made.last(where: { $0.person == person }),
        let later = made.last(where: { $0.person != person && $0.number > mine.number }),
        later.verdict != mine.verdict || later.values != mine.values
      else { return nil }
      return Pair(mine: mine, later: later)
    }.sorted { $0.later.number > $1.later.number }
  }

  /// From the log to one's own work.
  static func links(_ visit: Visit) -> HTML {
    let links: [(String, [(name: String, value: String)])] = [
      ("all", []), ("my own", [("person", visit.person)]),
      ("my work, corrected", [("corrected", "1")]), ("notes", [("verdict", "note")]),
    ]
    return .tag(
      "nav", [.class("within"), .data("aria-label", "Which decisions")],
      .all(links.map { .tag("a", [.href(visit.link(["log"], $0.1))], .text($0.0)) }))
  }

  func content() throws -> Content {
    let shown = Self.pairs(
      of: visit.person, in: try visit.snapshot.decisions(asOf: visit.asOf)
    ).prefix(200)
    let rows: [[HTML]] = shown.map { pair in
      let there = visit.link(
        ["report", pair.later.target.report], fragment: "r-" + pair.later.target.record)
      return [
        Parts.when(pair.later.made), .text(pair.later.person),
        .tag(
          "a", [.href(there)],
          .text("\(pair.later.target.kind?.rawValue ?? "") \(pair.later.target.record)")),
        .text(Self.words(pair.mine)), .text(Self.words(pair.later)), .text(pair.later.reason),
      ]
    }
    let header = ["when", "who", "of", "mine was", "now", "why"]
    return Content(
      "My work, corrected",
      Self.links(visit)
        + (rows.isEmpty
          ? .tag("p", [.class("empty")], "Nobody has decided otherwise than you did.")
          : Parts.table("My work, corrected, newest first", header, rows)),
      json: { try ContractWriter.spanless.json(Array(shown)) },
      sheet: {
        .init(
          ["made", "person", "report", "kind", "record", "mine", "now", "reason"],
          shown.map {
            [
              $0.later.made, $0.later.person, $0.later.target.report,
              $0.later.target.kind?.rawValue ?? "", $0.later.target.record, Self.words($0.mine),
              Self.words($0.later), $0.later.reason,
            ]
          })
      })
  }

  private static func words(_ decision: Decision) -> String {
    decision.verdict.rawValue + (decision.values.map { " " + $0 } ?? "")
  }
}
