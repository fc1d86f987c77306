import FoundationEssentials
import HearsayLedger
import HearsayRecords
import HearsayStories

/// What is told otherwise than before: figures that were revised, answers that came or went, reports that were edited.
struct ChangesPage {
  let visit: Visit
  private static let most = 200
  /// Without a date, what changed in the last days that the ledger knows.
  private static let days = 7.0

  func content() throws -> Content {
    let since = try asked() ?? usual()
    let all = try since.map { try visit.keeper().changes(since: $0.moment) } ?? []
    let shown = Array(all.suffix(Self.most).reversed())
    let edited = try visit.snapshot.reports(try visit.scope(limit: 400)).filter { $0.version > 1 }
    let rows: [[HTML]] = shown.map { change in
      [
        Parts.when(change.at, "no date"), .text(Self.word(change.kind)),
        .tag("a", [.href(visit.link(["report", change.report]))], .text(change.words.safeLine)),
        .tag("a", [.href(visit.link(["story", change.story]))], "story"),
      ]
    }
    let items = edited.map { line in
      HTML.tag(
        "li", [],
        Parts.report(line, visit) + " "
          + .tag("a", [.href(visit.link(["compare", line.id]))], "what changed"))
    }
    let main: HTML = [
      Filters(visit: visit, fields: [.since, .until, .outlet]).html,
      rows.isEmpty
        ? .tag(
          "p", [.class("empty")],
          .text("Nothing was told otherwise since \(since?.text ?? "ever")."))
        : .tag("p", [.class("quiet")], .text("Since \(since?.text ?? "ever"), the newest first."))
          + Parts.table("Changes, newest first", ["when", "what", "in words", ""], rows),
      .tag("h2", [], "Reports that were edited"),
      items.isEmpty
        ? .tag("p", [.class("empty")], "Of the newest 400 reports none has a second version.")
        : .tag("ul", [.class("plain spaced")], .all(items)),
    ]
    var content = Content(
      "Changes", main, json: { try ContractWriter.spanless.json(all) },
      sheet: {
        .init(
          ["at", "kind", "words", "report", "story"],
          all.map { [$0.at ?? "", $0.kind, $0.words, $0.report, $0.story] })
      })
    content.feed = {
      AtomFeed(
        "What is told otherwise",
        shown.enumerated().map { number, change in
          // Several changes may be one report's: each has an address of its own.
          let same = shown[(number + 1)...].count { $0.report == change.report }
          return AtomFeed.Entry(
            link: visit.link(["report", change.report], fragment: "change-\(same + 1)"),
            title: "\(Self.word(change.kind)): \(change.words.safeLine)", source: "Hearsay",
            date: change.at)
        })
    }
    return content
  }

  /// How many changes this page shows by itself; `nil` where stories would have to be drawn to tell.
  func count() throws -> Int? {
    guard visit.asOf == nil, visit.tables != nil, let inHand = visit.inHand else { return nil }
    // Who codes blind may see others than everybody does.
    let whom = visit.snapshot.blindness == nil ? "" : visit.person
    let ledger = "\(try visit.snapshot.newestRow()) \(try visit.snapshot.newestDecision())"
    return try inHand.changes(of: ledger, for: whom) {
      let keeper = try visit.keeper()
      guard try keeper.isDrawn() else { return nil }
      return try usual().map { try keeper.changes(since: $0.moment).count } ?? 0
    }
  }

  private func asked() throws -> (moment: Moment, text: String)? {
    guard let text = visit.request.asked("since") else { return nil }
    guard let moment = Moment(text) else { throw DeskFault(400, "since: \(text) is no date") }
    return (moment, text)
  }

  private func usual() throws -> (moment: Moment, text: String)? {
    var scope = Scope()
    scope.asOf = visit.asOf
    scope.limit = 1
    guard let newest = try visit.snapshot.reports(scope).first?.report.published,
      let seconds = Dates.seconds(newest)
    else { return nil }
    let day = String(
      Date(timeIntervalSince1970: seconds - Self.days * 86_400).ledgerText.prefix(10))
    return Moment(day).map { ($0, Dates.day(day)) }
  }

  private static func word(_ kind: String) -> String {
    switch kind {
    case "answer": "new answer"
    case "dropped": "nobody stands by it"
    case "figure": "figure revised"
    default: kind
    }
  }
}
