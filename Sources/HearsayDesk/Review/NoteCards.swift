import HearsayLedger
import HearsayRecords

/// Notes on words of a report, each a card beside the text, and the form by which another is written.
struct NoteCards {
  let visit: Visit
  let line: ReportLine
  let positions: PositionMap
  /// Those that nobody took back, the earliest first.
  let notes: [Decision]
  /// What is lit in the text, as the address has it.
  let lit: String?
  /// Whether what others decided is hidden from who writes.
  let isBlind: Bool

  /// The words of the notes, to be marked in the text.
  var marks: [MarkedText.Mark] {
    notes.compactMap { note in
      note.words?.span(in: positions).map {
        MarkedText.Mark(span: $0, record: Self.name(note), kind: "note")
      }
    }
  }

  private static func name(_ note: Decision) -> String { "note-\(note.number)" }

  var html: HTML {
    guard !notes.isEmpty else { return form }
    return .tag(
      "section", [.data("id", "notes")],
      .tag("h2", [], .text("Notes (\(notes.count))")) + .all(notes.map(card)) + form)
  }

  private func card(_ note: Decision) -> HTML {
    var about: HTML = "the whole report"
    if let words = note.words {
      about =
        words.span(in: positions).map {
          .tag(
            "span", [.class("quote")],
            Parts.words(words.exact, at: $0, in: line.id, positions, visit))
        }
        ?? .tag("span", [.class("quote")], .text(words.exact))
        + .tag("span", [.class("faint")], " (no longer in this text)")
    }
    let undo = UndoForm(visit: visit, decision: note, next: visit.again([]))
    return .tag(
      "article",
      [
        .class("card note"), .data("id", "r-" + Self.name(note)), .data("tabindex", "0"),
        .data("data-record", Self.name(note)),
      ],
      [
        .tag("h3", [], .tag("span", [.class("kind")], "NOTE") + " " + about),
        .tag("p", [.class("said-so")], .text(note.reason)),
        .tag("p", [.class("origin")], .text("\(note.person), \(Dates.short(note.made))")),
        undo.html,
      ])
  }

  /// Without a script the words are typed; with it they are picked in the text.
  private var form: HTML {
    guard visit.role >= .code, visit.asOf == nil else { return .none }
    var fields: HTML = [
      visit.hiddenToken, Parts.hidden("report", line.key), Parts.hidden("at", lit ?? ""),
      Parts.hidden("next", visit.again([("at", "")]).text + "#notes"),
    ]
    if isBlind { fields += Parts.hidden("blind", "1") }
    let words = HTML.void(
      "input",
      [
        .data("name", "words"), .data("maxlength", "2000"),
        .data("placeholder", "as they stand in the text; none for the whole report"),
      ])
    let note = HTML.tag(
      "textarea",
      [
        .data("name", "reason"), .data("rows", "3"), .data("maxlength", "2000"),
        .flag("required"),
      ])
    let button = HTML.tag(
      "button", [.data("name", "verdict"), .data("value", "note"), .class("main")],
      "Keep the note")
    return .tag(
      "details", [.class("card picking"), .data("id", "annotate")],
      .tag("summary", [], "Write a note on words of the text" + .tag("kbd", [], "n"))
        + .tag(
          "form", [.class("stack"), .data("method", "post"), .action(.page(["decide"]))],
          fields + .tag("label", [], "words " + words) + .tag("label", [], "note " + note)
            + .tag("p", [], button)))
  }
}
