import HearsayLedger
import HearsayRecords

/// Every decision, newest first; each can be undone, which is a decision too.
struct LogPage {
  let visit: Visit
  private static let size = 200

  func content() throws -> Content {
    if visit.request.asked("corrected") != nil { return try Corrected(visit: visit).content() }
    let all = try visit.snapshot.decisions(person: visit.request.asked("person"), asOf: visit.asOf)
    let undone = ReviewState.undone(all)
    let verdict: Decision.Verdict? = try visit.choice("verdict")
    let wanted = Array(all.filter { verdict == nil || $0.verdict == verdict }.reversed())
    let before = visit.request.asked("before").flatMap { Int($0) } ?? .max
    let left = wanted.drop { $0.number >= before }
    let shown = left.prefix(Self.size)
    let rows: [[HTML]] = shown.map { decision in
      [
        Parts.when(decision.made), .text(decision.person),
        .text(decision.verdict.rawValue + (undone.contains(decision.number) ? " (undone)" : "")),
        about(decision),
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
          : Parts.table("Decisions, newest first", ["when", "who", "what", "of", "why", ""], rows))
        + (left.count > shown.count
          ? .tag(
            "p", [.class("more")],
            .tag(
              "a",
              [
                .href(visit.again([("before", "\(shown.last?.number ?? 0)")])),
                .data("rel", "next"),
              ],
              "earlier decisions")) : .none),
      json: { try ContractWriter.spanless.json(wanted) },
      sheet: {
        .init(
          [
            "number", "made", "person", "verdict", "report", "kind", "record", "other_report",
            "other_record", "reason", "undoes", "blind", "start", "end", "exact",
          ],
          wanted.map {
            [
              "\($0.number)", $0.made, $0.person, $0.verdict.rawValue, $0.target.report,
              $0.target.kind?.rawValue ?? "", $0.target.record, $0.other?.report ?? "",
              $0.other?.record ?? "",
              $0.reason, $0.undoes.map { "\($0)" } ?? "", "\($0.blind)",
              $0.words.map { "\($0.start)" } ?? "", $0.words.map { "\($0.end)" } ?? "",
              $0.words?.exact ?? "",
            ]
          })
      })
  }

  /// What a decision is about: a record, words of a report, or the whole of it.
  private func about(_ decision: Decision) -> HTML {
    let report = ["report", decision.target.report]
    if let words = decision.words {
      let place = "\(words.start)-\(words.end)"
      return .tag(
        "a", [.href(visit.link(report, [("at", place)], fragment: "s" + place))],
        .text("“\(words.exact.safeLine.cut(to: 60))”"))
    }
    return .tag(
      "a",
      [
        .href(
          visit.link(
            report,
            fragment: decision.target.record.isEmpty ? "notes" : "r-" + decision.target.record))
      ],
      .text("\(decision.target.kind?.rawValue ?? "report") \(decision.target.record)"))
  }
}
