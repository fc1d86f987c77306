import HearsayLedger
import HearsayRecords

/// What keys do, and by which each person has them done.
enum Keys {
  /// Something a key does.
  struct Action {
    let name: String
    let key: String
    let does: String
  }

  /// Those that may be chosen.
  static let actions: [Action] = [
    Action(name: "next", key: "j", does: "next"), Action(name: "back", key: "k", does: "back"),
    Action(name: "source", key: "o", does: "open the page itself"),
    Action(name: "accept", key: "a", does: "accept, or same, and go on"),
    Action(name: "edit", key: "e", does: "edit"),
    Action(name: "reject", key: "r", does: "reject, or not the same, with a reason"),
    Action(name: "skip", key: "s", does: "skip"),
    Action(name: "dispute", key: "d", does: "dispute"),
    Action(name: "note", key: "n", does: "note; with picked words a note on them"),
    Action(name: "same", key: "m", does: "same as another happening"),
    Action(name: "undo", key: "u", does: "undo the last decision, which is a decision too"),
    Action(name: "copies", key: "x", does: "copies in or out"),
  ]

  /// Those that are as they are.
  static let fixed: [(keys: String, does: String)] = [
    ("Enter", "open"), ("[ ]", "previous, next mark in the text"),
    ("h l w b", "pick words in the text; with Shift, wider"),
    ("c v f t p", "a claim, event, figure, time or place of the picked words"),
    ("1–9", "a reason, after reject"), ("g s", "go to the stories"), ("g r", "go to the review"),
    ("g c", "go to what changed"), (", .", "as it stood before, after"), ("/ or Ctrl K", "search"),
    ("?", "show the keys"),
  ]

  /// The keys that a person chose, by action.
  static func chosen(_ text: String?) -> [String: String] {
    var keys = Dictionary(uniqueKeysWithValues: actions.map { ($0.name, $0.key) })
    for pair in (text ?? "").split(separator: " ") {
      let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
      if sides.count == 2, keys[sides[0]] != nil { keys[sides[0]] = sides[1] }
    }
    return keys
  }
}

/// Keys, and who may do what.
struct SettingsPage {
  let visit: Visit

  func content() throws -> Content {
    let chosen = Keys.chosen(try visit.file?.choices(of: visit.person)["keys"])
    let main: HTML = [
      .tag("h2", [], "Keys"),
      .tag(
        "p", [.class("quiet")],
        "A key does nothing while a field has the focus; no key deletes. Each button shows its key; ? shows all."
      ),
      keys(chosen), try people(), places,
    ]
    return Content(
      "Settings", main,
      json: {
        struct Key: Encodable { let keys, does: String }
        return try ContractWriter.spanless.json(
          Keys.actions.map { Key(keys: chosen[$0.name] ?? $0.key, does: $0.does) }
            + Keys.fixed.map { Key(keys: $0.keys, does: $0.does) })
      })
  }

  private func keys(_ chosen: [String: String]) -> HTML {
    let mayChoose = visit.file != nil
    let rows: [[HTML]] = Keys.actions.map { action in
      let key = chosen[action.name] ?? action.key
      let field: HTML =
        mayChoose
        ? .void(
          "input",
          [
            .data("name", "key-" + action.name), .data("value", key), .data("size", "2"),
            .data("maxlength", "1"), .data("aria-label", "key for: " + action.does),
          ]) : .tag("kbd", [], .text(key))
      return [field, .text(action.does)]
    }
    let fixed: [[HTML]] = Keys.fixed.map { [.tag("kbd", [], .text($0.keys)), .text($0.does)] }
    let table = Parts.table("Keys", ["key", "does"], rows + fixed)
    guard mayChoose else { return table }
    return .tag(
      "form", [.data("method", "post"), .action(.page(["choose"]))],
      visit.hiddenToken + table + .tag("p", [], .tag("button", [], "Keep these keys")))
  }

  private func people() throws -> HTML {
    guard visit.asksWho, visit.role >= .admin, let file = visit.file else { return .none }
    let rows: [[HTML]] = try file.people().map { [.text($0.name), .text($0.role.rawValue)] }
    return .tag(
      "section", [],
      .tag("h2", [], "People") + Parts.table("People", ["name", "may"], rows)
        + .tag(
          "p", [.class("quiet")],
          "Each may do what those before may: read, code, review, admin. People are let in where the desk runs: "
            + .tag("code", [], "hearsay desk --add-user NAME --role code") + "."))
  }

  private var places: HTML {
    var links: [(String, [String])] = [
      ("Log of decisions, and what others corrected", ["log"]), ("Agreement", ["agreement"]),
      ("All reports", ["reports"]),
      ("Who says what", ["claims"]), ("Happenings", ["happenings"]),
    ]
    if visit.asksWho, visit.role >= .admin { links.append(("Log of exports", ["exports"])) }
    let items = links.map { HTML.tag("li", [], .tag("a", [.href(visit.link($0.1))], .text($0.0))) }
    return .tag(
      "section", [],
      .tag("h2", [], "More of this desk") + .tag("ul", [.class("plain spaced")], .all(items)))
  }
}
