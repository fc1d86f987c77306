import HearsayLedger
import HearsayRecords

/// Searches that a person saved, to be asked again with one press.
struct SavedSearches {
  let visit: Visit
  static let most = 50
  private static let name = "searches"

  init(_ visit: Visit) { self.visit = visit }

  /// What was saved, the newest last.
  var names: [String] {
    get throws {
      guard let kept = try visit.file?.choices(of: visit.person)[Self.name] else { return [] }
      return kept.split(separator: "\n").map(String.init)
    }
  }

  var list: HTML {
    get throws {
      let names = try names
      guard !names.isEmpty else { return .none }
      let items = names.map { words in
        HTML.tag(
          "li", [.class("decide")],
          .tag("a", [.href(visit.link(["search"], [("q", words)]))], .text(words.safeLine))
            + form("forget", words, "Forget"))
      }
      return .tag("h2", [], "Saved") + .tag("ul", [.class("plain spaced")], .all(items))
    }
  }

  /// Saves what is asked, or forgets it.
  func form(_ asked: String) throws -> HTML {
    try names.contains(asked.safeLine)
      ? form("forget", asked, "Forget this search") : form("save", asked, "Save this search")
  }

  private func form(_ act: String, _ words: String, _ button: String) -> HTML {
    guard visit.file != nil else { return .none }
    let content: HTML = [
      visit.hiddenToken, Parts.hidden(act, words.safeLine), .tag("button", [], .text(button)),
    ]
    return .tag(
      "form", [.class("decide"), .data("method", "post"), .action(.page(["save"]))], content)
  }

  /// Keeps what a form sends.
  func keep(_ form: DeskRequest) throws {
    guard let file = visit.file else { throw DeskFault(403, "this desk only shows") }
    var names = try names
    if let words = form.field("forget")?.safeLine { names.removeAll { $0 == words } }
    if let words = form.field("save")?.safeLine, !words.isEmpty {
      guard words.count <= 300, names.count < Self.most else {
        throw DeskFault(400, "at most \(Self.most) searches are saved, of 300 characters each")
      }
      names.removeAll { $0 == words }
      names.append(words)
    }
    try file.choose(
      Self.name, names.joined(separator: "\n"), person: visit.person, made: visit.now.ledgerText)
  }
}
