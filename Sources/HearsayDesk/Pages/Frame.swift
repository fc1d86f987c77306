/// What stands around every page: where one is, where one can go, as of when, and the page in its other forms.
struct Frame {
  let visit: Visit

  func page(_ content: Content) -> HTML {
    .document(
      .tag(
        "html", [.data("lang", "en")],
        [
          .tag(
            "head", [],
            [
              .void("meta", [.data("charset", "utf-8")]),
              .void(
                "meta",
                [
                  .data("name", "viewport"),
                  .data("content", "width=device-width, initial-scale=1"),
                ]
              ),
              .tag("title", [], .text(content.title + " – Hearsay")),
              .void("link", [.data("rel", "stylesheet"), .href(.page(["desk.css"]))]),
              .tag("script", [.src(.page(["desk.js"])), .flag("defer")]),
            ]),
          .tag(
            "body", [],
            [
              .tag("a", [.class("skip"), .href(.here("main"))], "Skip to the page"),
              header,
              .tag(
                "main", [.data("id", "main"), .data("tabindex", "-1")],
                .tag("h1", [], .text(content.title)) + content.main),
              footer(content),
            ]),
        ]))
  }

  private var header: HTML {
    .tag(
      "header", [],
      [
        .tag("a", [.class("brand"), .href(visit.link([]))], "Hearsay"),
        .tag(
          "nav", [.data("aria-label", "Pages")],
          [
            item([], "Stories", key: "g s"),
            item(["review"], "Review", key: "g r"),
            item(["claims"], "Claims"), item(["happenings"], "Happenings"),
            item(["changes"], "Changes", key: "g c"),
            item(["log"], "Log"), item(["settings"], "Keys", key: "?"),
          ]),
        .tag(
          "form", [.class("search"), .action(.page(["search"])), .data("role", "search")],
          [
            .tag("label", [.class("hidden"), .data("for", "q")], "Search"),
            .void(
              "input",
              [
                .data("type", "search"), .data("name", "q"), .data("id", "q"),
                .data("placeholder", "Search"),
                .data(
                  "value",
                  visit.request.path.first == "search" ? visit.request.asked("q") ?? "" : ""),
                .data("accesskey", "/"),
              ]),
            hiddenAsOf,
          ]),
        asOf,
      ])
  }

  private func item(_ path: [String], _ words: String, key: String? = nil) -> HTML {
    let isHere = visit.request.path.first == path.first
    return .tag(
      "a",
      [.href(visit.link(path))] + (isHere ? [.data("aria-current", "page")] : [])
        + (key.map { [.data("data-key", $0)] } ?? []), .text(words))
  }

  private var hiddenAsOf: HTML {
    guard let text = visit.asOfText else { return .none }
    return .void(
      "input", [.data("type", "hidden"), .data("name", "as-of"), .data("value", text)])
  }

  /// Shows the ledger as it was on a past day: the same page, with the other parts of the question kept.
  private var asOf: HTML {
    .tag(
      "form", [.class("as-of"), .action(.page(visit.request.path))],
      [
        .all(
          visit.request.query.filter { $0.name != "as-of" && !$0.value.isEmpty }.map {
            .void(
              "input",
              [.data("type", "hidden"), .data("name", $0.name), .data("value", $0.value)])
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
        visit.asOfText == nil
          ? .none : .tag("a", [.href(visit.again([("as-of", "")]))], "back to now"),
      ])
  }

  private func footer(_ content: Content) -> HTML {
    .tag(
      "footer", [],
      [
        "This page as ",
        .tag("a", [.href(visit.again([], suffix: "json"))], "JSON"),
        content.sheet == nil
          ? .none : ", as " + .tag("a", [.href(visit.again([], suffix: "csv"))], "CSV"),
        ". Decisions are kept as “\(visit.person)”. ",
        .tag("span", [.class("keys-hint")], "Press ? for keys."),
      ])
  }
}
