import HearsayLedger
import HearsayRecords

/// What can be decided about a record: a form that works without a script.
struct DecisionForm {
  let visit: Visit
  let target: Decision.Target
  var other: Decision.Target?
  /// Where to go on after it; the page it stands on if `nil`.
  var next: Link?
  /// Whether what others decided was hidden.
  var isBlind = false
  /// The record with what may be referred to, where its fields may be edited.
  var record: (any Record)?
  var names: [(id: String, name: String)] = []

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
    let buttons = verdicts.map { verdict, words, key in
      HTML.tag(
        "button",
        [.data("name", "verdict"), .data("value", verdict.rawValue), .data("data-key", key)],
        .text(words) + .tag("kbd", [], .text(key)))
    }
    return form(why + .all(buttons)) + edit
  }

  /// What follows from saying that two records are one, or not: told before it is said.
  static var consequence: HTML {
    .tag(
      "p", [.class("quiet")],
      "“Same”: shown as one, their sources counted together. “Not the same”: kept apart whatever speaks for it, and so is what only they held together. Either can be undone in the log."
    )
  }

  private func form(_ content: HTML) -> HTML {
    var hidden = visit.hiddenToken
    hidden += Parts.hidden("report", target.report)
    hidden += Parts.hidden("kind", target.kind?.rawValue ?? "")
    hidden += Parts.hidden("record", target.record)
    if let other {
      hidden += Parts.hidden("other-report", other.report)
      hidden += Parts.hidden("other-record", other.record)
    }
    hidden += Parts.hidden("next", (next ?? visit.again([])).text)
    if isBlind { hidden += Parts.hidden("blind", "1") }
    return .tag(
      "form", [.class("decide"), .data("method", "post"), .action(.page(["decide"]))],
      hidden + content)
  }

  private var why: HTML {
    .tag(
      "label", [],
      "why "
        + .void(
          "input",
          [
            .data("name", "reason"), .data("maxlength", "2000"), .data("autocomplete", "off"),
            .data("list", "reasons"),
          ]))
  }

  /// The fields, to be set right.
  private var edit: HTML {
    guard let record, !EditForm.fields(of: type(of: record).kind).isEmpty else { return .none }
    let button = HTML.tag(
      "button", [.data("name", "verdict"), .data("value", "edit"), .class("main")], "Keep the edit")
    return .tag(
      "details", [.class("editing")],
      .tag("summary", [.data("data-key", "e")], "edit" + .tag("kbd", [], "e"))
        + form(EditForm.html(record, names) + why + button))
  }

  /// Reasons that a browser offers in the field.
  static var suggestions: HTML {
    .tag(
      "datalist", [.data("id", "reasons")],
      .all(ReviewReasons.all.map { .tag("option", [.data("value", $0)]) }))
  }
}

/// Reasons that are given again and again: the digits give them.
package enum ReviewReasons {
  package static let all = [
    "not in the text", "not said to have happened", "wrong speaker", "wrong party", "wrong figure",
    "wrong time or place", "told twice", "another happening", "not news",
  ]
}
