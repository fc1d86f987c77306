import HearsayLedger
import HearsayRecords

/// Every decision, newest first; each can be undone, which is a decision too.
struct LogPage {
  let visit: Visit

  func content() throws -> Content {
    if visit.request.asked("corrected") != nil { return try Corrected(visit: visit).content() }
    let all = try visit.snapshot.decisions(person: visit.request.asked("person"), asOf: visit.asOf)
    let undone = ReviewState.undone(all)
    let shown = Array(all.suffix(200).reversed())
    let rows: [[HTML]] = shown.map { decision in
      [
        Parts.when(decision.made), .text(decision.person),
        .text(decision.verdict.rawValue + (undone.contains(decision.number) ? " (undone)" : "")),
        .tag(
          "a",
          [
            .href(
              visit.link(
                ["report", decision.target.report],
                fragment: "r-" + decision.target.record))
          ],
          .text("\(decision.target.kind?.rawValue ?? "report") \(decision.target.record)")),
        .text(decision.reason),
        decision.verdict == .undo || undone.contains(decision.number)
          ? .none : UndoForm(visit: visit, decision: decision, next: .page(["log"])).html,
      ]
    }
    return Content(
      "Log of decisions",
      Corrected.links(visit)
        + (rows.isEmpty
          ? .tag("p", [.class("empty")], "Nobody has decided anything yet.")
          : Parts.table("Decisions, newest first", ["when", "who", "what", "of", "why", ""], rows)),
      json: { try ContractWriter.spanless.json(shown) },
      sheet: {
        .init(
          [
            "number", "made", "person", "verdict", "report", "kind", "record", "other_report",
            "other_record", "reason", "undoes", "blind",
          ],
          shown.map {
            [
              "\($0.number)", $0.made, $0.person, $0.verdict.rawValue, $0.target.report,
              $0.target.kind?.rawValue ?? "", $0.target.record, $0.other?.report ?? "",
              $0.other?.record ?? "",
              $0.reason, $0.undoes.map { "\($0)" } ?? "", "\($0.blind)",
            ]
          })
      })
  }
}
