/// What stands around every page: where one is, where one can go, as of when, and the page in its other forms.
struct Frame {
  let visit: Visit

  func page(_ content: Content) -> HTML {
    let then: HTML =
      visit.asOfText.map {
        .tag(
          "p", [.class("then"), .data("role", "status")],
          .text("The ledger as it stood at \($0). ")
            + .tag("a", [.href(visit.again([("as-of", "")]))], "Back to now"))
      } ?? .none
    let body: HTML = [
      .tag("a", [.class("skip"), .href(.here("main"))], "Skip to the page"),
      header, then,
      .tag(
        "main", [.data("id", "main"), .data("tabindex", "-1")],
        .tag("h1", [], .text(content.title)) + content.main),
      footer(content),
    ]
    return Self.document(content.title, refreshes: content.refreshes, keys: keys, body)
  }

  /// A page without what stands around others.
  static func bare(_ title: String, _ main: HTML) -> HTML {
    document(title, .tag("main", [.data("id", "main")], main))
  }

  private static func document(
    _ title: String, refreshes: Int? = nil, keys: String? = nil, _ body: HTML
  ) -> HTML {
    var head: HTML = .void("meta", [.data("charset", "utf-8")])
    head += .void(
      "meta",
      [.data("name", "viewport"), .data("content", "width=device-width, initial-scale=1")])
    if let refreshes {
      head += .void("meta", [.data("http-equiv", "refresh"), .data("content", "\(refreshes)")])
    }
    head += .tag("title", [], .text(title + " – Hearsay"))
    head += .void("link", [.data("rel", "stylesheet"), .href(.page(["desk.css"]))])
    head += .void(
      "link", [.data("rel", "icon"), .data("type", "image/svg+xml"), .href(.page(["desk.svg"]))])
    head += .tag("script", [.src(.page(["desk.js"])), .flag("defer")])
    let attributes = keys.map { [Attribute.data("data-keys", $0)] } ?? []
    return .document(
      .tag(
        "html", [.data("lang", "en")],
        .tag("head", [], head) + .tag("body", attributes, body)))
  }

  /// The keys that this person chose, for the script.
  private var keys: String? { (try? visit.file?.choices(of: visit.person)["keys"]) ?? nil }

  private var header: HTML {
    var pages: [HTML] = [
      item([], "Stories", key: "g s"),
      item(["review"], "Review", key: "g r", count: visit.inHand?.waiting(for: visit.person)),
      item(["changes"], "Changes", key: "g c", count: try? ChangesPage(visit: visit).count()),
      item(["reports"], "Reports"),
    ]
    if visit.adds, visit.role >= .code { pages.append(item(["add"], "Add")) }
    pages.append(item(["settings"], "Settings", key: "?"))
    let field = HTML.void(
      "input",
      [
        .data("type", "search"), .data("name", "q"), .data("id", "q"),
        .data("placeholder", "Search"),
        .data(
          "value", visit.request.path.first == "search" ? visit.request.asked("q") ?? "" : ""),
      ])
    let search: HTML = [
      .tag("label", [.class("hidden"), .data("for", "q")], "Search"), field, visit.hiddenAsOf,
    ]
    return .tag(
      "header", [],
      [
        .tag("a", [.class("brand"), .href(visit.link([]))], "Hearsay"),
        .tag("nav", [.data("aria-label", "Pages")], .all(pages)),
        .tag(
          "form", [.class("search"), .action(.page(["search"])), .data("role", "search")], search),
        asOf,
      ])
  }

  private func item(
    _ path: [String], _ words: String, key: String? = nil, count: Int? = nil
  ) -> HTML {
    let isHere = visit.request.path.first == path.first
    return .tag(
      "a",
      [.href(visit.link(path))] + (isHere ? [.data("aria-current", "page")] : [])
        + (key.map { [.data("data-key", $0)] } ?? []),
      .text(words)
        + (count.map { .tag("span", [.class("waiting")], .text(" \($0)")) } ?? .none))
  }

  /// Shows the ledger as it was on a past day: the same page, with the other parts of the question kept.
  private var asOf: HTML {
    .tag(
      "form", [.class("as-of"), .action(.page(visit.request.path))],
      [
        .all(
          visit.request.query.filter { $0.name != "as-of" && !$0.value.isEmpty }.map {
            Parts.hidden($0.name, $0.value)
          }),
        .tag("label", [.data("for", "as-of")], "as of"),
        .void(
          "input",
          [
            .data("id", "as-of"), .data("name", "as-of"), .data("size", "16"),
            .data("placeholder", "now"), .data("value", visit.asOfText ?? ""),
            .data("title", "a date, or a date with a time: the ledger as it stood then"),
          ]),
        .tag("button", [], "go"),
      ])
  }

  private func footer(_ content: Content) -> HTML {
    var words: HTML = "This page as " + .tag("a", [.href(visit.again([], suffix: "json"))], "JSON")
    if content.sheet != nil {
      words += ", as " + .tag("a", [.href(visit.again([], suffix: "csv"))], "CSV")
    }
    if content.bibliography != nil {
      words += ", as " + .tag("a", [.href(visit.again([], suffix: "bib"))], "BibTeX")
    }
    if content.feed != nil {
      words +=
        ", as "
        + .tag("a", [.href(visit.again([], suffix: "feed"))], "a feed to subscribe to")
    }
    words += .text(
      visit.role >= .code ? ". Decisions are kept as “\(visit.person)”. " : ". You may look. ")
    words += .tag("span", [.class("keys-hint")], "Press ? for keys.")
    guard visit.asksWho else { return .tag("footer", [], words) }
    return .tag(
      "footer", [],
      words
        + .tag(
          "form", [.data("method", "post"), .action(.page(["sign-out"]))],
          visit.hiddenToken + .tag("button", [], "Sign out")))
  }
}

extension Visit {
  /// The moment that is asked for, as a field that forms carry on.
  var hiddenAsOf: HTML { asOfText.map { Parts.hidden("as-of", $0) } ?? .none }

  /// What shows that a form is the desk's own.
  var hiddenToken: HTML { Parts.hidden("token", token) }
}
