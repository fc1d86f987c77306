import HearsayLedger
import HearsayRecords

/// Every decision, newest first; each can be undone, which is a decision too.
struct LogPage {
  let visit: Visit

  func content() throws -> Content {
    let all = try visit.snapshot.decisions(person: visit.request.asked("person"), asOf: visit.asOf)
    let undone = ReviewState.undone(all)
    let shown = Array(all.suffix(200).reversed())
    let rows: [[HTML]] = shown.map { decision in
      [
        .text(Dates.short(decision.made)), .text(decision.person),
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
        decision.verdict == .undo || undone.contains(decision.number) ? .none : undo(decision),
      ]
    }
    return Content(
      "Log of decisions",
      rows.isEmpty
        ? .tag("p", [], "Nobody has decided anything yet.")
        : Parts.table("Decisions, newest first", ["when", "who", "what", "of", "why", ""], rows),
      json: { try ContractWriter(positions: PositionMap("")).json(shown) },
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

  private func undo(_ decision: Decision) -> HTML {
    guard visit.role >= .code, visit.asOf == nil,
      decision.person == visit.person || visit.role >= .review
    else { return .none }
    return .tag(
      "form", [.data("method", "post"), .action(.page(["decide"]))],
      [
        .void(
          "input", [.data("type", "hidden"), .data("name", "token"), .data("value", visit.token)]),
        .void(
          "input",
          [.data("type", "hidden"), .data("name", "undoes"), .data("value", "\(decision.number)")]),
        .void(
          "input",
          [
            .data("type", "hidden"), .data("name", "report"),
            .data("value", decision.target.report),
          ]),
        .void(
          "input",
          [
            .data("type", "hidden"), .data("name", "kind"),
            .data("value", decision.target.kind?.rawValue ?? ""),
          ]),
        .void(
          "input",
          [
            .data("type", "hidden"), .data("name", "record"),
            .data("value", decision.target.record),
          ]),
        .void("input", [.data("type", "hidden"), .data("name", "next"), .data("value", "/log")]),
        .tag(
          "button", [.data("name", "verdict"), .data("value", "undo"), .data("data-key", "u")],
          "undo"),
      ])
  }
}

/// The keys, and what they do.
struct KeysPage {
  let visit: Visit
  static let keys: [(keys: String, does: String)] = [
    ("j k", "next, back"), ("Enter", "open"), ("o", "open the page itself"),
    ("a", "accept, or same, and go on"),
    ("r", "reject, or not the same"), ("d", "dispute"), ("n", "note"), ("s", "skip"),
    ("u", "undo the last decision in the log"),
    ("[ ]", "previous, next mark in the text"), ("g s", "go to the stories"),
    ("g r", "go to the review"),
    ("g c", "go to what changed"), ("/ or Ctrl K", "search"), ("?", "show the keys"),
  ]

  func content() -> Content {
    Content(
      "Keys",
      .tag("p", [], "A key does nothing while a field has the focus; no key deletes.")
        + Parts.table(
          "Keys", ["key", "does"],
          Self.keys.map { [.tag("kbd", [], .text($0.keys)), .text($0.does)] }),
      json: {
        struct Key: Encodable { let keys, does: String }
        return try ContractWriter(positions: PositionMap("")).json(
          Self.keys.map { Key(keys: $0.keys, does: $0.does) })
      })
  }
}
