import HearsayLedger
import HearsayRecords

/// What can be decided about a record: a form that works without a script.
struct DecisionForm {
  let visit: Visit
  let target: Decision.Target
  var other: Decision.Target?
  /// Where to go on after it; the page it stands on if `nil`.
  var next: Link?

  var html: HTML {
    guard visit.role >= .code, visit.asOf == nil else { return .none }
    let verdicts: [(Decision.Verdict, String, String)] =
      other == nil
      ? [
        (.accept, "accept", "a"), (.reject, "reject", "r"), (.dispute, "dispute", "d"),
        (.note, "note", "n"),
      ]
      : [
        (.same, "same", "a"), (.notSame, "not the same", "r"), (.dispute, "dispute", "d"),
        (.note, "note", "n"),
      ]
    return .tag(
      "form", [.class("decide"), .data("method", "post"), .action(.page(["decide"]))],
      [
        hidden("token", visit.token), hidden("report", target.report),
        hidden("kind", target.kind?.rawValue ?? ""), hidden("record", target.record),
        other.map { hidden("other-report", $0.report) + hidden("other-record", $0.record) }
          ?? .none,
        hidden("next", (next ?? visit.again([])).text),
        .tag(
          "label", [],
          "why "
            + .void(
              "input",
              [.data("name", "reason"), .data("maxlength", "2000"), .data("autocomplete", "off")])),
        .all(
          verdicts.map { verdict, words, key in
            .tag(
              "button",
              [.data("name", "verdict"), .data("value", verdict.rawValue), .data("data-key", key)],
              .text(words) + .tag("kbd", [], .text(key)))
          }),
      ])
  }

  private func hidden(_ name: String, _ value: String) -> HTML {
    .void("input", [.data("type", "hidden"), .data("name", name), .data("value", value)])
  }
}
