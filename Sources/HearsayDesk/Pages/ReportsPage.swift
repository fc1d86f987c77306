import HearsayExchange
import HearsayLedger
import HearsayRecords

/// The reports of the ledger, newest first: what there is before anybody asks.
struct ReportsPage {
  let visit: Visit
  static let size = 50

  func content() throws -> Content {
    var scope = try visit.scope(limit: Self.size + 1)
    scope.behind = try visit.behind()
    let lines = try visit.snapshot.reports(scope)
    let shown = Array(lines.prefix(Self.size))
    let rows: [[HTML]] = shown.map { line in
      [
        Parts.when(line.report.published, "no date"),
        .text(line.report.outlet?.safeLine ?? ""),
        .tag("a", [.href(visit.link(["report", line.id]))], .text(Parts.title(line)))
          + (line.version > 1
            ? .tag("span", [.class("faint")], " version \("\(line.version)")") : .none),
      ]
    }
    let main: HTML = [
      Filters(visit: visit, fields: [.since, .until, .outlet]).html,
      shown.isEmpty
        ? .tag(
          "p", [.class("empty")],
          "No report fits. " + .tag("code", [], "hearsay read ADDRESS…")
            + " in a terminal adds some, and so does the page Add.")
        : Parts.table("Reports, newest first", ["published", "outlet", "headline"], rows),
      more(lines, shown), assign(shown),
    ]
    return Content(
      "Reports", main,
      json: { "[" + (try shown.map { try $0.json() }.joined(separator: ",\n")) + "]" },
      sheet: {
        .init(
          ["report", "published", "outlet", "title", "url", "version"],
          shown.map {
            [
              $0.id, $0.report.published ?? "", $0.report.outlet ?? "", $0.report.title ?? "",
              $0.report.url ?? "", "\($0.version)",
            ]
          })
      })
  }

  /// Has somebody look at the reports that are shown.
  private func assign(_ shown: [ReportLine]) -> HTML {
    guard visit.role >= .review, visit.file != nil, visit.asOf == nil, !shown.isEmpty else {
      return .none
    }
    var hidden = visit.hiddenToken + Parts.hidden("next", visit.again([]).text)
    for line in shown { hidden += Parts.hidden("report", line.key) }
    let content: HTML = [
      .tag(
        "label", [], "to " + .void("input", [.data("name", "person"), .data("maxlength", "100")])),
      .tag(
        "span", [],
        .tag(
          "label", [],
          .void("input", [.data("type", "checkbox"), .data("name", "blind"), .data("value", "1")])
            + " hide what others decided")),
      .tag("button", [], "Assign"),
    ]
    return .tag(
      "details", [],
      .tag(
        "summary", [],
        .text("Have somebody look at \(Words.count(shown.count, "this report", "these reports"))"))
        + .tag(
          "form", [.class("decide"), .data("method", "post"), .action(.page(["assign"]))],
          hidden + content))
  }

  /// The next page begins behind the report where this one ends, however many were published on its day.
  private func more(_ lines: [ReportLine], _ shown: [ReportLine]) -> HTML {
    guard lines.count > shown.count, let last = shown.last else { return .none }
    return .tag(
      "p", [.class("more")],
      .tag(
        "a", [.href(visit.again([("behind", last.id)])), .data("rel", "next")],
        "earlier reports"))
  }
}

/// What narrows a list, in the address: a form that works without a script.
struct Filters {
  enum Field: String {
    case since, until, outlet, speaker, blames, words, act, type, status, place, actor, recipient
  }

  let visit: Visit
  let fields: [Field]

  var html: HTML {
    .tag(
      "form",
      [
        .class("filters"), .action(.page(visit.request.path)),
        .data("aria-label", "Narrow the list"),
      ],
      [
        .all(
          fields.map { field in
            .tag(
              "label", [],
              .text(field.rawValue) + " "
                + .void(
                  "input",
                  [
                    .data("name", field.rawValue),
                    .data("value", visit.request.asked(field.rawValue) ?? ""),
                    .data("size", field == .since || field == .until ? "11" : "14"),
                    .data("placeholder", field == .since || field == .until ? "2031-03-04" : "any"),
                  ]))
          }),
        visit.hiddenAsOf,
        .tag("button", [], "show"),
        visit.request.query.contains { pair in
          fields.contains { $0.rawValue == pair.name } && !pair.value.isEmpty
        }
          ? .tag("a", [.href(visit.link(visit.request.path))], "all") : .none,
      ])
  }
}
